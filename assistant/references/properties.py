"""What is measured, in words: each property of a dimension, as a noun behind "the … of" and before 的.

The first property of a dimension is the plain one: what a figure of it measures unless its user says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.schema import LANGS, Lang, Statistic

# Dimension, property, noun in English, Simplified and Traditional; what its top is called in Chinese (h 高, l 长, f 远, else 大);
# the English preposition where it is not "of".
_TABLE = """
mass | mass | weight | 重量 | 重量
mass | co2 | carbon footprint | 碳足迹 | 碳足跡
mass | nutrients | content | 含量 | 含量
length | length | length | 长度 | 長度
length | height | height | 高度 | 高度
length | width | width | 宽度 | 寬度
length | thickness | thickness | 厚度 | 厚度
length | depth | depth | 深度 | 深度
length | diameter | diameter | 直径 | 直徑
length | distance | distance | 距离 | 距離 | f
length | precision | precision | 精度 | 精度
length | durability | life | 寿命 | 壽命 | l
area | area | area | 面积 | 面積
volume | volume | volume | 容量 | 容量
volume | water | water use | 用水量 | 用水量
time | duration | duration | 时长 | 時間 | l
time | durability | life | 寿命 | 壽命 | l
speed | speed | speed | 速度 | 速度 | h
acceleration | acceleration | acceleration | 加速度 | 加速度
power | power | power | 功率 | 功率
power | energy-economy | electricity use | 用电量 | 用電量
energy | energy | energy | 能量 | 能量 | | in
energy | food-energy | calories | 热量 | 熱量 | h | in
charge | charge | capacity | 容量 | 容量
voltage | voltage | voltage | 电压 | 電壓 | h
data | data | size | 大小 | 大小
data_rate | data-rate | data rate | 速率 | 傳輸速率 | h
flow | flow | flow | 流量 | 流量
temperature | temperature | temperature | 温度 | 溫度 | h
sound_or_level | loudness | sound level | 音量 | 音量
currency | price | price | 价格 | 價格 | h
currency_rate | price-rate | price | 价格 | 價格 | h
frequency | frequency | frequency | 频率 | 頻率 | h
frame_rate | frame-rate | frame rate | 帧率 | 影格率 | h
rotation_speed | rotation | rotation speed | 转速 | 轉速 | h
pressure | pressure | pressure | 压力 | 壓力
force | force | force | 力 | 力
torque | torque | torque | 扭矩 | 扭力
illuminance | illuminance | light level | 照度 | 照度 | h | in
luminance | luminance | brightness | 亮度 | 亮度 | h
luminous_flux | brightness | brightness | 亮度 | 亮度 | h
luminous_efficacy | energy-economy | light per watt | 光效 | 發光效率 | h
pixels | pixels | pixel count | 像素数 | 像素數
resolution | pixel-density | pixel density | 像素密度 | 像素密度 | h
density | concentration | concentration | 浓度 | 濃度 | h
percentage | ratio | share | 比例 | 比例 | h
percentage | concentration | concentration | 浓度 | 濃度 | h
[person] | people | number of people | 人数 | 人數 | | in
count | count | number | 数量 | 數量
count | durability | life | 寿命 | 壽命 | l
count_rate | events | pace | 频次 | 頻次 | h
mass_rate | co2 | emissions | 排放量 | 排放量
linear_density | co2 | emissions | 碳排放 | 碳排放
energy_consumption | energy-economy | energy use | 电耗 | 耗電量
fuel_consumption | fuel-economy | fuel consumption | 油耗 | 油耗
fuel_economy | fuel-economy | fuel economy | 燃油经济性 | 燃油效率 | h
"""
# The ends of a scale in Chinese: (most, least) for each script.
_ENDS: dict[str, dict[Lang, tuple[str, str]]] = {
    "": {"zh-Hans": ("最大", "最小"), "zh-Hant": ("最大", "最小")},
    "h": {"zh-Hans": ("最高", "最低"), "zh-Hant": ("最高", "最低")},
    "l": {"zh-Hans": ("最长", "最短"), "zh-Hant": ("最長", "最短")},
    "f": {"zh-Hans": ("最远", "最近"), "zh-Hant": ("最遠", "最近")},
}
# What a property is called in a list of all of them, where its noun alone would not tell it from another.
_LABELS = """
mass | nutrients | nutrients | 营养成分 | 營養成分
length | durability | life in distance | 寿命（里程） | 壽命（里程）
time | durability | life in time | 寿命（时间） | 壽命（時間）
count | durability | life in cycles | 寿命（次数） | 壽命（次數）
charge | charge | battery capacity | 电池容量 | 電池容量
data | data | data size | 数据量 | 資料量
currency_rate | price-rate | price per unit | 单价 | 單價
luminance | luminance | brightness of a surface | 表面亮度 | 表面亮度
luminous_flux | brightness | brightness of a light | 光通量 | 光通量
density | concentration | concentration by weight | 质量浓度 | 質量濃度
percentage | concentration | concentration in parts | 浓度（比例） | 濃度（比例）
power | energy-economy | electricity use over time | 用电量（长期） | 用電量（長期）
mass_rate | co2 | carbon footprint over time | 碳足迹（按时间） | 碳足跡（依時間）
linear_density | co2 | carbon footprint by distance | 碳足迹（按里程） | 碳足跡（依里程）
mass | co2 | carbon footprint | 碳足迹 | 碳足跡
count_rate | events | how often | 频次 | 頻次
[person] | people | number of people | 人数 | 人數
"""
_UNNAMED: dict[Lang, str] = {"en": "figure", "zh-Hans": "数值", "zh-Hant": "數值"}


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a dimension: its noun and its label in a list by language, the end of its scale, its preposition."""

    dimension: str
    aspect: str
    nouns: Mapping[Lang, str]
    labels: Mapping[Lang, str]
    scale: str = ""
    preposition: str = "of"

    def qualified(self, statistic: Statistic, lang: Lang, noun: str = "") -> str:
        """The noun with its statistic ("top speed", 最高速度); a rated or typical figure goes without saying.

        >>> speed = property_of("speed", "speed")
        >>> [speed.qualified("maximum", lang) for lang in LANGS], speed.qualified("average", "en", "pace")
        (['top speed', '最高速度', '最高速度'], 'average pace')
        """
        noun = noun or self.nouns[lang]
        if statistic not in ("maximum", "minimum", "average"):
            return noun
        if lang != "en":
            most, least = _ENDS[self.scale][lang]
            return f"{ {'maximum': most, 'minimum': least, 'average': '平均'}[statistic] }{noun}"
        top = "top" if self.aspect == "speed" else "maximum"
        return f"{ {'maximum': top, 'minimum': 'minimum', 'average': 'average'}[statistic] } {noun}"


