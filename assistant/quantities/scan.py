"""Finds the quantities of a text: number by number from the left, each with its unit, range, hedge and doubts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.quantities import (
    alone,
    attributes,
    carried,
    compounds,
    doubts,
    hedges,
    joined,
    labelled,
    sides,
    unnamed,
    wordless,
)
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num
from assistant.quantities.numbers import number_at, start_pattern
from assistant.quantities.page import Page, open_page
from assistant.quantities.part import Part, exact
from assistant.quantities.reading import part_at, rated
from assistant.schema import Lang, Market, Quantity
from assistant.units import dimension

_WORD = lazy(r"[A-Za-z]+")
_RUN = lazy(r"[零〇○一壹二两兩贰貳倆俩三叁參叄仨四肆五伍六陆陸七柒八捌九玖十拾百佰千仟廿卅万萬亿億兆半几幾]+")
_SLASHED = lazy(r"[0-9]+/[0-9]+")


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
    following = page.text[first.end : first.end + 1]
    if (
        (page.text[first.end + 1 : first.end + 2] if following == " " else following) not in joined.STARTS
        and number.form != "slash"
        and first.unit not in compounds.SMALLER
    ):
        return [first]
    paired = joined.read_two_ranges(page, first) if first.unit is None else None
    if paired:
        return paired
    halved = joined.split_slash(page, first)
    if halved:
        first = halved
        if alone.is_name(page, number):
            return []
    joined.read_tolerance(page, first)
    dimensions = sides.read_sides(page, first)
    if dimensions:
        return dimensions
    compounds.read_compound(page, first)
    if joined.read_range(page, first):
        if page.rates:
            rated(page, first)
        joined.read_tolerance(page, first)
        return [first]
    if first.unit is None:
        listed = joined.read_list(page, first)
        if listed:
            return listed
    return [first]


def _parts(page: Page) -> Iterator[list[Part]]:
    text, at, chinese = page.text, 0, page.lang != "en"
    urls, u = alone.url_spans(text), 0
    search = start_pattern(page.lang).search
    while (start := search(text, at)) is not None:
        at = start.start()
        while u < len(urls) and urls[u][1] <= at:
            u += 1
        if u < len(urls) and urls[u][0] <= at:
            at = urls[u][1]
            continue
        vitamin = -1
        number = number_at(text, at, page.lang, page.original, start.end())
        if chinese and at > 1 and number is not None and "A" <= text[at - 1] <= "z" and number.kind == "digits":
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
        if len(parts) == 1:
            end, measured = parts[0].end, parts[0].unit
        else:
            end = max((part.end for part in parts), default=number.end)
            measured = next((part.unit for part in parts if part.unit), None)
        if measured:
            yield parts
            page.done = end
        elif len(parts) == 1:
            slashed = _SLASHED.match(text, number.start) if number.form == "slash" else None
            end = slashed.end() if slashed else number.end
            if not chinese and text[end : end + 1].isascii() and text[end : end + 1].isalpha():
                end = alone.token_end(text, end)
        at = end if end > at else at + 1


def _quantities(page: Page, parts: list[Part]) -> list[Quantity]:
    """The quantities of one expression; what the words before it say holds for all of its parts."""
    text, lang = page.text, page.lang
    start = parts[0].start
    floor = 0 if page.done > start else page.done
    clause = hedges.clause_before(text, start, floor)
    statistic = hedges.statistic_of(clause, lang) if clause else "unstated"
    attribute = attributes.attribute_at(text, lang, clause, start, floor) if clause else None
    if attribute is None and lang == "en":
        attribute = attributes.attribute_after(text, parts[-1].end, parts[-1].unit)
    found: list[Quantity] = []
    for index, part in enumerate(parts):
        if part.unit is None:
            continue
        if index and lang != "en":
            attribute = attributes.attribute_between(text[parts[index - 1].end : part.start], lang) or attribute
        low = exact(part.low)
        behind = text[part.end : part.end + 2]
        named = hedges.statistic_after(text, part.end) if behind == " (" or behind[:1] == "(" else "unstated"
        hedge = hedges.hedge_of(text, part.start, part.end, lang)
        if part.hedge_vague and not hedge:
            hedge = "more than"
        tolerance = None if part.tolerance is None else exact(part.tolerance)
        if tolerance is None and part.start:
            sign = text[part.start - 1]
            if sign == "±" or (sign == " " and text[part.start - 2 : part.start - 1] == "±"):
                tolerance = low
        found.append(
            Quantity(
                page.original[part.start : part.end], part.start, part.end, low, part.unit, dimension(part.unit),
                None if part.high is None else exact(part.high), statistic if named == "unstated" else named, hedge, tolerance, attribute,
                tuple(part.doubts),
            )
        )  # fmt: skip
    return found


def _with_labelled(
    page: Page, found: list[Quantity], spans: list[tuple[int, int]], named: list[Part]
) -> list[Quantity]:
    """Adds the numbers whose unit a label names, and drops what was read out of the label or into those numbers."""
    page.done = 0
    named_found = [
        replace(
            quantity,
            statistic=quantity.statistic if stated == "unstated" else stated,
            attribute=attributes.attribute_of(part.surface, page.lang) or quantity.attribute,
        )
        for part in named
        for stated in (hedges.statistic_of(part.surface, page.lang),)
        for quantity in _quantities(page, [part])
    ]
    taken = sorted(spans + [(quantity.start, quantity.end) for quantity in named_found])
    kept, at = [], 0
    for quantity in found:
        while at < len(taken) and taken[at][1] <= quantity.start:
            at += 1
        if at == len(taken) or quantity.end <= taken[at][0]:
            kept.append(quantity)
    return sorted(kept + named_found, key=lambda quantity: quantity.start)


def find_quantities(text: str, lang: Lang = "en", market: Market | None = None) -> tuple[Quantity, ...]:
    """The quantities in a text, by start, without overlap; empty if there are none. Never raises, whatever the text.

    Spans are code points of `text` and leave out modifiers ("up to", 约, ≤). Counted things have unit "count", multiples
    "dimensionless". `market` settles units that mean two things (gallon, 斤, $); without it the language does.

    >>> [(q.text, str(q.low), q.unit) for q in find_quantities("12 x 8 cm, up to 18 hours, RTX 4090")]
    [('12', '12', 'centimeter'), ('8 cm', '8', 'centimeter'), ('18 hours', '18', 'hour')]
    >>> [(q.text, str(q.low), q.unit) for q in find_quantities("时速可达每小时180公里，半斤装", "zh-Hans")]
    [('每小时180公里', '180', 'kilometer / hour'), ('半斤', '0.5', 'jin')]
    """
    page = open_page(text, lang, market)
    found: list[Quantity] = []
    for parts in _parts(page):
        found.extend(_quantities(page, parts))
    if lang == "en":
        extras = wordless.find_parts(page, [(quantity.start, quantity.end) for quantity in found])
        if extras:
            page.done = 0
            found.extend(quantity for part in extras for quantity in _quantities(page, [part]))
            found = sorted(found, key=lambda quantity: quantity.start)
    further = unnamed.find_parts(page, found)
    if further:
        page.done = 0
        found.extend(quantity for part in further for quantity in _quantities(page, [part]))
        found = sorted(found, key=lambda quantity: quantity.start)
    spans, named = (
        labelled.find_parts(page, [(quantity.start, quantity.end) for quantity in found])
        if labelled.hinted(text)
        else ([], [])
    )
    if spans or named:
        found = _with_labelled(page, found, spans, named)
    return doubts.with_doubts(text, carried.with_carried(page.text, found))
