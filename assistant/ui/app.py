"""The frame around every page: language, name, navigation; what goes wrong on a page becomes one line."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import YardstickError
from assistant.schema import LANGS
from assistant.ui.frame import put_right, show_where_content_begins
from assistant.ui.going import follow
from assistant.ui.language import KEY, NAMES, changed, page_lang
from assistant.ui.leaving import leave_write
from assistant.ui.markup import Html, el
from assistant.ui.page import alert, show
from assistant.ui.page_lang import set_page_lang
from assistant.ui.pages import PAGES
from assistant.ui.signin import find_person, show_person
from assistant.ui.warming import page_drawn
from assistant.ui.words import Words, load_words

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

HERE = Path(__file__).parent
_LOG = logging.getLogger(__name__)


def run() -> None:
    """Draws the page once; Streamlit calls it again on every change."""
    words = load_words(page_lang())
    st.set_page_config(page_title="Yardstick", page_icon=HERE / "icon.svg", layout="wide")
    st.html(HERE / "style.css")
    set_page_lang(words.lang)
    pages = {
        name: st.Page(
            _drawing(name, words), title=f"{words(f'page.{name}')} · Yardstick", url_path=name, default=not place
        )
        for place, name in enumerate(PAGES)
    }
    # The pages as the links of the header: Streamlit's own menu hides on a phone behind a sign without a name.
    chosen = st.navigation(list(pages.values()), position="hidden")
    # For a page that leads to another.
    st.session_state["pages"] = pages
    _header(words)
    put_right(words)
    above = st.container(key="ys-above")
    show_where_content_begins()
    person = find_person(words)
    if person is None:
        return
    follow(pages)
    with above:
        _links(pages, chosen, words)
        show_person(person, words)
    if chosen is not pages["write"]:
        leave_write()
    chosen.run()
    page_drawn()


def _drawing(name: str, words: Words) -> Callable[[], None]:
    drawing = partial(_draw, name, words)
    # Streamlit wants a name, of a function made anew as of any other.
    drawing.__name__ = name  # type: ignore[attr-defined]
    return drawing


def _draw(name: str, words: Words) -> None:
    try:
        import_module(f"assistant.ui.pages.{name}").show_page(words)
    except YardstickError as error:
        alert(str(error), "bad")
    except Exception:  # noqa: BLE001 - Streamlit would show a traceback; the reader gets one line, the log the rest
        _LOG.exception("the page could not be drawn")
        alert(words("error.unexpected"), "bad")


def _header(words: Words) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="ys-header"):
        with st.container(width="stretch"):
            show(el("div", el("h1", words("app.title")), el("p", words("app.tagline")), cls="ys-brand"))
        st.segmented_control(
            words("app.language"),
            LANGS,
            format_func=lambda lang: NAMES[lang],
            key=KEY,
            required=True,
            on_change=changed,
            label_visibility="collapsed",
        )


def _links(pages: dict[str, StreamlitPage], chosen: StreamlitPage, words: Words) -> None:
    with st.container(horizontal=True, gap="small", key="ys-nav"):
        for name, page in pages.items():
            with st.container(width="content", key=f"ys-nav-{name}{'-here' if page is chosen else ''}"):
                st.page_link(page, label=words(f"page.{name}"))
    show(el("div", Html(), cls="ys-ruler", aria_hidden="true"))
