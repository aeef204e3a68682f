"""Why a line that a model read out of a page is not taken, in the words that a person is shown."""

from __future__ import annotations

from typing import Literal

from assistant.schema import LANGS, Lang

Why = Literal[
    "empty", "long", "missing", "number", "unit", "glued", "cut", "limits", "negated", "label", "bare", "order",
    "praise", "kind", "twice", "many", "unread", "language",
]  # fmt: skip

SAID: dict[Why, tuple[str, str, str]] = {
    "empty": ("It holds no words.", "没有文字。", "沒有文字。"),
    "long": (
        "It is longer than a fact may be.",
        "超过了一条事实的长度。",
        "超過一項事實的長度。",
    ),
    "missing": (
        "It does not stand on the page in these words.",
        "页面上没有这句话的原文。",
        "頁面上沒有這句話的原文。",
    ),
    "number": (
        "“{what}” does not stand there.",
        "原文里没有“{what}”这个数字。",
        "原文裡沒有「{what}」這個數字。",
    ),
    "unit": (
        "The page does not have “{what}”: the number stands there with another unit.",
        "页面上没有“{what}”，这个数字用的是别的单位。",
        "頁面上沒有「{what}」，這個數字用的是別的單位。",
    ),
    "glued": (
        "It is put together out of several places.",
        "由几处文字拼成。",
        "由幾處文字拼成。",
    ),
    "cut": ("It cuts a word or a figure in two.", "把一个词或一个数字截断了。", "把一個詞或一個數字截斷了。"),
    "limits": (
        "“{what}” reads otherwise where it stands: words that belong to it are left out.",
        "“{what}”在原文里不是这个意思，漏了限定它的词。",
        "「{what}」在原文裡不是這個意思，漏了限定它的字眼。",
    ),
    "negated": (
        "The page says “not” beside it.",
        "原文在它旁边有否定的意思。",
        "原文在它旁邊有否定的意思。",
    ),
    "label": (
        "“{what}” is not what stands before it.",
        "它前面写的不是“{what}”。",
        "它前面寫的不是「{what}」。",
    ),
    "bare": ("A figure that is of nothing.", "只有数字，没说是什么的。", "只有數字，沒說是什麼的。"),
    "order": (
        "It stands in words that give orders to a model.",
        "出自对模型下指令的文字。",
        "出自對模型下指令的文字。",
    ),
    "praise": ("It says nothing but praise.", "只有自夸，没有事实。", "只有自誇，沒有事實。"),
    "kind": ("“{what}” is no kind of fact.", "没有“{what}”这个种类。", "沒有「{what}」這個種類。"),
    "twice": ("It is said already.", "已经有了。", "已經有了。"),
    "many": ("More than {what} are not taken.", "最多取{what}条。", "最多取{what}筆。"),
    "unread": (
        "Not read: a page is at most {what} characters.",
        "没有读到：一页最多{what}个字符。",
        "沒有讀到：一頁最多{what}個字元。",
    ),
    "language": ("It is in another language than the page.", "和页面不是同一种语言。", "和頁面不是同一種語言。"),
}


class UnfitError(ValueError):
    """A line that is not taken: `why`, and `what` in it is at fault, "" where it is all of it."""

    def __init__(self, why: Why, what: str = "") -> None:
        super().__init__(why)
        self.why, self.what = why, what


def say(unfit: UnfitError, lang: Lang) -> str:
    """The reason as a sentence.

    >>> say(UnfitError("number", "900"), "en")
    '“900” does not stand there.'
    """
    return fill(SAID[unfit.why], unfit.what, lang)


def fill(said: tuple[str, str, str], what: str, lang: Lang) -> str:
    """A reason in a language, with what is at fault in its place."""
    # Replaced, not formatted: braces of a page are no fields.
    return said[LANGS.index(lang)].replace("{what}", what)
