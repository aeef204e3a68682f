"""A figure of one's own: what a team's customers know, from a name and a quantity that somebody else has read.

Its evidence is theirs: the source says who gave it and when, there is no address, and nobody else's book has it. It is
offered in the languages that it has a name in.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.references.faults import EntryError
from assistant.references.naming import names_for
from assistant.references.properties import properties_of, property_of
from assistant.schema import MARKETS, Lang, Market, Names, Quantity, Reference, Statistic

# Known by feel, and by hearsay: to those who have the interest, and to the others.
KNOWN, HEARD_OF = 5, 1
NAME_CHARS = 80
_GIVEN: dict[Lang, tuple[str, str]] = {
    "en": ("our own figure, given by {who} on {date}", "our own figure, given on {date}"),
    "zh-Hans": ("自有数据，{who}于{date}提供", "自有数据，{date}提供"),
    "zh-Hant": ("自有數據，{who}於{date}提供", "自有數據，{date}提供"),
}
# What a figure is, whose words say only how it is to be taken.
_HEDGED: dict[str, Statistic] = {
    "up to": "maximum",
    "less than": "maximum",
    "at least": "minimum",
    "more than": "minimum",
    "about": "typical",
}


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody says that customers know: a name in a language, and the quantity that was read from `figure`.

    Everything else has a default: `aspect` is the plain property of the dimension, `measured` its plain noun, `many` and
    `counter` follow from the name, `also` are names in other languages. Known by feel in all `markets`; where `interests`
    are given, by those alone who have one of them.
    """

    name: str
    quantity: Quantity
    figure: str
    lang: Lang
    who: str = ""
    on: date = field(default_factory=date.today)
    aspect: str = ""
    measured: str = ""
    many: str | None = None
    counter: str = ""
    markets: tuple[Market, ...] = MARKETS
    interests: tuple[str, ...] = ()
    also: Mapping[Lang, str] = field(default_factory=dict)


def own_reference(given: Given) -> Reference:
    """The reference that was given. Raises `EntryError` for a name or figure that cannot be one."""
    from assistant.references.check import check_entry

    made = check_entry(own_id(given), own_entry(given))
    if isinstance(made, Reference):
        return made
    # Whichever part of the entry it is in: all of them were made of the name.
    raise EntryError("", "name", made[0].problem, made[0].advice, made[0].code, made[0].values)


def own_id(given: Given) -> str:
    """The id of what was given: the same for the same thing and property, so that a new figure takes the old one's place.

    >>> quantity = Quantity("348 g", 0, 5, Decimal(348), "gram", "mass")
    >>> (
    ...     own_id(Given("our last model", quantity, "348 g", "en")),
    ...     own_id(Given("我们上一代", quantity, "348 g", "zh-Hans")),
    ... )
    ('own-our-last-model-mass', 'own-...-mass')
    """
    name = _tidy(given.name)
    slug = "-".join(re.findall("[a-z0-9]+", name.lower()))[:60]
    if not slug or not name.isascii():
        slug = f"{zlib.crc32(name.encode()):08x}"
    return f"own-{slug}-{_aspect(given)}"


