"""Which kind of document a text is, and reading it."""

from __future__ import annotations

import re
from typing import get_args

from assistant.documents.build import Builder
from assistant.documents.document import Block, Comment, Document, Kind, Piece

KINDS: tuple[Kind, ...] = get_args(Kind)
_BY_NAME: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
}
_SNIFFED = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|(?:html|head|body|main|article|section|div|p|h[1-6]|ul|ol|table)\b)",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\n[ \t\r]*\n")
_LINE_END = re.compile(r"\r\n?")
# In a plain text only notes to this program are comments.
_NOTE = re.compile(r"<!--(\s*yardstick\b[^<>\n\r]*)-->", re.IGNORECASE)


def guess_kind(name: str, text: str = "") -> Kind:
    """The kind that a file's name tells; else HTML if the text starts like a page, else plain text.

    >>> guess_kind("page.MD"), guess_kind("-", "<!DOCTYPE html><p>Tea"), guess_kind("notes", "a < b")
    ('markdown', 'html', 'text')
    """
    dot = name.rfind(".")
    known = _BY_NAME.get(name[dot:].lower()) if dot >= 0 else None
    return known or ("html" if _SNIFFED.match(text, 0, 2000) else "text")


def read_document(text: str, kind: Kind = "text") -> Document:
    r"""What a reader sees of `text`; never raises, whatever the text holds.

    >>> page = read_document("# Tea\n\nBrew at **90** °C.", "markdown")
    >>> [(block.kind, page.text[block.start : block.end]) for block in page.blocks]
    [('heading', 'Tea'), ('paragraph', 'Brew at 90 °C.')]
    """
    if kind == "html":
        from assistant.documents.html import read_html

        return read_html(text)
    if kind == "markdown":
        from assistant.documents.markdown import read_markdown

        return read_markdown(text)
    if "\r" in text or "<!--" in text:
        return _read_with_ends(text)
    piece = (Piece(0, text, 0, len(text), verbatim=True),) if text else ()
    return Document("text", text, text, piece, tuple(_paragraphs(text)))


def _read_with_ends(text: str) -> Document:
    """A plain text whose line ends, or notes, are not characters to be read."""
    builder = Builder(text)
    comments = []
    at = 0
    for note in _NOTE.finditer(text):
        _keep_lines(builder, text, at, note.start())
        comments.append(Comment(note[1].strip(), note.start(), note.end()))
        at = note.end()
    _keep_lines(builder, text, at, len(text))
    read = builder.document("text")
    return Document("text", text, read.text, read.pieces, tuple(_paragraphs(read.text)), tuple(comments))


def _keep_lines(builder: Builder, text: str, start: int, end: int) -> None:
    for found in _LINE_END.finditer(text, start, end):
        builder.keep(start, found.start())
        builder.put("\n", found.start(), found.end())
        start = found.end()
    builder.keep(start, end)


def _paragraphs(text: str) -> list[Block]:
    blocks = []
    start = 0
    for found in [*_BLANK.finditer(text), None]:
        end = found.start() if found else len(text)
        if text[start:end].strip():
            blocks.append(Block("paragraph", start, end))
        start = found.end() if found else end
    return blocks
