"""References: the familiar things that figures are set beside, who knows them, and what one's own customers know."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.ui.own_book import book, own_references
from assistant.ui.page import section
from assistant.ui.references.files import show_files
from assistant.ui.references.giving import show_giving
from assistant.ui.references.looking import show_looking
from assistant.ui.references.own import show_own
from assistant.ui.words import Words

_STYLE = Path(__file__).parents[1] / "references" / "style.css"


def show_page(words: Words) -> None:
    """Draws it: the book, and what is one's own."""
    st.html(_STYLE)
    section(words("page.references"), words("references.intro"), first=True)
    own = own_references()
    # Both are drawn: what was typed into one must be there when it is looked at again. The server knows which one is open,
    # so that it still is on the way back to the page and in another language.
    names = [words("references.browse"), words("references.yours")]
    key = f"references_tabs_{words.lang}"
    if key not in st.session_state:
        st.session_state[key] = names[st.session_state.get("references_open", 0)]
    browse, yours = st.tabs(names, key=key, on_change="rerun")
    st.session_state["references_open"] = int(bool(yours.open))
    with browse, st.container(key="ys-references"):
        show_looking(book(), words)
    with yours, st.container(key="ys-own"):
        show_giving(words)
        show_own(own, words)
        show_files(own, words)
