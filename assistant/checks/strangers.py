"""Yardsticks of the book that the plan does not compare with: set beside a figure, they must be true of one.

The gate knows the plan's own comparisons. A text may say "nearly the height of the London Eye" without a number, and
nothing of it would be traced; where the book has that yardstick, its size is known, and the sentence is held to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from assistant.checks.claims import Claim
from assistant.checks.proofs import Known
from assistant.checks.spans import is_inside
from assistant.references import Book
from assistant.schema import Lang, Reference
from assistant.units import DimensionMismatch, convert

# How far from its yardstick a figure may be that is said to come to it.
_CLOSE = Fraction(1, 10)
# What a comparison stands behind, and what follows one.
_LINK_EN = re.compile(
    r"(?:\b(?:about|nearly|almost|roughly|over|under|more than|less than|as (?:heavy|tall|high|long|wide|loud|thick|fast) as"
    r"|equal to|equals|times|that of|the same as|half|thirds?|quarters?|fifths?|heavier than|lighter than|taller than"
    r"|longer than|shorter than|faster than|quieter than|matches|[0-9]) (?:of )?|[,:–—] )$",
    re.IGNORECASE,
)
_LINK_ZH = re.compile(
    "(?:[与與和跟]|相当于|相當於|等于|等於|接近|将近|將近|约为|約為|约是|約是|[约約是为為近]|超过|超過|略高[于於]|略低[于於]|不到|倍[于於]?)(?:[一1][\u4e00-\u9fff]{1,2})?$"
)
_AFTER_ZH = re.compile("相当|相當|差不多|一样|一樣|的[0-9一二两兩三四五六七八九十分]|的?一半")
# A thing whose property is named beside it is measured by: 一只长颈鹿的身高, the height of an average woman.
_PROPERTY_EN = re.compile(
    r"\b(?:height|weight|length|width|thickness|depth|capacity|price|cost|time|duration|wait|power|speed|sound level|volume|size|area)"
    r" (?:of|for|between) $"
)
_PROPERTY_ZH = re.compile(
    "的?(?:[平最常][均高规規大]{0,2})?(?:体重|體重|重量|身高|高度|海拔|长度|長度|宽度|寬度|厚度|直径|直徑|容量|体积|體積|价格|價格"
    "|时间|時間|时长|時長|车程|車程|功率|速度|时速|時速|音量|面积|面積)"
)


_Finder = tuple[AhoCorasick, tuple[tuple[Reference, bool], ...]]


def _finder(book: Book, lang: Lang) -> _Finder:
    """Finds every yardstick of the book by its property ("the height of a giraffe") or its thing; the second is sure."""
    kept: _Finder | None = book.kept.get(f"strangers {lang}")
    if kept is None:
        kept = book.kept[f"strangers {lang}"] = _make_finder(book, lang)
    return kept


def _make_finder(book: Book, lang: Lang) -> _Finder:
    words: dict[str, tuple[Reference, bool]] = {}
    for reference in book.by_id.values():
        if lang not in reference.names:
            continue
        names = reference.names[lang]
        words.setdefault(names.thing.lower(), (reference, False))
        if lang != "en":
            # Another measure word may stand before it: 一台電熱毯 for 一條電熱毯.
            words.setdefault(names.many, (reference, False))
        words[names.of.lower()] = (reference, True)
    words.pop("", None)
    return AhoCorasick(list(words), matchkind=MATCHKIND_LEFTMOST_LONGEST), tuple(words.values())


def find_strangers(
    known: Known, text: str, taken: Sequence[tuple[int, int]], claims: Sequence[Claim]
) -> Iterator[tuple[int, int, Reference]]:
    """Yardsticks set beside a figure that fit none of the brief's facts, by position; `taken` stretches are approved."""
    finder, meanings = _finder(known.book, known.lang)
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    for index, start, end in finder.find_matches_as_indexes(lowered):
        reference, of = meanings[index]
        # The name of a plan's yardstick inside a longer one takes nothing: 标准篮球 in 标准篮球的直径.
        if any(low < end and start < high and high - low >= end - start for low, high in taken):
            continue
        if is_inside(text, start) or is_inside(text, end):
            continue
        if not _compares(text, start, end, known.lang, of) or any(start <= c.start < end for c in claims):
            continue
        if any(one.id == reference.id for one in known.references):
            continue
        if not _counted(text, start, end, claims) and _fits(known, reference):
            continue
        yield start, end, reference


def _compares(text: str, start: int, end: int, lang: Lang, of: bool) -> bool:
    before = text[max(0, start - 24) : start]
    if lang == "en":
        return bool(
            _PROPERTY_EN.search(before)
            or (_LINK_EN.search(before) and (of or not before.endswith((", ", ": ", "– ", "— "))))
        )
    after = _AFTER_ZH.match(text, end) or _PROPERTY_ZH.match(text, end)
    return bool(_LINK_ZH.search(before)) and (of or after is not None)


def _counted(text: str, start: int, end: int, claims: Sequence[Claim]) -> bool:
    """Whether a multiple or a share stands beside the yardstick: then it is no plain likeness."""
    return any(
        claim.bare and (0 <= start - claim.end <= 20 or 0 <= claim.start - end <= 8) for claim in claims if claim.values
    )


def _fits(known: Known, reference: Reference) -> bool:
    """Whether a fact comes close to the yardstick, or measures nothing that it could be held against."""
    measured = False
    for _, quantity in known.quantities:
        try:
            value = convert(reference.value, reference.unit, quantity.unit)
        except DimensionMismatch:
            continue
        measured = True
        ends = [Fraction(one) for one in (quantity.low, quantity.high) if one is not None]
        if any(abs(value - one) <= _CLOSE * value for one in ends):
            return True
    return not measured
