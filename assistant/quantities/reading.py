"""One number with what belongs to it: sign, currency, unit, and what the words around make of them."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.quantities import zh_units
from assistant.quantities.cardinals_en import SCALES
from assistant.quantities.follow import unit_after
from assistant.quantities.lazy import lazy
from assistant.quantities.money import MONEY_ENDS, amount_after, currency_before
from assistant.quantities.num import Num, plus, times
from assistant.quantities.numbers import number_at
from assistant.quantities.page import Page
from assistant.quantities.part import Part
from assistant.quantities.tables import ONE
from assistant.quantities.unit_word import Measure, scaled
from assistant.quantities.units_at import measure_at, per_after
from assistant.units import dimension

_PER_TOKENS = lazy(
    r"(?: ?/ ?| per )(1 ?[MK]|M|K|1,000,000|1,000|1000|(?:1 |one |a )?million|thousand) ?(?:(?:input|output|cached|prompt|completion) )?(?:tokens?|tok)(?![A-Za-z])",
    re.IGNORECASE,
)
_ON_SCALE = lazy(r" on the (C|F)(?:elsius|ahrenheit) scale")
_POINT_GROUP = lazy(r"[0-9]{1,3}\.[0-9]{3}")
_MILLIONS = lazy(r" (thousand|million|billion|trillion)(?![A-Za-z])")
_SPENT = lazy(r"spen[dt]|cost|price|paid|pay|£|worth|sold|budget|raised|fee|salar|revenue", re.IGNORECASE)
_EARTHLY = frozenset(("mass", "volume", "data", "time", "count", "[person]", "areal_density", "area"))


# The last character of what turns a number negative; the last letter of "minus" and "negative".
_SIGN_ENDS = frozenset("负負- 下")
_MINUS_ENDS = frozenset("sSeE")
# What 时速 and 每秒飞 can be a rate of.
# What "2 750 mm" may start with.
_HEAD = lazy(r"(?<![0-9.,/:x×*A-Za-z-])([1-9][0-9]{0,2}) $")
_RATED = frozenset(("length", "volume", "energy", "data", "mass", "count"))
_RELEASED = frozenset("两兩千兆百毫")


def _sign_before(page: Page, start: int) -> tuple[int, bool]:
    """Where the expression starts with its sign, and whether the sign is a minus."""
    text = page.text
    char = text[start - 1]
    if char == " " and text[start - 2 : start - 1] not in _MINUS_ENDS:
        return start, False
    if char in ("负", "負"):
        return start - 1, True
    if char == "-":
        before = text[start - 2 : start - 1]
        if start - 1 > page.done - 1 and (not before or before in " (（[:,/~—–、，：\n$€£¥" or (before >= "\u2e80")):
            return start - 1, True
    if page.lang == "en" and text[max(0, start - 6) : start].lower() == "minus ":
        return start - 6, True
    if page.lang == "en" and text[max(0, start - 9) : start].lower() == "negative ":
        return start - 9, True
    if text[max(0, start - 2) : start] in ("零下",):
        return start, True
    return start, False


def part_at(page: Page, number: Num) -> Part:
    """The number with sign, currency and unit; `unit` is None if nothing measurable follows."""
    text, start, negative, money = page.text, number.start, False, None
    chinese = page.lang != "en"
    if chinese and text[number.end - 1] in _RELEASED:
        zh_units.release_unit(page, number)
    if start:
        if text[start - 1] in MONEY_ENDS:
            money = currency_before(page, number)
        if text[start - 1] in _SIGN_ENDS:
            start, negative = _sign_before(page, start)
    doubts = [number.doubt] if number.doubt else []
    if start > 2 and number.end - number.start == 3 and text[start - 1] == " " and "0" <= text[start - 2] <= "9":
        head = _HEAD.search(text, max(page.done, start - 6), start)
        if head and number.kind == "digits":
            doubts.append(f"the {head[1]} before it may belong to it")
    if money:
        return _money_part(page, number, money, negative, doubts)
    found = unit_after(page, number)
    low, high = number.low, number.high
    end, unit, surface = number.end, None, ""
    if found:
        if found.factor is not ONE:
            low, high = scaled(low, found), None if high is None else scaled(high, found)
        unit, end, surface = found.unit, found.end, found.surface
        if found.doubt:
            doubts.append(found.doubt)
    if unit is None and number.start >= 5 and text.startswith("Mach ", number.start - 5):
        unit, start = "mach", number.start - 5
    if unit == "EUR" and not chinese and _POINT_GROUP.fullmatch(page.text, number.start, number.end):
        doubts.append("the point may separate thousands")
    part = Part(number, start, end, unit, low, high, doubts, negative, None, number.form == "vague", surface)
    if unit:
        if not chinese:
            _english_context(page, part)
        elif page.rates or text.startswith("半", end):
            _chinese_context(page, part)
    if negative:
        at_line_start = start == 0 or page.text[start - 1] == "\n"
        if unit and at_line_start and page.text[start] == "-" and dimension(unit) in _EARTHLY:
            part.start, part.dash = number.start, False
        else:
            part.low, part.high = -part.low, None if part.high is None else -part.high
    return part


def _english_context(page: Page, part: Part) -> None:
    """What follows settles: "75 USD million", "20 million pounds" that were spent, "−273.15° on the Celsius scale"."""
    text = page.text
    if part.unit == "degree":
        scale = _ON_SCALE.match(text, part.end)
        if scale:
            part.unit = "degree_Celsius" if scale[1] == "C" else "degree_Fahrenheit"
    elif part.unit == "pound" and part.number.form == "scaled" and part.surface.startswith("pound"):
        if _SPENT.search(text, max(0, part.start - 40), part.start):
            part.unit = "GBP"
    elif part.unit and len(part.unit) == 3 and part.unit.isupper():
        more = _MILLIONS.match(text, part.end)
        if more:
            part.low, part.end = times(part.low, SCALES[more[1].lower()]), more.end()


def _chinese_context(page: Page, part: Part) -> None:
    """每小时 and 时速 before it, 半 after it."""
    half = zh_units.half_after(page, part.end) if page.text.startswith("半", part.end) else 0
    if half and part.high is None and part.unit not in ("count", "percent"):
        part.low, part.end = plus(part.low, Decimal("0.5")), half
    if page.rates:
        rated(page, part)


def rated(page: Page, part: Part) -> None:
    """Divides the unit by what 每小时, 时速 or 百公里油耗 before the number says."""
    rate = zh_units.rate_before(page, part.number, part.unit)
    if rate and part.unit and " / " not in part.unit and part.unit != "percent":
        kind = dimension(part.unit)
        if rate[1] == part.number.start and kind not in _RATED:
            return
        if rate[0] == "hundred_kilometer" and kind == "length":
            return
        if kind == "[person]" or (
            rate[0] in ("gram", "milliliter", "kilogram") and kind in ("mass", "volume", "energy")
        ):
            return
        part.unit, part.start = f"{part.unit} / {rate[0]}", rate[1]
        if part.unit == "revolution / minute":
            part.unit = "revolutions_per_minute"


def _money_part(page: Page, number: Num, money: tuple[str, int, bool, str], negative: bool, doubts: list[str]) -> Part:
    unit, start, minus, doubt = money
    unit = page.local.get(unit, unit) if page.text[start] not in "$" else unit
    amount_after(page, number)
    end = number.end
    text = page.text
    if page.lang != "en":
        # 人民币 8千元 and ￥300元 name the currency twice.
        tail = measure_at(page, end) if end < len(text) else None
        if tail and dimension(tail.unit) in ("currency", "currency_rate"):
            end = tail.end
            unit = tail.unit.replace(tail.unit.split(" / ")[0], unit, 1)
    if doubt:
        doubts.append(doubt)
    part = Part(number, start, end, unit, number.low, number.high, doubts)
    if negative or minus or text[start - 1 : start] == "-":
        part.low = -part.low
    _per_money(page, part)
    return part


def _per_money(page: Page, part: Part) -> None:
    """What an amount of money is paid for: "/month", "per million tokens", "an hour"."""
    if part.unit is None or " / " in part.unit:
        return
    tokens = _PER_TOKENS.match(page.text, part.end)
    if tokens:
        thousands = tokens[1].lower()[-1] == "k" or tokens[1] in ("1,000", "1000", "thousand")
        part.low = times(part.low, 1000) if thousands else part.low
        part.unit, part.end = f"{part.unit} / million_token", tokens.end()
        return
    probe = Measure(part.unit, part.end)
    per_after(page, probe)
    part.unit, part.end = probe.unit, probe.end


def next_part(page: Page, at: int) -> Part | None:
    """The number that stands exactly at `at`, read with its unit."""
    text = page.text
    if at >= len(text):
        return None
    negative = text[at] in "-+" and text[at + 1 : at + 2].isdigit()
    place = at + 1 if negative else at
    number = number_at(page.text, place, page.lang, page.original) if _may_start(page, place) else None
    if number is None or number.form in ("version", "serial"):
        return None
    held, page.done = page.done, at
    part = part_at(page, number)
    page.done = held
    if negative and text[at] == "-" and not part.dash:
        part.low, part.start, part.dash = -part.low, at, True
    elif negative:
        part.start = at
    return part


def _may_start(page: Page, at: int) -> bool:
    char = page.text[at : at + 1]
    return bool(char) and (char.isdigit() or char in "½⅓⅔¼¾$€£¥." or char.isalpha())
