"""Combinations that yield something countable: here the time that a familiar route takes at the specified speed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from assistant.comparisons.candidates import magnitude, ratio_text
from assistant.comparisons.rounding import CompareHedge, Shown, significant, within
from assistant.comparisons.score import FAMILIARITY, Audience, familiarity, total, whole_part, wording_part
from assistant.comparisons.wording import figure, journey_forms, time_text
from assistant.schema import Comparison, Quantity, Reference
from assistant.units import convert, render

_SECONDS = (("second", 1), ("minute", 60), ("hour", 3600))
# A wait that a person can feel: from a breath to a day's drive.
SHORTEST_S, LONGEST_S = Fraction(2), Fraction(12 * 3600)


def shown_time(seconds: Fraction) -> tuple[Shown, str] | None:
    """A time as a person would say it: at most two figures of seconds, minutes or hours; None where none is honest.

    >>> shown_time(Fraction(178))
    (Shown(value=Fraction(3, 1), hedge='about', error=0.0112...), 'minute')
    >>> shown_time(Fraction(1, 10)) is None
    True
    """
    if not SHORTEST_S <= seconds <= LONGEST_S:
        return None
    for unit, size in reversed(_SECONDS):
        value = seconds / size
        if value < Fraction(19, 20):
            continue
        whole = Fraction(round(value)) if value < 100 else significant(value)
        for shown in (whole, Fraction(round(value * 2), 2)):
            if shown >= 1 and within(shown, value):
                hedge: CompareHedge = "exactly" if shown == value else "about"
                return Shown(shown, hedge, float(abs(shown - value) / value)), unit
    return None


def find_journeys(quantity: Quantity, references: Iterable[Reference], audience: Audience) -> Iterator[Comparison]:
    """How long known routes take at the specified speed, in the order of the references; empty for other dimensions."""
    if quantity.dimension != "speed" or quantity.high is not None:
        return
    speed = convert(magnitude(quantity), quantity.unit, "meter / second")
    for route in references:
        level = familiarity(route, audience)
        if "distance" not in route.usable_as or level == 0 or speed <= 0:
            continue
        seconds = convert(route.value, route.unit, "meter") / speed
        timed = shown_time(seconds)
        if timed is not None:
            yield _journey(quantity, route, seconds, timed, audience, level)


def _journey(
    quantity: Quantity, route: Reference, seconds: Fraction, timed: tuple[Shown, str], audience: Audience, level: int
) -> Comparison:
    shown, unit = timed
    forms = journey_forms(figure(quantity, audience.lang), route, shown, unit, audience.lang)
    spec = render(magnitude(quantity), quantity.unit, audience.lang)
    distance = render(route.value, route.unit, audience.lang)
    exact = f"{ratio_text(seconds)} {'s' if audience.lang == 'en' else '秒'}"
    # Minutes are felt best; a handful of them better than a handful of seconds or hours.
    size = 1.0 if unit == "minute" and shown.value <= 60 else 0.7 if unit == "second" else 0.85
    parts = {
        "familiarity": FAMILIARITY[level],
        "size": size,
        "number": whole_part(shown),
        "combination": 0.9,
        "wording": round(wording_part(forms.noun, audience.lang), 4),
    }
    return Comparison(
        id="",
        quantity=quantity,
        kind="duration",
        references=(route,),
        ratio_exact=None,
        ratio_shown=None,
        hedge=shown.hedge,
        error=shown.error,
        text=forms.noun,
        forms=forms,
        working=f"{distance} ÷ {spec} = {exact} ≈ {time_text(shown.value, unit, audience.lang)}",
        score=total(parts),
        score_parts=parts,
        numbers=(shown.value,),
        exact=seconds,
    )
