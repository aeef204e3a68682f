"""What part a specification plays: a price, a running draw, a store of energy, water that flows.

A combination is only honest where both sides play their parts: a motor's output is no electricity bill, the air of a
purifier fills no bath. The attribute and the unit tell; where they say otherwise, nothing is combined.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from assistant.schema import Quantity

# What a percentage is a share of: the time that a service runs, what is kept out, a recipe by weight or by volume, a mixture
# of which neither is said, single cases.
Share = Literal["uptime", "removed", "grams", "milliliters", "parts", "cases"]

_OUTPUT = (
    "charg", "output", "motor", "engine", "solar", "panel", "generat", "speaker", "amplif", "audio", "peak", "inverter",
    "充电", "充電", "快充", "输出", "輸出", "电机", "電機", "马达", "馬達", "发动机", "引擎", "太阳能", "太陽能", "光伏", "发电", "發電",
    "喇叭", "扬声器", "音响", "音響", "功放", "峰值",
)  # fmt: skip
_CONSUMED = (
    "consum", "usage", "use per", "per cycle", "per load", "per wash", "saving", "saved", "food", "calorie", "nutri",
    "耗", "用电", "用電", "每次", "节省", "節省", "省电", "省電", "热量", "熱量",
)  # fmt: skip
_NO_PRICE = (
    "saving", "save ", "discount", "% off", "deposit", "shipping", "delivery", "cashback", "credit", "revenue", "funding",
    "优惠", "優惠", "立减", "立減", "省", "减免", "減免", "折", "补贴", "補貼", "定金", "订金", "訂金", "押金", "运费", "運費", "红包",
    "营收", "營收", "融资", "融資",
)  # fmt: skip
_AIR = ("air", "cadr", "fan", "wind", "gas", "oxygen", "风", "風", "空气", "空氣", "氧", "气", "氣")
_WATER = ("water", "tank", "水")
# A change, a price cut or a comparison is a share of nothing that can be counted out.
_NO_SHARE = (
    "discount", " off", "off ", "sav", "growth", "grow", "increase", "decrease", "reduc", "faster", "slower", "more", "less", "fewer",
    "lighter", "cheaper", "better", "longer", "higher", "lower", "improve", "boost", "return on", "interest", "yield", "margin", "apr",
    "apy", "humid", "accura", "toleran", "error", "efficien", "battery", "brightness", "coverage", "srgb", "p3", "cashback", "deposit",
    "优惠", "優惠", "折", "减", "減", "降", "省", "增", "更多", "更少", "涨", "漲", "提升", "提高", "同比", "环比", "環比", "利率", "利润", "利潤", "收益",
    "湿度", "濕度", "误差", "誤差", "精度", "效率提", "电量", "電量", "色域", "覆盖", "覆蓋", "快", "慢", "首付", "税", "稅",
)  # fmt: skip
_SHARES: tuple[tuple[Share, tuple[str, ...]], ...] = (
    ("uptime", ("uptime", "availab", "可用性", "可用率", "在线率", "在線率", "妥善率")),
    ("removed", (
        "filt", "hepa", "remov", "kill", "steril", "bacteri", "germ", "virus", "block", "purif", "dust", "particle", "pollen",
        "过滤", "過濾", "滤", "濾", "去除", "杀菌", "殺菌", "除菌", "抑菌", "抗菌", "灭菌", "滅菌", "阻隔", "阻挡", "阻擋", "拦截", "攔截",
        "净化", "淨化", "除螨", "除醛",
    )),
    ("milliliters", ("abv", "alcohol", "by volume", "酒精")),
    ("cases", (
        "failure", "defect", "fault", "complaint", "refund", "return rate", "repair", "customer", "users", "people", "patients", "buyers",
        "owners", "readers", "women", "men ", "adults", "children", "households", "satisf", "recommend",
        "故障", "不良", "返修", "投诉", "投訴", "退货", "退貨", "用户", "用戶", "使用者", "顾客", "顧客", "客户", "客戶", "消费者", "消費者",
        "满意", "滿意", "推荐", "推薦", "好评", "好評", "复购", "回購", "回购",
    )),
    ("grams", (
        "cocoa", "cacao", "cotton", "wool", "silk", "linen", "polyester", "elastane", "spandex", "recycled", "purity", "pure", "gold",
        "silver", "fat", "sugar", "protein", "salt", "moisture", "fruit", "meat", "juice", "milk", "content", "fiber", "fibre", "by weight",
        "可可", "棉", "羊毛", "蚕丝", "蠶絲", "桑蚕", "亚麻", "亞麻", "氨纶", "氨綸", "聚酯", "再生", "纯度", "純度", "含金", "含银", "含銀",
        "脂", "糖", "蛋白", "盐", "鹽", "含水", "果汁", "果肉", "肉", "含量", "鸭绒", "鵝絨", "鹅绒", "鴨絨", "含绒", "含絨",
    )),
    ("parts", ("concentration", "salinity", "dilut", "solution", "serum", "acid", "vitamin", "niacinamide", "浓度", "濃度", "烟酰胺",
               "菸鹼醯胺", "酸", "维生素", "維生素", "精华", "精華")),
)  # fmt: skip
# A filter's own life and a fan's noise are not what it keeps out.
_NOT_REMOVED = ("life", "noise", "quieter", "larger", "faster", "寿命", "壽命", "噪")
_EIGHT_HOURS = ("8-hour", "8 hour", "eight-hour", "eight hour", "8小时", "8小時", "八小时", "八小時")
# How often what is counted happens, from the words around it; None of these: whatever rate comes out plainly.
Habit = Literal["charges", "washes", "folds", "presses", "openings"]
_HABITS: tuple[tuple[Habit, tuple[str, ...]], ...] = (
    ("charges", ("charg", "batter", "充电", "充電", "充放", "电池", "電池")),
    ("washes", ("wash", "launder", "洗")),
    ("folds", ("fold", "bend", "hinge", "折叠", "折疊", "摺疊", "弯折", "彎折", "铰链", "鉸鏈")),
    ("presses", ("press", "click", "stroke", "key", "switch", "按", "敲击", "敲擊", "点击", "點擊", "开关", "開關")),
    ("openings", ("open", "insert", "plug", "插拔", "开合", "開合", "门", "門")),
)  # fmt: skip


@lru_cache(maxsize=4096)
def _says(attribute: str | None, words: tuple[str, ...]) -> bool:
    lowered = (attribute or "").lower()
    return any(word in lowered for word in words)


def is_draw(quantity: Quantity) -> bool:
    """Whether a power is what the product draws from the mains while it runs, as far as can be told."""
    return quantity.dimension == "power" and "watt" in quantity.unit and not _says(quantity.attribute, _OUTPUT)


def is_store(quantity: Quantity) -> bool:
    """Whether an amount is what the product holds or gives, not what it uses up."""
    if quantity.dimension == "energy" and "watt_hour" not in quantity.unit:
        return False
    return not _says(quantity.attribute, _CONSUMED)


def is_price(quantity: Quantity) -> bool:
    """Whether an amount of money is what the product costs."""
    return not _says(quantity.attribute, _NO_PRICE)


def is_water_flow(quantity: Quantity) -> bool:
    """Whether a flow is of water: cubic metres an hour are air unless the attribute says otherwise."""
    if _says(quantity.attribute, _AIR):
        return False
    cubic = "meter" in quantity.unit or "foot" in quantity.unit or "inch" in quantity.unit
    return not cubic or _says(quantity.attribute, _WATER)


def holds_water(quantity: Quantity) -> bool:
    """Whether a volume is of water that is used up: a tank says so, a refrigerator does not."""
    return _says(quantity.attribute, _WATER)


@lru_cache(maxsize=4096)
def share_role(attribute: str | None) -> Share | None:
    """What a percentage with this attribute is a share of; None where that is not said or a share would be nonsense.

    >>> share_role("Uptime"), share_role("可可含量"), share_role("Discount"), share_role(None)
    ('uptime', 'grams', None, None)
    """
    lowered = f"{(attribute or '').lower()} "
    for role, words in _SHARES:
        if any(word in lowered for word in words):
            never = _NOT_REMOVED if role == "removed" else () if role == "uptime" else _NO_SHARE
            return None if _says(lowered, never) else role
    return None


def works_eight_hours(quantity: Quantity) -> bool:
    """Whether the specification says that its day has eight hours."""
    return _says(f"{quantity.attribute or ''} {quantity.text}", _EIGHT_HOURS)


@lru_cache(maxsize=4096)
def habit_of(counted: str | None) -> Habit | None:
    """What is done so many times, as far as the words say.

    >>> habit_of("Battery: 500 cycles"), habit_of("水洗300次"), habit_of("Cycle life 500")
    ('charges', 'washes', None)
    """
    lowered = (counted or "").lower()
    return next((habit for habit, words in _HABITS if any(word in lowered for word in words)), None)
