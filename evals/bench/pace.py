"""How fast something reads pages. Imports nothing but the standard library: the peers' venv runs it too."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any, NamedTuple

# Pages that are read before the clock starts, so that what is made on first use is made.
WARM_UP = 3
# How many things a tool finds in a page.
Count = Callable[[str], int]


class Pace(NamedTuple):
    """Characters read in a time, and how many things were found in them."""

    chars: int
    seconds: float
    found: int

    @property
    def chars_per_s(self) -> float:
        """Characters a second."""
        return self.chars / self.seconds if self.seconds else 0.0

    @property
    def found_per_1000(self) -> float:
        """Finds in a thousand characters: a scanner that finds nothing is no fast scanner."""
        return 1000 * self.found / self.chars if self.chars else 0.0


def measure_pace(count: Count, pages: Sequence[str], budget_s: float) -> Pace:
    """Reads pages one by one until they or the time run out; the first few are read once before, as a warm-up."""
    for page in pages[:WARM_UP]:
        count(page)
    # What is loaded by now stays: the collector need not look at it again while the time runs.
    gc.collect()
    gc.freeze()
    chars = found = 0
    started = perf_counter()
    for page in pages:
        found += count(page)
        chars += len(page)
        if perf_counter() - started > budget_s:
            break
    return Pace(chars, perf_counter() - started, found)


def print_pace(pace: Pace, version: str) -> None:
    """The answer of a subprocess: one line of JSON."""
    answer: dict[str, Any] = {**pace._asdict(), "version": version}
    print(json.dumps(answer))
