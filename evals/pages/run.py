"""Prints a line a page, the totals beside what is asked, and one page side by side."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import Exit, InputError, YardstickError
from evals.pages.measures import VARIANTS, PageResult, measure

COMPARED, USED = 0.80, 0.70


def load_pages(path: Path) -> list[dict[str, Any]]:
    """The rows of a file; raises `InputError` naming the line that lacks `id`, `lang` or `text`."""
    rows = []
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            raise InputError(f"{path}: line {number}: not JSON.") from None
        if not isinstance(row, dict) or not {"id", "lang", "text"} <= row.keys():
            raise InputError(f"{path}: line {number}: expected id, lang and text.")
        rows.append(row)
    return rows


def render_page(result: PageResult) -> str:
    """A line of the table."""
    drafts = len(result.draft.variants) if result.draft else 0
    return (
        f"  {result.id:10s}{len(result.found.facts):6d}{len(result.found.doubted):6d}{len(result.untraced):6d}{len(result.praise):6d}"
        f"{len(result.foreign):6d}{len(result.reviews):6d}{(f'{result.compared}/{drafts}' if result.rankable else '–'):>8s}"
        f"{f'{len(result.used)}/{len(result.useful)}':>9s}"
    )


def render_totals(results: Sequence[PageResult]) -> Iterator[str]:
    """The totals beside what is asked."""
    written = [result for result in results if result.draft]
    drafts = sum(len(result.draft.variants) for result in written if result.draft)
    rankable = [result for result in written if result.rankable]
    compared = sum(result.compared for result in rankable)
    carried = [(len(r.used), min(len(r.useful), r.most), len(r.useful)) for r in written if r.useful]
    share = sum(min(used, room) for used, room, _ in carried) / max(1, sum(room for _, room, _ in carried))
    whole = sum(used for used, _, _ in carried) / max(1, sum(all_ for _, _, all_ in carried))
    yield f"{len(results)} pages, {len(written)} with facts, {drafts} drafts"
    yield f"  untraceable numbers     {sum(len(r.untraced) for r in results):6d}   asked 0"
    yield f"  praise                  {sum(len(r.praise) for r in results):6d}   asked 0"
    yield f"  wrong language          {sum(len(r.foreign) for r in results):6d}   asked 0"
    yield f"  need review             {sum(bool(r.reviews) for r in results):6d}   pages"
    yield f"  compared where rankable {compared / max(1, VARIANTS * len(rankable)):6.0%}   asked {COMPARED:.0%} ({len(rankable)} pages)"
    offered = [result for result in written if result.offered]
    loose = sum(result.compared for result in offered) / max(1, VARIANTS * len(offered))
    yield f"  of those with any offer {loose:6.0%}   ({len(offered)} pages; most offers are not worth their place)"
    yield f"  useful facts used       {share:6.0%}   asked {USED:.0%} (of those that the channel carries; {whole:.0%} of all)"


def render_sides(row: dict[str, Any], result: PageResult) -> Iterator[str]:
    """One page: its text, its facts, its drafts."""
    yield f"══ {result.id} ({result.lang}) {row.get('title', '')}"
    yield from str(row["text"]).splitlines()
    yield "── facts"
    yield from (f"  {'+' if fact in result.used else '-'} {fact}" for fact in result.found.facts)
    yield from (f"  ? {doubted.why}" for doubted in result.found.doubted)
    yield from (f"  ! {notice}" for notice in result.found.notices)
    if result.draft is None or result.brief is None:
        return
    named = result.brief.persona
    yield f"── {result.brief.product!r} ({result.brief.category!r}) for {getattr(named, 'id', named)}"
    for number, variant in enumerate(result.draft.variants, 1):
        yield f"── draft {number}{' · needs review' if variant.needs_review else ''}"
        yield from "\n\n".join(variant.texts.values()).splitlines()
    yield from (f"  untraced {one}" for one in result.untraced)
    yield from (f"  praise {one}" for one in result.praise)
    yield from (f"  review {one}" for one in result.reviews)


def main(argv: Sequence[str] | None = None) -> int:
    """Measures, prints, and returns the exit status; a mistake is one line on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.pages",
        description="Real pages to facts to drafts by the built-in writer, and what is wrong with them.",
        epilog="exit status: 0 all that is asked · 1 less · 2 usage or a bad file",
    )
    parser.add_argument("file", type=Path, help="pages (JSON lines: id, lang, title, text)")
    parser.add_argument(
        "--show", metavar="ID", action="append", help="print this page, its facts and drafts; may be repeated"
    )
    parser.add_argument(
        "--channel", default="product_page", help="where the drafts will be met (default: product_page)"
    )
    options = parser.parse_args(argv)
    try:
        rows = load_pages(options.file)
        results = []
        for number, row in enumerate(rows):
            if options.show and row["id"] not in options.show and "all" not in options.show:
                continue
            results.append(measure(row, number, options.channel))
            if options.show:
                print("\n".join(render_sides(row, results[-1])))
    except YardstickError as error:
        print(f"python -m evals.pages: {error}", file=sys.stderr)
        return error.status
    if options.show:
        return Exit.FINE
    print(
        f"  {'':10s}{'facts':>6s}{'doubt':>6s}{'false':>6s}{'praise':>6s}{'lang':>6s}{'review':>6s}{'beside':>8s}{'used':>9s}"
    )
    for result in results:
        print(render_page(result))
    print("\n".join(render_totals(results)))
    return Exit.FINE if _fine(results) else Exit.FINDINGS


def _fine(results: Sequence[PageResult]) -> bool:
    return not any(result.untraced or result.praise or result.foreign or result.reviews for result in results)
