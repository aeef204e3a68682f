"""References in a spreadsheet: one row an entry, saved as CSV. Cells become the entry that a YAML file would hold.

`COLUMNS` says what each column is for; `yardstick schema reference-csv` prints them. Lists stand in one cell with
semicolons ("home; kitchen"), levels as "us 5; uk 4". Numbers are read as written, so that they stay exact.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from assistant.errors import DataFileError

_NAMES = {
    "name": "its label in a table or a ladder",
    "thing": "it as a noun phrase in a sentence",
    "of": "its measured property, with the statistic",
    "many": "the plural for counting; empty where nobody would count it",
}
_LANGS = {"en": "English", "zh-Hans": "Simplified Chinese", "zh-Hant": "Traditional Chinese"}
REQUIRED = (
    "id", "value", "unit", "aspect", "statistic",
    *(f"{lang}.{part}" for lang in _LANGS for part in ("name", "thing", "of")),
    "markets", "topics", "as_of", "source.title", "source.url", "source.figure", "source.accessed",
)  # fmt: skip
COLUMNS: Mapping[str, str] = {
    "id": "short name, kebab-case, once in the file",
    "value": "the number as the source gives it",
    "unit": "canonical name: kilogram, meter / second, USD",
    "aspect": "what is measured: mass, height, speed, price",
    "statistic": "maximum, average, typical, rated or minimum",
    "low": "the least that a reasonable one measures; the value if empty",
    "high": "the most; the value if empty",
    **{f"{lang}.{part}": f"{said}: {what}" for lang, said in _LANGS.items() for part, what in _NAMES.items()},
    **{f"{lang}.counter": f"{_LANGS[lang]}: the measure word; needed where many is filled" for lang in ("zh-Hans", "zh-Hant")},
    **{f"en-GB.{part}": f"British English where it differs: {what}" for part, what in _NAMES.items()},
    **{f"each.{lang}": f"{said}: the convention behind a counting unit, 5 MB a song" for lang, said in _LANGS.items()},
    "markets": "familiarity 1 to 5 by market: us 5; uk 4; cn 3",
    "audiences": "familiarity 1 to 5 by interest: runners 5",
    "topics": "topics, the first one the main one: home; kitchen",
    "sensitivity": "why texts avoid it: income; alcohol; brand",
    "usable_as": "compare, distance, load, use, rung; compare if empty",
    "as_of": "the day that the figure holds for: 2026-01-31",
    "expires": "the day it is no longer offered: prices and records",
    "working": "how the value follows from the figure, if it is not the figure itself",
    "source.title": "where it was read",
    "source.url": "its address",
    "source.figure": "the figure as it stands there",
    "source.accessed": "the day it was read: 2026-01-31",
}  # fmt: skip
_LISTS = ("topics", "sensitivity", "usable_as")
_LEVELS = ("markets", "audiences")
_SEE = "See `yardstick schema reference-csv`."
EXAMPLE = (
    "id,value,unit,aspect,statistic,low,high,en.name,en.thing,en.of,en.many,zh-Hans.name,zh-Hans.thing,zh-Hans.of,"
    "zh-Hans.many,zh-Hans.counter,zh-Hant.name,zh-Hant.thing,zh-Hant.of,zh-Hant.many,zh-Hant.counter,markets,topics,"
    "as_of,source.title,source.url,source.figure,source.accessed\n"
    "our-crate,12.5,kilogram,mass,typical,12,13,our crate,one of our crates,the weight of one of our crates,crates,"
    "我们的箱子,一个箱子,一个箱子的重量,箱子,个,我們的箱子,一個箱子,一個箱子的重量,箱子,個,us 5; uk 5,warehouse,"
    '2026-01-01,Packing list,https://example.org/crate,"12.5 kg, packed",2026-05-01\n'
)


def read_rows(path: Path, text: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(id, place, entry) of each row, in order; `place` names the row and the id for messages. Empty rows are passed over.

    Raises `DataFileError` for unknown, missing or doubled columns, a row that is longer than the head, an id twice.
    """
    first = text.partition("\n")[0]
    # Spreadsheets of half the world save semicolons, and some tabs; the head has one of the three.
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        head = [cell.strip() for cell in next(reader, [])]
        _check_head(path, head)
        seen: set[str] = set()
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _row(path, head, cells, reader.line_num, seen)
    except csv.Error as error:
        raise DataFileError(path.name, f"row {reader.line_num}", f"is not CSV ({error})", _SEE) from None


def _check_head(path: Path, head: list[str]) -> None:
    for column in head:
        if column not in COLUMNS:
            near = get_close_matches(column, COLUMNS, n=1)
            advice = f"Did you mean {near[0]!r}?" if near else _SEE
            raise DataFileError(path.name, "row 1", f"unknown column {column!r}", advice)
        if head.count(column) > 1:
            raise DataFileError(path.name, "row 1", f"the column {column!r} stands here twice", "Keep one.")
    missing = [column for column in REQUIRED if column not in head]
    if missing:
        raise DataFileError(path.name, "row 1", f"the column {missing[0]!r} is missing", _SEE)


def _row(path: Path, head: list[str], cells: list[str], number: int, seen: set[str]) -> tuple[str, str, dict[str, Any]]:
    if len(cells) > len(head):
        problem = f"{len(cells)} cells under {len(head)} columns"
        raise DataFileError(path.name, f"row {number}", problem, "Put quotes around a text that holds the separator.")
    filled = {column: cell.strip() for column, cell in zip(head, cells, strict=False) if cell.strip()}
    place = f"row {number}, {filled.get('id', '?')}"
    empty = next((column for column in REQUIRED if column not in filled), None)
    if empty:
        raise DataFileError(path.name, f"{place}.{empty}", "is empty", f"Expected {COLUMNS[empty]}.")
    if filled["id"] in seen:
        raise DataFileError(path.name, place, "stands here twice", "Keep one of the two rows.")
    seen.add(filled["id"])
    return filled["id"], place, _entry(path, place, filled)


def _entry(path: Path, place: str, filled: Mapping[str, str]) -> dict[str, Any]:
    """The cells in the shape of a YAML entry."""
    entry: dict[str, Any] = {}
    for column, cell in filled.items():
        if column in ("id", "low", "high"):
            continue
        if column in _LISTS:
            entry[column] = [part.strip() for part in cell.split(";") if part.strip()]
        elif column in _LEVELS:
            entry[column] = _levels(path, f"{place}.{column}", cell)
        elif "." in column:
            group, _, part = column.partition(".")
            target = entry if group in ("source", "each") else entry.setdefault("names", {})
            target.setdefault(group, {})[part] = cell
        else:
            entry[column] = cell
    entry["spread"] = [filled.get("low", filled["value"]), filled.get("high", filled["value"])]
    return entry


def _levels(path: Path, place: str, cell: str) -> dict[str, int]:
    levels = {}
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        name, _, level = part.replace(":", " ").rpartition(" ")
        if not name.strip() or not (level.isascii() and level.isdigit()):
            raise DataFileError(path.name, place, f"cannot read {part!r}", 'Write it as in "us 5; uk 4".')
        levels[name.strip()] = int(level)
    return levels


def row_schema() -> dict[str, Any]:
    """A JSON Schema of one row: every cell is text."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One row of a CSV file of references",
        "type": "object",
        "properties": {column: {"type": "string", "description": what} for column, what in COLUMNS.items()},
        "required": list(REQUIRED),
        "additionalProperties": False,
    }
