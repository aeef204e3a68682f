"""Writes units and values the way product copy of each language does."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.schema import Lang
from assistant.units import symbols
from assistant.units.table import lookup, parts

_LANGS: tuple[Lang, ...] = ("en", "zh-Hans", "zh-Hant")
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# Signs that stand against the number in every language.
_TIGHT = frozenset("%‰°′″×¢c")


@dataclass(frozen=True, slots=True)
class _Written:
    many: str
    one: str
    inside: str


def _read(cell: str) -> _Written:
    head, _, inside = cell.partition("~")
    many, bracket, one = head.partition("(")
    if not bracket or head.endswith(("(A)", "(C)")):
        many = one = head
    return _Written(many, one.rstrip(")") if bracket and many != head else one, inside or many)


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, Lang], _Written]:
    table: dict[tuple[str, Lang], _Written] = {}
    for line in symbols.SYMBOLS.strip().split("\n"):
        name, *cells = (cell.strip() for cell in line.split("|"))
        for index, lang in enumerate(_LANGS):
            table[name, lang] = _read(cells[min(index, len(cells) - 1)])
    for line in symbols.CURRENCIES.strip().split("\n"):
        name, *cells = (cell.strip() for cell in line.split("|"))
        for index, lang in enumerate(_LANGS):
            table[name, lang] = _read(cells[min(index, len(cells) - 1)])
    for name, (latin, chinese) in symbols.CENTS.items():
        for lang in _LANGS:
            table[name, lang] = _read(latin if lang == "en" else chinese)
    return table


def _single(name: str, lang: Lang) -> _Written:
    table = _table()
    if (name, lang) in table:
        return table[name, lang]
    for prefix, sign in symbols.PREFIX_SYMBOLS.items():
        stem = name.removeprefix(prefix)
        if stem != name and (stem, "en") in table:
            written = sign + table[stem, "en"].inside
            return _Written(written, written, written)
    word = name.replace("_", " ")
    return _Written(word, word, word)


def _raised(name: str, power: int, lang: Lang) -> str:
    table = _table()
    if power == 1:
        return _single(name, lang).inside
    squared = (f"{name} ** {power}", lang)
    if squared in table:
        return table[squared].inside
    inside = _single(name, lang).inside
    if not inside.isascii() and lang != "en":
        inside = _single(name, "en").inside
    return inside + str(power).translate(_SUPERSCRIPT)


@lru_cache(maxsize=4096)
def _written(unit: str, lang: Lang) -> _Written:
    lookup(unit)
    table = _table()
    if (unit, lang) in table:
        return table[unit, lang]
    words = parts(unit) or ()
    if len(words) == 1 and words[0][1] == 1:
        return _single(unit, lang)
    above = [_raised(name, power, lang) for name, power in words if power > 0]
    if len({part.isascii() for part in above}) > 1:
        # A product is written in one script: N·m, not N米.
        return _written(unit, "en")
    below = [_raised(name, -power, lang) for name, power in words if power < 0]
    joined = "·".join(above) if lang == "en" or all(part.isascii() for part in above) else "".join(above)
    text = "/".join([joined or "1", *below])
    if lang == "en" and len(above) == 1 and words[0][1] == 1 and not joined[:1].isupper():
        only = _single(words[0][0], lang)
        if only.many != only.inside and words[0][0] in ("person", "token", "frame", "revolution"):
            text = "/".join([only.many, *below])
    return _Written(text, text, text)


def symbol(unit: str, lang: Lang) -> str:
    """The unit as written after a number other than one; a currency's sign or word; "" for count.

    >>> symbol("kilometer / hour", "en"), symbol("kilometer / hour", "zh-Hans"), symbol("hour", "en")
    ('km/h', '公里/小时', 'hours')
    >>> symbol("meter / second", "zh-Hant"), symbol("milliampere_hour", "zh-Hans")
    ('公尺/秒', 'mAh')
    """
    return _written(unit, lang).many


def _digits(value: Decimal, lang: Lang) -> str:
    text = format(value, "f") if value == value.to_integral_value() or value.as_tuple().exponent != 0 else str(value)
    sign, number = ("−", text[1:]) if text.startswith("-") else ("", text)
    whole, point, fraction = number.partition(".")
    # Mainland copy writes 6000 and 12800 plainly; English and Taiwanese copy group by thousands.
    if lang != "zh-Hans":
        whole = f"{int(whole):,}"
    return sign + whole + point + fraction


def render(value: Decimal, unit: str, lang: Lang) -> str:
    """Value and unit as the language's product copy writes them; digits are kept as given.

    >>> render(Decimal(6000), "meter / second", "en"), render(Decimal(6000), "meter / second", "zh-Hans")
    ('6,000 m/s', '6000米/秒')
    >>> render(Decimal(1998), "centimeter ** 3", "zh-Hant"), render(Decimal("2.50"), "USD / month", "en")
    ('1,998立方公分', '$2.50/month')
    >>> render(Decimal(1), "hour", "en"), render(Decimal("0.5"), "percent", "en")
    ('1 hour', '0.5%')
    >>> render(Decimal(48), "megapixel", "zh-Hans"), render(Decimal("12.2"), "megapixel", "zh-Hant")
    ('4800万像素', '1,220萬像素')
    """
    if unit == "megapixel" and lang != "en":
        # Chinese counts pixels in ten thousands: 48 MP is 4800万像素.
        value = Decimal(format((value * 100).normalize(), "f"))
    number = _digits(value, lang)
    first, _, rest = unit.partition(" / ")
    if lang == "en" and lookup(first).dimension == "currency" and first not in symbols.CENTS:
        sign = symbol(first, lang)
        below = "".join("/" + _raised(name, -power, lang) for name, power in (parts(unit) or ())[1:]) if rest else ""
        gap = " " if sign[-1].isalpha() else ""
        minus = "−" if number.startswith("−") else ""
        return f"{minus}{sign}{gap}{number.lstrip('−')}{below}"
    written = _written(unit, lang)
    text = written.one if abs(value) == 1 else written.many
    if lang != "en" or text in _TIGHT or not text:
        return number + text
    return f"{number} {text}"
