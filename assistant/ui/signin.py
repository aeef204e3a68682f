"""Signing in and out: the page that stands before all others where sign-in is set up, and the way back out."""

from __future__ import annotations

import streamlit as st

from assistant.ui.callbacks import PARAMETER, REFUSED, UNREACHABLE
from assistant.ui.markup import el, label
from assistant.ui.page import alert, show
from assistant.ui.people import UNNAMED, NotSignedInError, Person, load_sign_in, who
from assistant.ui.words import Words


def find_person(words: Words) -> Person | None:
    """Who uses the app now; None, with the sign-in page drawn, where somebody has to sign in first."""
    try:
        return who()
    except NotSignedInError:
        _ask(words)
        return None


def show_person(person: Person, words: Words) -> None:
    """The name of whoever is signed in, and the way out; nothing without sign-in."""
    if load_sign_in() is None:
        return
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="ys-person"):
        show(el("span", words("signin.as", name=person.name) if person.name else words("signin.nameless")))
        st.button(words("signin.out"), key="sign_out", on_click=st.logout)


def _ask(words: Words) -> None:
    sign_in = load_sign_in()
    failure = st.query_params.get(PARAMETER)
    if failure == UNREACHABLE:
        alert(words("signin.unreachable"), "bad")
    elif failure == REFUSED:
        alert(words("signin.refused"), "care")
    show(el("div", el("h2", words("signin.heading")), el("p", words("signin.why")), cls="ys-empty"))
    for provider in sign_in.providers if sign_in is not None else ():
        said = words("signin.button") if provider == UNNAMED else words("signin.with", provider=label(provider))
        named = None if provider == UNNAMED else provider
        st.button(said, type="primary", key=f"sign_in_{provider}", on_click=st.login, args=(named,))
