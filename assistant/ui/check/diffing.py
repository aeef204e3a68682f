"""Two versions of a sentence as stretches that stay, go and come."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from assistant.ui.cards import Pair, Run

# A word or a number in one piece, a Chinese character by itself.
_TOKEN = re.compile(r"[^\W\d_\u4e00-\u9fff]+(?:['’-][^\W\d_\u4e00-\u9fff]+)*|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
# Comparing takes the square of it; a longer passage is shown as one that goes and one that comes.
_MOST_TOKENS = 1_500


def pair_of(before: str, after: str) -> Pair:
    """Both versions, each in stretches; together they are the versions.

    >>> pair_of("a very good fan", "a good fan")
    Pair(before=(('same', 'a '), ('del', 'very '), ('same', 'good fan')), after=(('same', 'a good fan'),))
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _MOST_TOKENS:
        return Pair(_run("del", before), _run("ins", after))
    left: list[Run] = []
    right: list[Run] = []
    for what, low, high, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[low:high]), "".join(new[from_:to])
        left += _run("same" if what == "equal" else "del", gone)
        right += _run("same" if what == "equal" else "ins", come)
    return Pair(_together(left), _together(right))


def _run(kind: str, words: str) -> tuple[Run, ...]:
    return ((kind, words),) if words else ()  # type: ignore[return-value]


def _together(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours of one kind are one stretch."""
    made: list[Run] = []
    for kind, words in runs:
        if made and made[-1][0] == kind:
            made[-1] = (kind, made[-1][1] + words)
        else:
            made.append((kind, words))
    return tuple(made)
