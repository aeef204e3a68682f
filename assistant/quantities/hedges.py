"""The words around a number: hedges (up to, about, 以上), statistics (rated, average, 最高) and what is measured."""

from __future__ import annotations

import re

from assistant.quantities.attributes_zh import NO_HEDGE
from assistant.quantities.lazy import lazy
from assistant.schema import Hedge, Lang, Statistic

_HEDGES_EN: tuple[tuple[str, Hedge], ...] = (
    (
        r"up ?to|as much as|as many as|as fast as|as long as|max(?:imum)?\.?(?: of)?|no more than|not more than|at most|≤|<=|not exceeding|within",
        "up to",
    ),
    (r"more than|over|above|exceed(?:s|ing)?|greater than|>|beyond|in excess of", "more than"),
    (
        r"at least|min(?:imum)?\.?(?: of)?|no less than|not less than|≥|>=|starting (?:at|from)|from only|as low as|as little as",
        "at least",
    ),
    (r"less than|under|below|<|fewer than", "less than"),
    (r"nearly|almost|close to|just under", "nearly"),
    (
        r"about|around|approx(?:\.|imately)?|roughly|some|circa|ca\.|(?<![A-Za-z0-9])(?<![VvAa] )~|≈|∼|an estimated|estimated",
        "about",
    ),
)
_HEDGES_ZH: tuple[tuple[str, Hedge], ...] = (
    ("高达|高達|可达|可達|最高|最大|最多|最长|最長|不超过|不超過|至多|≤|上限|达到|長達|长达|多达|多達", "up to"),
    ("超过|超過|逾|突破|大于|大於|高于|高於|>|破|超", "more than"),
    ("至少|最低|最少|最小|不低于|不低於|不少于|不少於|≥|起码|低至", "at least"),
    ("不到|不足|小于|小於|低于|低於|少于|少於|<|未满|未滿|以内仅", "less than"),
    ("近|接近|将近|將近", "nearly"),
    (
        f"(?<![{NO_HEDGE}])[约約](?:[合需有占]|(?:省[电電水]?[费費]?)|(?:等[于於]))?|大约|大約|左右|大概|(?<![A-Za-z0-9])(?<![VvAa] )~|≈|约为|約為",
        "about",
    ),
)
_AFTER_EN: tuple[tuple[str, Hedge], ...] = (
    (r" ?(?:or more|and up|and above|or above|minimum|min\.?(?![a-z])|\+(?![0-9 ]))", "at least"),
    (r" ?(?:or less|or under|or below|and below|max(?:imum|\.)?(?![a-z]))", "up to"),
)
_AFTER_ZH: tuple[tuple[str, Hedge], ...] = (
    ("以上|起(?![来來动動])|及以上|\\+(?![0-9])", "at least"),
    ("以下|以内|以內|之内|之內|内(?![存部置外])|內(?![存部置外])", "up to"),
    ("左右|上下", "about"),
    ("多|余|餘|开外", "more than"),
)


def _before(table: tuple[tuple[str, Hedge], ...], glue: str) -> re.Pattern[str]:
    return lazy("(?:" + "|".join(f"({words})" for words, _ in table) + f"){glue}$", re.IGNORECASE)


_EN = _before(_HEDGES_EN, r"(?: (?:a|an|the|about|just|only|around))? ?")
_ZH = _before(_HEDGES_ZH, r"(?:达|達|至|为|為|约|約|可达|是)?[ :：]?")
_POST_EN = lazy("|".join(f"({words})" for words, _ in _AFTER_EN), re.IGNORECASE)
_POST_ZH = lazy("|".join(f"({words})" for words, _ in _AFTER_ZH))

# "10+ hours", 2万+件: the sign stands inside.
_OPEN = lazy(r"[0-9万萬亿億kKM]\+(?! ?[0-9/-])")

