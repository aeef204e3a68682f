"""Prints how well the score agrees with the raters, beside simple rules; or learns the weights."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from assistant.comparisons.score import GOOD_ENOUGH, WEIGHTS
from assistant.errors import Exit, YardstickError
from evals.ranking.adapter import score_of, shapes_of
from evals.ranking.fit import FOLDS, LEARNED, SURE, learn, scores_apart
from evals.ranking.measures import Agreement, measure
from evals.ranking.tasks import Description, Rating, Task, load_ratings, load_tasks

# What is asked of weights that are learned apart from what they are measured on.
WANTED = Agreement(0.80, 0.75, 0.82)


def _line(name: str, found: Agreement) -> str:
    return f"  {name:42s} {found.pairwise:9.3f} {found.top1:6.3f} {found.abstention:11.3f}"


def compare(tasks: Sequence[Task], ratings: Mapping[str, Rating]) -> list[tuple[str, Agreement]]:
    """Each way to score with its agreement: simple rules, one part alone, the shipped weights, weights learned apart."""
    ways: dict[str, Callable[[Description], float]] = {
        "fewest facts": lambda d: -len(d.facts),
        "shortest text": lambda d: -len(d.text),
        **{f"{name} alone": _alone(name, ratings) for name in LEARNED},
        "as shipped": lambda d: score_of(d, ratings),
    }
    found = [
        (name, measure(tasks, [[way(description) for description in task.descriptions] for task in tasks]))
        for name, way in ways.items()
    ]
    return [*found, (f"learned apart ({FOLDS} folds by mention)", measure(tasks, scores_apart(tasks, ratings)))]


def _alone(name: str, ratings: Mapping[str, Rating]) -> Callable[[Description], float]:
    return lambda description: shapes_of(description, ratings)[name]


def render(tasks: Sequence[Task], ratings: Mapping[str, Rating]) -> Iterator[str]:
    """The table."""
    rated = sum(len(task.descriptions) for task in tasks)
    yield f"{len(tasks):,} tasks, {rated:,} descriptions"
    yield f"  {'':42s} {'pairwise':>9s} {'top-1':>6s} {'abstention':>11s}"
    for name, found in compare(tasks, ratings):
        yield _line(name, found)
    yield _line("wanted", WANTED)


def render_fit(tasks: Sequence[Task], ratings: Mapping[str, Rating]) -> Iterator[str]:
    """The learned weights beside the shipped ones."""
    fit = learn(tasks, ratings)
    yield f"  {'part':14s} {'learned':>8s} {'shipped':>8s}"
    for name, weight in fit.weights.items():
        yield f"  {name:14s} {weight:8.2f} {WEIGHTS.get(name, 1.0):8.2f}"
    yield f"  {'good enough':14s} {fit.threshold:8.2f} {GOOD_ENOUGH:8.2f}   (useful to most readers, {SURE:.0%} sure)"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals.ranking",
        description="Measures the score of comparisons against human ratings (JSON lines, one task a line).",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the rated tasks")
    parser.add_argument("--fit", action="store_true", help="learn the weights and print them")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Prints, and returns the exit status; a mistake in the file is one line on stderr."""
    options = _parser().parse_args(argv)
    try:
        tasks, ratings = load_tasks(options.file), load_ratings()
        for line in (render_fit if options.fit else render)(tasks, ratings):
            print(line)
    except YardstickError as error:
        print(f"python -m evals.ranking: {error}", file=sys.stderr)
        return error.status
    return Exit.FINE
