"""A button that puts a text on the clipboard, by mouse and by keyboard, and says so."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from assistant.ui.words import Words

_HTML = '<button type="button"></button><span role="status" aria-live="polite"></span>'
_CSS = """
button {
  font: inherit; font-weight: 600; padding: .45rem 1rem; min-height: 2.5rem; cursor: pointer;
  color: #1c2730; background: #fff; border: 1px solid #8b949c; border-radius: 8px;
}
button.first { color: #fff; background: #0f5e66; border-color: #0f5e66; }
button:hover { border-color: #0f5e66; }
button.first:hover { background: #0b4a50; }
button:focus-visible { outline: 3px solid #0f5e66; outline-offset: 2px; }
span { margin-left: .7rem; font: inherit; font-size: .9rem; color: #52606b; }
"""
_JS = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const status = parentElement.querySelector("span");
  button.textContent = data.label;
  button.className = data.first ? "first" : "";
  status.lang = button.lang = data.lang;
  status.textContent = "";
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text);
      status.textContent = data.done;
    } catch {
      status.textContent = data.failed;
    }
  };
}
"""


@cache
def _component() -> Any:
    return st.components.v2.component("yardstick_copy", html=_HTML, css=_CSS, js=_JS)


def copy_button(text: str, words: Words, key: str, label: str, first: bool = True) -> None:
    """Draws the button for a text. The text travels as data and is never read as markup."""
    data = {
        "text": text,
        "label": label,
        "first": first,
        "done": words("draft.copied"),
        "failed": words("draft.copy_failed"),
        "lang": words.lang,
    }
    _component()(data=data, key=key)
