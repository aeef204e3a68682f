"""A number as it stands in folded text, before its unit is read; exact arithmetic on its value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

Value = Decimal | Fraction

# Enough digits for every product of what `digits.MAX_DIGITS` and the scales allow.
_EXACT = Context(prec=200)


@dataclass(slots=True)
class Num:
    """A number in folded text. `kind`: digits, words, zh; `form`: plain, fraction, slash, power, scaled, percent, vague,
    version or serial (the last two are no magnitudes).
    """

    start: int
    end: int
    low: Value
    high: Value | None = None
    kind: str = "digits"
    form: str = "plain"
    doubt: str = ""


def plus(one: Value, other: Value) -> Value:
    """The exact sum; a Decimal if both are."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return _EXACT.add(one, other)
    return Fraction(one) + Fraction(other)


def times(one: Value, other: Value | int) -> Value:
    """The exact product; a Decimal if both are (a whole number counts as one).

    >>> times(Decimal("0.5"), 3), times(Fraction(1, 3), Decimal(6))
    (Decimal('1.5'), Fraction(2, 1))
    """
    if isinstance(one, Decimal) and isinstance(other, (Decimal, int)):
        return _EXACT.multiply(one, Decimal(other))
    return Fraction(one) * Fraction(other)
