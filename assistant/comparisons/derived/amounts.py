"""From the exact sum of facts to the one or two figures that are shown, with a hedge that is true of both."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from assistant.comparisons.rounding import CompareHedge, significant, within
from assistant.schema import Quantity

Bound = Literal["", "about", "up to", "at least"]
Rounding = Literal["uses", "time", "amount"]

# What is done once needs no sum.
LEAST = 2
# A whole or a half this near is what people say.
_CLOSE = Fraction(25, 1000)
_TWO_FIGURES = 100
_INVERTED: dict[Bound, Bound] = {"": "", "about": "about", "up to": "at least", "at least": "up to"}


class Exact(NamedTuple):
    """Both ends of a sum, equal but for ranges, and the hedge that its facts hand on."""

    low: Fraction
    high: Fraction
    bound: Bound


class Amount(NamedTuple):
    """What is shown of a sum: one value, or two of a range, with a hedge that is true of each."""

    values: tuple[Fraction, ...]
    hedge: CompareHedge
    error: float


def ends(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """The lower and the upper end of a quantity in its own unit; equal but for ranges."""
    low = Fraction(quantity.low)
    return low, low if quantity.high is None else Fraction(quantity.high)


def bound_of(quantity: Quantity) -> Bound | None:
    """The hedge of a fact as far as a sum can carry it; None where it can't ("more than", "±").

    A maximum bounds as "up to" does, an average is about.
    """
    if quantity.tolerance is not None or quantity.hedge in ("more than", "less than", "nearly"):
        return None
    if quantity.hedge == "about" or quantity.hedge == "up to" or quantity.hedge == "at least":
        return quantity.hedge
    by_statistic: dict[str, Bound] = {"maximum": "up to", "minimum": "at least", "average": "about", "typical": "about"}
    return by_statistic.get(quantity.statistic, "")


def _joined(one: Bound | None, other: Bound | None) -> Bound | None:
    """The hedge of both; None where one bounds from above and the other from below."""
    if one is None or other is None:
        return None
    firm = {bound for bound in (one, other) if bound in ("up to", "at least")}
    if len(firm) > 1:
        return None
    return "up to" if "up to" in firm else "at least" if firm else one or other


def divide(
    total: tuple[Fraction, Fraction], by: tuple[Fraction, Fraction], one: Quantity, other: Quantity
) -> Exact | None:
    """`total` of `one` divided by what `other` gives; None for nothing, and where the hedges contradict each other."""
    divisor = bound_of(other)
    bound = _joined(bound_of(one), None if divisor is None else _INVERTED[divisor])
    if bound is None or min(*total, *by) <= 0:
        return None
    return _settled(total[0] / by[1], total[1] / by[0], bound)


def scale(quantity: Quantity, factor: Fraction) -> Exact | None:
    """A quantity times a plain number: hours as months, watts as kilowatt-hours."""
    bound, (low, high) = bound_of(quantity), ends(quantity)
    return None if bound is None or low <= 0 else _settled(low * factor, high * factor, bound)


def _settled(low: Fraction, high: Fraction, bound: Bound) -> Exact | None:
    # "Up to 16 to 18 cups" bounds what?
    return None if low != high and bound in ("up to", "at least") else Exact(low, high, bound)


def show(exact: Exact, rounding: Rounding) -> Amount | None:
    """One or two figures of each end; None where none are true, and for uses and times of which there are hardly two.

    >>> show(Exact(Fraction(100_000, 3), Fraction(100_000, 3), ""), "uses").values
    (Fraction(33000, 1),)
    >>> show(Exact(Fraction(17, 3), Fraction(17, 3), ""), "time")[:2]
    ((Fraction(11, 2),), 'more than')
    """
    if rounding != "amount" and exact.low < LEAST:
        return None
    every = {exact.low: None, exact.high: None}
    shown = [_one(value, rounding, exact.bound != "" or len(every) > 1) for value in every]
    found = [one for one in shown if one is not None]
    if len(found) < len(shown):
        return None
    hedges = {hedge for _, hedge in found}
    hedge: CompareHedge = "about" if exact.bound or len(hedges) > 1 else hedges.pop()
    if exact.bound in ("up to", "at least") and all(value == end for (value, _), end in zip(found, every, strict=True)):
        # "Up to 30 days" needs no second hedge.
        hedge = "exactly"
    error = max(float(abs(value - end) / end) for (value, _), end in zip(found, every, strict=True))
    values = tuple(value for value, _ in found)
    return None if len(set(values)) < len(values) else Amount(values, hedge, error)


def _one(exact: Fraction, rounding: Rounding, bounded: bool) -> tuple[Fraction, CompareHedge] | None:
    plain = significant(exact)
    if plain == exact and (rounding != "uses" or exact.denominator == 1):
        return exact, "exactly"
    if rounding == "amount":
        return (plain, "about") if within(plain, exact) else None
    return _uses(exact, plain, bounded) if rounding == "uses" else _time(exact, plain, bounded)


def _uses(exact: Fraction, plain: Fraction, bounded: bool) -> tuple[Fraction, CompareHedge] | None:
    """Uses that are whole: the last one, for which it does not quite suffice, is left out where that is near enough."""
    whole = Fraction(int(exact))
    down = whole if exact < _TWO_FIGURES else plain if plain <= exact else plain - _step(exact)
    if within(down, exact):
        return down, "exactly" if down == exact else "about"
    up = Fraction(round(exact)) if exact < _TWO_FIGURES else plain
    if within(up, exact):
        return up, "about"
    return None if bounded else (down, "more than")


def _step(exact: Fraction) -> Fraction:
    return Fraction(10 ** (len(str(int(exact))) - 2))


def _time(exact: Fraction, plain: Fraction, bounded: bool) -> tuple[Fraction, CompareHedge] | None:
    """A whole, then a half where either is near; else more than the half below."""
    if exact >= 10:
        return plain, "about"
    half = Fraction(round(exact * 2), 2)
    for value in (Fraction(round(exact)), half):
        if within(value, exact, _CLOSE):
            return value, "exactly" if value == exact else "about"
    if bounded:
        return (half, "about") if within(half, exact) else None
    return Fraction(int(exact * 2), 2), "more than"
