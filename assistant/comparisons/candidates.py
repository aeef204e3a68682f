"""References that could honestly stand beside a quantity, scored: equal, multiple, share, count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import log10

from assistant.comparisons.aspects import fits, nutrient_of, same_substance
from assistant.comparisons.numbers import decimal_text
from assistant.comparisons.rounding import LARGEST, LARGEST_COUNT, Shown, shown_ratio
from assistant.comparisons.score import FOREIGN, Audience, parts_of, total, wording_part
from assistant.comparisons.shelf import Place, View, in_base_units, key_of
from assistant.comparisons.wording import at_most, counts, item_count_forms, ratio_forms, ratio_noun, spanning, stated
from assistant.schema import Comparison, Forms, Kind, Lang, Quantity, Reference
from assistant.units import convert, render

# So many of the most promising references are looked at; what is offered comes out of them.
LOOKED_AT = 24
# Nobody pictures 270 nights; a speed 570 times a sprinter's stands at the foot of its ladder.
LARGEST_OF_TIMES = 100
# A range is told by both its ends up to a fourfold one.
WIDEST = 4
# So many things side by side can still be imagined.
MOST_TOGETHER = 50
_NOT_BESIDE = frozenset({"count", "count_rate", "request_rate", "transaction_rate"})


def magnitude(quantity: Quantity) -> Decimal:
    """What a comparison stands on: the magnitude, or for a range its upper end."""
    return quantity.high if quantity.high is not None else quantity.low


def division(quantity: Quantity, reference: Reference, ratio: Fraction, audience: Audience) -> str:
    """The arithmetic in one line: "6,000 m/s ÷ 10.4384 m/s = 574.8"."""
    spec = render(magnitude(quantity), quantity.unit, audience.lang)
    if quantity.unit != reference.unit:
        converted = convert(magnitude(quantity), quantity.unit, reference.unit)
        exact = Decimal(converted.numerator) / Decimal(converted.denominator)
        spec += f" = {render(_short(exact), reference.unit, audience.lang)}"
    return f"{spec} ÷ {render(reference.value, reference.unit, audience.lang)} = {ratio_text(ratio)}"


def _short(value: Decimal) -> Decimal:
    """Six significant figures without an exponent: enough to check by hand."""
    return Decimal(format(Decimal(f"{value:.6g}").normalize(), "f"))


def ratio_text(ratio: Fraction) -> str:
    """A ratio to four significant figures for the working: 574.8, 0.3333."""
    return decimal_text(Fraction(f"{float(ratio):.4g}"))


def counts_items(reference: Reference, lang: Lang) -> bool:
    """Whether the reference is an item that fills a store: songs, photos, films."""
    return reference.aspect == "data" and bool(reference.names[lang].many)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A comparison before it is put into words: what it is of, what it shows, and its score."""

    place: Place
    ratio: Fraction
    shown: Shown
    kind: Kind
    score: float
    parts: dict[str, float]


def weigh(quantity: Quantity, place: Place, base: Fraction, audience: Audience) -> Candidate | None:
    """The candidate that a reference makes; None where no honest number exists or the properties do not fit."""
    reference = place.reference
    fit = fits(quantity.dimension, quantity.unit, quantity.attribute).get(reference.aspect, 0.0)
    if fit == 0 or "compare" not in reference.usable_as:
        return None
    if "watt_hour" in quantity.unit and "calorie" in reference.unit:
        # A battery is no meal and no morning run.
        return None
    if reference.aspect == "nutrients" and nutrient_of(quantity.attribute) not in reference.topics:
        return None
    if quantity.dimension == "percentage" and not same_substance(quantity.attribute, _said_of(reference)):
        return None
    ratio = base / place.base
    items = counts_items(reference, audience.lang)
    shown = shown_ratio(ratio, LARGEST_COUNT if items else LARGEST)
    if shown is None or (quantity.high is not None and shown.hedge not in ("about", "exactly")):
        return None
    if quantity.dimension == "time" and shown.value > LARGEST_OF_TIMES:
        return None
    parts = parts_of(quantity, reference, shown, ratio, place.level, fit)
    # Whole numbers, where fractions would be compared: a ranking weighs dozens of candidates.
    top, bottom = shown.value.numerator, shown.value.denominator
    kind: Kind = "equal" if top == bottom else "multiple" if top > bottom else "share"
    if items and top >= 2 * bottom:
        kind = "count"
        parts["size"] = max(parts["size"], 0.7 if shown.value <= 1_000 else 0.5 if shown.value <= 10_000 else 0.4)
    elif top > MOST_TOGETHER * bottom and counts(reference, shown, audience.lang):
        parts["many"] = 0.8 if top <= 4 * MOST_TOGETHER else 0.6
    if place.foreign:
        parts["at home"] = FOREIGN
    noun = ratio_noun(reference, shown, kind, quantity.high is not None, audience.lang)
    parts["wording"] = round(wording_part(noun, audience.lang), 4)
    return Candidate(place, ratio, shown, kind, total(parts), parts)


