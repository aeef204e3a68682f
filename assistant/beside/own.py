"""What somebody says that customers know, in two fields: the figure read, the property found, the reference made.

`read_own` brings the reader of quantities and the maker of references together, for a form that shows what was read while
it is being typed; `say_own` shows how a text would say it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from assistant.comparisons import Audience, rank
from assistant.comparisons.anchors import ANCHORED
from assistant.comparisons.aspects import fits
from assistant.quantities import find_quantities
from assistant.references.faults import EntryError
from assistant.references.own import Given, own_reference
from assistant.references.properties import properties_of, property_of
from assistant.schema import MARKETS, Lang, Market, Quantity, Reference
from assistant.units import DimensionMismatch, convert, lookup, render

# What a fact calls its figure, and a sentence can say of another thing: "the battery life of our last model".
_SPOKEN: Mapping[str, re.Pattern[str]] = {
    "time": re.compile(r"\b(?:life|time|runtime|playtime|duration)$|(?:续航|續航|时间|時間|时长|時長|寿命|壽命)$", re.IGNORECASE),
    "length": re.compile(r"\b(?:range|mileage|wingspan|diagonal|reach)$|(?:续航|續航|里程|射程)$", re.IGNORECASE),
}  # fmt: skip
_WORDS = re.compile(r"[A-Za-z][A-Za-z -]{1,30}|[\u4e00-\u9fff]{2,8}")
FIGURE_CHARS = 80
# Two units of one figure are rounded apart.
_ROUNDED = Fraction(25, 1000)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a form may say beside name and figure; each has a sensible default (see `assistant.references.own.Given`)."""

    aspect: str = ""
    measured: str = ""
    many: str | None = None
    counter: str = ""
    markets: tuple[Market, ...] = MARKETS
    interests: tuple[str, ...] = ()
    also: Mapping[Lang, str] = field(default_factory=dict)
    who: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class OwnRead:
    """What was read from the two fields: the quantity and the reference as far as there are any, and what is wrong.

    `aspects` are the properties that the figure may be of, the likeliest first.
    """

    quantity: Quantity | None = None
    reference: Reference | None = None
    problem: EntryError | None = None
    aspects: tuple[str, ...] = ()


def read_own(
    name: str,
    figure: str,
    lang: Lang,
    market: Market | None = None,
    wanted: Wanted | None = None,
    beside: Quantity | None = None,
) -> OwnRead:
    """Reads a name and a figure; nothing is wrong with two empty fields. Raises nothing.

    `beside` is the specification that the reference is meant for: its figure must be of the same kind, and what it
    measures is what the reference is taken to measure.

    >>> read = read_own("our last model", "348 g", "en")
    >>> read.reference and (read.reference.names["en"].of, str(read.reference.value), read.reference.unit)
    ('the weight of our last model', '348', 'gram')
    """
    wanted = wanted or Wanted()
    if not figure.strip():
        return OwnRead()
    quantity = read_figure(figure, lang, market)
    if isinstance(quantity, EntryError):
        return OwnRead(problem=quantity)
    aspects = aspects_of(quantity, beside)
    if beside is not None and not _like(quantity, beside):
        problem = f"{quantity.text!r} and {beside.text!r} measure different things"
        values = {"figure": quantity.text, "other": beside.text}
        return OwnRead(quantity, problem=EntryError("", "figure", problem, "", "unlike", values), aspects=aspects)
    if not name.strip():
        return OwnRead(quantity, aspects=aspects)
    aspect = wanted.aspect if wanted.aspect in aspects else aspects[0]
    given = Given(
        name=name,
        quantity=quantity,
        figure=figure[:FIGURE_CHARS],
        lang=lang,
        who=wanted.who,
        on=wanted.on or date.today(),
        aspect=aspect,
        measured=wanted.measured or _spoken(quantity, beside),
        many=wanted.many,
        counter=wanted.counter,
        markets=wanted.markets or MARKETS,
        interests=wanted.interests,
        also=wanted.also,
    )
    try:
        return OwnRead(quantity, own_reference(given), aspects=aspects)
    except EntryError as problem:
        return OwnRead(quantity, problem=problem, aspects=aspects)


def read_figure(figure: str, lang: Lang, market: Market | None = None) -> Quantity | EntryError:
    """The one quantity of a field, or what is wrong with it; "348 g / 12.3 oz" is one figure twice, of which the first counts."""
    found = list(find_quantities(figure[:FIGURE_CHARS], lang, market))
    found = [one for place, one in enumerate(found) if not any(_same(one, other) for other in found[:place])]
    if len(found) > 1:
        return EntryError("", "figure", "several quantities were read", "Write one of them.", "several")
    if not found:
        advice = 'Write a number with its unit, such as "348 g".'
        return EntryError("", "figure", "no quantity was recognised", advice, "figure")
    return found[0]


def aspects_of(quantity: Quantity, beside: Quantity | None = None) -> tuple[str, ...]:
    """The properties that a figure may be of: first what its own words, or those of the specification, say."""
    known = properties_of(quantity.dimension)
    attribute = quantity.attribute or (beside.attribute if beside else None)
    fitting = fits(quantity.dimension, quantity.unit, attribute)
    return tuple(sorted(known, key=lambda aspect: -fitting.get(aspect, 0.0)))


def say_own(reference: Reference, lang: Lang) -> tuple[str, ...]:
    """How texts would say it beside a figure twice as large, as large, and half as large; empty where none ever would.

    >>> read = read_own("our last model", "348 g", "en")
    >>> say_own(read.reference, "en")[0]
    '696 g is about twice the weight of our last model.'
    """
    if lang not in reference.names:
        return ()
    market = max(reference.markets, key=lambda one: reference.markets[one])
    audience = Audience(lang, market, frozenset(reference.audiences))
    sizes = (Fraction(1),) if reference.dimension in ANCHORED else (Fraction(2), Fraction(1), Fraction(1, 2))
    said: list[str] = []
    for times in sizes:
        ranking = rank(_times(reference, times, lang), [reference], audience)
        said += [one.forms.sentence for one in ranking.comparisons[:1]]
    return tuple(dict.fromkeys(said))


def _times(reference: Reference, times: Fraction, lang: Lang) -> Quantity:
    """A quantity so many times as large, of the same property."""
    value = reference.value * Decimal(times.numerator) / Decimal(times.denominator)
    value = Decimal(format(value.normalize(), "f"))
    shown = render(value, reference.unit, lang)
    noun = property_of(reference.dimension, reference.aspect).nouns[lang]
    return Quantity(
        shown, 0, len(shown), value, reference.unit, reference.dimension, statistic=reference.statistic, attribute=noun
    )


def _same(one: Quantity, other: Quantity) -> bool:
    if one.high is not None or other.high is not None:
        return False
    try:
        first = convert(one.low, one.unit, other.unit)
    except DimensionMismatch:
        return False
    return abs(first - Fraction(other.low)) <= _ROUNDED * abs(first)


def _like(one: Quantity, other: Quantity) -> bool:
    return one.dimension == other.dimension and lookup(one.unit).exponents == lookup(other.unit).exponents


def _spoken(quantity: Quantity, beside: Quantity | None) -> str:
    """What the specification calls its figure, where another thing's can be called so too; else empty."""
    attribute = (quantity.attribute or (beside.attribute if beside else None) or "").strip()
    spoken = _SPOKEN.get(quantity.dimension)
    if spoken is None or not _WORDS.fullmatch(attribute) or not spoken.search(attribute):
        return ""
    return attribute if attribute.isupper() else attribute[:1].lower() + attribute[1:]
