"""Words as Markdown that reads back as those words, with marks only where they would be taken for something else."""

from __future__ import annotations

import re

from assistant.documents.read import read_document

# Marks whose meaning hangs on what stands around them; an address is left alone, being one.
_FEWEST = re.compile(r"[\\`*_~\[\]<|]|&(?=[#A-Za-z])|!(?=\[)")
_OPENING = re.compile(r"(?:[-+*=~_#>|:]|\d{1,9}[.)])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S")


def as_line(text: str) -> str:
    r"""A paragraph of one line.

    >>> as_line("Screen 1920*1080"), as_line("10*20*30 cm"), as_line("- 5 °C")
    ('Screen 1920*1080', '10\\*20\\*30 cm', '\\- 5 °C')
    """
    if _reads_back(text, text):
        return text
    marked = _FEWEST.sub(r"\\\g<0>", text)
    opening = _OPENING.match(marked)
    if opening and not marked.startswith("\\"):
        at = opening.end() - 1
        marked = f"{marked[:at]}\\{marked[at:]}"
    return marked


def as_cell(text: str) -> str:
    r"""A cell of a table with bars.

    >>> as_cell("2 | 3"), as_cell("1920*1080*3")
    ('2 \\| 3', '1920\\*1080\\*3')
    """
    return (
        _FEWEST.sub(r"\\\g<0>", text) if _FEWEST.search(text) and not _reads_back(text, text.replace("|", "")) else text
    )


def _reads_back(text: str, wanted: str) -> bool:
    """Whether a text means itself as Markdown. What follows an address is not looked at."""
    address = _ADDRESS.search(text)
    if address is not None:
        text = wanted = text[: address.start()]
    read = read_document(text, "markdown")
    return read.text.strip() == wanted.strip() and all(block.kind == "paragraph" for block in read.blocks)
