"""A text field that tells what stands in it while it is being typed, and loses nothing when the server goes away.

Streamlit's own fields report when they are left. This one reports after a pause, at the latest after a second and a half,
and at once on Ctrl+Enter and when it is left. What was typed while the server could not hear it is told again when a
server is back.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

import streamlit as st

from assistant.ui.marks import Mark, settle
from assistant.ui.markup import whole
from assistant.ui.words import Words

Look = Literal["field", "headline", "copy"]
HERE = Path(__file__).parent
_HTML = '<label for="field"></label><p class="hint" id="hint" hidden></p>'


@cache
def _component() -> Any:
    return st.components.v2.component(
        "yardstick_typed",
        html=_HTML,
        css=(HERE / "typed.css").read_text(encoding="utf-8"),
        js="".join((HERE / name).read_text(encoding="utf-8") for name in ("typed_marks.js", "typed.js")),
    )


def typed(
    label: str,
    value: str,
    words: Words,
    *,
    key: str,
    of: str,
    serial: int = 0,
    rows: int = 1,
    most: int,
    placeholder: str = "",
    lang: str = "",
    hint: str = "",
    hide_label: bool = False,
    wide: bool = True,
    look: Look = "field",
    marks: Iterable[Mark] | None = None,
) -> str:
    """Draws the field and returns what stands in it.

    `of` names what the text belongs to (a document and a field of it); a higher `serial` says that the program has put
    another text there, which then replaces what stands in the field. `rows` is 1 for a single line; `most` the number
    of characters that it takes (what is over is cut, and the field says so); `lang` the language of the text, where it
    is not that of the page. `marks` are those of `value`, of several lines; each is explained to the pointer, to the
    caret, and so to a finger. With the look of a "headline" or of "copy" it is part of a page rather than
    of a form.
    """
    said = _said(key, of, serial)
    standing = whole(str(said.get("text", "")))[:most] if said else value
    _component()(
        key=key,
        data={
            "label": label,
            "hideLabel": hide_label,
            "hint": hint,
            "value": standing,
            "of": of,
            "serial": serial,
            # A server that has been started anew knows less than the field.
            "server": _server(),
            "heard": int(said["count"]) if said else 0,
            "rows": rows,
            "look": look,
            # A tuple: for a list Streamlit imports pandas, to see whether it is a table.
            "marks": tuple(_told(mark) for mark in settle(marks)) if marks is not None else None,
            "most": most,
            "placeholder": placeholder,
            "lang": lang or words.lang,
            "alone": words("typed.alone"),
            "tooLong": words("typed.too_long", most=f"{most:,}"),
        },
        on_said_change=_ignore,
        width="stretch" if wide else "content",
    )
    return standing


def heard(key: str, *, of: str, serial: int, most: int) -> str | None:
    """What stands in a field by what the browser has told, before it is drawn; None where nothing was typed in it."""
    said = _said(key, of, serial)
    return whole(str(said.get("text", "")))[:most] if said else None


def _said(key: str, of: str, serial: int) -> dict[str, Any] | None:
    """From a browser: a mapping of the form that typed.js gives it, or nothing."""
    said = (st.session_state.get(key) or {}).get("said")
    fits = isinstance(said, dict) and said.get("of") == of and said.get("serial") == serial
    return said if fits else None


def _told(mark: Mark) -> dict[str, Any]:
    return {
        "start": mark.start,
        "end": mark.end,
        "kind": mark.kind,
        "head": mark.head,
        "rows": [list(r) for r in mark.rows],
    }


def _ignore() -> None:
    """What was typed is read when the page is drawn; the component wants to be given something to call."""


def _server() -> str:
    if "typed_server" not in st.session_state:
        st.session_state["typed_server"] = uuid4().hex
    return str(st.session_state["typed_server"])
