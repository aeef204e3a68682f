"""Chinese units whose meaning the words around them decide: 度, 成, 折, 倍, 分, 两, 寸, 兆; and prefixes such as 每小时, 时速."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities import numerals_zh
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num, plus
from assistant.quantities.page import Page
from assistant.quantities.unit_word import Measure, chinese_unit_at
from assistant.quantities.units_at import denominator_at

_NOT_PART = {
    "成": "本人品分员員熟像年立功交长長为為套都就份果效绩績色", "折": "叠疊扣线線射页頁痕旧舊返中", "倍": "感加受儿",
}  # fmt: skip
_POWER = lazy("电|電|储能|儲能|能耗|用能|耗能|节能|節能|发电|發電|千瓦")
_WATER = lazy("水(?!温|溫|壶|壺|杯)")
HEAT = lazy("温|溫|摄氏|攝氏|热|熱|冷|冻|凍|烘|烤|保鲜|冰|沸|恒|调温|降至|升至|高达|零下|气候")
_ANGLE = lazy(
    "角|旋转|旋轉|转动|轉動|倾|傾|仰|俯|翻转|翻轉|视野|視野|视场|可调|可調|开合|開合|广角|廣角|摆|擺|弯|彎|镜头|鏡頭|躺|折叠|掀|方位"
)
_ALCOHOL = lazy("酒|白兰地|威士忌|伏特加|高粱|啤")
_ENGINE = lazy("马力|馬力|发动机|發動機|引擎|动力|動力|电机|汽车|汽車")
_SIGHT = lazy("近视|近視|远视|遠視|散光|镜片|鏡片")
_INCHES = lazy(
    "屏|电视|電視|显示|螢幕|荧幕|手机|平板|笔记本|筆電|轮|輪|蛋糕|比萨|披萨|照片|行李|登机|拉杆|锅|鍋|盘|盤|风扇|喇叭|单元"
)
_MEGA = lazy("带宽|帶寬|宽带|寬頻|网速|網速|光纤|光纖|速率|无线|無線|路由|网卡")
_PREFIX_GAP = lazy("(?:约|約|达|達|可|高|超过|超過|近|最高|最多|为|為|:| ){0,3}$")
# 每秒飞6000米, 每小时可制水20升: what happens stands between the time and the number.
_VERB_GAP = lazy("[一-鿿]{1,5}$")
_TIMED = frozenset(("second", "minute", "hour"))
_HOURLY = lazy("(?:时速|時速|车速|車速|极速|極速)[一-鿿:： ]{0,6}$")
_PER_HUNDRED = lazy("百公里[一-鿿]{0,4}(?:油耗|耗油|耗电|耗電|电耗|電耗|能耗|氢耗)[一-鿿:： ]{0,4}$")
# Litres behind 油耗 are those of a hundred kilometres, up to what a lorry burns.
_CONSUMPTION = lazy("油耗(?:约|約|为|為|仅|僅|低至|是|:| ){0,2}$")
_LARGEST_CONSUMPTION = 50
# Degrees Brix, Baumé and alcohol scales are no temperatures.
_SCALE_OF = lazy("(?:糖|甜|波美|白利|硬|浊|濁)度(?:约|約|达|達|在|为|為)?[:： ]?$")
_SCALE_NAME = lazy("(摄氏|攝氏|华氏|華氏)(?:温度|溫度)? ?$")


def _near(page: Page, number: Num, back: int = 18, ahead: int = 8) -> str:
    return page.text[max(0, number.start - back) : number.start] + "|" + page.text[number.end : number.end + ahead]


# The word nearest before the number decides, then any word after it.
_DEGREE_WORDS = (
    (HEAT, "degree_Celsius", ""),
    (_POWER, "kilowatt_hour", ""),
    (_WATER, "meter ** 3", "度 is read as a cubic metre of water"),
    (_ANGLE, "degree", ""),
    (_ALCOHOL, "percent", "度 is read as per cent alcohol"),
)


def degrees(page: Page, number: Num, at: int) -> Measure | None:
    """度: kilowatt-hours, cubic metres of water, degrees Celsius, of arc, or per cent alcohol."""
    around = _near(page, number)
    if _SCALE_OF.search(around[: around.index("|")]):
        return None
    if around[around.index("|") + 1 :].lstrip(" ").startswith(("度假", "度数", "度數")):
        return None
    name = _SCALE_NAME.search(page.text, max(0, number.start - 6), number.start)
    if name:
        return Measure("degree_Celsius" if name[1][0] in "摄攝" else "degree_Fahrenheit", at + 1, surface="度")
    if _SIGHT.search(around):
        return Measure("count", at + 1, surface="度")
    before, _, after = around.partition("|")
    best, unit, note = -1, "", ""
    for pattern, name_, doubt in _DEGREE_WORDS:
        place = max((match.start() for match in pattern.finditer(before)), default=-1)
        if place > best:
            best, unit, note = place, name_, doubt
    if best < 0:
        unit, note = next(
            ((name_, doubt) for pattern, name_, doubt in _DEGREE_WORDS if pattern.search(after)), ("", "")
        )
    if unit:
        return Measure(unit, at + 1, doubt=note, surface="度")
    if number.low > 400:
        return Measure("kilowatt_hour", at + 1, doubt="度 is read as kilowatt-hours", surface="度")
    doubt = "度 may be degrees of temperature or of arc, or kilowatt-hours"
    return Measure(
        "degree_Celsius" if number.low > 0 and number.low < 60 else "degree", at + 1, doubt=doubt, surface="度"
    )


_SPECIAL = frozenset((*_NOT_PART, *"度寸匹兆分块塊呎"))
# 把車一折, 轻轻一折: a hand folds it once.
_FOLDS = lazy("(?:把[^，。；！？0-9]{1,8}|[輕轻順顺隨随]手?|[輕轻]{2}|[向往]\\w)$")
_SMALLEST_ROOM = 40
_ROOM = lazy("房|單位|单位|面積|面积|實用|实用|建築|客廳|客厅|廳|住宅|舖|辦公室|樓面|居屋|家居|適用|適合|空間")
_SPELL = lazy(
    "时间|時間|定时|定時|计时|計時|表干|表乾|实干|實乾|干燥|乾燥|耗时|耗時|充电|充電|快充|[仅僅只]?需|步行|车程|車程|路程|加热|加熱|[约約]$"
)
_SCORE = lazy("评分|評分|得分|满分|滿分|打分|分数|分數|评价|評價|考|评测|評測|比分|场均|場均")
_MINUTE_ENDS = frozenset(" 可即内內左以,.。，;；)、就便到达達完+/")
_TENTHS = {
    char: value
    for value, chars in enumerate(("", "一1", "二2", "三3", "四4", "五5", "六6", "七7", "八8", "九9"))
    for char in chars
}
_AFTER_TENTHS = frozenset("十百千万萬亿億年个個月天成倍.0123456789人家小次")
# What makes the digit behind 块 the start of another figure: 3块5公斤的肉, 2块1.5米的板.
_NO_DIMES = _AFTER_TENTHS | frozenset(
    "元克公千斤两兩米厘釐毫吨噸升瓦寸吋英度分秒小时時W张張块塊片只隻种種号號kgmKMLl%-~～至到x×*"
)


def special_at(page: Page, number: Num, at: int) -> Measure | None:
    """A unit at `at` that needs its context; None if the ordinary tables should decide."""
    text = page.text
    char = text[at]
    if char not in _SPECIAL:
        return None
    following = text[at + 1 : at + 2]
    if char == "度" and following not in ("电", "電", "C", "F"):
        return degrees(page, number, at)
    if char in _NOT_PART:
        if following and following in _NOT_PART[char]:
            return None
        if char == "倍":
            return Measure("dimensionless", at + 1, surface=char)
        if char == "成" and following in _TENTHS and text[at + 2 : at + 3] not in _AFTER_TENTHS:
            number.low = plus(number.low, Decimal(_TENTHS[following]) / 10)
            return Measure("percent", at + 2, Decimal(10), surface=char)
        if char == "成":
            return Measure("percent", at + 1, Decimal(10), surface=char)
        if number.low == 1 and _FOLDS.search(text[max(0, number.start - 10) : number.start]):
            return None
        doubt = "折 states the part of the price that is still paid"
        # 七折 and 8.5折 count tenths, 85折 and 八五折 hundredths.
        return Measure("percent", at + 1, Decimal(10 if number.low < 10 else 1), doubt, char)
    if char == "分":
        before = text[max(0, number.start - 12) : number.start]
        ended = not following or following in _MINUTE_ENDS
        if ended and chinese_unit_at(page, at) is None and _SPELL.search(before) and not _SCORE.search(before):
            return Measure("minute", at + 1, doubt="分 is read as minutes", surface=char)
        return None
    if char == "寸" and page.lang != "zh-Hant" and text[number.start - 1 : number.start] != "尺":
        doubt = (
            "" if _INCHES.search(_near(page, number)) else "寸 may be an inch or a Chinese cun; it is read as an inch"
        )
        return Measure("inch", at + 1, doubt=doubt, surface=char)
    if char == "呎" and number.low >= _SMALLEST_ROOM and _ROOM.search(_near(page, number)):
        # In Hong Kong a room of 200 呎 has as many square feet.
        return Measure("foot ** 2", at + 1, surface=char)
    if char in "块塊" and following in _TENTHS and text[at + 2 : at + 3] not in _NO_DIMES:
        # 3块5: the digit behind counts tenths, with 毛 or 角 or without.
        number.low = plus(number.low, Decimal(_TENTHS[following]) / 10)
        end = at + 2 + (text[at + 2 : at + 3] in ("毛", "角"))
        return Measure(page.local.get("CNY", "CNY"), end, surface=text[at:end])
    if char == "匹" and (following or ",") not in "配马馬" and _ENGINE.search(_near(page, number)):
        return Measure("metric_horsepower_ps", at + 1, surface=char)
    if char == "兆" and page.lang == "zh-Hans":
        longer = chinese_unit_at(page, at)
        if longer:
            return longer
        unit = "megabit / second" if _MEGA.search(_near(page, number)) else "megabyte"
        return Measure(unit, at + 1, doubt=f"兆 alone is read as {unit}", surface=char)
    return None


def release_unit(page: Page, number: Num) -> None:
    """Gives back the end of a numeral that is the start of a unit: 两 in 三十两, 千 in 323千卡, 兆 in 五十兆字节."""
    text, end = page.text, number.end
    if number.form == "percent" or end - number.start < 2:
        return
    last = text[end - 1]
    if last in "两兩":
        if text[end : end + 1] and (text[end] in "百千万萬亿億半" or chinese_unit_at(page, end)):
            return
    elif last in "千兆百毫":
        unit = chinese_unit_at(page, end - 1)
        # On the mainland 兆 alone is a mega of something, never a trillion.
        mega = last == "兆" and page.lang == "zh-Hans" and unit is None
        if not mega and (unit is None or unit.end == end or unit.unit == "count"):
            return
    else:
        return
    shorter = text[number.start : end - 1]
    span = numerals_zh.read_span(shorter)
    if span is not None and shorter.strip():
        number.low, number.high, number.end = span[0], span[1], end - 1


def rate_before(page: Page, number: Num, unit_read: str | None = None) -> tuple[str, int] | None:
    """What 每小时, 时速 or 百公里油耗 before the number divides by, and where the expression starts."""
    text, start = page.text, number.start
    low = max(page.done, start - 10)
    at = text.rfind("每", low, start)
    if at >= 0:
        unit = denominator_at(page, at + 1)
        if unit and unit.end <= start and unit.unit != "count":
            if _PREFIX_GAP.fullmatch(text, unit.end, start):
                return unit.unit, at
            if unit.unit in _TIMED and _VERB_GAP.fullmatch(text, unit.end, start):
                return unit.unit, start
        return None
    if text.find("速", low, start) >= 0 and _HOURLY.search(text, low, start):
        return "hour", start
    if text.find("百公里", max(0, start - 14), start) >= 0 and _PER_HUNDRED.search(text, max(0, start - 16), start):
        return "hundred_kilometer", start
    if (
        unit_read == "liter"
        and number.low <= _LARGEST_CONSUMPTION
        and _CONSUMPTION.search(text, max(0, start - 8), start)
    ):
        return "hundred_kilometer", start
    return None


def half_after(page: Page, end: int) -> int:
    """The end of a 半 after a unit (三年半, 十五斤半), or 0."""
    text = page.text
    if text[end : end + 1] == "半" and text[end + 1 : end + 2] not in tuple("径徑导導自身透價价截"):
        return end + 1
    return 0
