"""What may be wished of a sentence: a closed set that needs no model, in three languages."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache

from assistant.schema import LANGS, Lang

# A wish is a phrase; whoever has more to say edits the sentence.
WISH_CHARS = 300


class Wish(StrEnum):
    """What the built-in writer understands, too. A free wish needs a model."""

    SHORTER = "shorter"
    LONGER = "longer"
    NO_COMPARISON = "no-comparison"
    OTHER_COMPARISON = "other-comparison"
    PLAINER = "plainer"


_SAID: dict[Wish, dict[Lang, str]] = {
    Wish.SHORTER: {"en": "Shorter", "zh-Hans": "短一点", "zh-Hant": "短一點"},
    Wish.LONGER: {"en": "Longer", "zh-Hans": "长一点", "zh-Hant": "長一點"},
    Wish.NO_COMPARISON: {"en": "Without comparison", "zh-Hans": "不作比较", "zh-Hant": "不作比較"},
    Wish.OTHER_COMPARISON: {"en": "Another comparison", "zh-Hans": "换个比较", "zh-Hant": "換個比較"},
    Wish.PLAINER: {"en": "Plainer", "zh-Hans": "平实一点", "zh-Hant": "平實一點"},
}
# The same, as people type it.
_TYPED: dict[Wish, str] = {
    Wish.SHORTER: "short|make it shorter|shorten|shorten it|more concise|briefer|更短|更短一点|再短一点|短一些|短点|简短|"
    "简短一点|精简|精简一点|更短一點|再短一點|短點|簡短|簡短一點|精簡|精簡一點",
    Wish.LONGER: "long|make it longer|lengthen|lengthen it|more detail|more detailed|更长|更长一点|再长一点|长一些|长点|详细一点|"
    "更详细|更長|更長一點|再長一點|長一些|長點|詳細一點|更詳細",
    Wish.NO_COMPARISON: "no comparison|without a comparison|without the comparison|drop the comparison|no comparisons|"
    "不比较|不要比较|去掉比较|不打比方|不用比喻|不比較|不要比較|拿掉比較|不用比方",
    Wish.OTHER_COMPARISON: "other comparison|a different comparison|different comparison|new comparison|换一个比较|换比较|"
    "另一个比较|换个比方|換一個比較|換比較|另一個比較|換個比方",
    Wish.PLAINER: "plain|simpler|simple|more matter-of-fact|make it plainer|make it simpler|朴实一点|朴素一点|平实|平实些|简单一点|"
    "直白一点|樸實一點|樸素一點|平實|平實些|簡單一點|直白一點",
}


def say_wish(wish: Wish, lang: Lang) -> str:
    """A wish in a word or two, as it is offered.

    >>> [say_wish(Wish.SHORTER, lang) for lang in ("en", "zh-Hans", "zh-Hant")]
    ['Shorter', '短一点', '短一點']
    """
    return _SAID[wish][lang]


def find_wish(text: str) -> Wish | None:
    """The wish of the closed set that a text is, in whichever language; None for a free one, and for none.

    >>> find_wish("Make it shorter!"), find_wish("換個比較。"), find_wish("mention the commute")
    (<Wish.SHORTER: 'shorter'>, <Wish.OTHER_COMPARISON: 'other-comparison'>, None)
    """
    return _known().get(_bare(text))


@cache
def _known() -> dict[str, Wish]:
    known = {_bare(say_wish(wish, lang)): wish for wish in Wish for lang in LANGS}
    known |= {_bare(typed): wish for wish, every in _TYPED.items() for typed in every.split("|")}
    return known | {_bare(wish.value): wish for wish in Wish}


def _bare(text: str) -> str:
    """Letters alone: blanks, hyphens and full stops make no other wish, nor does a word of politeness."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(char for char in folded if char.isalnum())
    for word in ("please", "请", "請"):
        bare = bare.removeprefix(word).removesuffix(word)
    return bare
