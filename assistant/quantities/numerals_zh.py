"""Reads Chinese numerals, Simplified and Traditional, plain and financial, mixed with digits.

Exact values only: 三分之一 is a `Fraction`, 一万零五十 a `Decimal`. 万 is 10^4, 亿 10^8, 兆 10^12 (as a numeral; in units
it is mega, which the unit tables know). 余, 多 and 几 inside a numeral are dropped: 十余万 is read as 100,000.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Value

DIGITS = {
    char: value
    for value, chars in enumerate(["零〇○", "一壹", "二两兩贰貳倆俩", "三叁叄仨", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"])
    for char in chars
}  # fmt: skip
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
LETTERS = "".join(DIGITS) + "".join(TENS) + "".join(MYRIADS)
MAX_LENGTH = 40

_SPACES = lazy(r"\s+")
_FRACTION = lazy(r"(?:(.+?)又)?(负|負|-)?(.+?)分之(.+)")
_VAGUE = lazy("(?<=[^点點])[余餘多几幾来來](?=[万萬亿億千百兆个個]|$)")
_NUMBER = lazy(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_CONSECUTIVE = {("一", "二"), ("一", "两"), ("一", "兩"), ("三", "五")} | {
    (a, b) for a, x in DIGITS.items() for b, y in DIGITS.items() if x >= 2 and y == x + 1
}


def _digits(text: str) -> Decimal | None:
    """A plain digit run (二〇二四, 2024, 1,050.5) or None."""
    if _NUMBER.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if text and all(char in DIGITS for char in text):
        return Decimal("".join(str(DIGITS[char]) for char in text))
    return None


def _tokens(text: str) -> list[str] | None:
    tokens, at = [], 0
    while at < len(text):
        match = _NUMBER.match(text, at)
        token = match[0] if match else text[at]
        if not match and token not in LETTERS:
            return None
        tokens.append(token)
        at += len(token)
    return tokens


def _whole(text: str) -> Decimal | None:
    """A numeral without sign, fraction or decimal point: 一千零五, 7万5千4百, 四百五, 一百零十万."""
    plain = _digits(text)
    if plain is not None:
        return plain
    tokens = _tokens(text)
    if not tokens:
        return None
    done: list[tuple[int, Decimal]] = []
    section, pending, last, zero = Decimal(0), None, 1, False
    for token in tokens:
        if token in MYRIADS:
            unit = MYRIADS[token]
            section += pending or 0
            while done and done[-1][0] < unit:
                section += done.pop()[1]
            if not section and done and done[-1][0] == unit:
                section = done.pop()[1]
            if not section:
                section = Decimal(1)
            done.append((unit, section * unit))
            section, pending, last, zero = Decimal(0), None, unit, False
        elif token in TENS:
            unit = TENS[token]
            times = Decimal(1) if pending is None or unit in (20, 30) else pending
            section += times * unit
            pending, last, zero = None, unit, False
        elif token in DIGITS and DIGITS[token] == 0:
            zero, pending = True, None
        else:
            if pending is not None:
                return None
            pending = Decimal(DIGITS[token]) if token in DIGITS else Decimal(token.replace(",", ""))
    if pending is not None:
        # 四百五 is 450 and 九万四 is 94000, but 四百零五 is 405 and 3万4000 is 34000.
        section += pending * (last // 10 if last >= 100 and not zero and pending < 10 else 1)
    return section + sum(value for _, value in done)


def _positive(text: str) -> Value | None:
    if text in ("半", "一半"):
        return Decimal("0.5")
    if text[-1:] in ("打",) and len(text) > 1:
        dozens = _positive(text[:-1])
        return None if dozens is None else dozens * 12
    if text[:1] == "半" and len(text) > 1:
        rest = _whole(text[1:])
        return None if rest is None else rest / 2
    whole, point, decimals = text.replace("點", "点").partition("点")
    if not point:
        return _whole(text)
    scale = 1
    while decimals and decimals[-1] in MYRIADS:
        scale *= MYRIADS[decimals[-1]]
        decimals = decimals[:-1]
    digits = "".join(str(DIGITS.get(char, char)) for char in decimals)
    left = _whole(whole) if whole else None
    if left is None or not digits.isdecimal():
        return None
    return (left + Decimal(f"0.{digits}")) * scale


@lru_cache(maxsize=4096)
def read_zh(surface: str) -> Value | None:
    """The value of a whole Chinese numeral, or None if the surface is none.

    >>> read_zh("六千二百万"), read_zh("3 万8 千2 百"), read_zh("负六十亿零三百零七万")
    (Decimal('62000000'), Decimal('38200'), Decimal('-6003070000'))
    >>> read_zh("三分之一"), read_zh("零点五"), read_zh("四百五"), read_zh("十余万"), read_zh("三明治")
    (Fraction(1, 3), Decimal('0.5'), Decimal('450'), Decimal('100000'), None)
    """
    text = _SPACES.sub("", surface)
    if not text or len(text) > MAX_LENGTH:
        return None
    text = _VAGUE.sub("", text)
    if text[0] in "负負-−":
        rest = read_zh(text[1:])
        return None if rest is None else -rest
    match = _FRACTION.fullmatch(text)
    if match is None:
        return _positive(text)
    whole = _positive(match[1]) if match[1] else Decimal(0)
    below, above = _positive(match[3]), read_zh(match[4])
    if whole is None or not below or above is None:
        return None
    ratio = Fraction(above) / Fraction(below)
    return Fraction(whole) + (-ratio if match[2] else ratio)


@lru_cache(maxsize=4096)
def read_span(surface: str) -> tuple[Value, Value | None] | None:
    """Low and high of a numeral; high only for a spoken range: 两三 is (2, 3), 七八十 (70, 80), 十七八 (17, 18).

    >>> read_span("两三"), read_span("七八十"), read_span("十七八"), read_span("二十")
    ((Decimal('2'), Decimal('3')), (Decimal('70'), Decimal('80')), (Decimal('17'), Decimal('18')), (Decimal('20'), None))
    """
    text = _SPACES.sub("", surface)
    for at in range(len(text) - 1):
        if (text[at], text[at + 1]) not in _CONSECUTIVE:
            continue
        around = (text[at - 1 : at] + text[at + 2 : at + 3]).strip()
        if around and any(char in DIGITS or char in "点點之" for char in around):
            continue
        low, high = read_zh(text[:at] + text[at] + text[at + 2 :]), read_zh(text[:at] + text[at + 1 :])
        if low is not None and high is not None:
            return low, high
    value = read_zh(text)
    return None if value is None else (value, None)
