"""What one comparison and one draft cost, once everything is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from time import perf_counter

from assistant.comparisons import Audience, rank
from assistant.draft import write
from assistant.quantities import find_quantities
from assistant.references import load_book
from assistant.schema import Quantity, Reference
from evals.sample import load_samples

RANKED = "6000 m/s"
RANK_RUNS = 50
DRAFT_RUNS = 3


@dataclass(frozen=True, slots=True)
class Engine:
    """Seconds: the book's loading, one ranking against all of it, one draft (median and slowest over the samples)."""

    references: int
    load_s: float
    rank_s: float
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
    rank_s = median(_timed_rank(quantity, references) for _ in range(RANK_RUNS))
    drafts = []
    samples = load_samples()
    for sample in samples:
        runs = []
        for _ in range(DRAFT_RUNS):
            started = perf_counter()
            write(sample.brief)
            runs.append(perf_counter() - started)
        drafts.append(median(runs))
    return Engine(len(references), load_s, rank_s, len(samples), median(drafts), max(drafts))


def _timed_rank(quantity: Quantity, references: tuple[Reference, ...]) -> float:
    started = perf_counter()
    rank(quantity, references, Audience())
    return perf_counter() - started