def own_entry(given: Given) -> dict[str, Any]:
    """The entry that a file of references would hold. Raises `EntryError` for a name or figure that cannot be one."""
    quantity, name = given.quantity, _tidy(given.name)
    if not name:
        raise EntryError("", "name", "is empty", "Say what your customers know.", "string_too_short")
    if len(name) > NAME_CHARS:
        advice = "Sentences have to carry it."
        problem = f"longer than {NAME_CHARS} characters"
        raise EntryError("", "name", problem, advice, "string_too_long", {"max_length": str(NAME_CHARS)})
    value, low, high = _extent(quantity)
    if value <= 0 and quantity.dimension != "temperature":
        raise EntryError("", "figure", "zero, or less than zero, measures nothing up", "", "nothing")
    what = property_of(quantity.dimension, _aspect(given))
    statistic = _statistic(quantity)
    told = {given.lang: name, **{lang: _tidy(said) for lang, said in given.also.items() if _tidy(said)}}
    names: dict[str, Any] = {}
    for lang, said in told.items():
        mine = lang == given.lang
        made = names_for(
            said,
            what,
            statistic,
            lang,
            measured=_tidy(given.measured) if mine else "",
            many=given.many if mine else None,
            counter=given.counter if mine else "",
        )
        names[lang] = _names_entry(made)
    day = given.on.isoformat()
    entry: dict[str, Any] = {
        "own": True,
        "value": format(value, "f"),
        "unit": quantity.unit,
        "aspect": _aspect(given),
        "statistic": statistic,
        "spread": [format(low, "f"), format(high, "f")],
        "names": names,
        "markets": dict.fromkeys(given.markets, HEARD_OF if given.interests else KNOWN),
        "as_of": day,
        "source": {"title": _source(given), "figure": _tidy(given.figure) or quantity.text, "accessed": day},
    }
    if given.interests:
        entry["audiences"] = dict.fromkeys((interest.strip().lower() for interest in given.interests), KNOWN)
    return entry


def entry_of(reference: Reference) -> dict[str, Any]:
    """A reference as the entry that a file would hold; what is as a file leaves it is left out."""
    entry: dict[str, Any] = {"own": True} if reference.own else {}
    names = {lang: _names_entry(said) for lang, said in reference.names.items()}
    if reference.british is not None:
        names["en-GB"] = _names_entry(reference.british)  # type: ignore[index]
    source = {"title": reference.source.title, "url": reference.source.url}
    source |= {"figure": reference.source.figure, "accessed": reference.source.accessed}
    entry |= {
        "value": format(reference.value, "f"),
        "unit": reference.unit,
        "aspect": reference.aspect,
        "statistic": reference.statistic,
        "spread": [format(reference.low, "f"), format(reference.high, "f")],
        "names": names,
        "markets": dict(reference.markets),
        "audiences": dict(reference.audiences),
        "topics": list(reference.topics),
        "sensitivity": list(reference.sensitivity),
        "as_of": reference.as_of,
        "expires": reference.expires,
        "usable_as": list(reference.usable_as) if reference.usable_as != ("compare",) else None,
        "each": dict(reference.each),
        "working": reference.working,
        "source": {key: said for key, said in source.items() if said},
    }
    return {key: value for key, value in entry.items() if value}


def render_entries(references: Iterable[Reference]) -> str:
    """The YAML file of these references, which reads back as they are; empty for none."""
    import yaml

    entries = {reference.id: entry_of(reference) for reference in references}
    return yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=1_000) if entries else ""


def _names_entry(names: Names) -> dict[str, str]:
    said = {"name": names.name, "thing": names.thing, "of": names.of, "many": names.many, "counter": names.counter}
    return {key: text for key, text in said.items() if text}


def _tidy(text: str) -> str:
    return " ".join(text.split()).rstrip(".。")


def _aspect(given: Given) -> str:
    return given.aspect or properties_of(given.quantity.dimension)[0]


def _extent(quantity: Quantity) -> tuple[Decimal, Decimal, Decimal]:
    """The value, and what a reasonable one measures at least and at most: all one, but for a range or a tolerance."""
    if quantity.high is not None:
        return (quantity.low + quantity.high) / 2, quantity.low, quantity.high
    slack = quantity.tolerance or Decimal(0)
    return quantity.low, quantity.low - slack, quantity.low + slack


def _statistic(quantity: Quantity) -> Statistic:
    if quantity.statistic != "unstated":
        return quantity.statistic
    return _HEDGED.get(quantity.hedge, "rated")


def _source(given: Given) -> str:
    named, unnamed = _GIVEN[given.lang]
    who = _tidy(given.who)[:NAME_CHARS]
    return (named if who else unnamed).format(who=who, date=given.on.isoformat())
