"""The figures of a brief, each with the words that are its own and no neighbour's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from assistant.comparisons.derived.amounts import ends
from assistant.schema import Fact, Lang, Quantity
from assistant.units import DimensionMismatch, UnknownUnit, convert

_PIECES = re.compile(r",(?!\d)|[;|()，；。、（）]")
_LABEL = re.compile(r"[^:：]{1,40}[:：]")


class Figure(NamedTuple):
    """A quantity with its fact and the words beside it: its piece of the line, up to the neighbouring figures."""

    fact: Fact
    quantity: Quantity
    words: str


def find_figures(facts: Iterable[Fact], lang: Lang) -> Iterator[Figure]:
    """Every figure whose reading is certain, in the brief's order."""
    for fact in facts:
        for number, quantity in enumerate(fact.quantities):
            if not quantity.doubts:
                yield Figure(fact, quantity, _words(fact, number, lang))


def _words(fact: Fact, number: int, lang: Lang) -> str:
    """The piece of a line around a figure, with the label of the line.

    Chinese says what a figure is before it, English on both sides: what stands between two figures belongs to the
    second in Chinese, to both in English.
    """
    if len(fact.quantities) == 1:
        return fact.text
    spans = [(q.start - fact.start, q.end - fact.start) for q in fact.quantities]
    start, end = spans[number]
    low = max([cut.end() for cut in _PIECES.finditer(fact.text) if cut.end() <= start], default=0)
    high = min([cut.start() for cut in _PIECES.finditer(fact.text) if cut.start() >= end], default=len(fact.text))
    low = max([low, *(stop for _, stop in spans if stop <= start)])
    after = [begin for begin, _ in spans if end <= begin < high]
    if after:
        high = min(after) if lang == "en" else end
    label = _LABEL.match(fact.text)
    return f"{label[0] if label and label.end() <= low else ''}{fact.text[low:high]}"


def ends_in(quantity: Quantity, unit: str) -> tuple[Fraction, Fraction] | None:
    """Both ends in a unit; of "18 g per cup" those of the 18 g. None where it measures something else."""
    own = quantity.unit.partition(" / ")[0]
    try:
        low, high = ends(quantity)
        return convert(low, own, unit), convert(high, own, unit)
    except (DimensionMismatch, UnknownUnit):
        return None
