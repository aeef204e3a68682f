"""`yardstick quantities`: every quantity of a text, for people or as JSON lines."""

from __future__ import annotations

import argparse
import json
import sys
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from assistant.cli.blocks import find_blocks, open_text, scan
from assistant.cli.columns import line, rule, width
from assistant.cli.reading import answer_lines, pick_lang, pick_market, text_of
from assistant.errors import Exit
from assistant.quantities import find_quantities
from assistant.quantities.jsonl import rows
from assistant.schema import Lang, Quantity
from assistant.schema.language import guess_lang

_HEAD = ("text", "value", "unit", "dimension", "statistic", "hedge", "attribute")
# Of the table, so much stays in memory until the text is through; the rest waits in a file.
TABLE_BYTES = 1_000_000


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
    with SpooledTemporaryFile(max_size=TABLE_BYTES, mode="w+", encoding="utf-8") as kept:
        widths = _print_marked(args, kept)
        if widths:
            kept.seek(0)
            print(f"\n{line(_HEAD, widths)}\n{rule(widths)}")
            for row in kept:
                print(line(json.loads(row), widths))
    return Exit.FINE


def _print_marked(args: argparse.Namespace, kept: IO[str]) -> list[int]:
    """Prints the text with its quantities marked and keeps the table's rows; the width of each column, empty for no rows."""
    widths: list[int] = []
    lang: Lang | None = args.lang
    name, ending = "standard input" if args.file == "-" else args.file, "\n"
    with open_text(args.file, sys.stdin) as stream:
        for block, header in find_blocks(stream, name):
            lang = lang or guess_lang(block)
            found = scan(block, header, partial(find_quantities, lang=lang, market=args.market))
            sys.stdout.write(_marked(block, found))
            ending = block[-1]
            for quantity in found:
                cells = _cells(quantity)
                widths = [max(sizes) for sizes in zip(widths or map(width, _HEAD), map(width, cells), strict=True)]
                kept.write(json.dumps(cells) + "\n")
    if ending != "\n":
        print()
    return widths


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
    return (
        quantity.text.replace("\n", " "),
        value,
        quantity.unit,
        quantity.dimension,
        quantity.statistic,
        quantity.hedge,
        shown,
    )
