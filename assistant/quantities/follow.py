"""The unit that follows a number: directly, after a space, a hyphen or in brackets; a scale letter; a counted noun."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from assistant.quantities import zh_units
from assistant.quantities.counted import PERIODS, counted
from assistant.quantities.lazy import lazy
from assistant.quantities.letters import capital_letter, glued_letter
from assistant.quantities.num import Num, plus, times
from assistant.quantities.page import Page
from assistant.quantities.plausible import plausible
from assistant.quantities.unit_word import Measure
from assistant.quantities.units_at import denominator_at, measure_at

_HOURS = lazy(r" ?h(?:rs?)? ?([0-9]{1,2}) ?m(?:ins?)?(?![A-Za-z0-9])")
_PERCENT_POINTS = lazy(" {0,3}[个個]? {0,3}百 {0,3}分 {0,3}[点點]")
_BRACKETED = lazy(r" ?(?:\(([A-Za-z/%°]{1,8})\)|\[([A-Za-z/%°]{1,8})\]|<([A-Za-z/%°]{1,8})>)")
_BARE_SCALES = ("百", "千", "万", "萬", "亿", "億", "兆")
# 码 after a number up to this is a size of shoes or clothes.
_LARGEST_SIZE = 60
_HALF_A = lazy(r" (?:an?|of an?) (?=[a-z])")
_TIMES_PER = lazy(r" times (?:per|an?|each|every) ([a-z]+)")


_POINT_STARTS = frozenset(" 个個百")
_GAPS = frozenset(" +-")
_NO_UNIT = frozenset("\n.,;:，。；：、)*/~–—|!?&>]}=")
# "12 x 8": the sign of dimensions, not a multiple.
_CROSSES = frozenset("xX×")
_FIGURES = frozenset("0123456789")
# 寬120×深60: the side that comes next.
_SIDE_NAMES = tuple("长長宽寬闊阔高深厚")
_SMALLEST_AREA = 5
# "3x", "-fold", " times" and the letters that scale; directly or after a space.
_LETTER_STARTS = frozenset("xX×-ftkKMB")


def unit_after(page: Page, number: Num) -> Measure | None:
    """The unit that follows a number directly, after a space, a hyphen, or in brackets; None if none is plausible."""
    text, at = page.text, number.end
    if number.form == "percent":
        return Measure("percent", at, surface="分之")
    if at >= len(text) or (number.kind == "zh" and text[number.start : at] in _BARE_SCALES):
        return None
    char = text[at]
    chinese = page.lang != "en"
    if chinese and char in _POINT_STARTS and (points := _PERCENT_POINTS.match(text, at)):
        return Measure("percent", points.end(), surface="百分点")
    if (
        (text[at + 1 : at + 2] if char == " " else char) == "h"
        and (clock := _HOURS.match(text, at))
        and number.kind == "digits"
    ):
        number.low = plus(times(number.low, 60), Decimal(clock[1]))
        return Measure("minute", clock.end(), surface="h")
    place = at + _gap(page, number, char) if char in _GAPS else at
    if place >= len(text) or char in _NO_UNIT:
        return None
    first = text[place]
    if first in "([<":
        return _bracketed(page, place)
    if first in _CROSSES and text[place + 1 : place + 2] in _SIDE_NAMES:
        return None
    if (
        first in _CROSSES
        and (text[place + 2 : place + 3] if text[place + 1 : place + 2] == " " else text[place + 1 : place + 2])
        in _FIGURES
    ):
        return None
    if first > "\u2e7f" and page.chinese:
        found = zh_units.special_at(page, number, place) or _chinese_after(page, number, place)
    elif char == "-" and not first.isalpha():
        return None
    else:
        found = measure_at(page, place)
        if found and not plausible(page, number, found, place - at, char):
            found = None
        elif found is None and place == at and char in "wvaV":
            found = glued_letter(page, number, at)
        if found is None and chinese and first in "MTS" and not text[place + 1 : place + 2].isalnum():
            found = capital_letter(page, number, place)
    if found:
        return found
    if (text[at + 1 : at + 2] if char == " " else char) in _LETTER_STARTS:
        found = _magnitude_letter(page, number, at)
    return found or (None if chinese else counted(page, number, at))


def _gap(page: Page, number: Num, char: str) -> int:
    """How many characters lie between the number and its unit: spaces, a hyphen, the "an" of "half an hour"."""
    text, at = page.text, number.end
    if char == " ":
        if number.kind == "words" and number.low == Fraction(1, 2) and (half := _HALF_A.match(text, at)):
            return half.end() - at
        gap = 1
        while gap < 4 and text[at + gap : at + gap + 1] == " ":
            gap += 1
        return gap
    if char == "+":
        return 2 if text[at + 1 : at + 2] == " " else 1
    return 1 if char == "-" else 0


def _bracketed(page: Page, place: int) -> Measure | None:
    """The unit of "20 (kg)"; the brackets belong to the span."""
    match = _BRACKETED.match(page.text, place)
    inner = measure_at(page, match.start(match.lastindex or 1)) if match else None
    if match is None or inner is None or inner.end != match.end() - 1:
        return None
    inner.end = match.end()
    return inner


def _chinese_after(page: Page, number: Num, place: int) -> Measure | None:
    text = page.text
    if text[number.start - 1 : number.start] == "第":
        return None
    measure_word = text[place] in "个個" and text[place + 1 : place + 2] in "半"
    if measure_word and text[place + 1 : place + 2]:
        found = denominator_at(page, place + 2)
        if found and found.unit != "count":
            number.low = plus(number.low, Decimal("0.5"))
            return found
    found = measure_at(page, place)
    if found is None or (found.unit == "count" and text[number.start : number.end] == "一"):
        return None
    # UPF 50+ 挡太阳: behind a sign and a blank stands the next word.
    signed = text[number.end : place].startswith("+ ")
    if found.unit == "count" and place > number.end and (number.kind == "zh" or signed):
        return None
    if found.surface in ("块", "塊") and found.unit == "count" and _PAID.match(text, found.end):
        found.unit, found.doubt = page.local.get("CNY", "CNY"), "块 is read as money"
    if (
        len(found.surface) > 1
        and found.unit == "count"
        and place == number.end
        and _YEAR.fullmatch(text, number.start, place)
    ):
        return None
    if found.unit == "count" and (
        text.startswith("星", found.end)
        or (found.surface == "段" and text[number.start - 1 : number.start] in "路道街")
    ):
        return None
    if found.surface in _OF_CLOTH_OR_PAPER and _CLOTH_OR_PAPER.search(
        text[max(0, number.start - 10) : number.start] + text[found.end : found.end + 6]
    ):
        if found.surface != "克":
            return None
        found.unit = "gram / meter ** 2"
    if found.surface == "平" and (place > number.end or number.kind == "zh" or number.low < _SMALLEST_AREA):
        return None
    if found.unit == "yard" and number.low <= _LARGEST_SIZE:
        return None
    if number.kind == "zh" and found.unit != "count" and _idiom(page, number, found):
        return None
    return found


# 定金一百块抵200元: no noun that could be counted stands behind.
_PAID = lazy("$|[，。；、,;!！?？)）抵买買起出左右以多一的\n]")
_YEAR = lazy("(?:19[5-9]|20[0-4])[0-9]")
# 12安帆布 and 80磅纸 name a grade; 157克铜版纸 is a weight by area.
_OF_CLOTH_OR_PAPER = frozenset("安磅克")
_CLOTH_OR_PAPER = lazy("帆布|铜版|銅版|牛皮纸|牛皮紙|卡纸|卡紙|象牙卡|书写纸|書寫紙|特种纸|美术纸|美術紙|胶版|膠版")
_ONE_TIME = lazy(
    "(?:保|修|固|约|約|达|達|长|長|仅|僅|需|要|用|满|滿|过|過|近|超|不足|未|足|航|寿命|壽命|期|为|為|在|了|共|待|续|每)$"
)


def _idiom(page: Page, number: Num, found: Measure) -> bool:
    """一年可省 speaks of a period, 第三天 of an order, 三元 of chemistry: none is a quantity."""
    text, start = page.text, number.start
    before = text[max(0, start - 2) : start]
    if before.endswith(("第", "同", "某", "任", "星期", "周", "礼拜")) or (
        text[start] in "百千万萬亿億" and number.end - start == 1
    ):
        return True
    surface = text[start : number.end]
    if (
        surface == "一"
        and found.surface[0] != "刻"
        and found.unit in ("day", "year", "month", "week", "second", "hour", "minute")
    ):
        if text[found.end : found.end + 1] == "半" or text[found.end : found.end + 1] in ("以", "内"):
            return False
        return not _ONE_TIME.search(before) or before.endswith(("每", "这", "那"))
    if found.surface in ("元", "角", "圆", "圓", "分", "克", "卡", "伏", "安", "牛", "巴", "焦", "度", "码", "呎"):
        return surface in ("三", "二", "四", "五", "六", "八", "多", "双", "一") and found.surface in (
            "元",
            "角",
            "牛",
            "安",
            "巴",
        )
    return (
        surface in ("千", "百", "万", "半")
        and found.surface in ("元", "瓦", "克", "米", "里", "人", "年")
        and surface != "半"
    )


_LETTER = lazy(r"([kKMB])(?= ?[A-Za-z/])|([kKMB])(?![A-Za-z])")
_LETTERS = {"k": 3, "K": 3, "M": 6, "B": 9}
_MULTIPLE = lazy(r" ?(?:x|×|X)(?![A-Za-z0-9]| ?[0-9])|-?fold(?![a-z])")
_LIT = lazy(r"色温|色溫|CCT|CRI|LED|[Cc]olou?r [Tt]emp|[Ww]arm|[Ll]ight|[0-9] ?[wW](?![A-Za-z])|光")
# A centrifuge's 21,380 × g.
_GRAVITY = lazy(r" ?[x×] ?g(?![A-Za-z0-9])")
# "folded 200,000 times before" counts; "200 times the weight", "570 times Bolt's average" and "100 times faster" compare.
_REPEATED = lazy(
    r" times(?=$|[.,;:!?)\n]| (?:before|without|during|in|on|with|and|or|when|while|since|for|at|between)(?![a-z]))"
)
_FEWEST_REPEATS = 1000
_TIMES_WORD = lazy(r" times (?=as |faster|more|the|higher|longer|less|a |per |an |each )")


def _magnitude_letter(page: Page, number: Num, at: int) -> Measure | None:
    """10k hours, 1.2M TPS: a scale letter with a unit behind it; and 3x, a bare multiple."""
    text = page.text
    gravity = _GRAVITY.match(text, at)
    if gravity:
        return Measure("standard_gravity", gravity.end(), surface="g")
    multiple = _MULTIPLE.match(text, at)
    if multiple and not (text[at : at + 1] == "X" and number.low >= 1000):
        return Measure("dimensionless", multiple.end(), surface="x")
    repeated = _TIMES_WORD.match(text, at)
    if repeated:
        per = _TIMES_PER.match(text, at)
        unit = measure_at(page, per.start(1)) if per else None
        if unit and unit.unit in PERIODS:
            return Measure(f"count / {unit.unit}", unit.end, surface="times")
        return (
            Measure("dimensionless", at + 6, surface="times")
            if text[repeated.end() - 1 : repeated.end() + 2] != "a d"
            else None
        )
    if number.low >= _FEWEST_REPEATS and (counted_times := _REPEATED.match(text, at)):
        return Measure("count", counted_times.end(), surface="times")
    match = _LETTER.match(text, at)
    if match is None or number.form != "plain" or number.kind != "digits":
        return None
    letter = match[1] or match[2]
    scaled_number = Num(number.start, match.end(), times(number.low, 10 ** _LETTERS[letter]), form="scaled")
    if page.lang != "en":
        place = match.end() + (text[match.end() : match.end() + 1] == " ")
        unit = measure_at(page, place) if place < len(text) else None
    else:
        unit = unit_after(page, scaled_number)
    if (
        unit is None
        and letter == "k"
        and 1500 <= number.low <= 10_000
        and _LIT.search(text, max(0, number.start - 30), match.end() + 20)
    ):
        return Measure("kelvin", match.end(), surface="k")
    if unit is None:
        return None
    number.low, number.end, number.form = scaled_number.low, scaled_number.end, "scaled"
    return unit
