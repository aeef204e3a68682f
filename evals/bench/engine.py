"""What one comparison and one draft cost, once everything is loaded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from statistics import median
from time import perf_counter

from assistant.comparisons import Audience, Shelf, rank
from assistant.draft import write
from assistant.quantities import find_quantities
from assistant.references import load_book
from assistant.schema import Quantity, Reference
from evals.sample import load_samples

RANKED = "6000 m/s"
RANK_RUNS = 50
# How many references a quantity is ranked against.
SHELVES = (1_000, 100_000)
SEED = 20_260
DRAFT_RUNS = 3


@dataclass(frozen=True, slots=True)
class Engine:
    """Seconds: the book's loading, one ranking against all of it and against shelves of the sizes of `SHELVES`, one draft
    (median and slowest over the samples).
    """

    references: int
    load_s: float
    rank_s: float
    shelves_s: tuple[tuple[int, float], ...]
    drafts: int
    draft_s: float
    slowest_draft_s: float


def measure_engine() -> Engine:
    """Ranks `RANKED` against the whole book and drafts every sample, each several times; medians."""
    started = perf_counter()
    book = load_book()
    load_s = perf_counter() - started
    references = tuple(book.by_id.values())
    quantity = find_quantities(RANKED)[0]
    shelf = Shelf(references)
    rank_s = median(_timed_rank(quantity, shelf) for _ in range(RANK_RUNS))
    shelves = tuple((size, _rank_among(size, quantity, references)) for size in SHELVES)
    drafts = []
    samples = load_samples()
    for sample in samples:
        runs = []
        for _ in range(DRAFT_RUNS):
            started = perf_counter()
            write(sample.brief)
            runs.append(perf_counter() - started)
        drafts.append(median(runs))
    return Engine(len(references), load_s, rank_s, shelves, len(samples), median(drafts), max(drafts))


def _rank_among(size: int, quantity: Quantity, references: tuple[Reference, ...]) -> float:
    """The median over quantities of all sizes against so many references of their dimension, known in every market."""
    random = Random(SEED)
    models = [r for r in references if r.dimension == quantity.dimension]
    made = []
    for number in range(size):
        model = random.choice(models)
        value = Decimal(f"{10 ** random.uniform(-3, 5):.4g}")
        made.append(replace(model, id=f"made-{number}", value=value, low=value, high=value, unit="meter / second"))
    shelf = Shelf(made)
    shelf.view(Audience())
    speeds = [replace(quantity, low=Decimal(f"{10 ** random.uniform(-2, 4):.3g}")) for _ in range(RANK_RUNS)]
    return median(_timed_rank(speed, shelf) for speed in speeds)


def _timed_rank(quantity: Quantity, shelf: Shelf) -> float:
    started = perf_counter()
    rank(quantity, shelf, Audience())
    return perf_counter() - started
