"""The fields of the page: the text, what it is, and what it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from assistant.documents import KINDS
from assistant.errors import InputError
from assistant.schema import LANGS, MARKETS, Lang
from assistant.schema.work import SOURCE_CHARS
from assistant.ui.check.paper import change, paper
from assistant.ui.desk import KIND, desk
from assistant.ui.drafting import make_brief
from assistant.ui.language import NAMES
from assistant.ui.page import hint
from assistant.ui.stores import documents
from assistant.ui.typed import typed
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema.brief import Brief
    from assistant.schema.work import Work


def enter(words: Words) -> Brief | None:
    """Draws the fields; what is entered goes on the paper. The brief of the product that it is to be held against."""
    here = paper()
    text = typed(
        words("check.label"),
        here.pasted.text,
        words,
        key="pasted",
        of=f"{here.id}.text",
        serial=here.serial,
        rows=14,
        most=SOURCE_CHARS,
        placeholder=words("check.placeholder"),
        hint=words("check.limits"),
    )
    change(text=text)
    chosen = _choose(words)
    work = _choose_product(chosen, words)
    change(**chosen)
    brief = make_brief(words, work) if work is not None else None
    if work is not None and brief is None:
        hint(words("check.against_nothing"))
    return brief


def _choose(words: Words) -> dict[str, Any]:
    pasted = paper().pasted
    with st.container(key="check-choices"):
        told_lang = _select(
            words("check.lang"),
            LANGS,
            "lang",
            pasted.lang,
            lambda key: NAMES[cast(Lang, key)] if key else words("check.guessed"),
        )
        told_kind = _select(
            words("check.kind"),
            KINDS,
            "kind",
            pasted.kind,
            lambda key: words(f"check.kind_{key}") if key else words("check.guessed"),
        )
        market = _select(
            words("facts.market"),
            MARKETS,
            "market",
            pasted.market,
            lambda key: words.name("market", key) if key else words("check.market_none"),
        )
    return {"lang": told_lang, "kind": told_kind, "market": market}


def _select(label: str, values: tuple[str, ...], field: str, now: str | None, say: Any) -> str | None:
    # Right after the page has changed its language, the browser may still send the old words of "as guessed".
    chosen = st.selectbox(
        label, ("", *values), key=held(field, now or ""), format_func=say, filter_mode=None, width="stretch"
    )
    return chosen if chosen in values else None


def held(field: str, value: Any) -> str:
    """The key of a plain widget that stands for a field of the paper."""
    key = f"of_paper_{field}"
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def _choose_product(chosen: dict[str, Any], words: Words) -> Work | None:
    """The product to hold the text against: the one on the desk, or the one that was chosen before."""
    named = paper().pasted.against
    works: dict[str, tuple[str, Work]] = {}
    if not desk().work.is_empty:
        works[desk().id] = (desk().shown_name, desk().work)
    if named and named not in works and (saved := _saved(named)) is not None:
        works[named] = saved
    if not works:
        return None
    against = st.selectbox(
        words("check.against"),
        ("", *works),
        key=held("against", named if named in works else ""),
        format_func=lambda key: works[key][0] if key in works else words("check.against_none"),
        filter_mode=None,
    )
    chosen["against"] = against if against in works else ""
    return works[against][1] if against in works else None


def _saved(id: str) -> tuple[str, Work] | None:
    """A product as it was saved, read once a session; None where it is there no more, or can't be read."""
    from pydantic import ValidationError

    from assistant.schema.work import Work

    known: dict[str, tuple[str, Work] | None] = st.session_state.setdefault("check_products", {})
    if id not in known:
        try:
            document = documents().load(KIND, id)
            known[id] = (document.name or id, Work.model_validate(document.body)) if document else None
        except (ValidationError, InputError):
            known[id] = None
    return known[id]
