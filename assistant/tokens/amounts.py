"""Amounts of money: exact, finite, never negative, never float."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact

# Sums stay exact whatever precision a caller has set for its own thread; what can't be exact raises.
EXACT = Context(prec=100, traps=[Inexact])


def checked(value: Decimal) -> Decimal:
    """The amount itself. Raises `TypeError` unless it is a Decimal, `ValueError` if not finite or negative.

    >>> checked(Decimal("0.25"))
    Decimal('0.25')
    """
    if not isinstance(value, Decimal):
        raise TypeError(f"an amount of money is a Decimal, not {type(value).__name__}")
    if not value.is_finite() or value < 0:
        raise ValueError(f"an amount of money is finite and not negative, not {value}")
    return value
