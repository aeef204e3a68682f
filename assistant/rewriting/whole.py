"""A whole block that goes: a bullet with its mark, a paragraph with its blank line, an element of nothing else."""

from __future__ import annotations

import re

from assistant.documents import Block, Document
from assistant.rewriting.edits import Edit

_BULLET = re.compile(r"([ \t]*)[-*+] +$")
_BARE = re.compile(r"<(p|li)>\s*$", re.IGNORECASE)
_CLOSING = re.compile(r"\s*</(p|li)>", re.IGNORECASE)
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\n|\r|$)")


def remove_block(document: Document, block: Block) -> Edit | None:
    r"""The edit of the original that takes a block out with its own marks; None where something else hangs on them.

    >>> from assistant.documents import read_document
    >>> page = read_document("- 620 g\n- World-class\n- Steel\n", "markdown")
    >>> remove_block(page, page.blocks[1])
    Edit(start=8, end=22, text='')
    """
    if len(document.blocks) < 2 or len(document.stretches(block.start, block.end)) != 1:
        return None
    low, high = document.span(block.start, block.end)
    if document.kind == "html":
        return _element(document.original, low, high, block)
    if block.kind == "item":
        return _bullet(document.original, low, high)
    return _paragraph(document.original, low, high) if block.kind == "paragraph" else None


def _element(text: str, low: int, high: int, block: Block) -> Edit | None:
    opening = _BARE.search(text[max(0, low - 60) : low])
    closing = _CLOSING.match(text, high)
    if (
        not opening
        or not closing
        or opening[1].lower() != closing[1].lower()
        or block.kind not in ("item", "paragraph")
    ):
        return None
    start = low - len(opening[0])
    if opening[1].lower() == "li":
        # A list keeps at least one item.
        rest = text[closing.end() : closing.end() + 200].lstrip().lower()
        if not rest.startswith("<li") and not text[max(0, start - 200) : start].rstrip().lower().endswith("</li>"):
            return None
    gap = len(text[:start]) - len(text[:start].rstrip())
    return Edit(start - gap, closing.end()) if "\n" in text[start - gap : start] else Edit(start, closing.end())


def _bullet(text: str, low: int, high: int) -> Edit | None:
    line = max(text.rfind("\n", 0, low), text.rfind("\r", 0, low)) + 1
    mark = _BULLET.match(text[line:low])
    ended = _LINE_END.match(text, high)
    if not mark or not ended or "\n" in text[low:high]:
        return None
    before = text[:line].rstrip("\r\n").rpartition("\n")[2]
    after = text[ended.end() :].partition("\n")[0]
    like = re.compile(re.escape(mark[0].rstrip()) + r" +\S")
    if after.startswith((" " * (len(mark[1]) + 1), "\t")) and after.strip():
        return None  # something hangs under it
    return Edit(line, ended.end()) if like.match(after) or like.match(before) else None


def _paragraph(text: str, low: int, high: int) -> Edit | None:
    before, after = text[:low], text[high:]
    blank_before = not before.strip() or re.search(r"\n[ \t]*\r?\n$", before[-40:])
    gap = re.match(r"[ \t]*(?:\r?\n[ \t]*){2,}", after)
    if not blank_before or not (gap or not after.strip()):
        return None
    if gap and after[gap.end() :]:
        return Edit(low, high + gap.end())
    return Edit(len(before.rstrip()), high) if before.strip() else None
