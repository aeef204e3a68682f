"""What a file is: by its first bytes and its parts, and only then by its name."""

from __future__ import annotations

import re

from assistant.documents.files.faults import Fault, FileError
from assistant.documents.files.opened import FileKind
from assistant.documents.files.packages import Package
from assistant.documents.read import guess_kind

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"MIME-Version:", "web_archive"),
)
_RIFF = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The directory of an encrypted document names this stream, in UTF-16.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\x00")
ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_TABLES = (".csv", ".tsv", ".tab", ".xls", ".xlsx", ".xlsm")
_DOCUMENT, _WORKBOOK = "word/", "xl/"


def refuse_by_start(name: str, data: bytes) -> None:
    """Raises `FileError` for what is known to be no text, table or document by its first bytes."""
    if data.startswith(_OLE):
        raise FileError(name, Fault.ENCRYPTED if _ENCRYPTED in data else Fault.OLD_OFFICE)
    if data.startswith((*_ARCHIVES, _EMPTY_ZIP)):
        raise FileError(name, Fault.ARCHIVE)
    what = next((what for start, what in _STARTS if data.startswith(start)), "")
    if what or _RIFF.match(data):
        raise FileError(name, Fault.UNKNOWN_KIND, what=what or "picture")


def kind_of_package(name: str, package: Package) -> FileKind:
    """The kind of a zip file. Raises `FileError` for one that is neither a docx nor an xlsx."""
    if "[Content_Types].xml" not in package:
        opendocument = "mimetype" in package and "META-INF/manifest.xml" in package
        if opendocument:
            raise FileError(name, Fault.UNKNOWN_KIND, what="opendocument")
        raise FileError(name, Fault.ARCHIVE)
    main = package.main_part()
    if main.startswith("ppt/"):
        raise FileError(name, Fault.UNKNOWN_KIND, what="presentation")
    if main.endswith(".bin"):
        raise FileError(name, Fault.UNKNOWN_KIND, what="binary_sheet")
    types = package.read("[Content_Types].xml").decode("utf-8", "replace")
    if main.startswith(_DOCUMENT) or "wordprocessingml" in types:
        return "docx"
    if main.startswith(_WORKBOOK) or "spreadsheetml" in types:
        return "xlsx"
    raise FileError(name, Fault.ARCHIVE)


def has_macros(package: Package) -> bool:
    """Whether a package holds programs."""
    return any(part.endswith("vbaProject.bin") for part in package)


def kind_of_text_file(name: str, text: str) -> FileKind:
    r"""The kind of a file of text: HTML if it starts like a page, a table where the name says so, else by the name.

    >>> kind_of_text_file("export.xls", "<html><table>"), kind_of_text_file("export.xls", "a\tb")
    ('html', 'csv')
    """
    lowered = name.lower()
    if guess_kind("", text) == "html":
        return "html"
    if lowered.endswith(_TABLES):
        return "csv"
    return guess_kind(name, text)
