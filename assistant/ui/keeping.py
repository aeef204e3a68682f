"""The line above the desk: what is on it, whether it is saved, the steps back and forth, a new one."""

from __future__ import annotations

import streamlit as st

from assistant.ui.desk import desk, name_of, redo, start_anew, take, undo
from assistant.ui.markup import el
from assistant.ui.page import alert, show
from assistant.ui.words import Words


def show_kept(words: Words) -> None:
    """Draws the line, and above it what stands in the way of saving, if anything does."""
    here = desk()
    if here.outdated is not None or here.gone:
        _decide(words)
    if here.problem:
        alert(words("kept.problem", why=here.problem), "bad")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ys-keeping"):
        with st.container(width="stretch"):
            state = words("kept.saved") if here.version and here.work == here.saved else ""
            if not here.version:
                state = words("kept.nothing")
            name = name_of(here) or words("kept.unnamed")
            show(el("p", el("b", name), " ", el("span", state, cls="ys-soft", role="status"), cls="ys-kept"))
        st.button(words("kept.undo"), key="undo", on_click=undo, disabled=not here.past)
        st.button(words("kept.redo"), key="redo", on_click=redo, disabled=not here.future)
        st.button(words("kept.new"), key="new", on_click=start_anew)


def _decide(words: Words) -> None:
    """Somebody else was faster. Both are there until the copywriter has chosen."""
    here = desk()
    theirs = here.outdated
    if theirs is None:
        alert(words("kept.deleted"), "care")
    else:
        who = theirs.by or words("kept.somebody")
        alert(words("kept.outdated", who=who, at=f"{theirs.at:%H:%M} UTC"), "care")
    with st.container(horizontal=True, gap="small", key="ys-outdated"):
        if theirs is not None:
            st.button(words("kept.theirs"), key="theirs", on_click=take, args=(theirs,))
        st.button(words("kept.mine_apart"), key="mine_apart", on_click=_go_on_apart)


def _go_on_apart() -> None:
    """Mine becomes a product of its own; theirs stays as it is."""
    from uuid import uuid4

    here = desk()
    here.id, here.version, here.saved, here.outdated, here.gone = uuid4().hex, 0, None, None, False
    st.query_params.pop("work", None)
