"""Patterns that are compiled when they are first asked: a text needs few of them, and the scanner must start quickly."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub")


class _Lazy:
    """Stands in for a compiled pattern; after the first use its methods are those of the pattern."""

    __slots__ = ("_flags", "_source", "pattern", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags, self.pattern = source, flags, source

    def __getattr__(self, name: str) -> Any:
        # Only reached while the slot is empty.
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled on first use; it has match, search, fullmatch, finditer, findall, sub and pattern.

    >>> lazy("[0-9]+").match("12 mm").group()
    '12'
    """
    return cast("re.Pattern[str]", _Lazy(source, int(flags)))
