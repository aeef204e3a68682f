"""Products: everything that was saved, newest first, and the versions of each."""

from __future__ import annotations

import streamlit as st

from assistant.store.failures import StoreError
from assistant.ui.page import alert
from assistant.ui.products.place import find_place, follow
from assistant.ui.products.shelf import show_shelf
from assistant.ui.stores import is_store_refused, try_store_again
from assistant.ui.words import Words


def show_page(words: Words) -> None:
    """Draws the list, or the versions of one product."""
    here = find_place()
    follow()
    try:
        with st.container(key="ys-products"):
            if here.versions_of:
                from assistant.ui.versions.listed import show_versions

                show_versions(here.versions_of, words)
            else:
                show_shelf(words)
    except StoreError as error:
        alert(words("products.unusable"), "bad", (str(error),))
        if is_store_refused():
            st.button(words("kept.again"), key="store_again", on_click=try_store_again)
