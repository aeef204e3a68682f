"""What one quantity says for its neighbour: "63 g (2.22 oz)" is one weight, 平均每100ml 53元 one average price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Quantity

_JOINS = frozenset(["(", "/", "=", "(=", "or", "|"])
_FASTEST = ("极速", "極速")


def with_carried(text: str, found: Sequence[Quantity]) -> Sequence[Quantity]:
    """The same quantities; a second unit for the same figure takes attribute, statistic and hedge of the first.

    `text` is folded. 极速 is a maximum of speeds alone (极速发货 is none), an average of 每100ml belongs to the price behind it.
    """
    changed: dict[int, Quantity] = {}
    end, unit = -9, ""
    for index, quantity in enumerate(found):
        if quantity.start - end <= 4 and quantity.unit != unit and quantity.attribute is None:
            changed[index] = _second(text, changed.get(index - 1, found[index - 1]), quantity)
        end, unit = quantity.end, quantity.unit
    if "极速" in text or "極速" in text or "平均每" in text:
        _put_right(text, found, changed)
    return [changed.get(index, quantity) for index, quantity in enumerate(found)] if changed else found


def _put_right(text: str, found: Sequence[Quantity], changed: dict[int, Quantity]) -> None:
    """Gives 极速 and 平均每 to the quantities that they are said of."""
    for index, quantity in enumerate(found):
        lead = text[max(0, quantity.start - 8) : quantity.start]
        if quantity.statistic == "average" and lead.endswith("平均每"):
            changed[index] = replace(quantity, statistic="unstated")
            if index + 1 < len(found) and found[index + 1].start - quantity.end <= 2:
                changed[index + 1] = replace(changed.get(index + 1, found[index + 1]), statistic="average")
        elif quantity.dimension == "speed" and quantity.statistic == "unstated" and any(w in lead for w in _FASTEST):
            changed[index] = replace(quantity, statistic="maximum")


def _second(text: str, first: Quantity, second: Quantity) -> Quantity:
    """The second figure with what the first says, if it is the same one in another unit."""
    if first.dimension != second.dimension or text[first.end : second.start].strip(" ~≈≤≥<>±约約=") not in _JOINS:
        return second
    return replace(
        second,
        attribute=first.attribute,
        statistic=first.statistic if second.statistic == "unstated" else second.statistic,
        hedge=second.hedge or first.hedge,
    )
