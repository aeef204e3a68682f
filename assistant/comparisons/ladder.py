"""A ladder: from the everyday up to the specification, in steps the mind can climb.

Three to five rungs, the specification on top; each step at most about ×20, and large enough to be felt. Only things
that the book marks as emblems ("rung") are rungs: what everybody can picture one above the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import log10

from assistant.comparisons.aspects import fits
from assistant.comparisons.candidates import magnitude
from assistant.comparisons.score import FAMILIARITY
from assistant.comparisons.shelf import Place, View, in_base_units, key_of
from assistant.comparisons.wording import stated
from assistant.schema import Lang, Quantity, Rung

MAX_STEP = 20.0
MIN_STEP = 1.8
# A ladder is for a specification far above the everyday; below this one comparison says it all.
MIN_CLIMB = 20.0
# A ladder helps where nothing that can be pictured (familiarity 4 and up) is about as large as the specification,
# or up to five times smaller: else one comparison says it all.
ALIKE = (-log10(1.5), log10(5))
PICTURED = 4
MOST_RUNGS = 4
# Rungs considered: the best-known ones, so that the search stays small whatever the size of the book.
CONSIDERED = 16


class _Candidate:
    __slots__ = ("known", "log", "ratio", "reference", "world")

    def __init__(self, ratio: Fraction, place: Place) -> None:
        self.ratio, self.reference = ratio, place.reference
        self.log, self.known = log10(float(ratio)), FAMILIARITY[place.level]
        self.world = place.reference.topics[0] if place.reference.topics else ""


def _cost(rungs: Sequence[_Candidate]) -> float:
    """Lower is better: more rungs, well known, of different worlds, in fairly even steps."""
    logs = [rung.log for rung in rungs] + [0.0]
    even = sum((a - b - 0.7) ** 2 for a, b in pairwise(logs))
    unknown = sum(1 - rung.known for rung in rungs)
    worlds = len({rung.world for rung in rungs})
    return even + 2.0 * unknown - 0.3 * worlds - 1.3 * len(rungs)


def find_ladder(quantity: Quantity, view: View, lang: Lang) -> tuple[Rung, ...]:
    """The best ladder up to the quantity; empty if none climbs honestly.

    Rungs rise; the last one is the specification itself (`reference` None). Empty, too, where something known by
    feel is about as large: then one comparison says it all.
    """
    base = in_base_units(Fraction(magnitude(quantity)), quantity.unit)
    if quantity.high is not None or base <= 0:
        return ()
    key, log = key_of(quantity.unit), log10(float(base))
    fitting = fits(quantity.dimension, quantity.unit, quantity.attribute)
    for place in view.any_between(key, log - ALIKE[1], log - ALIKE[0], PICTURED):
        if "compare" in place.reference.usable_as and fitting.get(place.reference.aspect, 0.0):
            return ()
    rungs = [
        _Candidate(base / place.base, place)
        for place in view.used("rung", quantity.dimension)
        if key_of(place.reference.unit) == key and fitting.get(place.reference.aspect, 0.0)
    ]
    below = [c for c in rungs if c.ratio >= MIN_STEP]
    below.sort(key=lambda c: (-c.known, c.reference.id))
    best = _climb(sorted(below[:CONSIDERED], key=lambda c: (-c.log, c.reference.id)))
    return _rungs(quantity, best, lang)


def _climb(below: Sequence[_Candidate]) -> tuple[_Candidate, ...]:
    """The cheapest way up through two to four of these, which are sorted from the lowest to the highest."""
    best: tuple[_Candidate, ...] = ()
    lowest = float("inf")
    paths: list[tuple[int, ...]] = [(start,) for start in range(len(below)) if below[start].log >= log10(MIN_CLIMB)]
    while paths:
        path = paths.pop()
        chosen = tuple(below[index] for index in path)
        if 2 <= len(chosen) <= MOST_RUNGS and _felt(chosen[-1].log):
            cost = _cost(chosen)
            if cost < lowest - 1e-9:
                best, lowest = chosen, cost
        if len(path) < MOST_RUNGS:
            last = below[path[-1]].log
            paths += [(*path, after) for after in range(path[-1] + 1, len(below)) if _felt(last - below[after].log)]
    return best


def _felt(step: float) -> bool:
    """Whether a step, the logarithm of a ratio, can be felt and climbed."""
    return log10(MIN_STEP) <= step <= log10(MAX_STEP) + 1e-9


def _rungs(quantity: Quantity, chosen: Sequence[_Candidate], lang: Lang) -> tuple[Rung, ...]:
    if not chosen:
        return ()
    rungs: list[Rung] = []
    previous: Fraction | None = None
    for candidate in chosen:
        reference, ratio = candidate.reference, candidate.ratio
        step = previous / ratio if previous is not None else None
        rungs.append(Rung(reference, reference.names[lang].name, reference.value, reference.unit, step))
        previous = ratio
    rungs.append(Rung(None, stated(quantity, lang), magnitude(quantity), quantity.unit, previous))
    return tuple(rungs)
