"""Customers: who the copy is for, and what they were heard to say."""

from __future__ import annotations

import streamlit as st

from assistant.store.failures import StoreError
from assistant.ui.markup import el
from assistant.ui.page import alert, hint, section, show
from assistant.ui.personas import editing
from assistant.ui.personas.known import KIND, is_store_there
from assistant.ui.personas.place import View, attempt, find_place, follow, go, last_problem
from assistant.ui.words import Words

_VIEWS: tuple[View, ...] = ("all", "listen")


def show_page(words: Words) -> None:
    """Draws it."""
    here = find_place()
    problem = last_problem()
    if problem:
        alert(problem, "bad")
    with st.container(horizontal=True, gap="small", key="ys-personas-views"):
        for view in _VIEWS:
            there = here.view == view or (view == "all" and here.view != "listen")
            with st.container(width="content", key=f"ys-personas-view-{view}{'-here' if there else ''}"):
                st.button(
                    words(f"personas.view_{view}"), key=f"personas_view_{view}", on_click=attempt, args=(_look, view)
                )
    if here.view == "one":
        from assistant.ui.personas.shown import show_one

        show_one(here.id, words)
    elif here.view == "form":
        from assistant.ui.personas.form import show_form

        show_form(here.id, words)
    elif here.view == "listen":
        from assistant.ui.personas.listening import show_listening

        show_listening(here.id, words)
    else:
        _show_all(words)
    follow()


def _show_all(words: Words) -> None:
    from assistant.ui.personas.cards import show_cards
    from assistant.ui.personas.exchange import show_import

    section(words("personas.heading"), words("personas.intro"), first=True)
    deleted = editing.just_deleted()
    if deleted is not None:
        alert(words("personas.deleted", name=deleted.name or words("personas.unnamed")))
        st.button(words("kept.undo"), key="persona_undelete", on_click=attempt, args=(editing.bring_back, deleted))
    with st.container(horizontal=True, gap="small", vertical_alignment="top", key="ys-personas-new"):
        st.button(words("personas.new"), key="persona_new", type="primary", on_click=attempt, args=(_new,))
        with st.container(width="content"):
            show_import(words)
    show_cards(words)
    _show_deleted(words)


def _show_deleted(words: Words) -> None:
    """The deleted ones, which can all be brought back."""
    from assistant.ui.markup import label
    from assistant.ui.stores import documents

    try:
        rows = documents().list(KIND, deleted=True) if is_store_there() else ()
    except StoreError:
        # Told above the cards.
        return
    if not rows:
        return
    with st.expander(words("personas.deleted_ones", count=len(rows)), key="ys-personas-deleted"):
        for row in rows[:50]:
            named = row.name or words("personas.unnamed")
            show(el("p", el("b", named), " ", el("span", f"{row.at:%Y-%m-%d %H:%M} UTC", cls="ys-soft")))
            st.button(
                words("personas.bring_back", name=label(named)),
                key=f"persona_back_{row.id}",
                on_click=attempt,
                args=(_bring_back, row.id, row.version),
            )
        hint(words("personas.deleted_note"))


def _bring_back(id: str, version: int) -> None:
    editing.bring_back(editing.Deleted(id, "", version - 1, version))


def _look(view: View) -> None:
    """Shows another part of the page; what is being typed in this one is taken along."""
    here = editing.editing()
    if here is not None:
        editing.hear(here)
        editing.change(here)
    go(view)


def _new() -> None:
    go("form", editing.begin().id)
