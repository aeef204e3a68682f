"""The plans of a brief's channels as one: what any of them says, the first channel's order and choice first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from assistant.schema import Plan, Reference

_One = TypeVar("_One")


def merge_plans(parts: Mapping[str, Plan]) -> Plan:
    """One plan for all channels, which it keeps as its `parts`; at least one is needed.

    A fact that one channel tells is used; one that none does is left for the first channel's reason. The comparison
    chosen for a fact is the first channel's that has any, the others' are alternatives.
    """
    plans = tuple(parts.values())
    first = plans[0]
    used = _each(one for plan in plans for one in plan.used)
    left = {one: why for plan in reversed(plans) for one, why in plan.left if one not in used}
    comparisons = {one.id: one for plan in reversed(plans) for one in reversed(plan.comparisons)}
    order = _each(one.id for plan in plans for one in plan.comparisons)
    told = {one for plan in plans for one in plan.described}
    tabled = {one for plan in plans for one in plan.table}
    return Plan(
        facts=first.facts,
        used=used,
        left=tuple((fact.id, left[fact.id]) for fact in first.facts if fact.id in left),
        comparisons=tuple(comparisons[one] for one in order),
        ladder=next((plan.ladder for plan in plans if plan.ladder), ()),
        angle=next((plan.angle for plan in plans if plan.angle), ""),
        questions=_each(one for plan in plans for one in plan.questions),
        topics=first.topics,
        openings=_each(one for plan in plans for one in plan.openings),
        closes=first.closes,
        described=tuple(fact.id for fact in first.facts if fact.id in told),
        pictured=_each(one for plan in plans for one in plan.pictured),
        table=tuple(fact.id for fact in first.facts if fact.id in tabled),
        terms=first.terms,
        pinned=_each(one for plan in plans for one in plan.pinned),
        added=first.added,
        parts=dict(parts),
    )


def with_added(plan: Plan, added: tuple[Reference, ...]) -> Plan:
    """The plan with these references on offer beside the shipped ones, for each of its channels too."""
    return replace(plan, added=added, parts={name: replace(part, added=added) for name, part in plan.parts.items()})


def _each(values: Iterable[_One]) -> tuple[_One, ...]:
    return tuple(dict.fromkeys(values))
