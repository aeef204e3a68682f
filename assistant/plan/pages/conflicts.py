"""What a page says in two ways that cannot both be true."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.plan.pages.wording import Line
from assistant.schema import Lang, Quantity
from assistant.units import lookup

# A conversion is rounded: 1644 g and 3.6 pounds are the same weight.
_ROUNDED = Fraction(25, 1000)
# What a product has one of, by the last word of the label that says so.
_ONE = {
    "power": ("power", "output", "wattage", "功率", "输出功率", "輸出功率"),
    "mass": ("weight", "mass", "重量", "净重", "淨重", "商品重量"),
    "voltage": ("voltage", "电压", "電壓"),
    "charge": ("capacity", "battery", "电池容量", "電池容量"),
    "volume": ("capacity", "volume", "容量", "容积", "容積"),
}
_WHY: dict[Lang, str] = {
    "en": "The page gives “{one}” and “{other}” for {what}. Which is right?",
    "zh-Hans": "页面上{what}既写“{one}”，又写“{other}”，以哪个为准？",
    "zh-Hant": "頁面上{what}既寫「{one}」，又寫「{other}」，以哪個為準？",
}
_WHAT: dict[str, dict[Lang, str]] = {
    "power": {"en": "power", "zh-Hans": "功率", "zh-Hant": "功率"},
    "mass": {"en": "weight", "zh-Hans": "重量", "zh-Hant": "重量"},
    "voltage": {"en": "voltage", "zh-Hans": "电压", "zh-Hant": "電壓"},
    "charge": {"en": "battery capacity", "zh-Hans": "电池容量", "zh-Hant": "電池容量"},
    "volume": {"en": "capacity", "zh-Hans": "容量", "zh-Hant": "容量"},
}
_SIZE = re.compile(r"(?:product |item )?(?:sizes?|dimensions?)|尺寸|规格|規格")
# The mark of a variant: S, M, XL, 方, 圆.
_VARIANT = re.compile(r"[2-5]?[SML]|X{1,3}[SL]?|[A-E]|[方圆圓長长大中小单單双雙]")
_SIDES = re.compile(r"\d\s?(?:[a-z]{0,4}|[\"”])\s?[x×*X]\s?\d")


@dataclass(frozen=True, slots=True)
class Doubted:
    """Facts of a page that cannot both be true, and the question that decides."""

    lines: tuple[str, ...]
    why: str


# A doubt, and the lines that it is about.
_Found = tuple[Doubted, list[Line]]


def same_figures(one: Line, other: Line) -> bool:
    """Whether two rows of one label give the same figures."""
    same_label = _name(one.label) == _name(other.label)
    return same_label and bool(one.quantities) and says_figures(one, [other]) and says_figures(other, [one])


def says_figures(line: Line, others: Iterable[Line]) -> bool:
    """Whether other lines give all figures of a line, in whatever unit."""
    said = [quantity for other in others for quantity in other.quantities]
    return all(any(agree(quantity, one) for one in said) for quantity in line.quantities)


def find_conflicts(
    lines: Sequence[Line], headlines: Sequence[Quantity], lang: Lang
) -> tuple[list[Line], tuple[Doubted, ...]]:
    """The lines that stand uncontradicted, and the contradictions.

    `headlines` are figures of headings and the title: what the page says of the product as a whole.
    """
    found = [*_in_rows(lines, lang), *_with_headlines(lines, headlines, lang), *_within_lines(lines, lang)]
    bad = {id(line) for _, against in found for line in against}
    return [line for line in lines if id(line) not in bad], tuple(doubted for doubted, _ in found)


def _in_rows(lines: Sequence[Line], lang: Lang) -> Iterator[_Found]:
    """Rows of the same label with different figures."""
    for first, *others in _by_label(lines):
        other = next((one for one in others if _differ(first, one) and not _are_parts(first, one)), None)
        if other is not None:
            yield Doubted((first.text, other.text), _why(first.text, other.text, first.label, lang)), [first, other]


def _are_parts(one: Line, other: Line) -> bool:
    """Whether two rows are of two things: each names its variant, or has sizes with sides."""
    marks = _beside(one), _beside(other)
    if all(_VARIANT.fullmatch(mark) for mark in marks) and marks[0] != marks[1]:
        return True
    return _SIZE.fullmatch(_name(one.label)) is not None and all(
        _SIDES.search(line.text[len(line.label) :]) for line in (one, other)
    )


def _with_headlines(lines: Sequence[Line], headlines: Sequence[Quantity], lang: Lang) -> Iterator[_Found]:
    """Rows that give what the product has one of, and a headline that gives another figure for it."""
    for dimension, labels in _ONE.items():
        claimed = [one for one in headlines if one.dimension == dimension and one.high is None]
        said = [line for line in lines if _gives(line, dimension, labels)]
        if not claimed or not said or any(agree(one, q) for one in claimed for line in said for q in line.quantities):
            continue
        one = claimed[0]
        # What a row gives under its label is kept, and asked about; what the headline shouts is not.
        against = [
            line
            for line in lines
            if line not in said and any(q.dimension == dimension and agree(q, one) for q in line.quantities)
        ]
        why = _why(one.text, said[0].text, _WHAT[dimension][lang], lang)
        yield Doubted((one.text, said[0].text), why), against


def _gives(line: Line, dimension: str, labels: tuple[str, ...]) -> bool:
    if not line.quantities or line.quantities[0].dimension != dimension or line.quantities[0].high is not None:
        return False
    return (_name(line.label).split() or [""])[-1] in labels


def _within_lines(lines: Sequence[Line], lang: Lang) -> Iterator[_Found]:
    """Lines whose conversion does not convert."""
    for line in lines:
        pair = _own_conflict(line)
        if pair:
            what = line.label or _WHAT["mass"][lang]
            yield Doubted((line.text,), _why(pair[0].text, pair[1].text, what, lang)), [line]


def _own_conflict(line: Line) -> tuple[Quantity, Quantity] | None:
    """A conversion that does not convert: "3.9 pounds (1270 g)"."""
    for first, second in zip(line.quantities, line.quantities[1:], strict=False):
        between = line.text[first.end : second.start]
        if (
            first.dimension == second.dimension
            and first.unit != second.unit
            and first.dimension in ("mass", "length", "volume", "temperature")
            and re.fullmatch(r"\s*(?:\(|（|/|=|≈|or|,?\s*which works out to)\s*(?:approx\.?|about|约|約)?\s*", between)
            and not agree(first, second, Fraction(8, 100))
            and len([q for q in line.quantities if q.dimension == first.dimension]) == 2
        ):
            return first, second
    return None


def _why(one: str, other: str, what: str, lang: Lang) -> str:
    return _WHY[lang].format(one=one, other=other, what=what.strip() or "this")


def _by_label(lines: Sequence[Line]) -> list[list[Line]]:
    """Rows that give a figure and no more under the same label."""
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line.label and line.quantities and not line.price and _bare_row(line):
            groups[line.label.lower(), line.quantities[0].dimension].append(line)
    return [group for group in groups.values() if len(group) > 1]


def _bare_row(line: Line) -> bool:
    """Whether nothing but figures and their marks stands behind the label."""
    return len(_beside(line)) <= 2


def _beside(line: Line) -> str:
    """What stands beside the figures of a row: the "S" of "S 10-15 kg" names a variant."""
    value = re.split(r"[:：]", line.text, maxsplit=1)[-1]
    left = value
    for quantity in line.quantities:
        left = left.replace(quantity.text, "", 1)
    return re.sub(r"approx\.?|about|约|約|max\.?|[xX×*/~+\-–()（）.,\s\"'′″]", "", left, flags=re.IGNORECASE)


def _differ(one: Line, other: Line) -> bool:
    firsts = [q for q in one.quantities if q.dimension == one.quantities[0].dimension]
    others = [q for q in other.quantities if q.dimension == one.quantities[0].dimension]
    return not any(agree(a, b) for a in firsts for b in others)


def agree(one: Quantity, other: Quantity, within: Fraction = _ROUNDED) -> bool:
    """Whether two figures are the same, as far as they are rounded."""
    if one.dimension != other.dimension or (one.high is None) != (other.high is None):
        return False
    try:
        first, second = _base(one), _base(other)
    except (ValueError, KeyError, ArithmeticError):
        return one.text == other.text
    return abs(first - second) <= within * max(abs(first), abs(second))


def _base(quantity: Quantity) -> Fraction:
    if quantity.unit in ("count", "dimensionless"):
        return Fraction(quantity.low)
    unit = lookup(quantity.unit)
    return Fraction(quantity.low) * unit.factor + unit.offset


def _name(label: str) -> str:
    return re.sub(r"\s*[(（].*$", "", label).strip().lower()
