"""Two versions of a passage as stretches that stay, go and come."""

from __future__ import annotations

from typing import Literal

from assistant.documents.differences import find_differences
from assistant.ui.cards import Pair, Run


def pair_of(before: str, after: str) -> Pair:
    """Both versions, each in stretches; together they are the versions.

    >>> pair_of("a very good fan", "a good fan")
    Pair(before=(('same', 'a'), ('del', ' very'), ('same', ' good fan')), after=(('same', 'a good fan'),))
    """
    differences = tuple(find_differences(before, after))
    return Pair(
        _runs(before, [(one.start, one.end) for one in differences], "del"),
        _runs(after, [(one.new_start, one.new_end) for one in differences], "ins"),
    )


def _runs(text: str, changed: list[tuple[int, int]], kind: Literal["del", "ins"]) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for start, end in [(start, end) for start, end in changed if start < end]:
        if at < start:
            runs.append(("same", text[at:start]))
        runs.append((kind, text[start:end]))
        at = end
    return (*runs, ("same", text[at:])) if at < len(text) else tuple(runs)
