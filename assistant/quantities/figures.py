"""Every number expression of a text, with or without a unit: what a gate must trace before a text may leave.

Wider than `scan`: years, ordinal-free words (twice, half, a dozen), 两倍, 三分之一, 一半, 翻番, model numbers (kind "code").
Narrower than a word list: it knows where "one", "half", 一, 十 or 万 are no numbers (one of, 一起, 十分, 万一, 三明治, 24/7).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assistant.quantities import alone, idioms, zh_units
from assistant.quantities.cardinals_en import SCALES
from assistant.quantities.idioms import NumberKind
from assistant.quantities.lazy import lazy
from assistant.quantities.normal import fold
from assistant.quantities.num import Num, Value, times
from assistant.quantities.numbers import find_start, number_at
from assistant.quantities.numerals_en import read_en
from assistant.quantities.numerals_zh import read_zh
from assistant.quantities.page import Page, open_page
from assistant.quantities.part import exact
from assistant.quantities.unit_word import chinese_unit_at
from assistant.schema import Lang

_LETTER = lazy(r"(.*?[0-9]) ?(k|K|MM|mn|M|m|B|bn|G|T)$")
_IMPROPER = lazy(r"([0-9]+) ([0-9]+)/([0-9]+)")
_SIGN = lazy(r"^(?:minus|negative) |^- ?", re.IGNORECASE)


def read_numeral(surface: str, lang: str) -> Decimal | None:
    """The value of a surface that is one number expression and nothing else; None if it is not.

    Exact where the decimal ends, else to 28 figures.

    >>> read_numeral("1.300,5", "en"), read_numeral("２０００万", "zh-hans"), read_numeral("three fifths", "en")
    (Decimal('1300.5'), Decimal('20000000'), Decimal('0.6'))
    """
    value = _read(surface, lang)
    return Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else value


def _read(surface: str, lang: str) -> Value | None:
    text = fold(surface).strip()
    if not text or len(text) > 200:
        return None
    if lang.lower() != "en":
        value = read_zh(text.replace(",", "") if not text.isascii() else text)
        if value is not None:
            return value
    sign = _SIGN.match(text)
    if sign:
        rest = _read(text[sign.end() :], lang)
        return None if rest is None else -rest
    improper = _IMPROPER.fullmatch(text)
    if improper and int(improper[3]):
        return int(improper[1]) + Fraction(int(improper[2]), int(improper[3]))
    letter = _LETTER.match(text)
    if letter:
        front = _read(letter[1], lang)
        return None if front is None else front * SCALES[letter[2].lower()]
    spaced = (
        re.sub(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))", "", text)
        if re.fullmatch(r"[0-9]{1,3}(?: [0-9]{3})+", text)
        else text
    )
    if spaced[0].isdigit() or spaced[0] in ".½⅓⅔¼¾⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚":
        number = number_at(spaced, 0, "en" if lang.lower() == "en" else "zh-Hans", spaced)
        if number and number.end == len(spaced) and number.form not in ("version", "serial"):
            return number.low
    return read_en(re.sub(r" {2,}", " ", text)) if lang.lower() == "en" else None


@dataclass(frozen=True, slots=True)
class Number:
    """One number expression: `value` exact, `high` for a range such as 两三; a percentage has the figure before the sign.

    `kind`: plain; percent; multiple (twice, 3×, 两倍); fraction (a third, 三分之一); year; code (a number in a name or part
    code, or a version); vague (dozens, 数十), whose value is the least it can mean.
    """

    text: str
    start: int
    end: int
    value: Value
    kind: NumberKind = "plain"
    high: Value | None = None


_PERCENT_WORD = lazy("per ?cent|pct(?![a-z])|percentage points?|[个個]?百分[点點]")
_MULTIPLE = lazy("倍|(?:x|×|X)(?![A-Za-z0-9]| ?[0-9])|times(?= as| faster| more| the| its| what)|-?fold")
_YEAR = lazy(r"(?:1[5-9]|20|21)[0-9]{2}(?![0-9%]|[.,][0-9])")
_ALWAYS = lazy(r"24/7(?:/365)?")


def _year_like(page: Page, number: Num) -> bool:
    text = page.text
    return (
        number.kind == "digits"
        and number.end - number.start == 4
        and bool(_YEAR.match(text, number.start))
        and not zh_units.rate_before(page, number)
    )


def _plain(page: Page, number: Num) -> Number | None:
    """A number from the scanner's numbers, with the sign or word that makes it a percentage or multiple."""
    text, start, end = page.text, number.start, number.end
    kind: NumberKind = "plain"
    value, high = number.low, number.high
    after = text[end : end + 20].lstrip(" ")
    gap = len(text[end : end + 20]) - len(after)
    if number.form == "percent" or _PERCENT_WORD.match(after):
        kind = "percent"
    elif after.startswith("%"):
        kind, end = "percent", end + gap + 1
    elif _MULTIPLE.match(after):
        kind = "multiple"
    elif page.lang != "en" and after[:1] == "成" and (found := zh_units.special_at(page, number, end + gap)):
        kind, value, end = "percent", times(value, found.factor), found.end
    elif isinstance(value, Fraction) or number.form in ("fraction", "slash"):
        kind = "fraction"
    elif _year_like(page, number):
        kind = "year"
    elif kind == "plain" and number.kind == "digits" and alone.is_name(page, number):
        kind = "code"
    if number.form == "vague":
        kind = "vague"
    value = exact(value) if isinstance(value, Decimal) else value
    return Number(page.original[start:end], start, end, value, kind, high)


