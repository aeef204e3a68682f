"""What my customers know: a name and a figure become a reference, shown while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.schema import LANGS, MARKETS, Lang, Market, Reference
from assistant.ui.language import NAMES
from assistant.ui.markup import el, join
from assistant.ui.own_book import FullError, own_references, put_in
from assistant.ui.page import alert, hint, section, show
from assistant.ui.people import who
from assistant.ui.references.shelf import known_lines
from assistant.ui.references.topics import topic_names
from assistant.ui.typed import typed
from assistant.ui.words import Words
from assistant.units import render

if TYPE_CHECKING:
    from assistant.beside.own import OwnRead, Wanted

_NAME_CHARS, _FIGURE_CHARS, _WORDS_CHARS = 80, 80, 60


def show_giving(words: Words) -> None:
    """Draws the two fields, what is read from them and the button that keeps it."""
    from assistant.beside.own import read_own

    section(words("references.give"), words("references.give_note"), first=True)
    serial = int(st.session_state.get("own_serial", 0))
    left, right = st.columns(2, gap="medium")
    with left:
        name = _typed("name", _NAME_CHARS, serial, words)
    with right:
        figure = _typed("size", _FIGURE_CHARS, serial, words)
    lang = _ask_lang(words)
    with st.expander(words("references.say_more"), key="own_more"):
        wanted = _ask_more(lang, words)
    read = read_own(name, figure, lang, _market_of(wanted), wanted)
    if read.quantity is not None and len(read.aspects) > 1:
        wanted = _with_aspect(read, wanted, lang, words)
        read = read_own(name, figure, lang, _market_of(wanted), wanted)
    _show_read(read, lang, words)
    if st.button(words("references.give_button"), key="own_give", type="primary"):
        _give(read, words)
    _tell(words)


def _typed(field: str, most: int, serial: int, words: Words) -> str:
    return typed(
        words(f"references.{field}"),
        "",
        words,
        key=f"own_{field}",
        of=f"own.{field}",
        serial=serial,
        most=most,
        placeholder=words(f"references.{field}_example"),
    )


def _ask_lang(words: Words) -> Lang:
    if st.session_state.get("own_lang") not in LANGS:
        st.session_state["own_lang"] = words.lang
    chosen = st.segmented_control(
        words("references.lang"), LANGS, key="own_lang", format_func=lambda lang: NAMES[lang], required=True
    )
    return chosen or words.lang


def _ask_more(lang: Lang, words: Words) -> Wanted:
    from assistant.beside.own import Wanted

    left, right = st.columns(2, gap="medium")
    with left:
        markets = st.multiselect(
            words("references.known_in"),
            MARKETS,
            key="own_markets",
            format_func=lambda market: words.name("market", market),
            placeholder=words("references.everywhere"),
        )
        measured = st.text_input(words("references.measured"), key="own_measured", max_chars=_WORDS_CHARS)
        hint(words("references.measured_hint"))
    with right:
        topics = topic_names(words)
        interests = st.multiselect(
            words("references.known_by"),
            sorted(topics, key=lambda topic: topics[topic]),
            key="own_interests",
            format_func=lambda topic: topics[topic],
            placeholder=words("references.everybody"),
        )
        if "own_who" not in st.session_state:
            st.session_state["own_who"] = who().name
        giver = st.text_input(words("references.who"), key="own_who", max_chars=_NAME_CHARS)
        hint(words("references.who_hint"))
    counter = ""
    if lang != "en":
        counter = st.text_input(words("references.counter"), key="own_counter", max_chars=4)
        hint(words("references.counter_hint"))
    return Wanted(
        measured=measured, counter=counter, markets=tuple(markets) or MARKETS, interests=tuple(interests), who=giver
    )


def _market_of(wanted: Wanted) -> Market | None:
    """Whose figure it is, where that decides what $ or a gallon is."""
    return wanted.markets[0] if len(wanted.markets) == 1 else None


def _with_aspect(read: OwnRead, wanted: Wanted, lang: Lang, words: Words) -> Wanted:
    from dataclasses import replace

    from assistant.references.properties import property_of

    assert read.quantity is not None
    dimension = read.quantity.dimension
    chosen = st.selectbox(
        words("references.measures"),
        read.aspects,
        key=f"own_aspect_{dimension.strip('[]')}",
        format_func=lambda aspect: property_of(dimension, aspect).labels[words.lang],
        filter_mode=None,
    )
    return replace(wanted, aspect=chosen or "")


def _show_read(read: OwnRead, lang: Lang, words: Words) -> None:
    """What has been made of the two fields so far."""
    if read.problem is not None:
        alert(_said(read, words), "care")
    elif read.reference is not None:
        show(_preview(read.reference, lang, words))
    elif read.quantity is not None:
        hint(words("references.read_figure", figure=render(read.quantity.low, read.quantity.unit, words.lang)))
    if read.quantity is not None and read.quantity.doubts:
        from assistant.schema.doubts import say_doubt

        alert(
            words.lead("references.doubt") + "; ".join(say_doubt(one, words.lang) for one in read.quantity.doubts),
            "care",
        )


def _said(read: OwnRead, words: Words) -> str:
    from assistant.references.faults import say_fault

    assert read.problem is not None
    field = {"name": words("references.name"), "figure": words("references.size")}.get(read.problem.place, "")
    return say_fault(read.problem, words.lang, place=field)


def _preview(reference: Reference, lang: Lang, words: Words) -> str:
    from assistant.beside.own import say_own

    said = reference.names[lang]
    value = render(reference.value, reference.unit, words.lang)
    rows = [
        (
            words("references.read_as"),
            el("span", el("b", said.of, lang=lang), ": " if words.lang == "en" else "：", value),
        ),
        (words("references.of_statistic"), el("span", words.name("statistic", reference.statistic))),
        (words("references.of_known"), el("span", "; ".join(known_lines(reference, words)))),
    ]
    examples = say_own(reference, lang)
    told = el("ul", *(el("li", one, lang=lang) for one in examples), cls="ys-levels")
    rows.append((words("references.text_would_say"), told if examples else el("span", words("references.text_never"))))
    before = next((one for one in own_references() if one.id == reference.id), None)
    if before is not None and before.value != reference.value:
        old = render(before.value, before.unit, words.lang)
        rows.append((words("references.takes_place"), el("span", words("references.takes_place_of", old=old))))
    listed = join([part for head, what in rows for part in (el("dt", head), el("dd", what))])
    return el("div", el("dl", listed, cls="ys-meta"), cls="ys-card ys-preview", role="status")


def _give(read: OwnRead, words: Words) -> None:
    if read.reference is None:
        if read.problem is None:
            alert(words("references.give_both"), "care")
        return
    try:
        put_in([read.reference])
    except FullError as error:
        alert(words("references.full", limit=f"{error.limit:,}"), "bad")
        return
    st.session_state["own_serial"] = int(st.session_state.get("own_serial", 0)) + 1
    st.session_state["own_told"] = ("references.given", read.reference.names[read_lang(read.reference)].name)
    st.rerun()


def read_lang(reference: Reference) -> Lang:
    """The first language that a reference has a name in."""
    return next(iter(reference.names))


def _tell(words: Words) -> None:
    """What has just been done, once."""
    told: tuple[str, str] | None = st.session_state.pop("own_told", None)
    if told is not None:
        done, name = told
        alert(
            words("references.given", name=name)
            if done == "references.given"
            else words("references.changed", name=name)
        )
