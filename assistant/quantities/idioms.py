"""Words that are numbers without looking like it (twice, 翻番), and words with a numeral in them that count nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from assistant.quantities.num import Value

# Compiled on first use: only the search for all numbers needs them, and the scanner should start quickly.

NumberKind = Literal["plain", "percent", "multiple", "fraction", "year", "code", "vague"]


_FOLDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20,
    "hundred": 100, "thousand": 1000,
}  # fmt: skip


@lru_cache(maxsize=1)
def words_en() -> re.Pattern[str]:
    """English words that are numbers: twice, halved, dozens of."""
    return re.compile(
        r"(?<![A-Za-z-])(?:(?P<twice>twice|doubl(?:es|ed|ing)|double (?:the|that|what|its|your))|(?P<thrice>thrice|tripl(?:es|ed|ing)|triple (?:the|that))"
        r"|(?P<four>quadrupl(?:es?|ed|ing))|(?P<five>quintupl(?:es?|ed|ing))|(?P<magnitude>(?:an|one) order of magnitude)"
        rf"|(?P<fold>(?:{'|'.join(_FOLDS)})-?fold)"
        r"|(?P<couple>a couple of)|(?P<decade>(?:a|one) decade)|(?P<century>(?:a|one) century)|(?P<third>(?:a|one) third)|(?P<quarter>(?:a|one) quarter)(?= of|\b)|(?P<tenth>(?:a|one) tenth)|(?P<fifth>(?:a|one) fifth)"
        r"|(?P<halved>halv(?:es|ed|ing))|(?P<dozen>(?:a|one) dozen)|(?P<halfdozen>half a dozen|half-dozen)"
        r"|(?P<dozens>dozens of|scores of)|(?P<hundreds>hundreds of|hundreds)|(?P<thousands>thousands of|thousands)|(?P<millions>millions of|millions)|(?P<billions>billions of|billions))(?![A-Za-z])",
        re.IGNORECASE,
    )


VALUES_EN: dict[str, tuple[Value, NumberKind]] = {
    "twice": (Decimal(2), "multiple"), "thrice": (Decimal(3), "multiple"), "four": (Decimal(4), "multiple"),
    "third": (Fraction(1, 3), "fraction"), "quarter": (Fraction(1, 4), "fraction"), "tenth": (Fraction(1, 10), "fraction"),
    "fifth": (Fraction(1, 5), "fraction"), "halved": (Fraction(1, 2), "fraction"), "dozen": (Decimal(12), "plain"),
    "halfdozen": (Decimal(6), "plain"), "dozens": (Decimal(24), "vague"), "hundreds": (Decimal(200), "vague"),
    "five": (Decimal(5), "multiple"), "magnitude": (Decimal(10), "multiple"), "couple": (Decimal(2), "vague"),
    "decade": (Decimal(10), "plain"), "century": (Decimal(100), "plain"),
    "thousands": (Decimal(2000), "vague"), "millions": (Decimal(2 * 10**6), "vague"), "billions": (Decimal(2 * 10**9), "vague"),
}  # fmt: skip


@lru_cache(maxsize=1)
def words_zh() -> re.Pattern[str]:
    """Chinese words that are numbers: 翻番, 一半, 数十."""
    return re.compile(
        "(?P<magnitude>(?:一|[1１])个数量级|(?:一|[1１])個數量級)|(?P<hundredfold>百倍)|(?P<thousandfold>千倍)|(?P<myriadfold>[万萬]倍)|(?P<dozen>一打)"
        "|(?P<twice>翻番|翻倍|翻了一番|翻一番|双倍|雙倍|加倍|翻了倍|成倍|倍增)|(?P<four>翻两番|翻了两番|翻兩番)|(?P<half>一半|半数|半數|减半|減半|半价|半價|对折|對折|腰斩|腰斬|过半|過半)"
        "|(?P<tens>数十|數十|几十|幾十|上十)|(?P<hundreds>数百|數百|几百|幾百|上百|成百)|(?P<thousands>数千|數千|几千|幾千|上千|成千)"
        "|(?P<myriads>数万|數萬|几万|幾萬|上万|上萬|成千上万|成千上萬)|(?P<millions>数百万|數百萬|上百万|上百萬)|(?P<yi>数亿|數億|上亿|上億)"
    )


VALUES_ZH: dict[str, tuple[Value, NumberKind]] = {
    "twice": (Decimal(2), "multiple"), "four": (Decimal(4), "multiple"), "half": (Fraction(1, 2), "fraction"),
    "magnitude": (Decimal(10), "multiple"), "hundredfold": (Decimal(100), "multiple"), "dozen": (Decimal(12), "plain"),
    "thousandfold": (Decimal(1000), "multiple"), "myriadfold": (Decimal(10000), "multiple"),
    "tens": (Decimal(20), "vague"), "hundreds": (Decimal(200), "vague"), "thousands": (Decimal(2000), "vague"),
    "myriads": (Decimal(20000), "vague"), "millions": (Decimal(2 * 10**6), "vague"), "yi": (Decimal(2 * 10**8), "vague"),
}  # fmt: skip


def value_of(match: re.Match[str], chinese: bool) -> tuple[Value, NumberKind]:
    """What a match of `words_en` or `words_zh` is worth."""
    name = match.lastgroup or ""
    if name == "fold":
        return Decimal(_FOLDS[match[0].lower().removesuffix("fold").rstrip("-")]), "multiple"
    return (VALUES_ZH if chinese else VALUES_EN)[name]


# "one" and its like where they count nothing.


@lru_cache(maxsize=1)
def not_number_en() -> re.Pattern[str]:
    """Where "one", "half" and the like count nothing."""
    return re.compile(
        r"(?:(?:this|that|the|every|any|no|each|which|another|some|only|loved|little|right|wrong|new|old|best|better|second|other|first|last|day) +(?:one|half)(?![A-Za-z])"
        r"|one(?: of|-of-a-kind| another|'s| that| who| which| or another| by one|-stop|-size-fits-all|-size| size| day(?! (?:of|is|battery)))|half-?hearted|at one|zero in(?: on)?|point one|one can|one might|one would"
        r"|ten to one|back to square one|on all fours|first of all|one and all|for one(?! [a-z])|cloud nine|the nines|nine-to-five|fifty-fifty)(?![A-Za-z])",
        re.IGNORECASE,
    )


# Words with a numeral in them that counts nothing; longer ones first, since the first that fits is taken.
_IDIOMS_LONG = (
    "五花八门 五花八門 四面八方 五湖四海 十全十美 千变万化 千變萬化 千家万户 千家萬戶 万水千山 三番五次 一五一十 四通八达 四通八達"
    " 五颜六色 五顏六色 乱七八糟 亂七八糟 三三两两 三三兩兩 百发百中 百战百胜 千锤百炼 九死一生 两全其美 兩全其美 一石二鸟 一石二鳥 举一反三"
    " 半信半疑 一年四季 万无一失 萬無一失 独一无二 獨一無二 一心一意 三心二意 七上八下 一举多得 一举两得 一舉兩得 千方百计 千方百計"
    " 百里挑一 接二连三 不三不四 说一不二 千军万马 万紫千红 千千万万 成千上万颗心 九九归一 略知一二 丢三落四 百分之百满意 十一黄金 一应俱全"
    " 一應俱全 一目了然 一清二楚 一尘不染 一塵不染 一网打尽 一步到位 一成不变 一触即发 一席之地 一次性 一口气 一口氣 一系列 一对一 一對一"
)
_IDIOMS_SHORT = r"""
一(?:起|般|样|樣|定|直|些|切|旦|体|體|流|键|鍵|站|手|致|同|并|併|律|边|邊|面|向|生|贯|貫|度|经|經|番|带|帶|线|線|侧|側|方|如|举|舉|概|再|味|时|時|路|望|目|心|身|新|刻|瞬|眼|共|级|級|应|應|览|覽|款|种|種|抹|丝|絲|份子|气|氣|旁|端|代|往|世|事|筹|掷|个|個|位|台|臺|只|隻|条|條|张|張|把|件|家|杯|碗|本|支|双|雙|场|場|片|颗|顆|道|朵|点|點|下|会|會|天|夜|早|晚|日|周|週)
(?:统|統|唯|单|單|专|專|万|萬|第|之|任|逐|合|归|歸|同|惟|不|每|某|如|这|這|那|另|进|進|独|獨|划|劃|择|擇|为|為)一
十分(?![钟鐘之])
十足
双十[一二]
雙十[一二]
五一(?=[节節假])
百(?:分百|搭|变|變|货|貨|合|度(?!数)|姓|叶|葉|科)
千(?:万别|萬別|篇|里|家|禧|古|变|言)
(?:万|萬)(?:能|用|物|里|家|象|向|科|事)
亿万
億萬
四(?:季|周|面|处|處|川|肢|海)
三(?:明治|文鱼|文魚|角|亚|亞|星|元|防|餐|思|好)
五(?:金|官|谷|星|彩)
六(?:神|角)
七(?:夕|彩|匹狼)
八(?:卦|角|方|宝|寶)
九(?:牛|寨|州)
二(?:手|维|維|次元|氧化)
(?:两|兩)(?:侧|側|端|者|旁|岸|用|全)
零(?:食|售|件|距离|距離|部件|钱|錢|碎|星)
半(?:径|徑|导体|導體|自动|自動|袖|身|透明)
另一半
大二
初[一二三四五六七八九十]
(?:星期|禮拜|礼拜)[一二三四五六日]
周[一二三四五六日](?!年)
24/7
7[×x*]24
24[×x*]7
"""


@lru_cache(maxsize=1)
def idioms_zh() -> re.Pattern[str]:
    """Chinese words with a numeral in them that counts nothing."""
    return re.compile("|".join((*_IDIOMS_LONG.split(), *_IDIOMS_SHORT.split())))
