"""A long text in parts that a browser draws at once: none holds more characters or more findings than it can take."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

Span = tuple[int, int]

PART_CHARS = 16_000
PART_MARKS = 80
# Where a part may end, best first; the last quarter of it is searched.
_ENDS = (re.compile(r"\n[ \t\r]*\n"), re.compile(r"\n"), re.compile(r"[。！？]|[.!?](?=\s)"), re.compile(r"\s"))


def find_parts(text: str, spans: Iterable[Span], chars: int = PART_CHARS, marks: int = PART_MARKS) -> tuple[Span, ...]:
    r"""The parts in order, together all of the text; none ends within one of the spans, unless that is longer than a part.

    >>> find_parts("One two.\n\nThree four.", [(10, 15)], chars=14)
    ((0, 10), (10, 21))
    >>> find_parts("", [])
    ((0, 0),)
    """
    placed = sorted(span for span in spans if span[0] < span[1])
    starts = [start for start, _ in placed]
    parts: list[Span] = []
    start = at = 0
    while len(text) - start > chars or len(placed) - at > marks:
        most = min(start + chars, len(text))
        if len(placed) - at > marks:
            most = max(min(most, placed[at + marks][0]), start + 1)
        end = _outside(_end(text, start, most), start, placed, starts)
        parts.append((start, end))
        start = end
        at = bisect_right(starts, start - 1)
    return (*parts, (start, len(text)))


def part_of(parts: Sequence[Span], at: int) -> int:
    """The number of the part that holds a place of the text.

    >>> part_of(((0, 10), (10, 21)), 10)
    1
    """
    return max(bisect_right([start for start, _ in parts], at) - 1, 0)


def _end(text: str, start: int, most: int) -> int:
    if most >= len(text):
        return len(text)
    least = start + (most - start) * 3 // 4
    for end in _ENDS:
        found = [one.end() for one in end.finditer(text, least, most)]
        if found:
            return found[-1]
    return most


def _outside(end: int, start: int, placed: Sequence[Span], starts: Sequence[int]) -> int:
    """The same place, or the beginning of the span that it lies in."""
    number = bisect_right(starts, end - 1) - 1
    if number >= 0 and placed[number][0] < end < placed[number][1] and placed[number][0] > start:
        return placed[number][0]
    return end
