"""Facts as the reader of a brief finds them."""

from __future__ import annotations

from assistant.quantities import find_facts
from assistant.schema import Fact


def fact_of(text: str) -> Fact:
    """The first fact of an English line, with its quantities."""
    return find_facts(text, "en", "us")[0]
