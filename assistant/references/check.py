"""Checks reference files that people wrote: schema, units, names, duplicates; says where and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from assistant.errors import DataFileError, InputError
from assistant.references.book import build_reference
from assistant.references.tabular import read_rows
from assistant.schema import Reference
from assistant.schema.files import ReferenceEntry
from assistant.units import UnknownUnit, lookup

# A file of references is written by people; beyond this it is something else.
FILE_BYTES = 5_000_000
SUFFIXES = (".yaml", ".yml", ".csv")
# What a table calls a part of an entry by another name.
_COLUMN_OF = {"spread.0": "low", "spread.1": "high"}


class _UniqueKeys(yaml.SafeLoader):
    """YAML takes the last of two equal keys without a word; a book must not lose an entry like that."""


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node)
        if key in seen:
            raise yaml.constructor.ConstructorError(None, None, f"{key!r} stands here twice", key_node.start_mark)
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


_UniqueKeys.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _read_text(path: Path) -> str:
    try:
        if path.stat().st_size > FILE_BYTES:
            raise DataFileError(str(path), "", f"larger than {FILE_BYTES // 1_000_000} MB", "Split it by topic.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check the path and its permissions.") from None
    except UnicodeDecodeError as error:
        raise DataFileError(str(path), f"byte {error.start}", "is not UTF-8", "Save the file as UTF-8.") from None


def _read_yaml(path: Path) -> Iterator[tuple[str, str, Any]]:
    """(id, place, entry) of each entry of a YAML file, in order."""
    try:
        document = yaml.load(_read_text(path), Loader=_UniqueKeys)  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "is not YAML"
        raise DataFileError(str(path), place, problem, "Compare it with `yardstick schema reference`.") from None
    if not isinstance(document, dict):
        raise DataFileError(str(path), "", "expected a mapping from id to entry", "See `yardstick schema reference`.")
    for reference_id, entry in document.items():
        yield str(reference_id), str(reference_id), entry


def _first_error(error: ValidationError) -> tuple[str, str]:
    detail = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in detail["loc"])
    return place, detail["msg"].removeprefix("Value error, ").rstrip(".")


def load_checked(path: Path) -> list[Reference]:
    """The references of a YAML or CSV file, or of every one of these in a folder by name, in the order of the file.

    Raises `DataFileError` ("length.yaml: marathon.unit: unknown unit 'kilometre'. Did you mean 'kilometer'?", "ours.csv:
    row 3, marathon.unit: …") or `InputError` for a path that cannot be read. Empty for an empty folder.
    """
    if not path.is_dir():
        return list(_checked_entries(path))
    home: dict[str, str] = {}
    found: list[Reference] = []
    for file in sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES):
        for reference in _checked_entries(file):
            if reference.id in home:
                problem = f"stands in {home[reference.id]} as well"
                raise DataFileError(file.name, reference.id, problem, "Keep one of the two.")
            home[reference.id] = file.name
            found.append(reference)
    return found


def _checked_entries(path: Path) -> Iterator[Reference]:
    table = path.suffix.lower() == ".csv"
    see = "See `yardstick schema reference`."
    for reference_id, place, entry in read_rows(path, _read_text(path)) if table else _read_yaml(path):
        if not isinstance(entry, dict):
            raise DataFileError(path.name, place, "expected a mapping", see)
        unit = entry.get("unit")
        if isinstance(unit, str):
            try:
                lookup(unit)
            except UnknownUnit as error:
                problem, _, advice = str(error).partition(". ")
                raise DataFileError(path.name, f"{place}.unit", problem, advice) from None
        try:
            ReferenceEntry.model_validate(entry)
        except ValidationError as error:
            where, problem = _first_error(error)
            where = _COLUMN_OF.get(where, where.removeprefix("names.")) if table else where
            raise DataFileError(path.name, f"{place}.{where}" if where else place, problem) from None
        yield build_reference(reference_id, entry)
