"""What was set once for all products: read from the store, changed field by field, applied to the model and to briefs."""

from __future__ import annotations

import os
from typing import Any

import streamlit as st
from pydantic import ValidationError

from assistant.chain.settings import ModelSettings, load_settings
from assistant.errors import InputError
from assistant.schema.preferences import Preferences
from assistant.store.failures import StoreError
from assistant.store.places import find_place
from assistant.store.versions import Outdated
from assistant.ui.hosts import remote_allowed
from assistant.ui.people import load_sign_in
from assistant.ui.stores import documents
from assistant.ui.words import Words

KIND, ID = "setting", "app"
# A key that was typed in is kept for the session and nowhere else.
API_KEY = "api_key_of_session"
# Whoever is faster than we three times in a row is no person.
_TRIES = 3


def preferences() -> Preferences:
    """Those of whoever is here; the defaults where nothing was set, or where the store cannot be read."""
    known: Preferences | None = st.session_state.get("preferences")
    if known is None:
        known = st.session_state["preferences"] = _load()[0]
    return known


def prefer(**fields: Any) -> None:
    """Changes some and saves them, beside whatever somebody else has changed. Raises `InputError`, `StoreError`."""
    for left in reversed(range(_TRIES)):
        kept, version = _load()
        try:
            new = Preferences.model_validate({**dict(kept), **fields})
        except ValidationError as error:
            detail = error.errors(include_url=False)[0]
            raise InputError(f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}") from None
        try:
            documents().save(KIND, ID, new.model_dump(mode="json", exclude_defaults=True), expected=version)
        except Outdated:
            if not left:
                raise
        else:
            st.session_state["preferences"] = new
            return


def _load() -> tuple[Preferences, int]:
    place = find_place()
    # Opening a store takes half a second, and a new one holds nothing.
    if place.path is not None and not place.path.exists():
        return Preferences(), 0
    try:
        found = documents().load(KIND, ID)
        return (Preferences(), 0) if found is None else (Preferences.model_validate(found.body), found.version)
    except (StoreError, ValidationError):
        return Preferences(), 0


def may_name_address() -> bool:
    """Whether the address of a model may be set in the app: not where others than the machine's owner may come in."""
    return load_sign_in() is None and not remote_allowed(os.environ)


def model_settings() -> ModelSettings | None:
    """The model to ask: as the environment says, with what was set in the app before it. None where none can be asked.

    A key of the environment goes to no other address than that of the environment. Raises `InputError` for settings
    that can't be used.
    """
    kept, env = preferences(), dict(os.environ)
    typed_key = str(st.session_state.get(API_KEY, "")).strip()
    if kept.base_url and may_name_address():
        if kept.base_url != env.get("OPENAI_BASE_URL", "").strip():
            env.pop("OPENAI_API_KEY", None)
        env["OPENAI_BASE_URL"] = kept.base_url
    if typed_key:
        env["OPENAI_API_KEY"] = typed_key
    return load_settings(env, kept.model or None)


def find_model(words: Words) -> tuple[ModelSettings | None, str]:
    """`model_settings`; and why none can be used, if its settings are wrong."""
    try:
        return model_settings(), ""
    except InputError as error:
        return None, words("error.model", why=str(error))
