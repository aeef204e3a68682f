"""Documents as a reader sees them, with a way back to the file.

    text, Markdown or HTML ──► read_document ──► Document: visible text, in pieces that know where they came from

`Document.text` is what a reader reads: no tags, attributes, comments, code, addresses or front matter; entities decoded,
white space collapsed, blocks (paragraphs, headings, list items, cells, quotations) parted by a blank line, so that no
sentence runs from one into the next. `Document.span` leads from a stretch of it back to offsets in the original.
What is left out within a sentence (inline code, an image, an address) leaves `OBJECT` behind, so that its neighbours do
not become one phrase.

`differences` tells where two short texts differ, word by word.
`assistant.documents.files` makes such texts, and tables, of the files that people have: docx, xlsx, csv, text in any encoding.

Reading is linear in the size and never fails: whatever is no markup is text.
"""

from __future__ import annotations

from assistant.documents.document import OBJECT, Block, BlockKind, Comment, Document, Kind, Piece
from assistant.documents.read import KINDS, guess_kind, read_document

__all__ = [
    "KINDS",
    "OBJECT",
    "Block",
    "BlockKind",
    "Comment",
    "Document",
    "Kind",
    "Piece",
    "guess_kind",
    "read_document",
]
