"""Bare numbers whose unit stands elsewhere: "rated 3500 rpm, max 4000", 总价1,980万, "hp: 150", "Pack Quantity: 50"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num, times
from assistant.quantities.numbers import number_at
from assistant.quantities.page import Page
from assistant.quantities.part import Part
from assistant.quantities.reading import part_at
from assistant.quantities.units_at import measure_at
from assistant.schema import Quantity

# What may stand between a quantity and the next value of its property.
_JOINTS = frozenset(",;(/ ，、；（")
_AFTER_JOINT = frozenset("(/aMmPpRrTt最峰额額 ")
_LABEL_HINT = lazy(r"\n[A-Za-z]{2,12}: ?[0-9]")
_FIRST_LABEL = lazy(r"[A-Za-z]{2,12}: ?[0-9]")
_FIGURE = r"([0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?)"
_SIBLING = {
    "en": lazy(
        rf"(?:[,;] |[,;] and | ?\(| ?/ ?)(?:max(?:imum)?|min(?:imum)?|peak|rated|typ)\.?:? {_FIGURE}(?=[),;\n]|\.(?![0-9])|$)"
    ),
    "zh": lazy(
        rf"[，,、；; ]{{0,2}}\(?(?:最[高低大小]|峰值|[额額]定)(?:可达|可達|达|達|约|約|为|為)?{_FIGURE}(?=[，,、；;)。\n]|$)"
    ),
}
_PRICE = lazy(
    "(?<![评評代物平造])[价價](?:格|钱|錢)?(?:为|為|仅|僅|只要|低至|从|從|约|約){0,2}[:： ]{0,2}(?=[0-9一二三四五六七八九两])"
)
_NO_PRICE = frozenset("%％折成倍/-~～年月日号號天次位家.°")
_UNIT_LABEL = lazy(r"(?m:^)([A-Za-z]{2,12}): ?" + _FIGURE + r"(?=[,;\n]|$)")
# A speed of rotation is given a minute, in thousands as often as not: "Rotational Speed: 7.2K".
_ROTATION = lazy(
    r"(?:[Rr]otation(?:al)? [Ss]peed|[转轉]速): ?((?:[0-9]{1,3},[0-9]{3}|[0-9]{1,6})(?:\.[0-9]{1,2})?)([Kk]?)(?=[,;\n]|$)"
)
_AMOUNT_LABEL = lazy(
    r"(?:Quantity|Qty\.?|数量|數量|件数|件數): ?([0-9]{1,6})(?![0-9A-Za-z.,/%]|-[0-9]| ?[A-Za-z一-鿿])"
)


def _bare(start: int, end: int, figure: str, unit: str, doubts: Sequence[str] = ()) -> Part:
    low = Decimal(figure.replace(",", ""))
    return Part(Num(start, end, low), start, end, unit, low, None, list(doubts))


def _siblings(page: Page, found: Sequence[Quantity]) -> Iterator[Part]:
    """The further values of one property, in the unit of the first."""
    pattern = _SIBLING["en" if page.lang == "en" else "zh"]
    text = page.text
    for quantity in found:
        at = quantity.end
        if text[at : at + 1] not in _JOINTS or text[at + 1 : at + 2] not in _AFTER_JOINT:
            continue
        while match := pattern.match(text, at):
            yield _bare(match.start(1), match.end(1), match[1], quantity.unit)
            at = match.end()
            at += text.startswith(")", at)


def _no_price(following: str) -> bool:
    return following in _NO_PRICE or (following.isascii() and following.isalpha())


def _prices(page: Page) -> Iterator[Part]:
    """Amounts behind 售价 and its like that name no currency: the market's."""
    default = "CNY" if page.lang == "zh-Hans" else "TWD"
    unit = page.local.get(default, default)
    for match in _PRICE.finditer(page.text):
        number = number_at(page.text, match.end(), page.lang, page.original)
        if number is None or number.form in ("version", "serial", "percent"):
            continue
        part = part_at(page, number)
        if part.unit is None and not _no_price(page.text[part.end : part.end + 1]):
            part.unit = unit
            part.doubts.append(f"no currency is named; it is read as {unit}")
            yield part


def _labels(page: Page) -> Iterator[Part]:
    """Lines whose label is a unit, or says that the number counts."""
    text = page.text
    lines = _UNIT_LABEL.finditer(text) if _FIRST_LABEL.match(text) or _LABEL_HINT.search(text) else ()
    for match in lines:
        unit = measure_at(page, match.start(1))
        if unit and unit.end == match.end(1) and unit.unit not in ("count", "dimensionless"):
            yield _bare(match.start(2), match.end(2), match[2], unit.unit)
    for match in _ROTATION.finditer(text) if "otation" in text or "速" in text else ():
        part = _bare(
            match.start(1),
            match.end(),
            match[1],
            "revolutions_per_minute",
            ("no unit is named; it is read as turns a minute",),
        )
        part.low = times(part.low, 1000) if match[2] else part.low
        yield part
    counted = "Q" in text if page.lang == "en" else ("量:" in text or "數:" in text or "数:" in text)
    for match in _AMOUNT_LABEL.finditer(text) if counted else ():
        yield _bare(match.start(1), match.end(1), match[1], "count")


def find_parts(page: Page, found: Sequence[Quantity]) -> list[Part]:
    """The numbers of these forms by start, none of which overlaps a quantity of `found` (sorted) or another."""
    text = page.text
    parts = list(_siblings(page, found)) if found else []
    if ":" in text:
        parts += _labels(page)
    if page.lang != "en" and ("价" in text or "價" in text):
        parts += _prices(page)
    if not parts:
        return parts
    spans = sorted((quantity.start, quantity.end) for quantity in found)
    kept: list[Part] = []
    for part in sorted(parts, key=lambda part: part.start):
        overlaps = any(start < part.end and part.start < end for start, end in spans)
        if not overlaps and (not kept or part.start >= kept[-1].end):
            kept.append(part)
    return kept
