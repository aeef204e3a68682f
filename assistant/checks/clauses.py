"""Sentences and clauses of a text, as far as a number's meaning depends on them."""

from __future__ import annotations

import re
from bisect import bisect_right

Span = tuple[int, int]

# A full stop inside a number or after an abbreviation ends nothing.
_SENTENCE_END = re.compile(r"[!?。！？\n]|\.(?=\s|$)")
_ABBREVIATIONS = ("approx", "e.g", "i.e", "vs", "incl", "max", "min", "no", "st", "dr", "mr", "ca", "avg")
# A comma between digits belongs to the number; a dash joins a range unless it has spaces around it.
_CLAUSE_END = re.compile(
    r"(?<![0-9]),|,(?![0-9])|[;；，、()（）|→]|——| [–—-] | (?:and(?! an? (?:half|quarter|third|bit)\b)|but|while|yet|whereas|then) |(?:而且|并且|並且|同时|同時)|而(?!且)"
)


class Clauses:
    """The sentences and clauses of one text; each is given as a half-open span of code points.

    A position on a mark belongs to what the mark ends.
    """

    __slots__ = ("_clauses", "_sentences")

    def __init__(self, text: str) -> None:
        # The brackets of a weighted decibel cut nothing.
        text = text.replace("B(A)", "B_A_").replace("B(C)", "B_C_")
        ends = [m.span() for m in _SENTENCE_END.finditer(text) if not _abbreviated(text, m.start())]
        inner = [m.span() for m in _CLAUSE_END.finditer(text)]
        self._sentences = _stretches(text, ends)
        self._clauses = _stretches(text, sorted([*ends, *inner]))

    def sentence(self, position: int) -> Span:
        """The sentence that holds a position, without its end mark."""
        return self._sentences[_index(self._sentences, position)]

    def clause(self, position: int) -> Span:
        """The clause that holds a position, without the mark or word that ends it."""
        return self._clauses[_index(self._clauses, position)]

    def clause_before(self, position: int) -> Span | None:
        """The clause before the one that holds a position; None if its sentence has none with words in it."""
        floor = self.sentence(position)[0]
        index = _index(self._clauses, position) - 1
        return self._clauses[index] if index >= 0 and self._clauses[index][0] >= floor else None

    def sentence_before(self, position: int) -> Span | None:
        """The sentence before the one that holds a position; None at the start of the text."""
        index = _index(self._sentences, position) - 1
        return self._sentences[index] if index >= 0 else None


def _stretches(text: str, cuts: list[Span]) -> list[Span]:
    """What lies between the cuts and holds something; at least one stretch."""
    found: list[Span] = []
    start = 0
    for low, high in [*cuts, (len(text), len(text))]:
        if text[start : max(start, low)].strip():
            found.append((start, low))
        start = max(start, high)
    return found or [(0, len(text))]


def _index(stretches: list[Span], position: int) -> int:
    return max(0, bisect_right(stretches, position, key=lambda span: span[0]) - 1)


def _abbreviated(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    start = stop
    while start and stop - start < 8 and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    return text[start:stop].lower() in _ABBREVIATIONS
