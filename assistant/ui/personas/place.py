"""What the page of the customers shows, which survives a visit elsewhere and, by the address, a reload."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

import streamlit as st

from assistant.errors import YardstickError

View = Literal["all", "one", "form", "listen"]
_KEY = "personas_place"


@dataclass(frozen=True, slots=True)
class Place:
    """A view and what it is of: a persona's id, a listening's, or ""."""

    view: View = "all"
    id: str = ""


def find_place() -> Place:
    """Where the page is; at first where the address says."""
    if _KEY not in st.session_state:
        view, _, id = st.query_params.get("customers", "").partition(".")
        known = view in get_args(View)
        st.session_state[_KEY] = Place(cast(View, view), id[:255]) if known else Place()
    found: Place = st.session_state[_KEY]
    return found


def go(view: View, id: str = "") -> None:
    """Has the page show something else at its next drawing."""
    st.session_state[_KEY] = Place(view, id)


def follow() -> None:
    """Has the address say where the page is."""
    here = find_place()
    said = f"{here.view}.{here.id}" if here.id else here.view
    if here == Place():
        st.query_params.pop("customers", None)
    elif st.query_params.get("customers") != said:
        st.query_params["customers"] = said


def attempt(action: Callable[..., Any], *given: Any) -> None:
    """Does what a button is for. What goes wrong is told by the next drawing, with `last_problem`."""
    try:
        action(*given)
    except YardstickError as error:
        st.session_state["personas_problem"] = str(error)


def last_problem() -> str:
    """What went wrong with the last button, told once; else empty."""
    return str(st.session_state.pop("personas_problem", ""))
