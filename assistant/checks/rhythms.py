"""Paces, downtimes and frequencies in free wording: what a comparison without a reference comes to.

"One every nine seconds", 每9秒一单, "12 a second", "8.8 hours of downtime", "three in 10,000": each is told with words that make it
what it is. Without these words the number is nobody's.
"""

from __future__ import annotations

import re
from fractions import Fraction

from assistant.checks.claims import Claim
from assistant.checks.clauses import Clauses
from assistant.checks.hedges import Said, is_true, said_around
from assistant.checks.sums import ABOUT_EVERY, Verdict, held
from assistant.schema import Comparison, Lang
from assistant.units import DimensionMismatch, convert

_EVERY = re.compile(r"\b(?:every|each|apart|per)\b|[每隔]|[秒分钟鐘时時]就?[有来來]?一", re.IGNORECASE)
_PER = re.compile(r" ?(?:[a-z]+ ){0,2}(?:an?|per|each|every) (second|minute|hour)\b", re.IGNORECASE)
_DOWN = re.compile(
    r"\b(?:down|downtime|offline|outages?|unavailable)\b|停机|停機|宕机|宕機|中断|中斷|离线|離線", re.IGNORECASE
)
_AMONG = re.compile(r"\b(?:in|out of|of every|for every|per|among)\b|[每里裡中]", re.IGNORECASE)
_ONE = re.compile(r"\b(?:one|an?)\b", re.IGNORECASE)
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
# Another figure of the same kind in the clause is not a wrong one: only one that comes near is.
_NEAR = Fraction(1, 5)


def by_pace(text: str, claim: Claim, comparison: Comparison, said: tuple[Said, ...], clauses: Clauses) -> Verdict:
    """Whether a time or a rate is the pace, or the downtime, that a comparison comes to."""
    exact, quantity = comparison.exact, claim.quantity
    if exact is None or len(claim.values) != 1:
        return None
    clause = text[slice(*clauses.clause(claim.start))]
    if comparison.quantity.dimension == "percentage":
        if not _DOWN.search(clause):
            return None
        if text.startswith("一年", claim.start):
            return "true"
        if quantity is None or quantity.dimension != "time":
            return None
        # What may be down at most is said so: "at most about 8.8 hours".
        kept = tuple(one for one in said if one != "up to")
        return _judged(claim, kept, convert(exact, "second", quantity.unit))
    if not comparison.quantity.dimension.endswith("_rate"):
        return None
    if quantity is not None and quantity.dimension == "time":
        # "About one every nine seconds": the hedge stands before the whole rhythm.
        said = said or (("about",) if ABOUT_EVERY.search(clause) else ())
        return _judged(claim, said, convert(exact, "second", quantity.unit)) if _EVERY.search(clause) else None
    if quantity is not None and quantity.dimension.endswith("_rate"):
        try:
            return _judged(claim, said, convert(1 / exact, f"{_counted(quantity.unit)} / second", quantity.unit))
        except DimensionMismatch:
            return None
    per = _PER.match(text, claim.end) if claim.bare else None
    return _judged(claim, said, _SECONDS[per[1].lower()] / exact) if per else None


def _counted(unit: str) -> str:
    return unit.partition(" / ")[0]


def _judged(claim: Claim, said: tuple[Said, ...], exact: Fraction) -> Verdict:
    return held(claim, said, exact) if abs(claim.values[0] - exact) <= _NEAR * exact else None


def by_frequency(text: str, claim: Claim, comparison: Comparison, lang: Lang, clauses: Clauses) -> Verdict:
    """Whether a number is one of the two of "three in 10,000", with a hedge that is true of the share."""
    exact = comparison.exact
    if (
        exact is None
        or len(comparison.numbers) != 2
        or len(claim.values) != 1
        or claim.values[0] not in comparison.numbers
    ):
        return None
    start, end = clauses.clause(claim.start)
    clause = text[start:end]
    if not _AMONG.search(clause):
        return None
    count, among = comparison.numbers
    if claim.values[0] == count:
        said = said_around(text, claim.start, claim.end, lang)
    else:
        # "About one in 20": the hedge stands before the word that counts.
        one = _ONE.search(clause[: claim.start - start]) if count == 1 else None
        if count == 1 and lang == "en" and one is None:
            return None
        said = said_around(text, start + one.start(), start + one.end(), lang) if one else ("about",)
    kept = tuple(word for word in said if word == "about" or word not in ("up to", "at least"))
    return "true" if all(is_true(word, count / among, exact) for word in kept or ("",)) else "false"
