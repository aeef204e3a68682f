"""Whether the words around a number are true of it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from assistant.schema import Hedge, Lang

Said = Literal["", "about", "more than", "nearly", "at least", "up to", "less than"]

_WORDS: dict[Said, tuple[str, ...]] = {
    "about": (
        "about", "around", "roughly", "approximately", "approx.", "approx", "some", "circa", "ca.", "or so", "~", "～", "≈",
        "more or less", "call it", "somewhere around", "约", "約", "大约", "大約", "差不多", "大概", "将将", "左右", "约当", "約當", "约合", "約合", "大致",
    ),
    "more than": (
        "more than", "over", "above", "upwards of", "exceeding", "exceeds", "in excess of", "beyond", "greater than",
        "north of", "beats", "heavier than", "longer than", "faster than", "louder than", ">", "＞",
        "超过", "超過", "逾", "不止", "不只", "大于", "大於", "高于", "高於", "多于", "多於", "突破", "远超", "遠超", "超", "破",
    ),
    "nearly": (
        "nearly", "almost", "close to", "just under", "just short of", "not quite", "approaching", "just shy of",
        "近", "将近", "將近", "接近", "快要", "快到", "逼近", "快赶上", "快趕上", "直逼", "几乎", "幾乎",
    ),
    "at least": (
        "at least", "no less than", "not less than", "no fewer than", "a minimum of", "minimum", "≥", "as little as", "starting at",
        "不小于", "不小於", "至少", "不少于", "不少於", "起码", "起碼", "不低于", "不低於", "最少", "最低", "低至", "少说", "少說",
    ),
    "up to": (
        "up to", "at most", "no more than", "not more than", "a maximum of", "maximum", "as much as", "as many as", "as long as",
        "as fast as", "be as large as", "be as big as", "be as heavy as", "be as long as", "be as high as", "be as far as", "be as steep as", "within", "≤", "inside", "not exceeding",
        "最多", "最高", "最长", "最長", "最大", "至多", "不超过", "不超過", "高达", "高達", "可达", "可達", "长达", "長達",
        "多达", "多達", "不高于", "不高於", "最快", "最远", "最遠", "最亮", "最响", "最響", "重达", "重達",
    ),
    "less than": (
        "less than", "under", "below", "fewer than", "lighter than", "shorter than", "quieter than", "slower than", "<", "＜",
        "不到", "不足", "少于", "少於", "低于", "低於", "小于", "小於", "未满", "未滿", "不满", "不滿",
    ),
}  # fmt: skip
_AFTER: tuple[tuple[str, Said], ...] = (
    ("or so", "about"), ("approximately", "about"), ("or thereabouts", "about"), ("左右", "about"), ("上下", "about"),
    ("give or take", "about"), ("的样子", "about"), ("的樣子", "about"), ("起跳", "at least"), ("或更", "at least"), ("或以上", "at least"),
    ("or higher", "at least"), ("还多", "more than"), ("還多", "more than"), ("还要多", "more than"), ("還要多", "more than"),
    ("or more", "at least"), ("and up", "at least"), ("or longer", "at least"), ("minimum", "at least"), ("at least", "at least"),
    ("plus", "at least"), ("+", "at least"), ("or above", "at least"), ("以上", "at least"), ("起", "at least"),
    ("or less", "up to"), ("or under", "up to"), ("at most", "up to"), ("tops", "up to"), ("max", "up to"), ("or fewer", "up to"),
    ("以内", "up to"), ("以內", "up to"), ("以下", "up to"), ("之内", "up to"), ("之內", "up to"), ("封顶", "up to"),
    ("不到", "less than"), ("都不到", "less than"), ("还不到", "less than"), ("還不到", "less than"), ("开外", "more than"), ("開外", "more than"), ("有余", "more than"), ("有餘", "more than"),
    ("多", "more than"), ("余", "more than"), ("餘", "more than"), ("出头", "more than"), ("出頭", "more than"),
)  # fmt: skip
_AFTER_BY_FIRST = {
    first: tuple(pair for pair in _AFTER if pair[0][0] == first) for first in {word[0] for word, _ in _AFTER}
}
# What begins like a hedge after a number and is none.
_NOT_AFTER = (
    "起床",
    "起飞",
    "起飛",
    "起来",
    "起來",
    "多功能",
    "多种",
    "多種",
    "多媒体",
    "plus a",
    "plus the",
    "and up to",
    "起步",
)
_LINKS = (
    "要", "得", "需", "需要", "just", "only", "a mere", "a", "an", "the", "为", "為", "是", "有", "达", "達", "到", "只要", "只需", "仅", "僅", "只有", "只", "了", "能用", "可用", "可以用", "使用", "可以", "能", "用", "重", "高", "长", "長",
)  # fmt: skip
_BY_LENGTH = sorted(((word, said) for said, words in _WORDS.items() for word in words), key=lambda pair: -len(pair[0]))
_BY_LAST = {last: [pair for pair in _BY_LENGTH if pair[0][-1] == last] for last in {word[-1] for word, _ in _BY_LENGTH}}
# "spread over 8 hours", "as long as", "for the most part under" say where or when, not how much.
_NOT_BEFORE = ("spread over", "all over", "hand over", "come in under", "right under", "tucked under")
ABOUT = Fraction(5, 100)
# A bare number may differ from the exact one by what rounding to three figures does, no more.
BARE = Fraction(5, 1000)

# What follows from a fact's hedge: anything else in the text says more, or other, than the fact does.
_FOLLOWS: dict[Hedge, tuple[Said, ...]] = {
    "": ("", "about", "up to"),
    "about": ("about",),
    "up to": ("up to",),
    "at least": ("at least",),
    "more than": ("more than", "at least"),
    "less than": ("less than", "up to"),
    "nearly": ("nearly", "about", "less than"),
}


def hedge_before(text: str, start: int, lang: Lang) -> Said:
    """The hedge that stands right before a position; "" for none.

    >>> hedge_before("about 570 times", 6, "en"), hedge_before("是它的近3倍", 4, "zh-Hans")
    ('about', 'nearly')
    """
    return next(iter(_hedges_before(text, start)), "")


def _hedges_before(text: str, start: int) -> list[Said]:
    """Every hedge that stands before a position, nearest first: "up to about" gives about, up to."""
    before = text[max(0, start - 30) : start].lower().rstrip(" :：")
    told = _TOLD_BEFORE.search(before)
    if told:
        # 最长一整天（24小时）: the bracket says the same again.
        before = before[: told.start()].rstrip()
    found: list[Said] = []
    while True:
        hit = None if before.endswith(_NOT_BEFORE) else _ends_with_hedge(before)
        if hit is None:
            shorter = _without_link(before)
            if shorter is None or len(found) > 3:
                return found
            before = shorter
            continue
        found.append(hit[1])
        before = before[: -len(hit[0])].rstrip()


_TOLD_BEFORE = re.compile(r"(?:一整?[天晚夜周週年月]|\ban? (?:full |whole )?(?:hour|day|week|month|year))[(（]$")


def _ends_with_hedge(before: str) -> tuple[str, Said] | None:
    for word, said in _BY_LAST.get(before[-1:], ()):
        if before.endswith(word) and not (
            word[0].isascii() and word[0].isalpha() and before[-len(word) - 1 : -len(word)].isalpha()
        ):
            return word, said
    return None


_PROPERTY_OF = re.compile(
    r"(?:(?:the )?(?:combined |total )?(?:weight|height|length|width|size|area|volume|capacity|thickness|depth|diameter|charge|speed|light|brightness|power|pressure|force|price|cost|energy|electricity) of"
    r"|that of|what you(?:[’']d| would) get from|as (?:heavy|tall|high|wide|loud|big|large) as|equal to|equivalent to|the same as|as tall as a stack of|a stack of)$"
)


# 每年约少用25万度: the hedge stands before the verb.
_VERB_ZH = re.compile("(?:可以?|能)?(?:少[用排发發]|省|[节節]省|[减減][少排]|多用|发电?|發電?)(?:[了下掉]|到)?$")


def _without_link(before: str) -> str | None:
    named = _PROPERTY_OF.search(before[-40:])
    if named:
        return before[: -len(named[0])].rstrip()
    verb = _VERB_ZH.search(before[-6:])
    if verb:
        return before[: -len(verb[0])].rstrip()
    for link in _LINKS:
        if before.endswith(link) and not (link.isascii() and before[-len(link) - 1 : -len(link)].isalpha()):
            return before[: -len(link)].rstrip()
    return None


def hedge_after(text: str, end: int, lang: Lang) -> Said:
    """The hedge that Chinese sets after a number (左右, 多, 以上) or English as "or more"; "" for none."""
    after = text[end : end + 18].lower().lstrip(" )")
    if after.startswith(
        (", roughly", ", more or less", ", give or take", ", approximately", ", or so", "，左右", "，差不多", "，上下")
    ):
        return "about"
    if after.startswith(_NOT_AFTER) or (after[:1] == "+" and after[1:2].isdigit()):
        return ""
    for word, said in _AFTER_BY_FIRST.get(after[:1], ()):
        if after.startswith(word) and not (
            word[-1].isascii() and word[-1].isalpha() and after[len(word) : len(word) + 1].isalpha()
        ):
            # "24 cans plus ice" adds something else.
            return "" if word == "plus" and re.match(r"plus [a-z]", after) else said
    return ""


_PREDICATE = re.compile(
    "(?:最多|最高|最大)?(大约|大約|大概|大致上?|差不多|快赶上|快趕上|约合|約合|约|約|快到|超过|超過|接近|将近|將近|近|至少|不到|不足|几乎|幾乎|不止|最多)"
    "(?:就是|是|为|為|等于|等於|相当于|相當於|达到|達到|有|跟|和|与|與)?[^，。；、！？0-9]{0,30}的?$"
)


def hedge_of_predicate(before: str) -> Said:
    """The hedge that Chinese sets before what is multiplied: 约为它的570倍; "" for none.

    >>> hedge_of_predicate("速度大约是它的"), hedge_of_predicate("速度是它的")
    ('about', '')
    """
    found = _PREDICATE.search(before[-48:])
    return hedge_before(found[1], len(found[1]), "zh-Hans") if found else ""


def said_around(text: str, start: int, end: int, lang: Lang) -> tuple[Said, ...]:
    """All hedges before and after a number, nearest first, without repeats; empty for none.

    >>> said_around("up to about 8 hours", 12, 19, "en"), said_around("8小时以上", 0, 3, "zh-Hans")
    (('about', 'up to'), ('at least',))
    """
    after = hedge_after(text, end, lang) or _hedge_behind(text, start, end, lang)
    return tuple(dict.fromkeys([*_hedges_before(text, start), *([after] if after else [])]))


_WITH_ZH = re.compile("[和跟与與同及][^，。；、！？0-9]{0,2}$")
_ALIKE_EN = re.compile(
    r"[^.;!?0-9]{1,40} (?:weigh|hold|measure|cost|come to|is|are) (?:about|roughly|around) (?:the same|as much|that)\b|[^.;!?0-9]{1,40} and you(?:['’]re| are) (?:about|roughly|almost|nearly|just about) there\b"
)
# "300 metres: that's as far as it goes".
_FAR_AS = re.compile(
    r"(?::|,| –| —)? (?:that(?:['’]s| is) |and that(?:['’]s| is) )?as (?:far|long|much|high|loud|bright|hot) as (?:it|[A-Z]|the|this)"
)
_ALIKE_ZH = re.compile("[^，。；、！？0-9]{1,12}差不多")


def _hedge_behind(text: str, start: int, end: int, lang: Lang) -> Said:
    """The hedge that closes what is likened: 和6个网球差不多重; "" for none."""
    if lang == "en" and _FAR_AS.match(text, end):
        return "up to"
    if lang == "en":
        return "about" if _ALIKE_EN.match(text, end) else ""
    if not _WITH_ZH.search(text[max(0, start - 3) : start]):
        return ""
    return "about" if _ALIKE_ZH.match(text, end) else ""


def follows(known: Hedge, said: tuple[Said, ...]) -> bool:
    """Whether the hedges in a text say no more than the fact's own hedge does.

    >>> follows("up to", ()), follows("", ("about",)), follows("more than", ("at least",)), follows("", ("more than",))
    (False, True, True, False)
    """
    fine = _FOLLOWS[known]
    if known == "more than" and "more than" in said:
        # 最长可以超过87分钟: the longest is said to be more, as the fact does.
        said = tuple(one for one in said if one != "up to")
    if known in ("", "about") or "about" not in said:
        return all(one in fine for one in said or ("",))
    # "up to about 8 hours" for "up to 8 hours": the second hedge only softens.
    rest = tuple(one for one in said if one != "about")
    return all(one in fine for one in rest or ("about",))


def is_true(said: Said, shown: Fraction, exact: Fraction) -> bool:
    """Whether "`said` `shown`" is true of `exact`: about within 5 %, more than strictly below and within one step."""
    if said == "about":
        return abs(shown - exact) <= ABOUT * abs(exact)
    if said == "more than":
        return shown < exact and exact - shown <= step_of(shown)
    if said in ("nearly", "less than"):
        return shown > exact and shown - exact <= step_of(shown)
    if said == "at least":
        return shown <= exact and exact - shown <= step_of(shown)
    if said == "up to":
        return shown == exact
    return abs(shown - exact) <= BARE * abs(exact)


def rounds_to(said: tuple[Said, ...], shown: Decimal | Fraction, exact: Fraction) -> bool:
    """Whether a shown figure is the exact one rounded to the figures that it shows, with hedges that are true of it.

    >>> (
    ...     rounds_to(("about",), Decimal(13400), Fraction("13421.6")),
    ...     rounds_to(("about",), Decimal(13500), Fraction("13421.6")),
    ... )
    (True, False)
    """
    value, step = Fraction(shown), step_of(shown)
    moved = [one for one in said if one in ("more than", "nearly", "less than")]
    if moved:
        return all(is_true(one, value, exact) for one in moved) and abs(value - exact) <= ABOUT * abs(exact)
    limit = ABOUT if "about" in said else BARE
    return abs(value - exact) <= step / 2 and abs(value - exact) <= limit * abs(exact)


def step_of(shown: Decimal | Fraction) -> Fraction:
    """One step of the shown rounding: 1 for 3, 10 for 570, 1/10 for the decimal 2.5; a whole fraction for a share."""
    if isinstance(shown, Decimal):
        places = shown.as_tuple().exponent
        if isinstance(places, int) and places < 0:
            return Fraction(1, 10**-places)
        shown = Fraction(shown)
    if shown.denominator != 1:
        return Fraction(1, shown.denominator)
    digits = str(abs(shown.numerator))
    return Fraction(10 ** max(0, len(digits) - len(digits.rstrip("0"))))
