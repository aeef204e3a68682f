"""Where two short texts differ: word by word, Chinese character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

# A longer text is compared as a whole: the search is quadratic in the worst case.
LONGEST = 2_000

# A point within a number or a hyphen within a word parts nothing; Chinese, and all other marks, go one by one.
_TOKEN = re.compile(r"[A-Za-z0-9]++(?:[.,'’-][A-Za-z0-9]++)*+%?|\s+|.", re.DOTALL)


class Difference(NamedTuple):
    """A stretch of the old text and the one that stands for it in the new; one of them may be empty."""

    start: int
    end: int
    new_start: int
    new_end: int


def find_words(text: str) -> list[str]:
    """A text in words, Chinese characters, marks and white space; joined they are the text.

    >>> find_words("约1.7升 tea-time.")
    ['约', '1.7', '升', ' ', 'tea-time', '.']
    """
    return _TOKEN.findall(text)


def find_differences(old: str, new: str) -> Iterator[Difference]:
    """The stretches in which two texts differ, in order; no word is cut, a Chinese character is a word.

    >>> old, new = "It weighs 620 g.", "It weighs 1.7 kg."
    >>> [(old[one.start : one.end], new[one.new_start : one.new_end]) for one in find_differences(old, new)]
    [('620', '1.7'), ('g', 'kg')]
    """
    if max(len(old), len(new)) > LONGEST:
        yield Difference(0, len(old), 0, len(new))
        return
    before, after = find_words(old), find_words(new)
    old_at, new_at = _places(before), _places(after)
    for what, first, last, low, high in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            yield Difference(old_at[first], old_at[last], new_at[low], new_at[high])


def _places(tokens: list[str]) -> list[int]:
    """Where each token begins, and where the last one ends."""
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places
