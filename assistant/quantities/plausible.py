"""Whether a short or many-meaning symbol is a unit where it stands: "in", C, K, F, s, d, B, G, quotation marks as inches."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from assistant.quantities import alone, zh_units
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num
from assistant.quantities.page import Page
from assistant.quantities.unit_word import Measure

_IN_FOLLOW = lazy(
    r" ?(?:$|[).,;:/*x×|\n\]–+]|(?:thick|wide|long|tall|deep|high|dia|diameter|length|width|height|by|to|and|or|screen|LC|OC|o\.c\.|load|center|centre"
    r"|display|x|W|L|H|D|lbs?|from|of [a-z])\b)"
)
_CELSIUS = lazy(
    r"(?:temp(?:erature)?s?:?|[CF] ?[/(–-]|°|degree|weather|cold|hot|warm|heat|below|above|outside|from|to|at|its|it's|is|between|and|wash|hit|hits|reach(?:es)?|about|around|rated(?: to)?|≈|~|@) ?$",
    re.IGNORECASE,
)
_KELVIN = lazy("K|色温|色溫|temperature|colou?r|CCT|light|光|white|白|kelvin", re.IGNORECASE)
_STORAGES = frozenset((8, 12, 16, 18, 24, 32, 48, 64, 128, 256, 512, 1024))
_FABRIC = lazy(
    r"[ -]?(?:[A-Za-z-]{1,12} )?(?:nylon|polyester|fabric|ripstop|oxford|cordura|yarn|尼龙|尼龍|涤纶|滌綸|聚酯|牛津|面料|锦纶|錦綸)",
    re.IGNORECASE,
)
_STORED = lazy(r"[一-鿿]{0,3}?(?:流量|硬盘|硬碟|内存|記憶體|容量|空间|空間|存储|儲存)")
_STORE = lazy("(?:盘|盤|碟|内存|記憶體|存储|儲存|流量|空间|空間|容量|SSD|RAM|ROM|[Ss]torage|[Mm]emory)[:：]? ?$")
_SHAKEN = lazy("(?:加速度|冲击|衝擊|抗震|shock|acceleration)[:：]? ?(?:达|達|约|約|of )?$")
# An interface with 2in/2out.
_CHANNELS = lazy(r" ?[/x] ?[0-9]{1,3} ?-?[oO]ut")
_HOURS = (12, 24, 36, 48, 72)
_PRINTING = lazy(r"[Pp]rint|印表|[Cc]opy|[Ss]can|打印|列印|复印|影印")
# 5W-30 is a grade of oil, the 94W of 225/45R17 94W an index of load and speed.
_OIL_GRADE = lazy(r"[-/][0-9]{2}(?![0-9A-Za-z.,])")
_OIL_GRADES = (0, 5, 10, 15, 20, 25)
_TYRE = lazy(r"R[0-9]{2}C? (?:[0-9]{2,3}[A-Z] ?(?:/|or) ?)?$")
_ENGINE = lazy("马力|馬力|功率|发动机|發動機|引擎|動力|动力|最大|horsepower|engine|power|torque|rpm", re.IGNORECASE)
# So many digits behind 批号 are a lot number, whatever letter ends it.
_LOT_DIGITS = 6
# What a letter behind the number names: Core Ultra 7 258V, Fig. 12b, 红米9A, 5車12A.
_LETTERED = lazy(
    r"(?:(?:Core(?: Ultra)?|Ryzen(?: AI)?) [3579] |(?<![A-Za-z])(?:Fig(?:ures?|s)?\.?|Seats?|Row|Room|Apt\.?|Unit|Exit|Gate|Lot|Plate|Appendix) ?"
    r"|红米|紅米|荣耀|榮耀|小米|华为|華為|[0-9][車车]|座[位號号]?)$"
)
_MAGNET = lazy(r" (?:MRI|magnet|field|scanner)")


@dataclass(frozen=True, slots=True)
class _Sight:
    """A number, the unit read behind it, and how many characters lie between."""

    page: Page
    number: Num
    found: Measure
    gap: int


def plausible(page: Page, number: Num, found: Measure, gap: int, char: str) -> bool:
    """Whether `found` is the number's unit; `char` is the character right behind the number. May add a doubt to it."""
    text, surface, end = page.text, found.surface, found.end
    size = len(surface)
    if size > 2 and surface not in _RULES:
        return number.kind != "words" or not (surface in ("second", "seconds") and number.low in (20, 30, 40, 50))
    following = text[end : end + 1]
    if char == "-" and (size < 2 or (following == "-" and surface in ("in", "to"))):
        return surface in ("W", "V", "L") and not following.isalnum()
    if size == 1 and surface.isalpha():
        if surface in "WVHT" and (
            (number.low in _OIL_GRADES and _OIL_GRADE.match(text, end))
            or _TYRE.search(text, max(0, number.start - 14), number.start)
        ):
            return False
        if following == "-" and text[end + 1 : end + 2].isalpha():
            return False
        # "UL 94 V-0" names a class; "Figure: 21 m" is a label with a measure.
        long = number.end - number.start >= _LOT_DIGITS
        if not gap and _LETTERED.search(text, max(0, number.start - 16), number.start):
            return False
        if (gap or long) and ":" not in text[max(0, number.start - 2) : number.start] and alone.is_name(page, number):
            return False
    rule = _RULES.get(surface)
    return rule(_Sight(page, number, found, gap)) if rule else True


