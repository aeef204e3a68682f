"""What the products page shows; the versions of a product also by the address, so that a reload finds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from assistant.errors import YardstickError

_KEY, _ASKED = "products_place", "product"
PER_PAGE = 20


@dataclass
class Place:
    """`first` is the place in the list of the first product shown, `opened` the one whose menu is open, `asked` the one
    that is about to be forgotten, `versions_of` the one whose versions are shown, from the `version_first`-th on, `version`
    the one that is looked at.

    `said` tells what a button has done, `undo` takes that back; `problem` why it could do nothing, `notes` what
    else there is to know.
    """

    deleted: bool = False
    first: int = 0
    opened: str = ""
    asked: str = ""
    versions_of: str = ""
    version_first: int = 0
    version: int = 0
    said: str = ""
    undo: Callable[[], None] | None = None
    problem: str = ""
    notes: tuple[str, ...] = ()


def find_place() -> Place:
    """Where the page is; at first where the address says."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Place(versions_of=str(st.query_params.get(_ASKED, ""))[:255])
    found: Place = st.session_state[_KEY]
    return found


def follow() -> None:
    """Has the address say whose versions are shown."""
    here = find_place()
    if not here.versions_of:
        st.query_params.pop(_ASKED, None)
    elif st.query_params.get(_ASKED) != here.versions_of:
        st.query_params[_ASKED] = here.versions_of


def show_versions_of(id: str) -> None:
    """Has the page show the versions of a product, or the list again for an empty id."""
    here = find_place()
    here.versions_of, here.version, here.version_first = id, 0, 0
    clear()


def look_at(version: int) -> None:
    """Has the page show one version beside the list, or none for 0."""
    find_place().version = version
    clear()


def turn_to(first: int) -> None:
    """Turns the page of the list."""
    here = find_place()
    here.first, here.opened, here.asked = max(0, first), "", ""
    clear()


def turn_versions_to(first: int) -> None:
    """Turns the page of the versions."""
    find_place().version_first = max(0, first)


def open_menu(id: str) -> None:
    """Opens the menu of a product, or shuts it for an empty id."""
    here = find_place()
    here.opened, here.asked = id, ""
    clear()


def show_deleted(deleted: bool) -> None:
    """Has the page list what was deleted, or what is there."""
    find_place().deleted = deleted
    turn_to(0)


def ask_about(id: str) -> None:
    """Has the page ask once whether a product may be forgotten; for an empty id it asks no more."""
    find_place().asked = id
    clear()


def tell(said: str, undo: Callable[[], None] | None = None) -> None:
    """Says what has been done, with a button that takes it back, until something else is done."""
    here = find_place()
    here.said, here.undo, here.problem, here.notes = said, undo, "", ()


def clear() -> None:
    """Takes away what was said last."""
    here = find_place()
    here.said, here.undo, here.problem, here.notes = "", None, "", ()


def attempt(action: Callable[..., Any], *given: Any) -> None:
    """Does what a button is for. What goes wrong is told by the next drawing."""
    clear()
    try:
        action(*given)
    except YardstickError as error:
        find_place().problem = str(error)
