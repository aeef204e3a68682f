"""The labelled lines of an axis: a few round values, in the units that the things on it are measured in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, log10

from assistant.comparisons.shelf import in_base_units
from assistant.schema import Lang
from assistant.units import lookup, render

# More lines than these on an axis are no help to the eye.
_TICKS = 7
_APART = 0.11
# Room at both ends, so that the first and the last do not stand on the edge.
_EDGE = 0.04
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
# What only some readers measure in: an axis is labelled in these only where nothing on it is measured otherwise.
_LOCAL = (
    "inch",
    "foot",
    "yard",
    "mile",
    "pound",
    "ounce",
    "gallon",
    "acre",
    "ping",
    "mu_area",
    "horsepower",
    "Fahrenheit",
    "jin",
)
# A unit that fewer things are measured in labels nothing, unless all are so rare.
_COMMON = 3
# Below a hundredth of a unit its figures are hard to read.
_LEAST_POWER = -2
_UNLIKE = 8


@dataclass(frozen=True, slots=True)
class Axis:
    """From where to where an axis goes, in logarithms of base units, or in °C or dB."""

    low: float
    high: float

    def share(self, at: float) -> float:
        """Where a place on it lies, from 0 at the left to 1."""
        return _EDGE + (1 - 2 * _EDGE) * (at - self.low) / (self.high - self.low)


def find_ticks(axis: Axis, units: Sequence[str], linear: bool, lang: Lang) -> Iterator[tuple[float, str]]:
    """A few labelled lines, in the units that the things themselves are measured in, none too close to the one before."""
    marks = sorted(_plain_marks(axis, units[0]) if linear else _log_marks(axis, _units_of(units)))
    apart = max(_APART, (axis.share(marks[-1][0]) - axis.share(marks[0][0])) / _TICKS) if marks else _APART
    last = -1.0
    for at, value, unit in marks:
        share = axis.share(at)
        if share - last >= apart - 1e-9:
            last = share
            yield share, render(value, unit, lang)


def _units_of(units: Sequence[str]) -> list[str]:
    """The units that an axis is labelled in: those that most things are measured in, and most readers measure in."""
    counted = Counter(units)
    for kept in (
        [unit for unit in counted if counted[unit] >= _COMMON and not _is_local(unit)],
        [unit for unit in counted if not _is_local(unit)],
    ):
        if kept:
            return _apart_enough(kept, counted)
    return list(counted)


def _apart_enough(units: Sequence[str], counted: Counter[str]) -> list[str]:
    """Of units of about one size (km/h and m/s) the one that most things are measured in."""
    kept: list[str] = []
    for unit in sorted(units, key=lambda unit: -counted[unit]):
        size = in_base_units(Fraction(1), unit)
        if all(
            max(size, other) / min(size, other) >= _UNLIKE for other in (in_base_units(Fraction(1), u) for u in kept)
        ):
            kept.append(unit)
    return kept


def _is_local(unit: str) -> bool:
    return any(word in unit for word in _LOCAL)


def _plain_marks(axis: Axis, unit: str) -> Iterator[tuple[float, Decimal, str]]:
    unit = "degree_Celsius" if lookup(unit).dimension == "temperature" else unit
    step = next((step for step in _STEPS if (axis.high - axis.low) / step <= _TICKS), _STEPS[-1])
    for number in range(ceil(axis.low / step), floor(axis.high / step) + 1):
        yield float(number * step), Decimal(number * step), unit


def _log_marks(axis: Axis, units: Iterable[str]) -> Iterator[tuple[float, Decimal, str]]:
    """1, 10, 100 … of each unit, up to where the next larger unit has its one; 2 and 5 as well on a short axis."""
    sized = sorted({log10(in_base_units(Fraction(1), unit)): unit for unit in units}.items())
    figures = (1, 2, 5) if axis.high - axis.low < 2 else (1,)
    for place, (one, unit) in enumerate(sized):
        until = min(axis.high, sized[place + 1][0] - 0.5 if place + 1 < len(sized) else axis.high)
        # Below its own one only the smallest unit is used.
        first = max(_LEAST_POWER, floor(axis.low - one)) if place == 0 else 0
        for power in range(first, floor(until - one) + 1):
            for figure in figures:
                at = one + power + log10(figure)
                if axis.low <= at <= until:
                    yield at, figure * Decimal(10) ** power, unit
