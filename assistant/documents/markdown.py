"""Markdown as a reader sees it: lines into blocks here, the inside of a block in `inline`.

Follows CommonMark and its tables where prose is concerned; what only matters for rendering (loose lists, precedence of
nested emphasis) is left out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.documents.build import Builder
from assistant.documents.columns import find_cells, indent_of
from assistant.documents.document import BlockKind, Document
from assistant.documents.inline import has_marks, label_key, read_inline
from assistant.documents.placing import place_bits
from assistant.documents.tags import end_of_raw

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\r|\n|\Z)")
_FRONT = re.compile(r"(---|\+\+\+)[ \t]*+(?:\r\n|\r|\n)")
_FENCE = re.compile(r"(`{3,}+)(?=[^`]*+\Z)|(~{3,}+)")
_HEADING = re.compile(r"(#{1,6}+)(?=[ \t]|\Z)[ \t]*+")
_CLOSING = re.compile(r"(?:\A|[ \t])#++\Z")
_RULE = re.compile(r"(?:\*[ \t]*+){3,}+\Z|(?:-[ \t]*+){3,}+\Z|(?:_[ \t]*+){3,}+\Z")
_UNDERLINE = re.compile(r"(?:(=++)|-++)[ \t]*+\Z")
_MARKER = re.compile(r"(?:[-*+]|[0-9]{1,9}+[.)])(?=[ \t]|\Z)")
_RAW = re.compile(r"<(script|style|pre|textarea|template|svg|math)(?=[\s>])", re.IGNORECASE)
_DEFINITION = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999}+)\]:[ \t]*+(?:<[^<>]*+>|[^\s<]\S*+)?[ \t]*+")
_QUOTED = re.compile(r"(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\))[ \t]*+\Z")
_DEFINED = re.compile(r"^[ >\t]{0,40}+\[([^\[\]\r\n]{1,999}+)\]:", re.MULTILINE)
_DELIMITER = re.compile(r"[ \t]*+:?-++:?[ \t]*+\Z")
_TASK = re.compile(r"\[[ xX]\][ \t]++")
_NESTED = 16  # lists deeper than this are words


class _Line(NamedTuple):
    start: int
    end: int
    next: int  # where the next line starts


class _Fence(NamedTuple):
    char: str
    length: int
    depth: int
    indent: int


def read_markdown(original: str) -> Document:
    """What a reader sees of a Markdown text."""
    reader = _Reader(original)
    reader.read()
    return reader.builder.document("markdown")


class _Reader:
    """Goes through the lines once; `para` holds the lines of the open paragraph, marks of quotes and lists cut off."""

    def __init__(self, original: str) -> None:
        self.text = original
        self.builder = Builder(original)
        self.labels = {label_key(found[1]) for found in _DEFINED.finditer(original)}
        self.para: list[tuple[int, int]] = []
        self.lists: list[tuple[int, int]] = []  # column of the content, depth of quotes around
        self.depth = 0
        self.marks: list[int] = []  # the columns of the quote marks of this line
        self.fence: _Fence | None = None
        self.table = 0  # columns of the open table
        self.title = False  # a definition's title may follow

    def read(self) -> None:
        at = self._front_matter()
        while at < len(self.text):
            found = _LINE.match(self.text, at)
            end = found.end(1) if found else len(self.text)
            at = self._line(_Line(at, end, found.end() if found else end))
        self._flush()

    def _front_matter(self) -> int:
        front = _FRONT.match(self.text)
        if front:
            marks = "---|\\.\\.\\." if front[1] == "---" else re.escape(front[1])
            end = re.compile(rf"^(?:{marks})[ \t]*+$(?:\r\n|\r|\n)?", re.MULTILINE).search(self.text, front.end())
            return end.end() if end else 0
        return 0

    def _line(self, line: _Line) -> int:
        """Reads a line, or what starts on it and runs on; returns where to go on."""
        depth, at, column = self._quotes(line)
        width, at = indent_of(self.text, at, line.end, column)
        if self.fence and self._in_fence(line, depth, width, at):
            return line.next
        if at == line.end:
            self._flush()
            self.table, self.title = 0, False
            return line.next
        lazy = bool(self.para) and not self._starts(at, line.end)
        if lazy and depth <= self.depth and (depth < self.depth or width < self._content()):
            self.para.append((at, line.end))
            return line.next
        self._leave(depth, width)
        if width - self._content() >= 4 and not self.para:
            return line.next
        return self._block(line, at, width)

    def _quotes(self, line: _Line) -> tuple[int, int, int]:
        """How many quote marks a line starts with, the place after them, and its column."""
        depth, at, column = 0, line.start, 0
        self.marks = []
        while True:
            width, mark = indent_of(self.text, at, line.end, column)
            code = width - self._content(depth) >= 4 or (self.fence is not None and depth >= self.fence.depth)
            if code or mark >= line.end or self.text[mark] != ">":
                return depth, at, 0 if depth else column
            depth += 1
            self.marks.append(width)
            at = mark + 1
            if at < line.end and self.text[at] == " ":
                at += 1
            column = 0

    def _content(self, depth: int | None = None) -> int:
        """The column that the content of the innermost list at this depth of quotes starts at."""
        depth = self.depth if depth is None else depth
        return self.lists[-1][0] if self.lists and self.lists[-1][1] == depth else 0

    def _leave(self, depth: int, width: int) -> None:
        """Ends the quotes and list items that a line no longer stands in."""
        if depth != self.depth:
            self._flush()
            self.table = 0
            self.depth = depth
        widths = [*self.marks, width]
        while self.lists and (self.lists[-1][1] > depth or widths[self.lists[-1][1]] < self.lists[-1][0]):
            self._flush()
            self.table = 0
            self.lists.pop()

    def _starts(self, at: int, end: int) -> bool:
        """Whether a line starts a block that ends a paragraph."""
        rest = self.text[at : min(end, at + 400)]
        marker = _MARKER.match(rest)
        return bool(
            rest[0] in "#`~*-_+<0123456789"
            and (
                _HEADING.match(rest)
                or _FENCE.match(rest)
                or _RULE.match(rest)
                or (marker and marker.end() < len(rest))
                or rest.startswith("<!--")
                or _RAW.match(rest)
            )
        )

    def _in_fence(self, line: _Line, depth: int, width: int, at: int) -> bool:
        """Whether a line is code or the end of code; a line outside the quote or list item of the code ends it too."""
        fence = self.fence
        if fence is None or depth < fence.depth or (at < line.end and width < fence.indent):
            self.fence = None
            return False
        rest = self.text[at : line.end].rstrip(" \t")
        if len(rest) >= fence.length and width - fence.indent < 4 and not rest.strip(fence.char):
            self.fence = None
        return True

    def _block(self, line: _Line, at: int, width: int) -> int:
        """Reads what starts at a place of a line."""
        rest = self.text[at : line.end]
        if self.para and width - self._content() < 4 and (under := _UNDERLINE.match(rest)):
            self._flush("heading", 1 if under[1] else 2)
            return line.next
        if _RULE.match(rest):
            self._flush()
            return line.next
        if (marker := _MARKER.match(rest)) and len(self.lists) < _NESTED:
            if marker.end() < len(rest) or not self.para:
                return self._item(line, at, width, marker.end())
        elif heading := _HEADING.match(rest):
            self._flush()
            closing = _CLOSING.search(rest, heading.end()) if rest.rstrip(" \t").endswith("#") else None
            end = at + (closing.start() if closing else len(rest))
            self.para = [(at + heading.end(), end)] if at + heading.end() < end else []
            self._flush("heading", len(heading[1]))
            return line.next
        elif opening := _FENCE.match(rest):
            self._flush()
            self.fence = _Fence(rest[0], opening.end(), self.depth, self._content())
            return line.next
        if rest.startswith("<!--"):
            return self._comment(at)
        if raw := _RAW.match(self.text, at, line.end):
            self._flush()
            close = self.text.find(">", end_of_raw(self.text, raw.end(), raw[1].lower()))
            return self._after(close + 1 if close >= 0 else len(self.text))
        if not self.para and self._defines(rest):
            return line.next
        self._words(line, at)
        return line.next

    def _item(self, line: _Line, at: int, width: int, marker: int) -> int:
        """Opens a list item; what follows its mark is read as a line of its own."""
        self._flush()
        self.table = 0
        gap, content = indent_of(self.text, at + marker, line.end, width + marker)
        gap -= width + marker
        column = width + marker + (gap if 1 <= gap <= 4 and content < line.end else 1)
        self.lists.append((column, self.depth))
        if content >= line.end:
            return line.next
        if gap > 4:
            return line.next
        task = _TASK.match(self.text, content, line.end)
        content = task.end() if task else content
        if self.text[content] == ">":
            return self._line_within(_Line(content, line.end, line.next), column)
        return self._block(line, content, column)

    def _line_within(self, line: _Line, column: int) -> int:
        """Reads a quote that starts inside a list item."""
        at = line.start
        while at < line.end and self.text[at] in "> ":
            self.depth += self.text[at] == ">"
            at += 1
        return self._block(line, at, 0) if at < line.end else line.next

    def _comment(self, at: int) -> int:
        self._flush()
        end = self.text.find("-->", at + 4)
        if end < 0:
            return len(self.text)
        self.builder.comment(self.text[at + 4 : end].strip(), at, end + 3)
        return self._after(end + 3)

    def _after(self, at: int) -> int:
        """Goes on behind something that ran over lines: with the rest of its last line, if there is any."""
        found = _LINE.match(self.text, at)
        if found is None or found[1].strip():
            return at
        return found.end()

    def _defines(self, rest: str) -> bool:
        """Whether a line defines a link reference, or is the title of the one before it."""
        if self.title and _QUOTED.match(rest):
            self.title = False
            return True
        found = _DEFINITION.match(rest)
        if not found or found[1].startswith("^"):
            return False
        self.title = found.end() == len(rest)
        return self.title or bool(_QUOTED.match(rest, found.end()))

    def _words(self, line: _Line, at: int) -> None:
        rest = self.text[at : line.end]
        if self.table:
            self._row(at, line.end)
            return
        if len(self.para) == 1 and "|" in rest + self.text[slice(*self.para[0])] and "-" in rest:
            columns = find_cells(self.text, at, line.end)
            header = find_cells(self.text, *self.para[0])
            if len(columns) == len(header) and all(_DELIMITER.match(self.text[low:high]) for low, high in columns):
                (first,) = self.para
                self.para = []
                self.table = len(header)
                self._row(*first)
                return
        self.para.append((at, line.end))

    def _row(self, start: int, end: int) -> None:
        for cell in find_cells(self.text, start, end):
            self.para = [cell]
            self._flush("cell")

    def _flush(self, kind: BlockKind | None = None, level: int = 0) -> None:
        """Ends the open paragraph and reads what is in it."""
        if not self.para:
            return
        listed = any(depth == self.depth for _, depth in self.lists)
        kind = kind or ("item" if listed else "quote" if self.depth else "paragraph")
        lines, self.para = self.para, []
        if len(lines) == 1 and not has_marks(self.text, *lines[0]):
            self.builder.part(kind, level)
            self.builder.keep(*lines[0])
            self.builder.part()
            return
        starts, body, length = [], [], 0
        for low, high in lines:
            starts.append((length, low))
            body.append(self.text[low:high])
            length += high - low + 1
        self.builder.part(kind, level)
        place_bits(self.builder, read_inline("\n".join(body), self.labels), starts, (kind, level))
        self.builder.part()
