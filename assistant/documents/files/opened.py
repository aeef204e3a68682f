"""What a file turned out to be: its text, its tables, and what of it was not read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from assistant.documents.document import Kind

FileKind = Literal["text", "markdown", "html", "docx", "csv", "xlsx"]


class Left(StrEnum):
    """What a notice is about; `wording.say_notice` puts it into words."""

    ENCODING_GUESSED = "encoding_guessed"
    NAMED_OTHERWISE = "named_otherwise"
    TEXT_CUT = "text_cut"
    ROWS_CUT = "rows_cut"
    COLUMNS_CUT = "columns_cut"
    CELLS_CUT = "cells_cut"
    SHEETS_CUT = "sheets_cut"
    QUOTES_KEPT = "quotes_kept"
    HIDDEN_SHEETS = "hidden_sheets"
    HIDDEN_ROWS = "hidden_rows"
    HIDDEN_COLUMNS = "hidden_columns"
    HIDDEN_TEXT = "hidden_text"
    FORMULAS = "formulas"
    CELL_ERRORS = "cell_errors"
    IMAGES = "images"
    CHANGES = "changes"
    STRUCK = "struck"
    COMMENTS = "comments"
    HEADERS = "headers"
    MACROS = "macros"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was left out or guessed: how often, and what (a sheet's name, an encoding)."""

    code: Left
    count: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one name for each column, "" where it has none, and rows of as many strings.

    `name` is that of its sheet; `lead` are the lines that stood above it.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    lead: tuple[str, ...] = ()

    @property
    def headed(self) -> bool:
        """Whether its columns have names."""
        return any(self.columns)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read.

    `text` is what the rest of the product reads, with `kind_of_text` for `read_document`: a file of text as it stands, a
    docx as Markdown, a table as "column: value". `tables` are those of a csv, an xlsx or a docx, in order. `encoding` is
    that of a file of text, "" for a package.
    """

    name: str
    kind: FileKind
    text: str
    kind_of_text: Kind
    tables: tuple[Table, ...] = ()
    notices: tuple[Notice, ...] = ()
    encoding: str = ""
