"""Columns of a Markdown line: how far it is indented, and the cells of a table row."""

from __future__ import annotations

import re

_SPLIT = re.compile(r"\\.|\|")


def indent_of(text: str, at: int, end: int, column: int) -> tuple[int, int]:
    """The column of the first character that is not white, and its place; a tab goes to the next multiple of four."""
    while at < end:
        if text[at] == " ":
            column += 1
        elif text[at] == "\t":
            column += 4 - column % 4
        else:
            break
        at += 1
    return column, at


def find_cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a table row, white space around them cut off; an escaped bar parts nothing."""
    bars = [found.start() for found in _SPLIT.finditer(text, start, end) if found[0] == "|"]
    cells = [
        _trimmed(text, low, high) for low, high in zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True)
    ]
    if bars and cells[0][0] == cells[0][1]:
        cells = cells[1:]
    if bars and cells and cells[-1][0] == cells[-1][1]:
        cells = cells[:-1]
    return cells


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    return start, end
