"""Numbers of a spreadsheet as its reader sees them: with the percent sign, unit, currency or date of their format.

The digits are those stored, up to the fifteen that spreadsheet programs keep: 0.9345 shown as "93%" is 93.45%.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r'"(?P<said>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\[(?P<note>[^\]]*)\]|[_*].'
    r"|(?P<digits>[0#?][0#?,./]*|\.[0#?]+)|(?P<power>[Ee][+-])|(?P<general>General)|(?P<text>@)|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
# Formats that go by number; of the others up to 49 only those of numbers are without words.
_BUILT_IN = {9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "General", 13: "General", 48: "0E+0", 49: "@"}
_DATES = frozenset((*range(14, 18), *range(27, 32), 34, 35, 36, *range(50, 59)))
_MOMENTS = frozenset((22,))
_TIMES = frozenset((18, 19, 20, 21, 32, 33, 45, 46, 47))
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*', re.DOTALL)
_ZERO, _ZERO_1904 = datetime(1899, 12, 30, tzinfo=UTC), datetime(1904, 1, 1, tzinfo=UTC)
_DIGITS = 15
_FORMAT_CHARS = 255
# Dates end with the year 9999.
_DAYS = 2_958_465


class Shape(NamedTuple):
    """What a format adds to a number: words before and after, ten to a power, or that it is a date, a time or both."""

    before: str = ""
    after: str = ""
    power: int = 0
    date: bool = False
    time: bool = False
    elapsed: bool = False


def shape_of(number: int, code: str) -> Shape:
    """What the format of a number says, by its number and, where it has one of its own, its code.

    >>> shape_of(164, '0.0" kg"'), shape_of(9, "")
    (Shape(before='', after=' kg', power=0, date=False, time=False, elapsed=False), Shape(before='', after='%', power=2, date=False, time=False, elapsed=False))
    """
    if not code:
        if number in _DATES or number in _MOMENTS or number in _TIMES:
            return Shape(date=number not in _TIMES, time=number not in _DATES, elapsed=number == 46)
        code = _BUILT_IN.get(number, "General")
    return _shape(code[:_FORMAT_CHARS])


@lru_cache(maxsize=512)
def _shape(code: str) -> Shape:
    section = _SECTION.match(code)
    before, after, power, digits = "", "", 0, False
    letters = ""
    elapsed = False
    for token in _TOKEN.finditer(section[0] if section else code):
        kind = token.lastgroup or ""
        said = token[kind] if kind in ("said", "escaped", "sign", "plain") else ""
        if kind in ("digits", "general", "text"):
            digits = True
            # Commas behind the last digit part nothing: each of them divides by a thousand.
            power -= 3 * (len(token[0]) - len(token[0].rstrip(",")))
        elif kind == "note":
            elapsed = elapsed or bool(_ELAPSED.fullmatch(token["note"]))
        elif kind == "plain" and said.lower() in "ymdhs年月日":
            letters += said.lower()
        elif kind == "plain" and said == "%":
            power += 2
        if said and not (kind == "plain" and said.lower() in "ymdhs"):
            before, after = (before, after + said) if digits else (before + said, after)
    if letters.strip("年月日") or elapsed:
        return Shape(date=bool(set(letters) & set("yd")) and not elapsed, time="h" in letters or "s" in letters, elapsed=elapsed)  # fmt: skip
    return Shape(before.lstrip(), after.rstrip(), power)


def shown_number(value: str, shape: Shape, *, from_1904: bool = False) -> str:
    """A stored number as people read it; as it stands if it is none.

    >>> (
    ...     shown_number("0.30000000000000004", Shape()),
    ...     shown_number("0.9345", shape_of(9, "")),
    ...     shown_number("45292", shape_of(14, "")),
    ... )
    ('0.3', '93.45%', '2024-01-01')
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > 300:
        return value
    if (shape.date or shape.time or shape.elapsed) and 0 <= number < _DAYS:
        return _moment(number, shape, from_1904)
    number = _rounded(number).scaleb(shape.power)
    plain = f"{number:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return f"{shape.before}{'0' if plain in ('', '-0') else plain}{shape.after}"


def _rounded(number: Decimal) -> Decimal:
    """To the digits that spreadsheet programs keep: 0.1 + 0.2 is 0.3."""
    if len(number.as_tuple().digits) <= _DIGITS:
        return number
    return Decimal(f"{number:.{_DIGITS - 1}e}")


def _moment(number: Decimal, shape: Shape, from_1904: bool) -> str:
    seconds = round(float(number % 1 if not shape.elapsed else number) * 86_400)
    if shape.elapsed or not shape.date:
        hours, rest = divmod(seconds, 3600)
        minutes, left = divmod(rest, 60)
        return f"{hours}:{minutes:02}" + (f":{left:02}" if left or shape.elapsed else "")
    # 1900 counts as a leap year there, so that its first two months are a day off.
    first = _ZERO if number >= 60 or from_1904 else _ZERO + timedelta(days=1)
    moment = (_ZERO_1904 if from_1904 else first) + timedelta(days=int(number), seconds=seconds)
    shown = moment.date().isoformat()
    return f"{shown} {moment:%H:%M}" if shape.time and seconds else shown
