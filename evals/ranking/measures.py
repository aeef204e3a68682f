"""Agreement of scores with the raters' verdicts; each measure is 1 at best, a half for scores that know nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import nan

from evals.ranking.tasks import Task


@dataclass(frozen=True, slots=True)
class Agreement:
    """Measures over tasks; nan where no task can tell.

    `pairwise`: of two descriptions of one number, the useful one scores higher (ties count half). `top1`: the best of a
    task that has both kinds is useful (ties shared). `abstention`: area under the curve of the best score of a task against
    "something here is useful".
    """

    pairwise: float
    top1: float
    abstention: float


def auc(higher: Sequence[float], lower: Sequence[float]) -> float:
    """The share of pairs in which a value of the first list is above one of the second; ties count half.

    >>> auc([3.0, 2.0], [1.0, 2.0])
    0.875
    """
    if not higher or not lower:
        return nan
    ranked = sorted([(value, True) for value in higher] + [(value, False) for value in lower])
    at, below, won = 0, 0, 0.0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        up = sum(first for _, first in ranked[at:end])
        down = end - at - up
        won += up * (below + down / 2)
        below += down
        at = end
    return won / (len(higher) * len(lower))


def measure(tasks: Sequence[Task], scores: Sequence[Sequence[float]]) -> Agreement:
    """Agreement of scores (a list a task, in the order of its descriptions) with the verdicts."""
    won = pairs = firsts = mixed = 0.0
    speak: list[float] = []
    silent: list[float] = []
    for task, given in zip(tasks, scores, strict=True):
        useful = [s for s, d in zip(given, task.descriptions, strict=True) if d.useful]
        useless = [s for s, d in zip(given, task.descriptions, strict=True) if not d.useful]
        (speak if useful else silent).append(max(given))
        if useful and useless:
            won += sum((a > b) + 0.5 * (a == b) for a, b in product(useful, useless))
            pairs += len(useful) * len(useless)
            best = [d.useful for s, d in zip(given, task.descriptions, strict=True) if s == max(given)]
            firsts += sum(best) / len(best)
            mixed += 1
    return Agreement(won / pairs if pairs else nan, firsts / mixed if mixed else nan, auc(speak, silent))
