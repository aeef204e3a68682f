"""Sentences that lean on the one before them: without it they point at nothing."""

from __future__ import annotations

import re

from assistant.schema import Lang

# A sentence too many is lost more easily than one that points at nothing is forgiven: the lists are wide.
_BACK_EN = re.compile(
    r"[“\"‘'(]?(?:(?:That|This|These|Those|Which|So|And|But|Yet|Or|Nor|Also|Plus|Then|Both|Neither|Either|Such|Same|Hence"
    r"|Thus|Therefore|Still|Instead|Otherwise|Meanwhile|They|Them|Enough|Too|Roughly|Nearly|Almost|However|Or rather)\b"
    r"|(?:It|You|There)(?:['’](?:s|re|ll))? (?:\w+ )?(?:also|too|therefore|then|even)\b"
    r"|It['’]s (?:about|roughly|nearly|almost|like|enough|why|how|because)\b"
    r"|(?:As a result|In other words|Because of|The same|The other|The rest|The second|The result|The difference"
    r"|(?:At|By|With|In|On|For|From|After|Over|To) (?:that|this|those|these|it)|By comparison|For comparison|Compare that|Put another way|To put|More than that|Better still|Even so|Not that)\b)"
)
_BACK_HANS = re.compile(
    "[“（]?(?:(?:按|照|以|用|靠|有了)?这|那(?!里|么大)|它?[还也]|它就|而且|并且|而|所以|因此|因而|于是|同时|此外|另外|再说|相当于|差不多|等于|也就是|换句话说|换算|但|可是"
    "|不过|然而|只是|其中|其他|其余|两者|二者|两样|同样|一样|够|足够|就是|就像|正好|刚好|结果|难怪|以此)"
)
_BACK_HANT = re.compile(
    "[「（]?(?:(?:按|照|以|用|靠|有了)?這|那(?!裡|麼大)|它?[還也]|它就|而且|並且|而|所以|因此|因而|於是|同時|此外|另外|再說|相當於|差不多|等於|也就是|換句話說|換算|但|可是"
    "|不過|然而|只是|其中|其他|其餘|兩者|二者|兩樣|同樣|一樣|夠|足夠|就是|就像|正好|剛好|結果|難怪|以此)"
)
_BACK: dict[Lang, re.Pattern[str]] = {"en": _BACK_EN, "zh-Hans": _BACK_HANS, "zh-Hant": _BACK_HANT}
_ON = re.compile(r"[?？:：][”’」』\"')）]*$")


def points_back(sentence: str, lang: Lang) -> bool:
    """Whether a sentence begins by taking up the one before it.

    >>> points_back("That is about a dozen eggs.", "en"), points_back("这意味着什么？", "zh-Hans")
    (True, True)
    >>> points_back("It weighs 13.8 kg.", "en")
    False
    """
    return _BACK[lang].match(sentence) is not None


def points_on(sentence: str) -> bool:
    """Whether a sentence ends by promising the next: a question, a colon.

    >>> points_on("How heavy is that?"), points_on("It is light.")
    (True, False)
    """
    return _ON.search(sentence) is not None
