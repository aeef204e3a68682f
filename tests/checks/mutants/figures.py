"""A small reader of figures for the oracle: numerals and units by closed tables, nothing of the product's own reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.schema import Lang

# Dimension and factor of a unit by what stands in a text; the longest that fits is taken.
_EN = {
    "mass": {"g": 1, "grams": 1, "gram": 1, "kg": 1000, "tonnes": 10**6, "t": 10**6, "mg": Fraction(1, 1000)},
    "time": {"seconds": 1, "s": 1, "min": 60, "minutes": 60, "minute": 60, "hours": 3600, "hour": 3600, "h": 3600, "days": 86400, "weeks": 604800, "months": 2629746, "years": 31556952},
    "length": {"mm": 1, "cm": 10, "m": 1000, "metres": 1000, "km": 10**6, "ft": Fraction(3048, 10), "inches": Fraction(254, 10), "miles": 1609344},
    "speed": {"m/s": 36, "metres per second": 36, "km/h": 10, "mph": Fraction(1609344, 100000)},
    "volume": {"mL": 1, "ml": 1, "L": 1000, "litres": 1000, "liters": 1000},
    "sound": {"dB(A)": 1, "decibels": 1, "dB": 1},
    "power": {"W": 1, "kW": 1000, "watts": 1},
    "money": {"USD": 1},
    "data": {"GB": 1, "TB": 1000, "MB": Fraction(1, 1000)},
    "share": {"%": 1},
}  # fmt: skip
_ZH = {
    "mass": {"克": 1, "公克": 1, "公斤": 1000, "千克": 1000, "kg": 1000, "g": 1, "吨": 10**6, "公噸": 10**6, "毫克": Fraction(1, 1000)},
    "time": {"秒": 1, "分钟": 60, "分鐘": 60, "小时": 3600, "小時": 3600, "个小时": 3600, "個小時": 3600, "天": 86400, "个月": 2629746, "個月": 2629746, "年": 31556952},
    "length": {"毫米": 1, "公釐": 1, "厘米": 10, "公分": 10, "米": 1000, "公尺": 1000, "公里": 10**6, "千米": 10**6, "英寸": Fraction(254, 10), "吋": Fraction(254, 10)},
    "speed": {"米/秒": 36, "公尺/秒": 36, "公里/小时": 10, "公里/小時": 10},
    "volume": {"毫升": 1, "升": 1000, "公升": 1000},
    "sound": {"分贝": 1, "分貝": 1, "dB(A)": 1},
    "power": {"瓦": 1, "千瓦": 1000},
    "money": {"元": 1},
    "data": {"GB": 1, "TB": 1000},
    "share": {"%": 1},
}  # fmt: skip
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
}  # fmt: skip
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,:/#-])\d[\d,]*(?:\.\d+)?(?![\d:])"
    r"|(?<![A-Za-z-])(?:" + "|".join(word for word in _WORDS if word.isascii()) + r")(?![A-Za-z])"
    r"|(?<![零一二两兩三四五六七八九十百千万萬第周週])[两兩三四五六七八九十](?![一二三四五六七八九十百千])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: the span of its numeral, of numeral with 万 and unit, its value, its unit if it has one."""

    start: int
    digits_end: int
    end: int
    value: Fraction
    dimension: str = ""
    factor: Fraction = Fraction(1)
    myriad: str = ""
    unit: str = ""

    @property
    def size(self) -> tuple[str, Fraction]:
        """What it measures, in the smallest unit of the table."""
        return self.dimension, self.value * self.factor


def units(lang: Lang) -> dict[str, dict[str, int | Fraction]]:
    """Units of a language by dimension, each with its factor."""
    return _EN if lang == "en" else _ZH  # type: ignore[return-value]


def _unit_at(text: str, at: int, lang: Lang) -> tuple[str, str, Fraction, int]:
    gap = re.match(r"[ -]?", text[at:])
    at += len(gap[0]) if gap else 0
    best = ("", "", Fraction(1), at)
    for name, table in units(lang).items():
        for word, factor in table.items():
            end = at + len(word)
            cut = (
                word[-1].isascii()
                and word[-1].isalpha()
                and text[end : end + 1].isascii()
                and text[end : end + 1].isalpha()
            )
            if text.startswith(word, at) and not cut and len(word) > len(best[1]):
                best = (name, word, Fraction(factor), end)
    return best


def find_figures(text: str, lang: Lang) -> Iterator[Figure]:
    """Numbers with what follows them, by position."""
    for match in _NUMBER.finditer(text):
        written = match[0].lower().replace(",", "")
        value = Fraction(written) if written[0].isdigit() else Fraction(_WORDS[written])
        at, myriad = match.end(), ""
        if text[at : at + 1] in _MYRIADS:
            myriad = text[at]
            value, at = value * _MYRIADS[myriad], at + 1
        name, unit, factor, end = _unit_at(text, at, lang)
        if text[match.start() - 1 : match.start()] == "$":
            name, unit, factor, end = "money", "", Fraction(1), at
        if not name and not written[0].isdigit() and text[at : at + 1] not in "倍只隻架种種 ":
            continue
        yield Figure(match.start(), match.end(), end if name else at, value, name, factor, myriad, unit)
