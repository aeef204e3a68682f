"""Sums of a brief's own figures in free wording: a number with the word of what it counts, or under which it holds."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from assistant.checks.claims import Claim, decimal_of
from assistant.checks.clauses import Clauses
from assistant.checks.hedges import Said, hedge_of_predicate, is_true, rounds_to
from assistant.checks.proofs import Found, Objection, Proof
from assistant.checks.spans import proof_of
from assistant.schema import Comparison, Derived
from assistant.units import DimensionMismatch, UnknownUnit, convert

# How far behind a number the counted word stands: "33,000 good cups".
_REACH = 14
# Another figure of the same kind is not a wrong sum: only one that comes near it is.
_NEAR = Fraction(1, 4)
_DAYS = {"month": 30, "year": 365, "week": 7, "day": 1}
_PER_ZH = {"month": ("每月",), "week": ("每周", "每週"), "day": ("每天", "每日"), "year": ("年",)}
_TO = re.compile(r"\s*(?:to|and|–|—|-|~|～|至|到)\s*\D{0,8}")


def by_own_figures(text: str, claim: Claim, comparison: Comparison, said: tuple[Said, ...], clauses: Clauses) -> Found:
    """Whether a number, with its hedges and the words that stand by it, is what a brief's own figures come to."""
    derived = comparison.derived
    if derived is not None and _is_its_period(claim, derived) and _means(text, claim, derived, clauses):
        return Proof("assumption", "; ".join(comparison.assumptions), "; ".join(derived.facts))
    exact = None if derived is None else _in_its_unit(text, claim, derived)
    if derived is None or exact is None or not claim.values or not _means(text, claim, derived, clauses):
        return None
    source, kind = proof_of(comparison)
    if not said and hedge_of_predicate(text[: claim.start]) == "about":
        said = ("about",)
    if derived.low != derived.high and len(claim.values) == 1:
        end = _end(text, claim, said, exact)
        if end is None:
            return Objection("hedge-changed", comparison.working) if _is_near(claim, exact) else None
        # "About $74 to $150": the hedge of the first end is the second's too.
        exact, said = (end, end), tuple(one for one in said if one not in ("at least", "up to")) or ("about",)
    if not _is_near(claim, exact):
        return None
    if derived.bound in ("up to", "at least"):
        if derived.bound not in said:
            return Objection("hedge-changed", comparison.working)
        said = tuple(one for one in said if one != derived.bound) or ("about",)
    elif derived.bound == "about" and not said:
        return Objection("hedge-changed", comparison.working)
    shown = (decimal_of(claim),) if len(claim.values) == 1 else claim.values
    if all(_holds(said, value, end) for value, end in zip(shown, exact, strict=False)):
        return Proof(kind, comparison.working, source, comparison=comparison)
    return Objection("hedge-false", comparison.working)


def _in_its_unit(text: str, claim: Claim, derived: Derived) -> tuple[Fraction, Fraction] | None:
    """The exact ends in the unit of a claim; None where it measures something else."""
    if derived.unit == "count":
        # "33,000 cups" is read as a volume.
        counted = claim.bare or (claim.quantity is not None and claim.quantity.unit in ("cup", "wash_cycle"))
        return (derived.low, derived.high) if counted else None
    if claim.quantity is None or _is_per_another(claim.quantity.unit, derived):
        return None
    unit = claim.quantity.unit.partition(" / ")[0]
    if derived.unit in _DAYS or derived.unit == "hour":
        hours = _hours(derived.unit), _hours(unit)
        if hours[0] is None or hours[1] is None:
            return None
        return derived.low * hours[0] / hours[1], derived.high * hours[0] / hours[1]
    try:
        return convert(derived.low, derived.unit, unit), convert(derived.high, derived.unit, unit)
    except (DimensionMismatch, UnknownUnit):
        return None


def _is_its_period(claim: Claim, derived: Derived) -> bool:
    """Whether a claim is the 30 days over which energy is summed."""
    figure = claim.quantity
    return (
        derived.unit == "kilowatt_hour"
        and figure is not None
        and figure.unit == "day"
        and claim.values == (Fraction(30),)
    )


def _is_per_another(unit: str, derived: Derived) -> bool:
    """Whether an amount is read as so much a year where the sum is so much a month: "$150 a year"."""
    per = unit.partition(" / ")[2]
    return per in _DAYS and not any(
        per in word or word in _PER_ZH.get(per, ()) for group in derived.words for word in group
    )


def _hours(unit: str) -> Fraction | None:
    """Hours as the sum's own wording counts them: a month of 30 days, a year of 365."""
    return Fraction(24 * _DAYS[unit]) if unit in _DAYS else Fraction(1) if unit == "hour" else None


def _means(text: str, claim: Claim, derived: Derived, clauses: Clauses) -> bool:
    """Whether one word of each group stands by the number: right behind what is counted, in the sentence of the rest."""
    if derived.unit == "count":
        beside = text[claim.start : claim.end + _REACH].lower()
    else:
        beside = text[slice(*clauses.sentence(claim.start))].lower()
    return all(any(_has(beside, word) for word in group) for group in derived.words)


def _has(text: str, word: str) -> bool:
    """Whether a word, or one that begins with it, stands in a text; in Chinese with or without spaces (30 天)."""
    if not word.isascii():
        return word in text.replace(" ", "")
    at = text.find(word)
    while at > 0 and word[0].isascii() and text[at - 1].isascii() and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at >= 0


def _end(text: str, claim: Claim, said: tuple[Said, ...], exact: tuple[Fraction, Fraction]) -> Fraction | None:
    """Which end of a range one number stands for; None where nothing says that it is one."""
    low, high = exact
    nearer = low if abs(claim.values[0] - low) <= abs(claim.values[0] - high) else high
    if "at least" in said:
        return low
    if "up to" in said:
        return high
    behind = _TO.match(text, claim.end)
    if nearer == low:
        return low if behind and text[behind.end() : behind.end() + 1].isdigit() else None
    return (
        high
        if re.search(r"\d\D{0,12}(?:to|–|—|-|~|～|至|到)\s*\D{0,8}$", text[max(0, claim.start - 40) : claim.start])
        else None
    )


def _is_near(claim: Claim, exact: tuple[Fraction, Fraction]) -> bool:
    return any(abs(value - end) <= _NEAR * end for value in claim.values for end in exact)


def _holds(said: tuple[Said, ...], value: Decimal | Fraction, exact: Fraction) -> bool:
    return rounds_to(said, value, exact) or all(is_true(one, Fraction(value), exact) for one in said or ("",))