def _counts(page: Page, number: Num) -> bool:
    """Whether a Chinese numeral of one character counts something: 一款 and 一台 are articles, 百 and 万 alone parts of words."""
    text = page.text
    surface = text[number.start : number.end]
    if surface in ("一", "百", "千", "万", "萬", "亿", "億", "兆", "半", "零", "〇", "两", "兩") or len(surface) == 1:
        if number.end >= len(text):
            return False
        unit = zh_units.special_at(page, number, number.end) or chinese_unit_at(page, number.end)
        if unit is None:
            return False
        return surface not in ("百", "千", "万", "萬", "亿", "億", "兆") and not (
            surface == "一" and unit.unit == "count"
        )
    return True


def _special_words(page: Page) -> list[Number]:
    chinese = page.lang != "en"
    pattern = idioms.words_zh() if chinese else idioms.words_en()
    found = []
    for match in pattern.finditer(page.text):
        value, kind = idioms.value_of(match, chinese)
        found.append(Number(page.original[match.start() : match.end()], match.start(), match.end(), value, kind))
    return found


def _no_numbers(page: Page) -> list[tuple[int, int]]:
    pattern = idioms.not_number_en() if page.lang == "en" else idioms.idioms_zh()
    spans = [match.span() for match in pattern.finditer(page.text)]
    if "/7" in page.text:
        spans += [match.span() for match in _ALWAYS.finditer(page.text)]
    return sorted(spans)


def find_numbers(text: str, lang: Lang = "en") -> tuple[Number, ...]:
    """Every number expression of a text, by start, without overlap; empty if there is none. Never raises.

    >>> [(n.text, str(n.value), n.kind) for n in find_numbers("Twice as fast since 2019; one of 12 labs, open 24/7")]
    [('Twice', '2', 'multiple'), ('2019', '2019', 'year'), ('12', '12', 'plain')]
    >>> [(n.text, str(n.value)) for n in find_numbers("速度是两倍，省三分之一，十分安静，买三明治", "zh-Hans")]
    [('两', '2'), ('三分之一', '1/3')]
    """
    page = open_page(text, lang, None)
    special = _special_words(page)
    nothing = _no_numbers(page)
    found: list[Number] = []
    at = s = i = 0
    while (at := find_start(page.text, at, lang)) >= 0:
        while s < len(special) and special[s].end <= at:
            found.append(special[s])
            s += 1
        while i < len(nothing) and nothing[i][1] <= at:
            i += 1
        if s < len(special) and special[s].start <= at:
            found.append(special[s])
            at = special[s].end
            s += 1
            continue
        if i < len(nothing) and nothing[i][0] <= at and not page.text.startswith(("一半",), at):
            at = nothing[i][1]
            continue
        number = number_at(page.text, at, lang, page.original)
        if number is None:
            at += 1
            continue
        entry, at = _entry(page, number)
        if entry:
            found.append(entry)
    found.extend(special[s:])
    return tuple(_without_overlap(sorted(found, key=lambda number: (number.start, -number.end))))


def _entry(page: Page, number: Num) -> tuple[Number | None, int]:
    """What one number becomes, and where reading goes on."""
    if number.kind != "zh" and (skip := alone.left_alone(page, number)):
        if number.kind == "digits" and _year_like(page, number):
            return Number(
                page.original[number.start : number.end], number.start, number.end, number.low, "year"
            ), number.end
        end = max(skip, number.end)
        return Number(page.original[number.start : end], number.start, end, number.low, "code"), end
    if number.kind == "zh":
        zh_units.release_unit(page, number)
        if not _counts(page, number):
            return None, number.end
        if page.text[number.start - 1 : number.start] == "第":
            return Number(
                page.original[number.start : number.end], number.start, number.end, number.low, "code"
            ), number.end
    entry = _plain(page, number)
    return entry, max(number.end, entry.end if entry else 0)


def _without_overlap(numbers: list[Number]) -> list[Number]:
    kept: list[Number] = []
    for number in numbers:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept
