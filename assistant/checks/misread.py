"""Where a reader of quantities takes a word for a unit, or stops short: 185两个数, 23 ping-pong balls, 两张半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from assistant.quantities import find_numbers
from assistant.schema import Lang, Quantity

_COUNTERS = "个個种種款样樣项項位组組张張条條只隻顆颗"
_AND_A_HALF = re.compile(
    r"(?P<n>[a-z]+|[0-9]+) and a half (?P<scale>hundred|thousand|million|billion|trillion)\b", re.IGNORECASE
)
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# 150和185两个数: the two is no unit of the one either.
_TWO_OF = re.compile(f"[^，。；！？两兩]{{1,12}}[两兩][{_COUNTERS}]")
_SMALL = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"两": 2, "兩": 2}
_HALF_MORE = re.compile("半(?![天夜年月价價路个個小径徑圆圓])")
_HOURS_AND = re.compile(
    "(?P<hours>[0-9]+|[一二两兩三四五六七八九十]+)(?:个|個)?(?:小[时時]|[钟鐘][头頭])(?:又|零|加上?|[和与與])?(?P<minutes>[0-9]+|[一二三四五六七八九十]+)分[钟鐘]?(?!之)"
)


def is_misread(text: str, quantity: Quantity) -> bool:
    """Whether what was taken for a unit belongs to the next word."""
    after = text[quantity.end : quantity.end + 1]
    if quantity.unit == "ping_area":
        return after == "-" and quantity.text.isascii()
    if quantity.unit != "liang":
        return False
    if quantity.text[-1] in "两兩":
        return after in _COUNTERS and after != ""
    return _TWO_OF.match(text, quantity.end) is not None


def mended(text: str, quantity: Quantity) -> Quantity:
    """A quantity with all of its number: "nine and a half million pounds", 两张半; mostly the quantity itself."""
    match = _AND_A_HALF.match(quantity.text)
    if match is not None:
        values = [Fraction(one.value) for one in find_numbers(match["n"], "en")]
        low = (Decimal(int(values[0])) + Decimal("0.5")) * _SCALES[match["scale"].lower()] if values else quantity.low
        return replace(quantity, low=low)
    if quantity.unit == "count" and quantity.high is None and _HALF_MORE.match(text, quantity.end):
        end = quantity.end + 1
        return replace(quantity, low=quantity.low + Decimal("0.5"), end=end, text=text[quantity.start : end])
    return quantity


def find_compound_times(text: str, lang: Lang) -> Iterator[Quantity]:
    """Hours and minutes told as one time, in minutes: 一小時又27分鐘; by position, none in English."""
    for match in _HOURS_AND.finditer(text) if lang != "en" else ():
        hours, minutes = (_whole(match[key], lang) for key in ("hours", "minutes"))
        if hours is not None and minutes is not None:
            yield Quantity(match[0], match.start(), match.end(), Decimal(hours * 60 + minutes), "minute", "time")


_TIMES = re.compile(
    "乘(?:以|上)?(?:[约約]|大约|大約)?(?P<n>[一二两兩三四五六七八九十])(?![一二三四五六七八九十百千万萬0-9])"
)


def find_multipliers(text: str, lang: Lang) -> Iterator[tuple[int, int, int]]:
    """What something is multiplied by, where it is written as a numeral of one character: 乘以五; span and value."""
    for match in _TIMES.finditer(text) if lang != "en" else ():
        yield (*match.span("n"), _SMALL[match["n"]])


def _whole(words: str, lang: Lang) -> int | None:
    if words.isascii():
        return int(words)
    if words in _SMALL:
        return _SMALL[words]
    return next((int(one.value) for one in find_numbers(words, lang)), None)
