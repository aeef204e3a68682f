"""The draft: the text with every number marked by its proof, what to ask colleagues, and ways to take it along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st

from assistant.schema import Draft, Lang, LedgerEntry, Sentence, Variant
from assistant.ui.copying import copy_button
from assistant.ui.desk import desk
from assistant.ui.drafting import Drafted
from assistant.ui.drafts.editing import show_variant, written
from assistant.ui.drafts.lengths import render_lengths
from assistant.ui.export import LISTED, document, markdown, plain_text, proof_source, stood_in
from assistant.ui.export_html import html_fragment, html_page
from assistant.ui.marks import Mark, render_lines, render_marked
from assistant.ui.markup import Html, el, join, scrolled
from assistant.ui.page import alert, hint, named_at, section, show
from assistant.ui.words import Words

# Ways to look at a draft.
VIEWS = ("read", "edit", "sentences", "changes", "beside")


def show_nothing_yet(words: Words) -> None:
    """The place where the draft will stand."""
    section(words("draft.heading"), first=True)
    show(el("p", words("draft.none"), cls="ys-empty"))


def show_draft(drafted: Drafted, stale: bool, words: Words) -> None:
    """The section with the variant that is looked at, in the way that was chosen: read, edited, gone through, compared."""
    draft, lang = drafted.draft, drafted.brief.lang
    number = min(written().shown, len(draft.variants) - 1)
    variant = draft.variants[number]
    by = named_at(drafted.by, drafted.host, words) if drafted.by else ""
    section(words("draft.heading"), words("draft.by_model", model=by) if by else words("draft.by_builtin"), first=True)
    for line in drafted.took:
        hint(line, lang=lang)
    if stale:
        alert(words("draft.stale"))
    for notice in drafted.notices:
        alert(notice, "care", lang=lang)
    # A draft that somebody has emptied can be filled again.
    if (drafted.plain or draft).variants[number].texts:
        view = _choose(drafted, number, words)
        if variant.needs_review and view not in ("edit", "beside"):
            objections = tuple(finding.message for finding in variant.diagnostics if finding.level == "error")
            alert(words("draft.review"), "bad", objections)
        _show_view(view, drafted, number, words)
        _take_along(replace(draft, variants=(variant,)), lang, words)
        show(_ledger(variant, lang, words))
        show(_authors(variant, lang, words))
    show(el("div", _questions(draft, lang, words), _left_out(draft, lang, words), cls="ys-two"))


def _choose(drafted: Drafted, number: int, words: Words) -> str:
    """Which variant, and which way to look at it."""
    count = len(drafted.draft.variants)
    views = [view for view in VIEWS if view != "beside" or count > 1]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ys-draft-bar"):
        if count > 1:
            chosen = st.segmented_control(
                words("drafts.variants"),
                range(count),
                default=number,
                format_func=lambda one: words("drafts.variant", number=one + 1),
                key=f"variant_{desk().id}_{desk().serial}_{number}",
                required=True,
                label_visibility="collapsed",
            )
            if chosen != number:
                show_variant(chosen)
                st.rerun()
        # As a default it would be in the way of the tour, which shows one view after another.
        st.session_state.setdefault("draft_view", "read")
        view = st.segmented_control(
            words("drafts.view"),
            views,
            format_func=lambda one: words(f"drafts.view_{one}"),
            key="draft_view",
            required=True,
            label_visibility="collapsed",
        )
    return view if view in views else "read"


def _show_view(view: str, drafted: Drafted, number: int, words: Words) -> None:
    # Each is imported when it is looked at.
    if view == "edit":
        from assistant.ui.drafts.fields import show_fields

        show_fields(drafted, number, words)
    elif view == "sentences":
        from assistant.ui.drafts.going import show_sentences

        show_sentences(drafted, number, words)
    elif view == "changes":
        from assistant.ui.drafts.changes import show_changes

        show_changes(drafted, number, words)
    elif view == "beside":
        from assistant.ui.drafts.changes import show_side_by_side

        show_side_by_side(drafted, words)
    else:
        variant, lang = drafted.draft.variants[number], drafted.brief.lang
        show(_insight(variant, lang, words))
        show(render_texts(variant.texts, variant.ledger, lang, words, stood_in(variant)))
        show(render_lengths(variant, drafted.brief, words))


def _insight(variant: Variant, lang: Lang, words: Words) -> Html:
    """What the model wrote from: for the copywriter, above the text and no part of it."""
    insight = variant.insight
    if insight is None:
        return Html()
    ground = words("draft.insight_guess")
    if insight.evidence:
        ground = words.lead("draft.insight_heard") + " / ".join(insight.evidence)
    lines = [el("p", el("b", words.lead("draft.rests_on")), el("span", insight.text, lang=lang))]
    lines.append(el("p", ground, cls="ys-said"))
    if insight.angle:
        lines.append(el("p", el("b", words.lead("draft.opens_with")), el("span", insight.angle, lang=lang)))
    return el("div", *lines, cls="ys-quiet ys-insight")


def render_texts(
    texts: Mapping[str, str],
    ledger: Iterable[LedgerEntry],
    lang: Lang,
    words: Words,
    replaced: Iterable[Sentence] = (),
) -> Html:
    """The texts of a draft as a reader will meet them: each proven number marked, and each sentence that was `replaced`."""
    proven, others = tuple(ledger), tuple(replaced)
    parts: list[Html] = []
    for field, text in texts.items():
        marks = [_mark(entry, words) for entry in proven if entry.field == field]
        marks += [_author(one, words) for one in others if one.field == field]
        ids = f"ys-d-{field}"
        if field in ("specifications", "notes"):
            parts.append(el("p", words.name("field", field), cls="ys-hint"))
        if field in LISTED:
            parts.append(el("ul", *(el("li", line) for line in render_lines(text, marks, ids))))
        elif field == "headline":
            parts.append(el("h3", render_marked(text, marks, ids), cls="ys-headline"))
        else:
            parts.append(el("p", render_marked(text, marks, ids), cls=f"ys-{field}"))
    return el("div", *parts, cls="ys-sheet", lang=lang)


def _mark(entry: LedgerEntry, words: Words) -> Mark:
    rows = (("", entry.proof), (words.lead("ledger.source"), proof_source(entry.source, entry.kind)))
    return Mark(entry.start, entry.end, "number", words.name("proof", entry.kind), rows)


def _author(sentence: Sentence, words: Words) -> Mark:
    rows = ((words.lead("draft.stopped_by"), sentence.why),)
    return Mark(sentence.end, sentence.end, "author", words("draft.stood_in"), rows)


def _take_along(draft: Draft, lang: Lang, words: Words) -> None:
    """The variant to copy or to download, in each form; with its proofs where the form can hold them."""
    variant = draft.variants[0]
    copied = (
        ("text", plain_text(variant, words.lang)),
        ("markdown", markdown(draft, words, proofs=False)),
        ("html", html_fragment(variant, lang)),
    )
    files = (
        ("download_text", plain_text(variant, words.lang) + "\n", "draft.txt", "text/plain"),
        ("download_markdown", markdown(draft, words), "draft.md", "text/markdown"),
        ("download_html", html_page(draft, lang, words), "draft.html", "text/html"),
        ("download_json", document(draft), "draft.json", "application/json"),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="take_along"):
        for form, text in copied:
            with st.container(width="content"):
                copy_button(
                    text,
                    words,
                    f"copy_{form}" if form != "text" else "copy",
                    words(f"draft.copy_{form}"),
                    form == "text",
                )
        for name, body, file_name, mime in files:
            st.download_button(
                words(f"draft.{name}"), body, file_name=file_name, mime=mime, key=name, on_click="ignore"
            )


def _ledger(variant: Variant, lang: Lang, words: Words) -> Html:
    if not variant.ledger:
        return el("p", words("draft.no_numbers"), cls="ys-quiet")
    heads = ("number", "field", "kind", "proof", "source")
    head = el("tr", *(el("th", words(f"ledger.{key}"), scope="col") for key in heads))
    rows = [
        el(
            "tr",
            el("td", entry.text, lang=lang),
            el("td", words.name("field", entry.field)),
            el("td", words.name("proof", entry.kind)),
            el("td", entry.proof, lang=lang),
            el("td", proof_source(entry.source, entry.kind)),
        )
        for entry in variant.ledger
    ]
    table = el("table", el("thead", head), el("tbody", *rows), cls="ys-table ys-ledger")
    name = words("draft.ledger", count=len(variant.ledger))
    return el("details", el("summary", name), scrolled(table, name))


def _authors(variant: Variant, lang: Lang, words: Words) -> Html:
    """The sentences that are the built-in writer's in a model's draft; nothing for a draft by one hand."""
    found = stood_in(variant)
    if not found:
        return Html()
    head = el(
        "tr", *(el("th", words(key), scope="col") for key in ("draft.sentence", "ledger.field", "draft.stopped_by"))
    )
    rows = [
        el(
            "tr",
            el("td", variant.texts[one.field][one.start : one.end], lang=lang),
            el("td", words.name("field", one.field)),
            el("td", one.why),
        )
        for one in found
    ]
    table = el("table", el("thead", head), el("tbody", *rows), cls="ys-table")
    name = words("draft.authors", count=len(found))
    return el("details", el("summary", name), scrolled(table, name))


def _questions(draft: Draft, lang: Lang, words: Words) -> Html:
    if not draft.questions:
        return Html()
    items = [el("li", question, lang=lang) for question in draft.questions]
    head = [el("h3", words("draft.questions")), el("p", words("draft.questions_why"), cls="ys-hint")]
    return el("div", join(head), el("ul", *items, cls="ys-list"))


def _left_out(draft: Draft, lang: Lang, words: Words) -> Html:
    if not draft.plan.left:
        return Html()
    facts = {fact.id: fact.text for fact in draft.plan.facts}
    items = [el("li", facts[key], el("span", why, cls="ys-said"), lang=lang) for key, why in draft.plan.left]
    return el("div", el("h3", words("draft.left")), el("ul", *items, cls="ys-list"))
