"""Every number expression of a text, with or without a unit: what a gate must trace before a text may leave.

Wider than `scan`: years, ordinal-free words (twice, half, a dozen), 两倍, 三分之一, 一半, 翻番, model numbers (kind "code").
Narrower than a word list: it knows where "one", "half", 一, 十 or 万 are no numbers (one of, 一起, 十分, 万一, 三明治, 24/7).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from assistant.quantities import alone, zh_units
from assistant.quantities.normal import fold
from assistant.quantities.num import Num, Value
from assistant.quantities.numbers import find_start, number_at
from assistant.quantities.numerals_en import SCALES, read_en
from assistant.quantities.numerals_zh import read_zh
from assistant.quantities.page import Page, open_page
from assistant.quantities.part import exact
from assistant.quantities.units_at import chinese_unit_at
from assistant.schema import Lang

NumberKind = Literal["plain", "percent", "multiple", "fraction", "year", "code", "vague"]

_LETTER = re.compile(r"(.*?[0-9]) ?(k|K|MM|mn|M|m|B|bn|G|T)$")
_IMPROPER = re.compile(r"([0-9]+) ([0-9]+)/([0-9]+)")
_SIGN = re.compile(r"^(?:minus|negative) |^- ?", re.IGNORECASE)


def read_numeral(surface: str, lang: str) -> Value | None:
    """The value of a surface that is one number expression and nothing else; None if it is not.

    >>> read_numeral("1.300,5", "en"), read_numeral("２０００万", "zh-hans"), read_numeral("three fifths", "en")
    (Decimal('1300.5'), Decimal('20000000'), Fraction(3, 5))
    """
    text = fold(surface).strip()
    if not text or len(text) > 200:
        return None
    if lang.lower() != "en":
        value = read_zh(text.replace(",", "") if not text.isascii() else text)
        if value is not None:
            return value
    sign = _SIGN.match(text)
    if sign:
        rest = read_numeral(text[sign.end() :], lang)
        return None if rest is None else -rest
    improper = _IMPROPER.fullmatch(text)
    if improper and int(improper[3]):
        return int(improper[1]) + Fraction(int(improper[2]), int(improper[3]))
    letter = _LETTER.match(text)
    if letter:
        front = read_numeral(letter[1], lang)
        return None if front is None else front * SCALES[letter[2].lower()]
    spaced = (
        re.sub(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))", "", text)
        if re.fullmatch(r"[0-9]{1,3}(?: [0-9]{3})+", text)
        else text
    )
    if spaced[0].isdigit() or spaced[0] in ".½⅓⅔¼¾⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚":
        number = number_at(spaced, 0, "en" if lang.lower() == "en" else "zh-Hans", spaced)
        if number and number.end == len(spaced) and number.form not in ("version", "serial"):
            return number.low
    return read_en(re.sub(r" {2,}", " ", text)) if lang.lower() == "en" else None


@dataclass(frozen=True, slots=True)
class Number:
    """One number expression: `value` exact, `high` for a range such as 两三; a percentage has the figure before the sign.

    `kind`: plain; percent; multiple (twice, 3×, 两倍); fraction (a third, 三分之一); year; code (a number in a name or part
    code, or a version); vague (dozens, 数十), whose value is the least it can mean.
    """

    text: str
    start: int
    end: int
    value: Value
    kind: NumberKind = "plain"
    high: Value | None = None


_WORDS_EN = re.compile(
    r"(?<![A-Za-z-])(?:(?P<twice>twice|doubl(?:es|ed|ing)|double (?:the|that|what|its|your))|(?P<thrice>thrice|tripl(?:es|ed|ing)|triple (?:the|that))"
    r"|(?P<four>quadrupl(?:es|ed|ing))|(?P<third>(?:a|one) third)|(?P<quarter>(?:a|one) quarter)(?= of|\b)|(?P<tenth>(?:a|one) tenth)|(?P<fifth>(?:a|one) fifth)"
    r"|(?P<halved>halv(?:es|ed|ing))|(?P<dozen>(?:a|one) dozen)|(?P<halfdozen>half a dozen|half-dozen)"
    r"|(?P<dozens>dozens of|scores of)|(?P<hundreds>hundreds of|hundreds)|(?P<thousands>thousands of|thousands)|(?P<millions>millions of|millions)|(?P<billions>billions of|billions))(?![A-Za-z])",
    re.IGNORECASE,
)
_VALUES_EN: dict[str, tuple[Value, NumberKind]] = {
    "twice": (Decimal(2), "multiple"), "thrice": (Decimal(3), "multiple"), "four": (Decimal(4), "multiple"),
    "third": (Fraction(1, 3), "fraction"), "quarter": (Fraction(1, 4), "fraction"), "tenth": (Fraction(1, 10), "fraction"),
    "fifth": (Fraction(1, 5), "fraction"), "halved": (Fraction(1, 2), "fraction"), "dozen": (Decimal(12), "plain"),
    "halfdozen": (Decimal(6), "plain"), "dozens": (Decimal(24), "vague"), "hundreds": (Decimal(200), "vague"),
    "thousands": (Decimal(2000), "vague"), "millions": (Decimal(2 * 10**6), "vague"), "billions": (Decimal(2 * 10**9), "vague"),
}  # fmt: skip
_WORDS_ZH = re.compile(
    "(?P<twice>翻番|翻倍|翻了一番|翻一番|双倍|雙倍|加倍|翻了倍|成倍)|(?P<four>翻两番|翻了两番|翻兩番)|(?P<half>一半|半数|半數|减半|減半|半价|半價|对折|對折|过半|過半)"
    "|(?P<tens>数十|數十|几十|幾十|上十)|(?P<hundreds>数百|數百|几百|幾百|上百|成百)|(?P<thousands>数千|數千|几千|幾千|上千|成千)"
    "|(?P<myriads>数万|數萬|几万|幾萬|上万|上萬|成千上万|成千上萬)|(?P<millions>数百万|數百萬|上百万|上百萬)|(?P<yi>数亿|數億|上亿|上億)"
)
_VALUES_ZH: dict[str, tuple[Value, NumberKind]] = {
    "twice": (Decimal(2), "multiple"), "four": (Decimal(4), "multiple"), "half": (Fraction(1, 2), "fraction"),
    "tens": (Decimal(20), "vague"), "hundreds": (Decimal(200), "vague"), "thousands": (Decimal(2000), "vague"),
    "myriads": (Decimal(20000), "vague"), "millions": (Decimal(2 * 10**6), "vague"), "yi": (Decimal(2 * 10**8), "vague"),
}  # fmt: skip

# "one" and its like where they count nothing.
_NOT_NUMBER_EN = re.compile(
    r"(?:(?:this|that|the|every|any|no|each|which|another|some|only|loved|little|right|wrong|new|old|best|better|second|other|first|last|day) +(?:one|half)(?![A-Za-z])"
    r"|one(?: of|-of-a-kind| another|'s| that| who| which| or another| by one|-stop|-size-fits-all|-size| size| day(?! (?:of|is|battery)))|half-?hearted|at one|zero in(?: on)?|point one|one can|one might|one would"
    r"|ten to one|back to square one|on all fours|first of all|one and all|for one(?! [a-z])|cloud nine|the nines|nine-to-five|fifty-fifty)(?![A-Za-z])",
    re.IGNORECASE,
)
_IDIOMS_ZH = re.compile(
    "一(?:起|般|样|樣|定|直|些|切|旦|体|體|流|键|鍵|站|手|致|同|并|併|律|边|邊|面|向|生|贯|貫|度|经|經|番|带|帶|线|線|侧|側|方|如|举|舉|概|再|味|时|時|路|望|目|心|身|新|对一|對一|刻|瞬|眼|共|级|級|系列|应|應|览|覽|款|种|種"
    "|步到位|次性|网打尽|成不变|触即|觸即|抹|丝|絲|份子|席之地|气|氣|旁|端|代|口气|口氣|往|世|事|筹|掷|无|無|清二楚|尘|塵|目了然|应俱全|應俱全|个|個|位|台|臺|只|隻|条|條|张|張|把|件|家|杯|碗|本|支|双|雙|场|場|片|颗|顆|道|朵|点|點|下|会|會|天|年四季|夜|早|晚|日|周|週)"
    "|(?:统|統|唯|单|單|专|專|万|萬|第|之|任|逐|合|归|歸|同|惟|不|每|某|如|这|這|那|另|进|進|独|獨|划|劃|择|擇|为|為)一|万一|萬一|十分(?![钟鐘之])|十足|十全十美|百分百|百搭|百变|百變|百货|百貨|百合|百度|百姓|百叶|百葉|百科|百里|千万别|千萬別|千篇|千里|千家|千禧|千古|千变|千言"
    "|万能|萬能|万用|萬用|万物|萬物|万里|万家|万象|万向|万科|万事|亿万|億萬|四季|四周|四面|四处|四處|四川|四肢|四海|三明治|三文鱼|三文魚|三角|三亚|三亞|三星|三元|三防|三餐|三思|三好|五金|五官|五花|五谷|五星|五湖|六神|六角|七夕|七彩|七匹狼|八卦|八角|八方|九牛|九寨|九州"
    "|二手|二维|二維|二次元|二氧化|两侧|兩側|两端|兩端|两者|兩者|两旁|兩旁|两岸|兩岸|两用|兩用|两全|零食|零售|零件|零距离|零距離|零部件|零钱|零錢|零碎|零星|半径|半徑|半导体|半導體|半自动|半自動|半袖|半身|半透明|另一半|双十[一二]|雙十[一二]|五一|十一黄金|八宝|丁二|过去|大二|初[一二三四五六七八九十]|星期[一二三四五六日]|周[一二三四五六日](?!年)|禮拜[一二三四五六]"
    "|[24]4?/7|7[×x*]24|24[×x*]7|乱七八糟|亂七八糟|五颜六色|五顏六色|三三两两|四通八达|四通八達|七上八下|九九归一|三心二意|一心一意|独一无二|獨一無二|百里挑一|万无一失|萬無一失|千方百计|千方百計|百分之百满意|一五一十|略知一二|丢三落四|接二连三|五彩|不三不四|说一不二|千军万马|万紫千红|千千万万|一举多得|一举两得"
)
_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}(?![0-9%]|[.,][0-9])")
_ALWAYS = re.compile(r"24/7(?:/365)?")


def _year_like(page: Page, number: Num) -> bool:
    text = page.text
    return (
        number.kind == "digits"
        and number.end - number.start == 4
        and bool(_YEAR.match(text, number.start))
        and not zh_units.rate_before(page, number)
    )


def _plain(page: Page, number: Num) -> Number | None:
    """A number from the scanner's numbers, with the sign or word that makes it a percentage or multiple."""
    text, start, end = page.text, number.start, number.end
    kind: NumberKind = "plain"
    value, high = number.low, number.high
    after = text[end : end + 8].lstrip(" ")
    gap = len(text[end : end + 8]) - len(after)
    if number.form == "percent":
        kind = "percent"
    elif after.startswith("%") or re.match(r"per ?cent|pct\b|percentage points?", after):
        kind = "percent"
        end += gap + (1 if after.startswith("%") else 0)
    elif after.startswith(("个百分点", "個百分點", "百分点")):
        kind = "percent"
    elif (
        after.startswith("倍")
        or re.match(r"(?:x|×)(?![A-Za-z0-9 ]| ?[0-9])", after)
        or re.match(r"times(?= as| faster| more| the)", after)
    ):
        kind = "multiple"
    elif page.lang != "en" and after[:1] == "成" and (found := zh_units.special_at(page, number, end + gap)):
        kind, value, end = "percent", value * found.factor, found.end
    elif isinstance(value, Fraction) or number.form in ("fraction", "slash"):
        kind = "fraction"
    elif _year_like(page, number):
        kind = "year"
    elif kind == "plain" and number.kind == "digits" and alone.is_name(page, number):
        kind = "code"
    if number.form == "vague":
        kind = "vague"
    value = exact(value) if isinstance(value, Decimal) else value
    return Number(page.original[start:end], start, end, value, kind, high)


