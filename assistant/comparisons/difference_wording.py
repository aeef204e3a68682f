"""How a difference is said: "600 mAh more, about 13% more", 多出600毫安时，约多13%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assistant.comparisons.numbers import decimal_text, times_text
from assistant.comparisons.rounding import Shown
from assistant.comparisons.wording import HEDGE, stated
from assistant.schema import Forms, Lang, Quantity
from assistant.units import render

_WEIGHT = ("weight", "重量", "净重", "淨重", "机身重", "機身重")
_THICK = ("thick", "厚")
# What a property is called when there is more or less of it: (more, less) in English, Simplified, Traditional.
_PLAIN = (("more", "less"), ("多", "少"), ("多", "少"))
_COUNTED = (("more", "fewer"), ("多", "少"), ("多", "少"))
_HEAVY = (("heavier", "lighter"), ("重", "轻"), ("重", "輕"))
_DEEP = (("thicker", "thinner"), ("厚", "薄"), ("厚", "薄"))
_DEAR = (("more", "less"), ("贵", "便宜"), ("貴", "便宜"))
_FAST = (("faster", "slower"), ("快", "慢"), ("快", "慢"))
_HIGH = (("higher", "lower"), ("高", "低"), ("高", "低"))
_OWN_UNIT = re.compile(r"[0-9][0-9,.]*( ?[^0-9]{1,8})")


@dataclass(frozen=True, slots=True)
class Gap:
    """What a difference says: the two figures, whether there is more of it now, the amount in a unit, its share.

    `share` is a percentage, or with `times` the multiple of what it was.
    """

    old: Quantity
    new: Quantity
    more: bool
    amount: Shown
    unit: str
    share: Shown | None
    times: bool


def percent_text(value: Fraction) -> str:
    """13%, 4.3%."""
    return f"{decimal_text(value)}%"


def _words(quantity: Quantity) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]]:
    attribute = (quantity.attribute or "").lower()
    if quantity.dimension == "mass" and any(word in attribute for word in _WEIGHT):
        return _HEAVY
    if quantity.dimension == "length" and any(word in attribute for word in _THICK):
        return _DEEP
    if quantity.dimension == "currency":
        return _DEAR
    if quantity.dimension in ("speed", "data_rate"):
        return _FAST
    if quantity.dimension in ("temperature", "sound_or_level", "frequency", "pressure"):
        return _HIGH
    return _COUNTED if quantity.unit == "count" else _PLAIN


def _amount_text(gap: Gap, lang: Lang) -> str:
    """The difference in the words that the specification has for its unit: 600毫安时 beside 5200毫安时."""
    value = gap.amount.value
    number = Decimal(value.numerator) / Decimal(value.denominator)
    hedge = HEDGE[lang][gap.amount.hedge]
    own = _OWN_UNIT.fullmatch(gap.new.text) if gap.unit == gap.new.unit != "count" else None
    if own is not None and lang != "en":
        return f"{hedge}{decimal_text(value).replace(',', '')}{own[1].lstrip()}"
    # A word ("hours") changes with its number, a sign (mAh, Mbit/s) does not.
    if own is not None and any(char.isupper() or char == "/" for char in own[1]):
        return f"{hedge}{decimal_text(value)}{own[1]}"
    return f"{hedge}{render(number, gap.unit, lang)}"


def difference_forms(gap: Gap, lang: Lang) -> Forms:
    """Noun phrase, clause and sentence of a difference; the amount first, then its share."""
    english, hans, hant = _words(gap.new)
    new, old, amount = stated(gap.new, lang), stated(gap.old, lang), _amount_text(gap, lang)
    if lang == "en":
        return _english(gap, new, old, amount, english[0 if gap.more else 1])
    word = (hans if lang == "zh-Hans" else hant)[0 if gap.more else 1]
    out = "多出" if word == "多" else word
    tail = _chinese_share(gap, word, lang)
    clause = f"比{old}{word}{amount}{tail}"
    space = " " if new[-1:].isascii() and new[-1:].isalnum() else ""
    return Forms(f"{out}{amount}{tail}", clause, f"{new}{space}{clause}。")


def _english(gap: Gap, new: str, old: str, amount: str, word: str) -> Forms:
    tail = ""
    if gap.share is not None:
        hedge = HEDGE["en"][gap.share.hedge]
        if gap.times:
            tail = f", {hedge}{times_text(gap.share.value, 'en')} as much"
        else:
            tail = f", {hedge}{percent_text(gap.share.value)} {word}"
    noun, clause = f"{amount} {word}{tail}", f"is {amount} {word} than {old}{tail}"
    return Forms(noun, clause, f"{new[:1].upper()}{new[1:]} {clause}.")


def _chinese_share(gap: Gap, word: str, lang: Lang) -> str:
    if gap.share is None:
        return ""
    hedge = HEDGE[lang][gap.share.hedge]
    if gap.times:
        was = "是原来的" if lang == "zh-Hans" else "是原來的"
        return f"，{was}{hedge}{times_text(gap.share.value, lang)}"
    return f"，{hedge}{word}{percent_text(gap.share.value)}"
