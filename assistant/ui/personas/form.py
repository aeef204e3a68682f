"""The form of a persona of the team's own: every field with what it is for, checked while it is typed."""

from __future__ import annotations

from typing import Any, get_args

import streamlit as st

from assistant.schema import LANGS, MARKETS
from assistant.store.failures import StoreError
from assistant.ui.form import topic_ids
from assistant.ui.language import NAMES
from assistant.ui.markup import el, label
from assistant.ui.page import alert, hint, section, show
from assistant.ui.personas import editing
from assistant.ui.personas.editing import Editing
from assistant.ui.personas.faults import say_fault
from assistant.ui.personas.fields import LINE_CHARS, LINES, LIST_CHARS, LISTS, PARTS, ROWS
from assistant.ui.personas.known import KIND
from assistant.ui.personas.place import attempt, go
from assistant.ui.personas.rows import show_rows
from assistant.ui.stores import documents
from assistant.ui.typed import typed
from assistant.ui.words import Words

_VERSIONS = 20


def show_form(id: str, words: Words) -> None:
    """Draws the form of the persona of that id, and keeps what is entered."""
    st.button(words("personas.done"), key="persona_done", on_click=attempt, args=(_leave,))
    here = editing.open_own(id)
    if here is None:
        alert(words("personas.not_there"), "care")
        return
    editing.hear(here)
    editing.change(here)
    section(here.persona.name or words("personas.unnamed"), words("personas.form_note"), first=True)
    state = st.container(key="ys-persona-state")
    first = next(iter(PARTS))
    asked = st.segmented_control(
        words("personas.parts"),
        tuple(PARTS),
        key=_seeded("personas_part", first),
        format_func=lambda key: words(f"personas.part.{key}"),
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    part = asked if asked in PARTS else first
    with st.container(key="ys-persona-form"):
        hint(words(f"personas.part_note.{part}"))
        for name in PARTS[part]:
            _ask(here, name, words)
            if name in here.faults:
                alert(say_fault(here.faults[name], words), "care")
    editing.change(here)
    with state:
        _show_state(here, words)
    _show_versions(here, words)


def _ask(here: Editing, name: str, words: Words) -> None:
    if name in ROWS:
        show_rows(here, name, words)
    elif name in (*LINES, *LISTS):
        typed(
            words(f"personas.field.{name}"),
            str(here.raw[name]),
            words,
            key=f"person_{name}",
            of=f"{here.id}.{name}",
            serial=here.serial,
            rows=1 if name in ("name", "community") else 3,
            most=LINE_CHARS if name in LINES else LIST_CHARS,
            lang=here.raw["lang"] or "",
            hint=words(f"personas.why.{name}"),
        )
    else:
        here.raw[name] = _choose(here, name, words)
        hint(words(f"personas.why.{name}"))


def _choose(here: Editing, name: str, words: Words) -> Any:
    from assistant.schema.brief import Motive

    title, value = words(f"personas.field.{name}"), here.raw[name]
    key = _seeded(f"person_{name}_{here.id}_{here.serial}", value)
    if name == "motives":
        return st.multiselect(
            title,
            get_args(Motive),
            key=key,
            format_func=lambda one: words(f"personas.motive.{one}"),
            placeholder=words("personas.choose"),
        )
    if name == "knows_by_feel":
        return st.multiselect(
            title,
            sorted({*topic_ids(words), *value}, key=lambda topic: words.name("topic", topic)),
            key=key,
            format_func=lambda topic: words.name("topic", topic),
            placeholder=words("persona.knows_none"),
        )
    options: dict[str, str] = {"": words("personas.any_market" if name == "market" else "personas.any_lang")}
    if name == "market":
        options |= {market: words.name("market", market) for market in MARKETS}
    elif name == "lang":
        options |= {lang: NAMES[lang] for lang in LANGS}
    else:
        options = {one: words(f"personas.expertise.{one}") for one in ("new", "familiar", "expert")}
    return st.selectbox(title, tuple(options), key=key, format_func=lambda one: options[one], filter_mode=None)


def _seeded(key: str, value: Any) -> str:
    """The key of a plain widget, which has the value unless it was changed."""
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def _show_state(here: Editing, words: Words) -> None:
    """Whether what stands in the form is saved, and what stands in the way."""
    if here.outdated is not None or here.gone:
        _decide(here, words)
    if here.problem:
        alert(words("kept.problem", why=here.problem), "bad")
    if here.faults:
        lines = tuple(say_fault(one, words) for one in here.faults.values())
        alert(words("personas.unfinished"), "care", lines)
    elif here.version and not here.problem and here.outdated is None and not here.gone:
        show(el("p", words("kept.saved"), cls="ys-soft", role="status"))
    elif not here.version:
        show(el("p", words("kept.nothing"), cls="ys-soft", role="status"))


def _decide(here: Editing, words: Words) -> None:
    theirs = here.outdated
    if theirs is None:
        alert(words("personas.deleted_meanwhile"), "care")
    else:
        who = theirs.by or words("kept.somebody")
        alert(words("personas.outdated", who=who, at=f"{theirs.at:%H:%M} UTC"), "care")
    with st.container(horizontal=True, gap="small", key="ys-persona-outdated"):
        if theirs is not None:
            st.button(words("kept.theirs"), key="persona_theirs", on_click=attempt, args=(editing.take, theirs))
        st.button(words("personas.mine_apart"), key="persona_apart", on_click=_apart, args=(here,))


def _show_versions(here: Editing, words: Words) -> None:
    if not here.version:
        return
    with st.expander(words("personas.versions"), key="ys-persona-versions"):
        try:
            versions = documents().history(KIND, here.id)
        except StoreError as error:
            alert(words("personas.store_problem", why=str(error)), "bad")
            return
        earlier = [one for one in versions if not one.deleted and one.version != here.version][:_VERSIONS]
        hint(words("personas.versions_note") if earlier else words("personas.versions_none"))
        for one in earlier:
            at = f"{one.at:%Y-%m-%d %H:%M} UTC"
            said = f"{at} · {label(one.by)}" if one.by else at
            st.button(
                words("personas.version_back", version=said),
                key=f"persona_version_{one.version}",
                on_click=attempt,
                args=(editing.restore, here, one.version),
            )


def _apart(here: Editing) -> None:
    editing.hear(here)
    here.go_apart()
    go("form", here.id)


def _leave() -> None:
    here = editing.editing()
    if here is not None:
        editing.hear(here)
        editing.change(here)
        go("one", here.id) if here.version else go("all")
    else:
        go("all")
