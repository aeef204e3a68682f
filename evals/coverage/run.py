"""Prints the shares by property and market, the holes, and the facts that find nothing."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.errors import Exit, YardstickError
from assistant.references import load_book
from evals.coverage.facts import FactReach, load_facts, reach_of
from evals.coverage.ranges import AUDIENCES, RANGES
from evals.coverage.reach import WANTED, Reach, Tally, market_of, measure

DRAWS = 200
SEED = 20_261


def _cell(tally: Tally | None) -> str:
    return f"{'–' if tally is None else f'{tally.share:.0%}':>6s}"


def render_reach(reach: Reach) -> Iterator[str]:
    """A line a property, a column a market."""
    markets = [market_of(audience) for audience in AUDIENCES]
    yield f"  {'':18s}{''.join(f'{market:>6s}' for market in markets)}{'all':>7s}"
    for name in dict.fromkeys(name for name, _ in reach.by_market):
        cells = "".join(_cell(reach.by_market.get((name, market))) for market in markets)
        yield f"  {name:18s}{cells} {_cell(reach.of(name))}"
    for name, why in reach.plain.items():
        share = reach.of(name)
        yield f"  {name}: {'' if share.hit == 0 else 'some '}left plain by rule ({why})"
    total = reach.total()
    yield f"  {total.share:.1%} of {total.all:,} magnitudes reach a comparison that can be felt (wanted: {WANTED:.0%})"


def render_holes(reach: Reach, most: int) -> Iterator[str]:
    """The holes with the most misses: property, market, decade."""
    holes = reach.holes()
    yield f"Holes (decades below {WANTED:.0%}): {len(holes)}; near: references in reach that are not taken"
    for hole in holes[:most]:
        span = f"{hole.low:,.12g} to {hole.high:,.12g} {hole.unit}"
        yield f"  {hole.name:18s} {hole.market:4s} {hole.tally.hit:4d} of {hole.tally.all:<4d} near {hole.near:<3d} {span}"


def render_facts(facts: Sequence[FactReach]) -> Iterator[str]:
    """How many facts reach something, and those that do not."""
    counted = Counter(fact.answer for fact in facts)
    told = counted["reached"] + counted["missed"]
    share = counted["reached"] / told if told else 1.0
    yield f"Facts: {share:.1%} of {told} reach a comparison that can be felt (wanted: {WANTED:.0%});"
    yield f"  besides these, {counted['plain']} are left plain by rule, {counted['unread']} hold no quantity."
    for fact in facts:
        if fact.answer == "missed":
            yield f"  missed  {fact.text!r}: {fact.why}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals.coverage",
        description="Which magnitudes that products have find a comparison that can be felt, market by market.",
        epilog=f"exit status: 0 at least {WANTED:.0%} · 1 less · 2 usage or a bad file",
    )
    parser.add_argument("--facts", type=Path, metavar="FILE", help="facts (JSON lines: attribute, value, lang)")
    parser.add_argument("--draws", type=int, default=DRAWS, metavar="N", help=f"for each property (default: {DRAWS})")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help=f"of the draws (default: {SEED})")
    parser.add_argument("--holes", type=int, default=60, metavar="N", help="so many holes are listed (default: 60)")
    parser.add_argument("--property", action="append", metavar="NAME", help="only this property; may be repeated")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Measures, prints, and returns the exit status; a mistake is one line on stderr."""
    options = _parser().parse_args(argv)
    try:
        book = load_book()
        facts = [reach_of(text, lang, book) for text, lang in load_facts(options.facts)] if options.facts else []
    except YardstickError as error:
        print(f"python -m evals.coverage: {error}", file=sys.stderr)
        return error.status
    chosen = [range_ for range_ in RANGES if not options.property or range_.name in options.property]
    # Every property gets its draws shared out evenly over the markets.
    reach = measure(book, -(-options.draws // len(AUDIENCES)), options.seed, chosen)
    for line in (*render_reach(reach), *render_holes(reach, options.holes), *(render_facts(facts) if facts else ())):
        print(line)
    fine = reach.total().share >= WANTED and _share(facts) >= WANTED
    return Exit.FINE if fine else Exit.FINDINGS


def _share(facts: Sequence[FactReach]) -> float:
    told = [fact.answer == "reached" for fact in facts if fact.answer in ("reached", "missed")]
    return sum(told) / len(told) if told else 1.0
