"""YAML, text or file, to values: by the fast loader where libyaml is there; safe tags only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.errors import DataFileError, InputError

# What a person writes by hand is some pages of text.
_FILE_BYTES = 500_000


def load_yaml(text: str) -> Any:
    """The document in a YAML text. Raises `yaml.YAMLError` where it is none.

    >>> load_yaml("weight: {gains: [effort]}")
    {'weight': {'gains': ['effort']}}
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506 -- safe in both forms


def load_yaml_map(path: Path, large: str, expected: str, advice: str) -> dict[Any, Any]:
    """The mapping in a YAML file that a person wrote.

    `large` says what such a file usually is, `expected` what it should hold, `advice` where its form is shown. Raises
    `InputError` for a file that cannot be read, `DataFileError` for one that is too large, no YAML, or no mapping.
    """
    import yaml

    try:
        if path.stat().st_size > _FILE_BYTES:
            raise DataFileError(str(path), "", "larger than 500 kB", large)
        document = load_yaml(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check the path and its permissions.") from None
    except (UnicodeDecodeError, yaml.YAMLError):
        raise DataFileError(str(path), "", "is not YAML in UTF-8", advice) from None
    if not isinstance(document, dict):
        raise DataFileError(str(path), "", expected, advice)
    return document
