"""The source with the stretch of each row marked, and in it the figures and the praise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.plan.sources import SourceRead
from assistant.schema import Diagnostic, Lang, Quantity
from assistant.schema.doubts import say_doubt
from assistant.ui.facts.reading import RowRead, read_value
from assistant.ui.facts.rows import Row
from assistant.ui.marks import Mark, render_marked
from assistant.ui.markup import Html, el
from assistant.ui.words import Words

# A source up to this long is shown whole; of a longer one what stands around the rows.
WHOLE = 12_000
# So much before and behind a row, and all together.
_AROUND, _MOST = 100, 60_000

_EMPTY = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

_Placed = tuple[int, int, Row, RowRead]


def render_source(read: SourceRead, rows: Sequence[Row], reads: Sequence[RowRead], lang: Lang, words: Words) -> Html:
    """The marked source, bounded however long it is; empty where nothing in it was read."""
    placed = _settled(read.shown, rows, reads)
    if not placed:
        return Html()
    parts = list(_parts(read.shown, placed, lang, words))
    return el(
        "div",
        *parts,
        cls="ys-source ys-pane",
        lang=lang,
        tabindex="0",
        role="group",
        aria_label=words("table.source"),
    )


def _settled(shown: str, rows: Sequence[Row], reads: Sequence[RowRead]) -> list[_Placed]:
    """The rows that stand somewhere, in the order of the text, none over another."""
    found = [
        (row.at, row.to, row, read) for row, read in zip(rows, reads, strict=True) if row.at < row.to <= len(shown)
    ]
    kept: list[_Placed] = []
    for one in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _parts(shown: str, placed: Sequence[_Placed], lang: Lang, words: Words) -> Iterator[Html | str]:
    last, drawn = 0, 0
    for number, (at, to, row, read) in enumerate(placed):
        before = _closer(shown[last:at])
        if len(shown) > WHOLE and len(before) > 2 * _AROUND:
            yield from (before[:_AROUND] if last else "", _gap(), before[-_AROUND:])
        else:
            yield before
        yield _marked(shown[at:to], row, read, f"ys-r-{number}", lang, words)
        drawn += to - at + min(len(before), 2 * _AROUND)
        last = to
        if drawn > _MOST:
            yield _gap()
            return
    rest = _closer(shown[last:])
    yield from (rest[:_AROUND], _gap()) if len(shown) > WHOLE and len(rest) > _AROUND else (rest,)


def _closer(text: str) -> str:
    """The same without empty lines: a page has one between any two blocks."""
    return _EMPTY.sub("\n", text)


def _gap() -> Html:
    return el("span", " […] ", cls="ys-gap")


def _marked(stretch: str, row: Row, read: RowRead, ids: str, lang: Lang, words: Words) -> Html:
    if stretch != row.line.text:
        # Cells of a row, and whatever else a page has broken into lines, as one line.
        stretch = " ".join(stretch.split())
    marks = list(_marks(stretch, row, read, lang, words))
    return el(
        "span",
        render_marked(stretch, marks, ids),
        cls="ys-from" if row.line.use and not row.line.gone else "ys-from ys-unused",
        data_fact=row.key,
    )


def _marks(stretch: str, row: Row, read: RowRead, lang: Lang, words: Words) -> Iterator[Mark]:
    """The figures and praise of a row where they stand in its stretch; what was edited away is not there."""
    whole = stretch == row.line.text
    at = 0
    for quantity in read.quantities:
        found = quantity.start if whole else stretch.find(quantity.text, at)
        if found >= 0:
            at = found + len(quantity.text)
            yield _of_quantity(replace(quantity, start=found, end=at), lang, words)
    if whole:
        yield from (_of_praise(finding, words) for finding in read.praise)


def _of_quantity(quantity: Quantity, lang: Lang, words: Words) -> Mark:
    rows = (
        (words.lead("recognised.measures"), words.name("dimension", quantity.dimension)),
        (words.lead("recognised.kind_of_figure"), words.name("statistic", quantity.statistic)),
        (words.lead("recognised.doubt"), "; ".join(say_doubt(doubt, words.lang) for doubt in quantity.doubts)),
    )
    return Mark(quantity.start, quantity.end, "quantity", read_value(quantity, lang, words), rows)


def _of_praise(finding: Diagnostic, words: Words) -> Mark:
    rows = (
        (words.lead("recognised.question"), finding.question),
        (words.lead("recognised.needs"), finding.needs),
        (words.lead("recognised.suggestion"), finding.suggestion),
    )
    return Mark(finding.start, finding.end, finding.level, words.name("level", finding.level), rows)
