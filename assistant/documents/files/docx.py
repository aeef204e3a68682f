"""Word documents as Markdown: headings, paragraphs, list items, tables with bars.

The walk is our own: python-docx passes over insertions, content controls and text boxes, and builds the whole tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assistant.documents.files.docx_runs import BREAK, TAB, Runs
from assistant.documents.files.docx_styles import load_styles
from assistant.documents.files.escaping import as_cell, as_line
from assistant.documents.files.grid import table_of
from assistant.documents.files.limits import TABLE_COLUMNS, TEXT_CHARS
from assistant.documents.files.opened import Left, Notice, Table
from assistant.documents.files.packages import Package
from assistant.documents.files.rendering import labelled

# What holds blocks and is none: content controls, custom XML, insertions of whole paragraphs.
_HOLDERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_LABEL = re.compile(r"([^\t]{1,60}?)\s*[:：]?\s*\t\s*([^\t]+)\Z")
_JOINT = " / "


def read_docx(package: Package) -> tuple[str, tuple[Table, ...], tuple[Notice, ...]]:
    """The Markdown of a Word document, its tables in order, and what was left out.

    Raises `FileError` for a package that is damaged or past its bounds.
    """
    return _Document(package).read()


class _Document:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main_part()
        self.styles = load_styles(package, self.main)
        self.runs = Runs()
        self.parts: list[tuple[str, bool]] = []  # paragraphs, and whether one is an item
        self.tables: list[Table] = []
        self.counters: dict[str, int] = {}
        self.chars = 0

    def read(self) -> tuple[str, tuple[Table, ...], tuple[Notice, ...]]:
        self.package.xml(self.main).each(("body",), lambda _, one: self._block(one))
        for kind, parent in (("/footnotes", "footnotes"), ("/endnotes", "endnotes")):
            for part in self.package.related_of(self.main, kind):
                self.package.xml(part).each((parent,), lambda _, one: self._note(one))
        for part in self.package.related_of(self.main, "/comments"):
            self.package.xml(part).each(("comments",), lambda *_: self.runs.count(Left.COMMENTS))
        if self.package.related_of(self.main, "/header") or self.package.related_of(self.main, "/footer"):
            self.runs.count(Left.HEADERS)
        if self.chars > TEXT_CHARS:
            self.runs.count(Left.TEXT_CUT, self.chars - TEXT_CHARS)
        notices = tuple(Notice(code, count) for code, count in self.runs.counts.items())
        return self._markdown(), tuple(self.tables), notices

    def _markdown(self) -> str:
        said: list[str] = []
        item = False
        for text, listed in self.parts:
            said += ["\n" if listed and item else "\n\n"] * bool(said)
            said.append(text)
            item = listed
        return "".join(said)

    def _say(self, text: str, *, item: bool = False) -> None:
        self.chars += len(text) + 2
        if text and self.chars <= TEXT_CHARS:
            self.parts.append((text, item))

    def _note(self, note: Element) -> None:
        if note.get("type", "normal") == "normal":
            for one in note:
                self._block(one)

    def _block(self, block: Element) -> None:
        if block.tag == "p":
            self._paragraph(block)
        elif block.tag == "tbl":
            self._table(block)
        elif block.tag in _HOLDERS:
            for one in block:
                self._block(one)
        elif block.tag == "AlternateContent":
            for one in block.findall("Choice") or block.findall("Fallback"):
                self._block(one)

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find("pPr")
        lines = [_told(line) for line in self.runs.text_of(paragraph).split(BREAK)]
        boxes, self.runs.boxes = self.runs.boxes, []
        if not self.styles.in_contents(properties):
            self._lines([line for line in lines if line], properties)
        for box in boxes:
            for one in box:
                self._block(one)

    def _lines(self, lines: list[str], properties: Element | None) -> None:
        """A paragraph; where it breaks its line, one for each line."""
        level, list_id = self.styles.level_of(properties), self.styles.list_of(properties)
        if level and lines:
            self._say(f"{'#' * level} {as_line(' '.join(lines))}")
            return
        for number, line in enumerate(lines):
            if number or not list_id:
                self._say(as_line(line))
            elif self.styles.is_numbered(list_id):
                self.counters[list_id] = self.counters.get(list_id, 0) + 1
                self._say(f"{self.counters[list_id]}. {as_line(line)}", item=True)
            else:
                self._say(f"- {as_line(line)}", item=True)

    def _table(self, table: Element) -> None:
        shown: list[list[str]] = []
        whole: list[list[str]] = []
        for row in _rows(table):
            cells, filled = self._row(row, whole[-1] if whole else [])
            if any(cells):
                shown.append(cells)
                whole.append(filled)
        boxes, self.runs.boxes = self.runs.boxes, []
        if len(shown) == 1 or (shown and max(map(len, shown)) == 1):
            # A frame around text, or lines under each other: no table.
            for cells in shown:
                for cell in filter(None, cells):
                    self._say(as_line(cell))
        elif shown:
            self._bars(shown)
            made = table_of(whole, "", self.runs.counts)
            self.tables += [made] if made is not None else []
        for box in boxes:
            for one in box:
                self._block(one)

    def _bars(self, rows: list[list[str]]) -> None:
        width = max(map(len, rows))
        lines = ["| " + " | ".join(as_cell(cell) for cell in [*row, *[""] * (width - len(row))]) + " |" for row in rows]
        self._say("\n".join([lines[0], "|" + "---|" * width, *lines[1:]]))

    def _row(self, row: Element, above: list[str]) -> tuple[list[str], list[str]]:
        """The cells of a row as they are shown, and with what stands above in those that are one with it."""
        shown: list[str] = []
        filled: list[str] = []
        for cell in _cells(row):
            properties = cell.find("tcPr")
            span, goes_on = _span(properties)
            text = "" if goes_on else self._cell(cell)
            place = len(filled)
            filled += [above[place] if goes_on and place < len(above) else text, *[""] * (span - 1)]
            shown += [text, *[""] * (span - 1)]
            if len(shown) > TABLE_COLUMNS:
                self.runs.count(Left.COLUMNS_CUT)
                break
        return shown[:TABLE_COLUMNS], filled[:TABLE_COLUMNS]

    def _cell(self, cell: Element) -> str:
        """The words of a cell in one line; a table in it line by line."""
        return _JOINT.join(said for said in self._said(cell) if said)

    def _said(self, holder: Element) -> Iterator[str]:
        for one in holder:
            if one.tag == "p":
                yield from (_told(line) for line in self.runs.text_of(one).split(BREAK))
            elif one.tag == "tbl":
                for row in _rows(one):
                    yield ": ".join(text for text in (self._cell(cell) for cell in _cells(row)) if text)
            elif one.tag in _HOLDERS:
                yield from self._said(one)


def _rows(table: Element) -> Iterator[Element]:
    yield from _within(table, "tr")


def _cells(row: Element) -> Iterator[Element]:
    yield from _within(row, "tc")


def _within(holder: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, those in content controls too."""
    for one in holder:
        if one.tag == tag:
            yield one
        elif one.tag in _HOLDERS:
            yield from _within(one, tag)


def _span(properties: Element | None) -> tuple[int, bool]:
    """How many columns a cell is wide, and whether it goes on from the cell above."""
    wide = properties.find("gridSpan") if properties is not None else None
    tall = properties.find("vMerge") if properties is not None else None
    stated = wide.get("val", "1") if wide is not None else "1"
    span = min(max(int(stated[:4]), 1), TABLE_COLUMNS) if stated.isdecimal() else 1
    return span, tall is not None and tall.get("val", "continue") == "continue"


def _told(line: str) -> str:
    """A line of a paragraph: what a tab parts from its name is its value, other tabs are spaces."""
    row = _LABEL.match(line.strip())
    if row is not None:
        line = labelled(row[1], row[2])
    return " ".join(line.replace(TAB, " ").split())
