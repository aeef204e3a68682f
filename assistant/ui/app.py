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
from assistant.ui.work import Drafted, last_draft, make_brief, read_brief, write_draft

if TYPE_CHECKING:
    from assistant.schema.brief import Brief

HERE = Path(__file__).parent
_LOG = logging.getLogger(__name__)


def run() -> None:
    """Draws the page once; Streamlit calls it again on every change."""
    st.set_page_config(page_title="Yardstick", page_icon=HERE / "icon.svg", layout="wide")
    st.html(HERE / "style.css")
    words = load_words(page_lang())
    _set_page_lang(words.lang)
    _header(words)
    left, right = st.columns([4, 9], gap="large")
    try:
        with left, st.container(key="ys-left"):
            asked = ask(words)
        with right, st.container(key="ys-right"):
            _results(asked, words)
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


def _results(asked: Asked, words: Words) -> None:
    if asked.problem:
        alert(asked.problem, "care")
    brief = make_brief(asked, words)
    if brief is None:
        if asked.wanted:
            alert(words("write.empty"), "care")
        _start(words)
        return
    _mismatch(brief, words)
    # The draft stands on top, but a model may need a minute: what is known at once is drawn before it is asked.
    sheet, findings = st.container(key="ys-draft"), st.container(key="ys-findings")
    if asked.wanted and asked.settings is not None:
        with findings:
            _show_findings(brief, None, words)
        with sheet, st.spinner(words("write.busy")):
            write_draft(brief, asked.settings, asked.critique)
        st.rerun()
    drafted = write_draft(brief, None) if asked.wanted else last_draft()
    with sheet:
        if drafted is None:
            show_nothing_yet(words)
        else:
            show_draft(drafted, drafted.brief != brief, words)
    with findings:
        _show_findings(brief, drafted, words)


def _show_findings(brief: Brief, drafted: Drafted | None, words: Words) -> None:
    from assistant.ui.compared import show_compared
    from assistant.ui.recognised import show_recognised

    reading = read_brief(brief)
    ledger = drafted.draft.variants[0].ledger if drafted else ()
    said = {entry.proof for entry in ledger if entry.kind == "comparison"}
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
