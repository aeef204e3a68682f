"""YAML text to values, by the fast loader where libyaml is there; safe tags only."""

from __future__ import annotations

from typing import Any


def load_yaml(text: str) -> Any:
    """The document in a YAML text. Raises `yaml.YAMLError` where it is none.

    >>> load_yaml("weight: {gains: [effort]}")
    {'weight': {'gains': ['effort']}}
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506 -- safe in both forms
