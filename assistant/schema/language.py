"""Which of the three languages a text is written in."""

from __future__ import annotations

from assistant.schema.nouns import Lang

# Pairs that stand in one script only, frequent enough to tell a text by. 里/裡 and 后/後 are not among them: 公里 and
# 皇后 are Traditional too.
_HANT = frozenset("這們來對時個說為國過還會學與電機開關種輕讓點動長體訊號無線應從實際樣選請買賣價質")
_HANS = frozenset("这们来对时个说为国过还会学与电机开关种轻让点动长体讯号无线应从实际样选请买卖价质")


def guess_lang(text: str) -> Lang:
    """The language a text is written in: by its Chinese characters, Simplified unless more are Traditional-only.

    >>> guess_lang("6000 m/s"), guess_lang("续航14小时"), guess_lang("續航14小時，輕便")
    ('en', 'zh-Hans', 'zh-Hant')
    """
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    if han * 10 < len(text.replace(" ", "")):
        return "en"
    hant = sum(char in _HANT and char not in _HANS for char in text)
    hans = sum(char in _HANS and char not in _HANT for char in text)
    return "zh-Hant" if hant > hans else "zh-Hans"


def other_script(char: str, lang: Lang) -> bool:
    """Whether a character stands only in the Chinese script that is not `lang`'s, as far as the frequent ones tell.

    >>> other_script("续", "zh-Hant"), other_script("續", "zh-Hans"), other_script("水", "zh-Hans")
    (True, True, False)
    """
    wrong, right = (_HANT, _HANS) if lang == "zh-Hans" else (_HANS, _HANT)
    return char in wrong and char not in right
