"""Where in a text a fact was read that no longer stands there word for word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

Span = tuple[int, int]

_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
# What stands everywhere places nothing.
_PLACES = 60
# So much of a fact's words stands in the stretch that it was read from.
_ENOUGH = 0.6
# The figure is what a fact was read for.
_FIGURE, _WORDS = 3.0, 1.0


class Locator:
    """Finds in one text, which is looked through once, the stretches that facts were read from."""

    def __init__(self, text: str) -> None:
        self._text, self._folded = text, text.lower()
        # Some characters grow in lower case: then places would shift.
        self._same = len(self._folded) == len(text)
        self._at: dict[str, list[Span]] = defaultdict(list)
        for word, start, end in _words(self._folded if self._same else text):
            self._at[word].append((start, end))

    def find(self, fact: str) -> Span | None:
        """The stretch of a fact: where it stands as it is, else the shortest that has most of its words, the first of equal
        ones. None where too little of it stands together.
        """
        wanted = fact.lower() if self._same else fact
        at = (self._folded if self._same else self._text).find(wanted)
        if at >= 0 and wanted:
            return at, at + len(wanted)
        weights = {word: _FIGURE if word[0].isdigit() else _WORDS for word, _, _ in _words(wanted)}
        places = sorted(
            (start, end, word)
            for word in weights
            if len(spans := self._at.get(word, ())) <= _PLACES or word[0].isdigit()
            for start, end in spans[: 5 * _PLACES]
        )
        best = max(
            _stretches(places, weights, 2 * len(fact) + 30), key=lambda one: (one[0], one[1] - one[2]), default=None
        )
        if best is None or best[0] < _ENOUGH * sum(weights.values()):
            return None
        return best[1], best[2]


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Words and figures; of Chinese, each two characters that stand together."""
    for found in _WORD.finditer(text):
        word, start = found[0], found.start()
        if not _HAN.search(word):
            yield word, start, found.end()
            continue
        if len(word) == 1:
            yield word, start, start + 1
        for at in range(len(word) - 1):
            yield word[at : at + 2], start + at, start + at + 2


def _stretches(
    places: Sequence[tuple[int, int, str]], weights: dict[str, float], width: int
) -> Iterator[tuple[float, int, int]]:
    """For each place that a stretch could begin at: the weight of the words within reach, and where it begins and ends."""
    starts = [start for start, _, _ in places]
    for number, (start, _, _) in enumerate(places):
        inside = places[number : bisect_left(starts, start + width)]
        held = {word: end for _, end, word in reversed(inside)}
        yield sum(weights[word] for word in held), start, max(held.values())
