"""Gaps in a line of Chinese: between a headline and its sentence they part, within a sentence they mean nothing."""

from __future__ import annotations

import re

_HAN = r"[\u3400-\u9fff、，。！？：；）」』]"
_GAP = re.compile(rf"(?<={_HAN})[ \u3000]+(?=[\u3400-\u9fff「『（])")
# 專為 Model 3 後行李箱設計: what it is for stands between the two halves.
_OPENED = re.compile(r"(?:[专專][为為]|[针針][对對])(?:(?![设設][计計]|[打製制]造|[开開][发發]).)*$")
_CLOSES = re.compile(r"[^ \u3000，。；！？]{0,10}?(?:[设設][计計]|打造|[开開][发發])")
# A word that a gap has parted from its sentence: "完美匹配 手套箱。"
_REST = re.compile(r"[\u3400-\u9fff]{1,4}(?=[。！？\s]|$)[。！？]")


def gap_ends(line: str) -> list[int]:
    """The places after gaps at which something else begins, in order.

    >>> (
    ...     gap_ends("輕鬆安裝 一秒安裝，不用工具"),
    ...     gap_ends("外型設計，完美匹配 手套箱。"),
    ...     gap_ends("專為 K2 煥新版 後行李箱設計"),
    ... )
    ([5], [], [])
    """
    ends: list[int] = []
    start = 0
    for gap in _GAP.finditer(line):
        before = line[start : gap.start()]
        inside = line[gap.start() - 1] in "、，：；（"
        framed = _OPENED.search(before[-40:]) and _CLOSES.match(line, gap.end())
        if inside or framed or _REST.match(line, gap.end()):
            continue
        ends.append(gap.end())
        start = gap.end()
    return ends
