"""Small pieces that every part of the page is built from; all text in them is escaped."""

from __future__ import annotations

import streamlit as st

from assistant.chain.settings import ModelSettings, host_of
from assistant.schema import Lang
from assistant.ui.markup import Html, el
from assistant.ui.words import Words


def show(*parts: str | Html, lang: Lang | None = None, cls: str = "") -> None:
    """Shows markup under the app's own styles, in the language that it is written in."""
    st.html(el("div", *parts, cls=f"ys {cls}".strip(), lang=lang))


def section(heading: str, note: str = "", first: bool = False) -> None:
    """The head of a section, with a note beside it."""
    aside = el("span", note, cls="ys-soft") if note else Html()
    show(el("div", el("h2", heading), aside, cls="ys-section ys-first" if first else "ys-section"))


def hint(words: str, lang: Lang | None = None) -> None:
    """A quiet line under a field."""
    show(el("p", words, cls="ys-hint"), lang=lang)


def model_at(settings: ModelSettings, words: Words) -> str:
    """Model and host, in the language of the page: never the key, nor a name and password inside the address."""
    return named_at(settings.model, host_of(settings), words)


def named_at(model: str, host: str, words: Words) -> str:
    """A model's name and the host that it is asked at."""
    return words("write.model_at", model=model, host=host)


def alert(words: str, kind: str = "", items: tuple[str, ...] = (), lang: Lang | None = None) -> None:
    """A line that must be seen: "bad" for what stopped the work, "care" for what needs a look, else for information.

    Streamlit's own alerts read their text as Markdown, which would load images that stand in it.
    """
    listed = el("ul", *(el("li", item) for item in items)) if items else Html()
    role = "alert" if kind == "bad" else "status"
    show(el("div", words, listed, cls=f"ys-alert ys-{kind}" if kind else "ys-alert", role=role), lang=lang)
