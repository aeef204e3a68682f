"""Numbers that belong together: ranges, dimensions, lists with one unit, compounds such as 5 ft 10 in, tolerances."""

from __future__ import annotations

import re
from decimal import Decimal
from math import gcd

from assistant.quantities.alone import is_name
from assistant.quantities.compounds import read_compound
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num, Value, times
from assistant.quantities.page import Page
from assistant.quantities.part import Part
from assistant.quantities.reading import next_part
from assistant.quantities.sides import BY_STARTS, NAMED_SIDE_STARTS
from assistant.units import convert, dimension, lookup

_RANGE_EN = lazy(
    r" ?[–—~] ?| ?-{1,2} ?(?=[0-9$€£¥½¼¾.])| (?:to|through|thru) (?=[-+$€£¥]?[ 0-9½¼¾a-z])|- to (?=[0-9])|\.{2,3}(?=[0-9])|…(?=[-+0-9])| - (?=[0-9])"
)
_RANGE_ZH = lazy(r" ?[–—~～] ?| ?-{1,2} ?(?=[-+0-9])| ?[至到] ?| to (?=[-+0-9])| - (?=[0-9])")
_LIST = lazy(r"、| ?/ ?|,? (?:and|or|&) | ?[+&] ?|[和或与與及]")
_BETWEEN = lazy(r"\bbetween $", re.IGNORECASE)
_TOLERANCE = lazy(r" ?(?:±|\+/-|\+-|\+ ?/ ?-) ?(?=[0-9.])")
# How each of these begins, directly behind a number or after a space.
_RANGE_STARTS = frozenset("–—~～-.…至到ta")
_LIST_STARTS = frozenset("、/ao&+,和或与與及")
_TOLERANCE_STARTS = frozenset("±+")
# How anything that `scan` joins to a number begins.
STARTS = _RANGE_STARTS | BY_STARTS | _LIST_STARTS | _TOLERANCE_STARTS | NAMED_SIDE_STARTS
_FRACTION_UNITS = frozenset(
    [
        "inch",
        "foot",
        "yard",
        "mile",
        "cup",
        "tablespoon",
        "teaspoon",
        "fluid_ounce",
        "pound",
        "ounce",
        "gallon",
        "quart",
        "pint",
        "hour",
        "second",
        "horsepower",
        "acre",
    ]
)
_DENOMINATORS = ("2", "3", "4", "5", "6", "8", "10", "12", "16", "32", "64")
_LISTED = ("data", "data_rate", "frequency", "voltage", "count", "ratio")
_TWO_RANGES = lazy(r"-[0-9]{1,6}(?:,[0-9]{3})?(?:\.[0-9]{1,3})? ?/ ?(?=[0-9][0-9.,]{0,8} ?[-–~] ?[0-9])")
_SCALES = {"千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_TOGETHER = lazy(" and ")


def _same_kind(one: str, other: str) -> bool:
    return one == other or lookup(one).exponents == lookup(other).exponents


def _in_unit(value: Value, from_: str, to: str) -> Value:
    if from_ == to:
        return value
    result = convert(value, from_, to)
    below = result.denominator
    while below % 2 == 0:
        below //= 2
    while below % 5 == 0:
        below //= 5
    return Decimal(result.numerator) / Decimal(result.denominator) if below == 1 else result


def _is_fraction(page: Page, part: Part) -> bool:
    """1/4 ton is a fraction; 50/60 Hz, 8/16 GB and 220/240 V are two values."""
    above, _, below = page.text[part.number.start : part.number.end].partition("/")
    if part.unit in _FRACTION_UNITS:
        # 58/60" are two widths of a cloth.
        return below in _DENOMINATORS and int(above.replace(",", "")) < 2 * int(below)
    usual = below in ("2", "3", "4", "5", "6", "8", "16", "32", "64") and above.isdigit() and int(above) < int(below)
    return usual and gcd(int(above), int(below)) == 1 and lookup(part.unit or "count").dimension not in _LISTED


def split_slash(page: Page, part: Part) -> Part | None:
    """Undoes the reading of "16/32 GB" as a fraction; None if there is nothing to undo."""
    number = part.number
    if number.form != "slash" or _is_fraction(page, part):
        return None
    cut = page.text.index("/", number.start)
    if number.start and part.start != number.start:
        return None
    return Part(Num(number.start, cut, Decimal(page.text[number.start : cut].replace(",", ""))), part.start, cut, None,
                Decimal(page.text[number.start : cut].replace(",", "")), None, [])  # fmt: skip


def read_range(page: Page, part: Part) -> bool:
    """Extends `part` to a range if one follows; says whether it did."""
    text, end = page.text, part.end
    following = text[end : end + 1]
    if (text[end + 1 : end + 2] if following == " " else following) not in _RANGE_STARTS:
        return False
    if part.high is not None or part.number.form == "percent":
        return False
    pattern = _RANGE_EN if page.lang == "en" else _RANGE_ZH
    match = pattern.match(text, end)
    if (
        match is None
        and page.lang == "en"
        and text.startswith(" and ", part.end)
        and _BETWEEN.search(text, max(0, part.start - 9), part.start)
    ):
        match = _TOGETHER.match(text, part.end)
    if match is None:
        return False
    other = next_part(page, match.end())
    if other is None or other.unit is None or other.high is not None:
        return False
    read_compound(page, other)
    if part.surface == "百分点" != other.surface:
        return False
    if part.unit == "degree" and other.unit.startswith("degree_"):
        part.unit = other.unit
    unit = part.unit or other.unit
    if part.unit is not None and not (
        _same_kind(part.unit, other.unit) and dimension(part.unit) == dimension(other.unit)
    ):
        if other.unit.startswith(part.unit + " / "):
            unit = other.unit
        else:
            return False
    if part.unit is None and page.lang != "en":
        _share_scale(page, part, other)
    if part.unit is None and other.low < part.low and part.low >= 0 and other.low >= 0:
        return False
    if part.unit is not None and other.unit.split(" / ")[0] == part.unit and part.unit != other.unit:
        unit, part.unit = other.unit, other.unit
    high = _in_unit(other.low, other.unit, unit)
    part.low, part.high = (part.low, high) if part.low <= high else (high, part.low)
    if page.lang == "en" and _BETWEEN.search(text, max(0, part.start - 9), part.start):
        part.start -= 8
    part.unit, part.end, part.surface = unit, other.end, other.surface
    if unit == "kilometer" and part.low == 0 and text.startswith("加速", part.end):
        part.unit = "kilometer / hour"
    part.doubts += [doubt for doubt in other.doubts if doubt not in part.doubts]
    return True


def _share_scale(page: Page, part: Part, other: Part) -> None:
    """38~43万 is 380,000 to 430,000: the scale at the end holds for both, where the first figure is the smaller."""
    figure = page.text[other.number.start : other.number.end]
    scale = _SCALES.get(figure[-1:])
    digits = figure[:-1].replace(",", "")
    if (
        scale
        and digits.replace(".", "", 1).isdigit()
        and part.number.form == "plain"
        and 0 < part.low < Decimal(digits)
    ):
        part.low = times(part.low, scale)


def read_two_ranges(page: Page, first: Part) -> list[Part] | None:
    """The two ranges of "0-550/0-2,000 RPM", both in the unit at the end; None if that is not what follows."""
    match = _TWO_RANGES.match(page.text, first.end) if page.text[first.end : first.end + 1] == "-" else None
    second = next_part(page, match.end()) if match else None
    if match is None or second is None or second.unit is not None or not read_range(page, second):
        return None
    figure = match[0].strip(" /-")
    first.high, first.unit = Decimal(figure.replace(",", "")), second.unit
    if first.high < first.low:
        return None
    first.end = match.start() + 1 + len(figure)
    return [first, second]


def read_list(page: Page, first: Part) -> list[Part] | None:
    """The parts of "10, 16 and 25 MPa" or "256/512 GB": bare numbers that take the unit at the end; None if none follows."""
    following = page.text[first.end : first.end + 1]
    if (page.text[first.end + 1 : first.end + 2] if following == " " else following) not in _LIST_STARTS:
        return None
    if (
        first.unit is not None
        or first.number.kind == "words"
        or first.start < page.listed
        or is_name(page, first.number)
    ):
        return None
    parts = [first]
    while len(parts) < 8:
        match = _LIST.match(page.text, parts[-1].end)
        other = next_part(page, match.end()) if match else None
        if other is None:
            page.listed = parts[-1].end
            return None
        parts.append(other)
        if other.unit is not None:
            break
    if parts[-1].unit in (None, "count", "dimensionless"):
        page.listed = parts[-1].start
        return None
    for part in parts[:-1]:
        part.unit = parts[-1].unit
    return parts


def read_tolerance(page: Page, part: Part) -> None:
    """Extends "2,000.45±0.01 pounds" and "0.45kg±0.05kg" by the half-width after the number."""
    following = page.text[part.end : part.end + 1]
    if (page.text[part.end + 1 : part.end + 2] if following == " " else following) not in _TOLERANCE_STARTS:
        return
    match = _TOLERANCE.match(page.text, part.end)
    if match is None:
        return
    other = next_part(page, match.end())
    if other is None or (part.unit is None and other.unit is None):
        return
    if part.unit is not None and other.unit is not None and not _same_kind(part.unit, other.unit):
        return
    unit = part.unit or other.unit or "dimensionless"
    part.tolerance = _in_unit(other.low, other.unit, unit) if other.unit and "degree_" not in unit else other.low
    part.unit, part.end = unit, other.end
