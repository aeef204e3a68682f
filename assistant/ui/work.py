"""From what was entered to a brief, a reading and a draft; the last of each is remembered for the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from assistant.chain.settings import ModelSettings, describe
from assistant.errors import InputError
from assistant.schema import Draft
from assistant.ui.form import Asked
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.plan import Reading
    from assistant.schema.brief import Brief


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and the brief that it was written for.

    `by` names model and host, and is empty for the built-in writer; `asked_model` tells whether a model was asked.
    """

    brief: Brief
    draft: Draft
    by: str
    asked_model: bool

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader has to know; that no model is configured stands in the label already."""
        return self.draft.notices if self.asked_model else self.draft.notices[1:]


def make_brief(asked: Asked, words: Words) -> Brief | None:
    """The brief; None while there are no facts. Raises `InputError`, in the language of the page."""
    from pydantic import ValidationError

    from assistant.schema.brief import BRIEF_FACTS, FACT_CHARS, Brief

    lines = [line for line in asked.entries["facts"] if line.strip()]
    if not lines:
        return None
    if len(lines) > BRIEF_FACTS:
        raise InputError(words("error.facts_many", limit=BRIEF_FACTS))
    if any(len(line.strip()) > FACT_CHARS for line in lines):
        raise InputError(words("error.fact_long", limit=FACT_CHARS))
    try:
        return Brief.model_validate({**asked.entries, "facts": lines, "persona": asked.persona})
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise InputError(f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}") from None


def read_brief(brief: Brief) -> Reading:
    """The facts with all that was found for them."""
    from assistant.draft import resolve_persona
    from assistant.plan import read
    from assistant.references import load_book

    known: tuple[Brief, Reading] | None = st.session_state.get("reading")
    if known is not None and known[0] == brief:
        return known[1]
    reading = read(brief, resolve_persona(brief), load_book())
    st.session_state["reading"] = (brief, reading)
    return reading


def write_draft(brief: Brief, settings: ModelSettings | None, critique: bool = False) -> Drafted:
    """A new draft, remembered until the next one."""
    from assistant.chain.calls import open_calls
    from assistant.draft import write
    from assistant.writer import BUILT_IN

    if settings is None:
        draft = write(brief)
    else:
        with open_calls() as calls:
            draft = write(brief, settings, calls=calls, critique=critique)
    by = draft.variants[0].by
    named = "" if by == BUILT_IN else describe(settings) if settings else by
    drafted = Drafted(brief, draft, named, settings is not None)
    st.session_state["drafted"] = drafted
    return drafted


def last_draft() -> Drafted | None:
    """The draft of this session, if there is one."""
    found = st.session_state.get("drafted")
    return found if isinstance(found, Drafted) else None
