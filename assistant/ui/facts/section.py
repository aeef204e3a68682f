"""The section of the page: what was pasted and what it was taken for, the source marked, the table, the praise."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.plan.sources import KINDS, SourceRead, guess_source
from assistant.schema import Diagnostic, Lang
from assistant.schema.brief import BRIEF_FACTS, FACT_CHARS
from assistant.ui.desk import change, desk
from assistant.ui.facts.on_desk import lang_on_desk, market_on_desk, rows_on_desk, source_on_desk
from assistant.ui.facts.reading import RowRead, read_row
from assistant.ui.facts.rows import Row, used_facts
from assistant.ui.facts.source import render_source
from assistant.ui.facts.table import draw_table
from assistant.ui.form import held
from assistant.ui.marks import SIGNS, MarkKind
from assistant.ui.markup import Html, el, label
from assistant.ui.page import alert, hint, section, show
from assistant.ui.words import Words

# A list of thousands of products would be a page of its own.
_PRODUCTS = 500


def show_facts(words: Words) -> None:
    """Draws the section, where there is something to read; what is chosen in it goes on the desk."""
    here = desk()
    if not (here.work.source.strip() or here.work.facts):
        return
    lang = lang_on_desk(words)
    read, rows = source_on_desk(words), rows_on_desk(words)
    names = tuple(name for name in (here.work.product, *here.work.names, *read.names) if name)
    reads = [read_row(row.line.text, lang, market_on_desk(words), names) for row in rows]
    section(words("recognised.heading"), words("recognised.legend"))
    with st.container(key="ys-card-source"):
        _show_kind(read, words)
        _tell(read, rows, words, lang)
        drawn = render_source(read, rows, reads, lang, words)
        if drawn:
            # Where each line is a row, the field on the left shows the same: it is opened by whoever wants the marks.
            show(drawn, _legend(rows, reads, words))
    with st.container(key="ys-card-facts"):
        if not any(one.quantities for one in reads):
            hint(words("recognised.none"))
        draw_table(rows, reads, lang, words)
    _show_praise(rows, reads, lang, words)


def _show_kind(read: SourceRead, words: Words) -> None:
    """What the source was taken for, which can be said otherwise; of a table which product, of a page its name."""
    work = desk().work
    guessed = guess_source(work.source, work.source_name)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="ys-taken"):
        if work.source.strip():
            kind = st.segmented_control(
                words("table.taken_for"),
                KINDS,
                format_func=lambda one: words(f"table.kind_{one}"),
                key=held(f"source_kind_{guessed}", read.kind),
                required=True,
            )
            if kind != read.kind:
                change(source_kind="" if kind == guessed else kind, source_row=0)
                st.rerun()
        if read.products:
            _choose_product(read.products, words)
        if read.product and not work.product:
            st.button(
                words("table.name_it", name=label(read.product[:80])),
                key="name_product",
                on_click=_name,
                args=(read.product, read.category),
            )


def _choose_product(products: tuple[str, ...], words: Words) -> None:
    offered = products[:_PRODUCTS]
    now = min(desk().work.source_row, len(offered) - 1)
    row = st.selectbox(
        words("table.product"),
        range(len(offered)),
        format_func=lambda place: offered[place] or words("table.product_number", number=place + 1),
        key=held("source_row", now),
    )
    if row != now:
        change(source_row=row)
        st.rerun()


def _name(product: str, category: str) -> None:
    from assistant.ui.desk import put

    change(product=product[:500], category=desk().work.category or category[:500])
    put()


def _tell(read: SourceRead, rows: Sequence[Row], words: Words, lang: Lang) -> None:
    """What was left out, and what the reader of pages says."""
    if read.many or len(used_facts(rows)) > BRIEF_FACTS:
        alert(words("error.facts_many", limit=BRIEF_FACTS), "care")
    if read.long:
        alert(words("error.fact_long", limit=FACT_CHARS), "care")
    if read.beyond:
        alert(
            words(f"table.beyond_{'rows' if read.kind == 'table' else 'characters'}", count=f"{read.beyond:,}"), "care"
        )
    for notice in read.notices:
        alert(notice, lang=lang)
    if not rows:
        hint(words(f"table.nothing_{read.kind}"))


def _legend(rows: Sequence[Row], reads: Sequence[RowRead], words: Words) -> Html:
    kinds: list[tuple[MarkKind, str]] = []
    if any(one.quantities for one in reads):
        kinds.append(("quantity", words("recognised.quantity")))
    levels = {finding.level for one in reads for finding in one.praise}
    order: tuple[MarkKind, ...] = ("error", "warning", "suggestion", "information")
    kinds += [(level, words.name("level", level)) for level in order if level in levels]
    shown = [
        el(
            "span",
            el("span", name, cls="ys-words"),
            el("sup", SIGNS[kind], cls="ys-sign", aria_hidden="true") if kind in SIGNS else Html(),
            cls=f"ys-mark ys-{kind}",
        )
        for kind, name in kinds
    ]
    return el("div", *shown, cls="ys-legend") if shown and rows else Html()


def _show_praise(rows: Sequence[Row], reads: Sequence[RowRead], lang: Lang, words: Words) -> None:
    """Every piece of praise with the customer's question, and what would settle it."""
    found = [
        (row.line.text, finding)
        for row, one in zip(rows, reads, strict=True)
        for finding in one.praise
        if not row.line.gone
    ]
    title = words("recognised.praise", count=len(found))
    if not found:
        show(el("p", words("recognised.no_praise"), cls="ys-quiet"))
        return
    items = [_praise(text, finding, lang, words) for text, finding in found]
    show(el("div", el("details", el("summary", title), el("ul", *items, cls="ys-list")), cls="ys-card"))


def _praise(text: str, finding: Diagnostic, lang: Lang, words: Words) -> Html:
    said = [("question", finding.question), ("needs", finding.needs), ("suggestion", finding.suggestion)]
    level = f"{words.name('level', finding.level)} {SIGNS[finding.level]}"
    return el(
        "li",
        el("strong", text[finding.start : finding.end], lang=lang),
        " ",
        el("span", level, cls=f"ys-chip ys-{finding.level}"),
        el("span", finding.message, cls="ys-said", lang=lang),
        *(
            el("span", el("b", words.lead(f"recognised.{key}")), el("span", body, lang=lang), cls="ys-said")
            for key, body in said
            if body
        ),
    )
