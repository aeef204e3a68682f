"""Keys for what is done often. They leave text fields alone, where the browser's own undo is what a typist means."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st


@cache
def _component() -> Any:
    js = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
    return st.components.v2.component("yardstick_shortcuts", js=js)


def listen() -> None:
    """Has keys press the buttons "undo", "redo" and "new", outside of text fields. Nothing is drawn.

    Ctrl or ⌘ with Z, with Shift+Z or Y; Alt with N: what browsers keep to themselves is left to them.
    """
    with st.container(key="ys-shortcuts"):
        # Without data: a mapping in it would have Streamlit load pandas.
        _component()(key="shortcuts")
