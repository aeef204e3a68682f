"""Quantities as the rows that `yardstick quantities --jsonl` writes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from assistant.schema import Quantity


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() and abs(value) < 2**53 else float(value)


def row(quantity: Quantity) -> dict[str, Any]:
    """One quantity as plain JSON values; a range has two values, and `value_exact` keeps each as written.

    >>> from assistant.quantities import find_quantities
    >>> answer = row(find_quantities("3–5 days")[0])
    >>> answer["value"], answer["value_exact"], answer["unit"]
    ([3, 5], '3–5', 'day')
    """
    low, high = quantity.low, quantity.high
    plain = format(low, "f")
    return {
        "start": quantity.start,
        "end": quantity.end,
        "value": _number(low) if high is None else [_number(low), _number(high)],
        "value_exact": plain if high is None else f"{plain}–{format(high, 'f')}",
        "unit": quantity.unit,
        "dimension": quantity.dimension,
        "statistic": quantity.statistic,
        "hedge": quantity.hedge,
        "tolerance": None if quantity.tolerance is None else _number(quantity.tolerance),
        "attribute": quantity.attribute,
        "doubts": list(quantity.doubts),
    }


def rows(quantities: Iterable[Quantity]) -> list[dict[str, Any]]:
    """The rows of several quantities, in their order."""
    return [row(quantity) for quantity in quantities]
