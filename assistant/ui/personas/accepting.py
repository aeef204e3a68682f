"""What was ticked goes into a persona of the team's own, or a new one; one button takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

import streamlit as st

from assistant.personas.proposals import Proposal, add_heard
from assistant.personas.said import Listening
from assistant.ui.kept import NAME_CHARS
from assistant.ui.markup import label
from assistant.ui.page import alert, hint
from assistant.ui.people import signature
from assistant.ui.personas.editing import body_of, save_into
from assistant.ui.personas.heard import chosen_ids
from assistant.ui.personas.known import KIND, own_personas
from assistant.ui.personas.listened import Listened, hear_typed, listened
from assistant.ui.personas.place import attempt, go
from assistant.ui.stores import documents
from assistant.ui.words import Words

_KEY = "accepted"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What went into which persona, between which of its versions (0: it was new), and what it left no room for."""

    listening: str
    id: str
    name: str
    new: int
    before: int
    after: int
    ids: tuple[str, ...]
    left_out: tuple[str, ...]


def show_accepting(
    here: Listened,
    listening: Listening,
    chosen: Sequence[Proposal],
    proposals: Sequence[Proposal],
    of: str,
    words: Words,
) -> None:
    """Draws where to put what is ticked, and what became of it the last time."""
    own = {id: one.persona for id, one in own_personas().items()}
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="ys-accept"):
        into = st.selectbox(
            words("personas.into"),
            ("", *own),
            key="accept_into",
            format_func=lambda id: (own[id].name or words("personas.unnamed")) if id else words("personas.into_new"),
            filter_mode=None,
        )
        st.button(
            words("personas.accept", count=len(chosen)) if chosen else words("personas.accept_none"),
            key="accept",
            type="primary",
            on_click=attempt,
            args=(_accept, here, listening, proposals, of, into, words),
        )
    hint(words("personas.accept_note"))
    _show_accepted(here, words)


def _accept(
    here: Listened, listening: Listening, proposals: Sequence[Proposal], of: str, into: str, words: Words
) -> None:
    from assistant.schema.brief import Persona

    # Read here: a tick, or a word, may come with the very press of the button.
    hear_typed(here)
    ticked = chosen_ids(of)
    chosen = [one for one in proposals if one.id in ticked]
    if not chosen:
        return
    source = (here.title.strip() or here.file or words("personas.pasted"))[:500]
    left: list[str] = []
    new = 0

    def add(persona: Persona) -> Persona:
        nonlocal new
        added = add_heard(persona, chosen, listening.quotes, source, here.date.strip())
        new = added.new
        left.extend(added.left_out)
        return added.persona

    if into in own_personas():
        persona, before, after = save_into(into, add)
        id = into
    else:
        id, before = uuid4().hex, 0
        persona = add(Persona(id=id, name=here.title.strip(), lang=listening.lang))
        body = body_of(persona)
        after = documents().save(KIND, id, body, name=persona.name[:NAME_CHARS], expected=0, by=signature()).version
    here.taken = [*dict.fromkeys([*here.taken, *(one.id for one in chosen)])]
    st.session_state[_KEY] = Accepted(
        here.id, id, persona.name, new, before, after, tuple(one.id for one in chosen), tuple(left)
    )
    here.serial += 1
    listened().keep()


def _show_accepted(here: Listened, words: Words) -> None:
    done: Accepted | None = st.session_state.get(_KEY)
    if done is None or done.listening != here.id:
        return
    name = done.name or words("personas.unnamed")
    alert(
        words("personas.accepted", count=done.new, name=name)
        if done.new
        else words("personas.accepted_before", name=name)
    )
    if done.left_out:
        alert(words("personas.no_room", name=name), "care", done.left_out[:8])
    with st.container(horizontal=True, gap="small", key="ys-accepted"):
        st.button(words("personas.open", name=label(name)), key="accepted_open", on_click=go, args=("one", done.id))
        if done.new:
            st.button(words("personas.take_back"), key="accepted_undo", on_click=attempt, args=(_take_back, here, done))


def _take_back(here: Listened, done: Accepted) -> None:
    hear_typed(here)
    if done.before:
        documents().restore(KIND, done.id, done.before, done.after, by=signature())
    else:
        documents().delete(KIND, done.id, done.after, by=signature())
    here.taken = [one for one in here.taken if one not in done.ids]
    here.serial += 1
    st.session_state.pop(_KEY, None)
    listened().keep()
