"""A trace as something seen: so many drops in a vessel of water, or one second in so many hours."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import log10

from assistant.comparisons.aspects import aspect_of
from assistant.comparisons.candidates import compose, magnitude, ratio_text
from assistant.comparisons.durations import shown_time
from assistant.comparisons.portion_wording import drops_forms, several, sizes_taken, tick_forms
from assistant.comparisons.portions import TRACE
from assistant.comparisons.rounding import CompareHedge, Shown, within
from assistant.comparisons.score import FAMILIARITY, Audience
from assistant.comparisons.shelf import Place, View, in_base_units
from assistant.comparisons.wording import stated
from assistant.schema import Comparison, Quantity, Reference
from assistant.units import render

MOST_DROPS = 20
# What is dropped in: water, what a spoon holds, and emblems that a hand holds.
_SPOON, _CAN = Fraction(20, 1_000_000), Fraction(400, 1_000_000)
# So many are put into words, each in a vessel of its own.
TOLD = 2
# One second is seen in an hour, a day, a year.
_LONGEST_TICK_S = 400 * 86_400


def find_drops(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    """The best-known drops and vessels whose ratio is the trace, within 5 %; else one second in so long a time."""
    if quantity.dimension != "percentage" or quantity.unit == "percent" or quantity.high is not None:
        return
    share = in_base_units(Fraction(magnitude(quantity)), quantity.unit)
    if not 0 < share < TRACE * 10:
        return
    # How far a clock or a gauge is off is no matter of volume.
    told = () if aspect_of(quantity.attribute) == "precision" else _pairs(share, view, audience)
    for small, vessel, number in told:
        yield _dropped(quantity, share, small, vessel, number, audience)
    if not told:
        yield from _ticks(quantity, share, audience)


def _pairs(share: Fraction, view: View, audience: Audience) -> list[tuple[Place, Place, int]]:
    """What is dropped in, into what, and how many: the best known and fewest first, each vessel once."""
    vessels = [p for p in view.used("load", "volume") if _holds_water(p.reference)]
    found: list[tuple[float, str, str, Place, Place, int]] = []
    for small in view.all_of("volume"):
        if not _is_dropped(small):
            continue
        for vessel in vessels:
            log = log10(float(share)) + vessel.log - small.log
            if not -0.03 <= log <= log10(MOST_DROPS) + 0.03 or small.reference.id == vessel.reference.id:
                continue
            number = min(max(1, round(10**log)), MOST_DROPS)
            if within(number * small.base / vessel.base, share) and several(small.reference, number, audience.lang):
                good = FAMILIARITY[small.level] * FAMILIARITY[vessel.level] * _ease(number)
                found.append((-good, vessel.reference.id, small.reference.id, small, vessel, number))
    found.sort(key=lambda entry: entry[:3])
    best: dict[str, tuple[Place, Place, int]] = {}
    for _, key, _, small, vessel, number in found:
        best.setdefault(key, (small, vessel, number))
    return list(best.values())[:TOLD]


def _holds_water(thing: Reference) -> bool:
    return thing.aspect == "volume" and "water" in thing.topics and not _is_numbered(thing)


def _is_numbered(thing: Reference) -> bool:
    """Whether its name holds a number: in 7桶18.9升桶装水 nobody sees which is counted."""
    return any(char.isdigit() for names in thing.names.values() for char in names.thing)


def _is_dropped(place: Place) -> bool:
    thing = place.reference
    if thing.aspect != "volume" or _is_numbered(thing):
        return False
    spoon = "kitchen" in thing.topics and place.base <= _SPOON
    return spoon or "water" in thing.topics or ("rung" in thing.usable_as and place.base <= _CAN)


def _ease(number: int) -> float:
    """One is seen, a few are counted."""
    return 1.0 if number == 1 else 0.95 if number <= 5 else 0.85 if number <= 10 else 0.7


def _dropped(
    quantity: Quantity, share: Fraction, small: Place, vessel: Place, number: int, audience: Audience
) -> Comparison:
    lang, made = audience.lang, number * small.base / vessel.base
    # What a drop or a bath holds is a round figure: never "exactly".
    hedge: CompareHedge = "about"
    shown = Shown(Fraction(number), hedge, float(abs(made - share) / share))
    sizes = [
        f"{p.reference.names[lang].name}{': ' if lang == 'en' else '：'}{render(p.reference.value, p.reference.unit, lang)}"
        for p in (small, vessel)
    ]
    said = several(small.reference, number, lang) or small.reference.names[lang].thing
    amounts = [render(p.reference.value, p.reference.unit, lang) for p in (small, vessel)]
    parts = {
        "familiarity": FAMILIARITY[small.level] * FAMILIARITY[vessel.level],
        "number": _ease(number),
        "combination": 0.75,
    }
    return compose(
        quantity, "share", (small.reference, vessel.reference),
        drops_forms(stated(quantity, lang), said, vessel.reference, shown, lang), shown, parts,
        f"{number} × {amounts[0]} ÷ {amounts[1]} = {ratio_text(made * 1_000_000)} ppm", audience,
        numbers=(Fraction(number),), exact=share, assumptions=(sizes_taken(sizes[0], sizes[1], lang),),
    )  # fmt: skip


def _ticks(quantity: Quantity, share: Fraction, audience: Audience) -> Iterator[Comparison]:
    timed, lang = shown_time(1 / share, 60, _LONGEST_TICK_S), audience.lang
    if timed is None:
        return
    shown, unit = timed
    yield compose(
        quantity, "share", (), tick_forms(stated(quantity, lang), shown, unit, lang), shown,
        {"number": 0.9, "combination": 0.6}, f"1 s ÷ {ratio_text(share * 1_000_000)} ppm = {ratio_text(1 / share)} s", audience,
        numbers=(Fraction(1), shown.value), exact=share,
    )  # fmt: skip
