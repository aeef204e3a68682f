"""Long lines in which a whole page ran together, back into lines: its sections, its numbered items, its dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# A shorter line is one.
_LONG_LINE = 160
_SECTION = re.compile(
    r"(?:^|(?<=[\s.,!]))(?P<name>(?:Product |Technical |Key |Main )?(?:Specifications?(?=\s?[:：]\s?[^:]{2,28}:)|Features?|Description|Parameters?)|(?:Package|Packing|Pack|Product) (?:Lists?|Contents?|Included|Includes?|Including)|"
    r"Included|Notes?|NOTE|Ingredients|Applications?|How to [Uu]se|Directions|Warnings?|Caution|What['’]s [Ii]n (?:the|The) [Bb]ox)\s*[:：]\s*",
)
# A row of its own within prose.
_ROW = re.compile(r"(?<=[\s.,])(?=(?:WASH CARE|Wash [Cc]are|Care [Ii]nstructions|SIZE|Warranty)\s?[:-])")
# "Description If you …", "Features - Color: Black": section names that have lost their colon.
_BARE_SECTION = re.compile(r"(?:^|(?<=[a-z.!?]\s))(?P<name>Description|Features|Specifications?)\s+(?=(?:-\s?)?[A-Z])")
_NUMBER = re.compile(
    r"(?:^|(?<=\s)|(?<=[。；;.！!\u4e00-\u9fff]))(\d{1,2})\s?(?:[)、]|[.．](?!\d))\s?(?=[A-Z0-9*\u4e00-\u9fff])"
)
_DASHED = re.compile(
    r"(?:^|(?<=[\w.,:;!)])\s)-\s?(?=[A-Z][\w' /&]{1,30}?\s?[:-]\s?\S)|(?<=[\w.)])\s-(?=[A-Z])|(?<=[\w.)])\s-\s(?=[A-Z][a-z]*\s[a-z])"
)
_COUNTED = re.compile(r"(?<=[a-z.]{3})(?=\d{1,2}\s?[xX*]\s?[A-Za-z]{3})")
_LIST = 2


def unrolled(text: str) -> str:
    r"""A page's text with its long lines parted where sections, numbers and dashes show that they were several.

    >>> unrolled(
    ...     "A net for ponds. " + "It floats. " * 15 + "Specification: Color: Black Note: 1.Dry it. 2.Fold it."
    ... ).split("\n")[1:]
    ['Specification:', 'Color: Black', 'Note:', 'Dry it.', 'Fold it.']
    """
    return "\n".join(part for line in text.split("\n") for part in _parts(line))


def _parts(line: str) -> list[str]:
    line = _COUNTED.sub("\n", line)
    if len(line) < _LONG_LINE:
        return line.split("\n")
    line = _ROW.sub("\n", _SECTION.sub(_own_line, line))
    if len(_BARE_SECTION.findall(line)) >= _LIST:
        line = _BARE_SECTION.sub(lambda match: f"\n{match['name']}:\n", line)
    parts = [part for one in line.split("\n") for part in _numbered(one)]
    return [bit.strip() for part in parts for bit in _dashed(part) if bit.strip()]


def _own_line(match: re.Match[str]) -> str:
    return f"\n{match['name']}:\n"


def _numbered(line: str) -> list[str]:
    """The line cut at the numbers 1, 2, 3 … that count its items."""
    cuts: list[int] = []
    last = 0
    for match in _NUMBER.finditer(line):
        if int(match[1]) in (last + 1, 1, 2):
            cuts.append(match.start())
            last = int(match[1])
    if len(cuts) < _LIST:
        return [line]
    return [_NUMBER.sub("", part, count=1) if _NUMBER.match(part) else part for part in _cut(line, cuts)]


def _dashed(line: str) -> list[str]:
    cuts = [match.start() for match in _DASHED.finditer(line)]
    return _cut(line, cuts) if len(cuts) >= _LIST else [line]


def _cut(line: str, cuts: Sequence[int]) -> list[str]:
    ends = [0, *cuts, len(line)]
    return [line[start:end].strip() for start, end in pairwise(ends)]
