"""Numbers that claim nothing of the product: how many figures were just told, 这两个数, one way and the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from assistant.checks.claims import Claim
from assistant.checks.mentions import content_words
from assistant.checks.periods import is_idle_period
from assistant.checks.proofs import Known

_TOLD_EN = re.compile(r"[ -](?:more )?(?:figures?|numbers?|values?|specs|readings|lines)\b", re.IGNORECASE)
_TOLD_ZH = re.compile("(?:[个個组組项項种種样樣]?)(?:[数數]字?|[数數]值|[参參][数數])(?![a-z据據码碼])")
_COUNTER = "个個种種项項组組款"
_PRONOUN_EN = re.compile(r"\bthe one (?!of\b)|\bone way\b(?= and|,| by)", re.IGNORECASE)
# 家事做到一半: half-way through what the reader does.
_HALFWAY = re.compile("[做写寫看听聽吃走洗爬说說讲講读讀唱煮聊睡逛忙念]到一半$")
_ARTICLE = re.compile(r"an? ", re.IGNORECASE)


def is_idle(known: Known, text: str, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a number is only the count of what is told, a period that something is per, or a pronoun."""
    if is_idle_period(known, text, claim, claims):
        return True
    if known.lang == "en":
        begins = re.match(r"one\b", text[claim.start : claim.end], re.IGNORECASE)
        if begins and any(m.start() <= claim.start < m.end() for m in _PRONOUN_EN.finditer(text)):
            return True
        if begins is None and _ARTICLE.match(text, claim.start) and _in_a_fact(known, text[claim.start : claim.end]):
            return True
    elif _HALFWAY.search(text[max(0, claim.start - 2) : claim.end]):
        return True
    counted = claim.bare or (claim.quantity is not None and claim.quantity.unit.startswith("count"))
    if len(claim.values) != 1 or claim.kind in ("multiple", "fraction", "percent", "code", "year") or not counted:
        return False
    return _counts_the_told(known, text, claim, claims)


def _counts_the_told(known: Known, text: str, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether as many figures are told as a number says, or as many facts are of the name behind it."""
    count = claim.values[0]
    told = _TOLD_EN.search(text, claim.start, claim.end + 12) if known.lang == "en" else None
    if told is not None and told.start() <= claim.end and " " not in text[claim.start : told.start()]:
        return _are_told(count, claim, claims)
    at = claim.end - 1 if known.lang != "en" and text[claim.end - 1] in _COUNTER else claim.end
    if known.lang != "en" and _TOLD_ZH.match(text, at):
        return _are_told(count, claim, claims)
    if known.lang == "en":
        return False
    after = re.match(f"[{_COUNTER}]?([\u4e00-\u9fff]{{2,6}})", text[at:])
    if after is None:
        return False
    figures = _figures_by_label(known)
    return any(after[1].startswith(label) and count == told for label, told in figures.items())


def _are_told(count: Fraction, claim: Claim, claims: Sequence[Claim]) -> bool:
    others = {
        (one.values, one.quantity.unit if one.quantity else "") for one in claims if one is not claim and one.values
    }
    return count == 1 or 1 < count <= max(len(others), 1)


def _figures_by_label(known: Known) -> dict[str, int]:
    """How many figures, or sizes set apart by a slash, the facts of one label hold."""
    found: dict[str, int] = {}
    for fact in dict.fromkeys(fact for fact, _ in known.quantities):
        label = fact.text.partition("：")[0].partition(":")[0].strip()
        if label and len(label) < 12 and content_words(label, known.lang) | {label}:
            value = fact.text[len(label) :]
            found[label] = (
                found.get(label, 0) + value.count("/") + 1 if "×" in value or "*" in value else found.get(label, 0) + 1
            )
    return found


def _in_a_fact(known: Known, words: str) -> bool:
    """Whether a fact says it in these words: "Boils a cup in 50 seconds"."""
    return any(words.lower() in fact.text.lower() for fact, _ in known.quantities)
