"""Tells the browser the language of the page: it picks Chinese glyphs, and screen readers their voice, by it.

It keeps the language for the next visit, in a cookie that says nothing else.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from assistant.schema import Lang

COOKIE = "yardstick_lang"
_YEAR_S = 365 * 24 * 3600
# A component's module, since a script in the page's markup is what the content policy is there to stop.
_JS = """
export default function ({ data }) {
  document.documentElement.lang = data.lang;
  document.cookie = data.cookie;
}
"""


@cache
def _component() -> Any:
    return st.components.v2.component("yardstick_page_lang", js=_JS)


def set_page_lang(lang: Lang) -> None:
    """Sets the language of the whole document; nothing is drawn."""
    with st.container(key="ys-page-lang"):
        _component()(
            data={"lang": lang, "cookie": f"{COOKIE}={lang}; path=/; max-age={_YEAR_S}; SameSite=Strict"},
            key="page_lang_set",
        )
