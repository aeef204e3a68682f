"""Finds the quantities of a text: number by number from the left, each with its unit, range, hedge and doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.quantities import alone, doubts, hedges, joined
from assistant.quantities.num import Num
from assistant.quantities.numbers import find_start, number_at
from assistant.quantities.page import Page, open_page
from assistant.quantities.part import Part, exact
from assistant.quantities.reading import part_at
from assistant.quantities.units_at import measure_at
from assistant.schema import Lang, Market, Quantity
from assistant.units import dimension

_WORD = re.compile(r"[A-Za-z]+")
_RUN = re.compile(r"[零〇○一壹二两兩贰貳倆俩三叁參叄仨四肆五伍六陆陸七柒八捌九玖十拾百佰千仟廿卅万萬亿億兆半几幾]+")
_SLASHED = re.compile(r"[0-9]+/[0-9]+")
_PER_TIMES = re.compile(
    r"(once|twice|thrice)(?: (?:a|per|an|each|every) (second|minute|hour|day|week|month|year)| (daily|weekly|monthly|yearly|hourly))"
)
_ABSOLUTE = re.compile(r"(?<![A-Za-z])absolute zero(?![A-Za-z])")
_AND_HALF = re.compile(r" and (?:a )?half(?![A-Za-z])")
_ARTICLE = re.compile(
    r"(?<![A-Za-z])[Aa]n? (?=(?:gallon|pint|quart|cup|lit(?:er|re)|kilo(?:gram|met(?:er|re))?|pound|ounce|mile|foot|inch|met(?:er|re)|ton(?:ne)?|hectare|acre"
    r"|fortnight|decade|century|kibibyte|mebibyte|gibibyte|kilobyte|megabyte|gigabyte|terabyte|petabyte|tablespoon|teaspoon|kilowatt|penny|baker's dozen|dozen)(?: of | |[.,;!?)]|$)(?!per))"
    r"|(?<=for )an? (?=(?:second|minute|hour|day|week|month|year)(?![A-Za-z]))"
    r"|(?<=in )an? (?=(?:second|minute|hour)(?![A-Za-z]))|(?<=than )an? (?=(?:second|minute|hour|day|week|month|year)(?![A-Za-z]))"
    r"|(?<=under )an? (?=(?:second|minute|hour|day|week)(?![A-Za-z]))"
)


def _skip_failed(page: Page, at: int) -> int:
    """Where to go on from a start that is no number; never so far that one is missed."""
    text = page.text
    if page.lang == "en":
        match = _WORD.match(text, at)
        return match.end() if match else at + 1
    run = _RUN.match(text, at)
    return max(run.end() if run and run.end() - at > 40 else at + 1, at + 1)


def _expression(page: Page, number: Num) -> list[Part]:
    """The parts that start with `number`; the last one's end is where reading goes on."""
    first = part_at(page, number)
    halved = joined.split_slash(page, first)
    if halved:
        first = halved
        if alone.is_name(page, number):
            return []
    joined.read_tolerance(page, first)
    sides = joined.read_sides(page, first)
    if sides:
        return sides
    joined.read_compound(page, first)
    if joined.read_range(page, first):
        joined.read_tolerance(page, first)
        return [first]
    if first.unit is None and not alone.is_name(page, number):
        listed = joined.read_list(page, first)
        if listed:
            return listed
    return [first]


def _parts(page: Page) -> Iterator[list[Part]]:
    text, at = page.text, 0
    urls = alone.url_spans(text)
    while True:
        at = find_start(text, at, page.lang)
        if at < 0:
            return
        while urls and urls[0][1] <= at:
            urls.pop(0)
        if urls and urls[0][0] <= at:
            at = urls[0][1]
            continue
        vitamin = -1
        number = number_at(text, at, page.lang, page.original)
        if number is not None and page.lang != "en" and number.kind == "digits":
            vitamin = alone.vitamin_split(page, number)
            if vitamin > at:
                number = (
                    number_at(text, vitamin, page.lang, page.original)
                    if text[vitamin : vitamin + 1].isdigit()
                    else None
                )
                page.free = vitamin
                if number is None:
                    at = vitamin
                    continue
        if number is None:
            at = _skip_failed(page, at)
            continue
        skip = alone.left_alone(page, number) if vitamin != number.start else 0
        if skip:
            at = max(skip, at + 1)
            continue
        parts = _expression(page, number)
        end = max((part.end for part in parts), default=number.end)
        if any(part.unit for part in parts):
            yield parts
            page.done = end
        elif len(parts) == 1:
            slashed = _SLASHED.match(text, number.start) if number.form == "slash" else None
            end = slashed.end() if slashed else number.end
            if page.lang == "en" and text[end : end + 1].isascii() and text[end : end + 1].isalpha():
                end = alone.token_end(text, end)
        at = max(end, at + 1)


