"""What stands beside each fact: the comparison that is worth its place, and what else a writer may choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.plan.reading import FactView
from assistant.plan.worth import Worth, keep_best, worth_among
from assistant.playbook import Call
from assistant.schema import Comparison, Quantity
from assistant.units import DimensionMismatch, UnknownUnit, convert

# More than these beside the chosen one and a writer shops instead of writing.
ALTERNATIVES = 2
MOST_SUMS = 2
# A conversion is rounded.
_ROUNDED = Fraction(25, 1000)


def compare_facts(
    views: list[FactView], call: Call, total: int, sums: Sequence[Comparison] = ()
) -> tuple[dict[str, Comparison], list[Comparison]]:
    """What stands beside which fact, where that is worth its place in copy, and all that a writer may choose from.

    What a fact comes to with another (`sums`) is first among its comparisons. What a person has pinned to a fact stands
    beside it alone, whatever it is worth.
    """
    pinned = {view.fact.id: found for view in views if (found := view.pinned) is not None}
    beside: dict[str, Comparison] = {}
    offered: dict[str, list[Comparison]] = {}
    worth: list[tuple[str, Worth, float]] = []
    seen: set[tuple[str, ...]] = set()
    # What is pinned to a later fact is not to be had before it.
    seen |= {tuple(reference.id for reference in one.references) for one in pinned.values()} - {()}
    for view in views:
        if view.fact.id in pinned:
            one = replace(pinned[view.fact.id], id=f"{view.fact.id}-c1")
            beside[view.fact.id], offered[view.fact.id] = one, [one]
            continue
        chosen, value = choose_comparison(view, seen, call, total)
        named = []
        if chosen is not None:
            seen |= {tuple(reference.id for reference in chosen.references)} - {()}
            every_one = enumerate((chosen, *_alternatives(view, chosen)), 1)
            named = [replace(c, id=f"{view.fact.id}-c{number}") for number, c in every_one]
        added = [one for one in sums if one.id.rpartition("-")[0] == view.fact.id][:MOST_SUMS]
        if added:
            value = worth_among(view.fact, added[0], total)
        named = [*added, *named]
        if named:
            beside[view.fact.id], offered[view.fact.id] = named[0], named
            worth.append((view.fact.id, value, named[0].score))
    kept = keep_best(worth) | pinned.keys()
    every = [one for several in offered.values() for one in several]
    return {fact_id: one for fact_id, one in beside.items() if fact_id in kept}, every


def choose_comparison(
    view: FactView, seen: set[tuple[str, ...]], call: Call, facts: int
) -> tuple[Comparison | None, Worth]:
    """The best comparison that is worth telling, and whose reference no other fact has used: the same yardstick twice
    is a slogan.
    """
    if is_ambiguous(view):
        return None, "none"
    # Of "2.2 m / 86.6 in" the first is compared: the other is the same again.
    again = {id(other) for one, other in _pairs(view) if one.dimension == other.dimension}
    rankings = [ranking for quantity, ranking in view.rankings if id(quantity) not in again]
    found = [c for ranking in rankings for c in ranking.comparisons if c.kind != "ladder"]
    fresh = [c for c in found if tuple(reference.id for reference in c.references) not in seen]
    fresh.sort(key=lambda c: -(c.score + call.kinds.get(c.kind, 0.0)))
    found_worth = ((one, worth_among(view.fact, one, facts)) for one in fresh)
    told = next(((one, worth) for one, worth in found_worth if worth != "none"), None)
    # What copy does without may still be what a colleague, or a model, chooses.
    return told or (fresh[0] if fresh else None, "none")


def is_worth_comparing(view: FactView, facts: int) -> bool:
    """Whether copy gains by setting something beside a fact that is one of so many."""
    return choose_comparison(view, set(), Call({}, {}, {}, {}, ()), facts)[1] != "none"


def is_ambiguous(view: FactView) -> bool:
    """Whether a fact holds several figures of one kind: of "40 × 8 cm" a reader could only guess which is compared."""
    return any(one.dimension == other.dimension and not _same(one, other) for one, other in _pairs(view))


def _pairs(view: FactView) -> list[tuple[Quantity, Quantity]]:
    quantities = [quantity for quantity, _ in view.rankings]
    return [(one, other) for number, one in enumerate(quantities) for other in quantities[number + 1 :]]


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are one in two units: 1770 g and 3.9 pounds."""
    if one.unit == other.unit or one.high is not None or other.high is not None:
        return False
    try:
        first, second = convert(one.low, one.unit, other.unit), Fraction(other.low)
    except (DimensionMismatch, UnknownUnit):
        return False
    return abs(first - second) <= _ROUNDED * abs(second)


def _alternatives(view: FactView, chosen: Comparison) -> list[Comparison]:
    """What a writer may use instead: the next best, and those of the ladder's rungs, by falling score."""
    rungs = {rung.reference.id for _, ranking in view.rankings for rung in ranking.ladder if rung.reference is not None}
    found = [c for _, ranking in view.rankings for c in ranking.comparisons if c.kind != "ladder" and c != chosen]
    if any(one.dimension == other.dimension for one, other in _pairs(view)):
        found = [c for c in found if c.quantity == chosen.quantity]
    found.sort(key=lambda c: -c.score)
    # 280 eggs are a joke; 570 times a sprinter is a picture: of the rungs, those that are multiplied, not counted.
    climbed = [c for c in found[ALTERNATIVES:] if rungs & {r.id for r in c.references} and not _counted(c)]
    return [*found[:ALTERNATIVES], *climbed]


def _counted(comparison: Comparison) -> bool:
    return any(names.many for names in comparison.references[0].names.values())
