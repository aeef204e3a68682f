"""A form with every field of a reference of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

import streamlit as st

from assistant.schema import LANGS, MARKETS, Lang, Market, Reference, Statistic
from assistant.ui.language import NAMES
from assistant.ui.own_book import put_in
from assistant.ui.page import alert, hint
from assistant.ui.references.topics import read_said_levels, say_levels, topic_name, topic_names
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.beside.entering import Filled

_CHARS = 300
_USES = ("compare", "distance", "load", "use", "rung")


def show_full(reference: Reference, words: Words) -> None:
    """Draws the form; what is wrong stands above it field by field, and nothing is kept until all is well."""
    from assistant.beside.entering import filled_of

    filled = filled_of(reference, words.lang)
    faults = st.container()
    with st.form(f"own_full_{reference.id}", border=False):
        entered = {
            "names": _ask_names(filled, reference, words),
            **_ask_size(filled, reference, words),
            **_ask_known(filled, reference, words),
            **_ask_source(filled, reference, words),
        }
        with st.container(horizontal=True, gap="small"):
            keep = st.form_submit_button(words("references.keep"), key="own_keep", type="primary")
            leave = st.form_submit_button(words("references.leave"), key="own_leave")
    if leave:
        st.session_state.pop("own_editing", None)
        st.rerun()
    if keep:
        with faults:
            _keep(entered, reference, words)


def _keep(entered: Mapping[str, Any], reference: Reference, words: Words) -> None:
    from assistant.beside.entering import Filled, read_filled
    from assistant.references.faults import say_fault

    made = read_filled(Filled(**entered), words.lang, reference)
    if not isinstance(made, Reference):
        items = tuple(say_fault(fault, words.lang, place=_field_name(fault.place, words)) for fault in made)
        alert(words("references.faulty"), "bad", items)
        return
    put_in([made])
    st.session_state.pop("own_editing", None)
    st.session_state["own_told"] = ("references.changed", next(iter(made.names.values())).name)
    st.rerun()


def _field_name(place: str, words: Words) -> str:
    """What the form calls a field of the entry ("names.zh-Hans.name", "markets.us")."""
    first, *rest = place.split(".")
    if first == "names" and rest and rest[0] in NAMES:
        part = words(f"references.part_{rest[1]}") if len(rest) > 1 and rest[1] in _PARTS else words("references.name")
        return f"{NAMES[rest[0]]}, {part}" if words.lang == "en" else f"{NAMES[rest[0]]}，{part}"
    known = {
        "names": "name", "figure": "size", "low": "low", "high": "high", "audiences": "audiences", "topics": "of_topics",
        "sensitivity": "of_never", "as_of": "of_as_of", "expires": "of_expires", "working": "of_working", "markets": "of_known",
        "aspect": "measures", "statistic": "of_statistic", "usable_as": "usable_as",
    }  # fmt: skip
    if first == "source":
        return words(f"references.source_{rest[0]}") if rest and rest[0] in _SOURCES else words("references.of_source")
    return words(f"references.{known[first]}") if first in known else place


_PARTS = ("name", "thing", "of", "many", "counter")
_SOURCES = ("title", "url", "figure", "accessed")


def _text(field: str, label: str, value: str, reference: Reference) -> str:
    return st.text_input(label, value, key=f"own_full_{reference.id}_{field}", max_chars=_CHARS)


def _ask_names(filled: Filled, reference: Reference, words: Words) -> dict[Lang, dict[str, str]]:
    hint(words("references.names_hint"))
    names: dict[Lang, dict[str, str]] = {}
    for lang, tab in zip(
        LANGS, st.tabs([NAMES[lang] for lang in LANGS], default=_named_in(reference, words)), strict=True
    ):
        with tab:
            said = filled.names.get(lang, {})
            parts = _PARTS if lang != "en" else _PARTS[:-1]
            names[lang] = {
                part: _text(f"{lang}_{part}", words(f"references.part_{part}"), said.get(part, ""), reference)
                for part in parts
            }
    return names


def _named_in(reference: Reference, words: Words) -> str:
    return NAMES[words.lang if words.lang in reference.names else next(iter(reference.names))]


def _ask_size(filled: Filled, reference: Reference, words: Words) -> dict[str, Any]:
    from assistant.references.properties import properties_of, property_of

    aspects = properties_of(reference.dimension)
    aspects = aspects if filled.aspect in aspects else (filled.aspect, *aspects)
    statistics = [one for one in get_args(Statistic) if one != "unstated"]
    left, right = st.columns(2, gap="medium")
    with left:
        figure = _text("figure", words("references.size"), filled.figure, reference)
        low = _text("low", words("references.low"), filled.low, reference)
        high = _text("high", words("references.high"), filled.high, reference)
    with right:
        aspect = st.selectbox(
            words("references.measures"),
            aspects,
            aspects.index(filled.aspect),
            key=f"own_full_{reference.id}_aspect",
            format_func=lambda aspect: property_of(reference.dimension, aspect).labels[words.lang],
            filter_mode=None,
        )
        statistic = st.selectbox(
            words("references.of_statistic"),
            statistics,
            statistics.index(filled.statistic),
            key=f"own_full_{reference.id}_statistic",
            format_func=lambda one: words.name("statistic", one),
            filter_mode=None,
        )
        uses = st.multiselect(
            words("references.usable_as"),
            _USES,
            list(filled.usable_as),
            key=f"own_full_{reference.id}_uses",
            format_func=lambda use: words.name("use", use),
            placeholder=words.name("use", "compare"),
        )
    return {
        "figure": figure,
        "low": low,
        "high": high,
        "aspect": aspect,
        "statistic": statistic,
        "usable_as": tuple(uses),
    }


def _ask_known(filled: Filled, reference: Reference, words: Words) -> dict[str, Any]:
    markets: dict[Market, int] = {}
    for place, column in enumerate(st.columns(3, gap="medium")):
        with column:
            for market in MARKETS[place::3]:
                markets[market] = st.selectbox(
                    words.name("market", market),
                    (5, 4, 3, 2, 1, 0),
                    5 - filled.markets.get(market, 0),
                    key=f"own_full_{reference.id}_{market}",
                    format_func=lambda level: words(f"references.level_{level}"),
                    filter_mode=None,
                )
    said = _text("audiences", words("references.audiences"), say_levels(filled.audiences, words), reference)
    audiences = read_said_levels(said, words)
    hint(words("references.audiences_hint"))
    topics = st.multiselect(
        words("references.of_topics"),
        sorted({*topic_names(words), *filled.topics}, key=lambda topic: topic_name(topic, words)),
        list(filled.topics),
        key=f"own_full_{reference.id}_topics",
        format_func=lambda topic: topic_name(topic, words),
        placeholder=words("persona.knows_none"),
    )
    reasons = ("brand", "alcohol", "income", "religion", "politics", "toilet")
    never = st.multiselect(
        words("references.of_never"),
        sorted({*reasons, *filled.sensitivity}),
        list(filled.sensitivity),
        key=f"own_full_{reference.id}_never",
        format_func=lambda why: words.name("sensitivity", why),
        placeholder=words("references.never_none"),
    )
    return {"markets": markets, "audiences": audiences, "topics": tuple(topics), "sensitivity": tuple(never)}


def _ask_source(filled: Filled, reference: Reference, words: Words) -> dict[str, str]:
    left, right = st.columns(2, gap="medium")
    with left:
        title = _text("title", words("references.source_title"), filled.title, reference)
        url = _text("url", words("references.source_url"), filled.url, reference)
        working = _text("working", words("references.of_working"), filled.working, reference)
    with right:
        quoted = _text("quoted", words("references.source_figure"), filled.source_figure, reference)
        accessed = _text("accessed", words("references.source_accessed"), filled.accessed, reference)
        as_of = _text("as_of", words("references.of_as_of"), filled.as_of, reference)
        expires = _text("expires", words("references.of_expires"), filled.expires, reference)
    return {
        "title": title, "url": url, "working": working, "source_figure": quoted, "accessed": accessed, "as_of": as_of,
        "expires": expires,
    }  # fmt: skip
