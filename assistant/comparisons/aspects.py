"""Which measured properties may stand beside each other.

One dimension holds several properties: a length is a height, a thickness, a distance; a mass is a weight, the sugar in
a drink or a car's emissions. A specification says which by its attribute ("battery", 厚度) and its unit; one that says
nothing is taken for the plain property of its dimension.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from assistant.schema import Quantity

# Words that tell a property of a length, in the three languages; the first property with a matching word wins.
_WORDS: dict[str, tuple[str, ...]] = {
    "precision": ("accura", "precis", "toleranc", "deviation", "精度", "精确", "精確", "误差", "誤差", "公差", "偏差"),
    "thickness": ("thick", "thin", "slim", "厚", "薄"),
    "height": ("height", "tall", "altitude", "high", "高", "海拔"),
    "width": ("width", "wide", "宽", "寬"),
    "depth": ("depth", "deep", "深", "waterproof", "防水"),
    "diameter": ("diameter", "直径", "直徑", "口径", "口徑"),
    "distance": ("range", "distance", "mileage", "续航", "續航", "里程", "距离", "距離", "射程"),
    "length": ("length", "long", "长", "長"),
    "screen": ("screen", "display", "monitor", "屏", "螢幕", "荧幕", "显示", "顯示"),
}
_NEAR: dict[str, frozenset[str]] = {
    "precision": frozenset({"precision", "thickness", "diameter", "width"}),
    "thickness": frozenset({"thickness", "width", "diameter", "precision"}),
    "height": frozenset({"height", "length"}),
    "width": frozenset({"width", "length", "diameter"}),
    "depth": frozenset({"depth", "height"}),
    "diameter": frozenset({"diameter", "width", "length", "precision"}),
    "distance": frozenset({"distance", "length"}),
    "length": frozenset({"length", "width", "height", "distance"}),
    "screen": frozenset(),
}
# What an attribute's words turn a dimension's plain property into.
_SPECIAL: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "mass": (
        (("co2", "carbon", "emission", "碳", "排放", "减排", "減排"), "co2"),
        (
            ("sugar", "protein", "salt", "sodium", "caffeine", "fibre", "fiber", "calcium", "vitamin", "fat ", "糖", "蛋白", "钠", "鈉",
             "盐", "鹽", "咖啡因", "纤维", "纖維", "钙", "鈣", "维生素", "維生素", "脂肪"), "nutrients",
        ),
    ),
    "volume": ((("water use", "water consumption", "water per", "用水", "耗水", "省水"), "water"),),
    "time": ((("lifespan", "lifetime", "service life", "life expectancy", "rated life", "寿命", "壽命", "使用年限"), "durability"),),
    "length": ((("lifespan", "lifetime", "service life", "寿命", "壽命"), "durability"),),
    "count": ((("cycle", "fold", "press", "click", "opening", "insertion", "bend", "stroke", "times", "life", "charges", "recharge", "washes", "充电", "充電", "洗", "循环", "循環", "折叠", "摺疊", "按压", "按壓", "寿命", "壽命", "插拔"),
               "durability"),),
    # What a machine radiates is not what an ear hears at some distance: nothing audible is its likeness.
    "sound_or_level": ((("sound power", "lwa", "声功率", "聲功率", "sound emission"), "sound power"),),
    "percentage": ((("concentration", "alcohol", "salinity", "humidity", "浓度", "濃度", "酒精", "湿度", "濕度"), "concentration"),),
}  # fmt: skip
# The plain property where a dimension has others that must be asked for; every property of its dimension elsewhere.
_PLAIN: dict[str, frozenset[str]] = {
    "mass": frozenset({"mass"}),
    "volume": frozenset({"volume"}),
    "time": frozenset({"duration"}),
    "power": frozenset({"power"}),
    "energy": frozenset({"energy"}),
    "count": frozenset({"count"}),
    "percentage": frozenset({"ratio"}),
    "linear_density": frozenset({"co2"}),
    "mass_rate": frozenset({"co2"}),
}
_FOOD_UNITS = ("calorie", "kilocalorie", "kilojoule")


@cache
def aspect_of(attribute: str | None) -> str | None:
    """The property of a length that an attribute names, or None.

    >>> aspect_of("Max. height"), aspect_of("机身厚度"), aspect_of("Colour")
    ('height', 'thickness', None)
    """
    if not attribute:
        return None
    lowered = attribute.lower()
    return next((aspect for aspect, words in _WORDS.items() if any(word in lowered for word in words)), None)


def fit(aspect: str | None, reference_aspect: str) -> float:
    """How well a length's property fits that of a reference: 1 the same, 0 never beside each other."""
    if reference_aspect == "durability":
        return 0.0
    if aspect is None:
        return 0.7 if reference_aspect == "precision" else 0.9
    if aspect == reference_aspect:
        return 1.0
    return 0.8 if reference_aspect in _NEAR[aspect] else 0.0


