"""Where the work is kept, what is remembered of models' replies, and all of it as one file."""

from __future__ import annotations

import json

import streamlit as st

from assistant.store.places import find_place
from assistant.ui.markup import el
from assistant.ui.page import hint, section, show
from assistant.ui.stores import documents, open_store_here
from assistant.ui.words import Words

# What a person has made here; what it is called in the file.
KINDS = ("product", "persona", "reference", "check", "listening", "dismissal", "setting")


def show_data(words: Words) -> None:
    """Draws the section. Raises `StoreError` where the store can't be used."""
    section(words("settings.data"))
    place = find_place()
    show(el("p", words.lead("settings.place"), el("b", place.shown)))
    hint(words("settings.place_hint", setting=place.setting))
    replies = open_store_here().replies
    summary = replies.summarize()
    hint(words("settings.replies", count=f"{summary.replies:,}", tokens=f"{summary.spared_tokens:,}"))
    with st.container(horizontal=True, gap="small", key="settings-data"):
        st.button(
            words("settings.forget_replies"),
            key="settings_forget",
            on_click=forget_replies,
            disabled=not summary.replies,
        )
        st.download_button(
            words("settings.export"),
            export,
            file_name="yardstick.json",
            mime="application/json",
            key="settings_export",
            on_click="ignore",
        )


def forget_replies() -> None:
    """Deletes what is remembered of models' replies: what is asked again is paid again."""
    open_store_here().replies.clear()


def export() -> str:
    """Everything that was saved here, newest versions, as JSON by kind."""
    kept = documents()
    found = {
        kind: [
            {"id": one.id, "name": one.name, "at": one.at.isoformat(), "version": one.version, "body": one.body}
            for row in kept.list(kind)
            if (one := kept.load(kind, row.id)) is not None
        ]
        for kind in KINDS
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
