"""Ranks what could stand beside a quantity: the best few comparisons, the ladder, or silence with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.comparisons.anchors import ANCHORED, find_anchors
from assistant.comparisons.candidates import Candidate, find_candidates, magnitude, say, weigh
from assistant.comparisons.combine import find_combinations
from assistant.comparisons.ladder import find_ladder
from assistant.comparisons.reasons import reason_after, reason_before
from assistant.comparisons.score import GOOD_ENOUGH, Audience, familiarity, total
from assistant.comparisons.shelf import Shelf, View, in_base_units
from assistant.comparisons.wording import ladder_forms
from assistant.schema import Comparison, Lang, Names, Quantity, Reference, Rung

SHOWN = 6
# Two of a kind teach; a third of the same world is repetition.
PER_WORLD = 2
_RATIOS = frozenset({"equal", "multiple", "share"})
# What a second one of a world is worth beside the first.
VARIETY = 0.8
# Of these at least the best one is shown: they say what no ratio says.
_COMBINED = ("duration", "count", "cost")


@dataclass(frozen=True, slots=True)
class Ranking:
    """Comparisons by falling score (ties by reference id), a ladder or nothing, the reason if nothing is offered."""

    comparisons: tuple[Comparison, ...]
    ladder: tuple[Rung, ...]
    reason: str | None


def rank(quantity: Quantity, references: Iterable[Reference] | Shelf, audience: Audience) -> Ranking:
    """What a reader of this audience can feel about the quantity, out of the given references.

    Pass the references of the quantity's dimension and of those in `ALSO` (routes for a speed, draws for an energy); as a
    `Shelf` where many quantities are ranked against the same ones. Equal inputs give equal output, whatever the order of the references.
    Nothing good enough: no comparisons, and `reason` says why in the audience's language.
    """
    silent = reason_before(quantity, audience.lang)
    if silent:
        return Ranking((), (), silent)
    view = (references if isinstance(references, Shelf) else Shelf(references)).view(audience)
    if quantity.dimension in ANCHORED:
        anchors = list(find_anchors(quantity, view, audience))
        known = bool(anchors) or next(view.all_of(quantity.dimension), None) is not None
        return _settle(quantity, [c for c in anchors if c.score >= GOOD_ENOUGH], (), known, audience)
    candidates = list(find_candidates(quantity, view, audience))
    ladder = find_ladder(quantity, view, audience.lang)
    combined = [c for c in find_combinations(quantity, view, audience) if c.score >= GOOD_ENOUGH]
    ratios = _worth_saying(quantity, candidates, ladder, view, audience)
    return _settle(quantity, [*ratios, *combined], ladder, bool(candidates or combined), audience)


def _worth_saying(
    quantity: Quantity, candidates: Sequence[Candidate], ladder: tuple[Rung, ...], view: View, audience: Audience
) -> list[Comparison]:
    """The few candidates that can be chosen, and those on the ladder, in words."""
    good = sorted((c for c in candidates if c.score >= GOOD_ENOUGH), key=_candidate_order)
    worlds: Counter[str] = Counter()
    kept: list[Candidate] = []
    for candidate in good:
        world = _world(candidate.kind, candidate.place.reference)
        if worlds[world] < PER_WORLD and len(kept) < SHOWN:
            worlds[world] += 1
            kept.append(candidate)
    on_ladder = {rung.reference.id for rung in ladder if rung.reference}
    base = in_base_units(Fraction(magnitude(quantity)), quantity.unit)
    chosen = {candidate.place.reference.id for candidate in kept}
    for place in view.used("rung", quantity.dimension):
        if place.reference.id in on_ladder - chosen:
            climbed = weigh(quantity, place, base, audience)
            if climbed is not None and climbed.kind == "multiple":
                kept.append(climbed)
    return [say(quantity, candidate, audience) for candidate in kept]


def _candidate_order(candidate: Candidate) -> tuple[float, str, str]:
    return (-candidate.score, candidate.place.reference.id, candidate.kind)


def _world(kind: str, reference: Reference | None) -> str:
    # What a team says that its customers know is nobody's repetition.
    return f"{kind}:{reference.id if reference.own else reference.topics[:1]}" if reference else f"{kind}:"


def _settle(
    quantity: Quantity, found: list[Comparison], ladder: tuple[Rung, ...], had_candidates: bool, audience: Audience
) -> Ranking:
    on_ladder = {rung.reference.id for rung in ladder if rung.reference}
    chosen = _varied(sorted((c for c in found if c.score >= GOOD_ENOUGH), key=_order))
    if ladder:
        chosen += [
            c for c in found if not _holds(chosen, c) and c.kind == "multiple" and c.references[0].id in on_ladder
        ]
        chosen.append(_ladder_comparison(quantity, ladder, audience))
    chosen.sort(key=_order)
    numbered = tuple(replace(c, id=f"c{place}") for place, c in enumerate(chosen, 1))
    return Ranking(numbered, ladder, None if numbered else reason_after(quantity, had_candidates, audience.lang))


def _order(comparison: Comparison) -> tuple[float, str, str]:
    return (-comparison.score, comparison.references[0].id if comparison.references else "", comparison.text)


def _varied(ranked: Sequence[Comparison]) -> list[Comparison]:
    """The first few, at most two out of one world of things, and the best one of each kind of combination.

    What resembles a better one loses some of its score, so that the first three teach three things.
    """
    chosen: list[Comparison] = []
    worlds: dict[str, int] = {}
    for comparison in ranked:
        world = _world(comparison.kind, next(iter(comparison.references), None))
        # Two entries may be one thing to this reader: 一台冰箱 here and 一台冰箱 there.
        told = any(comparison.text == other.text for other in chosen)
        if worlds.get(world, 0) < PER_WORLD and len(chosen) < SHOWN and not told:
            worlds[world] = worlds.get(world, 0) + 1
            chosen.append(_repeated(comparison) if any(_alike(comparison, c) for c in chosen) else comparison)
    for kind in _COMBINED:
        best = next((c for c in ranked if c.kind == kind), None)
        if best is not None and not _holds(chosen, best):
            chosen.append(best)
    return [c for c in chosen if c.score >= GOOD_ENOUGH]


def _holds(chosen: Sequence[Comparison], comparison: Comparison) -> bool:
    """Whether a comparison is among the chosen, with whatever score."""
    return any(c.text == comparison.text and c.references == comparison.references for c in chosen)


def _alike(one: Comparison, other: Comparison) -> bool:
    """Whether two comparisons speak of nearly the same thing: of one world, or of two that bear one noun (two TV sets)."""
    if not one.references or not other.references:
        return False
    a, b = one.references[0], other.references[0]
    same_way = one.kind == other.kind or {one.kind, other.kind} <= _RATIOS
    return same_way and (_world("", a) == _world("", b) or _one_noun(a, b))


def _one_noun(a: Reference, b: Reference) -> bool:
    """Whether one is a kind of the other by name: a soccer field and a standard football pitch are both 足球场."""
    english, chinese = _both(a, b, "en"), _both(a, b, "zh-Hans")
    if english and len({names.name.rpartition(" ")[2] for names in english}) == 1:
        return True
    short, long = sorted((names.many or names.name for names in chinese), key=len) if chinese else ("", "")
    return len(short) > 1 and long.endswith(short)


def _both(a: Reference, b: Reference, lang: Lang) -> tuple[Names, Names] | None:
    """What both are called in a language; None where one of them has no name there."""
    return (a.names[lang], b.names[lang]) if lang in a.names and lang in b.names else None


def _repeated(comparison: Comparison) -> Comparison:
    parts = {**comparison.score_parts, "variety": VARIETY}
    return replace(comparison, score=total(parts), score_parts=parts)


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
