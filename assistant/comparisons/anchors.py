"""Temperatures and decibels: a thing that is just so hot or loud, or the two it lies between; never a ratio.

70 °F is not twice 35 °F, and decibels are a logarithm: ten more is ten times the sound power.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from assistant.comparisons.anchor_wording import LOGARITHM, anchor_forms, between_forms, from_to_forms
from assistant.comparisons.aspects import fits
from assistant.comparisons.candidates import magnitude
from assistant.comparisons.rounding import CompareHedge
from assistant.comparisons.score import Audience, familiarity_part, total, wording_part
from assistant.comparisons.shelf import View
from assistant.comparisons.wording import stated
from assistant.schema import Comparison, Forms, Quantity, Reference
from assistant.units import convert, render

ANCHORED = ("temperature", "sound_or_level")
# Closer than this (kelvin, decibels) a person calls two things the same.
SAME = Fraction(2)
# Up to here one of them lies just above or just below the other.
NEAR = Fraction(6)
# Farther than this a neighbour says nothing about what lies between.
FAR = Fraction(25)
# How far off a thing lies, the thing, and how well it is known.
_Entry = tuple[Fraction, Reference, int]
_LOUDNESS = ("decibel_a", "decibel_plain")


def position(value: Fraction, unit: str) -> Fraction | None:
    """Where a temperature (in °C) or a loudness (in dB) lies on its scale; None for levels that are no loudness (antenna gain)."""
    if unit in _LOUDNESS:
        return value
    if unit.startswith("decibel"):
        return None
    return convert(value, unit, "degree_Celsius")


def find_anchors(quantity: Quantity, view: View, audience: Audience) -> tuple[Comparison, ...]:
    """Anchors for a temperature or a loudness: things that match, else the nearest below and above; may be empty."""
    here = position(Fraction(magnitude(quantity)), quantity.unit)
    if here is None or "sound power" in fits(quantity.dimension, quantity.unit, quantity.attribute):
        # What a machine radiates is no loudness that an ear has heard.
        return ()
    if quantity.high is not None:
        return _both_ends(quantity, view, audience)
    placed = _placed(here, quantity.dimension, view)
    close = [_anchor(quantity, [entry], audience) for entry in placed if abs(entry[0]) <= NEAR]
    below = [entry for entry in placed if -FAR <= entry[0] < -SAME]
    above = [entry for entry in placed if SAME < entry[0] <= FAR]
    if below and above:
        # What a reader knows well says more than what lies a degree nearer.
        pair = [min(side, key=lambda e: (-e[2], abs(e[0]), e[1].id)) for side in (below, above)]
        close.append(_anchor(quantity, pair, audience))
    return tuple(close)


def _placed(here: Fraction, dimension: str, view: View) -> list[_Entry]:
    """Every known thing of the dimension with its distance from a position."""
    placed: list[_Entry] = []
    for place in view.all_of(dimension):
        there = position(Fraction(place.reference.value), place.reference.unit)
        if there is not None:
            placed.append((there - here, place.reference, place.level))
    return placed


def _both_ends(quantity: Quantity, view: View, audience: Audience) -> tuple[Comparison, ...]:
    """One line for a range: what is as cold as its lower end and what is as hot as its upper one; empty if either lacks it.

    Within `SAME` of an end the better known wins, then the nearer; farther off, up to `NEAR`, what is nearest.
    """
    ends: list[_Entry] = []
    for value in (quantity.low, quantity.high):
        here = position(Fraction(value or 0), quantity.unit)
        near = [] if here is None else [e for e in _placed(here, quantity.dimension, view) if abs(e[0]) <= NEAR]
        if not near:
            return ()
        ends.append(min(near, key=lambda e: (max(abs(e[0]), SAME), -e[2], abs(e[0]), e[1].id)))
    if ends[0][1].id == ends[1][1].id:
        return ()
    lang, references = audience.lang, tuple(reference for _, reference, _ in ends)
    forms = from_to_forms(stated(quantity, lang), references, [_hedge_of(distance) for distance, _, _ in ends], lang)
    gap = max(abs(distance) for distance, _, _ in ends)
    parts = {
        "familiarity": familiarity_part(level for _, _, level in ends),
        "closeness": round(1.0 - 0.2 * float(gap / NEAR), 4),
        "wording": round(min(wording_part(r.names[lang].of, lang) for r in references), 4),
    }
    return (_composed(quantity, references, "", forms, parts, audience),)


def _hedge_of(distance: Fraction) -> CompareHedge:
    """How a quantity lies to a thing that is so much hotter or louder."""
    return (
        "exactly" if distance == 0 else "about" if abs(distance) <= SAME else "more than" if distance < 0 else "nearly"
    )


def _anchor(quantity: Quantity, entries: Sequence[_Entry], audience: Audience) -> Comparison:
    references = tuple(reference for _, reference, _ in entries)
    gap = max(abs(distance) for distance, _, _ in entries)
    forms: Forms
    hedge: CompareHedge
    if len(references) == 1:
        hedge = _hedge_of(entries[0][0])
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
    return _composed(quantity, references, hedge, forms, parts, audience)


def _composed(
    quantity: Quantity,
    references: tuple[Reference, ...],
    hedge: CompareHedge,
    forms: Forms,
    parts: dict[str, float],
    audience: Audience,
) -> Comparison:
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
