"""`yardstick quantities`: every quantity of a text, for people or as JSON lines."""

from __future__ import annotations

import argparse
from typing import Any

from assistant.cli.reading import answer_lines, pick_lang, pick_market, read_text, text_of
from assistant.errors import Exit
from assistant.quantities import find_quantities
from assistant.quantities.jsonl import rows
from assistant.schema import Quantity
from assistant.schema.language import guess_lang


def _answer(row: dict[str, Any], args: argparse.Namespace) -> dict[str, Any]:
    text = text_of(row)
    lang = pick_lang(row, args.lang, text)
    return {"quantities": rows(find_quantities(text, lang, pick_market(row, args.market)))}


def run(args: argparse.Namespace) -> int:
    """Prints the text with its quantities marked and a table, or answers JSON lines."""
    if args.jsonl:
        for _ in answer_lines(lambda row: _answer(row, args)):
            pass
        return Exit.FINE
    text = read_text(args.file)
    found = find_quantities(text, args.lang or guess_lang(text), args.market)
    print(_marked(text, found).rstrip("\n"))
    if found:
        from assistant.cli.tables import table

        print()
        print(table([("text", "value", "unit", "dimension", "statistic", "hedge", "attribute"), *map(_cells, found)]))
    return Exit.FINE


def _marked(text: str, found: tuple[Quantity, ...]) -> str:
    parts, last = [], 0
    for quantity in found:
        parts += [text[last : quantity.start], "⟦", text[quantity.start : quantity.end], "⟧"]
        last = quantity.end
    return "".join([*parts, text[last:]])


def _cells(quantity: Quantity) -> tuple[str, ...]:
    value = f"{quantity.low:f}" + (f" to {quantity.high:f}" if quantity.high is not None else "")
    if quantity.tolerance is not None:
        value += f" ± {quantity.tolerance:f}"
    shown = quantity.attribute or ""
    return (quantity.text, value, quantity.unit, quantity.dimension, quantity.statistic, quantity.hedge, shown)
