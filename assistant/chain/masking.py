"""Personal data stays on the machine: placeholders go out in its place, and what comes back gets it again.

`personal` tells what is personal, by form; `people` tells names. What stands here replaces and restores.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from assistant.chain.people import can_recur
from assistant.chain.personal import Personal, find_personal
from assistant.schema.nouns import Lang

# Full-width forms and odd spaces and hyphens, one for one, so that spans stay.
_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 32,
    0xA0: 32,
    0x202F: 32,
    0x2011: 45,
    0x2010: 45,
}
_OPEN, _CLOSE = "⟦", "⟧"
# Whoever sends our brackets does not get to name a placeholder.
_ESCAPED = str.maketrans({_OPEN: "[", _CLOSE: "]"})
_PLACEHOLDER = re.compile(r"( ?)(⟦[^⟦⟧\n]{0,40}⟧|[⟦⟧])")
_INSIDE = re.compile(r"⟦\s{0,3}([A-Za-z]{2,8})\s?[-‐‑–—_ ]\s?(\d{1,6})\s{0,3}⟧$")
# A shorter number recurs as a figure.
_NUMBER_RECURS = 7


@dataclass(frozen=True, slots=True)
class Masked:
    """Texts that may leave the machine, in the order given, and what brings the originals back.

    The originals are kept out of `repr`, so that a log holds none.
    """

    texts: tuple[str, ...]
    originals: Mapping[str, str] = field(repr=False)

    def restore(self, text: str) -> str:
        """`text` with the originals letter for letter; placeholders never issued are removed, see `unissued`.

        >>> masked = mask(["“Quiet.” — Priya, Leeds"], "en")
        >>> masked.restore("⟦person-1⟧'s word for it⟦person-7⟧: quiet.")
        "Priya's word for it: quiet."
        """

        def original(found: re.Match[str]) -> str:
            known = self._original(found[2])
            if known is not None:
                return found[1] + known
            # Of the two spaces around what goes, one goes with it.
            return found[1] if text[found.end() : found.end() + 1].isalnum() else ""

        return _PLACEHOLDER.sub(original, text)

    def unissued(self, text: str) -> tuple[str, ...]:
        """The placeholders in `text`, and halves of such, that stand for nothing, in order; each once."""
        return tuple(
            dict.fromkeys(found[2] for found in _PLACEHOLDER.finditer(text) if self._original(found[2]) is None)
        )

    def _original(self, placeholder: str) -> str | None:
        parts = _INSIDE.match(placeholder)
        return self.originals.get(f"{_OPEN}{parts[1].lower()}-{int(parts[2])}{_CLOSE}") if parts else None


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text as the rules read it, without invisible marks, and where each of its characters stands in the original."""

    text: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end - 1] + 1


def mask(texts: Sequence[str], lang: Lang, keep: Iterable[str] = ()) -> Masked:
    """Texts with each piece of personal data replaced by a placeholder: the same for the same words, in all of them.

    `keep` are the brand's own names: never taken for people, handles or, where one of them holds it whole, anything.
    A name that a frame shows once is masked wherever it stands. Deterministic; linear in the texts' length. Brackets
    like those of our placeholders become plain ones.

    >>> mask(["“Quiet.” — Anna K., Leeds", "Anna K.: 38 dB, anna@example.com", "⟦person-1⟧"], "en").texts
    ('“Quiet.” — ⟦person-1⟧, Leeds', '⟦person-1⟧: 38 dB, ⟦email-1⟧', '[person-1]')
    """
    kept = _Kept(keep)
    folded = [_fold(text) for text in texts]
    found = [kept.without(one.text, find_personal(one.text, lang)) for one in folded]
    known = _recurring(folded, found)
    finder = _Finder(known)
    numbers: dict[tuple[str, str], str] = {}
    counts: dict[str, int] = {}
    masked = []
    for text, one, pieces in zip(texts, folded, found, strict=True):
        out, at = [], 0
        for piece in _apart(len(one.text), [*pieces, *kept.without(one.text, _recur(one.text, finder, known))]):
            start, end = one.original(piece.start, piece.end)
            key = (piece.kind, text[start:end])
            if key not in numbers:
                counts[piece.kind] = counts.get(piece.kind, 0) + 1
                numbers[key] = f"{_OPEN}{piece.kind}-{counts[piece.kind]}{_CLOSE}"
            out += [text[at:start].translate(_ESCAPED), numbers[key]]
            at = end
        masked.append("".join([*out, text[at:].translate(_ESCAPED)]))
    return Masked(tuple(masked), {placeholder: words for (_, words), placeholder in numbers.items()})


