"""One customer with everything that is known of them, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from assistant.ui.desk import change, put
from assistant.ui.markup import Html, el, join
from assistant.ui.page import alert, section, show
from assistant.ui.personas import editing
from assistant.ui.personas.cards import evidence_chip, name_of, place_of, topic_names
from assistant.ui.personas.exchange import download_button
from assistant.ui.personas.fields import CONCERNS, COSTS
from assistant.ui.personas.known import known_personas, own_personas
from assistant.ui.personas.place import attempt, go
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema import Lang
    from assistant.schema.brief import Concerns, Costs, Persona

_QUOTES_AT_ONCE = 30


def show_one(id: str, words: Words) -> None:
    """Draws the customer of that id, or says that there is none."""
    from assistant.personas import load_personas

    persona = known_personas().get(id)
    st.button(words("personas.back"), key="persona_back", on_click=go, args=("all",))
    if persona is None:
        alert(words("personas.not_there"), "care")
        return
    own = None if id in load_personas() else own_personas().get(id)
    show(
        el(
            "div",
            el("h2", name_of(persona, words)),
            el("span", place_of(persona, words), cls="ys-soft"),
            cls="ys-section ys-first",
        )
    )
    with st.container(horizontal=True, gap="small", key="ys-persona-actions"):
        st.button(
            words("personas.use"),
            key="persona_use",
            type="primary",
            on_click=attempt,
            args=(_use, persona, own is not None),
        )
        if own is not None:
            st.button(words("personas.edit"), key="persona_edit", on_click=attempt, args=(_edit, id))
        st.button(words("personas.copy"), key="persona_copy", on_click=attempt, args=(_copy, persona))
        download_button(persona, words)
        if own is not None:
            st.button(
                words("personas.delete"),
                key="persona_delete",
                on_click=attempt,
                args=(_delete, id, persona.name, own.version),
            )
    if st.session_state.pop("persona_taken", False):
        st.switch_page(st.session_state["pages"]["write"])
    _show_ground(persona, words)
    with st.container(key="ys-card-persona-said"):
        show(el("dl", *_said(persona, words), cls="ys-meta ys-persona"))
    _show_quotes(persona, words)


def _show_ground(persona: Persona, words: Words) -> None:
    """What it rests on; for a guess whom to ask for what."""
    show(el("p", evidence_chip(persona, words)))
    if persona.evidence_state != "none":
        return
    from assistant.plan.asking import ask_for_evidence

    asks = tuple(words(f"personas.ask_{whom}") for whom in ("service", "sales", "reviews", "customers"))
    alert(ask_for_evidence(words.lang), "care", asks)
    st.button(words("personas.go_listen"), key="persona_listen", on_click=go, args=("listen",))


def _said(persona: Persona, words: Words) -> list[Html]:
    """Every field that says something, as a term and its words."""
    lang = persona.lang
    rows: list[tuple[str, Html]] = [("who", _text(persona.who, lang)), ("community", _text(persona.community, lang))]
    rows += [("expertise", el("span", words(f"personas.expertise.{persona.expertise}")))]
    rows += [("motives", _list((words(f"personas.motive.{one}") for one in persona.motives), None))]
    rows += [("knows_by_feel", _text(words.listed(topic_names(persona, words)), None))]
    rows += [(name, _list(getattr(persona, name), lang)) for name in ("pains", "wants")]
    rows += [("cares_about", _by_kind(persona.cares_about, CONCERNS, persona, words))]
    rows += [("costs", _by_kind(persona.costs, COSTS, persona, words))]
    rows += [(name, _list(getattr(persona, name), lang)) for name in ("values", "contradictions")]
    rows += [("vocabulary", _text(words.listed(persona.vocabulary), lang))]
    rows += [("moments", _moments(persona, words))]
    return [part for name, said in rows if said for part in (el("dt", words(f"personas.field.{name}")), el("dd", said))]


def _text(text: str, lang: Lang | None) -> Html:
    return el("span", text, lang=lang) if text else Html()


def _list(entries: Iterable[str], lang: Lang | None) -> Html:
    items = [el("li", entry) for entry in entries]
    return el("ul", *items, lang=lang, cls="ys-plain") if items else Html()


def _by_kind(said: Concerns | Costs, names: Iterable[str], persona: Persona, words: Words) -> Html:
    """What is said of each kind, in a line with the kind before it."""
    found = [(name, getattr(said, name.partition(".")[2])) for name in names]
    lines = [
        el("li", el("b", words.lead(f"personas.field.{name}")), el("span", words.listed(entries), lang=persona.lang))
        for name, entries in found
        if entries
    ]
    return el("ul", *lines, cls="ys-plain") if lines else Html()


def _moments(persona: Persona, words: Words) -> Html:
    from assistant.ui.personas.topics import topic_name

    items = [
        el(
            "li",
            el("span", one.text, lang=persona.lang),
            el(
                "span",
                words.lead("personas.felt"),
                words.listed(topic_name(t, words) for t in one.about),
                cls="ys-said",
            )
            if one.about
            else Html(),
        )
        for one in persona.moments
    ]
    return el("ul", *items, cls="ys-plain") if items else Html()


def _show_quotes(persona: Persona, words: Words) -> None:
    if not persona.evidence:
        return
    section(words("personas.field.evidence"), words("personas.quotes", count=len(persona.evidence)))
    quotes = [
        el(
            "figure",
            el("p", one.quote, lang=persona.lang),
            el("figcaption", join([one.source, one.date] if one.date else [one.source], " · "), cls="ys-said"),
            cls="ys-quote",
        )
        for one in persona.evidence
    ]
    rest = quotes[_QUOTES_AT_ONCE:]
    more = el("details", el("summary", words("personas.quotes_more", count=len(rest))), *rest) if rest else Html()
    show(el("div", *quotes[:_QUOTES_AT_ONCE], more))


def _use(persona: Persona, own: bool) -> None:
    """Puts the customer on the desk: one of the team's own as it is now, a ready one by its name."""
    change(persona=persona if own else persona.id)
    put()
    st.session_state["persona_taken"] = True


def _edit(id: str) -> None:
    editing.open_own(id)
    go("form", id)


def _copy(persona: Persona) -> None:
    go("form", editing.begin(persona).id)


def _delete(id: str, name: str, version: int) -> None:
    editing.delete(id, name, version)
    go("all")
