"""From an exact ratio to the number a reader is shown, with a hedge that is true.

*about* holds within 5 %; *more than* strictly below the exact value and within one step of the shown rounding;
*nearly* strictly above it, within one step. Shown multiples are whole (or one and a half, two and
a half; tenths between one and two), shown shares are the fractions people say. One or two significant figures. Where no honest number exists there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

CompareHedge = Literal["exactly", "about", "more than", "nearly", ""]

ABOUT = Fraction(5, 100)
# The shares that people say, from the smallest.
SHARES = tuple(Fraction(n, d) for n, d in ((1, 5), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4), (4, 5)))
_PARTS = tuple((share, share.numerator, share.denominator) for share in SHARES)
HALVES = (Fraction(3, 2), Fraction(5, 2))
# Between once and twice a tenth is felt; "1.3 times" is as short as it is true.
TENTHS = tuple(Fraction(n, 10) for n in (13, 14, 16, 17))
# Beyond this a multiple is a number to gape at, not one to feel.
LARGEST = 1_000
# Small things that fill a big one (songs, photos) are counted further; millions say nothing.
LARGEST_COUNT = 100_000


@dataclass(frozen=True, slots=True)
class Shown:
    """What the reader is told of a ratio: `value` with `hedge`; `error` is the relative distance to the exact one."""

    value: Fraction
    hedge: CompareHedge
    error: float


def significant(value: Fraction, figures: int = 2) -> Fraction:
    """`value` rounded half up to so many significant figures.

    >>> significant(Fraction(5748, 10)), significant(Fraction(1, 3))
    (Fraction(570, 1), Fraction(33, 100))
    """
    if value == 0:
        return value
    n, d = value.numerator, value.denominator
    if n >= d * 10 ** (figures - 1):
        # Large positive values, which rankings round by the thousand: in whole numbers.
        whole = 10 ** (len(str(n // d)) - figures)
        return Fraction((2 * n + d * whole) // (2 * d * whole) * whole)
    size = abs(value)
    exponent = len(str(size.numerator // size.denominator)) if size >= 1 else 0
    while size < 1 and size * Fraction(10) ** (1 - exponent) < 1:
        exponent -= 1
    step = Fraction(10) ** (exponent - figures)
    rounded = (size / step + Fraction(1, 2)).__floor__() * step
    return rounded if value > 0 else -rounded


def within(shown: Fraction, exact: Fraction, tolerance: Fraction = ABOUT) -> bool:
    """Whether `shown` lies within `tolerance` of `exact`, relative to `exact`."""
    return abs(shown - exact) <= tolerance * abs(exact)


def _error(shown: Fraction, exact: Fraction) -> float:
    return abs(float(shown) / float(exact) - 1.0)


def _near(top: int, bottom: int, numerator: int, denominator: int, percent: int = 5) -> bool:
    """`within` for top/bottom beside numerator/denominator, in whole numbers: a ranking asks it thousands of times."""
    return 100 * abs(top * denominator - numerator * bottom) <= percent * numerator * bottom


def _whole(ratio: Fraction) -> Shown | None:
    n, d = ratio.numerator, ratio.denominator
    whole = round(ratio) if n < 100 * d else int(significant(ratio))
    if _near(whole, 1, n, d):
        return _shown(Fraction(whole), "about", ratio)
    below = n // d
    # "More than twice" for 2.9 would hide most of the third: only the lower half of the step is honest.
    if below * d < n and 2 * (n - below * d) <= d:
        return _shown(Fraction(below), "more than", ratio)
    return _shown(Fraction(below + 1), "nearly", ratio)


def _shown(value: Fraction, hedge: CompareHedge, ratio: Fraction) -> Shown:
    return Shown(value, hedge, _error(value, ratio))


_ONE = Fraction(1)


def shown_ratio(ratio: Fraction, largest: int = LARGEST) -> Shown | None:
    """The number to show for a positive ratio of specification to reference up to `largest`, or None.

    >>> shown_ratio(Fraction(5748, 10))
    Shown(value=Fraction(570, 1), hedge='about', error=0.00835...)
    >>> shown_ratio(Fraction(23, 10)).hedge, shown_ratio(Fraction(29, 10)).value
    ('more than', Fraction(3, 1))
    >>> shown_ratio(Fraction(1, 7)) is None
    True
    """
    n, d = ratio.numerator, ratio.denominator
    if n <= 0 or n > largest * d:
        return None
    if _near(1, 1, n, d):
        return _shown(_ONE, "exactly" if n == d else "about", ratio)
    if n < d:
        return _share(ratio)
    if 4 * n < 5 * d:
        return _shown(_ONE, "more than", ratio)
    for half in HALVES:
        if _near(half.numerator, 2, n, d, 3):
            return _shown(half, "about", ratio)
    if n < 2 * d:
        return _between_one_and_two(ratio)
    return _whole(ratio)


def _between_one_and_two(ratio: Fraction) -> Shown:
    """A quarter to nine tenths more: 1.3, 1.4, 1.6 or 1.7 times, from there nearly or about twice."""
    n, d = ratio.numerator, ratio.denominator
    if _near(2, 1, n, d):
        return _shown(Fraction(2), "about", ratio)
    if 4 * n >= 7 * d:
        return _shown(Fraction(2), "nearly", ratio)
    return _shown(min(TENTHS, key=lambda tenth: abs(tenth * d - n)), "about", ratio)


def _share(ratio: Fraction) -> Shown | None:
    """A share that people say: about it, or more than the one below or nearly the one above, whichever is closer."""
    n, d = ratio.numerator, ratio.denominator
    below = 0
    for share, top, bottom in _PARTS:
        if _near(top, bottom, n, d):
            return _shown(share, "about", ratio)
        below += top * d < n * bottom
    if below == 0:
        return None
    (low, a, b), (high, e, f) = _PARTS[below - 1], _PARTS[below] if below < len(_PARTS) else (_ONE, 1, 1)
    # Nearer to the one below: 2 n/d <= a/b + e/f, in whole numbers.
    if 2 * n * b * f <= d * (a * f + e * b):
        return _shown(low, "more than", ratio)
    return _shown(high, "nearly", ratio)