def _counts(page: Page, number: Num) -> bool:
    """Whether a Chinese numeral of one character counts something: 一款 and 一台 are articles, 百 and 万 alone parts of words."""
    text = page.text
    surface = text[number.start : number.end]
    if surface in ("一", "百", "千", "万", "萬", "亿", "億", "兆", "半", "零", "〇", "两", "兩") or len(surface) == 1:
        if number.end >= len(text):
            return False
        unit = zh_units.special_at(page, number, number.end) or chinese_unit_at(page, number.end)
        if unit is None:
            return False
        return surface not in ("百", "千", "万", "萬", "亿", "億", "兆") and not (
            surface == "一" and unit.unit == "count"
        )
    return True


def _special_words(page: Page) -> list[Number]:
    pattern, values = (_WORDS_EN, _VALUES_EN) if page.lang == "en" else (_WORDS_ZH, _VALUES_ZH)
    found = []
    for match in pattern.finditer(page.text):
        value, kind = values[match.lastgroup or ""]
        found.append(Number(page.original[match.start() : match.end()], match.start(), match.end(), value, kind))
    return found


def _no_numbers(page: Page) -> list[tuple[int, int]]:
    pattern = _NOT_NUMBER_EN if page.lang == "en" else _IDIOMS_ZH
    spans = [match.span() for match in pattern.finditer(page.text)]
    if "/7" in page.text:
        spans += [match.span() for match in _ALWAYS.finditer(page.text)]
    return sorted(spans)