_STATISTICS_EN: tuple[tuple[str, Statistic], ...] = (
    (r"\bmax(?:imum)?\b|\btop(?= +[a-z])|\bpeak\b|up ?to|highest|burst", "maximum"),
    (r"\baverage|\bavg\b|\bmean\b", "average"),
    (r"\btyp(?:ical(?:ly)?|\.)?\b|\busual", "typical"),
    # "Rated 4.7/5 by 300 buyers" and "Endurance rating 79h" are marks given, not what something is built for.
    (
        r"\brated\b(?! *(?:[0-9]|by\b))|\b(?:power|voltage|current|load|weight|pressure|input|output|motor) rating\b|\bnominal",
        "rated",
    ),
    (r"\bmin(?:imum)?\b|\bat least|\blowest", "minimum"),
)
_STATISTICS_ZH: tuple[tuple[str, Statistic], ...] = (
    (
        "最大|最高|峰值|尖峰|极限|極限|顶配|最长|最長|最快|上限|高达|高達|可达|可達|长达|長達|多达|多達|最多|最远|最遠",
        "maximum",
    ),
    ("平均|均值|日均|月均|年均|人均|周均|週均", "average"),
    ("典型|常规|常規|一般", "typical"),
    ("额定|額定|标称|標稱|公称", "rated"),
    ("最小|最低|最少|至少|低至|不低于|不低於", "minimum"),
)
_STAT_EN = lazy("|".join(f"({words})" for words, _ in _STATISTICS_EN), re.IGNORECASE)
_STAT_ZH = lazy("|".join(words for words, _ in _STATISTICS_ZH))
_STAT_OF_ZH = {word: statistic for words, statistic in _STATISTICS_ZH for word in words.split("|")}
# No English statistic is named without one of these.
_STAT_HINTS = lazy(
    r"max|min|top|peak|up ?to|highest|burst|average|avg|mean|typ|usual|rat(?:ed|ing)|nominal|at least|lowest"
)
# The end of the clause before: a comma or full stop only with a space or a Chinese character behind it.
_CLAUSE_END = lazy(
    "(?s:.*)(?:[;|()；。！？，、\n\r]|[.!?/](?=[ \n\u2e80-\U0010ffff])|,(?=[ \nA-Za-z\u2e80-\U0010ffff]))(?=.)"
)
# The ends of "max.", "avg.", "approx.": such a full stop ends no clause.
_ABBREVIATED = frozenset(["max", "min", "avg", "typ", "rox", "est"])
_HARD_ENDS = frozenset(";|()；。！？，、\n\r")
_LABEL_REACH = 14
# The last character of each hedge: most numbers have none before them, and one look tells.
_LAST_EN = frozenset("ofyhtxesrnalvdkgc.~≈∼≤≥<>=")
# Before a space: the last two letters of every hedge and of what may stand between it and the number.
_PAIRS_EN = frozenset(
    [*"to as ax um of an st ng er ve ed ds nd in at om ow ly ut ox me ca a. x. n. m. he am a".split(), " a"]
)
# The last words of the English hedges, and the words that may follow one.
_WORDS_EN = frozenset(
    (
        "to upto as max maximum of than most exceeding within over above exceed exceeds beyond least min minimum at from only"
        " under below nearly almost about around approx approximately roughly some circa ca estimated a an the just"
    ).split()
)
_SIGNS_EN = frozenset("~≈∼≤≥<>=")
_AFTER_START_EN = frozenset("oOaAmM+")
_AFTER_START_ZH = frozenset("以起及+之内內左上多余餘开")
_LAST_ZH = frozenset("达達大高多长長过過≤限逾破于於>超少低小≥码到足<满滿仅近约約右概~≈为為至是合省需有占于於费費电電水")


