"""Check: any copy on the left; on the right what its readers would ask of it, and what could stand there instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import YardstickError
from assistant.store.failures import StoreError
from assistant.ui.check.entering import enter
from assistant.ui.check.paper import (
    KIND,
    go_apart,
    open_paper,
    paper,
    redo,
    start_anew,
    take,
    undo,
)
from assistant.ui.markup import el
from assistant.ui.page import alert, section, show
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema.brief import Brief

# A shorter text is read before anybody could see that it is being read.
_SPUN_CHARS = 60_000


def show_page(words: Words) -> None:
    """Draws it. What was entered is saved at its end, whatever became of the rest."""
    _take_up(words)
    kept = st.container(key="check-kept")
    left, right = st.columns([4, 9], gap="large")
    try:
        with left, st.container(key="ys-left"):
            section(words("check.heading"), first=True)
            brief = enter(words)
        # Before anything else that could go wrong.
        paper().keep()
        with right, st.container(key="ys-right"):
            _results(brief, words)
    except YardstickError as error:
        with right:
            alert(str(error), "bad")
    paper().keep()
    if paper().version:
        # Whoever loads the page anew finds the same text.
        st.query_params[KIND] = paper().id
    with kept:
        _show_kept(words)


def _take_up(words: Words) -> None:
    """Opens what the address names, once; later the address follows the paper."""
    named = st.query_params.get(KIND, "")
    if named and named != paper().id and "paper_opened" not in st.session_state and not open_paper(named):
        alert(words("check.not_there"), "care")
    st.session_state["paper_opened"] = True


def _results(brief: Brief | None, words: Words) -> None:
    if paper().pasted.is_empty:
        steps = el("ol", *(el("li", words(f"check.step{number}")) for number in (1, 2, 3)), cls="ys-steps")
        show(el("div", el("h2", words("check.start")), steps, cls="ys-empty"))
        return
    # Here, because the rules take a moment to load, and the fields can stand already.
    from assistant.ui.check.before_after import show_before_after
    from assistant.ui.check.colleagues import show_questions
    from assistant.ui.check.dismissals import load_dismissals
    from assistant.ui.check.findings import choose, show_dismissed, show_findings
    from assistant.ui.check.marked import show_marked
    from assistant.ui.check.reading import read_pasted, sort
    from assistant.ui.check.second import offer_opinion, take_in
    from assistant.ui.check.summary import show_summary

    take_in()
    if len(paper().pasted.text) > _SPUN_CHARS:
        with st.spinner(words("check.reading")):
            read = read_pasted(paper().pasted, brief)
    else:
        read = read_pasted(paper().pasted, brief)
    try:
        dismissals = load_dismissals() if read.findings else ()
    except StoreError as error:
        # Copy can be checked without a store; what was dismissed is flagged again until there is one.
        alert(words("check.no_dismissals", why=str(error)), "bad")
        dismissals = ()
    found = sort(read, dismissals)
    section(words("check.found"), first=True)
    show_summary(read, found, words)
    chosen = choose(found, words)
    offer_opinion(read, found, words)
    copy, listed = st.columns([5, 4], gap="medium")
    with copy, st.container(key="check-copy"):
        show_marked(read, chosen, words)
    with listed, st.container(key="check-list"):
        show_findings(read, found, chosen, words)
        show_dismissed(found, words)
    show_questions(read, found, words)
    show_before_after(read, found, brief, words)


def _show_kept(words: Words) -> None:
    """The line above the page: what is under check, whether it is saved, the steps back and forth, a new one."""
    here = paper()
    if here.outdated is not None or here.gone:
        _decide(words)
    if here.problem:
        alert(words("kept.problem", why=here.problem), "bad")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="check-keeping"):
        with st.container(width="stretch"):
            saved = words("kept.saved") if here.version and here.pasted == here.saved else ""
            state = saved if here.version else words("kept.nothing")
            name = here.shown_name or words("check.unnamed")
            show(el("p", el("b", name), " ", el("span", state, cls="ys-soft", role="status"), cls="ys-kept"))
        st.button(words("kept.undo"), key="check_undo", on_click=undo, disabled=not here.past)
        st.button(words("kept.redo"), key="check_redo", on_click=redo, disabled=not here.future)
        st.button(words("kept.new"), key="check_new", on_click=start_anew)


def _decide(words: Words) -> None:
    """Somebody else was faster. Both are there until the copywriter has chosen."""
    theirs = paper().outdated
    if theirs is None:
        alert(words("check.deleted"), "care")
    else:
        who = theirs.by or words("kept.somebody")
        alert(words("check.outdated", who=who, at=f"{theirs.at:%H:%M} UTC"), "care")
    with st.container(horizontal=True, gap="small", key="check-outdated"):
        if theirs is not None:
            st.button(words("kept.theirs"), key="check_theirs", on_click=take, args=(theirs,))
        st.button(words("kept.mine_apart"), key="check_apart", on_click=go_apart)
