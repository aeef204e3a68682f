"""How a shown number is said in each language: "twice", "about four", 两倍, 一半."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from assistant.schema import Lang

_EN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_EN_SHARES = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third of",
    Fraction(2, 3): "two thirds of",
    Fraction(1, 4): "a quarter of",
    Fraction(3, 4): "three quarters of",
    Fraction(4, 5): "four fifths of",
    Fraction(1, 5): "a fifth of",
}
_ZH_SHARES = {
    Fraction(1, 2): "一半",
    Fraction(1, 3): "三分之一",
    Fraction(2, 3): "三分之二",
    Fraction(1, 4): "四分之一",
    Fraction(3, 4): "四分之三",
    Fraction(4, 5): "五分之四",
    Fraction(1, 5): "五分之一",
}


def decimal_text(value: Fraction) -> str:
    """A terminating fraction in digits, thousands separated: 1,200, 2.5."""
    whole = value.numerator // value.denominator
    if value.denominator == 1:
        return f"{whole:,}"
    return f"{float(value):,.10g}"


@lru_cache(maxsize=4096)
def count_text(value: Fraction, lang: Lang) -> str:
    """A number before a counted thing.

    >>> count_text(Fraction(4), "en"), count_text(Fraction(1200), "en"), count_text(Fraction(5, 2), "en")
    ('four', '1,200', 'two and a half')
    >>> count_text(Fraction(2), "zh-Hans"), count_text(Fraction(2), "zh-Hant"), count_text(Fraction(5, 2), "zh-Hans")
    ('两', '兩', '2.5')
    """
    if lang == "en":
        whole, rest = divmod(value, 1)
        if rest == Fraction(1, 2) and 1 <= whole < 10:
            return f"{_EN_WORDS[int(whole)]} and a half"
        return _EN_WORDS[int(value)] if rest == 0 and 1 <= value < 10 else decimal_text(value)
    if value == 2:
        return "两" if lang == "zh-Hans" else "兩"
    return _chinese_digits(value, lang)


def _chinese_digits(value: Fraction, lang: Lang) -> str:
    # Chinese copy counts in 万 from ten thousand on and writes no separators below.
    if value >= 10_000 and (value / 10_000 * 100).denominator == 1:
        return f"{decimal_text(value / 10_000).replace(',', '')}{'万' if lang == 'zh-Hans' else '萬'}"
    return decimal_text(value).replace(",", "")


@lru_cache(maxsize=4096)
def times_text(value: Fraction, lang: Lang) -> str:
    """A multiple before what is multiplied: "twice", "570 times", "one and a half times"; Chinese 2倍, 570倍, 1.5倍."""
    if lang == "en":
        return "twice" if value == 2 else f"{count_text(value, lang)} times"
    return f"{_chinese_digits(value, lang)}倍"


def share_text(value: Fraction, lang: Lang) -> str:
    """A share before ("a third of") or, in Chinese, after (三分之一) what is divided."""
    return _EN_SHARES[value] if lang == "en" else _ZH_SHARES[value]
