"""Reads a unit at a position: symbols, words, Chinese names, and what is put together from them with "/", "per", 每, "·"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Value, times
from assistant.quantities.page import Page
from assistant.quantities.surfaces_zh import NOT_BEFORE
from assistant.quantities.tables import ONE, Target
from assistant.units import dimension

_RUN = lazy(r"[A-Za-zμΩÅ]+")
_PHRASE = lazy(r"[A-Za-z.]+(?:[ -][A-Za-z.]+){1,4}")
_SLASHED = lazy(r"[A-Za-z]+/[A-Za-z]+")
_DOTTED = lazy(r"[A-Za-z]+\.[A-Za-z]*\.?")
_WORD_END = lazy(r"(?<=[A-Za-z.])(?=[ -]|$)")
_DEGREE = lazy(r"° ?([CFcf])(?![A-Za-z])")
_EXPONENT = lazy(r"\^?([23])(?![0-9A-Za-z]|[.,][0-9])|([²³])| (squared|cubed)(?![A-Za-z])| ([23])(?= ?(?:$|[(),;/]))")
_NEGATIVE = lazy(r"(?:\^?-([123])|⁻([¹²³]))(?![0-9A-Za-z])")
_POWERED = lazy(r"(square|sq\.?|cubic|cu\.?)[ -]", re.IGNORECASE)
_PER = lazy(r" ?/ ?| per |-per-|([·*]|-(?=[hm](?![A-Za-z])))")
_MONTHS = lazy(r"-([Mm]onth|[Hh]our|[Dd]ay|[Yy]ear)(?![A-Za-z])")
_AGO = lazy(r" (?:ago|earlier|later|before|after|or)")
_PER_LOOSE = lazy(r" (?:an?|each|every) ")
_HUNDRED = lazy(r"100 ?(?:km|公里|kilometers|kilometres)(?![A-Za-z])|百公里")
# What may follow the letters of a unit and belong to it; what begins an exponent, directly or after a space; "per".
_MORE_OF_UNIT = frozenset(" -./(")
_POWERS = frozenset("^23²³-⁻")
_SPACED_POWERS = frozenset("sc23")
_PER_STARTS = frozenset("/pae")
_SUPER = {"²": "2", "³": "3", "¹": "1", "squared": "2", "cubed": "3"}
_SIGN_UNITS: dict[str, str] = {
    "%": "percent", "‰": "permille", "℃": "degree_Celsius", "℉": "degree_Fahrenheit", "㎡": "meter ** 2", "㎥": "meter ** 3",
    "㎝": "centimeter", "㎜": "millimeter", "㎞": "kilometer", "㎏": "kilogram", "㎎": "milligram", "㎖": "milliliter",
    "㎢": "kilometer ** 2", "㎤": "centimeter ** 3", "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₾": "GEL", "₭": "LAK",
    "₽": "RUB", "₩": "KRW", "₹": "INR", "฿": "THB", "₫": "VND", "₪": "ILS", "₺": "TRY", "₴": "UAH", "¢": "US_cent",
    "₿": "BTC", "㎾": "kilowatt", "㎐": "hertz", "㎒": "megahertz", "㎓": "gigahertz", "ℓ": "liter", "㎍": "microgram",
}  # fmt: skip
_PRODUCTS = {
    "kilowatt * hour": "kilowatt_hour", "watt * hour": "watt_hour", "megawatt * hour": "megawatt_hour",
    "ampere * hour": "ampere_hour", "milliampere * hour": "milliampere_hour", "volt * ampere": "volt_ampere",
    "joule * second": "joule * second",
}  # fmt: skip
_PEOPLE = {"user": "person", "person": "person", "people": "person", "head": "person", "seat": "person"}
_BELOW_ZH = {
    "月": "month", "日": "day", "分": "minute", "时": "hour", "時": "hour", "分钟": "minute", "分鐘": "minute", "人": "person",
}  # fmt: skip
_RAISABLE = ("meter", "inch", "foot", "yard", "mile", "second")
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))


@dataclass(slots=True)
class Measure:
    """A unit as read: canonical name, where it ends, a multiplier of the number, a doubt, its first surface."""

    unit: str
    end: int
    factor: Decimal = ONE
    doubt: str = ""
    surface: str = ""


def _sign_at(page: Page, at: int, char: str) -> Measure | None:
    if char == "°":
        match = _DEGREE.match(page.text, at)
        if match:
            name = "degree_Celsius" if match[1] in "Cc" else "degree_Fahrenheit"
            return Measure(name, match.end(), surface="°" + match[1].upper())
        return Measure("degree", at + 1, surface=char)
    if char in "'\"":
        return Measure("foot" if char == "'" else "inch", at + 1, surface=char)
    sign = _SIGN_UNITS.get(char)
    return Measure(sign, at + 1, surface=char) if sign else None


def _target(page: Page, surface: str) -> tuple[Target | None, str]:
    table = page.latin
    found = table.exact.get(surface)
    if found:
        return found, ""
    lower = surface.lower()
    found = table.words.get(lower)
    if found:
        return found, ""
    found = table.loose.get(lower)
    if found and surface[0] == "M" and found[0].startswith("milli"):
        return found, f"'{surface}' with a capital M would be mega; it is read as {found[0]}"
    return found, ""


def _latin_at(page: Page, at: int) -> Measure | None:
    """One unit in Latin letters, without exponent; the longest phrase wins."""
    text = page.text
    match = _RUN.match(text, at)
    if match is None:
        return None
    run, end = match[0], match.end()
    following = text[end : end + 1]
    if following and following in _MORE_OF_UNIT:
        found = _longer_at(page, at, run)
        if found:
            return found
    target, doubt = _target(page, run)
    return Measure(target[0], end, target[1], doubt, run) if target else None


def _longer_at(page: Page, at: int, run: str) -> Measure | None:
    """A unit that goes on behind its first letters: "dB(A)", "fluid ounces", "kbit/s", "fl.oz"."""
    text, end, lower = page.text, at + len(run), run.lower()
    following = text[end]
    if lower == "db" and following in "( ":
        for tail in ("(A)", " (A)", "(a)", "(C)"):
            if text.startswith(tail, end):
                return Measure("decibel_c" if "C" in tail else "decibel_a", end + len(tail), surface=run + tail)
    if following in " -." and lower in page.latin.phrase_starts:
        phrase = _PHRASE.match(text, at)
        if phrase:
            stops = [m.start() for m in _WORD_END.finditer(phrase[0])][1:]
            for stop in reversed(stops):
                surface = phrase[0][:stop]
                target, doubt = _target(page, surface)
                if target is None and surface.endswith("."):
                    target, doubt = _target(page, surface[:-1])
                if target:
                    return Measure(target[0], at + stop, target[1], doubt, surface)
    if following == "/":
        slashed = _SLASHED.match(text, at)
        if slashed and slashed[0] in page.latin.exact:
            target = page.latin.exact[slashed[0]]
            return Measure(target[0], slashed.end(), target[1], surface=slashed[0])
    if following == "." and (run + "." in page.latin.exact or text[end + 1 : end + 2].isalpha()):
        dotted = _DOTTED.match(text, at)
        for surface in (dotted[0], dotted[0].rstrip(".")) if dotted else ():
            if surface in page.latin.exact:
                target = page.latin.exact[surface]
                return Measure(target[0], at + len(surface), target[1], surface=surface)
    return None


def chinese_unit_at(page: Page, at: int) -> Measure | None:
    """One unit or counter in Chinese, the longest; None if it belongs to a longer word."""
    text = page.text
    for surface, target in page.chinese.get(text[at], ()):
        if text.startswith(surface, at):
            end = at + len(surface)
            if len(surface) == 1 and text[end : end + 1] and text[end] in NOT_BEFORE.get(surface, ""):
                return None
            return Measure(target[0], end, target[1], surface=surface)
    return None


def _raised(page: Page, found: Measure) -> None:
    text = page.text
    base = found.unit
    match = _EXPONENT.match(text, found.end)
    if match and base.endswith(_RAISABLE):
        power = match[1] or match[4] or _SUPER[match[2] or match[3]]
        found.unit, found.end = f"{base} ** {power}", match.end()
        return
    below = _NEGATIVE.match(text, found.end)
    if below:
        power = below[1] or _SUPER[below[2]]
        found.unit = f"1 / {base}" + (f" ** {power}" if power != "1" else "")
        found.end = below.end()


def single_at(page: Page, at: int) -> Measure | None:
    """One unit with its exponent, at exactly that position."""
    text = page.text
    if at >= len(text):
        return None
    char = text[at]
    if char < "\x80" or char in "μΩÅ°":
        if char in "°'\"%$":
            return _sign_at(page, at, char)
        powered = _POWERED.match(text, at) if char in "sScC" else None
        if powered:
            inner = _latin_at(page, powered.end())
            if inner and inner.unit.endswith(_RAISABLE):
                inner.unit += " ** 2" if powered[1][0] in "sS" else " ** 3"
                return inner
        found = _latin_at(page, at)
    else:
        found = _sign_at(page, at, char) or chinese_unit_at(page, at)
    if found is None:
        return None
    following = text[found.end : found.end + 1]
    if (
        following
        and (text[found.end + 1 : found.end + 2] in _SPACED_POWERS if following == " " else following in _POWERS)
        and "/" not in found.unit
        and "**" not in found.unit
    ):
        _raised(page, found)
    if page.local and found.unit in page.local:
        found.unit = page.local[found.unit]
    return found


def denominator_at(page: Page, at: int) -> Measure | None:
    """A unit that something is divided by: also "100 km", "user", and in Chinese 月, 日, 分, which are no units alone."""
    text = page.text
    hundred = _HUNDRED.match(text, at)
    if hundred:
        return Measure("hundred_kilometer", hundred.end())
    if page.lang != "en":
        for width in (2, 1):
            name = _BELOW_ZH.get(text[at : at + width]) if at + width <= len(text) else None
            if name and not text.startswith(("月份", "日常", "分之", "时尚", "时代", "人民"), at):
                return Measure(name, at + width)
    bracket = text[at : at + 1] == "("
    found = single_at(page, at + bracket)
    if found is None:
        run = _RUN.match(text, at)
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
        if text[found.end] == "每":
            start, product = found.end + 1, False
        elif (char := text[found.end]) in "/·*-" or (char == " " and text[found.end + 1 : found.end + 2] in _PER_STARTS):
            match = _PER.match(text, found.end)
            if match is None:
                match = _PER_LOOSE.match(text, found.end)
                loose = single_at(page, match.end()) if match and found.unit in ("USD", "GBP", "EUR", "count") else None
                if loose is None or loose.unit not in _TIMES or _AGO.match(text, loose.end):
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
        else:
            found.unit = f"{found.unit} / {below.unit}"
        found.end = below.end
        stretch = _MONTHS.match(text, found.end) if not product else None
        if stretch:
            # A GB-month is paid for its size and its time.
            found.unit, found.end = f"{found.unit} / {stretch[1].lower()}", stretch.end()


# What may follow a unit and still belong to it: directly (letters, signs), or after a space.
_GOES_ON = frozenset("-./(^²³⁻·*每0123456789")
_SIGN_GOES_ON = _GOES_ON.union("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") - {".", "("}
_SPACED_GOES_ON = frozenset("/paesc23(")
_NO_DIVISOR = frozenset("\n023456789")
_DIVISORS = frozenset("月日分时時人百")


def _plain_at(page: Page, at: int) -> Measure | None:
    """The ordinary case, in one step: letters or a sign that the tables know, and nothing behind that could belong to it."""
    text = page.text
    char = text[at : at + 1]
    if char >= "\u2e80" or char == "%":
        found = _sign_at(page, at, char) or (chinese_unit_at(page, at) if page.chinese else None)
        if found is None or _continued(page, found.end, _SIGN_GOES_ON):
            return None
        if page.local:
            found.unit = page.local.get(found.unit, found.unit)
        return found
    match = _RUN.match(text, at)
    if match is None:
        return None
    run, end = match[0], match.end()
    if _continued(page, end, _GOES_ON) or (text[end : end + 1] == " " and run.lower() in page.latin.phrase_starts):
        return None
    target, doubt = page.latin.exact.get(run), ""
    if target is None:
        target, doubt = _target(page, run)
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
            return False
        return after < "\u2e80" or after in page.chinese or after in _DIVISORS or after in _SIGN_UNITS
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
    """A Latin unit is not cut out of a longer word or code."""
    return not (
        end < len(text)
        and text[end].isascii()
        and text[end].isalnum()
        and text[end - 1].isascii()
        and text[end - 1].isalpha()
    )


def scaled(value: Value, found: Measure) -> Value:
    """The number times the unit's multiplier ("two decades" is twenty years)."""
    return value if found.factor == ONE else times(value, found.factor)
