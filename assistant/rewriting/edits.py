"""Edits: of what a reader sees, at their place in the file, and one after another."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.documents import Document
from assistant.documents.document import Kind

# An element of nothing but the words that go, goes with them.
_AROUND = (
    ("**", "**"), ("__", "__"), ("*", "*"), ("_", "_"), ("<b>", "</b>"), ("<strong>", "</strong>"), ("<em>", "</em>"),
    ("<i>", "</i>"),
)  # fmt: skip
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>")
_VOID = frozenset(("br", "img", "wbr", "hr", "input"))


class Edit(NamedTuple):
    """A replacement of a span by a text; spans are of the visible text or of the original, as its maker says."""

    start: int
    end: int
    text: str = ""


class Composed(NamedTuple):
    """An edit, and which of the first edits and of the second ones it is made of."""

    edit: Edit
    first: range
    second: range


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with the replacements made; they come by start and do not overlap.

    >>> apply_edits("a good fan", [Edit(2, 7)])
    'a fan'
    """
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def escape(text: str, kind: Kind) -> str:
    r"""Words as they are written in a kind of file, so that a reader sees them as they are.

    >>> escape("R&D <b>", "html"), escape("5*6_7", "markdown")
    ('R&amp;D &lt;b&gt;', '5\\*6\\_7')
    """
    if kind == "html":
        return html.escape(text, quote=False)
    return re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", text) if kind == "markdown" else text


def place(document: Document, edit: Edit) -> Edit | None:
    """An edit of the visible text at its place in the original; None where it would cut through markup."""
    if edit.start == edit.end:
        return Edit(*_between(document, edit.start), escape(edit.text, document.kind))
    spans = document.stretches(edit.start, edit.end)
    if not spans:
        return None
    low, high = spans[0][0], spans[-1][1]
    original = document.original
    if len(spans) == 1 and edit.text:
        return Edit(low, high, escape(edit.text, document.kind))
    if edit.text:
        return None
    for opening, closing in _AROUND:
        left = original[low - len(opening) : low] == opening and low >= len(opening)
        right = original[high : high + len(closing)] == closing
        if len(spans) == 2 and left and original[spans[0][1] : spans[1][0]] == closing:
            return Edit(low - len(opening), high)
        if len(spans) == 2 and right and original[spans[0][1] : spans[1][0]] == opening:
            return Edit(low, high + len(closing))
        if len(spans) == 1 and left and right:
            return None  # an empty element would be left
    if len(spans) == 1 or _is_balanced(original[low:high]):
        return Edit(low, high)
    return None


def _between(document: Document, at: int) -> tuple[int, int]:
    """Where words go that stand between two visible characters: before the second one where a block has one."""
    block = document.block_at(at)
    if block is not None and at > block.start:
        low, _ = document.span(at, at + 1)
    else:
        _, low = document.span(at - 1, at)
    return low, low


def _is_balanced(markup: str) -> bool:
    """Whether every tag that opens in a stretch of a page closes in it, and nothing of Markdown is cut in two."""
    opened: list[str] = []
    for tag in _TAG.finditer(markup):
        name = tag[2].lower()
        if name in _VOID:
            continue
        if not tag[1]:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened and "](" not in markup and "\n\n" not in markup


def compose(text: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Composed]:
    """One list of edits that does what two do, one after the other; the second's spans are of the edited text.

    >>> text = "a very good small fan"
    >>> one, two = [Edit(2, 7)], [Edit(2, 7), Edit(14, 14, ", 620 g")]
    >>> both = [made.edit for made in compose(text, one, two)]
    >>> apply_edits(text, both) == apply_edits(apply_edits(text, one), two)
    True
    """
    edited = apply_edits(text, first)
    done: list[tuple[int, int, int]] = []  # start and end in the edited text, and by how much it grew
    shift = 0
    for edit in first:
        grown = len(edit.text) - (edit.end - edit.start)
        done.append((edit.start + shift, edit.start + shift + len(edit.text), grown))
        shift += grown
    groups: list[tuple[int, int]] = []
    for low, high in sorted([*((low, high) for low, high, _ in done), *((edit.start, edit.end) for edit in second)]):
        if groups and low <= groups[-1][1]:
            groups[-1] = (groups[-1][0], max(groups[-1][1], high))
        else:
            groups.append((low, high))
    made = []
    shift = mine = theirs = 0
    for low, high in groups:
        start, mine_from, theirs_from = low - shift, mine, theirs
        while mine < len(done) and done[mine][1] <= high:
            shift += done[mine][2]
            mine += 1
        inside = []
        while theirs < len(second) and second[theirs].end <= high:
            inside.append(Edit(second[theirs].start - low, second[theirs].end - low, second[theirs].text))
            theirs += 1
        edit = Edit(start, high - shift, apply_edits(edited[low:high], inside))
        made.append(Composed(edit, range(mine_from, mine), range(theirs_from, theirs)))
    return made
