"""YAML, text or file, to values: by the fast loader where libyaml is there; safe tags only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.errors import DataFileError, InputError

# What a person writes by hand is some pages of text.
_FILE_BYTES = 500_000
_DEEPEST = 60


def load_yaml(text: str) -> Any:
    """The document in a YAML text. Raises `yaml.YAMLError` where it is none.

    >>> load_yaml("weight: {gains: [effort]}")
    {'weight': {'gains': ['effort']}}
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506 -- safe in both forms


def check_plain(text: str, *, aliases: bool = False) -> None:
    """Looks through a YAML text from outside, event by event. Raises `yaml.YAMLError` for one that is nested deeper than
    people write, and, unless `aliases` may stand in it, for one with an alias.

    Read in one go, thousands of levels end the program, and aliases within aliases fill its memory.

    >>> check_plain("a: [b, {c: d}]")
    """
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise yaml.YAMLError(f"nested deeper than {_DEEPEST} levels")
        if isinstance(event, yaml.AliasEvent) and not aliases:
            raise yaml.YAMLError("an alias, where everything must be written out")


def load_yaml_map(path: Path, large: str, expected: str, advice: str) -> dict[Any, Any]:
    """The mapping in a YAML file that a person wrote.

    `large` says what such a file usually is, `expected` what it should hold, `advice` where its form is shown. Raises
    `InputError` for a file that cannot be read, `DataFileError` for one that is too large, no YAML, or no mapping.
    """
    import yaml

    try:
        if path.stat().st_size > _FILE_BYTES:
            raise DataFileError(str(path), "", "larger than 500 kB", large)
        text = path.read_text(encoding="utf-8-sig")
        check_plain(text, aliases=True)
        document = load_yaml(text)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check the path and its permissions.") from None
    except (UnicodeDecodeError, yaml.YAMLError):
        raise DataFileError(str(path), "", "is not YAML in UTF-8", advice) from None
    if not isinstance(document, dict):
        raise DataFileError(str(path), "", expected, advice)
    return document
