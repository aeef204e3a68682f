"""Learns the weights of the score from verdicts: logistic regression on the logarithms of its parts.

What belongs to the number and not to its description (its kind, its size) is fitted beside the parts and left out of the
score: some numbers find a useful description whatever it is. A weight is never negative: a part that would want one
says nothing, and gets zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, log10
from random import Random
from typing import TYPE_CHECKING

from assistant.errors import InputError
from evals.ranking.adapter import shapes_of
from evals.ranking.tasks import Rating, Task

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

LEARNED = ("familiarity", "references", "size", "wording", "felt")
FOLDS = 5
SEED = 0
# Keeps a column that hardly varies from a large weight; figures hardly move between 0.3 and 30.
RIDGE = 3.0
# Kinds of number with fewer tasks share one column.
LEAST_TASKS = 100
STEPS = 50
# How sure one must be that most readers find a comparison useful, or it is better left unsaid.
SURE = 2 / 3


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights by part, familiarity 1; `threshold` is the score from which it is useful with a chance of `SURE`."""

    weights: Mapping[str, float]
    threshold: float


@dataclass(frozen=True, slots=True)
class _Table:
    """A row a description: logarithms of its parts, then the columns of its number; where each task's rows begin."""

    rows: Matrix
    useful: Matrix
    mentions: tuple[int, ...]
    sizes: tuple[int, ...]


def _table(tasks: Sequence[Task], ratings: Mapping[str, Rating]) -> _Table:
    import numpy as np

    counted: dict[str, int] = {}
    for task in tasks:
        counted[task.kind] = counted.get(task.kind, 0) + 1
    # One kind fewer than there are: the rest is what the others differ from.
    kinds = sorted(kind for kind, count in counted.items() if count >= LEAST_TASKS)
    kinds = kinds if len(kinds) < len(counted) else kinds[1:]
    rows, useful, mentions = [], [], []
    for task in tasks:
        number = [log10(abs(task.value) + 1e-9), *(float(task.kind == kind) for kind in kinds)]
        for description in task.descriptions:
            shapes = shapes_of(description, ratings)
            rows.append([*(log(shapes[name]) for name in LEARNED), *number])
            useful.append(float(description.useful))
            mentions.append(task.mention)
    sizes = tuple(len(task.descriptions) for task in tasks)
    return _Table(np.array(rows), np.array(useful), tuple(mentions), sizes)


def _solve(rows: Matrix, useful: Matrix, kept: Matrix) -> Matrix:
    """Ridge-penalised logistic regression on the kept columns, by Newton's method; zero for the others."""
    import numpy as np

    columns = np.flatnonzero(kept)
    design, penalty = rows[:, columns], np.full(len(columns), RIDGE)
    penalty[-1] = 1e-9  # the constant
    found = np.zeros(len(columns))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (chance - useful) + penalty * found
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-9:
            break
    full = np.zeros(rows.shape[1])
    full[columns] = found
    return full


def _coefficients(rows: Matrix, useful: Matrix) -> tuple[Matrix, float]:
    """Coefficients of the columns as they are, none of a part below zero, and the constant."""
    import numpy as np

    middle, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    design = np.hstack([(rows - middle) / scale, np.ones((len(rows), 1))])
    kept = np.ones(design.shape[1], dtype=np.float64)
    while True:
        found = _solve(design, useful, kept)
        wrong = [column for column in range(len(LEARNED)) if found[column] < 0]
        if not wrong:
            break
        kept[wrong] = 0
    coefficients = found[:-1] / scale
    return coefficients, float(found[-1] - (middle * coefficients).sum())


def learn(tasks: Sequence[Task], ratings: Mapping[str, Rating]) -> Fit:
    """The weights that all tasks together teach, to two figures; deterministic."""
    table = _table(tasks, ratings)
    coefficients, constant = _coefficients(table.rows, table.useful)
    unit = float(coefficients[0])
    if unit <= 0:
        raise InputError("these ratings do not favour what is familiar: no weights can be learned from them.")
    parts = len(LEARNED)
    # An average number: what its kind and size add, on the whole.
    level = constant + float((table.rows[:, parts:] @ coefficients[parts:]).mean())
    threshold = exp((log(SURE / (1 - SURE)) - level) / unit)
    weights = {name: round(float(c) / unit, 2) for name, c in zip(LEARNED, coefficients[:parts], strict=True)}
    return Fit(weights, round(threshold, 2))


def scores_apart(tasks: Sequence[Task], ratings: Mapping[str, Rating], seed: int = SEED) -> list[list[float]]:
    """Scores (logarithms) of every description by weights learned without its own mention, in `FOLDS` folds."""
    import numpy as np

    table = _table(tasks, ratings)
    mentions = sorted(set(table.mentions))
    Random(seed).shuffle(mentions)
    fold_of = {mention: place % FOLDS for place, mention in enumerate(mentions)}
    folds = np.array([fold_of[mention] for mention in table.mentions])
    flat = np.zeros(len(folds))
    for fold in range(FOLDS):
        inside = folds == fold
        if inside.any() and not inside.all():
            coefficients, _ = _coefficients(table.rows[~inside], table.useful[~inside])
            flat[inside] = table.rows[inside, : len(LEARNED)] @ coefficients[: len(LEARNED)]
    scores, at = [], 0
    for size in table.sizes:
        scores.append([float(value) for value in flat[at : at + size]])
        at += size
    return scores
