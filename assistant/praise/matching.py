"""Raw hits: one automaton finds the literal that anchors each token, the steps after a gap are followed from there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from assistant.praise.rule import Entry, Step
from assistant.praise.steps import WORD, WORD_ROOM, follow, may_join
from assistant.schema import Lang

Hit = tuple[int, int, int]  # start, end, index of the rule

_ITEM = re.compile(r"(\d)[.)](?=[a-z])")  # "2.superior": a list without its space
_OPENERS = '("[“—–/*>_«|:{•'
_ASCII_OPENERS = "".join(mark for mark in _OPENERS if mark.isascii())
_HEAD = re.compile(r"[^\W_\u2e80-\U0010ffff]+")


class _Meaning(NamedTuple):
    """What an anchor means: a rule, once its steps follow.

    The steps can only follow if one of `heads` (see `_head`) is there: next if `most` is 0, else so many words or
    characters on. None stands for any.
    """

    rule: int
    steps: tuple[Step, ...]
    most: int
    heads: frozenset[str] | None


class _Anchor(NamedTuple):
    """A literal that a search stops at, and what its meanings have in common: one look tells if any can hold.

    `bare` are the rules without steps, `widest` is the longest gap; `open` if some meaning does not tell its heads.
    No token ends more than `reach` after it.
    """

    words: str
    joins_before: bool
    joins_after: bool
    meanings: tuple[_Meaning, ...]
    bare: tuple[int, ...]
    next_heads: frozenset[str]
    near_heads: frozenset[str]
    widest: int
    open: bool
    reach: int


class Matcher:
    """Finds all tokens of a set of entries in folded text, in time linear in the text."""

    __slots__ = ("_anchors", "_automaton", "_lang", "_meanings", "_ready")

    def __init__(self, entries: Iterable[Entry], lang: Lang) -> None:
        from ahocorasick_rs import AhoCorasick

        meanings: dict[str, list[tuple[int, tuple[Step, ...]]]] = {}
        for anchors, rule, steps in entries:
            for anchor in anchors:
                meanings.setdefault(anchor, []).append((rule, steps))
        self._lang = lang
        self._anchors = list(meanings)
        self._meanings = list(meanings.values())
        # Made ready when it first stands in a text: most never do, and start-up counts.
        self._ready: list[_Anchor | None] = [None] * len(meanings)
        # A space before each English word keeps the automaton out of the middle of words, where most false starts lie.
        spelled = opened("\n".join(meanings), lang)
        self._automaton = AhoCorasick(
            [f" {anchor}" for anchor in spelled[1:].split("\n")] if lang == "en" else self._anchors
        )

    def find(self, folded: str, scanned: str) -> list[Hit]:
        """Returns every hit by end of its anchor, overlapping ones included; [] if nothing matches.

        `scanned` is what `opened` makes of the text.
        """
        hits: list[Hit] = []
        for anchor, start, end in self._anchored(folded, scanned):
            self._add_hits(hits, folded, anchor, start, end)
        return hits

    def find_near(self, folded: str, scanned: str, others: Sequence[Hit]) -> list[Hit]:
        """As `find`, but may leave out hits that overlap none of `others`; for few others this is much faster."""
        hits: list[Hit] = []
        spans = sorted((low, high) for low, high, _ in others)
        lows = [low for low, _ in spans]
        highs = list(accumulate((high for _, high in spans), max))
        for anchor, start, end in self._anchored(folded, scanned):
            before = bisect_left(lows, end + anchor.reach)
            if before and highs[before - 1] > start:
                self._add_hits(hits, folded, anchor, start, end)
        return hits

    def _anchored(self, folded: str, scanned: str) -> Iterator[tuple[_Anchor, int, int]]:
        """The anchors that stand in the text as words of their own, with start and end."""
        english = self._lang == "en"
        ready = self._ready
        length = len(folded)
        for pattern, start, end in self._automaton.find_matches_as_indexes(scanned, overlapping=True):
            if english:
                end -= 1  # the text scanned begins with a space of ours; the pattern's own space is no part of it
            anchor = ready[pattern]
            if anchor is None:
                anchor = ready[pattern] = _anchor(self._anchors[pattern], self._meanings[pattern], self._lang)
            if anchor.joins_after and end < length and may_join(folded[end]):
                continue
            if anchor.joins_before and start and may_join(folded[start - 1]):
                continue
            if not english or folded.startswith(anchor.words, start):
                yield anchor, start, end

    def _add_hits(self, hits: list[Hit], folded: str, anchor: _Anchor, start: int, end: int) -> None:
        """Adds what an anchor means where it stands, in the order of the meanings."""
        _, _, _, meanings, bare, next_heads, near_heads, widest, is_open, _ = anchor
        next_head = _next_head(folded, end, self._lang) if next_heads else ""
        near = _heads_near(folded, end, widest, self._lang) if near_heads else ()
        if not (is_open or next_head in next_heads or not near_heads.isdisjoint(near)):
            hits.extend((start, end, rule) for rule in bare)
            return
        for rule, steps, most, heads in meanings:
            if not steps:
                hits.append((start, end, rule))
            elif heads is None or (next_head in heads if not most else not heads.isdisjoint(near[: most + 1])):
                last = follow(folded, end, steps, self._lang)
                if last:
                    hits.append((start, last, rule))


def _anchor(words: str, entries: Iterable[tuple[int, tuple[Step, ...]]], lang: Lang) -> _Anchor:
    meanings = tuple(_meaning(rule, steps, lang) for rule, steps in entries)
    stepped = [one for one in meanings if one.steps]
    told = [one for one in stepped if one.heads is not None]
    return _Anchor(
        words,
        lang != "en" and may_join(words[0]),
        may_join(words[-1]),
        meanings,
        tuple(one.rule for one in meanings if not one.steps),
        frozenset(head for one in told if not one.most for head in one.heads or ()),
        frozenset(head for one in told if one.most for head in one.heads or ()),
        max((one.most for one in told), default=0),
        len(told) < len(stepped),
        max(_reach(one.steps, lang) for one in meanings),
    )


def _meaning(rule: int, steps: tuple[Step, ...], lang: Lang) -> _Meaning:
    if not steps or not steps[0][2][-1]:
        return _Meaning(rule, steps, 0, None)
    heads = frozenset(_head(literal, lang) for literal in steps[0][2])
    return _Meaning(rule, steps, steps[0][1], None if "" in heads else heads)


def _head(words: str, lang: Lang) -> str:
    """What a literal begins with: its first word in English ("" if a sign comes first), its first character in Chinese."""
    if lang != "en":
        return words[:1]
    found = _HEAD.match(words)
    return found[0] if found else ""


def _next_head(folded: str, at: int, lang: Lang) -> str:
    if lang != "en":
        return folded[at : at + 1]
    return _head(folded[at + 1 : at + WORD_ROOM], lang) if folded.startswith(" ", at) else ""


def _heads_near(folded: str, at: int, most: int, lang: Lang) -> Sequence[str]:
    """The heads of all literals that may stand where up to `most` words or characters come between, in their order."""
    if lang != "en":
        return folded[at : at + most + 1]
    words = islice(WORD.finditer(folded, at, at + WORD_ROOM * (most + 2)), most + 1)
    return [word if word.isascii() and word.isalnum() else _head(word, lang) for word in (found[0] for found in words)]


def _reach(steps: tuple[Step, ...], lang: Lang) -> int:
    """How many characters after its anchor a token may end at most."""
    room = WORD_ROOM if lang == "en" else 1
    return sum(room * (most + 2) + max(map(len, literals)) for _, most, literals in steps)


def opened(folded: str, lang: Lang) -> str:
    """Returns English with a space in front, and for whatever may open a word; one character longer. Chinese as it is."""
    if lang != "en":
        return folded
    for mark in _ASCII_OPENERS if folded.isascii() else _OPENERS:
        folded = folded.replace(mark, " ")
    return " " + _ITEM.sub(r"\1 ", folded.replace(" '", "  "))
