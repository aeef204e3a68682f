"""Columns aligned by display width, so that Chinese ones line up."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """Columns that a terminal gives to a text: two for East Asian wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def pad(text: str, columns: int) -> str:
    """The text with spaces up to so many columns."""
    return text + " " * (columns - width(text))


def line(row: Sequence[str], columns: Sequence[int]) -> str:
    """One row, each cell as wide as its column."""
    return "  ".join(map(pad, row, columns)).rstrip()


def rule(columns: Sequence[int]) -> str:
    """The line between the head and the rows."""
    return "  ".join("─" * column for column in columns)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns; the first row is the head. Empty for no rows."""
    if not rows:
        return ""
    columns = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    head, *body = (line(row, columns) for row in rows)
    return "\n".join([head, rule(columns), *body])
