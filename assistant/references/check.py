"""Checks reference files that people wrote: schema, units, names, duplicates; says where and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from assistant.errors import DataFileError, InputError
from assistant.references.book import build_reference
from assistant.schema import Reference
from assistant.schema.files import ReferenceEntry
from assistant.units import UnknownUnit, lookup

# A file of references is written by people; beyond this it is something else.
FILE_BYTES = 5_000_000


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


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > FILE_BYTES:
            raise DataFileError(str(path), "", f"larger than {FILE_BYTES // 1_000_000} MB", "Split it by topic.")
        document = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_UniqueKeys)  # noqa: S506 - a SafeLoader
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check the path and its permissions.") from None
    except UnicodeDecodeError as error:
        raise DataFileError(str(path), f"byte {error.start}", "is not UTF-8", "Save the file as UTF-8.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "is not YAML"
        raise DataFileError(str(path), place, problem, "Compare it with `yardstick schema reference`.") from None
    if not isinstance(document, dict):
        raise DataFileError(str(path), "", "expected a mapping from id to entry", "See `yardstick schema reference`.")
    return document


def _first_error(error: ValidationError) -> tuple[str, str]:
    detail = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in detail["loc"])
    return place, detail["msg"].removeprefix("Value error, ").rstrip(".")


def load_checked(path: Path) -> list[Reference]:
    """The references of a file, or of every .yaml file in a folder, in file order.

    Raises `DataFileError` ("length.yaml: marathon.unit: unknown unit 'kilometre'. Did you mean 'kilometer'?") or
    `InputError` for a path that cannot be read. Empty for an empty folder.
    """
    if path.is_dir():
        return [reference for file in sorted(path.glob("*.y*ml")) for reference in load_checked(file)]
    return list(_checked_entries(path))


def _checked_entries(path: Path) -> Iterator[Reference]:
    for reference_id, entry in _read(path).items():
        place = str(reference_id)
        if not isinstance(entry, dict):
            raise DataFileError(path.name, place, "expected a mapping", "See `yardstick schema reference`.")
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
            raise DataFileError(path.name, f"{place}.{where}" if where else place, problem) from None
        yield build_reference(place, entry)
