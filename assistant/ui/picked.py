"""A button that takes a file; what the browser's own would say is said in the language of the page.

A file of text is read in the browser, as UTF-8 or what else such files are written in; any other comes as it is. Nothing of
it is kept here.
"""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from assistant.ui.markup import whole
from assistant.ui.words import Words

HERE = Path(__file__).parent
_HTML = (
    '<span id="button"><input type="file" id="file" aria-describedby="hint"><label for="file"></label></span>'
    '<p id="hint"></p>'
)


@dataclass(frozen=True, slots=True)
class Picked:
    """A file that was chosen: its name and text, or why it can't be read. `count` tells one choice from the next.

    `data` are its bytes, where those were asked for in place of its text.
    """

    count: int
    name: str
    text: str
    problem: Literal["", "large", "no_text"] = ""
    data: bytes = b""


@cache
def _component() -> Any:
    return st.components.v2.component(
        "yardstick_picked",
        html=_HTML,
        css=(HERE / "picked.css").read_text(encoding="utf-8"),
        js=(HERE / "picked.js").read_text(encoding="utf-8"),
    )


def picked(
    label: str, words: Words, *, key: str, accept: str, most: int, hint: str = "", raw: bool = False
) -> Picked | None:
    """Draws the button; the file, once, at the drawing after it was chosen.

    `accept` lists endings (".yaml,.yml"), `most` is the largest size in bytes; with `raw` the file comes as bytes.
    """
    said = (st.session_state.get(key) or {}).get("said")
    found = _read(said, most, raw) if isinstance(said, dict) else None
    seen: int = st.session_state.get(f"{key}_seen", 0)
    _component()(
        key=key,
        data={
            "label": label,
            "hint": hint,
            "accept": accept,
            "most": most,
            "raw": raw,
            "lang": words.lang,
            "heard": found.count if found else seen,
        },
        on_said_change=_ignore,
    )
    if found is None or found.count == seen:
        return None
    st.session_state[f"{key}_seen"] = found.count
    return found


def _read(said: dict[str, Any], most: int, raw: bool) -> Picked:
    """What a browser tells, which may be anything."""
    text, problem = whole(str(said.get("text", ""))), said.get("problem")
    # A byte of a file is a character at most; four letters are three bytes.
    large = problem == "large" or len(text) > (4 * most // 3 + 4 if raw else most)
    data = b""
    if raw and not large:
        try:
            data = b64decode(text, validate=True)
        except ValueError:
            problem = "no_text"
    return Picked(
        int(said.get("count", 0)),
        whole(str(said.get("name", "")))[:200],
        "" if large or raw else text,
        "large" if large else "no_text" if problem == "no_text" else "",
        data,
    )


def _ignore() -> None:
    """What was chosen is read when the page is drawn; the component wants to be given something to call."""
