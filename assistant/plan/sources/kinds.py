"""What somebody has pasted: facts, one a line; a page; or a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, get_args

from assistant.documents import guess_kind

SourceKind = Literal["facts", "page", "table"]
KINDS: tuple[SourceKind, ...] = get_args(SourceKind)

SEPARATORS = "\t|,;"
# So much of a text tells what it is.
_LOOKED_AT = 20_000
_LINES = 200
_PAGES = (".html", ".htm", ".xhtml")
_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_SENTENCE = re.compile(r"[.!?][\"”')]*\s+(?=[\"“(]?[A-Z])|[。！？!?][”」』]*(?=.)")
_RULE = re.compile(r"[\s|:=+-]+")
_LABELLED = re.compile(r"[^:：,;\t|]{1,40}[:：]\s*\S")
# From so many characters on a line without an end is prose, too.
_LONG = 240
_PROSE = 0.34
# What stands in all but a few rows is what parts the columns.
_MOST = 0.9
_CELL = 60


def guess_source(text: str, name: str = "") -> SourceKind:
    r"""What a text is most likely, by how it looks; a file that is called HTML is a page.

    >>> [
    ...     guess_source(text)
    ...     for text in ("Weight: 348 g\nHeight: 58 m", "Part\tSize\nWeight\t348 g", "# Lamp\n\nIt glows.")
    ... ]
    ['facts', 'table', 'page']
    """
    if name.lower().endswith(_PAGES) or guess_kind("", text) == "html":
        return "page"
    lines = [line.strip() for line in text[:_LOOKED_AT].splitlines() if line.strip()][:_LINES]
    if find_separator(lines):
        return "table"
    if any(_HEADING.match(line) for line in lines) or _is_prose(lines):
        return "page"
    return "facts"


def find_separator(lines: Sequence[str]) -> str:
    r"""The character that parts the columns of all lines; "" where they are no table. A Markdown rule is no row.

    >>> find_separator(["Model;Weight", "K2;1,1 kg", "K3;1,4 kg"]), find_separator(["Weight: 3 kg, bare", "Blue, red"])
    (';', '')
    """
    rows = [line for line in lines if not _RULE.fullmatch(line)]
    if len(rows) < 2:
        return ""
    return next((mark for mark in SEPARATORS if _parts(rows, mark)), "")


def _parts(rows: Sequence[str], mark: str) -> bool:
    bare = [row.strip("|") if mark == "|" else row for row in rows]
    counts = Counter(row.count(mark) for row in bare)
    count, most = counts.most_common(1)[0]
    if not count or most < _MOST * len(rows):
        return False
    if mark in "\t|":
        return True
    # Commas and semicolons stand in prose: in a table nothing follows them, and cells are short.
    cells = [cell for row in rows for cell in row.split(mark)]
    spaced = sum(cell.startswith((" ", "\u3000")) for cell in cells)
    labelled = sum(_LABELLED.match(row) is not None for row in rows)
    return len(rows) > 2 and 3 * spaced < len(cells) and 2 * labelled < len(rows) and max(map(len, cells)) <= _CELL


def _is_prose(lines: Sequence[str]) -> bool:
    """Whether much of it is sentences in a row."""
    if not lines:
        return False
    prose = sum(bool(_SENTENCE.search(line.rstrip(".。!！?？ "))) and len(line) > _CELL for line in lines)
    prose += sum(len(line) > _LONG and bool(_SENTENCE.search(line)) for line in lines)
    return prose >= _PROSE * len(lines) and len("".join(lines)) > _LONG
