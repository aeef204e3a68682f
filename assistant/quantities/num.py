"""A number as it stands in folded text, before its unit is read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Value = Decimal | Fraction


@dataclass(slots=True)
class Num:
    """A number as it stands in folded text. `kind`: digits, words, zh; `form`: plain, fraction, power, scaled, vague."""

    start: int
    end: int
    low: Value
    high: Value | None = None
    kind: str = "digits"
    form: str = "plain"
    doubt: str = ""
