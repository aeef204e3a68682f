"""What a reader sees of a file, and where each character of it stands. Offsets are half-open code points."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "markdown", "html"]
BlockKind = Literal["heading", "paragraph", "item", "cell", "quote"]
Span = tuple[int, int]

# Stands for what is left out inside a sentence: U+FFFC OBJECT REPLACEMENT CHARACTER.
OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of visible characters: `text` stands at `at` in the visible text and comes from `start` to `end`.

    Verbatim pieces say the same as the original; others stand for an entity, white space, an object left out
    or, with nothing behind them, the gap between two blocks.
    """

    at: int
    text: str
    start: int
    end: int
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the visible text that sentences do not leave; `level` is 1 to 6 for a heading, else 0."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that no reader sees: its words, and where it stands in the original, marks included."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text as a reader sees it; pieces and blocks in order, together all of `text`."""

    kind: Kind
    original: str
    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the visible text stands in the original; an empty stretch gives an empty span.

        >>> from assistant.documents import read_document
        >>> page = read_document("<p>Tea &amp; <b>toast</b>", "html")
        >>> page.text, page.span(4, 11)
        ('Tea & toast', (7, 21))
        """
        if not self.pieces:
            return 0, 0
        first = self._piece(start)
        low = first.start + min(start - first.at, first.end - first.start) if first.verbatim else first.start
        if end <= start:
            return low, low
        last = self._piece(end - 1)
        high = last.start + (end - last.at) if last.verbatim else last.end
        return low, max(low, high)

    def stretches(self, start: int, end: int) -> list[Span]:
        """The spans of the original that a stretch of the visible text is made of, neighbours joined, in order."""
        spans: list[Span] = []
        number = self._number(start) if self.pieces else 0
        while number < len(self.pieces) and self.pieces[number].at < end:
            piece = self.pieces[number]
            low, high = max(start, piece.at), min(end, piece.at + len(piece.text))
            number += 1
            if low >= high or piece.start == piece.end:
                continue
            span = (piece.start + low - piece.at, piece.start + high - piece.at) if piece.verbatim else (
                piece.start, piece.end
            )  # fmt: skip
            if spans and spans[-1][1] == span[0]:
                spans[-1] = (spans[-1][0], span[1])
            else:
                spans.append(span)
        return spans

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether a stretch of the visible text stands in the original character for character."""
        low, high = self.span(start, end)
        return self.original[low:high] == self.text[start:end]

    def block_at(self, at: int) -> Block | None:
        """The block that holds a place of the visible text, None between blocks and in an empty document."""
        number = bisect_right(self.blocks, at, key=lambda block: block.start) - 1
        block = self.blocks[number] if number >= 0 else None
        return block if block and at < block.end else None

    def _number(self, at: int) -> int:
        return max(bisect_right(self.pieces, at, key=lambda piece: piece.at) - 1, 0)

    def _piece(self, at: int) -> Piece:
        return self.pieces[self._number(at)]
