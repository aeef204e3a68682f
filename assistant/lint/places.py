r"""Lines and columns, counted from 1 in code points; "\r\n", "\n" and "\r" end a line."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"\r\n|\r|\n")


class Lines:
    r"""The lines of a text.

    >>> Lines("a\r\nbc\rd").at(4), Lines("a\r\nbc\rd").at(6)
    ((2, 2), (3, 1))
    """

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in _END.finditer(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def last(self, start: int, end: int) -> int:
        """The line that a span ends on."""
        return self.at(max(start, end - 1))[0]

    def text(self, line: int) -> str:
        """A line without its end; "" outside the text."""
        if not 1 <= line <= len(self._starts):
            return ""
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return self._text[self._starts[line - 1] : end].rstrip("\r\n")
