r"""Markdown inside one block: what is words, what is marks, addresses, code or HTML.

A block comes as one string, its lines joined by "\n"; the answer is a list of bits in order, offsets into that string.
Every scan either succeeds or stops at the next mark of its own kind, so that the whole stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Literal, NamedTuple

from assistant.documents.addresses import address_end
from assistant.documents.build import unescape
from assistant.documents.document import BlockKind
from assistant.documents.tags import (
    BLOCKS,
    CELLS,
    HEADINGS,
    HIDDEN,
    ITEMS,
    OBJECTS,
    RAW,
    VOID,
    end_of_raw,
    match_strict_tag,
)  # fmt: skip

Means = Literal["words", "text", "space", "break", "object", "part", "comment", "nothing"]

_NEXT = re.compile(r"[\\`*_~\[\]!<&]|(?<![A-Za-z0-9_])(?:https?://|www\.)|[ \t]*+\n[ \t]*+|[ \t]{2,}+|\t")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\]\)*`\"'|\u0080-\U0010ffff]*+")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[^\s<>@]{1,64}@[^\s<>@]{1,255})>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s\[]{1,100}\]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Bit(NamedTuple):
    """A stretch of a block and what it means; `text` for what it stands for, `kind` for the block that begins."""

    means: Means
    start: int
    end: int
    text: str = ""
    kind: BlockKind = "paragraph"
    level: int = 0


def read_inline(body: str, labels: Set[str]) -> list[Bit]:
    """The bits of a block in order; `labels` are the link references that the document defines."""
    reader = _Inline(body, labels)
    reader.read()
    return [bit for bit in reader.bits if bit.means != "nothing"]


def has_marks(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text holds anything but words and single spaces."""
    return bool(_NEXT.search(text, start, end))


def label_key(label: str) -> str:
    """A link label as references are compared: case and white space do not count."""
    return " ".join(label.split()).casefold()


