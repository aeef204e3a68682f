"""Temperatures and decibels: a thing that is just so hot or loud, or the two it lies between; never a ratio.

70 °F is not twice 35 °F, and decibels are a logarithm: ten more is ten times the sound power.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from assistant.comparisons.candidates import magnitude
from assistant.comparisons.rounding import CompareHedge
from assistant.comparisons.score import Audience, familiarity_part, total, wording_part
from assistant.comparisons.shelf import View
from assistant.comparisons.wording import LOGARITHM, anchor_forms, between_forms, stated
from assistant.schema import Comparison, Forms, Quantity, Reference
from assistant.units import convert, render

ANCHORED = ("temperature", "sound_or_level")
# Closer than this (kelvin, decibels) a person calls two things the same.
SAME = Fraction(2)
# Up to here one of them lies just above or just below the other.
NEAR = Fraction(6)
# Farther than this a neighbour says nothing about what lies between.
FAR = Fraction(25)
_LOUDNESS = ("decibel_a", "decibel_plain")


def _position(value: Fraction, unit: str) -> Fraction | None:
    """Where a value lies on the scale of its dimension; None for levels that are no loudness (antenna gain)."""
    if unit in _LOUDNESS:
        return value
    if unit.startswith("decibel"):
        return None
    return convert(value, unit, "degree_Celsius")


def find_anchors(quantity: Quantity, view: View, audience: Audience) -> tuple[Comparison, ...]:
    """Anchors for a temperature or a loudness: things that match, else the nearest below and above; may be empty."""
    here = _position(Fraction(magnitude(quantity)), quantity.unit)
    if here is None or quantity.high is not None:
        return ()
    placed: list[tuple[Fraction, Reference, int]] = []
    for place in view.all_of(quantity.dimension):
        there = _position(Fraction(place.reference.value), place.reference.unit)
        if there is not None:
            placed.append((there - here, place.reference, place.level))
    close = [_anchor(quantity, [entry], audience) for entry in placed if abs(entry[0]) <= NEAR]
    below = [entry for entry in placed if -FAR <= entry[0] < -SAME]
    above = [entry for entry in placed if SAME < entry[0] <= FAR]
    if below and above:
        # What a reader knows well says more than what lies a degree nearer.
        pair = [min(side, key=lambda e: (-e[2], abs(e[0]), e[1].id)) for side in (below, above)]
        close.append(_anchor(quantity, pair, audience))
    return tuple(close)


def _anchor(quantity: Quantity, entries: Sequence[tuple[Fraction, Reference, int]], audience: Audience) -> Comparison:
    references = tuple(reference for _, reference, _ in entries)
    gap = max(abs(distance) for distance, _, _ in entries)
    forms: Forms
    hedge: CompareHedge
    if len(references) == 1:
        hedge = "exactly" if gap == 0 else "about" if gap <= SAME else "more than" if entries[0][0] < 0 else "nearly"
        forms = anchor_forms(stated(quantity, audience.lang), references[0], hedge, audience.lang)
    else:
        hedge = ""
        forms = between_forms(stated(quantity, audience.lang), references[0], references[1], audience.lang)
    parts = {
        "familiarity": familiarity_part(level for _, _, level in entries),
        "closeness": round(1.0 - 0.2 * float(gap / FAR), 4),
        "number": 1.0 if len(references) == 1 else 0.75,
        "wording": round(min(wording_part(r.names[audience.lang].of, audience.lang) for r in references), 4),
    }
    figures = [f"{r.names[audience.lang].name}: {render(r.value, r.unit, audience.lang)}" for r in references]
    loud = quantity.dimension == "sound_or_level"
    return Comparison(
        id="",
        quantity=quantity,
        kind="anchor",
        references=references,
        ratio_exact=None,
        ratio_shown=None,
        hedge=hedge,
        error=0.0,
        text=forms.noun,
        forms=forms,
        working="; ".join([*figures, f"{quantity.text}"]),
        score=total(parts),
        score_parts=parts,
        assumptions=(LOGARITHM[audience.lang],) if loud else (),
    )
