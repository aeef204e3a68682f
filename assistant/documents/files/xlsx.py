"""Workbooks: the visible cells of the visible sheets, as text.

Read here, cell by cell, not by a library. python-calamine 0.9 asks for memory for every cell between the first and the
last: one cell in the far corner (a file of 5 kB) ends the whole process. openpyxl 3.1 drops raised digits (10⁶ becomes
106), gives neither hidden rows nor formulas that were never computed while it streams, and refuses style sheets of other
programs. The tests write workbooks with openpyxl and hold this reader to what it reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from assistant.documents.files.grid import one_line, table_of
from assistant.documents.files.limits import CELL_CHARS, SHEETS, TABLE_COLUMNS, TABLE_ROWS
from assistant.documents.files.numbers import Shape, shape_of, shown_number
from assistant.documents.files.opened import Left, Notice, Table
from assistant.documents.files.packages import Package
from assistant.documents.files.scripts import is_on, placed

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})\Z")
_NEVER = ("hidden", "veryHidden")
_TRUE = ("1", "true")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Rows that merged cells may cover, and spans of hidden columns, taken together.
_MERGED_ROWS, _SPANS = 100_000, 2_000
_PLAIN = Shape()


@dataclass(slots=True)
class _Sheet:
    """The cells of a sheet by row and column, from 1."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    merged_rows: int = 0
    spans: int = 0
    last: int = 0


def read_xlsx(package: Package) -> tuple[tuple[Table, ...], tuple[Notice, ...]]:
    """The tables of a workbook, one a visible sheet that holds anything, in order; and what was left out.

    Raises `FileError` for a package that is damaged or past its bounds.
    """
    return _Workbook(package).read()


