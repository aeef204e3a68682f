"""Whether a short or many-meaning symbol is a unit where it stands: "in", C, K, F, s, d, B, G, quotation marks as inches."""

from __future__ import annotations

import re

from assistant.quantities import zh_units
from assistant.quantities.num import Num
from assistant.quantities.page import Page
from assistant.quantities.units_at import Measure

_IN_FOLLOW = re.compile(
    r" ?(?:$|[).,;:/*x×|\n\]–+]|(?:thick|wide|long|tall|deep|high|dia|diameter|length|width|height|by|to|and|or|screen|display|x|W|L|H|D|lbs?|from|of [a-z])\b)"
)
_SCALE_C = re.compile(
    r"(?:temp|°|degree|weather|cold|hot|warm|heat|below|above|outside|from|to|at|its|it's|is|between|and|wash) ?$",
    re.IGNORECASE,
)
_KELVIN = re.compile("K|色温|色溫|temperature|colou?r|CCT|light|光|white|白|kelvin", re.IGNORECASE)
_STORAGES = frozenset((8, 12, 16, 18, 24, 32, 48, 64, 128, 256, 512, 1024))
_FABRIC = re.compile(
    r"[ -]?(?:[A-Za-z-]+ )?(?:nylon|polyester|fabric|ripstop|oxford|cordura|yarn|尼龙|尼龍|涤纶|滌綸|聚酯|牛津|面料|锦纶|錦綸)",
    re.IGNORECASE,
)
_PRINTING = re.compile(r"[Pp]rint|[Cc]opy|[Ss]can|打印|列印|复印|影印")
_MAGNET = re.compile(r" (?:MRI|magnet|field|scanner)")


def plausible(page: Page, number: Num, found: Measure, place: int, gap: int, char: str) -> bool:
    """Whether a short or many-meaning symbol is a unit here."""
    text, surface, end = page.text, found.surface, found.end
    following = text[end : end + 1]
    if char == "-" and (len(surface) < 2 or (following == "-" and surface in ("in", "to"))):
        return surface in ("W", "V", "L") and not following.isalnum()
    if len(surface) == 1 and surface.isalpha() and following == "-" and text[end + 1 : end + 2].isalpha():
        return False
    if len(surface) > 2 and surface not in _RULES:
        return not (
            surface.lower() in ("second", "seconds") and number.kind == "words" and number.low in (20, 30, 40, 50)
        )
    rule = _RULES.get(surface)
    return rule(page, number, found, gap) if rule else True


def _rule_in(page: Page, number: Num, found: Measure, gap: int) -> bool:
    if found.unit != "inch" or number.form in ("fraction", "slash"):
        return True
    if number.kind == "words":
        return False
    return not gap or bool(_IN_FOLLOW.match(page.text, found.end))


def _rule_foot(page: Page, number: Num, found: Measure, gap: int) -> bool:
    text = page.text
    return not gap and text[number.start - 1 : number.start] != "'" and not text[found.end : found.end + 1].isalpha()


def _rule_inch(page: Page, number: Num, found: Measure, gap: int) -> bool:
    text = page.text
    if gap or (text[number.start - 1 : number.start] in ('"', "“") and number.start):
        return False
    window = text[max(0, number.start - 80) : number.start]
    if "“" in window and '"' not in window.rpartition("“")[2]:
        return False
    opened = window.rfind('"')
    if opened >= 0:
        before, after = window[opened - 1 : opened] if opened else " ", window[opened + 1 : opened + 2]
        if (not before or before in " (\n") and after.isalpha():
            return False
    return True


def _rule_celsius(page: Page, number: Num, found: Measure, gap: int) -> bool:
    text, start = page.text, number.start
    if abs(number.low) > 1200 or (
        text[found.end : found.end + 1] in ("-", "+", "#", ".") and text[found.end + 1 : found.end + 2].isalnum()
    ):
        return False
    before = text[max(0, start - 14) : start]
    if page.lang != "en":
        return before[-1:] == "-" or bool(zh_units.HEAT.search(before))
    return before[-1:] == "-" or bool(_SCALE_C.search(before)) or not before.strip()


def _rule_kelvin(page: Page, number: Num, found: Measure, gap: int) -> bool:
    text = page.text
    if "." in text[number.start : number.end] and number.low > 20:
        return True
    around = text[max(0, number.start - 30) : number.start] + text[found.end : found.end + 24]
    if number.low >= 1500 and number.low <= 20000:
        return True
    return gap == 1 and bool(_KELVIN.search(around)) and number.low >= 1


def _rule_decade(page: Page, number: Num, found: Measure, gap: int) -> bool:
    if gap or number.low % 10 or number.low < 20:
        return True
    return number.low < 100 and not page.text.endswith(("the ", "The ", "'"), max(0, number.start - 4), number.start)


def _rule_day(page: Page, number: Num, found: Measure, gap: int) -> bool:
    return number.low > 4 and page.text[number.start - 1 : number.start] != "-"


def _rule_byte(page: Page, number: Num, found: Measure, gap: int) -> bool:
    return number.low % 8 == 0 and number.form == "plain" and number.low >= 8


def _rule_storage(page: Page, number: Num, found: Measure, gap: int) -> bool:
    if number.low not in _STORAGES or gap:
        return False
    found.doubt = "G alone is read as gigabyte"
    return True


def _rule_denier(page: Page, number: Num, found: Measure, gap: int) -> bool:
    return not gap and bool(_FABRIC.match(page.text, found.end))


def _rule_ppm(page: Page, number: Num, found: Measure, gap: int) -> bool:
    if _PRINTING.search(page.text, max(0, number.start - 30), number.start):
        found.unit = "count / minute"
    return True


def _rule_tesla(page: Page, number: Num, found: Measure, gap: int) -> bool:
    return bool(_MAGNET.match(page.text, found.end))


def _rule_never(page: Page, number: Num, found: Measure, gap: int) -> bool:
    return False


_RULES = {
    "in": _rule_in, "'": _rule_foot, '"': _rule_inch, "C": _rule_celsius, "F": _rule_celsius, "K": _rule_kelvin,
    "G": _rule_storage, "D": _rule_denier, "s": _rule_decade, "d": _rule_day, "B": _rule_byte, "T": _rule_tesla,
    "ppm": _rule_ppm, "H": _rule_never, "ac": _rule_never,
}  # fmt: skip