def _said_of(reference: Reference) -> str:
    """What its property is called: in English, or in whatever languages a team has named it."""
    names = reference.names.get("en")
    return names.of if names else " ".join(own.of for own in reference.names.values())


def say(quantity: Quantity, candidate: Candidate, audience: Audience) -> Comparison:
    """The comparison in words, with its arithmetic."""
    reference, shown = candidate.place.reference, candidate.shown
    subject = stated(quantity, audience.lang)
    assumptions: tuple[str, ...] = ()
    if candidate.kind == "count":
        size = render(reference.value, reference.unit, audience.lang)
        forms, assumptions = item_count_forms(subject, reference, shown, size, audience.lang)
    else:
        forms = ratio_forms(subject, reference, shown, audience.lang)
    numbers: tuple[Fraction, ...] = () if shown.value == 1 else (shown.value,)
    if quantity.high is not None:
        lower = _lower_end(quantity, candidate)
        if lower is None:
            forms = at_most(forms, subject, audience.lang)
        else:
            forms, numbers = spanning(forms, subject, lower, shown.value, audience.lang), (lower, shown.value)
    return Comparison(
        id="",
        quantity=quantity,
        kind=candidate.kind,
        references=(reference,),
        ratio_exact=candidate.ratio,
        ratio_shown=shown.value,
        hedge=shown.hedge,
        error=shown.error,
        text=forms.noun,
        forms=forms,
        working=division(quantity, reference, candidate.ratio, audience),
        score=candidate.score,
        score_parts=candidate.parts,
        assumptions=assumptions,
        numbers=numbers,
    )


def _lower_end(quantity: Quantity, candidate: Candidate) -> Fraction | None:
    """What the lower end of a range comes to, where both ends are said as "about" so many: 2 to 3 kg, five to seven balls."""
    shown = candidate.shown
    lower = shown_ratio(in_base_units(Fraction(quantity.low), quantity.unit) / candidate.place.base)
    if lower is None or shown.hedge != "about" or lower.hedge not in ("about", "exactly"):
        return None
    whole = lower.value.denominator == shown.value.denominator == 1
    # "19 to 130 times" is two pictures; its upper end alone is one.
    return lower.value if whole and 2 <= lower.value < shown.value <= WIDEST * lower.value else None


def compose(
    quantity: Quantity,
    kind: Kind,
    references: tuple[Reference, ...],
    forms: Forms,
    shown: Shown,
    parts: dict[str, float],
    working: str,
    audience: Audience,
    *,
    ratio: Fraction | None = None,
    numbers: tuple[Fraction, ...] = (),
    exact: Fraction | None = None,
    assumptions: tuple[str, ...] = (),
) -> Comparison:
    """A combination in words, scored by its parts and by how long its noun phrase is."""
    parts = {**parts, "wording": round(wording_part(forms.noun, audience.lang), 4)}
    return Comparison(
        id="",
        quantity=quantity,
        kind=kind,
        references=references,
        ratio_exact=ratio,
        ratio_shown=shown.value if ratio is not None else None,
        hedge=shown.hedge,
        error=shown.error,
        text=forms.noun,
        forms=forms,
        working=working,
        score=total(parts),
        score_parts=parts,
        assumptions=assumptions,
        numbers=numbers,
        exact=exact,
    )


def find_candidates(quantity: Quantity, view: View, audience: Audience) -> Iterator[Candidate]:
    """The most promising candidates, the best known and closest first; empty for zero and less."""
    base = in_base_units(Fraction(magnitude(quantity)), quantity.unit)
    # A number of times beside a number of times says nothing: how long they last does. Nor do orders beside heartbeats.
    if base <= 0 or quantity.dimension in _NOT_BESIDE or quantity.unit == "percent":
        return
    looked_at = 0
    for place in view.near(key_of(quantity.unit), log10(float(base)), quantity.dimension == "data"):
        candidate = weigh(quantity, place, base, audience)
        if candidate is not None:
            yield candidate
            looked_at += 1
            if looked_at >= LOOKED_AT:
                return
