"""HTML as a reader sees it."""

from __future__ import annotations

from assistant.documents.build import Builder
from assistant.documents.document import BlockKind, Document
from assistant.documents.tags import BLOCKS, CELLS, HEADINGS, HIDDEN, ITEMS, OBJECTS, RAW, VOID, end_of_raw, match_tag

_Block = tuple[BlockKind, int]
_PLAIN: _Block = ("paragraph", 0)


def read_html(original: str) -> Document:
    """What a reader sees of a page or a fragment of one. Unclosed tags, stray tags and bare "<" are all right."""
    reader = _Reader(original)
    reader.read()
    return reader.builder.document("html")


class _Reader:
    __slots__ = ("builder", "hidden", "kinds", "names", "opened", "text")

    def __init__(self, original: str) -> None:
        self.text = original
        self.builder = Builder(original)
        self.names: list[str] = []  # the open elements, and beside each the kind of block in it
        self.kinds: list[_Block] = [_PLAIN]
        self.opened: dict[str, int] = {}
        self.hidden = 0

    def read(self) -> None:
        text, at = self.text, 0
        while at < len(text):
            mark = text.find("<", at)
            self._prose(at, mark if mark >= 0 else len(text))
            if mark < 0:
                return
            at = self._markup(mark)

    def _prose(self, start: int, end: int) -> None:
        if start < end and not self.hidden:
            if "pre" in self.opened:
                for line in self.text[start:end].splitlines(keepends=True):
                    self.builder.prose(start, start + len(line.rstrip("\r\n")))
                    if line[-1] in "\r\n":
                        self.builder.line_break(start + len(line.rstrip("\r\n")), start + len(line))
                    start += len(line)
            else:
                self.builder.prose(start, end)

    def _markup(self, at: int) -> int:
        """Reads what starts with "<"; returns the place after it. Whatever never ends takes the rest, as in browsers."""
        text = self.text
        after = text[at + 1 : at + 3]
        name = after.removeprefix("/")[:1]
        if name.isascii() and name.isalpha():
            tag = match_tag(text, at)
            if tag is None:
                return len(text)
            return self._close(tag.name, at, tag.end) if tag.closes else self._open(tag.name, at, tag.end)
        if text.startswith("<!--", at):
            return self._comment(at)
        if after[:1] in ("!", "?", "/"):
            end = text.find(">", at)
            return end + 1 if end >= 0 else len(text)
        self._prose(at, at + 1)
        return at + 1

    def _comment(self, at: int) -> int:
        if self.text.startswith((">", "->"), at + 4):
            return self.text.index(">", at) + 1
        end = self.text.find("-->", at + 4)
        if end < 0:
            return len(self.text)
        if not self.hidden:
            self.builder.comment(self.text[at + 4 : end].strip(), at, end + 3)
        return end + 3

    def _open(self, name: str, start: int, end: int) -> int:
        if name in OBJECTS and not self.hidden:
            self.builder.leave_out(start, end)
        if name == "br" and not self.hidden:
            self.builder.line_break(start, end)
        if name in VOID:
            if name == "hr":
                self.builder.part(*self.kinds[-1])
            return end
        if name in RAW:
            return end_of_raw(self.text, end, name)
        self.names.append(name)
        self.opened[name] = self.opened.get(name, 0) + 1
        self.kinds.append(_kind(name) or self.kinds[-1])
        self.hidden += name in HIDDEN
        if name in BLOCKS and not self.hidden:
            self.builder.part(*self.kinds[-1])
        return end

    def _close(self, name: str, start: int, end: int) -> int:
        if name == "br" and not self.hidden:
            self.builder.line_break(start, end)
        if name not in self.opened:
            return end
        parts = False
        while True:
            last = self.names.pop()
            self.kinds.pop()
            self.opened[last] -= 1
            if not self.opened[last]:
                del self.opened[last]
            self.hidden -= last in HIDDEN
            parts = parts or last in BLOCKS
            if last == name:
                break
        if parts and not self.hidden:
            self.builder.part(*self.kinds[-1])
        return end


def _kind(name: str) -> _Block | None:
    if name in HEADINGS:
        return "heading", HEADINGS[name]
    if name in ITEMS:
        return "item", 0
    if name in CELLS:
        return "cell", 0
    if name == "blockquote":
        return "quote", 0
    # What holds many kinds of block starts afresh, whatever was left open before it.
    return _PLAIN if name in ("body", "main", "section", "article", "footer", "nav") else None
