"""Compounds of a larger and a smaller unit: 5 ft 10 in, 6'2", 2 h 30 min, 1米75, 50元6角, 15 dollars 50."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Value, plus, times
from assistant.quantities.numerals_en import read_en
from assistant.quantities.page import Page
from assistant.quantities.part import Part
from assistant.quantities.reading import next_part
from assistant.units import convert

_AND = lazy(r" ?(?:and )?(?=[0-9一二三四五六七八九十a-z])")
# The smaller unit that may continue a larger one without a joining word, and how many make it up.
SMALLER = {
    "foot": ("inch",), "pound": ("ounce",), "hour": ("minute",), "minute": ("second",), "meter": ("centimeter",),
    "USD": ("US_cent",), "chi_cn": ("cun_cn",), "CNY": ("CNY_jiao", "CNY_fen"), "degree": ("arcminute",), "stone": ("pound",),
    "jin": ("liang",), "tw_jin": ("tw_liang",), "gallon": ("quart",), "kilogram": (), "tw_chi": ("tw_cun",),
}  # fmt: skip
_PRIME = lazy(
    r"'(?: (?=[0-9]{1,2}(?:\.[0-9]{1,2}|[½¼¾])?(?:\"|'')))?([0-9]{1,2}(?:\.[0-9]+|[½¼¾])?)(?:\"|''|(?![0-9]))"
)
# The inches of "5ft 10", said by nothing but their place.
_BARE_INCHES = lazy(r" ?(1[01]|[0-9])(?= ?(?:$|[(),;&|\n]|and |tall|model|height))")
_JIAO = lazy(r"([0-9一二三四五六七八九])[角毛](?:([0-9一二三四五六七八九])分)?")
_CHI = lazy(r"([0-9一二三四五六七八九])(?:寸)?(?![0-9一-鿿]|\.)|([0-9一二三四五六七八九])寸")
_METER = lazy(r"([0-9]{1,2}|[一二三四五六七八九])(?![0-9一-鿿.A-Za-z×x*%])")
_METER_ZH = lazy(r"([一二三四五六七八九]{1,2})(?![一二三四五六七八九十百千万米个件条])")
_MINUTES = lazy(r"([0-9]{1,2})分(?!之)")
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_DOLLARS = lazy(
    rf"(?: and)? ([0-9]{{2}}|(?:{_TENS})(?:[ -](?:{_UNITS}))?|one|two|five|ten)(?![0-9A-Za-z]|[.,][0-9])(?: cents?)?"
)
_ZH_DIGIT = {char: value for value, char in enumerate("一二三四五六七八九", 1)}


def read_compound(page: Page, part: Part) -> None:
    """Extends 5 ft 10 in, 6'2", 2 h 30 min, 1米75, 2尺3寸, 50元6角三分, 15 dollars 50 by the smaller unit."""
    if part.high is not None or part.unit not in SMALLER:
        return
    text, end = page.text, part.end
    if part.unit == "foot" and text[end - 1] == "'":
        prime = _PRIME.match(text, end - 1)
        if prime:
            figure = prime[1]
            extra: Value = Decimal(figure.rstrip("½¼¾") or 0) + Decimal(
                {"½": "0.5", "¼": "0.25", "¾": "0.75"}.get(figure[-1], "0")
            )
            part.low, part.unit, part.end = plus(times(part.low, 12), extra), "inch", prime.end()
        return
    if page.lang != "en" and _chinese_compound(page, part):
        return
    if part.unit in ("USD",) and page.lang == "en" and _dollars(page, part):
        return
    bare = _BARE_INCHES.match(text, end) if part.unit == "foot" and page.lang == "en" else None
    if bare and part.number.form == "plain" and part.low == int(part.low):
        part.low, part.unit, part.end = plus(times(part.low, 12), Decimal(bare[1])), "inch", bare.end()
        return
    match = _AND.match(text, end)
    other = next_part(page, match.end()) if match else None
    if other is None or other.unit is None or other.high is not None or other.unit not in SMALLER[part.unit]:
        return
    step = convert(1, part.unit, other.unit)
    if other.low < 0 or other.low >= step or part.low != int(part.low):
        return
    if part.unit == "USD":
        part.low, part.end = plus(part.low, times(other.low, Decimal("0.01"))), other.end
        return
    part.low, part.unit, part.end = plus(times(part.low, int(step)), other.low), other.unit, other.end
    if part.unit == "minute":
        read_compound(page, part)


def _dollars(page: Page, part: Part) -> bool:
    if (
        page.text[part.number.start - 1 : part.number.start] == "$"
        or part.low != int(part.low)
        or " and " in page.text[part.start : part.end]
    ):
        return False
    match = _DOLLARS.match(page.text, part.end)
    cents = read_en(match[1]) if match else None
    following = next_part(page, match.start(1)) if match else None
    if following and following.unit not in (None, "US_cent"):
        return False
    if match is None or cents is None:
        return False
    part.low, part.end = plus(part.low, times(cents, Decimal("0.01"))), match.end()
    return True


def _figure(char: str) -> int:
    return _ZH_DIGIT.get(char) or int(char)


def _chinese_compound(page: Page, part: Part) -> bool:
    text, end = page.text, part.end
    if part.unit in ("CNY", "TWD", "HKD"):
        match = _JIAO.match(text, end)
        if match:
            fen = 10 * _figure(match[1]) + (_figure(match[2]) if match[2] else 0)
            part.low = plus(part.low, Decimal(fen) / 100)
            part.end = match.end()
        return True
    if part.unit in ("chi_cn", "tw_chi"):
        match = _CHI.match(text, end)
        if match:
            part.low, part.end = plus(part.low, Decimal(_figure(match[1] or match[2])) / 10), match.end()
        return True
    if part.unit == "meter" and text[end - 1] == "米":
        match = _METER.match(text, end) or (_METER_ZH.match(text, end) if part.number.kind == "zh" else None)
        if match:
            digits = "".join(str(_figure(char)) for char in match[1])
            part.low, part.end = plus(part.low, Decimal("0." + digits)), match.end()
            return True
    if part.unit == "hour":
        match = _MINUTES.match(text, end)
        if match and int(match[1]) < 60:
            part.low, part.unit, part.end = plus(times(part.low, 60), Decimal(int(match[1]))), "minute", match.end()
            return True
    return False
