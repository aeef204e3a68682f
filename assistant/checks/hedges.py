"""Whether the word before a number is true of it."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from assistant.schema import Lang

Said = Literal["", "about", "more than", "nearly", "at least", "up to", "less than"]

_WORDS: dict[Said, tuple[str, ...]] = {
    "about": ("about", "around", "roughly", "approximately", "some", "~", "≈", "约", "約", "大约", "大約", "差不多", "大概"),
    "more than": ("more than", "over", "above", "超过", "超過", "逾", "不止", "不只"),
    "nearly": ("nearly", "almost", "close to", "近", "将近", "將近", "接近", "快要"),
    "at least": ("at least", "no less than", "至少", "不少于", "不少於", "起码", "起碼"),
    "up to": ("up to", "at most", "no more than", "最多", "最高", "最长", "最長", "最大", "至多", "不超过", "不超過"),
    "less than": ("less than", "under", "below", "不到", "不足", "少于", "少於", "低于", "低於"),
}
_LINKS = ("为", "為", "是", "有", "达", "達", "到", "just ", "only ", "只要", "只需", "仅", "僅", "only")
_BY_LENGTH = sorted(((word, said) for said, words in _WORDS.items() for word in words), key=lambda pair: -len(pair[0]))
ABOUT = Fraction(5, 100)
# A bare number may differ from the exact one by what rounding to three figures does, no more.
BARE = Fraction(5, 1000)


def hedge_before(text: str, start: int, lang: Lang) -> Said:
    """The hedge that stands right before a position; "" for none.

    >>> hedge_before("about 570 times", 6, "en"), hedge_before("是它的近3倍", 4, "zh-Hans")
    ('about', 'nearly')
    """
    before = text[max(0, start - 24) : start].lower().rstrip()
    for link in _LINKS:
        before = before.removesuffix(link.strip()).rstrip() if before.endswith(link.strip()) else before
    for word, said in _BY_LENGTH:
        if before.endswith(word) and not (word.isascii() and before[-len(word) - 1 : -len(word)].isalpha()):
            return said
    return ""


def hedge_after(text: str, end: int, lang: Lang) -> Said:
    """The hedge that Chinese sets after a number (左右, 多, 以上) or English as "or more"; "" for none."""
    after = text[end : end + 8].lower().lstrip()
    if after.startswith(("左右", "上下", "or so")):
        return "about"
    if after.startswith(("多", "余", "餘")):
        return "more than"
    if after.startswith(("以上", "or more", "起")):
        return "at least"
    return ""


def is_true(said: Said, shown: Fraction, exact: Fraction) -> bool:
    """Whether "`said` `shown`" is true of `exact`: about within 5 %, more than strictly below and within one step."""
    if said == "about":
        return abs(shown - exact) <= ABOUT * abs(exact)
    if said == "more than":
        return shown < exact and exact - shown <= _step(shown)
    if said in ("nearly", "less than"):
        return shown > exact and shown - exact <= _step(shown)
    if said == "at least":
        return shown <= exact and exact - shown <= _step(shown)
    if said == "up to":
        return shown == exact
    return abs(shown - exact) <= BARE * abs(exact)


def _step(shown: Fraction) -> Fraction:
    """One step of the shown rounding: 1 for 3, 10 for 570, 1/2 for 2.5; a whole fraction for a share."""
    if shown.denominator != 1:
        return Fraction(1, shown.denominator)
    digits = str(abs(shown.numerator))
    return Fraction(10 ** max(0, len(digits) - len(digits.rstrip("0"))))
