"""Natural frequencies: a share as so many in so many, in numbers that people count to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from assistant.comparisons.rounding import ABOUT, CompareHedge, Shown, significant, within

_ONE = Fraction(1)
# Of nearly all, what is left out is what counts: the smaller side may be off by this much.
_LEFT_OUT = Fraction(12, 100)
# A plainer frequency is not worth more of an error than this if another comes nearer.
_TIGHT = Fraction(25, 1000)
# Below this nobody pictures one in so many.
_LEAST = Fraction(1, 1_000_000)


@dataclass(frozen=True, slots=True)
class Frequency:
    """`count` in `among`, and how near that comes to the share."""

    count: int
    among: int
    shown: Shown


def _plain() -> Iterator[tuple[int, int]]:
    """So many in so many, the plainest first."""
    yield from ((1, among) for among in (2, 3, 4, 5, 10))
    yield from ((2, 3), (3, 4), (2, 5), (3, 5), (4, 5))
    yield from ((count, 10) for count in (3, 7, 9))
    yield from ((1, among) for among in (6, 7, 8, 9))
    yield from ((count, 20) for count in (3, 7, 9, 11, 13, 17))
    yield from ((3, 8), (5, 8), (2, 7), (3, 7), (4, 7), (2, 9), (4, 9), (5, 9), (2, 15))
    for size in (10, 100, 1_000, 10_000, 100_000):
        yield from ((1, first * size) for first in (1, 2, 3, 4, 5, 6, 7, 8, 9))
        yield from ((1, half * size // 10) for half in (12, 15, 25))
        yield from ((count, 10 * size) for count in (2, 3, 4, 5, 6, 7, 8, 9) if size >= 100)
    yield from ((among - 1, among) for among in (6, 7, 8, 9, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1_000))


@cache
def _values() -> tuple[tuple[int, int, Fraction], ...]:
    """Made on first use: a start without a percentage pays nothing for it."""
    return tuple((count, among, Fraction(count, among)) for count, among in _plain())


@lru_cache(maxsize=1024)
def natural(share: Fraction) -> Frequency | None:
    """The plainest frequency that is the share, else one within 5 % of it; None where none is.

    Of a share above a half, what is left out is met as well, within 12 %: 97 % is not "all but one in 25".

    >>> found = natural(Fraction(5, 100))
    >>> found.count, found.among, found.shown.hedge
    (1, 20, 'exactly')
    >>> found = natural(Fraction(3, 10_000))
    >>> found.count, found.among
    (3, 10000)
    """
    if not _LEAST <= share < _ONE:
        return None
    fitting = [
        (value != share, not within(value, share, _TIGHT), at)
        for at, (_, _, value) in enumerate(_values())
        if _fits(value, share)
    ]
    if fitting:
        count, among, value = _values()[min(fitting)[2]]
        return _frequency(count, among, value, share)
    if share < Fraction(1, 10):
        among = int(significant(1 / share))
        value = Fraction(1, among)
        return _frequency(1, among, value, share) if within(value, share) else None
    return None


def _fits(value: Fraction, share: Fraction) -> bool:
    return within(value, share, ABOUT) and (share <= Fraction(1, 2) or within(_ONE - value, _ONE - share, _LEFT_OUT))


def _frequency(count: int, among: int, value: Fraction, share: Fraction) -> Frequency:
    hedge: CompareHedge = "exactly" if value == share else "about"
    return Frequency(count, among, Shown(value, hedge, float(abs(value - share) / share)))


def is_clean(share: Fraction) -> bool:
    """Whether a share is one in two, four, five, 10, 20, 50 or 100, to the dot.

    >>> is_clean(Fraction(1, 5)), is_clean(Fraction(3, 10))
    (True, False)
    """
    return share.numerator == 1 and share.denominator in (2, 4, 5, 10, 20, 50, 100)
