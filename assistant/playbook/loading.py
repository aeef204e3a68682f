"""Reads the playbook's files, the product's own or those of a team beside them, and checks them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.errors import DataFileError, InputError
from assistant.playbook.book import Playbook
from assistant.playbook.entries import ChannelEntry, Emphasis, TopicEntry
from assistant.schema.data import load_yaml_map

DATA = Path(__file__).parent / "data"
_ADVICE = "See the playbook's own files for the form."
_Entry = TypeVar("_Entry", bound=BaseModel)
_FILES: Mapping[str, type[BaseModel]] = {
    "channels": ChannelEntry,
    "topics": TopicEntry,
    "stages": Emphasis,
    "lifecycles": Emphasis,
    "motives": Emphasis,
    "purposes": Emphasis,
}


@cache
def load_playbook(folder: Path | None = None) -> Playbook:
    """The playbook; entries of a team's `folder` (files of the same names, each optional) stand in for ours by id.

    Raises `DataFileError` naming file, entry and key, `InputError` for a folder that cannot be read.
    """
    parts = {name: _load(DATA / f"{name}.yaml", entry) for name, entry in _FILES.items()}
    if folder is not None:
        if not folder.is_dir():
            raise InputError(f"{folder}: expected a folder with {', '.join(f'{name}.yaml' for name in _FILES)}.")
        own = [path for path in sorted(folder.glob("*.y*ml")) if path.stem in _FILES]
        if not own:
            raise InputError(f"{folder}: holds none of {', '.join(f'{name}.yaml' for name in _FILES)}.")
        for path in own:
            parts[path.stem] = {**parts[path.stem], **_load(path, _FILES[path.stem])}
    frozen: dict[str, Any] = {name: MappingProxyType(entries) for name, entries in parts.items()}
    return Playbook(**frozen)


def _load(path: Path, entry: type[_Entry]) -> dict[str, _Entry]:
    document = load_yaml_map(path, "A playbook file is some pages of text.", "expected entries by id", _ADVICE)
    return {str(key): _checked(path, str(key), value, entry) for key, value in document.items()}


def _checked(path: Path, key: str, value: Any, entry: type[_Entry]) -> _Entry:
    try:
        return entry.model_validate(value)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        place = ".".join([key, *(str(part) for part in detail["loc"])])
        advice = "See `yardstick schema playbook`."
        raise DataFileError(str(path), place, detail["msg"].removeprefix("Value error, "), advice) from None
