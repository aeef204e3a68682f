"""What needs no multiplier: a time, a pace, a number of uses, an everyday price, so many in so many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from assistant.comparisons.costs import find_costs
from assistant.comparisons.counts import find_counts
from assistant.comparisons.drops import find_drops
from assistant.comparisons.durations import find_durations
from assistant.comparisons.pace import PACED, find_pace
from assistant.comparisons.portions import find_portions
from assistant.comparisons.score import Audience
from assistant.comparisons.shelf import View
from assistant.comparisons.wear import find_wear
from assistant.schema import Comparison, Quantity

Finder = Callable[[Quantity, View, Audience], Iterator[Comparison]]
_RATE: tuple[Finder, ...] = (find_pace,)
# By dimension, so that a ranking asks nobody who has nothing to say.
FINDERS: Mapping[str, tuple[Finder, ...]] = {
    "speed": (find_durations,),
    "data_rate": (find_durations, find_counts),
    "data": (find_durations, find_counts),
    "flow": (find_durations,),
    "energy": (find_durations, find_counts),
    "charge": (find_counts,),
    "volume": (find_counts,),
    "power": (find_costs,),
    "currency": (find_costs,),
    "currency_rate": (find_costs,),
    "count": (find_wear,),
    "percentage": (find_portions, find_drops),
    **dict.fromkeys(PACED, _RATE),
}


def find_combinations(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    """Every combination that comes out in a number people say; whether it is good enough its score tells."""
    yield from chain.from_iterable(find(quantity, view, audience) for find in FINDERS.get(quantity.dimension, ()))
