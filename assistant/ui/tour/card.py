"""The invitation on the first page: three minutes, or not now."""

from __future__ import annotations

import streamlit as st

from assistant.ui.going import go_to
from assistant.ui.markup import el
from assistant.ui.page import show
from assistant.ui.tour.desk import remember, start_tour, was_invited
from assistant.ui.words import Words


def show_invitation(words: Words) -> None:
    """Draws the card, until the tour has been taken or skipped once."""
    if was_invited():
        return
    with st.container(key="ys-card-tour"):
        show(el("h2", words("tour.invite")), el("p", words("tour.invite_line")))
        with st.container(horizontal=True, gap="small", key="tour-invitation"):
            st.button(words("tour.start"), key="tour_start", type="primary", on_click=start_tour)
            st.button(words("tour.not_now"), key="tour_not_now", on_click=remember)


def show_again(words: Words) -> None:
    """Draws the button that starts the tour at any time, from any page."""
    st.button(words("tour.again"), key="tour_again", on_click=_start)


def _start() -> None:
    start_tour()
    go_to("write")
