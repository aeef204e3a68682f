"""What a number measures, if the words before it say so in a few words."""

from __future__ import annotations

import re

from assistant.quantities.lazy import lazy
from assistant.schema import Lang

_TRIM_LIST = (
    "of|is|are|at|in|to|for|with|from|by|the|a|an|and|about|around|approx|up|over|under|below|above|than|more|less|least"
    "|only|just|max|min|rated|typical|average|maximum|minimum|top|peak"
)
_TRIM_WORDS = frozenset(_TRIM_LIST.split("|"))
_TRIM_EN = lazy(rf"(?:\b(?:{_TRIM_LIST})\b[ .]*|[~≈≤≥<>±+=\-: ]+)+$", re.IGNORECASE)
_TRIM_ZH = lazy(
    "(?:长达|長達|可达|可達|多达|多達|零下|华氏|華氏|摄氏|攝氏|[约約达達为為是可近超至仅僅只低高于於≤≥<>±~≈=:： ]|最大|最高|最低|最小|最多|最长|额定|額定|平均|典型|不足|超过|超過|高达|不到|以上)+$"
)
_LEAD_ZH = lazy("^(?:最大|最高|最低|最小|额定|額定|平均|典型|的|和|与|與|及|其|仅|僅)+")


def attribute_of(clause: str, lang: Lang) -> str | None:
    """What is measured, if the clause says so in a few words: "Top speed 120 mph" is about top speed; else None.

    >>> (
    ...     attribute_of("wall thickness ", "en"),
    ...     attribute_of("最大续航里程约", "zh-Hans"),
    ...     attribute_of("It runs for up to ", "en"),
    ... )
    ('wall thickness', '续航里程', None)
    """
    if lang == "en":
        words = (_TRIM_EN.sub("", clause) if "." in clause else _trimmed(clause)).strip(" *•-\t'\"").split()
        if not 1 <= len(words) <= 3 or not all(_NAME.fullmatch(word) and word.lower() not in _VERBS for word in words):
            return None
        if words[0].endswith("s") and not words[0].endswith("ss") and not clause.rstrip().endswith(":"):
            return None
        return " ".join(words)
    words_zh = clause.strip(" *•·-、，。").rstrip(":： =≤≥<>±~≈")
    if words_zh[-1:] in _TRIM_LAST_ZH:
        words_zh = _TRIM_ZH.sub("", words_zh)
    lead = _LEAD_ZH.match(words_zh)
    if lead:
        words_zh = words_zh[lead.end() :]
    if not 2 <= len(words_zh) <= 8 or words_zh[0] in _ADVERBS:
        return None
    return words_zh if words_zh.isalpha() else None


def _trimmed(clause: str) -> str:
    """What `_TRIM_EN` leaves of a clause without a full stop, word by word from its end."""
    while clause:
        clause = clause.rstrip("~≈≤≥<>±+=-: ")
        last = _LAST_WORD.search(clause)
        if last is None or last[0].lower() not in _TRIM_WORDS:
            break
        clause = clause[: last.start()]
    return clause


_LAST_WORD = lazy(r"\w+\Z")
_TRIM_LAST_ZH = frozenset("下氏约約达達为為是可近超至仅僅只低高于於≤≥<>±~≈=:： 大小多长定額额均型足过過到上")
_ADVERBS = frozenset("即就只可能便已再也还還更让讓使把将將被在从從由这那每支配含有适")
_NAME = lazy(r"[A-Za-z][A-Za-z\-']+")
_VERBS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "runs",
        "run",
        "lasts",
        "last",
        "holds",
        "hold",
        "weighs",
        "weigh",
        "lifts",
        "lift",
        "boils",
        "boil",
        "saves",
        "save",
        "costs",
        "cost",
        "takes",
        "take",
        "reduces",
        "reduce",
        "supports",
        "support",
        "delivers",
        "deliver",
        "survives",
        "survive",
        "carries",
        "carry",
        "contains",
        "contain",
        "it",
        "we",
        "you",
        "they",
        "he",
        "she",
        "i",
        "this",
        "that",
        "these",
        "those",
        "there",
        "gets",
        "get",
        "goes",
        "go",
        "went",
        "runs",
        "reach",
        "reaches",
        "store",
        "works",
        "work",
        "per",
        "plus",
        "ships",
        "shipped",
        "used",
        "uses",
        "use",
        "pays",
        "pay",
        "can",
        "will",
        "may",
        "must",
        "not",
        "never",
        "also",
        "then",
        "when",
        "while",
        "if",
        "or",
        "and",
    ]
)
