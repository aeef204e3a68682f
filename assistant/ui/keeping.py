"""The line above the desk: what is on it, whether it is saved, the steps back and forth, a new one, earlier versions."""

from __future__ import annotations

import streamlit as st

from assistant.errors import InputError
from assistant.store.versions import Document
from assistant.ui.desk import Desk, desk, go_apart, read_work, redo, start_anew, take, undo
from assistant.ui.going import go_to
from assistant.ui.language import text_lang
from assistant.ui.markup import Html, el
from assistant.ui.page import alert, show
from assistant.ui.shortcuts import listen
from assistant.ui.stores import is_store_refused, try_store_again
from assistant.ui.times import say_time, say_when
from assistant.ui.words import Words

_TOLD = "unkept_told"
# Of what differs between two people's work, so much is shown of each kind: enough to choose by.
_ROWS = 5


def show_kept(words: Words) -> None:
    """Draws the line, and above it what stands in the way of saving, if anything does."""
    here = desk()
    if here.trial:
        from assistant.ui.tour.panel import show_own_desk

        show_own_desk(words)
        return
    if here.outdated is not None or here.gone:
        _decide(words)
    _say_problem(here, words)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ys-keeping"):
        with st.container(width="stretch"):
            name = here.shown_name or words("kept.unnamed")
            show(el("p", el("b", name), " ", *_state(here, words), cls="ys-kept"))
        st.button(words("kept.undo"), key="undo", on_click=undo, disabled=not here.past)
        st.button(words("kept.redo"), key="redo", on_click=redo, disabled=not here.future)
        if here.version:
            st.button(words("kept.versions"), key="versions", on_click=_show_versions)
        st.button(words("kept.new"), key="new", on_click=_start_anew, args=(words,))
    listen(words)


def _state(here: Desk, words: Words) -> tuple[Html | str, ...]:
    """Whether it is saved; and when, apart from that, so that only a change is read out."""
    state = ""
    if here.problem and is_store_refused():
        state = words("kept.unkept")
    elif not here.version:
        state = words("kept.nothing") if here.work.is_empty else ""
    elif here.work == here.saved:
        state = words("kept.saved")
    said = el("span", state, cls="ys-soft", role="status")
    if state == words("kept.saved") and here.saved_at is not None:
        return said, " ", el("span", say_time(here.saved_at, words), cls="ys-soft ys-at")
    return (said,)


def _say_problem(here: Desk, words: Words) -> None:
    """Why nothing new is saved. That the store can't be used at all is said once, and then by the line alone."""
    if not here.problem:
        return
    if not is_store_refused():
        alert(words("kept.problem", why=here.problem), "bad")
    elif not st.session_state.get(_TOLD):
        alert(words("kept.unusable"), "bad", (here.problem,))
        with st.container(horizontal=True, gap="small", key="ys-unusable"):
            st.button(words("kept.again"), key="store_again", on_click=try_store_again)
            st.button(words("kept.go_on"), key="store_go_on", on_click=_go_on)


def _go_on() -> None:
    st.session_state[_TOLD] = True


def _start_anew(words: Words) -> None:
    """All is saved, so nothing is asked; where nothing could be, what was there is one step back."""
    if not start_anew():
        st.toast(words("kept.new_undone"))


def _show_versions() -> None:
    from assistant.ui.products.place import show_versions_of

    show_versions_of(desk().id)
    go_to("products")


def _decide(words: Words) -> None:
    """Somebody else was faster. Both are there until the copywriter has chosen, who sees what differs."""
    here = desk()
    theirs = here.outdated
    if theirs is None:
        alert(words("kept.deleted"), "care")
    else:
        who = theirs.by or words("kept.somebody")
        alert(words("kept.outdated", who=who, at=say_when(theirs.at, words)), "care")
    readable = theirs is not None and _show_difference(here, theirs, words)
    with st.container(horizontal=True, gap="small", key="ys-outdated"):
        if readable:
            st.button(words("kept.theirs"), key="theirs", on_click=take, args=(theirs,))
        st.button(words("kept.mine_apart"), key="mine_apart", on_click=go_apart)


def _show_difference(here: Desk, other: Document, words: Words) -> bool:
    """What differs between mine and theirs, at the most telling places; False where theirs can't be read."""
    from assistant.ui.versions.difference import find_difference
    from assistant.ui.versions.shown import render_difference

    try:
        theirs = read_work(other)
    except InputError as error:
        alert(str(error), "care")
        return False
    lang = text_lang()
    heads = (words("kept.head_mine"), words("kept.head_theirs"))
    found = find_difference(here.work, theirs, lang)
    show(el("div", render_difference(found, here.work, theirs, lang, words, heads, _ROWS), cls="ys-card ys-differs"))
    return True