def _inch_word(sight: _Sight) -> bool:
    number = sight.number
    if sight.found.unit != "inch" or number.form in ("fraction", "slash"):
        return True
    if number.kind == "words" or _CHANNELS.match(sight.page.text, sight.found.end):
        return False
    return not sight.gap or bool(_IN_FOLLOW.match(sight.page.text, sight.found.end))


def _foot_mark(sight: _Sight) -> bool:
    text, start, end = sight.page.text, sight.number.start, sight.found.end
    return not sight.gap and not (start and text[start - 1] == "'") and not text[end : end + 1].isalpha()


def _inch_mark(sight: _Sight) -> bool:
    """Not the closing quotation mark of "Pottery 204"."""
    if sight.gap == 1 and sight.number.form == "fraction":
        return True
    text, start = sight.page.text, sight.number.start
    if sight.gap or (start and text[start - 1] in '"“'):
        return False
    window = text[max(0, start - 80) : start]
    if "“" in window and '"' not in window.rpartition("“")[2]:
        return False
    opened = window.rfind('"')
    if opened < 0:
        return True
    before = window[opened - 1] if opened else " "
    return not (before in " (\n" and window[opened + 1 : opened + 2].isalpha())


def _temperature(sight: _Sight) -> bool:
    text, start, end = sight.page.text, sight.number.start, sight.found.end
    if abs(Fraction(sight.number.low)) > 1200:
        return False
    if text[end : end + 1] in ("-", "+", "#", ".") and text[end + 1 : end + 2].isalnum():
        return False
    before = text[max(0, start - 14) : start]
    pattern = _CELSIUS if sight.page.lang == "en" else zh_units.HEAT
    blank = sight.page.lang == "en" and not before.strip()
    return before[-1:] in ("-", "~") or blank or bool(pattern.search(before))


def _pound(sight: _Sight) -> bool:
    """Not the kind of the coins that are counted: three pound coins."""
    return not sight.page.text.startswith((" coin", "-coin"), sight.found.end)


def _kelvin(sight: _Sight) -> bool:
    number, text = sight.number, sight.page.text
    if 1500 <= number.low <= 20000 or (number.low > 20 and "." in text[number.start : number.end]):
        return True
    around = text[max(0, number.start - 30) : number.start] + text[sight.found.end : sight.found.end + 24]
    return sight.gap == 1 and number.low >= 1 and bool(_KELVIN.search(around))


def _seconds(sight: _Sight) -> bool:
    """Not "the 90s", "1990s", "1,000s of hours"."""
    number = sight.number
    if sight.gap or number.form != "plain" or number.low % 10 or number.low < 20:
        return True
    named = sight.page.text.endswith(("the ", "The ", "'"), max(0, number.start - 4), number.start)
    return Fraction(number.low) < 100 and not named


def _days(sight: _Sight) -> bool:
    """Not "3d printing"."""
    start = sight.number.start
    return sight.number.low > 4 and not (start and sight.page.text[start - 1] == "-")


def _bytes(sight: _Sight) -> bool:
    return sight.number.form == "plain" and sight.number.low >= 8 and sight.number.low % 8 == 0


def _storage(sight: _Sight) -> bool:
    start = sight.number.start
    if _SHAKEN.search(sight.page.text, max(0, start - 8), start):
        sight.found.unit = "standard_gravity"
        return True
    named = _STORED.match(sight.page.text, sight.found.end) or _STORE.search(sight.page.text, max(0, start - 6), start)
    if (sight.number.low not in _STORAGES and not named) or sight.gap:
        return False
    sight.found.doubt = "G alone is read as gigabyte"
    return True


def _denier(sight: _Sight) -> bool:
    return not sight.gap and bool(_FABRIC.match(sight.page.text, sight.found.end))


def _pages_or_parts(sight: _Sight) -> bool:
    start = sight.number.start
    if _PRINTING.search(sight.page.text, max(0, start - 30), start):
        sight.found.unit = "count / minute"
    return True


def _tesla(sight: _Sight) -> bool:
    return bool(_MAGNET.match(sight.page.text, sight.found.end))


def _metric_horsepower(sight: _Sight) -> bool:
    """It is horsepower where an engine is spoken of, else picoseconds with a doubt."""
    start, end = sight.number.start, sight.found.end
    around = sight.page.text[max(0, start - 24) : start] + sight.page.text[end : end + 10]
    if _ENGINE.search(around):
        sight.found.unit = sight.found.unit.replace("picosecond", "metric_horsepower_ps", 1)
    else:
        sight.found.doubt = "'ps' may be picoseconds or metric horsepower"
    return True


def _hours(sight: _Sight) -> bool:
    """24H and its like; a henry is never what a product sells."""
    if sight.gap or sight.number.low not in _HOURS or sight.page.lang == "en":
        return False
    sight.found.unit = "hour"
    return True


def _never(_: _Sight) -> bool:
    return False


_RULES: dict[str, Callable[[_Sight], bool]] = {
    "in": _inch_word, "'": _foot_mark, '"': _inch_mark, "C": _temperature, "F": _temperature, "K": _kelvin,
    "G": _storage, "D": _denier, "s": _seconds, "d": _days, "B": _bytes, "T": _tesla, "ppm": _pages_or_parts,
    "H": _hours, "MU": _never, "ps": _metric_horsepower, "ac": _never, "pound": _pound,
}  # fmt: skip
