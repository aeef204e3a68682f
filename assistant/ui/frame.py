"""What Streamlit leaves unsaid or says in English, whatever the language: put right in the browser.

The link that leads past the header, the mark of the page that one is on, the name of the list of pages, and the names of
Streamlit's own little buttons.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.ui.markup import Html, el
from assistant.ui.page import show
from assistant.ui.words import Words

HERE = Path(__file__).parent
# What Streamlit says, and the key of what is said instead.
OWN = {
    "Open": "open",
    "Close": "close",
    "Dismiss": "close",
    "Show password": "show_password",
    "Hide password": "hide_password",
    "Clear value": "clear",
    "Clear entry": "clear",
    "Clear all": "clear_all",
    "Increment": "more",
    "Decrement": "less",
    "Upload": "upload",
    "Add files": "upload",
    "Drag and drop a file here": "drop",
    "Drag and drop files here": "drop_several",
    "No results": "nothing",
    "Selected values": "selected",
    "Remove ": "remove",
    "Shortcut ": "shortcut",
    "Skip to main content": "skip",
    "Running...": "running",
}


@cache
def _component() -> Any:
    return st.components.v2.component("yardstick_frame", js=(HERE / "frame.js").read_text(encoding="utf-8"))


def put_right(words: Words) -> None:
    """Has the browser put it right, now and in whatever it draws later."""
    # A tuple: for a mapping Streamlit imports pandas, to see whether it is a table.
    said = tuple((own, words(f"frame.own_{key}")) for own, key in OWN.items())
    data = {"pages": words("frame.pages"), "said": said}
    with st.container(key="ys-frame"):
        _component()(data=data, key="frame")


def show_where_content_begins() -> None:
    """Draws the place that the link past the header leads to."""
    show(el("div", Html(), id="ys-content", tabindex="-1"))
