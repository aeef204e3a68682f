"""A file to text and tables, whatever it is called."""

from __future__ import annotations

from assistant.documents.document import Kind
from assistant.documents.files.encoding import Decoded, decode
from assistant.documents.files.faults import Fault, FileError, shown_name
from assistant.documents.files.kinds import ZIP, has_macros, kind_of_package, kind_of_text_file, refuse_by_start
from assistant.documents.files.limits import FILE_BYTES, TEXT_CHARS
from assistant.documents.files.opened import FileKind, Left, Notice, Opened, Table
from assistant.documents.files.packages import Package
from assistant.documents.files.rendering import render_tables
from assistant.documents.files.separated import read_separated

_OF_TEXT: dict[FileKind, Kind] = {"text": "text", "markdown": "markdown", "html": "html"}
# Names that promise a kind; others promise none.
_PROMISED: dict[str, tuple[FileKind, ...]] = {
    ".docx": ("docx",), ".docm": ("docx",), ".xlsx": ("xlsx",), ".xlsm": ("xlsx",), ".xls": ("xlsx",), ".doc": ("docx",),
    ".csv": ("csv",), ".tsv": ("csv",), ".tab": ("csv",), ".txt": ("text",), ".md": ("markdown",),
    ".html": ("html",), ".htm": ("html",),
}  # fmt: skip
_CALLED: dict[FileKind, str] = {
    "text": "TXT", "markdown": "Markdown", "html": "HTML", "docx": "DOCX", "csv": "CSV", "xlsx": "XLSX",
}  # fmt: skip


def read_file(name: str, data: bytes) -> Opened:
    r"""What stands in a file: its content decides, its name only between kinds of text.

    Everything is bounded (`limits`) and happens in memory; nothing that a file refers to is fetched, no formula computed,
    no macro run. Raises `FileError`, an `InputError` with a code, for a file that is not read.

    >>> opened = read_file("specs.csv", "Parameter;Value;Unit\nWeight;1.1;kg\n".encode())
    >>> opened.kind, opened.text
    ('csv', 'Weight: 1.1 kg')
    """
    if len(data) > FILE_BYTES:
        raise FileError(name, Fault.TOO_LARGE, limit=FILE_BYTES // 1_000_000)
    refuse_by_start(name, data)
    opened = _read_package(name, data) if data.startswith(ZIP) else _read_text(name, data)
    dot = name.rfind(".")
    promised = _PROMISED.get(name[dot:].lower()) if dot >= 0 else None
    if promised is None or opened.kind in promised:
        return opened
    notice = Notice(Left.NAMED_OTHERWISE, what=_CALLED[opened.kind])
    return _with(opened, (notice, *opened.notices))


def _with(opened: Opened, notices: tuple[Notice, ...]) -> Opened:
    return Opened(
        opened.name, opened.kind, opened.text, opened.kind_of_text, opened.tables, notices, opened.encoding
    )  # fmt: skip


def _read_package(name: str, data: bytes) -> Opened:
    package = Package(name, data)
    kind = kind_of_package(name, package)
    macros = (Notice(Left.MACROS),) if has_macros(package) else ()
    if kind == "docx":
        from assistant.documents.files.docx import read_docx

        text, tables, notices = read_docx(package)
        return Opened(shown_name(name), kind, text, "markdown", tables, (*notices, *macros))
    from assistant.documents.files.xlsx import read_xlsx

    tables, notices = read_xlsx(package)
    return _of_tables(name, kind, tables, (*notices, *macros))


def _read_text(name: str, data: bytes) -> Opened:
    decoded = decode(data)
    if decoded is None:
        raise FileError(name, Fault.UNKNOWN_KIND, what="binary")
    guessed = (Notice(Left.ENCODING_GUESSED, what=decoded.encoding),) if decoded.guessed else ()
    kind = kind_of_text_file(name, decoded.text)
    if kind == "csv":
        table, notices = read_separated(decoded.text)
        tables = (table,) if table is not None else ()
        return _of_tables(name, kind, tables, (*guessed, *notices), decoded.encoding)
    text, cut = _cut(decoded)
    return Opened(shown_name(name), kind, text, _OF_TEXT[kind], (), (*guessed, *cut), decoded.encoding)


def _cut(decoded: Decoded) -> tuple[str, tuple[Notice, ...]]:
    left = len(decoded.text) - TEXT_CHARS
    return (decoded.text[:TEXT_CHARS], (Notice(Left.TEXT_CUT, left),)) if left > 0 else (decoded.text, ())


def _of_tables(
    name: str, kind: FileKind, tables: tuple[Table, ...], notices: tuple[Notice, ...], encoding: str = ""
) -> Opened:
    text, left = render_tables(tables)
    cut = (Notice(Left.TEXT_CUT, left),) if left else ()
    return Opened(shown_name(name), kind, text, "text", tables, (*notices, *cut), encoding)