def _fold(text: str) -> _Folded:
    kept = [(place, c) for place, c in enumerate(text) if unicodedata.category(c) != "Cf"]
    return _Folded("".join(c for _, c in kept).translate(_FOLDED), tuple(place for place, _ in kept))


def _apart(length: int, pieces: Iterable[Personal]) -> list[Personal]:
    """The pieces by place; of those that overlap, the one found first."""
    taken = bytearray(length)
    chosen = []
    for piece in pieces:
        if not any(taken[piece.start : piece.end]):
            taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
            chosen.append(piece)
    return sorted(chosen, key=lambda piece: piece.start)


class _Finder:
    """Finds many words in one pass: those that stand alone, where they are Latin."""

    def __init__(self, words: Iterable[str]) -> None:
        patterns = [word for word in words if word]
        self._search = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest) if patterns else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        if self._search is None:
            return []
        return [
            (start, end)
            for _, start, end in self._search.find_matches_as_indexes(text)
            if not (_is_latin(text[start - 1 : start]) and _is_latin(text[start]))
            and not (_is_latin(text[end - 1]) and _is_latin(text[end : end + 1]))
        ]


class _Kept:
    """The brand's own names, and which pieces they clear."""

    def __init__(self, names: Iterable[str]) -> None:
        words = {_lower(_fold(name).text.strip()) for name in names}
        self._finder = _Finder(sorted(words))
        self._plain = tuple(plain for word in sorted(words) if len(plain := _plain(word)) > 2)

    def without(self, text: str, pieces: Iterable[Personal]) -> list[Personal]:
        """The pieces that are not the brand's."""
        covered = bytearray(len(text))
        for start, end in self._finder.spans(_lower(text)):
            covered[start:end] = b"\1" * (end - start)
        return [piece for piece in pieces if not self._is_own(text, piece, covered)]

    def _is_own(self, text: str, piece: Personal, covered: bytearray) -> bool:
        inside = covered[piece.start : piece.end]
        if piece.kind == "handle":
            return any(inside) or _plain(text[piece.start : piece.end].lower()).startswith(self._plain)
        return any(inside) if piece.kind == "person" else all(inside)


def _recurring(folded: Sequence[_Folded], found: Sequence[Sequence[Personal]]) -> dict[str, str]:
    """What is personal wherever it stands, with its kind: names in full and first names, long numbers."""
    known: dict[str, str] = {}
    for one, pieces in zip(folded, found, strict=True):
        for piece in _apart(len(one.text), pieces):
            words = one.text[piece.start : piece.end]
            if piece.kind == "person":
                known |= {name: "person" for name in (words, words.split()[0]) if can_recur(name)}
            elif sum(map(str.isdigit, words)) >= _NUMBER_RECURS:
                known.setdefault(words, piece.kind)
    return known


def _recur(text: str, finder: _Finder, known: Mapping[str, str]) -> list[Personal]:
    return [Personal(start, end, known[text[start:end]]) for start, end in finder.spans(text)]


def _lower(text: str) -> str:
    """In small letters, where that keeps the length."""
    return "".join(small if len(small := c.lower()) == 1 else c for c in text)


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _is_latin(c: str) -> bool:
    return c == "_" or (c.isalnum() and not "\u3400" <= c <= "\u9fff")
