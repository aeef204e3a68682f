"""Combinations of two measures that yield something countable: a time, a number of uses, an everyday price."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from assistant.comparisons.costs import find_costs
from assistant.comparisons.counts import find_counts
from assistant.comparisons.durations import find_durations
from assistant.comparisons.score import Audience
from assistant.comparisons.shelf import View
from assistant.comparisons.wear import find_wear
from assistant.schema import Comparison, Quantity


def find_combinations(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    """Every combination that comes out in a number people say; whether it is good enough its score tells."""
    yield from chain.from_iterable(
        find(quantity, view, audience) for find in (find_durations, find_counts, find_costs, find_wear)
    )
