"""The page, top to bottom: what is entered on the left, the draft and what stands behind it on the right."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import YardstickError
from assistant.schema import LANGS, Lang
from assistant.schema.language import guess_lang
from assistant.ui.form import Asked, ask
from assistant.ui.language import KEY, NAMES, changed, page_lang
from assistant.ui.markup import Html, el
from assistant.ui.page import alert, show
from assistant.ui.sheet import show_draft, show_nothing_yet
from assistant.ui.words import Words, load_words
from assistant.ui.work import (
    Drafted,
    find_writing,
    last_draft,
    last_outcome,
    make_brief,
    read_brief,
    start_writing,
    write_built_in,
)

if TYPE_CHECKING:
    from assistant.schema.brief import Brief
    from assistant.ui.writing import Writing

HERE = Path(__file__).parent
_LOG = logging.getLogger(__name__)


def run() -> None:
    """Draws the page once; Streamlit calls it again on every change."""
    st.set_page_config(page_title="Yardstick", page_icon=HERE / "icon.svg", layout="wide")
    st.html(HERE / "style.css")
    words = load_words(page_lang())
    _set_page_lang(words.lang)
    _header(words)
    # Looked at once: what ends while the page is drawn is taken in by the next drawing, form and all.
    writing = find_writing()
    left, right = st.columns([4, 9], gap="large")
    try:
        with left, st.container(key="ys-left"):
            asked = ask(words, busy=writing is not None)
            estimate_here = st.container()
        with right, st.container(key="ys-right"):
            brief = _results(asked, writing, words)
        # Last, because the first count takes a moment.
        if brief is not None and asked.settings is not None:
            from assistant.ui.progress import show_estimate

            with estimate_here:
                show_estimate(brief, asked.settings, words)
    except YardstickError as error:
        with right:
            alert(str(error), "bad")
    except Exception:  # noqa: BLE001 - Streamlit would show a traceback; the reader gets one line, the log the rest
        _LOG.exception("the page could not be drawn")
        with right:
            alert(words("error.unexpected"), "bad")


def _set_page_lang(lang: Lang) -> None:
    """Tells the browser the language of the page: it picks Chinese glyphs, and screen readers their voice, by it."""
    with st.container(key="ys-page-lang"):
        st.html(f'<script>document.documentElement.lang = "{lang}";</script>', unsafe_allow_javascript=True)


def _header(words: Words) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="ys-header"):
        with st.container(width="stretch"):
            show(el("div", el("h1", words("app.title")), el("p", words("app.tagline")), cls="ys-brand"))
        st.segmented_control(
            words("app.language"),
            LANGS,
            format_func=lambda lang: NAMES[lang],
            key=KEY,
            required=True,
            on_change=changed,
            label_visibility="collapsed",
        )
    show(el("div", Html(), cls="ys-ruler", aria_hidden="true"))


def _results(asked: Asked, writing: Writing | None, words: Words) -> Brief | None:
    """Draws what stands on the right; the brief, if the form holds one."""
    if asked.problem:
        alert(asked.problem, "care")
    brief = make_brief(asked, words)
    if asked.wanted and brief is not None and writing is None:
        if asked.settings is not None:
            start_writing(brief, asked.settings, asked.budget, asked.critique)
            # The form stands already, with a button that has to rest now.
            st.rerun()
        write_built_in(brief)
    _show_writing(writing, words)
    if brief is None:
        if asked.wanted:
            alert(words("write.empty"), "care")
        if writing is None:
            _start(words)
        return None
    _mismatch(brief, words)
    drafted = last_draft() if writing is None else None
    # The draft stands on top, and is there before all that stands behind it has been found.
    with st.container(key="ys-draft"):
        if drafted is not None:
            show_draft(drafted, drafted.brief != brief, words)
        elif writing is None:
            show_nothing_yet(words)
    with st.container(key="ys-findings"):
        _show_findings(brief, drafted, words)
    return brief


def _show_writing(writing: Writing | None, words: Words) -> None:
    outcome = last_outcome()
    if writing is None and outcome is None:
        return
    from assistant.ui.progress import show_outcome, show_progress

    show_outcome(outcome, words)
    if writing is not None:
        with st.container(key="ys-writing"):
            show_progress(writing, words)


def _show_findings(brief: Brief, drafted: Drafted | None, words: Words) -> None:
    from assistant.ui.compared import show_compared
    from assistant.ui.recognised import show_recognised

    reading = read_brief(brief)
    ledger = drafted.draft.variants[0].ledger if drafted else ()
    said = {entry.proof for entry in ledger if entry.kind in ("comparison", "derived")}
    show_recognised(reading, brief.lang, words)
    show_compared(reading, brief.lang, words, said)


def _mismatch(brief: Brief, words: Words) -> None:
    found = guess_lang("\n".join(brief.facts))
    if found != brief.lang:
        hint = words("mismatch.hint", found=NAMES[found], chosen=NAMES[brief.lang], setting=words("facts.more"))
        alert(hint, "care")


def _start(words: Words) -> None:
    steps = el("ol", *(el("li", words(f"start.step{number}")) for number in (1, 2, 3)), cls="ys-steps")
    show(el("div", el("h2", words("start.heading")), steps, cls="ys-empty"))
