"""Sums of a brief's own facts: what two of them come to together, or one and an assumption that the wording states.

`figures` gives each figure with the words that are its own; `words` are the table's conditions, by which of them a figure
is a dose, a stock, a life, a price; `uses`, `lasting` and `spending` are the table: what with what makes which sum.
`amounts` holds the exact sum, the hedges that it inherits and the figures that are shown, `wording` the sum in three
languages, `making` the comparison.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from assistant.comparisons.derived.figures import find_figures
from assistant.comparisons.derived.lasting import find_intervals, find_mists, find_rides
from assistant.comparisons.derived.spending import find_energy, find_piece_prices, find_upkeep
from assistant.comparisons.derived.uses import find_fillings, find_supplies, find_uses
from assistant.schema import Comparison, Fact, Lang

__all__ = ["find_sums"]

_TABLE = (
    find_uses,
    find_fillings,
    find_supplies,
    find_intervals,
    find_rides,
    find_mists,
    find_upkeep,
    find_piece_prices,
)


def find_sums(facts: Sequence[Fact], lang: Lang, product: str = "") -> tuple[Comparison, ...]:
    r"""What the figures of facts come to, in the order of the facts that they stand beside; empty where nothing is plain.

    Each has the id "<fact>-s<number>", kind "count", "duration" or "cost", no references, and `derived` set. A pair is
    summed only where the words of both facts say what they are: never by dimension alone. `product` is what the thing is
    called and what kind it is.

    >>> from assistant.quantities import find_facts
    >>> facts = find_facts("Hopper: 600 g of beans\nDose: 18 g per cup")
    >>> [(one.id, one.text) for one in find_sums(facts, "en")]
    [('f1-s1', 'enough for about 33 cups at 18 g each')]
    >>> find_sums(find_facts("Weight: 600 g\nDose: 18 g per cup"), "en")
    ()
    """
    figures = list(find_figures(facts, lang))
    found = chain(*(find(figures, lang) for find in _TABLE), find_energy(figures, lang, product))
    beside: dict[str, list[Comparison]] = {}
    for one in found:
        if one.derived is not None:
            beside.setdefault(one.derived.facts[0], []).append(one)
    return tuple(
        replace(one, id=f"{fact.id}-s{number}")
        for fact in facts
        for number, one in enumerate(beside.get(fact.id, ()), 1)
    )
