"""Draws magnitudes as specifications write them, out of the range that products have."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import exp, log
from random import Random

from assistant.comparisons import Audience
from assistant.schema import Quantity
from assistant.units import dimension, render
from evals.coverage.ranges import MONEY, Range

FIGURES = 3


def unit_for(range_: Range, audience: Audience) -> tuple[str, int]:
    """The unit in which the audience's market states it, and what its sizes are multiplied by."""
    if "MONEY" not in range_.unit:
        return range_.unit, 1
    if audience.market is None:
        raise ValueError(f"{range_.name}: a price needs a market")
    currency, times = MONEY[audience.market]
    return range_.unit.replace("MONEY", currency), times


def draw(range_: Range, audience: Audience, count: int, seed: int) -> Iterator[Quantity]:
    """So many quantities of the range; equal arguments give equal ones, whatever else is drawn."""
    chance = Random(f"{seed}:{range_.name}:{audience.lang}:{audience.market}")
    unit, times = unit_for(range_, audience)
    for _ in range(count):
        if range_.linear:
            size = chance.uniform(range_.low, range_.high)
        else:
            size = exp(chance.uniform(log(range_.low * times), log(range_.high * times)))
        yield quantity_of(rounded(size), unit, range_.attribute, audience)


def rounded(size: float) -> Decimal:
    """A size with three figures, as specifications have them.

    >>> str(rounded(1234.5)), str(rounded(0.0012345))
    ('1230', '0.00123')
    """
    return Decimal(format(Decimal(f"{size:.{FIGURES}g}"), "f"))


def quantity_of(value: Decimal, unit: str, attribute: str | None, audience: Audience) -> Quantity:
    """The quantity that a reader would have found in a text of the audience's language."""
    text = render(value, unit, audience.lang)
    return Quantity(text, 0, len(text), value, unit, dimension(unit), attribute=attribute)
