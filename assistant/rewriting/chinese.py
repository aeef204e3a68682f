"""What goes out of a Chinese sentence so that the rest is still one: praise before a noun, a clause of nothing but praise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.rewriting.edits import Edit
from assistant.rewriting.said import Span, said_in
from assistant.rewriting.words import load_words
from assistant.schema import Lang

_BREAK = re.compile(r"——|[，；：,;:]")
_END = "。！？!?…"
# Characters that a clause must have left to say something.
_LEAST = 3
_HAN = re.compile(r"[\u3400-\u9fffA-Za-z0-9]")


def find_cuts(
    text: str, start: int, end: int, praise: Sequence[Span], lang: Lang, names: Sequence[str] = ()
) -> list[Edit]:
    """Edits of a sentence, by start; empty where nothing can go and leave a sentence that says something.

    >>> text = "采用业界领先的无刷电机，噪音45分贝。"
    >>> [(edit.start, edit.end) for edit in find_cuts(text, 0, len(text), [(2, 6)], "zh-Hans")]
    [(2, 7)]
    """
    if any(word in text[start:end] for word in load_words(lang).reports):
        return []
    clauses = _clauses(text, start, end)
    empty = [
        number
        for number, (low, high) in enumerate(clauses)
        if any(low <= s < high for s, _ in praise) and not said_in(text, low, high, praise, lang, names)
    ]
    found = _clause_cuts(text, clauses, empty, end, lang) if len(empty) < len(clauses) else []
    for span in praise:
        if any(edit.start < span[1] and span[0] < edit.end for edit in found):
            continue
        if any(low <= span[0] < high for low, high in (clauses[number] for number in empty)):
            continue
        edit = _attribute(text, start, end, span, lang)
        low, high = next((one for one in clauses if one[0] <= span[0] < one[1]), (start, end))
        left = said_in(text, low, high, praise, lang, names)
        if len(left) < _LEAST and all(char >= "\u3400" for char in left):
            continue  # 采用电机 says no more than 采用业界领先的电机 does
        if edit is not None and not any(edit.start < one.end and one.start < edit.end for one in found):
            found.append(edit)
    return sorted(found)


def is_only_praise(
    text: str, start: int, end: int, praise: Sequence[Span], lang: Lang, names: Sequence[str] = ()
) -> bool:
    """Whether a sentence says nothing but praise (匠心打造，品质卓越)."""
    return bool(praise) and not said_in(text, start, end, praise, lang, names)


def _clauses(text: str, start: int, end: int) -> list[Span]:
    stop = end
    while stop > start and text[stop - 1] in _END:
        stop -= 1
    marks = [found.span() for found in _BREAK.finditer(text, start, stop)]
    lows = [start, *(mark[1] for mark in marks)]
    highs = [*(mark[0] for mark in marks), stop]
    return [(low, high) for low, high in zip(lows, highs, strict=True)]


def _clause_cuts(text: str, clauses: Sequence[Span], empty: Sequence[int], end: int, lang: Lang) -> list[Edit]:
    """Clauses of nothing but praise, each with one of the commas beside it."""
    words = load_words(lang)
    cuts: list[Edit] = []
    kept = [number for number in range(len(clauses)) if number not in empty]
    if len(kept) == 1 and not _is_predicate(text[slice(*clauses[kept[0]])], lang):
        return []
    for number in empty:
        low, high = clauses[number]
        after = clauses[number + 1] if number + 1 < len(clauses) else None
        body = text[low:high].lstrip()
        if (
            body.startswith(words.subordinate)
            or text[low - 1 : low] in ("：", ":")
            or text[high : high + 1] in ("：", ":")
        ):
            continue
        if after is not None and text[slice(*after)].lstrip().startswith(words.openers):
            continue
        if number and text[slice(*clauses[number - 1])].lstrip().startswith(words.subordinate):
            continue
        if number < kept[-1]:
            assert after is not None
            gap = len(text[after[0] : after[1]]) - len(text[after[0] : after[1]].lstrip())
            cuts.append(Edit(low, after[0] + gap))
        else:
            cuts.append(Edit(clauses[number - 1][1], high))
    return cuts


def _is_predicate(clause: str, lang: Lang) -> bool:
    """Whether a clause says something of a subject: a verb, or a figure; a bare topic does not."""
    return any(char in load_words(lang).predicates or char.isdigit() for char in clause)


def _attribute(text: str, start: int, end: int, span: Span, lang: Lang) -> Edit | None:
    """Praise before a noun: 业界领先的电机, 顶级音质, 最先进的工艺."""
    words = load_words(lang)
    low, high = span
    said = text[low:high]
    if "的" in said[:-1]:
        high = low + said.rindex("的", 0, len(said) - 1) + 1
    elif said.endswith("的"):
        pass
    elif text[high : high + 1] == "的":
        high += 1
    else:
        bare = next((word for word in words.attributes if said.startswith(word)), "")
        if not bare:
            return None
        high = low + len(bare)
        high += text[high : high + 1] in ("级", "級")
    degree = next((word for word in words.degrees if text[start:low].endswith(word)), "")
    low -= len(degree)
    if high >= end or not _HAN.match(text, high):
        return None
    before = text[start:low]
    if any(before.endswith(guard) for guard in words.guards) or text[high] in "是在了就便":
        return None
    if text[low:high].startswith("以") or text.startswith(tuple(words.scales), high):
        return None  # 以精益求精的态度 says something only with its attribute
    opens = not before or before[-1] in "，；：,;:—。！？（(“「『 \n*•-"
    return Edit(low, high) if opens or before.endswith(words.before) else None
