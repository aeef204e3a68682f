"""Whether a fact's number is given to something else: to a reference as its own, or to a difference."""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction

from assistant.checks.claims import Claim
from assistant.checks.mentions import find_mentions
from assistant.checks.proofs import Known
from assistant.schema import Lang, Quantity, Reference
from assistant.units import DimensionMismatch, convert

_LEADS: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:[ :(,]|'s|’s|is|at|averages?|averaged|does|did|runs?|ran|flies|cruises|weighs|stands|holds|about|around|with|of|over|a|an|the|m)*"
    ),
    "zh-Hans": re.compile("[ ：:（(为是约达跑飞重高有的时速平均仅只能到百米]*"),
    "zh-Hant": re.compile("[ ：:（(為是約達跑飛重高有的時速平均僅只能到百公尺]*"),
}
# "Like a quiet room: 38 dB(A)" is the product's number.
_LIKE = re.compile(r"(?:\blike|\bas|\bthan|\bwith|\bto|像|如|比|跟|和|与|與|同|似)[^，。；,.;]{0,24}$")


_DIFFERENCE_EN = re.compile(
    r" ?(?:lighter|heavier|faster|slower|longer|shorter|taller|quieter|louder|cheaper|thinner|wider|less|more|fewer|below|above|under)"
    r" (?:than|yours|the|what|it|most|any|before)\b"
)
_DIFFERENCE_ZH = re.compile("[轻輕重快慢多少省短低高降长長薄厚][了出下]$|(?:减少|減少|增加|降低|提高|节省|節省)了?$")

# 手腕上只多了32克: what is put there weighs that much.
_ON_ZH = re.compile("[上里裡中][只僅仅才就]多了$")

# What is measured is nobody's name.
_MEASURED = frozenset(("出水", "用电", "用電", "电量", "電量", "耗电", "耗電", "能量", "油耗"))


def is_difference(text: str, claim: Claim) -> bool:
    """Whether a figure is said as a difference to something else: five grams lighter than yours, 轻了5克."""
    after, before = text[claim.end : claim.end + 24], text[max(0, claim.start - 4) : claim.start]
    if _ON_ZH.search(text[max(0, claim.start - 8) : claim.start]):
        return False
    return bool(_DIFFERENCE_EN.match(after) or _DIFFERENCE_ZH.search(before))


def given_to_reference(known: Known, text: str, claim: Claim, clause: tuple[int, int], own: Collection[str]) -> bool:
    """Whether a reference's name leads straight to a fact's number that is not its own; `own` are the fact's words."""
    for reference in known.spoken_in(text):
        spans = find_mentions(
            text, clause[0], claim.start, known.keys[reference.id] - _MEASURED - known.own - frozenset(own), known.lang
        )
        if not spans or _is_its(reference, claim.quantity) or _LIKE.search(text[clause[0] : spans[0][0]]):
            continue
        between = text[spans[-1][1] : claim.start]
        if len(between) <= 30 and _LEADS[known.lang].fullmatch(between):
            return True
    return False


def _is_its(reference: Reference, quantity: Quantity | None) -> bool:
    """Whether the reference measures the same, within what "about" may say, or something else altogether."""
    if quantity is None:
        return True
    try:
        value = convert(reference.value, reference.unit, quantity.unit)
    except DimensionMismatch:
        return True
    return abs(value - Fraction(quantity.low)) * 20 <= abs(value)
