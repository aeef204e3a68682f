"""A reference with all its fields, as a form holds them: text in, an entry out, and what is wrong by field.

`Filled` is what stands in the form; `filled_of` puts a reference into it, `read_filled` takes one out of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.beside.own import read_figure
from assistant.references.check import check_entry
from assistant.references.faults import EntryError
from assistant.references.naming import names_for
from assistant.references.own import entry_of
from assistant.references.properties import properties_of, property_of
from assistant.references.tabular import read_levels
from assistant.schema import Lang, Market, Reference, Statistic
from assistant.units import render

PARTS = ("name", "thing", "of", "many", "counter")
# What messages about the entry open with, before the field.
_FIELD = "field"


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields of a form; empty ones have a default where there is one.

    `figure` is the quantity as one writes it ("348 g"), `low` and `high` plain numbers in its unit; `names` the parts of
    `assistant.schema.Names` by language, of which a name is enough; `audiences` is "running 5; cycling 4". Dates are ISO.
    """

    names: Mapping[Lang, Mapping[str, str]]
    figure: str
    aspect: str = ""
    statistic: Statistic = "rated"
    low: str = ""
    high: str = ""
    markets: Mapping[Market, int] = field(default_factory=dict)
    audiences: str = ""
    topics: tuple[str, ...] = ()
    sensitivity: tuple[str, ...] = ()
    usable_as: tuple[str, ...] = ("compare",)
    as_of: str = ""
    expires: str = ""
    working: str = ""
    title: str = ""
    url: str = ""
    source_figure: str = ""
    accessed: str = ""


def filled_of(reference: Reference, lang: Lang) -> Filled:
    """A reference as a form shows it to a reader of this language."""
    names = {own: {part: getattr(said, part) for part in PARTS} for own, said in reference.names.items()}
    spread = (reference.low, reference.high) != (reference.value, reference.value)
    return Filled(
        names=names,
        figure=render(reference.value, reference.unit, lang),
        aspect=reference.aspect,
        statistic=reference.statistic,
        low=format(reference.low, "f") if spread else "",
        high=format(reference.high, "f") if spread else "",
        markets=dict(reference.markets),
        audiences="; ".join(f"{interest} {level}" for interest, level in reference.audiences.items()),
        topics=reference.topics,
        sensitivity=reference.sensitivity,
        usable_as=reference.usable_as,
        as_of=reference.as_of,
        expires=reference.expires or "",
        working=reference.working,
        title=reference.source.title,
        url=reference.source.url,
        source_figure=reference.source.figure,
        accessed=reference.source.accessed,
    )


def read_filled(
    filled: Filled, lang: Lang, before: Reference, market: Market | None = None
) -> Reference | tuple[EntryError, ...]:
    """The reference that a form describes, under the id of the one that it showed before; or all that is wrong with it.

    A figure that nobody has touched keeps its exact value. Each fault's `place` is the name of its field ("figure",
    "names.zh-Hans.name", "source.url").
    """
    faults: list[EntryError] = []
    value, unit, dimension = format(before.value, "f"), before.unit, before.dimension
    if filled.figure.strip() != render(before.value, before.unit, lang):
        read = read_figure(filled.figure, lang, market)
        if isinstance(read, EntryError):
            return (read,)
        value, unit, dimension = format(read.low, "f"), read.unit, read.dimension
    entry = entry_of(before) | {
        "value": value,
        "unit": unit,
        "aspect": _aspect(filled, dimension),
        "statistic": filled.statistic,
        "spread": [filled.low.strip() or value, filled.high.strip() or value],
        "names": _names(filled, dimension),
        "markets": {market: level for market, level in filled.markets.items() if level},
        "audiences": _audiences(filled, faults),
        "topics": [topic.strip().lower() for topic in filled.topics if topic.strip()],
        "sensitivity": [why.strip().lower() for why in filled.sensitivity if why.strip()],
        "usable_as": list(filled.usable_as) or ["compare"],
        "as_of": filled.as_of.strip(),
        "expires": filled.expires.strip() or None,
        "working": filled.working.strip(),
        "source": {
            "title": filled.title,
            "url": filled.url.strip(),
            "figure": filled.source_figure.strip() or filled.figure,
            "accessed": filled.accessed.strip() or filled.as_of.strip(),
        },
    }
    if not before.own and not entry["source"]["url"]:
        # An address that was taken away leaves somebody's own word.
        entry["own"] = True
    made = check_entry(before.id, entry, place=_FIELD)
    if isinstance(made, Reference) and not faults:
        return made
    found = [] if isinstance(made, Reference) else made
    return (*faults, *(_at_field(fault) for fault in found))


def _at_field(fault: EntryError) -> EntryError:
    place = fault.place.removeprefix(_FIELD).removeprefix(".")
    place = {"spread.0": "low", "spread.1": "high", "value": "figure", "unit": "figure"}.get(place, place)
    return EntryError("", place or "low", fault.problem, fault.advice, fault.code, fault.values)


def _aspect(filled: Filled, dimension: str) -> str:
    known = properties_of(dimension)
    return filled.aspect if filled.aspect in known else known[0]


def _names(filled: Filled, dimension: str) -> dict[str, Any]:
    """What was entered of each language, and by rule what was not."""
    what = property_of(dimension, _aspect(filled, dimension))
    names: dict[str, Any] = {}
    for lang, said in filled.names.items():
        given = {part: " ".join(said.get(part, "").split()) for part in PARTS}
        if not any(given.values()):
            continue
        by_rule = names_for(given["name"] or given["thing"], what, filled.statistic, lang, counter=given["counter"])
        names[lang] = {part: given[part] or getattr(by_rule, part) for part in ("name", "thing", "of")}
        names[lang] |= {part: given[part] for part in ("many", "counter") if given[part]}
    return names


def _audiences(filled: Filled, faults: list[EntryError]) -> dict[str, int]:
    try:
        return {interest.lower(): level for interest, level in read_levels("", "audiences", filled.audiences).items()}
    except EntryError as fault:
        faults.append(fault)
        return {}
