"""What stands beside a number: the word after its numeral, an end or a link, the name of its fact."""

from __future__ import annotations

import re

from assistant.checks.labels import families_in
from assistant.checks.mentions import content_words
from assistant.schema import Fact, Lang

_NUMERAL = re.compile(
    r"^(?:每(?:个|個)?[^0-9零一二两兩三四五六七八九十百千万萬亿億]{0,6})?"
    r"(?:[0-9][0-9.,\s]*|[零一二两兩三四五六七八九十百千万萬亿億点點](?![瓦克帕卡赫伏])|(?:[a-z]+[ -])*?(?:hundred|thousand|million|billion)\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?=[ -]))"
    r"(?:[0-9][0-9.,\s]*|[零一二两兩三四五六七八九十百万萬亿億点點]|千(?![瓦克帕卡赫伏])|[ -]?(?:hundred|thousand|million|billion)\b|[ -])*",
    re.IGNORECASE,
)
# What may follow a number that counts nothing: an end (a line's is one, without a mark), a link, a hedge.
_OPEN_EN = re.compile(
    r"[^\S\n]*(?:$|\n|[^\w\s%°$€£#/-]|(?:and|or|by|is|was|are|on|in|at|with|but|while|one|the|too|both|all|for|as|to the)\b)",
    re.IGNORECASE,
)
_OPEN_ZH = re.compile(
    r"[^\S\n]*(?:$|\n|[^\w\s%°$€£#/-]|[和与與跟或的是就吧呢啦哦]|[两兩三四]个?個?[数數]|起|以上|左右|上下|多|出[头頭]|到|至|或更)"
)


def unit_word(text: str) -> str:
    """What stands after the numeral of a figure, without its plural: "度" in 25 萬度, "degree" in "360 degrees".

    >>> unit_word("2億2千萬度電"), unit_word("360 degrees"), unit_word("7912.00"), unit_word("1朵")
    ('度', 'degree', '', '朵')
    """
    rest = _NUMERAL.sub("", text.strip(), count=1).strip(" -")
    rest = rest[:-1] if len(rest) > 3 and rest.isascii() and rest.endswith("s") else rest
    return rest[:1] if rest in ("度電", "度电", "度水") else rest


def is_open(text: str, end: int, lang: Lang) -> bool:
    """Whether nothing that a number could count follows it: an end, a link or a hedge does."""
    return (_OPEN_EN if lang == "en" else _OPEN_ZH).match(text, end) is not None


def is_named(stretch: str, fact: Fact, lang: Lang) -> bool:
    """Whether a stretch names a fact by a word of its text or a family of its property."""
    if content_words(stretch, lang) & content_words(fact.text, lang):
        return True
    families = {name for name, _, _ in families_in(fact.text, lang)}
    return any(name in families for name, _, _ in families_in(stretch, lang))