def find_numbers(text: str, lang: Lang = "en") -> tuple[Number, ...]:
    """Every number expression of a text, by start, without overlap; empty if there is none. Never raises.

    >>> [(n.text, str(n.value), n.kind) for n in find_numbers("Twice as fast since 2019; one of 12 labs, open 24/7")]
    [('Twice', '2', 'multiple'), ('2019', '2019', 'year'), ('12', '12', 'plain')]
    >>> [(n.text, str(n.value)) for n in find_numbers("速度是两倍，省三分之一，十分安静，买三明治", "zh-Hans")]
    [('两', '2'), ('三分之一', '1/3')]
    """
    page = open_page(text, lang, None)
    special = _special_words(page)
    idioms = _no_numbers(page)
    found: list[Number] = []
    at = s = i = 0
    while (at := find_start(page.text, at, lang)) >= 0:
        while s < len(special) and special[s].end <= at:
            found.append(special[s])
            s += 1
        while i < len(idioms) and idioms[i][1] <= at:
            i += 1
        if s < len(special) and special[s].start <= at:
            found.append(special[s])
            at = special[s].end
            s += 1
            continue
        if i < len(idioms) and idioms[i][0] <= at and not page.text.startswith(("一半",), at):
            at = idioms[i][1]
            continue
        number = number_at(page.text, at, lang, page.original)
        if number is None:
            at += 1
            continue
        entry, at = _entry(page, number)
        if entry:
            found.append(entry)
    found.extend(special[s:])
    return tuple(_without_overlap(sorted(found, key=lambda number: (number.start, -number.end))))


def _entry(page: Page, number: Num) -> tuple[Number | None, int]:
    """What one number becomes, and where reading goes on."""
    if number.kind != "zh" and (skip := alone.left_alone(page, number)):
        if number.kind == "digits" and _year_like(page, number):
            return Number(
                page.original[number.start : number.end], number.start, number.end, number.low, "year"
            ), number.end
        end = max(skip, number.end)
        return Number(page.original[number.start : end], number.start, end, number.low, "code"), end
    if number.kind == "zh":
        zh_units.release_unit(page, number)
        if not _counts(page, number):
            return None, number.end
    entry = _plain(page, number)
    return entry, max(number.end, entry.end if entry else 0)


def _without_overlap(numbers: list[Number]) -> list[Number]:
    kept: list[Number] = []
    for number in numbers:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept
