"""Measures and prints, part by part, as results come in."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from assistant.errors import Exit, YardstickError
from assistant.praise import find_praise
from assistant.quantities import find_quantities
from assistant.schema import LANGS, Lang
from evals.bench import table
from evals.bench.app import holds, measure_app
from evals.bench.engine import measure_engine
from evals.bench.hostile import INPUTS, measure_ordeals
from evals.bench.memory import measure_memory
from evals.bench.pace import measure_pace
from evals.bench.prose import load_pages, make_pages
from evals.bench.startup import measure_python, measure_starts
from evals.bench.steps import MOST_SHARE, measure_channels, measure_steps
from evals.bench.throughput import CHARS, NO_LIMIT_S, race_praise, race_quantities

# A hundred times the input may take no more than this much more memory.
MOST_GROWTH = 1.25
# A part's lines, and whether what it asserts holds.
Lines = tuple[Iterator[str], bool]


def _pages(source: Path | None) -> Iterator[tuple[Lang, Sequence[str]]]:
    """Pages by language: made up, or those of a file, without the languages that it does not hold."""
    for lang in LANGS:
        pages = make_pages(lang, CHARS) if source is None else load_pages(source, lang, CHARS)
        if pages:
            yield lang, pages


def _startup(_: Path | None) -> Lines:
    python_s, starts = measure_python(), measure_starts()
    return table.render_starts(python_s, starts), not any(start.heavy or start.fault for start in starts)


def _quantities(source: Path | None) -> Lines:
    return table.render_races([race_quantities(lang, pages) for lang, pages in _pages(source)]), True


def _praise(source: Path | None) -> Lines:
    """Prose, where next to nothing is to be weighed, and product pages, where each hit is."""
    lines: list[str] = []
    if source is None:
        prose = [race_praise(lang, make_pages(lang, CHARS, boasts=False), "plain prose") for lang in LANGS]
        lines += [*table.render_races(prose), ""]
    lines += table.render_races([race_praise(lang, pages) for lang, pages in _pages(source)])
    return iter(lines), True


def _engine(_: Path | None) -> Lines:
    return table.render_engine(measure_engine()), True


def _hostile(_: Path | None) -> Lines:
    pages = make_pages("en", CHARS)
    normal = {
        "find_quantities": measure_pace(lambda page: len(find_quantities(page, "en")), pages, NO_LIMIT_S).chars_per_s,
        "find_praise": measure_pace(lambda page: len(find_praise(page, "en")), pages, NO_LIMIT_S).chars_per_s,
    }
    ordeals = measure_ordeals()
    answered = all(ordeal.seconds is not None for ordeal in ordeals)
    return table.render_ordeals(ordeals, normal), answered


def _steps(_: Path | None) -> Lines:
    spent, several = measure_steps(), measure_channels()
    share = sum(one.ours for one in spent) / sum(one.naive for one in spent)
    cheaper = all(one.together < one.apart for one in several)
    return chain(table.render_steps(spent), [""], table.render_channels(several)), share <= MOST_SHARE and cheaper


def _memory(_: Path | None) -> Lines:
    runs = measure_memory()
    return table.render_memory(runs), runs[-1].peak_mb < MOST_GROWTH * runs[0].peak_mb


def _app(_: Path | None) -> Lines:
    try:
        served = measure_app()
    except FileNotFoundError as error:
        return iter([f"The browser app: not measured: {error}"]), False
    return table.render_app(served), holds(served)


PARTS: dict[str, Callable[[Path | None], Lines]] = {
    "startup": _startup,
    "quantities": _quantities,
    "praise": _praise,
    "engine": _engine,
    "hostile": _hostile,
    "memory": _memory,
    "steps": _steps,
    "app": _app,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the parts and returns the exit status: 1 if a command imports what it must not, fails, or hangs."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.bench",
        description=f"Speed beside other tools. Hostile inputs: {', '.join(INPUTS)}.",
        epilog="`make bench` installs the other tools first, in .venv-bench; without them their lines say so.",
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (default: all)")
    parser.add_argument(
        "--pages", type=Path, metavar="FILE", help='JSON lines with "lang" and "text" to read, instead of made-up pages'
    )
    args = parser.parse_args(argv)
    if args.pages and not args.pages.is_file():
        parser.error(f"--pages: {args.pages} is no file")
    if unknown := [part for part in args.parts if part not in PARTS]:
        parser.error(f"unknown part {unknown[0]!r}: expected {', '.join(PARTS)}")
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}", flush=True)
    status = Exit.FINE
    for part in args.parts or PARTS:
        try:
            lines, holds = PARTS[part](args.pages)
            print("\n" + "\n".join(lines), flush=True)
            status = status if holds else Exit.FINDINGS
        except YardstickError as error:
            # One broken data file must not cost the other parts' figures.
            print(f"\nbench: {part}: {error}", file=sys.stderr)
            status = Exit.FINDINGS
        except KeyboardInterrupt:
            print("bench: interrupted.", file=sys.stderr)
            return int(Exit.INTERRUPTED)
    return int(status)
