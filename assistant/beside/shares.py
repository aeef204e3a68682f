"""What a percentage is of, by the words right beside it in its clause: "kills 99.9 % of bacteria", "20 % off"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.schema import Quantity

# A percentage's noun stands within so many characters.
REACH = 40
_ENDS = re.compile("[,;.!?\n|()，；。！？、（）]")


def with_its_noun(text: str, quantity: Quantity, shift: int = 0) -> Quantity:
    """The quantity with the words beside it in its attribute; other dimensions as they are.

    `shift` is what its offsets are ahead of the text.

    >>> from decimal import Decimal
    >>> share = Quantity("20 %", 0, 4, Decimal(20), "percent", "percentage")
    >>> with_its_noun("20 % off", share).attribute, with_its_noun("20 %", share).attribute
    ('off', None)
    """
    if quantity.dimension != "percentage":
        return quantity
    start, end = quantity.start - shift, quantity.end - shift
    after = _ENDS.split(text[end : end + REACH], maxsplit=1)[0].strip()
    before = _ENDS.split(text[max(0, start - REACH) : start])[-1].strip(" :：") if quantity.attribute is None else ""
    words = " ".join(part for part in (quantity.attribute or before, after) if part)
    return replace(quantity, attribute=words or None)
