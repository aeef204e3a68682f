"""Finds the next number of a text and reads it: digits (`digits`), English words (`words`), Chinese numerals (`hanzi`).

Works on folded text (`normal.fold`). Everything is linear: each pattern has bounded repeats, and whatever it consumes
is never read again.
"""

from __future__ import annotations

import re

from assistant.quantities.digits import DIGITS, VULGAR, digits_at
from assistant.quantities.hanzi import chinese_at, myriads_at
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num, Value
from assistant.quantities.numerals_zh import LETTERS
from assistant.quantities.words import FIRST, INITIALS, words_at
from assistant.schema import Lang

__all__ = ["Num", "Value", "find_start", "number_at"]

_V = "".join(VULGAR)
_START = {
    "en": lazy(rf"{DIGITS}|[{_V}]|\.(?=[0-9])(?<![0-9A-Za-z.]\.)|\b(?=[{INITIALS}]){FIRST}(?![A-Za-z])", re.IGNORECASE),
    # A set of characters in front lets the search skip what no number starts with.
    "zh": lazy(
        rf"[.0-9{_V}{LETTERS}半](?:(?<=[0-9])[0-9]*(?:[.,][0-9]+){{0,8}}|(?<=\.)(?<![0-9A-Za-z.]\.)(?=[0-9])|(?<![.0-9]))"
    ),
}


def start_pattern(lang: Lang) -> re.Pattern[str]:
    """What a number may start with."""
    return _START["en" if lang == "en" else "zh"]


def find_start(text: str, at: int, lang: Lang) -> int:
    """Where the next number may start, or -1."""
    match = start_pattern(lang).search(text, at)
    return match.start() if match else -1


def number_at(text: str, at: int, lang: Lang, original: str, end: int = 0) -> Num | None:
    """The number that starts at `at`, or None; `end` is where its digits end, if `start_pattern` has matched there."""
    char = text[at]
    if "0" <= char <= "9" or char in VULGAR:
        number = digits_at(text, at, original, end)
        if number is not None and lang != "en":
            myriads_at(text, number)
        return number
    if char == "." and text[at + 1 : at + 2].isdigit():
        return digits_at(text, at, original)
    return words_at(text, at) if lang == "en" else chinese_at(text, at)
