"""Which of the three languages a text is written in."""

from __future__ import annotations

from collections import Counter
from functools import cache

from assistant.schema.nouns import Lang

# A guess needs a page, not a book.
ENOUGH = 4_000


@cache
def _only_in(char: str) -> Lang | None:
    """The script that a Chinese character stands in alone; None for one that both use, and for all others.

    GB 2312 (1980) and Big5 (1984) are the two scripts' own character sets: what one has and the other lacks is
    Simplified or Traditional only. 里 and 后 are in both: 公里 and 皇后 are Traditional too.
    """
    if not "\u4e00" <= char <= "\u9fff":
        return None
    simplified, traditional = _has("gb2312", char), _has("big5", char)
    if simplified == traditional:
        return None
    return "zh-Hans" if simplified else "zh-Hant"


def _has(charset: str, char: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def guess_lang(text: str) -> Lang:
    """The language a text is written in: by its Chinese characters, Simplified unless more are Traditional-only.

    >>> guess_lang("6000 m/s"), guess_lang("续航14小时"), guess_lang("續航14小時，輕便")
    ('en', 'zh-Hans', 'zh-Hant')
    """
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    if han * 10 < len(text.replace(" ", "")):
        return "en"
    scripts = Counter(_only_in(char) for char in text[:ENOUGH])
    return "zh-Hant" if scripts["zh-Hant"] > scripts["zh-Hans"] else "zh-Hans"


def other_script(char: str, lang: Lang) -> bool:
    """Whether a character stands only in the Chinese script that is not `lang`'s.

    >>> other_script("续", "zh-Hant"), other_script("續", "zh-Hans"), other_script("水", "zh-Hans")
    (True, True, False)
    """
    return _only_in(char) not in (None, lang)
