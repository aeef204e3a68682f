"""Reads one unit at a position, without what it is divided by: symbols, words, Chinese names, exponents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Value, times
from assistant.quantities.page import Page
from assistant.quantities.surfaces_zh import NOT_BEFORE
from assistant.quantities.tables import ONE, Target

RUN = lazy(r"[A-Za-zμΩÅ]+")
_PHRASE = lazy(r"[A-Za-z.]+(?:[ -][A-Za-z.]+){1,4}")
_SLASHED = lazy(r"[A-Za-z]+/[A-Za-z]+")
_DOTTED = lazy(r"[A-Za-z]+\.[A-Za-z]*\.?")
_WORD_END = lazy(r"(?<=[A-Za-z.])(?=[ -]|$)")
_DEGREE = lazy(r"° ?([CFcf])(?![A-Za-z])")
_EXPONENT = lazy(r"\^?([23])(?![0-9A-Za-z]|[.,][0-9])|([²³])| (squared|cubed)(?![A-Za-z])| ([23])(?= ?(?:$|[(),;/\n]))")
_NEGATIVE = lazy(r"(?:\^?-([123])|⁻([¹²³]))(?![0-9A-Za-z])")
_POWERED = lazy(r"(square|sq\.?|cubic|cu\.?)[ -]", re.IGNORECASE)
# What may follow the letters of a unit and belong to it; what begins an exponent, directly or after a space; "per".
_MORE_OF_UNIT = frozenset(" -./(")
_POWERS = frozenset("^23²³-⁻")
_SPACED_POWERS = frozenset("sc23")
_SUPER = {"²": "2", "³": "3", "¹": "1", "squared": "2", "cubed": "3"}
SIGN_UNITS: dict[str, str] = {
    "%": "percent", "‰": "permille", "℃": "degree_Celsius", "℉": "degree_Fahrenheit", "㎡": "meter ** 2", "㎥": "meter ** 3",
    "㎝": "centimeter", "㎜": "millimeter", "㎞": "kilometer", "㎏": "kilogram", "㎎": "milligram", "㎖": "milliliter",
    "㎢": "kilometer ** 2", "㎤": "centimeter ** 3", "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₾": "GEL", "₭": "LAK",
    "₽": "RUB", "₩": "KRW", "₹": "INR", "฿": "THB", "₫": "VND", "₪": "ILS", "₺": "TRY", "₴": "UAH", "¢": "US_cent",
    "₿": "BTC", "㎾": "kilowatt", "㎐": "hertz", "㎒": "megahertz", "㎓": "gigahertz", "ℓ": "liter", "㎍": "microgram",
}  # fmt: skip
_RAISABLE = ("meter", "inch", "foot", "yard", "mile", "second")


@dataclass(slots=True)
class Measure:
    """A unit as read: canonical name, where it ends, a multiplier of the number, a doubt, its first surface."""

    unit: str
    end: int
    factor: Decimal = ONE
    doubt: str = ""
    surface: str = ""


def sign_at(page: Page, at: int, char: str) -> Measure | None:
    """A unit of one sign (%, ℃, $, °C, " for inches) that stands at `at`; `char` is the character there."""
    if char == "°":
        match = _DEGREE.match(page.text, at)
        if match:
            name = "degree_Celsius" if match[1] in "Cc" else "degree_Fahrenheit"
            return Measure(name, match.end(), surface="°" + match[1].upper())
        return Measure("degree", at + 1, surface=char)
    if char in "'\"":
        return Measure("foot" if char == "'" else "inch", at + 1, surface=char)
    sign = SIGN_UNITS.get(char)
    return Measure(sign, at + 1, surface=char) if sign else None


def target_of(page: Page, surface: str) -> tuple[Target | None, str]:
    """What a surface in Latin letters stands for, and a doubt if only its case decides; None if the tables lack it."""
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
    match = RUN.match(text, at)
    if match is None:
        return None
    run, end = match[0], match.end()
    following = text[end : end + 1]
    if following and following in _MORE_OF_UNIT:
        found = _longer_at(page, at, run)
        if found:
            return found
    target, doubt = target_of(page, run)
    if target is None and run[-1] in "xX" and following.isdigit():
        run, end = run[:-1], end - 1
        target, doubt = target_of(page, run)
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
                if text[at + stop : at + stop + 1].isdigit():
                    continue
                surface = phrase[0][:stop]
                target, doubt = target_of(page, surface)
                if target is None and surface.endswith("."):
                    target, doubt = target_of(page, surface[:-1])
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
            return sign_at(page, at, char)
        powered = _POWERED.match(text, at) if char in "sScC" else None
        if powered:
            inner = _latin_at(page, powered.end())
            if inner and inner.unit.endswith(_RAISABLE):
                inner.unit += " ** 2" if powered[1][0] in "sS" else " ** 3"
                return inner
        found = _latin_at(page, at)
    else:
        found = sign_at(page, at, char) or chinese_unit_at(page, at)
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


def scaled(value: Value, found: Measure) -> Value:
    """The number times the unit's multiplier ("two decades" is twenty years)."""
    return value if found.factor == ONE else times(value, found.factor)
