"""What a number becomes once its unit is read, and how its value turns into the Decimal of a quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.quantities.num import Num, Value
from assistant.quantities.tables import ONE

# `quantize` keeps 28 digits.
_LARGEST = Decimal(10) ** 27


@dataclass(slots=True)
class Part:
    """A number with what belongs to it: its span, unit (None if bare), sign and doubts."""

    number: Num
    start: int
    end: int
    unit: str | None
    low: Value
    high: Value | None
    doubts: list[str]
    dash: bool = False
    tolerance: Value | None = None
    hedge_vague: bool = False
    surface: str = ""


def exact(value: Value) -> Decimal:
    """A Decimal for a quantity: as written if it is one, else the fraction to 28 digits; no trailing ".0" from scaling."""
    if not isinstance(value, Decimal):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    if not value.same_quantum(ONE) and value == value.to_integral_value() and abs(value) < _LARGEST:
        return value.quantize(ONE)
    return value
