"""A button that takes files from the reader's machine, in the words of the page; Streamlit's own speaks English."""

from __future__ import annotations

import base64
import binascii
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent
_HTML = '<input type="file" id="file" multiple><label for="file"></label><p id="hint" role="status" hidden></p>'
_MOST_FILES = 200
_NAME_CHARS = 100


@cache
def _component() -> Any:
    return st.components.v2.component(
        "yardstick_files",
        html=_HTML,
        css=(HERE / "picking.css").read_text(encoding="utf-8"),
        js=(HERE / "picking.js").read_text(encoding="utf-8"),
    )


def pick_files(label: str, *, key: str, accept: str, most: int, too_large: str) -> list[tuple[str, bytes]]:
    """Draws the button; the files that were chosen, by name, once, at the drawing after that.

    `accept` lists the endings that the dialogue offers, `most` bounds the bytes of all together; what is over gets the line
    `too_large`.
    """
    told = _component()(
        key=key,
        data={"label": label, "accept": accept, "most": most, "tooLarge": too_large},
        on_files_change=_ignore,
    )
    return read_told(getattr(told, "files", None), most)


def read_told(told: object, most: int) -> list[tuple[str, bytes]]:
    """The files in what a browser tells, which may be anything; those of another form are passed over.

    >>> read_told([{"name": "C:/a.yaml", "base64": "ZmFjdHM6IFtd"}, {"name": 1}], 100), read_told("x", 100)
    ([('a.yaml', b'facts: []')], [])
    """
    found: list[tuple[str, bytes]] = []
    for one in told[:_MOST_FILES] if isinstance(told, list) else []:
        name, written = (one.get("name"), one.get("base64")) if isinstance(one, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(written, str) or len(written) > most * 2:
            continue
        try:
            data = base64.b64decode(written, validate=True)
        except (binascii.Error, ValueError):
            continue
        most -= len(data)
        if most >= 0:
            found.append((name.replace("\\", "/").rpartition("/")[2][-_NAME_CHARS:], data))
    return found


def _ignore() -> None:
    """What was chosen is read when the page is drawn; the component wants to be given something to call."""
