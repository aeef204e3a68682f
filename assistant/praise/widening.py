"""Takes the words into a hit that strengthen it: "truly" before it, "in the world" after it."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.praise.rule import RuleBook

_WIDEST = 32  # characters that one modifier may be long


class Widening:
    """The modifiers of a book, by the letters that adjoin a hit."""

    __slots__ = ("_gap", "_key", "_left", "_right")

    def __init__(self, book: RuleBook) -> None:
        english = book.lang == "en"
        self._gap = 1 if english else 0
        self._key = 2 if english else 1
        self._left = _by_key(book.left, slice(-self._key, None))
        self._right = _by_key(book.right, slice(self._key))

    def widened(self, folded: str, start: int, end: int, floor: int) -> tuple[int, int]:
        """Takes in the modifiers that stand directly before and after a hit, not further left than `floor`.

        Several before it, one after it; the longest that fits.
        """
        while (low := self._before(folded, start, floor)) < start:
            start = low
        return start, self._after(folded, end)

    def _before(self, folded: str, start: int, floor: int) -> int:
        edge = start - self._gap
        if edge <= floor or (self._gap and folded[edge] != " "):
            return start
        for words in self._left.get(folded[max(floor, edge - self._key) : edge], ()):
            low = edge - len(words)
            if folded.endswith(words, floor, edge) and (not self._gap or _is_clear(folded, low - 1)):
                return low
        return start

    def _after(self, folded: str, end: int) -> int:
        edge = end + self._gap
        if edge >= len(folded) or (self._gap and folded[end] != " "):
            return end
        for words in self._right.get(folded[edge : edge + self._key], ()):
            high = edge + len(words)
            if folded.startswith(words, edge) and (not self._gap or _is_clear(folded, high)):
                return high
        return end


def _by_key(modifiers: Iterable[str], key: slice) -> dict[str, list[str]]:
    """Modifiers by the letters that adjoin a hit, the longest first."""
    found: dict[str, list[str]] = {}
    for words in sorted(modifiers, key=lambda words: (-len(words), words)):
        if 0 < len(words) <= _WIDEST:
            found.setdefault(words[key], []).append(words)
    return found


def _is_clear(folded: str, at: int) -> bool:
    return not 0 <= at < len(folded) or not folded[at].isalnum()
