"""References in the order in which they are worth looking at: by dimension, by how well an audience knows them, by size.

A shelf is made once for many rankings. Whatever its length, a ranking looks at the few dozen references that could score
best, found by bisection, and not at the rest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from heapq import heappop, heappush
from math import log10

from assistant.comparisons.score import FAMILIARITY, GOOD_ENOUGH, Audience, familiarity, is_foreign, size_part, total
from assistant.schema import Reference
from assistant.units import lookup

# What can be divided by one another: the dimension's name tells torque from energy, the powers one currency from another.
Key = tuple[str, tuple[tuple[str, int], ...]]
# Where English is British.
_BRITISH = ("uk", "hk", "eu")


def key_of(unit: str) -> Key:
    """The group that a unit's quantities stand in."""
    known = lookup(unit)
    return known.dimension, known.exponents


def in_base_units(value: Fraction, unit: str) -> Fraction:
    """A value in coherent base units, exact; not for temperatures, whose scales have offsets."""
    return value * lookup(unit).factor


@dataclass(frozen=True, slots=True)
class Place:
    """A reference on the shelf: its value in base units, the logarithm of that, and how well an audience knows it.

    `foreign`: an average of people, cars or homes of a place where this audience does not live.
    """

    reference: Reference
    base: Fraction
    log: float
    level: int
    foreign: bool = False


class _Row:
    """The places of one group that an audience knows equally well, by rising size."""

    __slots__ = ("logs", "places")

    def __init__(self, places: list[Place]) -> None:
        self.places = sorted(places, key=lambda place: (place.log, place.reference.id))
        self.logs = [place.log for place in self.places]


class View:
    """A shelf as one audience sees it: without what it does not know, in its own English."""

    __slots__ = ("_rows", "special")

    def __init__(self, references: Iterable[Reference], audience: Audience) -> None:
        british = audience.lang == "en" and audience.market in _BRITISH
        rows: dict[Key, dict[int, list[Place]]] = {}
        self.special: dict[tuple[str, str], list[Place]] = {}
        for reference in references:
            # What a team has named in another language alone cannot be said in this one.
            level = familiarity(reference, audience) if audience.lang in reference.names else 0
            if level == 0 or (reference.value <= 0 and reference.dimension != "temperature"):
                continue
            said = reference
            if british and reference.british is not None:
                said = replace(reference, names={**reference.names, "en": reference.british})
            base = in_base_units(Fraction(reference.value), reference.unit)
            log = log10(float(base)) if base > 0 else 0.0
            place = Place(said, base, log, level, is_foreign(reference, audience))
            rows.setdefault(key_of(reference.unit), {}).setdefault(level, []).append(place)
            for use in reference.usable_as:
                if use != "compare":
                    self.special.setdefault((use, reference.dimension), []).append(place)
        self._rows = {
            key: {level: _Row(places) for level, places in sorted(by_level.items(), reverse=True)}
            for key, by_level in rows.items()
        }

    def all_of(self, dimension: str) -> Iterator[Place]:
        """Every place of a dimension, the best known first, then by size."""
        for (name, _), rows in self._rows.items():
            if name == dimension:
                for row in rows.values():
                    yield from row.places

    def used(self, use: str, dimension: str) -> list[Place]:
        """The places of a dimension that serve for a use other than comparing ("distance", "load", "use", "rung")."""
        return self.special.get((use, dimension), [])

    def any_between(self, key: Key, low: float, high: float, least_level: int) -> Iterator[Place]:
        """Places whose logarithm lies between, known at least so well."""
        for level, row in self._rows.get(key, {}).items():
            if level < least_level:
                continue
            at = bisect_left(row.logs, low)
            while at < len(row.logs) and row.logs[at] <= high:
                yield row.places[at]
                at += 1

    def near(self, key: Key, log: float, counted: bool) -> Iterator[Place]:
        """The places of a group by how good a comparison with a quantity of that size could be at best.

        Ends where nothing further could be good enough. `counted`: small things fill a large one, so that a large
        multiple costs less.
        """
        heap: list[tuple[float, str, int, int, int]] = []
        rows = self._rows.get(key, {})

        def push(level: int, at: int, step: int) -> None:
            row = rows[level]
            if 0 <= at < len(row.places):
                ratio = 10 ** (log - row.logs[at])
                size = size_part(ratio)
                best = total(
                    {"familiarity": FAMILIARITY[level], "size": max(size, 0.7 if counted and ratio > 1 else 0.0)}
                )
                if best >= GOOD_ENOUGH:
                    heappush(heap, (-best, row.places[at].reference.id, level, at, step))

        for level, row in rows.items():
            # Up from what is as large as the quantity, whose share falls; down from it, whose multiple grows.
            at = bisect_left(row.logs, log)
            push(level, at, 1)
            push(level, at - 1, -1)
        while heap:
            _, _, level, at, step = heappop(heap)
            yield rows[level].places[at]
            push(level, at + step, step)


# What a quantity's dimension is compared through besides its own: a speed through routes, a power through its cost.
ALSO: dict[str, tuple[str, ...]] = {
    "speed": ("length",),
    "data_rate": ("data",),
    "data": ("data_rate",),
    "flow": ("volume",),
    "energy": ("power",),
    "power": ("currency_rate", "currency"),
    "currency_rate": ("currency",),
    "percentage": ("volume",),
}


class Shelf:
    """References ready for ranking. `view` is made once for each audience."""

    __slots__ = ("_views", "references")

    def __init__(self, references: Iterable[Reference]) -> None:
        self.references = tuple(references)
        self._views: dict[Audience, View] = {}

    def view(self, audience: Audience) -> View:
        """The shelf as this audience sees it."""
        found = self._views.get(audience)
        if found is None:
            found = self._views[audience] = View(self.references, audience)
        return found