def _quantity(page: Page, part: Part) -> Quantity:
    unit = part.unit or "count"
    low = exact(part.low)
    high = None if part.high is None else exact(part.high)
    lang = page.lang
    clause = hedges.clause_before(page.text, part.start, 0 if page.done > part.start else page.done, lang)
    hedge = hedges.hedge_of(page.text, part.start, part.end, lang)
    if part.hedge_vague and not hedge:
        hedge = "more than"
    tolerance = None if part.tolerance is None else exact(part.tolerance)
    if tolerance is None and page.text[part.start - 1 : part.start] == "±" and part.start:
        tolerance = low
    return Quantity(
        page.original[part.start : part.end], part.start, part.end, low, unit, dimension(unit), high,
        hedges.statistic_of(clause, lang), hedge, tolerance, hedges.attribute_of(clause, lang),
        tuple(part.doubts),
    )  # fmt: skip


def _english_extras(page: Page, taken: list[Quantity]) -> list[Quantity]:
    """What has no number word of its own to start from: "a gallon", "twice a day"."""
    found: list[Quantity] = []
    spans = [(q.start, q.end) for q in taken]
    text = page.text
    for match in _ARTICLE.finditer(text):
        unit = measure_at(page, match.end())
        if unit is None or any(start < unit.end and match.start() < end for start, end in spans):
            continue
        if (
            any(end in (match.start(), match.start() - 1) for _, end in spans)
            or text[match.start() - 2 : match.start() - 1] == "s"
        ):
            continue
        half = _AND_HALF.match(text, unit.end)
        value = unit.factor + (Decimal("0.5") if half else 0)
        end = half.end() if half else unit.end
        part = Part(
            Num(match.start(), match.end(), Decimal(1), kind="words"), match.start(), end, unit.unit, value, None, []
        )
        found.append(_quantity(page, part))
    for match in _ABSOLUTE.finditer(text):
        part = Part(
            Num(match.start(), match.end(), Decimal(0)), match.start(), match.end(), "kelvin", Decimal(0), None, []
        )
        found.append(_quantity(page, part))
    for match in _PER_TIMES.finditer(text):
        value = Decimal({"once": 1, "twice": 2, "thrice": 3}[match[1]])
        period = (
            match[2]
            or {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "hourly": "hour"}[match[3]]
        )
        part = Part(
            Num(match.start(), match.end(), value), match.start(), match.end(), f"count / {period}", value, None, []
        )
        found.append(_quantity(page, part))
    return found


def find_quantities(text: str, lang: Lang = "en", market: Market | None = None) -> tuple[Quantity, ...]:
    """The quantities in a text, by start, without overlap; empty if there are none. Never raises, whatever the text.

    Spans are code points of `text` and leave out modifiers ("up to", 约, ≤). Counted things have unit "count", multiples
    "dimensionless". `market` settles units that mean two things (gallon, 斤, $); without it the language does.

    >>> [(q.text, str(q.low), q.unit) for q in find_quantities("12 x 8 cm, up to 22 hours, RTX 4090")]
    [('12', '12', 'centimeter'), ('8 cm', '8', 'centimeter'), ('22 hours', '22', 'hour')]
    >>> [(q.text, str(q.low), q.unit) for q in find_quantities("最高时速每小时200公里，半斤装", "zh-Hans")]
    [('每小时200公里', '200', 'kilometer / hour'), ('半斤', '0.5', 'jin')]
    """
    page = open_page(text, lang, market)
    found: list[Quantity] = []
    for parts in _parts(page):
        found.extend(_quantity(page, part) for part in parts if part.unit)
    if lang == "en":
        extras = _english_extras(page, found)
        if extras:
            found = sorted([*found, *extras], key=lambda quantity: quantity.start)
    return doubts.with_doubts(text, found)
