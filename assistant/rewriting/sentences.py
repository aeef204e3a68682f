"""The sentences of a document, each within its block; spans are of the visible text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.documents import Block, Document
from assistant.praise.sentences import Outline
from assistant.schema import Lang

# A longer one is a table or a page without full stops; nothing is cut out of it.
LONGEST = 600


class Sentence(NamedTuple):
    """A sentence without the white space around it, and the block that it stands in."""

    start: int
    end: int
    block: Block


def find_sentences(document: Document, lang: Lang, blocks: Iterable[Block] | None = None) -> Iterator[Sentence]:
    r"""The sentences of the blocks, or of every block, in order; what is too long to be one is left out.

    >>> from assistant.documents import read_document
    >>> page = read_document("# Tea\n\nBrew at 90 °C now. Wait.", "markdown")
    >>> [page.text[one.start : one.end] for one in find_sentences(page, "en")]
    ['Tea', 'Brew at 90 °C now.', 'Wait.']
    """
    outline = Outline(document.text, lang)
    for block in document.blocks if blocks is None else blocks:
        at = block.start
        while at < block.end:
            _, high = outline.sentence_around(at, at + 1)
            high = max(min(high, block.end), at + 1)
            text = document.text[at:high]
            start = at + len(text) - len(text.lstrip())
            end = at + len(text.rstrip())
            if start < end <= start + LONGEST:
                yield Sentence(start, end, block)
            at = high
