"""Amounts of money and differences in free wording: what a comparison of kind "cost" or "difference" comes to.

A cost is told with its period (33 cents a day, $31 a year); a difference with its direction (600 mAh more, 少90克).
Without these words the number is nobody's.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from assistant.checks.claims import Claim, decimal_of
from assistant.checks.clauses import Clauses
from assistant.checks.hedges import Said, hedge_of_predicate, is_true, rounds_to
from assistant.schema import Comparison, Quantity
from assistant.units import DimensionMismatch, convert

Verdict = Literal["true", "false"] | None

_PERIODS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (r"\bhour|小时|小時", r"\bday|\bdaily|天|日", r"\byear|\bannual|年")
)
# "A latte about every six days": the hedge stands before the whole rhythm.
ABOUT_EVERY = re.compile(r"\b(?:about|roughly|around) (?:one |a |an )?(?:every|each|once)|[约約]每", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:more|up|longer|heavier|bigger|larger|higher|taller|thicker|dearer|faster|quicker|extra|gains?|gained|increas\w{0,4}|on top|bonus)\b"
    "|[多增升长長重高贵貴厚大快涨漲]",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:less|fewer|down|lighter|smaller|shorter|lower|thinner|cheaper|slower|sav\w{1,3}|cut|reduc\w{0,5}|drop\w{0,4}|off|shed)\b"
    "|[少减減轻輕降短低便宜薄慢省缩縮]",
    re.IGNORECASE,
)


def by_cost(text: str, claim: Claim, comparison: Comparison, said: tuple[Said, ...], clauses: Clauses) -> Verdict:
    """Whether an amount of money with its period, or "every six days", is what the comparison comes to."""
    exact, quantity = comparison.exact, claim.quantity
    if exact is None or quantity is None or len(claim.values) != 1:
        return None
    clause = text[slice(*clauses.clause(claim.start))]
    asked = clauses.sentence_before(claim.start)
    if asked is not None and text.startswith(("?", "？"), asked[1]):
        # 10元電費能吹多久？…大約可以用6天。
        clause = text[slice(*asked)] + clause
    sentence = clause + text[slice(*clauses.sentence(claim.start))]
    if _in_seconds(comparison):
        if quantity.unit == "year" and quantity.low == 1 and _PERIODS[2].search(comparison.forms.noun):
            return "true" if _names(clause, comparison) else None
        if _is_spent(claim, comparison):
            return "true" if not said and _names(sentence, comparison) else None
        if not said and (ABOUT_EVERY.search(clause) or hedge_of_predicate(text[: claim.start]) == "about"):
            said = ("about",)
        if (
            quantity.dimension != "time"
            or claim.values[0] not in comparison.numbers
            or not _names(sentence, comparison)
        ):
            return None
        return held(claim, said, convert(exact, "second", quantity.unit))
    period = next((one for one in _PERIODS if one.search(comparison.forms.noun)), None)
    # 每小時約4.3元 is read as one figure: the amount is what stands before the stroke.
    unit = quantity.unit.partition(" / ")[0]
    money = quantity.dimension.startswith("currency") or text[claim.end - 1 : claim.end] in ("块", "塊", "毛", "角")
    if not money or period is None or not period.search(clause if period.search(clause) else sentence):
        return None
    paid = comparison.references[0].unit if comparison.references else comparison.quantity.unit
    try:
        paid = paid.partition(" / ")[0]
        if paid == "EUR" and unit == "US_cent":
            # A cent is the reader's own.
            return held(claim, said, exact * 100)
        return held(claim, said, convert(exact, paid, paid if unit == "count" else unit))
    except DimensionMismatch:
        return None


def _in_seconds(comparison: Comparison) -> bool:
    """Whether the cost is a time: how often a thing is bought, or how long a little money lasts."""
    bought = comparison.references and comparison.references[0].dimension == "currency"
    return bool(bought) or (bool(comparison.references) and len(comparison.numbers) == 2)


def _is_spent(claim: Claim, comparison: Comparison) -> bool:
    """Whether a claim is the little money that a time is told for: one dollar of electricity, 10元電費."""
    if claim.quantity is None or claim.quantity.dimension != "currency" or len(comparison.numbers) != 2:
        return False
    paid = comparison.references[0].unit.partition(" / ")[0]
    return claim.quantity.unit == paid and claim.values == comparison.numbers[1:]


def _names(clause: str, comparison: Comparison) -> bool:
    """Whether the clause has the thing that is bought, in any of its words, or speaks of electricity."""
    words = [names.many for names in comparison.references[0].names.values()]
    words += [names.thing.partition(" ")[2] for lang, names in comparison.references[0].names.items() if lang == "en"]
    lowered = clause.lower()
    return any(word and word.lower() in lowered for word in words) or bool(
        re.search("electric|电费|電費|[的用度]电|[的用度]電", lowered)
    )


def held(claim: Claim, said: tuple[Said, ...], exact: Fraction) -> Verdict:
    """Whether a claim's number, with its hedges, is true of the exact one."""
    if rounds_to(said, decimal_of(claim), exact):
        return "true"
    return "true" if all(is_true(one, claim.values[0], exact) for one in said or ("",)) else "false"


def by_difference(text: str, claim: Claim, comparison: Comparison, said: tuple[Said, ...], clauses: Clauses) -> Verdict:
    """Whether an amount or a percentage, with a word for its direction, is the difference that the comparison is of."""
    share = comparison.exact
    if share is None or len(claim.values) != 1 or not claim.quantity:
        return None
    clause = text[slice(*clauses.clause(claim.start))]
    right, wrong = (_MORE, _LESS) if share > 0 else (_LESS, _MORE)
    if not right.search(clause) or wrong.search(clause):
        return None
    if claim.quantity.dimension == "percentage":
        exact = abs(share) * 100
    elif claim.quantity.dimension == comparison.quantity.dimension and not claim.bare:
        try:
            now = convert(comparison.quantity.low, comparison.quantity.unit, claim.quantity.unit)
        except DimensionMismatch:
            return None
        exact = abs(now - now / (1 + share))
    else:
        return None
    # Another figure of the same kind in the clause is not a wrong difference: only one that comes near it is.
    return held(claim, said, exact) if abs(claim.values[0] - exact) * 5 <= exact else None


def spans(claim: Claim, comparison: Comparison) -> bool:
    """Whether a range runs from the old figure of a difference to the new one: "grew from 4,600 to 5,200 mAh"."""
    ends, quantity = claim.values, claim.quantity
    if comparison.kind != "difference" or comparison.exact is None or quantity is None or len(ends) != 2:
        return False
    try:
        now = convert(comparison.quantity.low, comparison.quantity.unit, quantity.unit)
    except DimensionMismatch:
        return False
    return ends == (now / (1 + comparison.exact), now) and comparison.exact > 0


def was(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether a figure is the old one that a difference was taken from: it may stand right before it."""
    if comparison.kind != "difference" or comparison.exact is None or quantity.high is not None:
        return False
    try:
        now = convert(comparison.quantity.low, comparison.quantity.unit, quantity.unit)
    except DimensionMismatch:
        return False
    return now == Fraction(quantity.low) * (1 + comparison.exact)
