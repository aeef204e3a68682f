"""What stands in a text already: on one page every fact is told once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.schema import Fact
from assistant.writer.telling import label_and_value

# A value shorter than this stands in many a text by chance.
_SURE = 6
_FIGURES = re.compile(r"\d[\d.,]*")
_MARKS = re.compile(r"[\W_]+")


def is_told(fact: Fact, text: str, ways: Iterable[str] = ()) -> bool:
    """Whether a text tells a fact: in its own words, in one of the `ways` to say it, or its value beside its label.

    >>> fact = Fact("f1", "Weight: 620 grams", 0, 17)
    >>> is_told(fact, "Otter weighs 620 grams."), is_told(fact, "Otter holds 620 ml.")
    (True, False)
    """
    bare = bare_of(text)
    return bool(bare) and Telltale.of(fact, ways).stands_in(bare)


@dataclass(frozen=True, slots=True)
class Telltale:
    """By what a text is known to tell a fact, all in bare letters: its wordings, else `value` and, with it, `label`.

    `label` is empty where the value is enough; `value` is empty where the fact has none.
    """

    wordings: tuple[str, ...]
    value: str
    label: str

    @classmethod
    def of(cls, fact: Fact, ways: Iterable[str] = ()) -> Telltale:
        """What tells a fact, said in its own words or in one of the `ways`."""
        bare = (bare_of(way) for way in dict.fromkeys((fact.text, *ways)))
        wordings = tuple(way for way in dict.fromkeys(bare) if way)
        pair = label_and_value(fact) or _chinese_pair(fact)
        if pair is None:
            return cls(wordings, "", "")
        value = bare_of(pair[1])
        measured = len(fact.quantities) == 1 and fact.quantities[0].dimension != "count" and _FIGURES.search(value)
        return cls(wordings, value, "" if measured or len(value) >= _SURE else bare_of(pair[0]))

    def stands_in(self, bare: str) -> bool:
        """Whether a text in bare letters tells the fact; never where it is empty."""
        if not bare:
            return False
        return any(way in bare for way in self.wordings) or (
            bool(self.value) and self.value in bare and self.label in bare
        )


def _chinese_pair(fact: Fact) -> tuple[str, str] | None:
    label, colon, value = fact.text.partition("：")
    return (label, value) if colon else None


def bare_of(text: str) -> str:
    """The letters and digits of a text, small: what is left of it when its marks and spaces differ."""
    return _MARKS.sub("", text).lower()