def hedge_of(text: str, start: int, end: int, lang: Lang) -> Hedge:
    """The hedge on the number at `start`:`end`, from the words right before or right after it; "" if none."""
    if lang == "en":
        if _may_hedge(text, start):
            match = _EN.search(text, start - 24 if start > 24 else 0, start)
            if match and match.lastindex:
                return _HEDGES_EN[match.lastindex - 1][1]
        if text.find("+", start + 1, end) > 0 and _OPEN.search(text, start, end):
            return "at least"
        following = text[end : end + 1]
        if (text[end + 1 : end + 2] if following == " " else following) in _AFTER_START_EN:
            match = _POST_EN.match(text, end)
            if match and match.lastindex:
                return _AFTER_EN[match.lastindex - 1][1]
        return ""
    # One sign or space may stand between the hedge and the number.
    if start and text[start - 2 if text[start - 1] in " :" and start > 1 else start - 1] in _LAST_ZH:
        match = _ZH.search(text, start - 8 if start > 8 else 0, start)
        if match and match.lastindex:
            return _HEDGES_ZH[match.lastindex - 1][1]
    if text.find("+", start + 1, end) > 0 and _OPEN.search(text, start, end):
        return "at least"
    if text[end : end + 1] in _AFTER_START_ZH:
        match = _POST_ZH.match(text, end)
        if match and match.lastindex:
            return _AFTER_ZH[match.lastindex - 1][1]
    return ""


def _may_hedge(text: str, start: int) -> bool:
    """Whether the last letters before an English number could end a hedge; one look spares most searches."""
    if not start:
        return False
    last = text[start - 1]
    if last != " ":
        return last in _LAST_EN
    pair = text[max(0, start - 3) : start - 1]
    if pair.lower() not in _PAIRS_EN:
        return pair[-1:] in _SIGNS_EN or not pair.isascii()
    # "cover 5 m" ends as "over 5 m" does.
    low = max(0, start - 20)
    word = text[max(low, text.rfind(" ", low, start - 1) + 1) : start - 1]
    return word.lower() in _WORDS_EN or not word.isalpha()


def statistic_of(clause: str, lang: Lang) -> Statistic:
    """The statistic that the words of the clause before a number name; the last one counts.

    >>> statistic_of("Top speed ", "en"), statistic_of("额定功率", "zh-Hans"), statistic_of("Weight ", "en")
    ('maximum', 'rated', 'unstated')
    """
    found: Statistic = "unstated"
    if lang != "en":
        words = _STAT_ZH.findall(clause)
        return _STAT_OF_ZH[words[-1]] if words else found
    if _STAT_HINTS.search(clause.lower()) or not clause.isascii():
        for match in _STAT_EN.finditer(clause):
            if match.lastindex:
                found = _STATISTICS_EN[match.lastindex - 1][1]
    return found


_STAT_AFTER = lazy(
    r" ?\((?:(typ(?:ical)?|典型值?)|(min(?:imum)?|最小值?)|(max(?:imum)?|peak|最大值?|峰值)|(rated|nominal|额定|額定)|(avg|average|平均))\.?\)",
    re.IGNORECASE,
)
_STATISTICS_AFTER: tuple[Statistic, ...] = ("typical", "minimum", "maximum", "rated", "average")


def statistic_after(text: str, end: int) -> Statistic:
    """The statistic in brackets right behind a number: "4,855 mAh (min.)".

    >>> statistic_after("5 Ah (typ.)", 4), statistic_after("5 Ah (2 cells)", 4)
    ('typical', 'unstated')
    """
    match = _STAT_AFTER.match(text, end)
    return _STATISTICS_AFTER[match.lastindex - 1] if match and match.lastindex else "unstated"


def clause_before(text: str, start: int, floor: int) -> str:
    """The words of the same clause before a number, at most 40 characters, not reaching back over `floor`."""
    low = start - 40 if start - floor > 40 else floor
    if low >= start or text[start - 1] in _HARD_ENDS or text[start - 1] == ",":
        return ""
    ended = _CLAUSE_END.match(text, low, start + 1)
    while (
        ended
        and text[ended.end() - 1] == "."
        and text[max(0, ended.end() - 4) : ended.end() - 1].lower() in _ABBREVIATED
    ):
        ended = _CLAUSE_END.match(text, low, ended.end() - 1)
    at = ended.end() if ended else low
    # A label just before the number names what is measured; an earlier one belongs to something else.
    colon = text.rfind(":", at, start - _LABEL_REACH - 1) if start - at > _LABEL_REACH else -1
    return text[max(at, colon + 1) : start]
