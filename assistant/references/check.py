"""Checks reference files that people wrote: schema, units, names, duplicates; says where and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from assistant.errors import DataFileError, InputError
from assistant.references.book import build_reference
from assistant.references.faults import EntryError, faults_of
from assistant.references.tabular import read_rows
from assistant.schema import Reference
from assistant.schema.data import check_plain
from assistant.schema.files import OwnEntry, ReferenceEntry
from assistant.units import UnknownUnit, lookup

# A file of references is written by people; beyond this it is something else.
FILE_BYTES = 5_000_000
MOST_ENTRIES = 5_000
# So many faults are told at once; who mends these sees the others.
MOST_FAULTS = 100
SUFFIXES = (".yaml", ".yml", ".csv")
# What a table calls a part of an entry by another name.
_COLUMN_OF = {"spread.0": "low", "spread.1": "high"}
_SEE = "See `yardstick schema reference`."


class _UniqueKeys(yaml.SafeLoader):
    """YAML takes the last of two equal keys without a word; a book must not lose an entry like that."""


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node)
        if not isinstance(key, str | int | float | bool):
            raise yaml.constructor.ConstructorError(None, None, "expected a word before the colon", key_node.start_mark)
        if key in seen:
            raise yaml.constructor.ConstructorError(None, None, f"{key!r} stands here twice", key_node.start_mark)
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


_UniqueKeys.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file holds: the references that are well formed, in its order, and every fault of the others."""

    references: tuple[Reference, ...]
    faults: tuple[DataFileError, ...]


def read_references(name: str, data: bytes) -> Checked:
    """All references of a file that was handed over, and all its faults, of which at most 100 are told.

    `name` says what kind of file it is (.yaml, .yml, .csv). Raises nothing: what cannot be read at all is a fault too.
    """
    faults: list[DataFileError] = []
    found: dict[str, Reference] = {}
    try:
        for entry in _checked(name, _decoded(name, data)):
            if isinstance(entry, Reference):
                found[entry.id] = entry
            elif len(faults) < MOST_FAULTS:
                faults.append(entry)
    except DataFileError as error:
        faults.append(error)
    return Checked(tuple(found.values()), tuple(faults))


def load_checked(path: Path) -> list[Reference]:
    """The references of a YAML or CSV file, or of every one of these in a folder by name, in the order of the file.

    Raises `DataFileError` ("length.yaml: marathon.unit: unknown unit 'kilometre'. Did you mean 'kilometer'?", "ours.csv:
    row 3, marathon.unit: …") or `InputError` for a path that cannot be read. Empty for an empty folder.
    """
    if not path.is_dir():
        return list(_sound_entries(path))
    home: dict[str, str] = {}
    found: list[Reference] = []
    for file in sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES):
        for reference in _sound_entries(file):
            if reference.id in home:
                problem = f"stands in {home[reference.id]} as well"
                raise DataFileError(file.name, reference.id, problem, "Keep one of the two.")
            home[reference.id] = file.name
            found.append(reference)
    return found


def check_entry(
    reference_id: str, entry: Any, file: str = "", place: str = "", table: bool = False
) -> Reference | list[EntryError]:
    """One entry as a reference, or all that is wrong with it; `place` is what messages call it, its id if empty."""
    place = place or reference_id
    if not isinstance(entry, dict):
        return [EntryError(file, place, "expected a mapping", _SEE, "form")]
    found: list[EntryError] = []
    unit = entry.get("unit")
    if isinstance(unit, str):
        try:
            lookup(unit)
        except UnknownUnit as error:
            problem, _, advice = str(error).partition(". ")
            near = (
                advice.removeprefix("Did you mean '").removesuffix("'?") if advice.startswith("Did you mean '") else ""
            )
            found.append(EntryError(file, f"{place}.unit", problem, advice, "unit", {"unit": unit[:40], "near": near}))
    try:
        (OwnEntry if entry.get("own") is True else ReferenceEntry).model_validate(entry)
    except ValidationError as error:
        found += faults_of(error, file, place, _COLUMN_OF if table else None)
    return found or build_reference(reference_id, entry)


def _sound_entries(path: Path) -> Iterator[Reference]:
    for found in _checked(path.name, _read_text(path), str(path)):
        if not isinstance(found, Reference):
            raise found
        yield found


def _checked(name: str, text: str, path: str = "") -> Iterator[Reference | DataFileError]:
    """References and faults in the order of the file; raises `DataFileError` for a file that is none of references."""
    table = name.lower().endswith(".csv")
    rows = read_rows(name, text) if table else _read_yaml(name, text, path or name)
    for number, row in enumerate(rows):
        if number >= MOST_ENTRIES:
            problem = f"more than {MOST_ENTRIES:,} entries"
            raise EntryError(name, "", problem, "Split it by topic.", "entries", {"limit": f"{MOST_ENTRIES}"})
        if isinstance(row, EntryError):
            yield row
            continue
        made = check_entry(row.id, row.entry, name, row.place, table)
        yield from [made] if isinstance(made, Reference) else made


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    place: str
    entry: Any


def _read_yaml(name: str, text: str, path: str) -> Iterator[_Entry]:
    """Each entry of a YAML file, in order."""
    try:
        check_plain(text, aliases=True)
        document = yaml.load(text, Loader=_UniqueKeys)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "is not YAML"
        raise EntryError(path, place, problem, "Compare it with `yardstick schema reference`.", "yaml") from None
    if not isinstance(document, dict):
        raise EntryError(path, "", "expected a mapping from id to entry", _SEE, "form")
    for reference_id, entry in document.items():
        yield _Entry(str(reference_id), str(reference_id), entry)


def _large(place: str) -> EntryError:
    limit = f"{FILE_BYTES // 1_000_000} MB"
    return EntryError(place, "", f"larger than {limit}", "Split it by topic.", "large", {"limit": limit})


def _decoded(name: str, data: bytes) -> str:
    if not name.lower().endswith(SUFFIXES):
        raise EntryError(name, "", f"expected one of {', '.join(SUFFIXES)}", _SEE, "kind")
    if len(data) > FILE_BYTES:
        raise _large(name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EntryError(name, f"byte {error.start}", "is not UTF-8", "Save the file as UTF-8.", "encoding") from None


def _read_text(path: Path) -> str:
    try:
        if path.stat().st_size > FILE_BYTES:
            raise _large(str(path))
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check the path and its permissions.") from None
    except UnicodeDecodeError as error:
        raise EntryError(
            str(path), f"byte {error.start}", "is not UTF-8", "Save the file as UTF-8.", "encoding"
        ) from None
