"""The store of whoever is here, opened once for all; and what is kept in it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import streamlit as st

from assistant.store.failures import StoreError
from assistant.store.places import find_place
from assistant.ui.people import who

if TYPE_CHECKING:
    from assistant.store.documents import Documents
    from assistant.store.opening import Store
    from assistant.store.places import StorePlace

# A store that could not be opened is not asked at every drawing: a server that does not answer takes its time.
_AGAIN_S = 20.0
_refused: dict[str, tuple[float, str]] = {}


@st.cache_resource(show_spinner=False)
def _open_store(_place: StorePlace, shown: str) -> Store:
    # SQLAlchemy and Alembic take half a second: not before there is something to keep.
    from assistant.store import open_store

    return open_store(_place)


def open_store_here() -> Store:
    """The store, opened once for all who are here. Raises `StoreError` where it can't be used."""
    place = find_place()
    since, why = _refused.get(place.shown, (0.0, ""))
    if why and time.monotonic() - since < _AGAIN_S:
        raise StoreError(why)
    try:
        store = _open_store(place, place.shown)
    except StoreError as error:
        _refused[place.shown] = (time.monotonic(), str(error))
        raise
    _refused.pop(place.shown, None)
    return store


def is_store_refused() -> bool:
    """Whether the store could not be opened when that was tried last: then nothing is kept."""
    return find_place().shown in _refused


def try_store_again() -> None:
    """Has the next who asks for the store try to open it, however short ago that failed."""
    _refused.clear()


def holds_something() -> bool:
    """Whether there may be something in the store. To open one takes half a second, and a new one holds nothing."""
    path = find_place().path
    return path is None or path.exists()


def documents() -> Documents:
    """The documents of whoever is here. Raises `StoreError` where the store can't be used."""
    return open_store_here().for_workspace(who().workspace)
