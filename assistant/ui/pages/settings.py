"""Settings: which model is asked and for how much, house style, where the work is kept."""

from __future__ import annotations

import streamlit as st

from assistant.ui.preferences import may_name_address
from assistant.ui.settings.data import show_data
from assistant.ui.settings.model import show_model
from assistant.ui.settings.style import show_style
from assistant.ui.tour.card import show_again
from assistant.ui.words import Words


def show_page(words: Words) -> None:
    """Draws it; each change is saved as it is made."""
    with st.container(key="ys-settings"):
        show_model(words, own_address=may_name_address())
        show_style(words)
        show_again(words)
        show_data(words)
