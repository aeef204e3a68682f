"""Keys for what is done often. They leave text fields alone, where the browser's own undo is what a typist means."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.ui.words import Words


@cache
def _component() -> Any:
    js = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
    return st.components.v2.component("yardstick_shortcuts", js=js)


def listen(words: Words) -> None:
    """Has keys press the buttons "undo", "redo" and "new", outside of text fields. Nothing is drawn, but the
    buttons tell their keys when they are pointed at.

    Ctrl or ⌘ with Z, with Shift+Z or Y; Alt with N: what browsers keep to themselves is left to them.
    """
    with st.container(key="ys-shortcuts"):
        # Streamlit's own help on a button would draw the button twice.
        said = {"undo": words("kept.undo_keys"), "redo": words("kept.redo_keys"), "new": words("kept.new_keys")}
        _component()(data=said, key="shortcuts")
