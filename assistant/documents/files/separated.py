"""Tables as text: values parted by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, deque
from itertools import islice

from assistant.documents.files.grid import table_of
from assistant.documents.files.limits import FILE_BYTES, TABLE_ROWS
from assistant.documents.files.opened import Left, Notice, Table

_SEPARATORS = ",;\t|"
# Spreadsheet programs read this line as a word to themselves.
_STATED = re.compile(r"sep=([,;\t|:^~ ])\r?\n", re.IGNORECASE)
_SAMPLE_CHARS, _SAMPLE_ROWS = 200_000, 200
# Stands behind the last line; where it does not come back by itself, a quotation mark was never closed.
_END = "\x1eend"


def read_separated(text: str) -> tuple[Table | None, tuple[Notice, ...]]:
    r"""The table in a text, None for a text without any; and what was left out. Never raises.

    >>> read_separated("Model;Weight (kg)\nK2;1,1\nK3;1,4\n")[0].rows
    (('K2', '1,1'), ('K3', '1,4'))
    """
    stated = _STATED.match(text)
    body = text[stated.end() :] if stated else text
    separator = stated[1] if stated else find_separator(body)
    rows, quoted = _rows(body, separator, 2 * TABLE_ROWS)
    cut: dict[Left, int] = {}
    beyond = len(rows) - TABLE_ROWS
    table = table_of(rows, "", cut)
    if beyond == TABLE_ROWS:
        # Not every row of a very long file is parsed only to be counted.
        cut[Left.ROWS_CUT] = max(cut.get(Left.ROWS_CUT, 0), body.count("\n") + 1 - TABLE_ROWS)
    notices = [Notice(code, count) for code, count in cut.items()]
    return table, tuple(notices if quoted else [*notices, Notice(Left.QUOTES_KEPT)])


def find_separator(text: str) -> str:
    r"""The character that parts the values: the one that gives most rows the same number of them, then the most of them.

    >>> [find_separator(text) for text in ("a,b\n1,2", "a;b\n1,5;2,5", "a\tb, c\n1\t2", "one column")]
    [',', ';', '\t', ',']
    """
    end = text.rfind("\n", 0, _SAMPLE_CHARS) if len(text) > _SAMPLE_CHARS else len(text)
    sample = text[: end if end > 0 else _SAMPLE_CHARS]
    return max(_SEPARATORS, key=lambda separator: _fit(sample, separator))


def _fit(sample: str, separator: str) -> tuple[bool, float, int]:
    """How well a character parts a text: quotation marks close beside it, rows are alike, values many."""
    rows, _ = _rows(sample, separator, _SAMPLE_ROWS)
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    if not widths:
        return False, 0.0, 0
    width, most = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    # Commas in prose and decimals part some rows; what parts a table parts its head as well.
    headed = len(next((row for row in rows if len(row) > 1), ())) == width and len(rows[0]) > 1
    if width < 2:
        return False, 0.0, 0
    return _closes(sample, separator), most / widths.total() + 0.2 * headed, width


def _closes(sample: str, separator: str) -> bool:
    """Whether every value that opens with a quotation mark ends with one before the separator."""
    try:
        deque(csv.reader(io.StringIO(sample, newline=""), delimiter=separator, strict=True), maxlen=0)
    except csv.Error:
        return False
    return True


def _rows(text: str, separator: str, most: int) -> tuple[list[list[str]], bool]:
    """The first rows, and whether quotation marks could be read as such."""
    # The bound holds for the whole process, and only ever grows.
    csv.field_size_limit(max(csv.field_size_limit(), 4 * FILE_BYTES))
    closed = text if text.endswith(("\n", "\r")) else f"{text}\n"
    lines = io.StringIO(f"{closed}{_END}\n", newline="")
    rows = list(islice(csv.reader(lines, delimiter=separator), most + 1))
    if len(rows) > most:
        return rows[:most], True
    if rows and rows[-1] == [_END]:
        return rows[:-1], True
    plain = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE)
    return list(islice(plain, most)), False
