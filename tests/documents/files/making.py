"""Files as programs write them, and as somebody who means harm does."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import docx
import openpyxl
from docx.document import Document
from openpyxl.worksheet.worksheet import Worksheet


def xlsx(*rows: Sequence[object], change: Callable[[Worksheet], None] | None = None) -> bytes:
    """A workbook with one sheet, written by openpyxl."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(sheet)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def word(change: Callable[[Document], None]) -> bytes:
    """A Word document, written by python-docx."""
    document = docx.Document()
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rebuilt(data: bytes, parts: Mapping[str, bytes | None], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package with some parts put in the place of its own, or added; None takes one out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def part_of(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def body(xml: str) -> bytes:
    """A Word document whose body is written by hand."""
    empty = word(lambda document: None)
    main = part_of(empty, "word/document.xml")
    head = main[: main.index("<w:body>")]
    return rebuilt(empty, {"word/document.xml": f"{head}<w:body>{xml}</w:body></w:document>".encode()})


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def with_shared(cells: str, strings: str) -> bytes:
    """A workbook as Excel writes it, its strings kept once: the rows of its sheet, and the strings."""
    data = xlsx(("x",))
    sheet = part_of(data, "xl/worksheets/sheet1.xml")
    start, end = sheet.index("<sheetData>"), sheet.index("</sheetData>")
    links = part_of(data, "xl/_rels/workbook.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rId9" Target="sharedStrings.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>',
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return rebuilt(
        data,
        {
            "xl/worksheets/sheet1.xml": f"{sheet[:start]}<sheetData>{cells}{sheet[end:]}".encode(),
            "xl/_rels/workbook.xml.rels": links.encode(),
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>'.encode(),
        },
    )
