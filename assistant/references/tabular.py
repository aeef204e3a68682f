"""References in a spreadsheet: one row an entry, saved as CSV. Cells become the entry that a YAML file would hold.

`COLUMNS` says what each column is for; `yardstick schema reference-csv` prints them. Lists stand in one cell with
semicolons ("home; kitchen"), levels as "us 5; uk 4". Numbers are read as written, so that they stay exact.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from assistant.references.faults import EntryError

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
# A figure of one's own has no address, and a name in one language at least.
OWN_REQUIRED = (
    "id", "value", "unit", "aspect", "statistic", "markets", "as_of", "source.title", "source.figure", "source.accessed",
)  # fmt: skip
_YES = ("yes", "true", "1", "是")
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
    "own": "yes for a figure of your own: without an address, and with names in one language at least",
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


@dataclass(frozen=True, slots=True)
class Row:
    """One row as the entry that a YAML file would hold; `place` names row and id for messages."""

    id: str
    place: str
    entry: dict[str, Any]


def read_rows(name: str, text: str) -> Iterator[Row | EntryError]:
    """Each row of a table, or what is wrong with it, in order. Empty rows are passed over.

    Raises `EntryError` for unknown, missing or doubled columns, and where the rest cannot be read as a table.
    """
    first = text.partition("\n")[0]
    # Spreadsheets of half the world save semicolons, and some tabs; the head has one of the three.
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        head = [cell.strip() for cell in next(reader, [])]
        _check_head(name, head)
        seen: set[str] = set()
        for cells in reader:
            if any(cell.strip() for cell in cells):
                try:
                    yield _row(name, head, cells, reader.line_num, seen)
                except EntryError as fault:
                    yield fault
    except csv.Error as error:
        raise EntryError(name, f"row {reader.line_num}", f"is not CSV ({error})", _SEE, "csv") from None


def _check_head(name: str, head: list[str]) -> None:
    for column in head:
        if column not in COLUMNS:
            near = get_close_matches(column, COLUMNS, n=1)
            advice = f"Did you mean {near[0]!r}?" if near else _SEE
            values = {"column": column[:40], "near": near[0] if near else ""}
            raise EntryError(name, "row 1", f"unknown column {column[:40]!r}", advice, "column-unknown", values)
        if head.count(column) > 1:
            raise EntryError(name, "row 1", f"the column {column!r} stands here twice", "Keep one.", "twice")
    missing = [column for column in (OWN_REQUIRED if "own" in head else REQUIRED) if column not in head]
    if missing:
        problem = f"the column {missing[0]!r} is missing"
        raise EntryError(name, "row 1", problem, _SEE, "column-missing", {"column": missing[0]})


def _row(name: str, head: list[str], cells: list[str], number: int, seen: set[str]) -> Row:
    if len(cells) > len(head):
        problem = f"{len(cells)} cells under {len(head)} columns"
        advice = "Put quotes around a text that holds the separator."
        counted = {"cells": str(len(cells)), "columns": str(len(head))}
        raise EntryError(name, f"row {number}", problem, advice, "cells", counted)
    filled = {column: cell.strip() for column, cell in zip(head, cells, strict=False) if cell.strip()}
    place = f"row {number}, {filled.get('id', '?')[:60]}"
    own = filled.get("own", "").lower() in _YES
    empty = next((column for column in (OWN_REQUIRED if own else REQUIRED) if column not in filled), None)
    if empty:
        raise EntryError(name, f"{place}.{empty}", "is empty", f"Expected {COLUMNS[empty]}.", "empty")
    if filled["id"] in seen:
        raise EntryError(name, place, "stands here twice", "Keep one of the two rows.", "twice")
    seen.add(filled["id"])
    return Row(filled["id"], place, _entry(name, place, filled, own))


def _entry(name: str, place: str, filled: Mapping[str, str], own: bool) -> dict[str, Any]:
    """The cells in the shape of a YAML entry."""
    entry: dict[str, Any] = {"own": True} if own else {}
    for column, cell in filled.items():
        if column in ("id", "low", "high", "own"):
            continue
        if column in _LISTS:
            entry[column] = [part.strip() for part in cell.split(";") if part.strip()]
        elif column in _LEVELS:
            entry[column] = read_levels(name, f"{place}.{column}", cell)
        elif "." in column:
            group, _, part = column.partition(".")
            target = entry if group in ("source", "each") else entry.setdefault("names", {})
            target.setdefault(group, {})[part] = cell
        else:
            entry[column] = cell
    entry["spread"] = [filled.get("low", filled["value"]), filled.get("high", filled["value"])]
    return entry


def read_levels(name: str, place: str, cell: str) -> dict[str, int]:
    """Levels by name out of a cell ("us 5; uk 4"). Raises `EntryError` for a part that has none."""
    levels = {}
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        known, _, level = part.replace(":", " ").rpartition(" ")
        if not known.strip() or not (level.isascii() and level.isdigit() and len(level) < 3):
            shown = part[:40]
            raise EntryError(
                name, place, f"cannot read {shown!r}", 'Write it as in "us 5; uk 4".', "levels", {"part": shown}
            )
        levels[known.strip()] = int(level)
    return levels


def row_schema() -> dict[str, Any]:
    """A JSON Schema of one row: every cell is text."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One row of a CSV file of references",
        "type": "object",
        "properties": {column: {"type": "string", "description": what} for column, what in COLUMNS.items()},
        "anyOf": [{"required": list(REQUIRED)}, {"required": ["own", *OWN_REQUIRED]}],
        "additionalProperties": False,
    }
