"""Fields of which each entry has several parts: moments with what they make felt, quotations with source and date."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import streamlit as st

from assistant.ui.markup import el
from assistant.ui.page import hint, show
from assistant.ui.personas.editing import Editing, hear
from assistant.ui.personas.fields import LINE_CHARS, MOST_ROWS, ROWS
from assistant.ui.personas.topics import load_topics, topic_name
from assistant.ui.typed import typed
from assistant.ui.words import Words

_AT_ONCE = 5


def show_rows(here: Editing, name: str, words: Words) -> None:
    """Draws the entries of a field a few at a time, and the buttons that add, remove and turn the page."""
    rows: list[dict[str, Any]] = here.raw[name]
    show(el("h3", words(f"personas.field.{name}")))
    hint(words(f"personas.why.{name}"))
    first = _first(here, name)
    for place in range(first, min(first + _AT_ONCE, len(rows))):
        with st.container(key=f"ys-card-row-{name}-{place}"):
            for part in ROWS[name]:
                rows[place][part] = _ask(here, name, place, part, words)
            st.button(
                words(f"personas.remove_{name}", entry=place + 1),
                key=f"remove_{name}_{place}",
                on_click=_remove,
                args=(here, name, place),
            )
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"ys-rows-{name}"):
        if len(rows) > _AT_ONCE:
            last = min(first + _AT_ONCE, len(rows))
            _turner(here, name, "back", first - _AT_ONCE, first == 0, words)
            hint(words("personas.rows_here", first=first + 1, last=last, count=len(rows)))
            _turner(here, name, "on", first + _AT_ONCE, last == len(rows), words)
        full = len(rows) >= MOST_ROWS[name]
        st.button(words(f"personas.add_{name}"), key=f"add_{name}", on_click=_add, args=(here, name), disabled=full)


def _ask(here: Editing, name: str, place: int, part: str, words: Words) -> Any:
    value = here.raw[name][place][part]
    title = words(f"personas.row.{part}", entry=place + 1)
    if part == "about":
        key = f"person_{name}_{place}_about_{here.id}_{here.serial}"
        if key not in st.session_state:
            st.session_state[key] = value
        return st.multiselect(
            title,
            [*load_topics(), *(topic for topic in value if topic not in load_topics())],
            key=key,
            format_func=lambda topic: topic_name(topic, words),
            placeholder=words("personas.choose"),
        )
    return typed(
        title,
        value,
        words,
        key=f"person_{name}_{place}_{part}",
        of=f"{here.id}.{name}.{place}.{part}",
        serial=here.serial,
        rows=2 if part == "quote" else 1,
        most=LINE_CHARS,
        lang=here.raw["lang"] if part in ("quote", "text") else "",
        placeholder=words(f"personas.example.{part}"),
    )


def _first(here: Editing, name: str) -> int:
    """The first entry that is shown, whatever was removed since."""
    wanted: int = st.session_state.get(f"rows_{name}_{here.id}", 0)
    return max(0, min(wanted, (len(here.raw[name]) - 1) // _AT_ONCE * _AT_ONCE))


def _turner(here: Editing, name: str, way: str, first: int, rests: bool, words: Words) -> None:
    key = f"{way}_{name}"
    st.button(words(f"personas.rows_{way}"), key=key, disabled=rests, on_click=_turn, args=(here, name, first))


def _turn(here: Editing, name: str, first: int) -> None:
    st.session_state[f"rows_{name}_{here.id}"] = first


def _add(here: Editing, name: str) -> None:
    hear(here)
    here.raw[name].append(deepcopy(ROWS[name]))
    _turn(here, name, (len(here.raw[name]) - 1) // _AT_ONCE * _AT_ONCE)


def _remove(here: Editing, name: str, place: int) -> None:
    # All that stands in the fields: they take their values anew.
    hear(here)
    del here.raw[name][place]
    here.serial += 1
