"""What is read in one row: figures in plain words, what is doubtful about them and how to settle it, praise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.praise import find_praise
from assistant.quantities import find_facts
from assistant.quantities.answers import Answer, find_answers
from assistant.schema import Diagnostic, Lang, Market, Quantity
from assistant.schema.doubts import say_doubt
from assistant.ui.words import Words

# As many rows as a table has, before and after a few edits.
_REMEMBERED = 1_000


@dataclass(frozen=True, slots=True)
class RowRead:
    """The figures of a text with offsets in it, the answers to the doubts of each, and its praise."""

    quantities: tuple[Quantity, ...]
    answers: tuple[tuple[Answer, ...], ...]
    praise: tuple[Diagnostic, ...]


@lru_cache(maxsize=_REMEMBERED)
def read_row(text: str, lang: Lang, market: Market | None, names: tuple[str, ...]) -> RowRead:
    """What a text says, read by itself; the same text is read once."""
    quantities = tuple(quantity for fact in find_facts(text, lang, market) for quantity in fact.quantities)
    answers = tuple(find_answers(text, quantity, lang, market) for quantity in quantities)
    return RowRead(quantities, answers, find_praise(text, lang, names=names, market=market))


def read_value(quantity: Quantity, lang: Lang, words: Words) -> str:
    """A quantity as it was read: hedge, value or range, tolerance, unit; "6,000 m/s", "up to 65 W"."""
    from assistant.units import render

    value = render(quantity.low, quantity.unit, lang)
    if quantity.high is not None:
        value = f"{quantity.low:f}–{render(quantity.high, quantity.unit, lang)}"
    if quantity.tolerance is not None:
        value = f"{value} ± {quantity.tolerance:f}"
    gap = " " if words.lang == "en" else ""
    return f"{words.name('hedge', quantity.hedge)}{gap}{value}" if quantity.hedge else value


def say_quantity(quantity: Quantity, lang: Lang, words: Words) -> str:
    """Value, what is measured and what kind of figure it is: "up to 65 W · power · charging · peak"."""
    dimension = words.name("dimension", quantity.dimension)
    statistic = words.name("statistic", quantity.statistic) if quantity.statistic != "unstated" else ""
    attribute = quantity.attribute or ""
    parts = (
        read_value(quantity, lang, words),
        dimension,
        "" if attribute.lower() == dimension else attribute,
        statistic,
    )
    return " · ".join(part for part in parts if part)


def say_question(quantity: Quantity, words: Words) -> str:
    """What is doubtful about a figure; empty where nothing is."""
    said = "; ".join(say_doubt(doubt, words.lang) for doubt in quantity.doubts)
    return words("table.doubt", figure=quantity.text, doubt=said) if said else ""
