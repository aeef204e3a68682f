"""The list of products, a page at a time, those saved last first; found by name; added to from files."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assistant.store.versions import MOST_CHARACTERS, Row
from assistant.ui.desk import KIND
from assistant.ui.markup import el
from assistant.ui.page import alert, hint, section, show
from assistant.ui.products.acting import add, take_out
from assistant.ui.products.files import MOST_BYTES, MOST_PRODUCTS, read_files
from assistant.ui.products.picking import pick_files
from assistant.ui.products.place import PER_PAGE, Place, attempt, find_place, show_deleted, tell, turn_to
from assistant.ui.products.row import show_row
from assistant.ui.stores import documents
from assistant.ui.typed import typed
from assistant.ui.words import Words

_ENDINGS = ".yaml,.yml,.json,.jsonl"


def show_shelf(words: Words) -> None:
    """Draws the page of the list. Raises `StoreError` where the store can't be used."""
    here = find_place()
    section(words("page.products"), first=True)
    # What is picked is added before the list is drawn; a store that can't be read is told before anything is picked.
    bar, said = st.container(key="ys-products-bar"), st.container(key="ys-products-said")
    with bar:
        sought = _search(here, words)
        _take_in(words)
    rows = _find(here, sought)
    with said:
        show_said(here, words)
    if not rows and not here.first:
        _show_none(here, sought, words)
    for place, row in enumerate(rows[:PER_PAGE]):
        show_row(row, place, here, words)
    _turners(here, len(rows), words)


def show_said(here: Place, words: Words) -> None:
    """What the last button did, and the one that takes it back."""
    if here.problem:
        alert(here.problem, "bad")
    if here.notes:
        alert(words("products.notes"), "care", here.notes)
    if here.said:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ys-said"):
            with st.container(width="stretch"):
                alert(here.said)
            if here.undo is not None:
                st.button(words("kept.undo"), key="products_undo", on_click=here.undo)


def _search(here: Place, words: Words) -> str:
    sought = typed(
        words("products.search"),
        "",
        words,
        key="products_search",
        of="products.search",
        most=MOST_CHARACTERS,
        placeholder=words("products.search_example"),
    ).strip()
    if st.session_state.get("products_sought", "") != sought:
        st.session_state["products_sought"] = sought
        here.first, here.opened = 0, ""
    return sought


def _take_in(words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ys-products-in"):
        shown = st.segmented_control(
            words("products.which"),
            (False, True),
            default=find_place().deleted,
            format_func=lambda deleted: words("products.the_deleted") if deleted else words("products.those_there"),
            key=f"products_deleted_{find_place().deleted}",
            required=True,
            label_visibility="collapsed",
        )
        if shown != find_place().deleted:
            show_deleted(bool(shown))
            st.rerun()
        limit = f"{MOST_BYTES // 1_000_000} MB"
        large = words("products.too_large", limit=limit)
        files = pick_files(
            words("products.import"), key="products_files", accept=_ENDINGS, most=MOST_BYTES, too_large=large
        )
    hint(words("products.import_hint", count=MOST_PRODUCTS))
    if files:
        attempt(take_files, files, words)


def take_files(files: list[tuple[str, bytes]], words: Words) -> None:
    """Adds the products in files, and tells what was in them that is none."""
    found = read_files(files, words)
    notes = (*found.problems, *((words("products.style_left"),) if found.styled else ()))
    if found.products:
        ids = add(found.products)
        show_deleted(False)
        tell(words("products.added", count=len(ids)), partial(attempt, take_out, ids))
    find_place().notes = notes


def _find(here: Place, sought: str) -> tuple[Row, ...]:
    """A page of them, and the one behind it if there is one."""
    kept = documents()
    if sought:
        return kept.find(KIND, sought, deleted=here.deleted, limit=here.first + PER_PAGE + 1)[here.first :]
    return kept.list(KIND, deleted=here.deleted, limit=PER_PAGE + 1, offset=here.first)


def _show_none(here: Place, sought: str, words: Words) -> None:
    if sought:
        show(el("p", words("products.none_found", text=sought), cls="ys-empty", role="status"))
    elif here.deleted:
        show(el("p", words("products.none_deleted"), cls="ys-empty"))
    else:
        head, line = el("h2", words("products.empty")), el("p", words("products.empty_line"))
        show(el("div", head, line, cls="ys-empty"))
        with st.container(key="ys-products-first"):
            st.page_link(st.session_state["pages"]["write"], label=words("products.begin"))


def _turners(here: Place, count: int, words: Words) -> None:
    if not here.first and count <= PER_PAGE:
        return
    last = here.first + min(count, PER_PAGE)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ys-products-turn"):
        back, on = here.first - PER_PAGE, here.first + PER_PAGE
        st.button(words("products.newer"), key="products_newer", on_click=turn_to, args=(back,), disabled=back < 0)
        hint(words("products.here", first=here.first + 1, last=last) if count else words("products.no_more"))
        st.button(
            words("products.older"), key="products_older", on_click=turn_to, args=(on,), disabled=count <= PER_PAGE
        )
