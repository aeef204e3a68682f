"""Write: what is entered on the left, the draft and what stands behind it on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import YardstickError
from assistant.schema.language import guess_lang
from assistant.ui.desk import desk, open_work
from assistant.ui.drafting import (
    Drafted,
    choices_on_desk,
    find_writing,
    last_draft,
    last_outcome,
    make_brief,
    read_brief,
    start_writing,
    write_built_in,
)
from assistant.ui.facts.on_desk import take_deeds
from assistant.ui.facts.section import show_facts
from assistant.ui.first import show_first
from assistant.ui.form import Asked, ask
from assistant.ui.keeping import show_kept
from assistant.ui.language import NAMES
from assistant.ui.page import alert
from assistant.ui.sheet import show_draft, show_nothing_yet
from assistant.ui.tour.panel import show_tour
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema.brief import Brief
    from assistant.ui.writing import Writing


def show_page(words: Words) -> None:
    """Draws it. What was entered is saved at its end, whatever became of the rest."""
    _take_up(words)
    show_tour(words)
    # Looked at once: what ends while the page is drawn is taken in by the next drawing, form and all.
    writing = find_writing()
    kept = st.container(key="ys-kept")
    left, right = st.columns([4, 9], gap="large")
    try:
        with left, st.container(key="ys-left"):
            asked = ask(words, busy=writing is not None)
            estimate_here = st.container()
        # Before anything else that could go wrong.
        desk().keep()
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
    desk().keep()
    if desk().version:
        # Whoever loads the page anew finds the same product on the desk.
        st.query_params["work"] = desk().id
    with kept:
        show_kept(words)


def _take_up(words: Words) -> None:
    """Opens what the address names, once; later the address follows the desk."""
    named = st.query_params.get("work", "")
    first = "desk_opened" not in st.session_state
    st.session_state["desk_opened"] = True
    if not first or not named or named == desk().id:
        return
    try:
        if not open_work(named):
            alert(words("kept.not_there"), "care")
    except YardstickError as error:
        # What can be done without it is there all the same.
        alert(words("kept.not_opened"), "bad", (str(error),))


def _results(asked: Asked, writing: Writing | None, words: Words) -> Brief | None:
    """Draws what stands on the right; the brief, if the desk holds one."""
    if asked.problem:
        alert(asked.problem, "care")
    take_deeds(words)
    brief = make_brief(words)
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
        if writing is None and not desk().work.source.strip() and not desk().work.facts:
            show_first(words)
        with st.container(key="ys-facts"):
            show_facts(words)
        return None
    _mismatch(brief, words)
    drafted = _heard() if writing is None else None
    # The draft stands on top, and is there before all that stands behind it has been found.
    with st.container(key="ys-draft"):
        if drafted is not None:
            show_draft(drafted, (drafted.brief, drafted.choices) != (brief, choices_on_desk()), words)
        elif writing is None:
            show_nothing_yet(words)
    with st.container(key="ys-facts"):
        show_facts(words)
    with st.container(key="ys-findings"):
        _show_findings(brief, drafted, words)
    return brief


def _heard() -> Drafted | None:
    """The draft on the desk with what has been typed into it since the last drawing."""
    drafted = last_draft()
    if drafted is None:
        return None
    from assistant.ui.drafts.editing import written
    from assistant.ui.drafts.fields import hear_fields

    hear_fields(drafted, min(written().shown, len(drafted.draft.variants) - 1))
    return last_draft()


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
    from assistant.ui.compared.section import show_compared
    from assistant.ui.own_book import book

    reading = read_brief(brief)
    ledgers = [variant.ledger for variant in drafted.draft.variants] if drafted else []
    said = {entry.proof for ledger in ledgers for entry in ledger if entry.kind in ("comparison", "derived")}
    show_compared(reading, book(), brief.lang, words, said)


def _mismatch(brief: Brief, words: Words) -> None:
    found = guess_lang("\n".join(brief.facts))
    if found != brief.lang:
        hint = words("mismatch.hint", found=NAMES[found], chosen=NAMES[brief.lang], setting=words("facts.more"))
        alert(hint, "care")
