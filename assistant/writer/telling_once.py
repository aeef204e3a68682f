"""What stands in a text already: on one page every fact is told once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.schema import Fact
from assistant.writer.telling import label_and_value

# A value shorter than this stands in many a text by chance.
_SURE = 6
_FIGURES = re.compile(r"\d[\d.,]*")
_MARKS = re.compile(r"[\W_]+")


def is_told(fact: Fact, text: str, ways: Iterable[str] = ()) -> bool:
    """Whether a text tells a fact: in its own words, in one of the `ways` to say it, or its value beside its label.

    >>> fact = Fact("f1", "Weight: 620 g", 0, 13)
    >>> is_told(fact, "Otter weighs 620 g."), is_told(fact, "Otter holds 620 ml.")
    (True, False)
    """
    bare = _bare(text)
    if not bare:
        return False
    if any(way and way in bare for way in map(_bare, (fact.text, *ways))):
        return True
    pair = label_and_value(fact) or _chinese_pair(fact)
    if pair is None:
        return False
    label, value = _bare(pair[0]), _bare(pair[1])
    if not value or value not in bare:
        return False
    measured = len(fact.quantities) == 1 and fact.quantities[0].dimension != "count" and bool(_FIGURES.search(value))
    return measured or len(value) >= _SURE or label in bare


def _chinese_pair(fact: Fact) -> tuple[str, str] | None:
    label, colon, value = fact.text.partition("：")
    return (label, value) if colon else None


def _bare(text: str) -> str:
    return _MARKS.sub("", text).lower()
