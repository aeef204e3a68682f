"""A comparison whose exact figure stands nowhere in the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.checks.messages import say
from assistant.checks.traced import Traced
from assistant.schema import Diagnostic, Lang, Quantity


def find_lost_specifications(traced: Mapping[str, Traced], lang: Lang) -> Iterator[Diagnostic]:
    """One finding for each comparison, in any field, that no field gives the exact figure of."""
    stated = {_value(quantity) for one in traced.values() for quantity in one.stated}
    for field, one in traced.items():
        for comparison, start, end in one.compared:
            if _value(comparison.quantity) not in stated:
                message = say("specification-lost", lang, detail=comparison.quantity.text)
                yield Diagnostic("specification-lost", "error", start, end, message, field=field)


def _value(quantity: Quantity) -> tuple[object, object, str]:
    return quantity.low, quantity.high, quantity.unit
