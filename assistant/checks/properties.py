"""Words that name a property right beside a number, and what such a property can measure.

"Weighs 15 minutes" and 高6000米/秒 are nonsense whatever the figures are; 高8毫米 is false where eight millimetres is
the thickness. Only a word that leads straight to its number, or follows it at once, is judged.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from assistant.checks.claims import Claim
from assistant.schema import Lang


class Property(NamedTuple):
    """A family of `labels`, with the dimensions that it never has."""

    family: str
    never: frozenset[str]


_MEASURED = frozenset(
    "mass time length size speed volume currency sound_or_level data power energy temperature charge voltage percentage year".split()
)


def _but(*dimensions: str) -> frozenset[str]:
    return _MEASURED - frozenset(dimensions)


_MASS, _LENGTH, _TIME = _but("mass"), _but("length", "size"), _but("time", "percentage")
_PRICE, _LASTING = _but("currency"), _but("time", "length", "charge", "energy", "percentage")
_SOUND, _HOLDS = _but("sound_or_level"), frozenset("sound_or_level speed year temperature time currency".split())
_LINK_EN = (
    r"(?:[ :]|is|it|just|only|a|mere|about|around|roughly|nearly|almost|over|under|up|to|at|least|most|more|less|than)*"
)
_LINK_ZH = "[ ：:为為是有约約达達仅僅只要需最长長低多至少在了到可每人席位月]*"
_BEFORE_EN: tuple[tuple[str, Property], ...] = (
    (r"weigh(?:s|ing|ed)?|weight|net weight", Property("mass", _MASS)),
    (r"height", Property("height", _LENGTH)),
    (r"width", Property("width", _LENGTH)),
    (r"thickness", Property("thickness", _LENGTH)),
    (r"costs|priced at|price|price tag", Property("price", _but("currency", "time"))),
    (r"(?:re)?charges (?:fully )?in|(?:re)?charging takes|charging time|charge time", Property("charging", _TIME)),
    (r"boils (?:a full kettle )?in", Property("boiling", _but("time"))),
    (r"battery life|battery lasts(?: for)?|(?:on its )?battery for", Property("battery", _LASTING)),
    (r"lasts(?: for)?", Property("lasting", _LASTING)),
    (r"noise|noise level|sound level|sound meter it reads", Property("noise", _SOUND)),
    (r"holds", Property("capacity", frozenset("sound_or_level speed year temperature currency".split()))),
    (r"noise (?:drops|falls) to", Property("noise", _SOUND)),
    (r"carries|lifts|payload", Property("payload", _but("mass", "volume", "length", "size", "data", "percentage"))),
)  # fmt: skip
_AFTER_EN: tuple[tuple[str, Property], ...] = (
    ("tall|high|in height", Property("height", _LENGTH)),
    ("wide|in width", Property("width", _LENGTH)),
    ("thick|in thickness|slim|thin", Property("thickness", _LENGTH)),
    ("in weight", Property("mass", _MASS)),
)
_BEFORE_ZH: tuple[tuple[str, Property], ...] = (
    ("(?<![载載承负負])重量?|净重|淨重|体重|體重", Property("mass", _MASS)),
    ("高度|身高|机高|機高|(?<![最提升增更温溫])高(?![达達])", Property("height", _but("length", "size", "temperature"))),
    ("[宽寬]度?", Property("width", _LENGTH)),
    ("厚度?", Property("thickness", _LENGTH)),
    ("价格|價格|售价|售價|定价|定價", Property("price", _PRICE)),
    ("噪音|噪声|噪聲|音量", Property("noise", _SOUND)),
    ("续航|續航", Property("battery", _LASTING)),
    ("充电[要需只]|充電[要需只]|充电时间|充電時間|充[满滿饱飽][电電]?", Property("charging", _TIME)),
    ("(?:充电|充電)(?![宝寶器桩樁站盒舱艙线線])", Property("charging", _but("time", "charge", "energy", "power", "voltage", "currency", "length", "percentage"))),
    ("质保|質保|保修|保固", Property("warranty", _but("time", "length"))),
    ("(?:退[货貨换換]|鉴赏|鑑賞|试用|試用)期", Property("return", _TIME)),
    ("(?:安静|安靜)[^，。；、0-9]{0,6}[：:]", Property("noise", _SOUND)),
    ("容量", Property("capacity", _HOLDS)),
    ("[载載承负負]重", Property("payload", _MASS)),
)  # fmt: skip
_AFTER_ZH: tuple[tuple[str, Property], ...] = (
    ("重(?![量要点點新复複])", Property("mass", _MASS)),
    ("高(?![度速铁鐵清效温溫級级品山原粱筋支弹彈密纯純分压壓低端锰錳碳硼])", Property("height", _but("length", "sound_or_level", "temperature"))),
    ("厚", Property("thickness", _LENGTH)),
    ("[宽寬]", Property("width", _LENGTH)),
    ("续航|續航", Property("battery", _LASTING)),
    ("充[满滿饱飽]", Property("charging", _but("time", "charge", "power", "percentage"))),
    ("载重|載重|承重", Property("payload", _MASS)),
)  # fmt: skip


def _pattern(words: str, lang: Lang) -> re.Pattern[str]:
    if lang == "en":
        return re.compile(rf"(?<!that )(?<!this )(?<!its )\b(?:{words})\b(?:’s|'s)?{_LINK_EN}$", re.IGNORECASE)
    return re.compile(f"(?:{words}){_LINK_ZH}$")


_BEFORE = {
    "en": tuple((_pattern(words, "en"), one) for words, one in _BEFORE_EN),
    "zh": tuple((_pattern(words, "zh-Hans"), one) for words, one in _BEFORE_ZH),
}
# One look at all the words: few numbers stand beside any of them.
_ANY = {
    "en": (
        _pattern("|".join(words for words, _ in _BEFORE_EN), "en"),
        re.compile(rf"[ -](?:{'|'.join(words for words, _ in _AFTER_EN)})\b", re.IGNORECASE),
    ),
    "zh": (
        _pattern("|".join(words for words, _ in _BEFORE_ZH), "zh-Hans"),
        re.compile(f"的?(?:{'|'.join(words for words, _ in _AFTER_ZH)})"),
    ),
}
_AFTER = {
    "en": tuple((re.compile(rf"[ -](?:{words})\b", re.IGNORECASE), one) for words, one in _AFTER_EN),
    "zh": tuple((re.compile(f"的?(?:{words})"), one) for words, one in _AFTER_ZH),
}
# Lengths that no range has: nothing drives so many centimetres on a charge.
_SIZES = frozenset({"millimeter", "centimeter", "inch"})
# Longer than any property with its links.
_REACH = 36


def find_property(text: str, clause: tuple[int, int], claim: Claim, lang: Lang) -> list[Property]:
    """The properties that a number is directly said to be, each with what it never is; mostly none."""
    key = "en" if lang == "en" else "zh"
    before = text[max(clause[0], claim.start - _REACH) : claim.start]
    leads, follows = _ANY[key]
    found = [one for pattern, one in _BEFORE[key] if pattern.search(before)] if leads.search(before) else []
    if follows.match(text, claim.end, clause[1]):
        found += [one for pattern, one in _AFTER[key] if pattern.match(text, claim.end, clause[1])]
    return found


def is_never(claim: Claim, properties: Collection[Property]) -> bool:
    """Whether one of the properties can't have a number of this dimension: a weight in minutes."""
    if claim.kind == "year":
        named = {"year"}
    elif claim.quantity is None:
        return False
    else:
        named = {claim.quantity.dimension, "size" if claim.quantity.unit in _SIZES else ""}
    return any(named & one.never for one in properties)
