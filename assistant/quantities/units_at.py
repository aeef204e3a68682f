"""Reads a unit at a position: symbols, words, Chinese names, and what is put together from them with "/", "per", 每, "·"."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.lazy import lazy
from assistant.quantities.page import Page
from assistant.quantities.unit_word import RUN, SIGN_UNITS, Measure, chinese_unit_at, sign_at, single_at, target_of
from assistant.units import dimension

_PER = lazy(r" ?/ ?| per |-per-|([·*]|-(?=(?:[hm]|seconds|hours)(?![A-Za-z])))")
_MONTHS = lazy(r"-([Mm]onth|[Hh]our|[Dd]ay|[Yy]ear)(?![A-Za-z])")
_AGO = lazy(r" (?:ago|earlier|later|before|after|or)")
_PER_LOOSE = lazy(r" (?:an?|each|every) ")
_HUNDRED = lazy(r"100 ?(?:km|公里|kilometers|kilometres)(?![A-Za-z])|百公里")
_DAILY = lazy(r" ?/ ?24 ?(?:[hH]|hrs?|hours?|小时|小時)(?![A-Za-z])")
_ZH_TOKENS = lazy(r" ?(?:/|每) ?(百万|百萬|千|万|萬|亿|億)(?:个|個)? ?(?:[Tt]okens?|词元|詞元)")
_TOKENS_IN_A_MILLION = {
    "百万": Decimal(1), "百萬": Decimal(1), "千": Decimal(1000), "万": Decimal(100), "萬": Decimal(100), "亿": Decimal("0.01"),
    "億": Decimal("0.01"),
}  # fmt: skip
_PER_STARTS = frozenset("/pae")
_PRODUCTS = {
    "kilowatt * hour": "kilowatt_hour", "watt * hour": "watt_hour", "megawatt * hour": "megawatt_hour",
    "ampere * hour": "ampere_hour", "milliampere * hour": "milliampere_hour", "volt * ampere": "volt_ampere",
    "joule * second": "joule * second",
}  # fmt: skip
_PEOPLE = {
    "user": "person",
    "person": "person",
    "people": "person",
    "head": "person",
    "seat": "person",
    "annum": "year",
    "r": "revolution",
    "h": "hour",
    "s": "second",
    "w": "watt",
}
_BELOW_ZH = {
    "月": "month", "日": "day", "分": "minute", "时": "hour", "時": "hour", "分钟": "minute", "分鐘": "minute", "人": "person",
}  # fmt: skip
# "30 pounds a month" is money as often as weight; "12 hours a day" and "5 days a week" are times, not rates.
_NO_RATE = frozenset(("time", "percent", "temperature", "angle", "sound_or_level"))
# 165 g CO2/km.
_CARBON = lazy(r" ?(?:of )?CO(?:2|₂)(?:e|-?eq)?(?: ?/ ?| per )(?=[A-Za-z])")
_PER_KELVIN = lazy(r"[·.]?K(?![A-Za-z0-9])")
_LONE = frozenset("HSw")
# 28元一米, 30元一天.
_ONE_OF = frozenset(
    (
        "meter",
        "kilogram",
        "jin",
        "tw_jin",
        "liter",
        "meter ** 2",
        "ping_area",
        "day",
        "month",
        "year",
        "hour",
        "metric_ton",
    )
)
_LOOSE_BELOW = frozenset(
    ("second", "minute", "hour", "day", "week", "month", "year", "megabyte", "gigabyte", "terabyte")
)


def denominator_at(page: Page, at: int) -> Measure | None:
    """A unit that something is divided by: also "100 km", "user", and in Chinese 月, 日, 分, which are no units alone."""
    text = page.text
    hundred = _HUNDRED.match(text, at)
    if hundred:
        return Measure("hundred_kilometer", hundred.end())
    if page.lang != "en":
        for width in (2, 1):
            name = _BELOW_ZH.get(text[at : at + width]) if at + width <= len(text) else None
            if name and not text.startswith(("月份", "日常", "分之", "时尚", "时代", "人民", "分地"), at):
                return Measure(name, at + width)
    bracket = text[at : at + 1] == "("
    # 1200L/H, 159L/S and 150lm/w: behind a stroke these letters are no henry, siemens or week.
    capital = text[at : at + 1] in _LONE and not text[at + 1 : at + 2].isalnum()
    found = None if capital else single_at(page, at + bracket)
    if found is None:
        run = RUN.match(text, at)
        name = _PEOPLE.get(run[0].lower()) if run else None
        return Measure(name, run.end()) if run and name else None
    if found.unit == "count":
        return None
    if bracket:
        more = _PER.match(text, found.end)
        second = single_at(page, more.end()) if more and more[1] else None
        if second:
            found = Measure(f"{found.unit} / {second.unit}", second.end)
        if text[found.end : found.end + 1] != ")":
            return None
        found.end += 1
    return found


def per_after(page: Page, found: Measure) -> None:
    """Extends a unit by what it is divided by or multiplied with, as far as that is made of known units."""
    text = page.text
    for _ in range(4):
        if found.end >= len(text):
            break
        if text[found.end] in " /每":
            carbon = _CARBON.match(text, found.end) if dimension(found.unit) == "mass" else None
            below = denominator_at(page, carbon.end()) if carbon else None
            if below:
                found.unit, found.end = f"{found.unit} / {below.unit}", below.end
                continue
            daily = _DAILY.match(text, found.end)
            if daily:
                found.unit, found.end = f"{found.unit} / day", daily.end()
                continue
            tokens = _ZH_TOKENS.match(text, found.end) if dimension(found.unit) == "currency" else None
            if tokens:
                found.factor *= _TOKENS_IN_A_MILLION[tokens[1]]
                found.unit, found.end = f"{found.unit} / million_token", tokens.end()
                continue
        if page.lang != "en" and text[found.end] == "一" and dimension(found.unit) == "currency":
            one = single_at(page, found.end + 1)
            if one and one.unit in _ONE_OF and not text[one.end : one.end + 1].isdigit():
                found.unit, found.end = f"{found.unit} / {one.unit}", one.end
            break
        if text[found.end] == "每":
            start, product = found.end + 1, False
        elif (char := text[found.end]) in "/·*-" or (
            char == " " and text[found.end + 1 : found.end + 2] in _PER_STARTS
        ):
            match = _PER.match(text, found.end)
            if match is None:
                match = _PER_LOOSE.match(text, found.end)
                loose = single_at(page, match.end()) if match else None
                if (
                    loose is None
                    or loose.unit not in _LOOSE_BELOW
                    or found.unit == "pound"
                    or dimension(found.unit) in _NO_RATE
                    or _AGO.match(text, loose.end)
                ):
                    break
                found.unit, found.end = f"{found.unit} / {loose.unit}", loose.end
                continue
            start, product = match.end(), bool(match[1])
        else:
            break
        if not product and text.startswith("度", start) and dimension(found.unit) == "currency":
            found.unit, found.end = f"{found.unit} / kilowatt_hour", start + 1
            continue
        below = single_at(page, start) if product else denominator_at(page, start)
        if below is None or not _ends_well(text, below.end):
            break
        if product and " / " in found.unit:
            # W/m·K is written for W/(m·K).
            found.unit = f"{found.unit} / {below.unit}"
        elif product:
            unit = f"{found.unit} * {below.unit}"
            found.unit = _PRODUCTS.get(unit, unit)
        elif found.unit == "revolution" and below.unit == "minute":
            found.unit = "revolutions_per_minute"
        elif found.unit == "kilogram" and below.unit == "centimeter ** 2":
            found.unit = "force_kilogram / centimeter ** 2"
        elif found.unit == "ounce" and below.unit in ("second", "minute"):
            found.unit, found.doubt = f"fluid_ounce / {below.unit}", "ounces of a flow are read as fluid ounces"
        else:
            found.unit = f"{found.unit} / {below.unit}"
        found.end = below.end
        if found.unit == "watt / meter ** 2" and (kelvin := _PER_KELVIN.match(text, found.end)):
            found.unit, found.end = "watt / meter ** 2 / kelvin", kelvin.end()
        stretch = _MONTHS.match(text, found.end) if not product else None
        if stretch:
            # A GB-month is paid for its size and its time.
            found.unit, found.end = f"{found.unit} / {stretch[1].lower()}", stretch.end()


# What may follow a unit and still belong to it: directly (letters, signs), or after a space.
_GOES_ON = frozenset("-./(^²³⁻·*每0123456789")
_SIGN_GOES_ON = _GOES_ON.union("一abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") - {".", "("}
_SPACED_GOES_ON = frozenset("/paesco23(C")
_NO_DIVISOR = frozenset("\n023456789")
_DIVISORS = frozenset("月日分时時人百千万萬亿億")


def _plain_at(page: Page, at: int) -> Measure | None:
    """The ordinary case, in one step: letters or a sign that the tables know, and nothing behind that could belong to it."""
    text = page.text
    char = text[at : at + 1]
    if char >= "\u2e80" or char == "%":
        found = sign_at(page, at, char) or (chinese_unit_at(page, at) if page.chinese else None)
        if found is None or _continued(page, found.end, _SIGN_GOES_ON):
            return None
        if page.local:
            found.unit = page.local.get(found.unit, found.unit)
        return found
    match = RUN.match(text, at)
    if match is None:
        return None
    run, end = match[0], match.end()
    if _continued(page, end, _GOES_ON) or (text[end : end + 1] == " " and run.lower() in page.latin.phrase_starts):
        return None
    target, doubt = page.latin.exact.get(run), ""
    if target is None:
        target, doubt = target_of(page, run)
        if target is None:
            return None
    unit = page.local.get(target[0], target[0]) if page.local else target[0]
    return Measure(unit, end, target[1], doubt, run)


def _continued(page: Page, end: int, goes_on: frozenset[str]) -> bool:
    """Whether what stands at `end` may belong to the unit before: an exponent, a divisor, a factor, a longer word."""
    text = page.text
    following = text[end : end + 1]
    if following == " ":
        return text[end + 1 : end + 2] in _SPACED_GOES_ON
    if following not in goes_on:
        return False
    after = text[end + 1 : end + 2]
    if following == "/":
        if after == " ":
            after = text[end + 2 : end + 3]
        if after in _NO_DIVISOR:
            return after == "2" and _DAILY.match(text, end) is not None
        return after < "\u2e80" or after in page.chinese or after in _DIVISORS or after in SIGN_UNITS
    return following != "*" or not ("0" <= after <= "9")


def measure_at(page: Page, at: int) -> Measure | None:
    """A unit with everything that belongs to it: "USD / month", "newton * meter", "CNY / meter ** 2 / month"."""
    found = _plain_at(page, at)
    if found:
        return found
    found = single_at(page, at)
    if found is None:
        return None
    per_after(page, found)
    text, end = page.text, found.end
    return found if end >= len(text) or not text[end].isalnum() or _ends_well(text, end) else None


def _ends_well(text: str, end: int) -> bool:
    """A Latin unit is not cut out of a longer word or code; 750mlx3 says how many."""
    if text[end : end + 1] in ("x", "X") and text[end + 1 : end + 2].isdigit():
        return True
    return not (
        end < len(text)
        and text[end].isascii()
        and text[end].isalnum()
        and text[end - 1].isascii()
        and text[end - 1].isalpha()
    )
