"""Product lines of two independent writers, labelled before the scanner read them: how much of each language it gets right.

`lines/<lang>.jsonl`: text, quantities (start, end, value or [low, high], unit, `alt` other units that are as right, `soft`
where a reader may leave it out), and `none`, spans that no quantity may touch. The floors hold what was measured.
"""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from assistant.quantities import find_quantities
from assistant.schema import LANGS, Lang, Quantity
from assistant.units import UnknownUnit, convert, lookup

HERE = Path(__file__).parent / "lines"
FLOORS: dict[Lang, float] = {"en": 0.985, "zh-Hans": 0.985, "zh-Hant": 0.985}


def rows(lang: Lang) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{lang.lower()}.jsonl").read_text(encoding="utf-8").splitlines()]


def same(found: Quantity, value: Any, units: list[str]) -> bool:
    """Whether a quantity is that value, or one end of that range, in one of the units."""
    values = value if isinstance(value, list) else [value]
    for unit in units:
        try:
            if lookup(unit).exponents != lookup(found.unit).exponents:
                continue
        except UnknownUnit:
            continue
        ends = [found.low] if found.high is None else [found.low, found.high]
        read = [float(convert(end, found.unit, unit)) for end in ends]
        gold = [float(Fraction(Decimal(str(each)))) for each in values]
        if all(any(abs(one - other) <= 1e-4 * abs(other) + 1e-12 for other in gold) for one in read):
            return True
    return False


def judge(row: dict[str, Any], lang: Lang) -> tuple[int, int, int]:
    """Right, wrong and missed quantities with a unit in one line."""
    found = [q for q in find_quantities(row["text"], lang) if q.unit not in ("count", "dimensionless")]
    wanted = [gold for gold in row["quantities"] if not gold.get("soft")]
    right, used = 0, set()
    for gold in wanted:
        units = [gold["unit"], *gold.get("alt", ())]
        hits = [
            index
            for index, quantity in enumerate(found)
            if quantity.start < gold["end"] and gold["start"] < quantity.end and same(quantity, gold["value"], units)
        ]
        right += bool(hits)
        used.update(hits)
    soft = [gold for gold in row["quantities"] if gold.get("soft")]
    wrong = [
        quantity
        for index, quantity in enumerate(found)
        if index not in used and not any(q["start"] < quantity.end and quantity.start < q["end"] for q in soft)
    ]
    return right, len(wrong), len(wanted) - right


@pytest.mark.parametrize("lang", LANGS)
def test_product_lines_are_read_as_their_writers_meant_them(lang: Lang) -> None:
    right, wrong, missed = (sum(counts) for counts in zip(*(judge(row, lang) for row in rows(lang)), strict=True))
    f1 = 2 * right / (2 * right + wrong + missed)
    assert right > 500
    assert f1 >= FLOORS[lang], (right, wrong, missed)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_no_quantity_is_left_alone(lang: Lang) -> None:
    touched = [
        (row["text"], quantity.text)
        for row in rows(lang)
        for quantity in find_quantities(row["text"], lang)
        if quantity.unit not in ("count", "dimensionless")
        and any(quantity.start < end and start < quantity.end for start, end in row["none"])
    ]
    assert touched == []
