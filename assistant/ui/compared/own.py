"""My customers know this: a name and a figure, given beside the fact that they are for, become a reference of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.schema import Lang, Quantity, Reference
from assistant.ui.compared.choosing import pin_reference
from assistant.ui.desk import desk
from assistant.ui.facts.on_desk import market_on_desk
from assistant.ui.markup import el
from assistant.ui.own_book import FullError, put_in
from assistant.ui.page import alert, hint, show
from assistant.ui.typed import typed
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.beside.own import OwnRead

_NAME_CHARS = _FIGURE_CHARS = 80


def show_giving_here(fact: str, quantity: Quantity, key: str, lang: Lang, words: Words) -> None:
    """Draws the line behind which the two fields wait; what is given is kept, and pinned to the fact."""
    giving = st.expander(words("choosing.own"), key=f"own-{key}", on_change="rerun")
    if not giving.open:
        return
    with giving:
        with st.container(horizontal=True, gap="small", key=f"ys-own-{key}"):
            name = _typed("own_name", key, lang, _NAME_CHARS, words)
            figure = _typed("own_figure", key, lang, _FIGURE_CHARS, words)
        read = _read(name, figure, quantity, lang, words)
        _show_read(read, quantity, lang, words)
        st.button(
            words("choosing.own_button"),
            key=f"give-{key}",
            on_click=_give,
            args=(fact, read.reference),
            disabled=read.reference is None,
        )
        problem: str = st.session_state.pop("own_problem", "")
        if problem:
            alert(words("references.full", limit=problem), "bad")


def _typed(field: str, key: str, lang: Lang, most: int, words: Words) -> str:
    return typed(
        words(f"choosing.{field}"),
        "",
        words,
        key=f"{field}-{key}",
        of=f"{desk().id}.{field}.{key}",
        serial=int(st.session_state.get("own_here_serial", 0)),
        most=most,
        lang=lang,
        placeholder=words(f"choosing.{field}_example"),
    )


def _read(name: str, figure: str, quantity: Quantity, lang: Lang, words: Words) -> OwnRead:
    from assistant.beside.own import read_own

    return read_own(name, figure, lang, market_on_desk(words), beside=quantity)


def _show_read(read: OwnRead, quantity: Quantity, lang: Lang, words: Words) -> None:
    """What is wrong with the two fields, or what a text would say with them."""
    if read.problem is not None:
        from assistant.references.faults import say_fault

        field = {"name": words("choosing.own_name"), "figure": words("choosing.own_figure")}
        alert(say_fault(read.problem, words.lang, place=field.get(read.problem.place, "")), "care")
        return
    if read.reference is None:
        hint(words("choosing.own_hint"))
        return
    said = _said(read.reference, quantity, lang, words)
    if said:
        show(el("p", words.lead("choosing.own_preview"), el("span", said, lang=lang), role="status"))
    else:
        alert(words("choosing.own_unfit", figure=quantity.text), "care")


def _said(reference: Reference, quantity: Quantity, lang: Lang, words: Words) -> str:
    """How a text would set the figure beside it; empty where it never would."""
    from assistant.comparisons import Audience, rank

    audience = Audience(lang, market_on_desk(words), frozenset(reference.audiences))
    return next((one.forms.sentence for one in rank(quantity, [reference], audience).comparisons), "")


def _give(fact: str, reference: Reference | None) -> None:
    if reference is None:
        return
    try:
        put_in([reference])
    except FullError as error:
        st.session_state["own_problem"] = f"{error.limit:,}"
        return
    st.session_state["own_here_serial"] = int(st.session_state.get("own_here_serial", 0)) + 1
    pin_reference(fact, reference)
