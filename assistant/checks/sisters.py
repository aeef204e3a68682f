"""Figures of one fact that stand for each other: "22 hours steady" where the fact has 6 hours steady, 22 hours flashing."""

from __future__ import annotations

import re

from assistant.checks.claims import Claim
from assistant.checks.clauses import Clauses
from assistant.checks.mentions import content_words
from assistant.checks.proofs import Known
from assistant.schema import Fact, Lang, Quantity

_PART = re.compile(r"[,;/，；、／]|\band\b|\bor\b|和|或")
_LABEL = re.compile("[:：]")
# How far behind a figure, or before it, the word stands that tells it from its sister.
_REACH: dict[Lang, int] = {"en": 24, "zh-Hans": 8, "zh-Hant": 8}


def takes_sisters_place(known: Known, text: str, claim: Claim, source: str, clauses: Clauses) -> bool:
    """Whether the words at a proven figure are those of another figure of the same fact, and not its own."""
    if claim.quantity is None or not claim.values:
        return False
    fact = next((fact for fact, _ in known.quantities if fact.id == source), None)
    if fact is None or len(fact.quantities) < 2:
        return False
    own = [q for q in fact.quantities if q.text == text[claim.start : claim.end] or q.low == claim.quantity.low]
    if len(own) != 1:
        return False
    others = [q for q in fact.quantities if q is not own[0] and q.dimension == own[0].dimension]
    # The label is of all of them.
    label = content_words(_LABEL.split(fact.text)[0], known.lang) if _LABEL.search(fact.text) else frozenset()
    mine = _told(fact, own[0], known.lang) - label
    theirs = frozenset[str]().union(*(_told(fact, other, known.lang) for other in others)) - label
    if not theirs - mine:
        return False
    said = _words_at(text, claim.start, claim.end, known.lang, clauses.clause(claim.start))
    return bool(said & (theirs - mine)) and not said & (mine - theirs)


def _told(fact: Fact, quantity: Quantity, lang: Lang) -> frozenset[str]:
    return _words_at(fact.text, quantity.start - fact.start, quantity.end - fact.start, lang)


def _words_at(text: str, start: int, end: int, lang: Lang, clause: tuple[int, int] | None = None) -> frozenset[str]:
    """The words right behind a figure up to the next part of its list, else those before it."""
    low, high = clause or (0, len(text))
    behind = _PART.split(text[end : min(high, end + _REACH[lang])])[0]
    behind = re.split(r"[0-9]", behind)[0]
    words = content_words(behind, lang)
    if words:
        return words
    before = _PART.split(text[max(low, start - _REACH[lang]) : start])[-1]
    return content_words(re.split(r"[0-9]", before)[-1], lang)
