"""Finds two figures of which one is the successor of the other: "4,600 → 5,200 mAh", 上一代4600毫安时，这一代5200毫安时.

Two figures in one line are no pair by themselves ("40 × 8 cm", "2 kg, carries 5 kg"): an arrow, a change of something
from one to the other, or words for the old model and the new one must say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from assistant.quantities import find_numbers
from assistant.schema import Lang, Quantity
from assistant.units import lookup

Order = Literal["forward", "backward"]

# As far as a label may stand from its figure.
REACH = 48
_ARROW = re.compile(r"\s*(?:→|➝|➔|⟶|⇒|-{1,2}>|–>|=>)\s*")
_FROM = re.compile(r"\bfrom\s*$|[从從由自]\s*(?:原来的|原來的|上一代的?|上代的?)?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|down to|up to|to now|到|至)\s*", re.IGNORECASE)
_CHANGED = re.compile(
    "(?:提升|提高|提升|增加|增长|增長|增大|增至|升级|升級|加大|扩大|擴大|延长|延長|上升|升|增|涨|漲|降低|降|减少|減少|减轻|減輕|减薄|減薄|减|減"
    "|缩短|縮短|缩小|縮小|缩|縮|下降|下调|下調|变|變|改)(?:了)?(?:到|至|为|為|成)(?:了)?\\s*"
)
_INSTEAD = re.compile(
    r"\W{0,3}(?:instead of|rather than|up from|down from|previously|formerly|was|it was|before that)\W{0,2}"
    r"(?:(?:the|its|our|an?|last|previous|old) ){0,2}|\W{0,2}(?:而不是|而非|取代)(?:上一代的?|原来的|原來的)?\s*",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:last year[’']?s?|last[- ]generation|last gen|previous|predecessor|former|outgoing|old(?:er)? (?:model|one|version))\b"
    "|上一代|上代|前一代|前代|旧款|舊款|老款|旧版|舊版|去年|原来|原來|此前|以前|之前",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:this (?:one|year|generation|model|version)|the new|new (?:model|one|version)|now|current|latest|successor)\b"
    "|这一代|這一代|这代|這代|本代|新款|新一代|新版|今年|现在|現在|如今|目前|这次|這次|本款|这款|這款",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:vs\.?|versus|against|compared (?:with|to)|than)\b|相比|对比|對比", re.IGNORECASE)
# Verbs of change, without which "from 5 to 35 °C" is a range.
_MOVED = re.compile(
    r"\b(?:up|down|grew|grown|grows|rose|risen|raised|rais(?:es|ing)|increas(?:ed|es)|improv(?:ed|es)|went|goes|cut|cuts|reduc(?:ed|es)"
    r"|fell|dropp?(?:ed|s)|shrank|lowered|upgraded|extended|boosted|trimmed)\b",
    re.IGNORECASE,
)
# Of these "from … to …" alone tells of two models; of voltages, temperatures, focal lengths it is a range.
_MODELS = ("charge", "energy", "data", "mass", "currency")
_HEDGED = re.compile(r"(?<=[^A-Za-z])(?:up to|about|around)\s*$|(?:约|約|最长|最長|最多|最高)$", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9][0-9,.]*")
_ENDS = re.compile("[.。!?！？\n]")


@dataclass(frozen=True, slots=True)
class Pair:
    """What it was and what it is: two quantities of one kind, with the attribute that either of them named."""

    old: Quantity
    new: Quantity


def find_pair(text: str, quantities: Sequence[Quantity], lang: Lang, shift: int = 0) -> Pair | None:
    """The first pair of a text, whose quantities were found in it (`shift` is what their offsets are ahead of it).

    One of the two may stand without its unit. None where nothing says that one follows the other.

    >>> from assistant.quantities import find_quantities
    >>> text = "Battery: 4600 → 5200 mAh"
    >>> pair = find_pair(text, find_quantities(text), "en")
    >>> pair and (str(pair.old.low), str(pair.new.low), pair.new.attribute)
    ('4600', '5200', 'Battery')
    """
    if not quantities:
        return None
    here = [replace(q, start=q.start - shift, end=q.end - shift) for q in quantities]
    found = next(filter(None, (_split(text, quantity, lang) for quantity in here)), None)
    found = found or next(filter(None, (_joined(text, a, b) for a, b in pairwise(_figures(text, here, lang)))), None)
    return None if found is None else _settled(found, text, shift)


def _figures(text: str, quantities: Sequence[Quantity], lang: Lang) -> list[Quantity]:
    """The quantities and the plain numbers of a text by position; a number has the unit ""."""
    taken = [(q.start, q.end) for q in quantities]
    # Most facts have no digit besides their quantity's: they need not be read again.
    numbers = find_numbers(text, lang) if any(map(str.isdigit, _outside(text, taken))) else ()
    bare = [
        Quantity(n.text, n.start, n.end, Decimal(n.value), "", "")
        for n in numbers
        if n.high is None and n.text[:1].isdigit() and n.text[-1:].isdigit() and isinstance(n.value, Decimal | int)
        and not any(n.start < end and start < n.end for start, end in taken)
    ]  # fmt: skip
    return sorted([*(q for q in quantities if q.high is None), *bare], key=lambda q: q.start)


def _outside(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """The text without the spans, which stand in order."""
    starts, ends = [0, *(end for _, end in taken)], [*(start for start, _ in taken), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _joined(text: str, first: Quantity, second: Quantity) -> Pair | None:
    """Two neighbours as a pair, if the words around them make them one."""
    if not (first.unit or second.unit) or second.start - first.end > REACH:
        return None
    one, other = first if first.unit else _like(first, second), second if second.unit else _like(second, first)
    if lookup(one.unit).exponents != lookup(other.unit).exponents or one.dimension != other.dimension:
        return None
    order = _order(text, first, second)
    if order is None:
        return None
    return Pair(one, other) if order == "forward" else Pair(other, one)


def _like(bare: Quantity, measured: Quantity) -> Quantity:
    """A plain number with the unit of its neighbour, written as the neighbour writes it."""
    number = _NUMBER.match(measured.text)
    unit = measured.text[number.end() :] if number else ""
    return replace(measured, text=bare.text + unit, start=bare.start, end=bare.end, low=bare.low)


def _order(text: str, first: Quantity, second: Quantity) -> Order | None:
    """Which of two neighbours is the old one: "forward" where the first is, None where nothing says so."""
    between, after = _HEDGED.sub("", text[first.end : second.start]), text[second.end : second.end + REACH]
    before = _ENDS.split(text[max(0, first.start - REACH) : first.start])[-1]
    if _ARROW.fullmatch(between) or _CHANGED.fullmatch(between.lstrip(" ，,")):
        return "forward"
    if _TO.fullmatch(between) and _FROM.search(before):
        return "forward"
    if _INSTEAD.fullmatch(between):
        return "backward"
    if _OLD.search(between):
        aside = between.lstrip()[:1] in ("(", "（") and not _OLD.search(before)
        return "backward" if aside or _NEW.search(before) else None
    if _OLD.search(before) and _NEW.search(between):
        return "forward"
    return "backward" if _AGAINST.search(between) and _OLD.search(_ENDS.split(after)[0]) else None


def _split(text: str, quantity: Quantity, lang: Lang) -> Pair | None:
    """The ends of "from 4,600 to 5,200 mAh" as a pair, where it says that something changed and not that it ranges."""
    if quantity.high is None:
        return None
    numbers = [n for n in find_numbers(quantity.text, lang) if n.text[:1].isdigit()]
    before = _ENDS.split(text[max(0, quantity.start - REACH) : quantity.start])[-1]
    # Of two figures that are read as a range the first is the smaller: a fall is never read as one.
    if (
        len(numbers) != 2
        or not _FROM.search(before)
        or not _TO.fullmatch(quantity.text[numbers[0].end : numbers[1].start])
    ):
        return None
    alone = before.strip().lower() == "from" and quantity.end >= len(text.rstrip(" ."))
    if not _MOVED.search(before) and (not alone or quantity.dimension not in _MODELS):
        return None
    at = quantity.start
    first, second = numbers
    old = replace(quantity, text=first.text, start=at + first.start, end=at + first.end, low=quantity.low, high=None)
    new = replace(quantity, text=quantity.text[second.start :], start=at + second.start, low=quantity.high, high=None)
    return Pair(old, new)


def _settled(pair: Pair, text: str, shift: int) -> Pair:
    """The pair with one attribute, without a hedge that was the head of an arrow, at its place in the source."""
    attribute = _property(pair.new.attribute) or _property(pair.old.attribute)

    def settle(quantity: Quantity) -> Quantity:
        arrow = text[: quantity.start].rstrip().endswith((">", "＞"))
        return replace(
            quantity, start=quantity.start + shift, end=quantity.end + shift, attribute=attribute,
            hedge="" if arrow and quantity.hedge == "more than" else quantity.hedge,
        )  # fmt: skip

    return Pair(settle(pair.old), settle(pair.new))


def _property(attribute: str | None) -> str | None:
    """An attribute without the words of a change; None where it only names the old or the new model."""
    kept = (attribute or "").rstrip("从從由自 ")
    return None if not kept or _OLD.search(kept) or _NEW.search(kept) else kept
