"""Assembles a document: visible characters in the order of the original, blocks opened where words follow."""

from __future__ import annotations

import re
from typing import Any

from assistant.documents.document import OBJECT, Block, BlockKind, Comment, Document, Kind, Piece

_GAP = "\n\n"
_WHITE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_PROSE = re.compile(f"{_ENTITY.pattern}|{_WHITE.pattern}")
_CJK = "\u2e80"


class Builder:
    """Collects what is visible; `document` is called once, at the end."""

    __slots__ = ("_at", "_blocks", "_comments", "_last", "_open", "_original", "_pieces", "_wanted")

    def __init__(self, original: str) -> None:
        self._original = original
        self._pieces: list[list[Any]] = []  # at, start, end, text or None for what stands in the original
        self._blocks: list[Block] = []
        self._comments: list[Comment] = []
        self._at = 0
        self._last = ""  # the last visible character of the open block
        self._open: tuple[BlockKind, int, int] | None = None  # kind, level, start
        self._wanted: tuple[BlockKind, int] = ("paragraph", 0)

    def part(self, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """Ends the open block; the next visible character opens one of this kind."""
        self._close()
        self._wanted = (kind, level)

    def keep(self, start: int, end: int) -> None:
        """Takes characters as they stand."""
        if start < end:
            self._add(None, start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Takes `text` for what stands in the original from `start` to `end`."""
        if text:
            self._add(None if text == self._original[start:end] else text, start, end)

    def leave_out(self, start: int, end: int) -> None:
        """Leaves a mark where something inside a sentence is not read."""
        if self._last != OBJECT:
            self.put(OBJECT, start, end)

    def space(self, start: int, end: int, *, following: str = "") -> None:
        """Takes white space for one space; none at the edge of a block, beside another, or in a broken line of Chinese."""
        if self._open is None or self._last in ("", " ", "\n"):
            return
        chinese = self._last >= _CJK and following >= _CJK and self._last != OBJECT
        if not (chinese and "\n" in self._original[start:end].replace("\r", "\n")):
            self.put(" ", start, end)

    def line_break(self, start: int, end: int) -> None:
        """Takes a forced end of line."""
        if self._open is None or self._last == "\n":
            return
        if self._last == " ":
            self._trim(self._open[2])
        self.put("\n", start, end)

    def prose(self, start: int, end: int) -> None:
        """Takes text with entities decoded and white space collapsed."""
        at = start
        for found in _PROSE.finditer(self._original, start, end):
            if self._original[found.start()] == "&":
                text = unescape(found[0])
                if text == found[0]:
                    continue
                self.words(at, found.start())
                if text.isspace() and text != "\u00a0":
                    self.space(found.start(), found.end())
                else:
                    self.put(text, found.start(), found.end())
            else:
                self.words(at, found.start())
                self.space(
                    found.start(), found.end(), following=self._original[found.end() : min(found.end() + 1, end)]
                )
            at = found.end()
        self.words(at, end)

    def comment(self, text: str, start: int, end: int) -> None:
        """Keeps a comment beside the text."""
        self._comments.append(Comment(text, start, end))

    def document(self, kind: Kind) -> Document:
        """The finished document."""
        self._close()
        pieces = tuple(
            Piece(at, self._original[start:end] if text is None else text, start, end, text is None)
            for at, start, end, text in self._pieces
        )
        text = "".join(piece.text for piece in pieces)
        return Document(kind, self._original, text, pieces, tuple(self._blocks), tuple(self._comments))

    def words(self, start: int, end: int) -> None:
        """Takes characters as they stand, but no space at the start of a block or line or beside another."""
        if start < end and self._original[start] == " " and (self._open is None or self._last in ("", " ", "\n")):
            start += 1
        self.keep(start, end)

    def _add(self, text: str | None, start: int, end: int) -> None:
        if self._open is None:
            self._open_block(start)
        last = self._pieces[-1] if self._pieces else None
        if text is None and last and last[3] is None and last[2] == start:
            last[2] = end
        else:
            self._pieces.append([self._at, start, end, text])
        self._at += end - start if text is None else len(text)
        self._last = self._original[end - 1] if text is None else text[-1]

    def _open_block(self, at: int) -> None:
        if self._blocks:
            self._pieces.append([self._at, at, at, _GAP])
            self._at += len(_GAP)
        kind, level = self._wanted
        self._open = (kind, level, self._at)

    def _close(self) -> None:
        if self._open is None:
            return
        if self._last in (" ", "\n"):
            self._trim(self._open[2])
        kind, level, start = self._open
        if self._at > start:
            self._blocks.append(Block(kind, start, self._at, level))
        elif self._blocks:  # nothing but white space: the gap before it goes as well
            self._pieces.pop()
            self._at -= len(_GAP)
        self._open, self._last = None, ""

    def _trim(self, start: int) -> None:
        """Takes white space off the end of the open block, which began at `start`."""
        while self._at > start:
            piece = self._pieces[-1]
            text = self._original[piece[1] : piece[2]] if piece[3] is None else piece[3]
            kept = text.rstrip(" \n")
            self._at -= len(text) - len(kept)
            if not kept:
                self._pieces.pop()
                continue
            if piece[3] is None:
                piece[2] = piece[1] + len(kept)
            else:
                piece[3] = kept
            return


def unescape(entity: str) -> str:
    """The characters that an HTML entity stands for; unknown ones stay as they are."""
    import html

    return html.unescape(entity)
