"""Numbers that belong to a reference: in its name, or the figure that it measures."""

from __future__ import annotations

import re

from assistant.checks.claims import Claim
from assistant.checks.clauses import Clauses
from assistant.checks.hedges import Said, rounds_to, said_around
from assistant.checks.mentions import content_words, find_mentions
from assistant.checks.mistaken import takes_another
from assistant.checks.proofs import Found, Known, Proof
from assistant.checks.spans import source_of
from assistant.checks.surfaces import Surface, token_at
from assistant.schema import Lang, Reference
from assistant.units import DimensionMismatch, convert

# How near a word of its name stands to a yardstick's figure that is told in other words.
_BESIDE = 24
# So many characters in a row are nobody's but the name's: "two people talking".
_NAMED: dict[Lang, int] = {"en": 14, "zh-Hans": 5, "zh-Hant": 5}


def by_name(known: Known, text: str, claim: Claim, sentence: tuple[int, int]) -> Found:
    """A number that belongs to the name of a reference which the sentence speaks of: a Boeing 747, over 100 m."""
    token, _ = token_at(text, claim)
    for reference in known.spoken_in(text):
        named = any(_is_in_name(s, text, claim, token, known.lang) for s in known.names[reference.id])
        if named and find_mentions(text, *sentence, known.keys[reference.id], known.lang):
            return Proof("reference", reference.names[known.lang].of, source_of([reference]))
    return None


def _is_in_name(surface: Surface, text: str, claim: Claim, token: str, lang: Lang) -> bool:
    """Whether a number is one of a reference's name: as it stands there, or in words before the same unit or word."""
    if surface.values != claim.values:
        return False
    if surface.token == token or f"{surface.token}s" == token:
        return True
    run = _NAMED[lang]
    if claim.end - claim.start < run and text[claim.start : claim.start + run].lower() in surface.proof.lower():
        return True
    if said_around(text, claim.start, claim.end, lang):
        return False
    if claim.quantity is not None and not claim.bare:
        beside = text[max(0, claim.start - _BESIDE) : claim.end + _BESIDE]
        return claim.quantity.unit == surface.unit and not surface.words.isdisjoint(content_words(beside, lang))
    if not surface.digits:
        return False
    behind = surface.proof.lower().partition(surface.digits)[2][:2]
    return len(behind) == 2 and text[claim.end - 1 : claim.end + 2].lower().find(behind) in (0, 1)


def by_reference(known: Known, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses) -> Found:
    """A reference's own figure, rounded truly, where that reference is the one the number belongs to."""
    if claim.quantity is None or len(claim.values) != 1:
        return None
    for reference in _spoken_of(known, text, claim, clauses):
        try:
            value = convert(reference.value, reference.unit, claim.quantity.unit)
        except DimensionMismatch:
            continue
        if rounds_to(said, claim.quantity.low, value) and not takes_another(
            known, text, claim.start, claim.end, [reference], clauses
        ):
            return Proof("reference", reference.names[known.lang].of, source_of([reference]))
    return None


# A reference behind one of these is what something is measured by; the figure before it is not its own.
_RATIO = re.compile(r"times|twice|half|third|quarter|fifth|倍|[分][之]|一半|[个個只隻张張架杯]")


# What is said of a figure that is held against the reference: it is the product's.
_HELD = re.compile(
    r"\b(?:above|below|over|under|about|nearly|almost|more|less|louder|quieter|longer|shorter|heavier|lighter)\b|略|接近|超过|超過|不到|相当|相當|将近|將近",
    re.IGNORECASE,
)


def _spoken_of(known: Known, text: str, claim: Claim, clauses: Clauses) -> list[Reference]:
    """The references named nearest before the number in its clause or sentence, else right after it in its clause."""
    start, end = clauses.clause(claim.start)
    for low, high in ((start, claim.start), (claim.end, end), (clauses.sentence(claim.start)[0], claim.start)):
        last: list[tuple[int, Reference]] = []
        for reference in known.spoken_in(text):
            for found in find_mentions(text, low, high, known.keys[reference.id], known.lang):
                if low == claim.end and (_RATIO.search(text[low:end]) or _HELD.search(text[low : found[0]])):
                    continue
                last.append((claim.start - found[1] if found[1] <= claim.start else found[0] - claim.end, reference))
        if last:
            nearest = min(gap for gap, _ in last)
            return [reference for gap, reference in last if gap == nearest]
    return []
