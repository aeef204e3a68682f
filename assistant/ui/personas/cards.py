"""All customers as cards: who they are, where, and what stands behind them."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

import streamlit as st

from assistant.schema import LANGS, MARKETS
from assistant.store.failures import StoreError
from assistant.ui.language import NAMES
from assistant.ui.markup import Html, el, join, label
from assistant.ui.page import alert, hint, show
from assistant.ui.personas.known import known_personas, own_personas
from assistant.ui.personas.place import go
from assistant.ui.typed import typed
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema.brief import Persona

# Told by its form as well as by its words.
SIGNS = {"none": "○", "some": "◐", "good": "●"}
_AT_ONCE = 24
_KNOWN = 6


def show_cards(words: Words) -> None:
    """Draws the filter and the cards that it leaves."""
    try:
        own = own_personas()
    except StoreError as error:
        own = {}
        alert(words("personas.store_problem", why=str(error)), "bad")
    found = _filtered(known_personas(), own, words)
    hint(words("personas.found", count=len(found)) if found else words("personas.found_none"))
    more: int = st.session_state.get("personas_more", 1)
    with st.container(key="ys-personas-cards"):
        for persona in found[: more * _AT_ONCE]:
            with st.container(key=f"ys-card-persona-{persona.id}"):
                show(_card(persona, persona.id in own, words))
                named = label(persona.name or words("personas.unnamed"))
                st.button(
                    words("personas.open", name=named), key=f"open_{persona.id}", on_click=go, args=("one", persona.id)
                )
    if len(found) > more * _AT_ONCE:
        st.button(words("personas.more"), key="personas_show_more", on_click=_more, args=(more + 1,))


def name_of(persona: Persona, words: Words) -> Html:
    """The name in its own language, or that there is none."""
    return el("span", persona.name, lang=persona.lang) if persona.name else el("span", words("personas.unnamed"))


def evidence_chip(persona: Persona, words: Words) -> Html:
    """What stands behind a persona: a sign and words."""
    state = persona.evidence_state
    sign = el("span", SIGNS[state], aria_hidden="true")
    return el("span", sign, " ", words(f"personas.state_{state}"), cls=f"ys-chip ys-state-{state}")


def place_of(persona: Persona, words: Words) -> str:
    """Market and language in a line."""
    market = words.name("market", persona.market) if persona.market else words("personas.any_market")
    lang = NAMES[persona.lang] if persona.lang else words("personas.any_lang")
    return f"{market} · {lang}"


def topic_names(persona: Persona, words: Words) -> list[str]:
    """What they know by feel, in the language of the page."""
    return [words.name("topic", topic) for topic in persona.knows_by_feel]


def _card(persona: Persona, own: bool, words: Words) -> Html:
    topics = topic_names(persona, words)
    known = words.listed(topics[:_KNOWN]) + (" …" if len(topics) > _KNOWN else "")
    whose = el("span", words("personas.own"), cls="ys-chip ys-in") if own else Html()
    return join(
        [
            el("h3", name_of(persona, words)),
            el("p", place_of(persona, words), " ", whose, cls="ys-hint"),
            el("p", persona.who, cls="ys-who", lang=persona.lang),
            el("p", el("b", words.lead("personas.field.knows_by_feel")), known, cls="ys-said") if known else Html(),
            el("p", evidence_chip(persona, words)),
        ]
    )


def _filtered(everybody: dict[str, Persona], own: Container[str], words: Words) -> list[Persona]:
    """The customers that the filter leaves: the team's own first, then those who read the language of the page."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="ys-personas-filter"):
        market = st.selectbox(
            words("facts.market"),
            ("", *MARKETS),
            key="personas_market",
            persist_state="session",
            format_func=lambda key: words.name("market", key) if key else words("personas.any_market"),
            filter_mode=None,
        )
        lang = st.selectbox(
            words("personas.reads"),
            ("", *LANGS),
            key="personas_lang",
            persist_state="session",
            format_func=lambda key: NAMES[key] if key else words("personas.any_lang"),
            filter_mode=None,
        )
        with st.container(key="ys-personas-search"):
            sought = typed(
                words("personas.search"),
                st.session_state.get("personas_sought", ""),
                words,
                key="persona_search",
                of="personas.search",
                most=80,
            )
    st.session_state["personas_sought"] = sought
    found = [
        one
        for one in everybody.values()
        if (not market or one.market in (market, None))
        and (not lang or one.lang in (lang, None))
        and _holds(one, sought, words)
    ]

    return sorted(found, key=lambda one: (one.id not in own, one.lang not in (words.lang, None)))


def _holds(persona: Persona, sought: str, words: Words) -> bool:
    """Whether each word that is looked for stands somewhere in what the card and the persona say."""
    said = (persona.name, persona.who, persona.community, *persona.pains, *persona.wants, *persona.vocabulary)
    text = "\n".join([*said, *topic_names(persona, words), place_of(persona, words)]).casefold()
    return all(word in text for word in sought.casefold().split())


def _more(pages: int) -> None:
    st.session_state["personas_more"] = pages
