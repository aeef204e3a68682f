"""The list of one's own references: each with all that is known of it, to edit and to delete."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.schema import Reference
from assistant.ui.markup import el
from assistant.ui.own_book import put_in, take_out
from assistant.ui.page import alert, hint, section, show
from assistant.ui.references.full import show_full
from assistant.ui.references.shelf import name_of, render_list
from assistant.ui.words import Words

# Each line has two buttons, which a page has to draw: so many at once.
_PAGE = 20


def show_own(own: Sequence[Reference], words: Words) -> None:
    """Draws the list; what was deleted last can be taken back."""
    section(words("references.own"), words("references.own_note") if own else "")
    _show_deleted(words)
    if not own:
        show(el("p", words("references.own_none"), cls="ys-empty"))
        return
    shown = int(st.session_state.get("own_shown", _PAGE))
    for place, reference in enumerate(own[:shown]):
        with st.container(key=f"ys-card-own-{place}"):
            _show_one(reference, place, words)
    if len(own) > shown:
        hint(words("references.more", shown=shown, count=f"{len(own):,}"))
        if st.button(words("references.show_more"), key="own_show_more"):
            st.session_state["own_shown"] = shown + _PAGE
            st.rerun()


def _show_one(reference: Reference, place: int, words: Words) -> None:
    show(render_list([reference], words))
    if st.session_state.get("own_editing") == reference.id:
        show_full(reference, words)
        return
    with st.container(horizontal=True, gap="small", key=f"own_steps_{place}"):
        if st.button(words("references.edit"), key=f"own_edit_{place}"):
            st.session_state["own_editing"] = reference.id
            st.rerun()
        if st.button(words("references.delete"), key=f"own_delete_{place}"):
            take_out(reference.id)
            st.session_state["own_deleted"] = reference
            st.rerun()


def _show_deleted(words: Words) -> None:
    deleted: Reference | None = st.session_state.get("own_deleted")
    if deleted is None:
        return
    alert(words("references.deleted", name=name_of(deleted, words.lang)[1]))
    if st.button(words("references.take_back"), key="own_take_back"):
        put_in([deleted])
        del st.session_state["own_deleted"]
        st.rerun()
