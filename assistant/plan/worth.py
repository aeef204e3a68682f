"""Whether a comparison is worth its place in copy: of what a buyer already feels, the figure alone says more.

`yardstick compare` answers for any figure. Copy is read by somebody who holds the thing in mind: grams, centimeters and
minutes speak for themselves, an input voltage or a strap's width decides nothing, and a price in hamburgers sells
hamburgers. Watts, lumens, milliampere-hours and decibels are where a known thing helps (METHOD.md, M1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from assistant.plan.forms import is_entry
from assistant.schema import Comparison, Fact, Quantity
from assistant.units import convert

Worth = Literal["strong", "fair", "none"]

# Needed by whoever installs it, felt by nobody.
_MUTE_DIMENSIONS = frozenset({"voltage", "current", "frequency", "frame_rate", "pixels"})
# What a hand, a shelf and a clock have taught everybody.
_FELT_DIMENSIONS = frozenset({"mass", "length", "area", "volume", "time", "temperature", "count"})
# A length beyond this, in metres, is walked or driven and no longer held; a mass in kilograms no longer lifted.
_FAR_M, _HEAVY_KG, _THIN_M = 20, 150, Fraction(1, 2000)
# Below these scores a strong comparison still strains, and a fair one is a joke.
_STRONG, _FAIR = 0.45, 0.65
# What is left when a sum is done for the reader ("five years at two a week") scores low and says much.
_SUM = 0.3
# Of the whole thing a fair one may be more than a few times its yardstick no longer.
_FEW = 6
# A night, half a night, two nights: beyond that the hours themselves are shorter.
_BRIEF_TIMES = (Fraction(1, 2), 1, 2)
# Two pictures carry a text; a third is a slideshow. Of fair ones a single one.
_MOST_STRONG, _MOST_FAIR = 2, 1
# So many facts leave room for a picture of what needs none.
LITTLE = 8
_RATED = re.compile(
    r"\b(?:operating|working|storage|ambient|input|rated voltage|supply|tolerance|minimum|min\.?)\b|工作[温溫]度|储存|儲存|环境|環境|输入|輸入|误差|誤差",
    re.IGNORECASE,
)
_MOST_FIGURES = 2
_MOST_FIGURES = 2
_CHARGING = re.compile(r"charg|[闪閃快]充|充[电電]", re.IGNORECASE)
# What a socket or a loudspeaker gives, up to some hundred watts, is no lamp's light; a heat pump's kilowatts are felt.
_OUTPUT = re.compile(r"\boutput\b|[输輸]出", re.IGNORECASE)
_OUTPUT_W = 500
# Words that say that a size or weight is the whole thing's own.
_OWN = re.compile(
    r"^(?:(?:product|item|net|total|overall|body|unit|machine|approx\.?|approximate|maximum|max\.?|folded|packed|its|"
    r"商品|产品|產品|整机|整機|机身|機身|主机|主機|净|淨|总|總|裸机|裸機|本体|本體|折叠后?|摺疊後?)[\s-]*)*"
    r"(?:weighs?|weight|mass|height|width|length|depth|thickness|thick|thin|diameter|size|dimensions?|tall|wide|long|high|capacity|volume|"
    r"area|范围|重量?|自重|高度?|宽度?|寬度?|长度?|長度?|厚度?|深度?|直径|直徑|尺寸|大小|容量|容积|容積|面积|面積)?$",
    re.IGNORECASE,
)


def worth_among(fact: Fact, comparison: Comparison, facts: int) -> Worth:
    """The same for a fact that is one of so many: among many, a fair one is kept only where it is the very size."""
    worth = worth_of(fact, comparison)
    return "none" if worth == "fair" and facts > LITTLE and comparison.kind != "equal" else worth


def worth_of(fact: Fact, comparison: Comparison) -> Worth:
    """How much a comparison does for a reader of copy.

    "strong": the figure says nothing by itself (watts, lumens, a distance to drive). "fair": the whole thing's own
    size or weight beside something alike, where there is little else to say. "none": everything else, however close.
    """
    quantity = comparison.quantity
    dimension = quantity.dimension
    if comparison.derived is not None:
        # What figures come to together is what a reader would have to work out.
        return "strong"
    if is_entry(fact) or len(fact.quantities) > _MOST_FIGURES:
        # Among several figures nobody sees which is meant.
        return "none"
    if dimension == "currency" or dimension in _MUTE_DIMENSIONS or _RATED.search(fact.text):
        return "none"
    if dimension == "power" and (_CHARGING.search(fact.text) or _is_output(fact, quantity)):
        return "none"
    if dimension not in _FELT_DIMENSIONS or _is_beyond(quantity):
        return "strong" if comparison.score >= _STRONG else "none"
    if comparison.kind in ("duration", "cost", "difference"):
        return "strong" if comparison.score >= _SUM else "none"
    return "fair" if comparison.score >= _FAIR and _is_near(fact, comparison) else "none"


def _is_output(fact: Fact, quantity: Quantity) -> bool:
    return bool(_OUTPUT.search(fact.text)) and convert(quantity.low, quantity.unit, "watt") <= _OUTPUT_W


def _is_near(fact: Fact, comparison: Comparison) -> bool:
    """Whether a figure that everybody has held or waited for is told by what it is nearly the same as."""
    dimension, ratio = comparison.quantity.dimension, comparison.ratio_shown
    if dimension in ("time", "temperature"):
        return comparison.kind in ("anchor", "equal") or ratio in _BRIEF_TIMES
    return dimension == "count" or ((ratio is None or ratio <= _FEW) and _is_own(fact, comparison.quantity))


def keep_best(found: Iterable[tuple[str, Worth, float]]) -> frozenset[str]:
    """The ids of facts whose comparison stays: the two best strong ones, else the best fair one.

    Takes (id, worth, score) in any order; of equal scores the id that comes first stays. Empty for none.
    """
    ranked = sorted(found, key=lambda entry: (-entry[2], entry[0]))
    strong = [one for one, worth, _ in ranked if worth == "strong"][:_MOST_STRONG]
    fair = [one for one, worth, _ in ranked if worth == "fair"]
    return frozenset(strong or fair[:_MOST_FAIR])


def _is_beyond(quantity: Quantity) -> bool:
    """Whether a size or weight is beyond what hands have held: a street's length, a lorry's load, a hair's width."""
    if quantity.dimension == "length":
        metres = convert(quantity.low, quantity.unit, "meter")
        return metres >= _FAR_M or metres <= _THIN_M
    return quantity.dimension == "mass" and convert(quantity.low, quantity.unit, "kilogram") >= _HEAVY_KG


def _is_own(fact: Fact, quantity: Quantity) -> bool:
    """Whether a figure is of the whole thing: "Weight: 1.8 kg", "7.5 inches tall", and not "3-1/2" basket strainer"."""
    label, colon, _ = fact.text.partition("：" if "：" in fact.text else ":")
    if colon and len(label) <= 40:
        return bool(_OWN.match(label.split("(")[0].split("（")[0].strip()))
    start = fact.text.find(quantity.text)
    before = fact.text[:start].strip(" ,，控制在约約为為仅僅只有") if start >= 0 else fact.text
    after = fact.text[start + len(quantity.text) :].strip(" ,，.。的") if start >= 0 else ""
    return bool(_OWN.match(before)) and (not after or bool(_OWN.match(" ".join(after.split()[:1]))))
