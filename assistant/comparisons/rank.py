"""Ranks what could stand beside a quantity: the best few comparisons, the ladder, or silence with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.comparisons.anchors import ANCHORED, find_anchors
from assistant.comparisons.candidates import find_candidates
from assistant.comparisons.combine import find_journeys
from assistant.comparisons.ladder import find_ladder
from assistant.comparisons.reasons import reason_after, reason_before
from assistant.comparisons.score import GOOD_ENOUGH, Audience, familiarity, total
from assistant.comparisons.wording import ladder_forms
from assistant.schema import Comparison, Quantity, Reference, Rung

SHOWN = 6
# Two of a kind teach; a third of the same world is repetition.
PER_WORLD = 2


@dataclass(frozen=True, slots=True)
class Ranking:
    """Comparisons by falling score (ties by reference id), a ladder or nothing, the reason if nothing is offered."""

    comparisons: tuple[Comparison, ...]
    ladder: tuple[Rung, ...]
    reason: str | None


def rank(quantity: Quantity, references: Iterable[Reference], audience: Audience) -> Ranking:
    """What a reader of this audience can feel about the quantity, out of the given references.

    Pass the references of the quantity's dimension, and routes (dimension length) for a speed. Equal inputs give
    equal output. Nothing good enough: no comparisons, and `reason` says why in the audience's language.
    """
    silent = reason_before(quantity, audience.lang)
    if silent:
        return Ranking((), (), silent)
    book = tuple(references)
    if quantity.dimension in ANCHORED:
        return _settle(quantity, list(find_anchors(quantity, book, audience)), (), audience)
    candidates = [comparison for comparison, _ in find_candidates(quantity, book, audience)]
    known = [(c.references[0], familiarity(c.references[0], audience)) for c in candidates]
    ladder = find_ladder(quantity, known, audience.lang)
    journeys = list(find_journeys(quantity, book, audience))
    return _settle(quantity, [*candidates, *journeys], ladder, audience)


def _settle(
    quantity: Quantity, candidates: Sequence[Comparison], ladder: tuple[Rung, ...], audience: Audience
) -> Ranking:
    good = [c for c in candidates if c.score >= GOOD_ENOUGH]
    good.sort(key=_order)
    chosen = _varied(good)
    if ladder:
        on_ladder = {rung.reference.id for rung in ladder if rung.reference}
        chosen += [
            c for c in candidates if c not in chosen and c.kind == "multiple" and c.references[0].id in on_ladder
        ]
        chosen.append(_ladder_comparison(quantity, ladder, audience))
    chosen.sort(key=_order)
    numbered = tuple(replace(c, id=f"c{place}") for place, c in enumerate(chosen, 1))
    return Ranking(numbered, ladder, None if numbered else reason_after(quantity, bool(candidates), audience.lang))


def _order(comparison: Comparison) -> tuple[float, str, str]:
    return (-comparison.score, comparison.references[0].id, comparison.kind)


def _varied(ranked: Sequence[Comparison]) -> list[Comparison]:
    """The first few, at most two out of one world of things, and the best one of each kind of combination."""
    chosen: list[Comparison] = []
    worlds: dict[str, int] = {}
    for comparison in ranked:
        world = f"{comparison.kind}:{comparison.references[0].topics[:1]}"
        if worlds.get(world, 0) < PER_WORLD and len(chosen) < SHOWN:
            worlds[world] = worlds.get(world, 0) + 1
            chosen.append(comparison)
    journey = next((c for c in ranked if c.kind == "duration"), None)
    if journey is not None and journey not in chosen:
        chosen.append(journey)
    return chosen


def _ladder_comparison(quantity: Quantity, ladder: tuple[Rung, ...], audience: Audience) -> Comparison:
    references = tuple(rung.reference for rung in ladder if rung.reference is not None)
    forms = ladder_forms(ladder[-1].name, ladder, audience.lang)
    lowest = min((familiarity(reference, audience) for reference in references), default=0)
    parts = {"familiarity": min(1.0, 0.2 * lowest), "steps": 0.9 if len(ladder) > 3 else 0.8}
    steps = [rung.step for rung in ladder if rung.step is not None]
    return Comparison(
        id="",
        quantity=quantity,
        kind="ladder",
        references=references,
        ratio_exact=None,
        ratio_shown=None,
        hedge="",
        error=0.0,
        text=forms.noun,
        forms=forms,
        working="; ".join(f"× {float(step):.3g}" for step in steps),
        score=total(parts),
        score_parts=parts,
        numbers=tuple(Fraction(rung.value) for rung in ladder if rung.reference is not None),
    )
