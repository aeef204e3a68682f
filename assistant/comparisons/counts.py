"""How many: streams that a data rate carries at once, charges and uses that a store holds, hours of streaming in a volume.

Things in stock (songs on a disk) are counted among the ordinary candidates; here the count is of something done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import log10

from assistant.comparisons.candidates import compose, division, magnitude
from assistant.comparisons.combined_wording import (
    EQUAL_VOLTAGE,
    LOSSLESS,
    at_once_forms,
    charges_forms,
    hours_forms,
    uses_forms,
)
from assistant.comparisons.durations import MOST_STREAMED_S, hourly, rounded
from assistant.comparisons.roles import holds_water, is_store
from assistant.comparisons.rounding import LARGEST, LARGEST_COUNT, Shown, shown_ratio
from assistant.comparisons.score import FAMILIARITY, Audience, size_part, spread_part, whole_part
from assistant.comparisons.shelf import Place, View, in_base_units
from assistant.comparisons.wording import stated
from assistant.schema import Comparison, Forms, Lang, Quantity, Reference
from assistant.units import render

_Say = Callable[[str, Reference, Shown, Lang], Forms]

# What is done once or twice needs no count.
LEAST = Fraction(19, 10)
# More charges or uses than this nobody counts.
MOST_USES = 100
# So many of the best-known things are put into words.
LOOKED_AT = 4


def find_counts(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    """How many familiar uses the specification is good for; empty for a range, and where it holds nothing that is used."""
    if quantity.high is not None:
        return
    base = in_base_units(Fraction(magnitude(quantity)), quantity.unit)
    found = _countable(quantity, view, audience.lang) if base > 0 else None
    if found is None:
        return
    places, most, say, assumption = found
    log = log10(float(base))
    near = [p for p in places if log10(float(LEAST)) <= log - p.log <= log10(most)]
    near.sort(key=lambda p: (-FAMILIARITY[p.level] * size_part(10 ** (log - p.log)), p.reference.id))
    for place in near[:LOOKED_AT]:
        counted = _count(quantity, place, base, say, assumption, audience)
        if counted is not None:
            yield counted


def _countable(quantity: Quantity, view: View, lang: Lang) -> tuple[list[Place], int, _Say, str] | None:
    """What is counted, up to how many, the wording and the assumption that all counts of this kind share."""
    dimension = quantity.dimension
    if dimension == "data_rate":
        return [p for p in view.used("use", dimension) if p.reference.names[lang].many], LARGEST, at_once_forms, ""
    if dimension == "data":
        hours = [p for p in view.used("load", dimension) if hourly(p.reference) and _only(p.reference, "load")]
        return hours, MOST_STREAMED_S // 3600, hours_forms, ""
    if not is_store(quantity):
        return None
    if dimension == "charge":
        return view.used("load", dimension), MOST_USES, charges_forms, EQUAL_VOLTAGE[lang]
    uses = [p for p in view.used("load", dimension) if p.reference.names[lang].many]
    if dimension == "energy":
        return uses, MOST_USES, uses_forms, LOSSLESS[lang]
    if dimension == "volume" and holds_water(quantity):
        return [p for p in uses if p.reference.aspect == "water"], MOST_USES, uses_forms, ""
    return None


def _only(reference: Reference, use: str) -> bool:
    return reference.usable_as == (use,)


def _count(
    quantity: Quantity, place: Place, base: Fraction, say: _Say, assumption: str, audience: Audience
) -> Comparison | None:
    thing, ratio, lang = place.reference, base / place.base, audience.lang
    shown = shown_ratio(ratio, LARGEST_COUNT)
    # Nearly six charges are five: what is not there in full is not promised.
    if shown is None or shown.hedge == "nearly" or shown.value.denominator != 1 or ratio < LEAST:
        return None
    shown = rounded(shown, thing)
    parts = {
        "familiarity": FAMILIARITY[place.level],
        "size": round(size_part(ratio), 4),
        "number": whole_part(shown),
        "spread": round(spread_part(thing), 4),
        "combination": 0.9,
    }
    one = thing.each.get(lang) or _each(thing, lang)
    return compose(
        quantity, "count", (thing,), say(stated(quantity, lang), thing, shown, lang), shown, parts,
        division(quantity, thing, ratio, audience), audience,
        ratio=ratio, numbers=(shown.value,), assumptions=tuple(filter(None, (assumption, one))),
    )  # fmt: skip


def _each(thing: Reference, lang: Lang) -> str:
    """What was taken for one, where the entry has no words of its own for it."""
    name, size = thing.names[lang].name, render(thing.value, thing.unit, lang)
    if lang == "en":
        return f"{name[:1].upper()}{name[1:]}: {size}."
    return f"{name}按{size}计算。" if lang == "zh-Hans" else f"{name}以{size}計算。"
