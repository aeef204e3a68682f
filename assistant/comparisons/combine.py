"""Combinations that yield something countable: here the time that a familiar route takes at the specified speed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from assistant.comparisons.candidates import magnitude, ratio_text
from assistant.comparisons.rounding import CompareHedge, Shown, significant, within
from assistant.comparisons.score import FAMILIARITY, Audience, total, whole_part, wording_part
from assistant.comparisons.shelf import Place, View
from assistant.comparisons.wording import figure, journey_forms, time_text
from assistant.schema import Comparison, Quantity, Reference
from assistant.units import convert, render

_SECONDS = (("second", 1), ("minute", 60), ("hour", 3600))
# A wait that a person can feel: from a breath to a day's drive.
SHORTEST_S, LONGEST_S = Fraction(2), Fraction(12 * 3600)
# So many routes are put into words; the others could hardly win.
LOOKED_AT = 8


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


def find_journeys(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    """How long the best-known routes take at the specified speed, the best first; empty for other dimensions."""
    if quantity.dimension != "speed" or quantity.high is not None:
        return
    speed = convert(magnitude(quantity), quantity.unit, "meter / second")
    if speed <= 0:
        return
    timed = sorted(
        (
            (-total(_felt(place, shown)), place.reference.id, place, shown)
            for place in view.used("distance")
            if (shown := shown_time(place.base / speed))
        ),
        key=lambda entry: entry[:2],
    )
    for _, _, place, shown in timed[:LOOKED_AT]:
        yield _journey(quantity, place.reference, place.base / speed, shown, audience, place)


def _felt(place: Place, timed: tuple[Shown, str]) -> dict[str, float]:
    """The parts of a journey's score that do not depend on the wording."""
    shown, unit = timed
    # Minutes are felt best; a handful of them better than a handful of seconds or hours.
    size = 1.0 if unit == "minute" and shown.value <= 60 else 0.7 if unit == "second" else 0.85
    return {"familiarity": FAMILIARITY[place.level], "size": size, "number": whole_part(shown), "combination": 0.9}


def _journey(
    quantity: Quantity, route: Reference, seconds: Fraction, timed: tuple[Shown, str], audience: Audience, place: Place
) -> Comparison:
    shown, unit = timed
    forms = journey_forms(figure(quantity, audience.lang), route, shown, unit, audience.lang)
    spec = render(magnitude(quantity), quantity.unit, audience.lang)
    distance = render(route.value, route.unit, audience.lang)
    exact = f"{ratio_text(seconds)} {'s' if audience.lang == 'en' else '秒'}"
    parts = {**_felt(place, timed), "wording": round(wording_part(forms.noun, audience.lang), 4)}
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
