"""A document as the reader of pages takes it: a title, and lines in which a table's cells stand as rows."""

from __future__ import annotations

import re

from assistant.documents import Block, Document

_TITLE_CHARS = 120
_SAME_ROW = re.compile(r"<dd\b", re.IGNORECASE)
_SITE = re.compile(r"\s[|｜»]\s")


def page_of(document: Document) -> tuple[str, str]:
    r"""The title of a document, "" where it has none, and its lines: headings end in a colon, rows read `label: value`.

    >>> from assistant.documents import read_document
    >>> page_of(read_document("# Lamp\n\n| Part | Figure |\n|---|---|\n| Weight | 69 g |", "markdown"))
    ('Lamp', 'Part: Figure\nWeight: 69 g')
    """
    if document.kind == "text":
        return _first_line(document.text)
    title = ""
    lines: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        text = " ".join(document.text[block.start : block.end].split())
        if block.kind == "heading" and block.level == 1 and (not title or _SITE.search(title)):
            # The second is the page's own; the first may name the shop too.
            title = text
        elif block.kind == "heading":
            lines.append(f"{text.rstrip(':：')}:")
        elif before is not None and _continues(document, before, block):
            joint = " / " if ": " in lines[-1] else ": "
            lines[-1] = f"{lines[-1].rstrip(':：')}{joint}{text}"
        else:
            lines.append(text)
        before = block
    return title, "\n".join(lines)


def _continues(document: Document, before: Block, block: Block) -> bool:
    """Whether a cell stands in the row of the one before, or says what a term means."""
    gap = document.original[document.span(before.start, before.end)[1] : document.span(block.start, block.end)[0]]
    if before.kind == block.kind == "item":
        return bool(_SAME_ROW.search(gap))
    if before.kind != "cell" or block.kind != "cell":
        return False
    return not (re.search(r"</?tr\b", gap, re.IGNORECASE) or (document.kind == "markdown" and "\n" in gap))


def _first_line(text: str) -> tuple[str, str]:
    """A plain text's first line is its title where it is short and no sentence, row or bullet."""
    first, _, rest = text.lstrip().partition("\n")
    first = first.strip()
    told = rest.strip() and len(first) <= _TITLE_CHARS and not re.search(r"[.。!！:：;；]$|[:：]\s?\S|^[-*•]\s", first)
    return (first, rest) if told else ("", text)
