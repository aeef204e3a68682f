"""Raw hits: one automaton finds the literal that anchors each token, the steps after a gap are followed from there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.praise.rule import Entry, Step
from assistant.schema import Lang

Hit = tuple[int, int, int]  # start, end, index of the rule

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[\w'&%+]+")
_STOP = re.compile(r"[.!?]")
_STOP_ZH = re.compile(r"[。！？；，,：:\n]")
_CJK = "\u2e80"
_ITEM = re.compile(r"(\d)[.)](?=[a-z])")  # "2.superior": a list without its space
_OPENERS = '("[“—–/*>_«|:{•'


class Matcher:
    """Finds all tokens of a set of entries in folded text, in time linear in the text."""

    __slots__ = ("_anchors", "_automaton", "_lang", "_meanings")

    def __init__(self, entries: Sequence[Entry], lang: Lang) -> None:
        from ahocorasick_rs import AhoCorasick

        meanings: dict[str, list[tuple[int, tuple[Step, ...]]]] = {}
        for anchors, rule, steps in entries:
            for anchor in anchors:
                meanings.setdefault(anchor, []).append((rule, steps))
        self._lang = lang
        self._meanings = list(meanings.values())
        # A space before each English word keeps the automaton out of the middle of words, where most false starts lie.
        self._anchors = list(meanings)
        self._automaton = AhoCorasick([_opened(anchor) for anchor in meanings] if lang == "en" else self._anchors)

    def find(self, folded: str) -> list[Hit]:
        """Returns every hit by end of its anchor, overlapping ones included; [] if nothing matches."""
        hits: list[Hit] = []
        english = self._lang == "en"
        scanned = _opened(folded) if english else folded
        for pattern, start, end in self._automaton.find_matches_as_indexes(scanned, overlapping=True):
            end -= english  # the text scanned begins with a space of ours; the pattern's own space is no part of it
            if not _stands_alone(folded, start, end) or not folded.startswith(self._anchors[pattern], start):
                continue
            for rule, steps in self._meanings[pattern]:
                last = _follow(folded, end, steps, self._lang) if steps else end
                if last:
                    hits.append((start, last, rule))
        return hits


def _opened(folded: str) -> str:
    """Returns the text with a space in front, and for whatever may open a word; one character longer."""
    for mark in _OPENERS:
        folded = folded.replace(mark, " ")
    return " " + _ITEM.sub(r"\1 ", folded.replace(" '", "  "))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """False inside a longer word; Chinese characters never make a longer word."""
    return not (_is_one_word(text, start) or _is_one_word(text, end))


def _is_one_word(text: str, at: int) -> bool:
    """True if the letters on both sides of a place belong to one word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return before.isalnum() and after.isalnum() and before < _CJK > after


def _follow(text: str, at: int, steps: tuple[Step, ...], lang: Lang) -> int:
    """Returns where the last step ends, 0 if the steps do not follow `at` in this sentence."""
    (fewest, most, literals), rest = steps[0], steps[1:]
    some = literals if literals[-1] else literals[:-1]
    for start in _starts(text, at, fewest, most) if lang == "en" else _starts_zh(text, at, fewest, most):
        if not text.startswith(some, start):
            continue
        for literal in some:
            end = start + len(literal)
            if text.startswith(literal, start) and _stands_alone(text, start, end):
                last = _follow(text, end, rest, lang) if rest else end
                if last:
                    return last
    if literals[-1]:
        return 0
    end = _after(text, at, fewest, lang) if fewest else at
    return _follow(text, end, rest, lang) if end and rest else end


def _after(text: str, at: int, count: int, lang: Lang) -> int:
    """Returns the end of the `count`-th word or character after `at`, 0 if the sentence ends before."""
    if lang != "en":
        stop = _STOP_ZH.search(text, at, at + count)
        return 0 if stop or at + count > len(text) else at + count
    starts = _starts(text, at, count - 1, max(count - 1, 1))
    word = _WORD.match(text, starts[0]) if starts else None
    return word.end() if word else 0


def _starts(text: str, at: int, fewest: int, most: int) -> list[int]:
    """Returns where the words stand that come after `fewest` to `most` others."""
    if not most:
        return [at + 1] if text.startswith(" ", at) else []
    starts: list[int] = []
    before = at
    for word in _WORD.finditer(text, at, at + 40 * (most + 1)):
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
