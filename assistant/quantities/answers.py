"""What a doubtful figure could be written as, so that nothing is doubtful: answers to the question that its doubt asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.quantities.facts import find_facts
from assistant.schema import Lang, Market, Quantity
from assistant.units import render

MOST = 4
# How a figure may be meant, by the beginning of the doubt: {n} is its number as written. English, then Chinese; what a
# language would still doubt, or could not read, falls out when it is read again.
_MEANT: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("G alone", ("{n} GB", "{n} g", "{n} Gbit/s", "{n} Gbit"), ("{n}GB", "{n}克", "{n}公克", "{n}Gbps")),
    ("'ps'", ("{n} metric horsepower", "{n} picoseconds"), ("{n}马力", "{n}馬力", "{n}皮秒")),
    ("'$' is", ("US${n}", "NT${n}", "HK${n}"), ("NT${n}", "US${n}", "HK${n}", "{n}美元")),
    ("'¥' may", ("{n} yen", "{n} yuan", "RMB {n}"), ("{n}元", "人民币{n}元", "人民幣{n}元", "{n}日元", "{n}日圓")),
    ("no currency", ("${n}", "€{n}", "£{n}"), ("{n}元", "{n}美元", "{n}日元", "{n}日圓", "人民幣{n}元")),
    ("no unit is named", ("{n} rpm",), ("{n}转/分", "{n}轉/分", "{n} rpm")),
    ("度", ("{n} °C", "{n} kWh"), ("{n}°C", "{n}千瓦时", "{n}千瓦時", "{n}立方米", "{n}立方公尺", "{n}%")),
    ("分 is", (), ("{n}分钟", "{n}分鐘", "{n}分之一")),
    ("寸 may", ("{n} inches",), ("{n}英寸", "{n}英吋", "{n}厘米", "{n}公分")),
    ("兆 alone", ("{n} Mbit/s", "{n} MB"), ("{n}Mbps", "{n}MB", "{n}MB/s")),
    ("块 is", (), ("{n}元", "{n}个", "{n}個")),
)
_NUMBER = re.compile(r"[0-9][0-9.,\u00a0 ]*[0-9]|[0-9]")

_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to settle a doubt: the figure as it would stand, and the whole text with it."""

    said: str
    text: str


def find_answers(text: str, quantity: Quantity, lang: Lang, market: Market | None = None) -> tuple[Answer, ...]:
    """The ways to write a doubtful quantity of a text, at most four: first as it was read, then as it may be meant.

    Each has been read again: nothing about it is doubtful any more, and it says another thing than those before it.
    Empty for a quantity without doubts, and where no other words help. Offsets of the quantity are those of the text.

    >>> from assistant.quantities import find_quantities
    >>> text = "Memory: 8G"
    >>> [answer.text for answer in find_answers(text, find_quantities(text)[0], "en")]
    ['Memory: 8 GB', 'Memory: 8 g', 'Memory: 8 Gbit/s', 'Memory: 8 Gbit']
    """
    if not quantity.doubts:
        return ()
    before = _doubted(text, lang, market)
    found: list[Answer] = []
    meant: set[tuple[object, ...]] = set()
    for said, start, end in _ways(text, quantity, lang, market):
        whole = f"{text[:start]}{said}{text[end:]}"
        read = [q for fact in find_facts(whole, lang, market) for q in fact.quantities]
        here = next((q for q in read if q.start < start + len(said) and q.end > start), None)
        if here is None or here.doubts or sum(bool(q.doubts) for q in read) >= before:
            continue
        same = (here.low, here.high, here.unit)
        if same not in meant:
            meant.add(same)
            found.append(Answer(said, whole))
    return tuple(found[:MOST])


def _doubted(text: str, lang: Lang, market: Market | None) -> int:
    return sum(bool(q.doubts) for fact in find_facts(text, lang, market) for q in fact.quantities)


def _ways(text: str, quantity: Quantity, lang: Lang, market: Market | None) -> Iterator[tuple[str, int, int]]:
    """What could stand there instead, and from where to where."""
    start, end = quantity.start, quantity.end
    written = _NUMBER.search(quantity.text)
    as_read = render(quantity.low, quantity.unit, lang)
    if quantity.high is not None:
        as_read = f"{quantity.low:f}–{render(quantity.high, quantity.unit, lang)}"
    for doubt in quantity.doubts:
        if "disagree" in doubt:
            yield from _one_of_two(text, quantity, lang, market)
        if doubt.startswith("its unit goes on"):
            rest = text[end:].split()[0]
            yield quantity.text, start, end + len(rest)
        if doubt.startswith("the text is cut off"):
            yield quantity.text, start, len(text)
        if " before it may belong to it" in doubt and (head := re.search(r"([0-9]+)\s$", text[:start])):
            yield f"{head[1]},{quantity.text}", head.start(), end
            # Words between them keep two figures apart.
            yield f"{head[1]}, {quantity.text}", head.start(), end
    yield as_read, start, end
    if written is None:
        return
    number = f"{quantity.low:f}" if {".", ","} & set(written[0]) else written[0]
    rest = quantity.text[written.end() :]
    if {".", ","} & set(written[0]):
        yield f"{quantity.text[: written.start()]}{number}{rest}", start, end
        if _GROUPED.fullmatch(written[0]):
            plain = written[0].replace(".", "").replace(",", "")
            yield f"{quantity.text[: written.start()]}{plain}{rest}", start, end
    for begins, english, chinese in _MEANT:
        if any(doubt.startswith(begins) for doubt in quantity.doubts):
            for way in english if lang == "en" else chinese:
                yield way.format(n=number), start, end


def _one_of_two(text: str, quantity: Quantity, lang: Lang, market: Market | None) -> Iterator[tuple[str, int, int]]:
    """Of two figures that disagree, one: the stretch of both, with its bracket, gives way to either."""
    found = [q for fact in find_facts(text, lang, market) for q in fact.quantities]
    place = next((at for at, q in enumerate(found) if q.start == quantity.start), None)
    if place is None:
        return
    pairs = [(found[at], found[at + 1]) for at in (place - 1, place) if 0 <= at < len(found) - 1]
    for one, other in pairs:
        if any("disagree" in doubt for doubt in one.doubts) and any("disagree" in doubt for doubt in other.doubts):
            opened = bool({"(", "（"} & set(text[one.end : other.start]))
            end = other.end + (opened and text.startswith((")", "）"), other.end))
            yield one.text, one.start, end
            yield other.text, one.start, end
