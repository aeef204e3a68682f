"""Follows a token from the literal that anchors it: gaps of so many words or characters, and what comes after each."""

from __future__ import annotations

import re

from assistant.praise.rule import Step
from assistant.schema import Lang

WORD = re.compile(r"\d+(?:[.,]\d+)*|[\w'&%+]+")
WORD_ROOM = 40  # characters in which the next word must begin
_STOP = re.compile(r"[.!?]")
_STOP_ZH = re.compile(r"[。！？；，,：:\n]")
_CJK = "\u2e80"


def may_join(char: str) -> bool:
    """True for what may be a part of a longer word."""
    return char.isalnum() and char < _CJK


def _stands_alone(text: str, start: int, end: int) -> bool:
    """False inside a longer word; Chinese characters never make a longer word."""
    return not (_is_one_word(text, start) or _is_one_word(text, end))


def _is_one_word(text: str, at: int) -> bool:
    """True if the letters on both sides of a place belong to one word."""
    if not 0 < at < len(text):
        return False
    return may_join(text[at - 1]) and may_join(text[at])


def follow(text: str, at: int, steps: tuple[Step, ...], lang: Lang) -> int:
    """Returns where the last step ends, 0 if the steps do not follow `at` in this sentence."""
    (fewest, most, literals), rest = steps[0], steps[1:]
    some = literals if literals[-1] else literals[:-1]
    for start in _starts(text, at, fewest, most) if lang == "en" else _starts_zh(text, at, fewest, most):
        if not text.startswith(some, start):
            continue
        for literal in some:
            end = start + len(literal)
            if text.startswith(literal, start) and _stands_alone(text, start, end):
                last = follow(text, end, rest, lang) if rest else end
                if last:
                    return last
    if literals[-1]:
        return 0
    end = _after(text, at, fewest, lang) if fewest else at
    return follow(text, end, rest, lang) if end and rest else end


def _after(text: str, at: int, count: int, lang: Lang) -> int:
    """Returns the end of the `count`-th word or character after `at`, 0 if the sentence ends before."""
    if lang != "en":
        stop = _STOP_ZH.search(text, at, at + count)
        return 0 if stop or at + count > len(text) else at + count
    starts = _starts(text, at, count - 1, max(count - 1, 1))
    word = WORD.match(text, starts[0]) if starts else None
    return word.end() if word else 0


def _starts(text: str, at: int, fewest: int, most: int) -> list[int]:
    """Returns where the words stand that come after `fewest` to `most` others."""
    if not most:
        return [at + 1] if text.startswith(" ", at) else []
    starts: list[int] = []
    before = at
    for word in WORD.finditer(text, at, at + WORD_ROOM * (most + 1)):
        if _STOP.search(text, before, word.start()):
            break
        starts.append(word.start())
        before = word.end()
        if len(starts) > most:
            break
    return starts[fewest:]


def _starts_zh(text: str, at: int, fewest: int, most: int) -> range:
    if not most:
        return range(at, at + 1)
    stop = _STOP_ZH.search(text, at, at + most + 1)
    return range(at + fewest, min(at + most, stop.start() if stop else len(text)) + 1)
