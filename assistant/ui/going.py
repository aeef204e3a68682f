"""From one page of the app to another, by a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

_KEY = "go_to"


def go_to(page: str) -> None:
    """Has the next drawing show another page. For callbacks, in which Streamlit itself can't change the page."""
    st.session_state[_KEY] = page


def follow(pages: dict[str, StreamlitPage]) -> None:
    """Goes where somebody has asked to, if anybody has."""
    asked = st.session_state.pop(_KEY, "")
    if asked in pages:
        st.switch_page(pages[asked])