class _Inline:
    __slots__ = ("bits", "body", "brackets", "closed", "labels", "no_comment", "runs", "ticks")

    def __init__(self, body: str, labels: Set[str]) -> None:
        self.body = body
        self.labels = labels
        self.bits: list[Bit] = []
        self.brackets: list[tuple[int, int]] = []  # number of the bit, place after it
        self.runs: dict[str, list[int]] = {}  # open runs of each emphasis mark, by number of the bit
        self.ticks: dict[int, list[int]] | None = None  # where runs of so many backticks stand, last first
        self.closed: dict[str, int] = {}  # of a hidden element, where the last closing tag stands
        self.no_comment = False

    def read(self) -> None:
        body, at = self.body, 0
        while found := _NEXT.search(body, at):
            start = found.start()
            self._words(at, start)
            at = self._mark(start, found.end())
        self._words(at, len(body))

    def _words(self, start: int, end: int) -> None:
        if start < end:
            self.bits.append(Bit("words", start, end))

    def _mark(self, at: int, end: int) -> int:
        """Reads the mark that starts at `at`; returns the place after it."""
        char = self.body[at]
        if char in " \t\n":
            return self._white(at, end)
        if char in "hw":
            link = _URL.match(self.body, at)
            self.bits.append(Bit("object", at, link.end() if link else end))
            return self.bits[-1].end
        if char == "\\":
            return self._escape(at)
        if char == "`":
            return self._code(at)
        if char in "*_~":
            return self._emphasis(at, char)
        if char == "&":
            return self._entity(at)
        if char == "<":
            return self._html(at)
        return self._bracket(at, char)

    def _white(self, at: int, end: int) -> int:
        white = self.body[at:end]
        forced = "\n" in white and white.startswith("  ")
        self.bits.append(Bit("break" if forced else "space", at, end, self.body[end : end + 1]))
        return end

    def _escape(self, at: int) -> int:
        following = self.body[at + 1 : at + 2]
        if following == "\n":
            self.bits.append(Bit("break", at, at + 2))
            return at + 2
        kept = at + 1 if following in _PUNCTUATION else at
        self._words(kept, kept + 1)
        return kept + 1

    def _code(self, at: int) -> int:
        length = _run(self.body, at, "`")
        closing = self._closing_ticks(length, at + length)
        if closing < 0:
            self._words(at, at + length)
            return at + length
        self.bits.append(Bit("object", at, closing + length))
        return closing + length

    def _closing_ticks(self, length: int, after: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for found in reversed(list(re.finditer("`+", self.body))):
                self.ticks.setdefault(found.end() - found.start(), []).append(found.start())
        places = self.ticks.get(length, [])
        while places and places[-1] < after:
            places.pop()
        return places[-1] if places else -1

    def _emphasis(self, at: int, char: str) -> int:
        """Emphasis marks vanish in pairs; what stays unpaired is a character."""
        body = self.body
        end = at + _run(body, at, char)
        before, after = body[at - 1 : at], body[end : end + 1]
        opens = bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace()
        if char == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        waiting = self.runs.setdefault(char, [])
        while closes and waiting and at < end:
            number = waiting[-1]
            opener = self.bits[number]
            shared = min(opener.end - opener.start, end - at)
            at += shared
            left = opener.end - shared
            self.bits[number] = Bit("words" if left > opener.start else "nothing", opener.start, left)
            if left == opener.start:
                waiting.pop()
        if at < end:
            if opens:
                waiting.append(len(self.bits))
            self._words(at, end)
        return end

    def _entity(self, at: int) -> int:
        found = _ENTITY.match(self.body, at)
        text = unescape(found[0]) if found else ""
        if not found or text == found[0]:
            self._words(at, at + 1)
            return at + 1
        self.bits.append(Bit("text", at, found.end(), text))
        return found.end()

    def _html(self, at: int) -> int:
        body = self.body
        if link := _AUTOLINK.match(body, at):
            self.bits.append(Bit("object", at, link.end()))
            return link.end()
        if body.startswith("<!--", at) and not self.no_comment:
            end = body.find("-->", at + 4)
            self.no_comment = end < 0
            if end >= 0:
                self.bits.append(Bit("comment", at, end + 3, body[at + 4 : end].strip()))
                return end + 3
        tag = match_strict_tag(body, at)
        if tag is None:
            self._words(at, at + 1)
            return at + 1
        if tag.name == "br":
            self.bits.append(Bit("break", at, tag.end))
        if tag.name in OBJECTS and not tag.closes:
            self.bits.append(Bit("object", at, tag.end))
        if not tag.closes and tag.name in HIDDEN | RAW and tag.name not in VOID:
            return self._hidden(tag.name, tag.end)
        if tag.name in BLOCKS:
            self.bits.append(_part(tag.name, at, closes=tag.closes))
        return tag.end

    def _hidden(self, name: str, at: int) -> int:
        """Passes over the content of an element that is not prose; of an unclosed one only its tag is left out."""
        if name not in self.closed:
            places = [found.start() for found in re.finditer(rf"</{name}\s*+>", self.body, re.IGNORECASE)]
            self.closed[name] = places[-1] if places else -1
        if self.closed[name] < at:
            return at
        return self.body.find(">", end_of_raw(self.body, at, name)) + 1

    def _bracket(self, at: int, char: str) -> int:
        body = self.body
        if char == "]":
            return self._close_bracket(at)
        if char == "!" and not body.startswith("[", at + 1):
            self._words(at, at + 1)
            return at + 1
        if char == "[" and (note := _FOOTNOTE.match(body, at)):
            return note.end()
        end = at + (2 if char == "!" else 1)
        self.brackets.append((len(self.bits), end))
        self._words(at, end)
        return end

    def _close_bracket(self, at: int) -> int:
        if not self.brackets:
            self._words(at, at + 1)
            return at + 1
        number, start = self.brackets.pop()
        end = self._link_end(start, at)
        if end < 0:
            self._words(at, at + 1)
            return at + 1
        opener = self.bits[number]
        self.bits[number] = Bit("nothing", opener.start, opener.end)
        return end

    def _link_end(self, start: int, at: int) -> int:
        """Where the link ends whose text stands from `start` to the bracket at `at`; -1 if it is none."""
        after = at + 1
        if self.body.startswith("(", after):
            end = address_end(self.body, after + 1)
            if end >= 0:
                return end
        own = self.body[start:at] if self.labels and at - start <= 999 else ""
        if label := _LABEL.match(self.body, after):
            key = label_key(label[1] or own)
            return label.end() if key in self.labels else -1
        return after if own and "]" not in own and label_key(own) in self.labels else -1


def _run(body: str, at: int, char: str) -> int:
    end = at
    while body.startswith(char, end):
        end += 1
    return end - at


def _part(name: str, at: int, *, closes: bool) -> Bit:
    if closes:
        return Bit("part", at, at)
    if name in HEADINGS:
        return Bit("part", at, at, kind="heading", level=HEADINGS[name])
    kind: BlockKind = "item" if name in ITEMS else "cell" if name in CELLS else "paragraph"
    return Bit("part", at, at, kind="quote" if name == "blockquote" else kind)
