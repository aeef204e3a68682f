"""A ladder: from the everyday up to the specification, in steps the mind can climb.

Three to five rungs, the specification on top; each step at most about ×20, and large enough to be felt. Only things
that the book marks as emblems ("rung") are rungs: what everybody can picture one above the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from math import log10

from assistant.comparisons.candidates import exact_ratio, magnitude
from assistant.comparisons.score import FAMILIARITY
from assistant.comparisons.wording import stated
from assistant.schema import Lang, Quantity, Reference, Rung

MAX_STEP = 20.0
MIN_STEP = 1.8
# A ladder is for a specification far above the everyday; below this one comparison says it all.
MIN_CLIMB = 20.0
# A ladder helps where nothing that can be pictured (familiarity 4 and up) is about as large as the specification,
# or up to five times smaller: else one comparison says it all.
ALIKE = (-log10(1.5), log10(5))
PICTURED = FAMILIARITY[4]
# Rungs considered: the best-known ones, so that the search stays small whatever the size of the book.
CONSIDERED = 16


class _Candidate:
    __slots__ = ("known", "log", "ratio", "reference", "world")

    def __init__(self, ratio: Fraction, reference: Reference, level: int) -> None:
        self.ratio, self.reference = ratio, reference
        self.log, self.known = log10(float(ratio)), FAMILIARITY[level]
        self.world = reference.topics[0] if reference.topics else ""


def _cost(rungs: Sequence[_Candidate]) -> float:
    """Lower is better: more rungs, well known, of different worlds, in fairly even steps."""
    logs = [rung.log for rung in rungs] + [0.0]
    even = sum((a - b - 0.7) ** 2 for a, b in pairwise(logs))
    unknown = sum(1 - rung.known for rung in rungs)
    worlds = len({rung.world for rung in rungs})
    return even + 2.0 * unknown - 0.3 * worlds - 1.3 * len(rungs)


def _climbs(rungs: Sequence[_Candidate]) -> bool:
    logs = [rung.log for rung in rungs] + [0.0]
    return all(log10(MIN_STEP) <= a - b <= log10(MAX_STEP) + 1e-9 for a, b in pairwise(logs))


def find_ladder(quantity: Quantity, known: Sequence[tuple[Reference, int]], lang: Lang) -> tuple[Rung, ...]:
    """The best ladder up to the quantity out of (reference, familiarity level) pairs; empty if none climbs honestly.

    Rungs rise; the last one is the specification itself (`reference` None). Empty, too, where something known by
    feel is about as large: then one comparison says it all.
    """
    if quantity.high is not None:
        return ()
    candidates = [_Candidate(exact_ratio(quantity, reference), reference, level) for reference, level in known]
    if any(ALIKE[0] <= c.log <= ALIKE[1] and c.known >= PICTURED for c in candidates):
        return ()
    below = [c for c in candidates if c.ratio >= MIN_STEP and "rung" in c.reference.usable_as]
    below.sort(key=lambda c: (-c.known, c.reference.id))
    below = sorted(below[:CONSIDERED], key=lambda c: (-c.log, c.reference.id))
    best: tuple[_Candidate, ...] = ()
    lowest = float("inf")
    for size in (2, 3, 4):
        for rungs in combinations(below, size):
            if rungs[0].log < log10(MIN_CLIMB) or not _climbs(rungs):
                continue
            cost = _cost(rungs)
            if cost < lowest - 1e-9:
                best, lowest = rungs, cost
    return _rungs(quantity, best, lang) if best else ()


def _rungs(quantity: Quantity, chosen: Sequence[_Candidate], lang: Lang) -> tuple[Rung, ...]:
    rungs: list[Rung] = []
    previous: Fraction | None = None
    for candidate in chosen:
        reference, ratio = candidate.reference, candidate.ratio
        step = previous / ratio if previous is not None else None
        rungs.append(Rung(reference, reference.names[lang].name, reference.value, reference.unit, step))
        previous = ratio
    rungs.append(Rung(None, stated(quantity, lang), magnitude(quantity), quantity.unit, previous))
    return tuple(rungs)
