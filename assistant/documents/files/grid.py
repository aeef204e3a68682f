"""Rows of cells to a table: what stands above it, the names of its columns, its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.documents.files.limits import CELL_CHARS, TABLE_CHARS, TABLE_COLUMNS, TABLE_ROWS
from assistant.documents.files.opened import Left, Table
from assistant.documents.files.shape import is_figure, names_its_columns

_LINES = re.compile(r"\s*[\r\n\u2028\u2029]+\s*")
_SPACES = re.compile(r"[^\S\r\n\u2028\u2029]+")


def table_of(rows: Sequence[Sequence[str]], name: str = "", cut: dict[Left, int] | None = None) -> Table | None:
    """The table in rows of cells, None for rows without any text; `cut` gets what was past the bounds.

    Empty rows and columns go. Rows with one filled cell above the others are the table's `lead`. The first row names the
    columns where it reads like names: no figures in it, and the rows below are unlike it.

    >>> table_of([["Kettles 2026", ""], ["Model", "Weight (kg)"], ["K2", "1.1"]])
    Table(columns=('Model', 'Weight (kg)'), rows=(('K2', '1.1'),), name='', lead=('Kettles 2026',))
    >>> table_of([["Weight", "1.1 kg"], ["Colour", "white"]]).headed
    False
    """
    cut = {} if cut is None else cut
    within = _within_bounds(rows, cut)
    filled = [cells for cells in (_cells(row, cut) for row in within) if any(cells)]
    if not filled:
        return None
    width = max(map(len, filled))
    used = [column for column in range(width) if any(column < len(row) and row[column] for row in filled)]
    body = [tuple(row[column] if column < len(row) else "" for column in used) for row in filled]
    lead = []
    while len(used) > 1 and len(body) > 1 and sum(map(bool, body[0])) == 1 and not is_figure("".join(body[0])):
        lead.append("".join(body.pop(0)))
    headed = len(used) > 1 and len(body) > 1 and names_its_columns(body)
    columns = body.pop(0) if headed else ("",) * len(used)
    return Table(columns, tuple(body), name.strip(), tuple(lead))


def _within_bounds(rows: Sequence[Sequence[str]], cut: dict[Left, int]) -> list[Sequence[str]]:
    """The rows that hold anything, as far as a table goes; counted before any work is done on their cells."""
    filled = [row for row in rows if any(row)]
    kept = chars = 0
    for row in filled[:TABLE_ROWS]:
        chars += sum(min(len(cell), CELL_CHARS) for cell in row[:TABLE_COLUMNS])
        if chars > TABLE_CHARS:
            break
        kept += 1
    if kept < len(filled):
        cut[Left.ROWS_CUT] = cut.get(Left.ROWS_CUT, 0) + len(filled) - kept
    return filled[:kept]


def _cells(row: Sequence[str], cut: dict[Left, int]) -> list[str]:
    over = sum(bool(cell.strip()) for cell in row[TABLE_COLUMNS:])
    long = sum(len(cell) > CELL_CHARS for cell in row)
    for code, count in ((Left.COLUMNS_CUT, over), (Left.CELLS_CUT, long)):
        if count:
            cut[code] = cut.get(code, 0) + count
    return [one_line(cell[:CELL_CHARS]) for cell in row[:TABLE_COLUMNS]]


def one_line(cell: str) -> str:
    r"""The text of a cell as one line.

    >>> one_line(" 5 levels\r\n2 speeds ")
    '5 levels / 2 speeds'
    """
    return _LINES.sub(" / ", _SPACES.sub(" ", cell).strip())
