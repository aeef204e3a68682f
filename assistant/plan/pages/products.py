"""Pages that list several products: the one that the title names, or the first."""

from __future__ import annotations

import re

_PRICE_LINE = re.compile(r"^[¥￥$€£]?\s?\d[\d,.]*\s?(?:元|円|USD|EUR)?(?:起)?$")
_ENTRY = re.compile(r"^(?:[-*•]|\d{1,2}[.)])?[ ]*((?:[A-Z\d][\w&'’.]*[ ]){1,6}[A-Z\d][\w&'’.]*)[ ]+[-–—:]\s+\S.{60,}")
# As much of a line as shows that it is about a product of its own.
_ENTRY_CHARS = 400
_ZH_ENTRY = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.、])\s*([^\s：:，。]{3,20})\s*[：:—–-]\s*\S.{30,}")


def first_product(text: str, title: str) -> tuple[str, str, int]:
    """The text about one product, its name where the page gives it, and how many products the page lists.

    The text as it is, "" and 1 for a page about one product.
    """
    lines = [line.strip() for line in text.splitlines()]
    names = [name.strip() for name in re.split(r"\s/\s", title) if name.strip()]
    starts = [number for number, line in enumerate(lines) if line.strip() in names] if len(names) > 1 else []
    priced = _priced(lines)
    if len(priced) > len(starts):
        starts = priced
    if len(starts) < 2:
        starts = [
            number
            for number, line in enumerate(lines)
            if _ENTRY.match(line[:_ENTRY_CHARS]) or _ZH_ENTRY.match(line[:_ENTRY_CHARS])
        ]
        if len(starts) < 2 or len(starts) < len([line for line in lines if line.strip()]) * 0.6:
            return text, "", 1
        match = _ENTRY.match(lines[starts[0]][:_ENTRY_CHARS]) or _ZH_ENTRY.match(lines[starts[0]][:_ENTRY_CHARS])
        name = match[1].strip() if match else ""
        block = "\n".join(lines[starts[0] : starts[1]])
        return block[block.find(name) + len(name) :].lstrip(" -–—:："), name, len(starts)
    name = lines[starts[0]].strip()
    return "\n".join(lines[starts[0] + 1 : starts[1]]), name, len(starts)


def _priced(lines: list[str]) -> list[int]:
    """Where entries begin that each end in a line with a price and nothing else."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    prices = [number for number in filled if _PRICE_LINE.match(lines[number].strip())]
    if len(prices) < 2:
        return []
    starts = []
    before = -1
    for price in prices:
        entry = [number for number in filled if before < number < price]
        if not entry or len(entry) > 4 or len(lines[entry[0]].strip()) > 60:
            return []
        starts.append(entry[0])
        before = price
    return starts
