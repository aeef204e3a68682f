"""The products worked on last, on the first page of somebody who has just come: one press goes on with them."""

from __future__ import annotations

import streamlit as st

from assistant.store.failures import StoreError
from assistant.ui.desk import KIND, open_work
from assistant.ui.markup import el, label
from assistant.ui.page import show
from assistant.ui.products.place import attempt
from assistant.ui.stores import documents, holds_something
from assistant.ui.times import say_when
from assistant.ui.words import Words

_MOST = 3


def show_go_on(words: Words) -> None:
    """Draws them, where there are any. A store that can't be used is told when something is to be kept in it."""
    if not holds_something():
        return
    try:
        rows = documents().list(KIND, limit=_MOST)
    except StoreError:
        return
    if not rows:
        return
    with st.container(key="ys-go-on"):
        show(el("h2", words("products.go_on")))
        for place, row in enumerate(rows):
            with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"go-on-{place}"):
                name = label(row.name or words("kept.unnamed"))
                st.button(name, key=f"go_on_{place}", on_click=attempt, args=(open_work, row.id))
                show(el("span", words("products.saved_at", when=say_when(row.at, words)), cls="ys-soft"))
        st.page_link(st.session_state["pages"]["products"], label=words("products.all"))
