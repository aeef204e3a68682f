"""The language of the page: from the address, else the session, else the browser; changeable at any time."""

from __future__ import annotations

from typing import cast

import streamlit as st

from assistant.schema import LANGS, Lang
from assistant.ui.desk import change, desk, put
from assistant.ui.examples import load_examples
from assistant.ui.page_lang import COOKIE

NAMES: dict[Lang, str] = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
KEY = "page_lang"


def guess_page_lang(locale: str | None) -> Lang:
    """The closest of the three languages to a browser's locale; English for anything that is not Chinese.

    >>> [guess_page_lang(locale) for locale in ("zh-TW", "zh-Hant-HK", "zh", "zh-CN", "de", None)]
    ['zh-Hant', 'zh-Hant', 'zh-Hans', 'zh-Hans', 'en', 'en']
    """
    words = (locale or "").lower().replace("_", "-").split("-")
    if words[0] != "zh":
        return "en"
    return "zh-Hant" if {"hant", "tw", "hk", "mo"} & set(words) else "zh-Hans"


def page_lang() -> Lang:
    """The language to show now; the first time it is read from `?lang=` or from the browser."""
    if KEY not in st.session_state:
        named = {lang.lower(): lang for lang in LANGS}
        asked = named.get(st.query_params.get("lang", "").lower())
        # A cookie is from outside like all that a browser sends: one of three words, or nothing.
        remembered = named.get(st.context.cookies.get(COOKIE, "").lower())
        st.session_state[KEY] = asked or remembered or guess_page_lang(st.context.locale)
        st.session_state["last_lang"] = st.session_state[KEY]
    return cast(Lang, st.session_state[KEY])


def text_lang() -> Lang:
    """The language of the copy: the one chosen for it, else that of the page."""
    return desk().work.lang or page_lang()


def changed() -> None:
    """Remembers the new language in the address. An example that nobody has edited follows into it."""
    new: Lang = st.session_state[KEY]
    old: Lang = st.session_state.get("last_lang", new)
    st.query_params["lang"] = new
    st.session_state["last_lang"] = new
    if desk().work.lang:
        return
    for place, example in enumerate(load_examples(old)):
        if desk().work.source == example.facts:
            load_example(new, place)


def load_example(lang: Lang, place: int) -> None:
    """Puts an example on the desk in place of what is there, which `undo` brings back."""
    example = load_examples(lang)[place]
    change(
        source=example.facts,
        source_kind="",
        source_row=0,
        product=example.product,
        persona=example.persona,
        facts=None,
        chosen=(),
        written=None,
    )
    put()