class _Any(dict[str, float]):
    """Every property of a dimension that has no others: 1 for each."""

    def get(self, _: str, default: object = None) -> float:
        """1, whatever the property."""
        return 1.0


@lru_cache(maxsize=4096)
def fits(dimension: str, unit: str, attribute: str | None) -> Mapping[str, float]:
    """What a specification may stand beside: property to fit, 1 for the same; properties that are missing never.

    >>> fits("mass", "gram", "Sugar"), fits("mass", "kilogram", None)
    ({'nutrients': 1.0}, {'mass': 1.0})
    """
    lowered = (attribute or "").lower()
    for words, aspect in _SPECIAL.get(dimension, ()):
        if any(word in lowered for word in words) and not (aspect == "durability" and "battery life" in lowered):
            return {aspect: 1.0}
    if dimension == "length":
        wanted = aspect_of(attribute)
        return {aspect: fit(wanted, aspect) for aspect in (*_NEAR, "precision")}
    if dimension == "energy" and unit in _FOOD_UNITS:
        return {"food-energy": 1.0}
    if dimension == "power" and "_hour" in unit:
        return {"energy-economy": 1.0}
    if dimension == "percentage" and unit in ("ppm", "permille"):
        return {"concentration": 1.0}
    plain = _PLAIN.get(dimension)
    return dict.fromkeys(sorted(plain), 1.0) if plain else _Any()


def what_is_counted(quantity: Quantity) -> str | None:
    """The attribute, and for a count the counted noun too: "rated for 20,000 openings" says it in the number itself."""
    if quantity.dimension != "count":
        return quantity.attribute
    return f"{quantity.attribute or ''} {quantity.text}"


_NUTRIENTS: dict[str, tuple[str, ...]] = {
    "sugar": ("sugar", "糖"), "protein": ("protein", "蛋白"), "caffeine": ("caffeine", "咖啡因"),
    "salt": ("salt", "盐", "鹽"), "sodium": ("sodium", "钠", "鈉"), "fiber": ("fibre", "fiber", "纤维", "纖維"),
    "calcium": ("calcium", "钙", "鈣"), "vitamin": ("vitamin", "维生素", "維生素"), "fat": ("fat", "脂肪"),
}  # fmt: skip


@lru_cache(maxsize=1024)
def nutrient_of(attribute: str | None) -> str | None:
    """The nutrient an attribute names, which is also the topic of the references that hold it; None for none."""
    lowered = (attribute or "").lower()
    return next((name for name, words in _NUTRIENTS.items() if any(word in lowered for word in words)), None)


# What a trace is of: a limit for one substance says nothing about another.
_SUBSTANCES: tuple[tuple[str, ...], ...] = (
    ("co2", "carbon dioxide", "二氧化碳"), ("carbon monoxide", "一氧化碳"), ("fluor", "氟"), ("chlor", "氯", "余氯"),
    ("formaldehyde", "hcho", "甲醛"), ("voc", "挥发", "揮發"), ("salt", "盐", "鹽"), ("ozone", "臭氧"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def same_substance(attribute: str | None, of: str) -> bool:
    """Whether an attribute names the substance of which a reference is a trace, by what its property is called.

    >>> (
    ...     same_substance("CO2 alarm", "China's indoor limit for CO2"),
    ...     same_substance("Lead", "China's indoor limit for CO2"),
    ... )
    (True, False)
    """
    here, there = (attribute or "").lower(), of.lower()
    return any(any(w in here for w in words) and any(w in there for w in words) for words in _SUBSTANCES)
