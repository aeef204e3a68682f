"""`yardstick references`: the book, an entry with its source, a check of an own file."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.errors import Exit, InputError
from assistant.references import load_book
from assistant.schema import Lang, Reference
from assistant.units import render


def run(args: argparse.Namespace) -> int:
    """Lists, shows or checks; a faulty file is exit status 2 with its place."""
    lang: Lang = args.lang or "en"
    if args.action == "list":
        from assistant.cli.columns import table

        book = load_book()
        rows = [
            (r.id, r.dimension, render(r.value, r.unit, lang), r.statistic, r.names[lang].name)
            for r in book.by_id.values()
        ]
        print(table([("id", "dimension", "value", "statistic", "name"), *rows]))
        return Exit.FINE
    if not args.name:
        wanted = "the id of a reference" if args.action == "show" else "a file or folder"
        raise InputError(f"references {args.action}: expected {wanted}. `yardstick references --help` shows examples.")
    if args.action == "show":
        print(_shown(load_book().get(args.name), lang))
        return Exit.FINE
    from assistant.references.check import load_checked

    checked = load_checked(Path(args.name))
    print(f"{args.name}: {len(checked)} references, all well formed")
    return Exit.FINE


def _shown(reference: Reference, lang: Lang) -> str:
    names, source = reference.names[lang], reference.source
    known = ", ".join(f"{market} {level}/5" for market, level in reference.markets.items())
    lines = [
        f"{reference.id}: {names.of}",
        f"  value      {render(reference.value, reference.unit, lang)} ({reference.statistic}, {reference.aspect})",
        f"  spread     {render(reference.low, reference.unit, lang)} to {render(reference.high, reference.unit, lang)}",
        f"  known in   {known}",
        f"  topics     {', '.join(reference.topics)}",
        f"  as of      {reference.as_of}" + (f", expires {reference.expires}" if reference.expires else ""),
        f"  source     {source.line}",
        f"             “{source.figure}” (read {source.accessed})",
    ]
    return "\n".join(lines + ([f"  working    {reference.working}"] if reference.working else []))
