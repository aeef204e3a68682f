"""What was changed, beside what was written; the variants side by side."""

from __future__ import annotations

import streamlit as st

from assistant.draft import Change, diff_sentences
from assistant.schema import Lang
from assistant.ui.drafting import Drafted
from assistant.ui.drafts.editing import as_written, edits_of, show_variant
from assistant.ui.drafts.lengths import render_lengths
from assistant.ui.export import field_name
from assistant.ui.markup import Html, el, join, scrolled
from assistant.ui.page import show
from assistant.ui.words import Words

_SIGNS = {"added": "+", "removed": "−", "changed": "±", "kept": ""}


def show_changes(drafted: Drafted, number: int, words: Words) -> None:
    """Before and after, sentence by sentence, of each text that differs."""
    assert drafted.plain is not None
    before, after = drafted.plain.variants[number].texts, drafted.draft.variants[number].texts
    changed = [field for field in before if before[field] != after.get(field, "")]
    if not changed:
        show(el("p", words("drafts.unchanged"), cls="ys-empty"))
        return
    for field in changed:
        found = diff_sentences(before[field], after.get(field, ""), drafted.brief.lang)
        show(el("h3", field_name(field, words)), render_changes(found, drafted.brief.lang, words))
    if edits_of(number).texts:
        st.button(words("drafts.all_as_written"), key="all_as_written", on_click=as_written, args=(number,))


def render_changes(found: tuple[Change, ...], lang: Lang, words: Words, heads: tuple[str, str] | None = None) -> Html:
    """Two columns, a row for each sentence; what differs within one is marked, what came or went has a sign.

    `heads` stand over the columns: "As written" and "Now", unless others are given.
    """
    over = heads or tuple(words(f"drafts.{key}") for key in ("before", "after"))
    head = el("tr", el("td", ""), *(el("th", one, scope="col") for one in over))
    rows = []
    for one in found:
        sign = (
            el("span", _SIGNS[one.kind], aria_label=words.name("change", one.kind), role="img")
            if one.kind != "kept"
            else ""
        )
        was = _marked(one.before, one.marks_before, "del") if one.kind != "removed" else el("del", one.before)
        now = _marked(one.after, one.marks_after, "ins") if one.kind != "added" else el("ins", one.after)
        rows.append(el("tr", el("td", sign), el("td", was, lang=lang), el("td", now, lang=lang), cls=f"ys-{one.kind}"))
    table = el("table", el("thead", head), el("tbody", *rows), cls="ys-table ys-diff")
    return scrolled(table, f"{over[0]} → {over[1]}")


def _marked(text: str, spans: tuple[tuple[int, int], ...], tag: str) -> Html:
    parts: list[str | Html] = []
    last = 0
    for start, end in spans:
        parts += [text[last:start], el(tag, text[start:end])]
        last = end
    return join([*parts, text[last:]])


def show_side_by_side(drafted: Drafted, words: Words) -> None:
    """Every variant in a column, to choose one by."""
    lang = drafted.brief.lang
    columns = st.columns(len(drafted.draft.variants), gap="small")
    for number, (column, variant) in enumerate(zip(columns, drafted.draft.variants, strict=True)):
        with column, st.container(key=f"ys-card-variant-{number}"):
            parts = [el("h3", words("drafts.variant", number=number + 1))]
            for field, text in variant.texts.items():
                parts.append(el("p", field_name(field, words), cls="ys-hint"))
                parts += [el("p", line) for line in text.split("\n")]
            show(el("div", *parts, lang=lang))
            show(render_lengths(variant, drafted.brief, words))
            st.button(words("drafts.choose"), key=f"choose_{number}", on_click=show_variant, args=(number,))
