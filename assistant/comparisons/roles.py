"""What part a specification plays: a price, a running draw, a store of energy, water that flows.

A combination is only honest where both sides play their parts: a motor's output is no electricity bill, the air of a
purifier fills no bath. The attribute and the unit tell; where they say otherwise, nothing is combined.
"""

from __future__ import annotations

from functools import lru_cache

from assistant.schema import Quantity

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
