"""Numerals: digits of every habit, English words, Chinese characters."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.quantities import read_numeral
from assistant.quantities.numerals_en import read_en
from assistant.quantities.numerals_zh import read_span, read_zh

ENGLISH = [
    ("forty-two", 42), ("one hundred and seven", 107), ("two thousand and ten", 2010), ("a hundred", 100),
    ("three and a half", "3.5"), ("five eighths", "0.625"), ("a quarter million", 250000), ("half a dozen", 6),
    ("four dozen", 48), ("one million and a half", 1500000), ("six point oh", None), ("six point two five", "6.25"),
    ("minus twelve", -12), ("seven over eight", "0.875"), ("twelve hundred", 1200), ("two two", None), ("dozen dozen", 144),
    ("first of all", None), ("one of them", None), ("", None), ("and", None), ("eleven thirty", None),
]  # fmt: skip
CHINESE = [
    ("三千五百万", 35000000), ("两万五", 25000), ("一百零五", 105), ("一百五", 150), ("十二", 12), ("二〇二四", 2024),
    ("七萬八千", 78000), ("壹仟贰佰", 1200), ("3万4000", 34000), ("1.5亿", 150000000), ("五十余万", 500000),
    ("零点七五", "0.75"), ("负八", -8), ("一万亿", 10**12), ("半百", 50), ("十打", 120), ("三明治", None), ("十分", None),
    ("万里", None), ("", None), ("亿" * 60, None), ("四 百 六 十", 460),
]  # fmt: skip
DIGITS = [
    ("1,500", 1500), ("1,24", "1.24"), ("1.300,5", "1300.5"), ("23,45,678.90", "2345678.90"), ("2 505 310 400", 2505310400),
    ("½", "0.5"), ("2 1/4", "2.25"), ("3/8", "0.375"), ("4.7x10^5", 470000), ("2e5", 200000), ("10k", 10000), ("2.5 M", 2500000),
    ("８６０", 860), ("−7", -7), ("2^10", 1024), (".5", "0.5"), ("1.2.3", None), ("1/0", None),
]  # fmt: skip


@pytest.mark.parametrize(("surface", "value"), ENGLISH)
def test_english_words_have_their_value(surface: str, value: int | str | None) -> None:
    assert read_numeral(surface, "en") == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("surface", "value"), CHINESE)
def test_chinese_numerals_have_their_value(surface: str, value: int | str | None) -> None:
    assert read_numeral(surface, "zh-Hans") == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("surface", "value"), DIGITS)
def test_digits_are_read_in_every_habit(surface: str, value: int | str | None) -> None:
    assert read_numeral(surface, "en") == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("surface", "value"),
    [("三分之一", Fraction(1, 3)), ("负一又二分之一", Fraction(-3, 2)), ("千分之八", Fraction(8, 1000))],
)
def test_chinese_fractions_are_exact(surface: str, value: Fraction) -> None:
    assert read_zh(surface) == value


@pytest.mark.parametrize(
    ("surface", "low", "high"),
    [("两三", 2, 3), ("七八十", 70, 80), ("三五", 3, 5), ("十七八", 17, 18), ("三四百", 300, 400)],
)
def test_two_neighbouring_digits_are_a_spoken_range(surface: str, low: int, high: int) -> None:
    assert read_span(surface) == (Decimal(low), Decimal(high))


_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def _in_english(n: int) -> str:
    if n < 20:
        return _SMALL[n]
    if n < 100:
        return _TENS[n // 10] + (f"-{_SMALL[n % 10]}" if n % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            joint = " and " if rest and rest < 100 else " "
            return _in_english(n // size) + f" {name}" + (joint + _in_english(rest) if rest else "")
    raise AssertionError


def _under_myriad(n: int) -> str:
    text, zero = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // place % 10
        if digit:
            text += ("零" if zero and text else "") + "零一二三四五六七八九"[digit] + name
            zero = False
        else:
            zero = True
    return text


def _in_chinese(n: int) -> str:
    high, low = divmod(n, 10**4)
    if not high:
        return _under_myriad(low)
    tail = ("零" if low < 1000 else "") + _under_myriad(low) if low else ""
    return _under_myriad(high) + "万" + tail


@given(st.integers(0, 10**12 - 1))
def test_every_spelled_whole_number_reads_back(number: int) -> None:
    assert read_en(_in_english(number)) == number


@given(st.integers(1, 10**8 - 1))
def test_every_chinese_whole_number_reads_back(number: int) -> None:
    assert read_zh(_in_chinese(number)) == number


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_a_decimal_with_thousands_separators_reads_back(number: Decimal) -> None:
    assert read_numeral(f"{number:,}", "en") == number


@given(st.text(max_size=60), st.sampled_from(["en", "zh-Hans", "zh-Hant"]))
def test_any_surface_has_a_value_or_none(surface: str, lang: str) -> None:
    value = read_numeral(surface, lang)
    assert value is None or isinstance(value, (Decimal, Fraction))
