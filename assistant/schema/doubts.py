"""What makes the reading of a quantity uncertain, said in the reader's language.

`Quantity.doubts` holds English sentences, which the JSON of the command line shows; people see them in their own language.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.schema.nouns import Lang

# English with {name} for what varies, Simplified, Traditional.
_SENTENCES: tuple[tuple[str, str, str], ...] = (
    ("'{one}' and '{other}' disagree", "“{one}”和“{other}”对不上", "「{one}」和「{other}」對不起來"),
    ("its unit goes on with '{rest}'", "单位后面还有“{rest}”", "單位後面還有「{rest}」"),
    ("the text is cut off after this number", "文字在这个数后面断了", "文字在這個數後面斷了"),
    ("'{sign}' is read as TWD; name the market if it is another dollar", "“{sign}”按新台币理解，如果是别的币种请注明市场", "「{sign}」當作新台幣，若是別的幣別請註明市場"),
    ("'¥' may mean yen or yuan; it is read as yen", "“¥”可能是日元或人民币，这里按日元理解", "「¥」可能是日圓或人民幣，這裡當作日圓"),
    ("no currency is named; it is read as {unit}", "没写币种，按{unit}理解", "沒寫幣別，當作{unit}"),
    ("no unit is named; it is read as turns a minute", "没写单位，按每分钟转数理解", "沒寫單位，當作每分鐘轉數"),
    ("G alone is read as gigabyte", "单独的G按GB理解", "單獨的G當作GB"),
    ("'ps' may be picoseconds or metric horsepower", "“ps”可能是皮秒，也可能是公制马力", "「ps」可能是皮秒，也可能是公制馬力"),
    ("'{surface}' with a capital M would be mega; it is read as {unit}", "“{surface}”的大写M本应是“兆”，这里按{unit}理解", "「{surface}」的大寫M本應是百萬，這裡當作{unit}"),
    ("the {head} before it may belong to it", "前面的{head}可能属于这个数", "前面的{head}可能屬於這個數"),
    ("the point may separate thousands", "小数点可能是千位分隔", "小數點可能是千分位"),
    ("points are read as thousands separators", "点号按千位分隔理解", "點號當作千分位"),
    ("the comma is read as a decimal comma", "逗号按小数点理解", "逗號當作小數點"),
    ("ounces of a flow are read as fluid ounces", "流量里的盎司按液量盎司理解", "流量裡的盎司當作液量盎司"),
    ("块 is read as money", "“块”按钱理解", "「塊」當作錢"),
    ("度 is read as a cubic metre of water", "“度”按一立方米水理解", "「度」當作一立方公尺的水"),
    ("度 is read as per cent alcohol", "“度”按酒精度理解", "「度」當作酒精濃度"),
    ("度 is read as kilowatt-hours", "“度”按千瓦时理解", "「度」當作度電"),
    ("度 may be degrees of temperature or of arc, or kilowatt-hours", "“度”可能是温度、角度或用电量", "「度」可能是溫度、角度或用電量"),
    ("折 states the part of the price that is still paid", "“折”说的是还要付的那部分价钱", "「折」說的是還要付的那部分價錢"),
    ("分 is read as minutes", "“分”按分钟理解", "「分」當作分鐘"),
    ("寸 may be an inch or a Chinese cun; it is read as an inch", "“寸”可能是英寸或市寸，这里按英寸理解", "「寸」可能是英寸或台寸，這裡當作英寸"),
    ("兆 alone is read as {unit}", "单独的“兆”按{unit}理解", "單獨的「兆」當作{unit}"),
    ("'{letter}' is read as {unit}", "“{letter}”按{unit}理解", "「{letter}」當作{unit}"),
)  # fmt: skip
_GAP = re.compile(r"\\\{(\w+)\\\}")


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern[str], str, str]]:
    return [
        (re.compile(_GAP.sub(r"(?P<\1>.{1,80}?)", re.escape(english))), hans, hant)
        for english, hans, hant in _SENTENCES
    ]


def say_doubt(doubt: str, lang: Lang) -> str:
    """A doubt in a language; as it stands where no translation is known.

    >>> say_doubt("G alone is read as gigabyte", "zh-Hant")
    '單獨的G當作GB'
    """
    if lang == "en":
        return doubt
    for pattern, hans, hant in _patterns():
        match = pattern.fullmatch(doubt)
        if match:
            return (hans if lang == "zh-Hans" else hant).format(**match.groupdict())
    return doubt