@cache
def _known() -> dict[tuple[str, str], Property]:
    found: dict[tuple[str, str], Property] = {}
    labels = {(cells[0], cells[1]): cells[2:] for cells in map(_cells, _LABELS.strip().split("\n"))}
    for line in _TABLE.strip().split("\n"):
        dimension, aspect, *nouns = _cells(line)
        scale, preposition = [*nouns[3:], "", ""][:2]
        named = dict(zip(LANGS, nouns[:3], strict=True))
        label = dict(zip(LANGS, labels.get((dimension, aspect), nouns[:3]), strict=True))
        found[dimension, aspect] = Property(dimension, aspect, named, label, scale, preposition or "of")
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def properties_of(dimension: str) -> tuple[str, ...]:
    """The properties of a dimension that have a name, the plain one first; its own name for a dimension that has none.

    >>> properties_of("volume"), properties_of("angle")
    (('volume', 'water'), ('angle',))
    """
    return tuple(aspect for name, aspect in _known() if name == dimension) or (dimension.strip("[]").replace("_", "-"),)


def property_of(dimension: str, aspect: str) -> Property:
    """A property by its names; one that is called a figure where the book has no other word for it."""
    found = _known().get((dimension, aspect))
    if found is not None:
        return found
    spoken = dict.fromkeys(LANGS, dimension.strip("[]").replace("_", " "))
    return Property(dimension, aspect, _UNNAMED, spoken)