class _Workbook:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main_part()
        self.from_1904 = False
        self.strings: list[str] = []
        self.shapes: list[Shape] = []
        self.counts: dict[Left, int] = {}

    def read(self) -> tuple[tuple[Table, ...], tuple[Notice, ...]]:
        sheets: list[tuple[str, str, str]] = []
        self.package.xml(self.main).each(("workbook",), lambda _, one: self._about(one, sheets))
        for part in self.package.related_of(self.main, "/sharedStrings"):
            self.package.xml(part).each(("sst",), lambda _, one: self.strings.append(self._rich(one)))
        for part in self.package.related_of(self.main, "/styles"):
            self._styles(part)
        parts = self.package.related(self.main)
        visible = [(name, parts[id_]) for name, state, id_ in sheets if state not in _NEVER and id_ in parts]
        hidden = [name for name, state, _ in sheets if state in _NEVER]
        tables = []
        for name, (part, kind) in visible[:SHEETS]:
            if kind.endswith("/worksheet") and (table := self._table(part, name)) is not None:
                tables.append(table)
            elif kind.endswith("/chartsheet"):
                self._count(Left.IMAGES)
        self._count(Left.SHEETS_CUT, len(visible[SHEETS:]))
        notices = [Notice(code, count) for code, count in self.counts.items() if count]
        if hidden:
            shown = ", ".join(hidden[:5]) + (" …" if len(hidden) > 5 else "")
            notices.append(Notice(Left.HIDDEN_SHEETS, len(hidden), shown[:200]))
        return tuple(tables), tuple(notices)

    def _count(self, code: Left, more: int = 1) -> None:
        self.counts[code] = self.counts.get(code, 0) + more

    def _about(self, element: Element, sheets: list[tuple[str, str, str]]) -> None:
        if element.tag == "workbookPr":
            self.from_1904 = element.get("date1904", "") in _TRUE
        elif element.tag == "sheets":
            sheets += [(one.get("name", ""), one.get("state", ""), one.get("id", "")) for one in element]

    def _styles(self, part: str) -> None:
        codes: dict[str, str] = {}
        numbers: list[str] = []

        def take(parent: str, one: Element) -> None:
            if parent == "numFmts":
                codes[one.get("numFmtId", "")] = one.get("formatCode", "")
            else:
                numbers.append(one.get("numFmtId", "0"))

        self.package.xml(part).each(("numFmts", "cellXfs"), take)
        self.shapes = [shape_of(int(one) if one.isdecimal() else 0, codes.get(one, "")) for one in numbers]

    def _rich(self, element: Element) -> str:
        """The text of a string: its runs, raised digits as such, nothing struck, no reading aids."""
        said: list[str] = []
        for one in element:
            if one.tag == "t":
                said.append(one.text or "")
            elif one.tag == "r":
                text = "".join(part.text or "" for part in one.findall("t"))
                if is_on(one.find("rPr"), "strike"):
                    self._count(Left.STRUCK, bool(text.strip()))
                else:
                    said.append(placed(text, one.find("rPr")))
        text = _ESCAPE.sub(_character, "".join(said))
        # Here, where it is kept once, and not in each of the cells that show it.
        self._count(Left.CELLS_CUT, len(text) > CELL_CHARS)
        return one_line(text[:CELL_CHARS])

    def _table(self, part: str, name: str) -> Table | None:
        sheet = _Sheet()
        takers = {"cols": self._column, "sheetData": self._row, "mergeCells": self._merge}
        self.package.xml(part).each(takers, lambda parent, one: takers[parent](sheet, one))
        for kind in ("/drawing", "/comments"):
            for found in self.package.related_of(part, kind):
                self._beside(kind, found)
        for first, last, column in sheet.merged:
            # A cell over several rows stands for each of them; one over several columns is a heading.
            value = sheet.rows.get(first, {}).get(column, "")
            for row in range(first + 1, last + 1):
                if value and row in sheet.rows:
                    sheet.rows[row].setdefault(column, value)
        self._count(Left.HIDDEN_COLUMNS, len(sheet.hidden_columns))
        columns = sorted({column for row in sheet.rows.values() for column, text in row.items() if text})
        rows = [[row.get(column, "") for column in columns] for _, row in sorted(sheet.rows.items())]
        cut: dict[Left, int] = {}
        table = table_of(rows, name, cut)
        for code, count in cut.items():
            self._count(code, count)
        return table

    def _beside(self, kind: str, part: str) -> None:
        parents = ("wsDr",) if kind == "/drawing" else ("commentList",)
        code = Left.IMAGES if kind == "/drawing" else Left.COMMENTS
        self.package.xml(part).each(parents, lambda *_: self._count(code))

    def _column(self, sheet: _Sheet, one: Element) -> None:
        low, high = one.get("min", ""), one.get("max", "")
        sheet.spans += 1
        if one.get("hidden", "") in _TRUE and low.isdecimal() and high.isdecimal() and sheet.spans < _SPANS:
            # Whatever lies behind the last column that anybody uses is often hidden as a whole.
            sheet.hidden_columns.update(range(int(low[:6]), min(int(high[:6]), TABLE_COLUMNS) + 1))

    def _merge(self, sheet: _Sheet, one: Element) -> None:
        first, _, last = one.get("ref", "").partition(":")
        start, end = _place(first), _place(last)
        if start and end and end[0] > start[0]:
            sheet.merged_rows += end[0] - start[0]
            if sheet.merged_rows <= _MERGED_ROWS:
                sheet.merged.append((start[0], end[0], start[1]))

    def _row(self, sheet: _Sheet, row: Element) -> None:
        stated = row.get("r", "")
        number = int(stated[:9]) if stated.isdecimal() else sheet.last + 1
        sheet.last = number
        if row.get("hidden", "") in _TRUE:
            self._count(Left.HIDDEN_ROWS, len(row) > 0)
            return
        cells: dict[int, str] = {}
        column = 0
        for cell in row:
            place = _place(cell.get("r", ""))
            column = place[1] if place else column + 1
            if column in sheet.hidden_columns:
                continue
            text = self._cell(cell)
            if text and column > TABLE_COLUMNS:
                self._count(Left.COLUMNS_CUT)
            elif text:
                cells[column] = text
        if cells and len(sheet.rows) >= TABLE_ROWS:
            self._count(Left.ROWS_CUT)
        elif cells:
            sheet.rows[number] = cells

    def _cell(self, cell: Element) -> str:
        """A cell as its reader sees it. A formula is never computed: what stands there is what was stored."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find("is")
            return self._rich(inline) if inline is not None else ""
        stored = cell.find("v")
        value = (stored.text or "") if stored is not None else ""
        if not value:
            self._count(Left.FORMULAS, cell.find("f") is not None and kind != "str")
            return ""
        if kind == "s":
            return self.strings[int(value)] if value.isdecimal() and int(value[:9]) < len(self.strings) else ""
        if kind == "e":
            self._count(Left.CELL_ERRORS)
            return ""
        if kind == "b":
            return "TRUE" if value in _TRUE else "FALSE"
        if kind in ("str", "d"):
            return _ESCAPE.sub(_character, value)
        style = cell.get("s", "0")
        shape = self.shapes[int(style)] if style.isdecimal() and int(style[:9]) < len(self.shapes) else _PLAIN
        return shown_number(value, shape, from_1904=self.from_1904)


def _place(reference: str) -> tuple[int, int] | None:
    """Row and column of "B2", from 1."""
    found = _REFERENCE.match(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def _character(found: re.Match[str]) -> str:
    """The character that "_x000D_" stands for; line ends and tabs are spaces, other control characters nothing."""
    char = chr(int(found[1], 16))
    if char in "\r\n\t":
        return " "
    return char if char.isprintable() else ""
