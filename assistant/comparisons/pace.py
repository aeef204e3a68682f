"""How often: 10,000 orders a day are about one every nine seconds, day and night; a million are about 12 a second."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from assistant.comparisons.candidates import compose, magnitude, ratio_text
from assistant.comparisons.combined_wording import time_text
from assistant.comparisons.numbers import count_text
from assistant.comparisons.pace_wording import Spread, event_of, every_forms, per_forms, spread_said
from assistant.comparisons.roles import works_eight_hours
from assistant.comparisons.rounding import CompareHedge, Shown, significant, within
from assistant.comparisons.score import Audience, whole_part
from assistant.comparisons.shelf import View, in_base_units
from assistant.comparisons.wording import stated
from assistant.schema import Comparison, Quantity

# What happens one by one, in a time that the unit names.
PACED = ("count_rate", "request_rate", "transaction_rate")
_SIZES = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86_400,
    "week": 604_800,
    "month": 2_629_800,
    "year": 31_557_600,
}
# One every six hours is still waited for; one every eight is three a day.
LONGEST_S = 6 * 3600
# Up to here an interval is counted in a unit.
_MOST = {"second": 90, "minute": 90, "hour": 6}
# More in a second, or a minute, than this is a number again.
MOST_IN_ONE = 100


class Pace(NamedTuple):
    """One every `shown` of a unit (`every`), or `shown` in one of it."""

    every: bool
    shown: Shown
    unit: str


def period_of(unit: str) -> str | None:
    """The time that a rate is stated for; None for a rate over something else.

    >>> period_of("count / day"), period_of("count / meter")
    ('day', None)
    """
    period = unit.rpartition(" / ")[2]
    return period if period in _SIZES else None


def _shown(value: Fraction, exact: Fraction) -> Shown:
    hedge: CompareHedge = "exactly" if value == exact else "about"
    return Shown(value, hedge, float(abs(value - exact) / exact))


def _whole(exact: Fraction, most: int, least: int = 2) -> Shown | None:
    value = Fraction(round(exact)) if exact < 100 else significant(exact)
    return _shown(value, exact) if least <= value <= most and within(value, exact) else None


def find_pace_of(interval: Fraction, period: str) -> Pace | None:
    """How an interval in seconds is said: whole numbers first, halves of minutes and hours where none is near; or None.

    Nothing is said that the rate, stated for `period`, says already.

    >>> pace = find_pace_of(Fraction(864, 100), "day")
    >>> pace and (pace.every, int(pace.shown.value), pace.unit)
    (True, 9, 'second')
    >>> find_pace_of(Fraction(8 * 3600), "day") is None
    True
    """
    if interval > LONGEST_S * Fraction(21, 20) or interval * 20 >= 19 * _SIZES[period]:
        return None
    shorter = [unit for unit in ("second", "minute", "hour") if _SIZES[unit] < _SIZES[period]]
    for unit in reversed(shorter):
        if within(Fraction(1), _SIZES[unit] / interval):
            return Pace(False, _shown(Fraction(1), _SIZES[unit] / interval), unit)
    for unit in shorter:
        size = _SIZES[unit]
        if interval * 100 >= 95 * size and (every := _whole(interval / size, _MOST[unit])) is not None:
            return Pace(True, every, unit)
        if (per := _whole(size / interval, MOST_IN_ONE, 1)) is not None:
            return Pace(False, per, unit)
    # Two and a half hours, three and a half a second.
    for unit in shorter:
        timed = unit != "second"
        exact = interval / _SIZES[unit] if timed else 1 / interval
        half = Fraction(round(exact * 2), 2)
        if 1 < half <= 10 and within(half, exact):
            return Pace(timed, _shown(half, exact), unit)
    return None


def _interval(quantity: Quantity, period: str) -> Fraction:
    """Seconds from one to the next; of a working day, its eight hours alone."""
    rate = in_base_units(Fraction(magnitude(quantity)), quantity.unit)
    return 1 / rate / (3 if period == "day" and works_eight_hours(quantity) else 1)


def paced(quantity: Quantity) -> Pace | None:
    """The pace of a rate; None where the rate is as clear as it can be, or too fast to be felt."""
    period = period_of(quantity.unit)
    if quantity.dimension not in PACED or quantity.high is not None or quantity.low <= 0 or period is None:
        return None
    return find_pace_of(_interval(quantity, period), period)


def too_fast(quantity: Quantity) -> bool:
    """Whether more come in a second than anybody could count."""
    period = period_of(quantity.unit)
    return period is not None and quantity.low > 0 and _interval(quantity, period) * MOST_IN_ONE < 1


def find_pace(quantity: Quantity, _: View, audience: Audience) -> Iterator[Comparison]:
    """One every so often, or so many in a shorter time; empty for rates that are clear as they stand."""
    pace, period = paced(quantity), period_of(quantity.unit)
    if pace is None or period is None:
        return
    lang, interval = audience.lang, _interval(quantity, period)
    eight = period == "day" and works_eight_hours(quantity)
    spread: Spread = "eight hours" if eight else "even" if period in ("second", "minute", "hour") else "day and night"
    event, subject = event_of(quantity, lang), stated(quantity, lang)
    say = every_forms if pace.every else per_forms
    seconds = _SIZES[period] // (3 if eight else 1)
    second = "s" if lang == "en" else "秒"
    amount = count_text(Fraction(magnitude(quantity)), "en")
    came = f"{ratio_text(interval)} {second}"
    if not pace.every:
        came = f"{ratio_text(1 / interval * _SIZES[pace.unit])} / {time_text(Fraction(1), pace.unit, lang)}"
        working = f"{amount} ÷ {seconds // _SIZES[pace.unit]:,} = {came}"
    else:
        working = f"{seconds:,} {second} ÷ {amount} = {came}"
    yield compose(
        quantity, "duration", (), say(subject, event, pace.shown, pace.unit, spread, lang), pace.shown,
        {"number": whole_part(pace.shown), "combination": 0.9}, working, audience,
        numbers=(pace.shown.value, *((Fraction(8),) if eight else ())), exact=interval,
        assumptions=(spread_said(spread, lang),),
    )  # fmt: skip
