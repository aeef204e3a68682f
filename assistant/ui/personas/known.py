"""The customers that there are to choose from: the ready personas, and the team's own out of the store."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.store.failures import StoreError
from assistant.store.places import find_place
from assistant.ui.stores import documents

if TYPE_CHECKING:
    from assistant.schema import Lang
    from assistant.schema.brief import Persona

KIND = "persona"
# Where a form that is not filled in properly keeps what was typed: it is no part of the persona.
UNFINISHED = "unfinished"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Own:
    """A persona of the team's own, as it was saved last: which version, when (UTC), by whom."""

    persona: Persona
    version: int
    at: datetime
    by: str


def own_personas() -> dict[str, Own]:
    """The team's own personas by id, those saved last first. Raises `StoreError` where the store can't be read.

    Read again only where another version is there. One that this Yardstick can't read is left out, and logged.
    """
    seen: dict[str, Own | None] = st.session_state.get("own_personas", {})
    seen_at: dict[str, int] = st.session_state.get("own_personas_at", {})
    if not is_store_there():
        return {}
    rows = documents().list(KIND)
    found = {row.id: seen[row.id] if seen_at.get(row.id) == row.version else _load(row.id) for row in rows}
    st.session_state["own_personas"] = found
    st.session_state["own_personas_at"] = {row.id: row.version for row in rows}
    return {id: own for id, own in found.items() if own is not None}


def is_store_there() -> bool:
    """Whether there is a store to look into: opening one takes half a second, and a new one holds nothing."""
    place = find_place()
    return place.path is None or place.path.exists()


def known_personas(lang: Lang | None = None) -> dict[str, Persona]:
    """The personas who read a language (all without one) by id, the team's own first.

    A store that can't be read leaves the ready ones: no page stands still for it.
    """
    from assistant.personas import load_personas

    try:
        own = {id: one.persona for id, one in own_personas().items()}
    except StoreError as error:
        _LOG.warning("the team's own personas can't be read: %s", error)
        own = {}
    known = {**own, **load_personas()}
    return {id: one for id, one in known.items() if lang is None or one.lang in (lang, None)}


def read_persona(id: str, body: dict[str, Any]) -> Persona:
    """The persona in what was saved. Raises `ValueError` for one of another form."""
    from assistant.schema.brief import Persona

    return Persona.model_validate({**{key: value for key, value in body.items() if key != UNFINISHED}, "id": id})


def _load(id: str) -> Own | None:
    document = documents().load(KIND, id)
    if document is None:
        return None
    try:
        persona = read_persona(id, document.body)
    except ValueError as error:
        _LOG.warning("persona %s, version %s: %s", id, document.version, error)
        return None
    return Own(persona, document.version, document.at, document.by)
