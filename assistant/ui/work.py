"""From what was entered to a brief, a reading and a draft; the last of each is remembered for the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assistant.chain.settings import ModelSettings
from assistant.errors import InputError
from assistant.schema import Draft
from assistant.ui.form import Asked
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.chain.estimating import AtMost
    from assistant.plan import Reading
    from assistant.schema.brief import Brief
    from assistant.tokens import Budget
    from assistant.ui.writing import Outcome, Writing


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and the brief that it was written for.

    `by` is the model that wrote it, None for the built-in writer; `asked_model` tells whether a model was asked, `took`
    what its replies took.
    """

    brief: Brief
    draft: Draft
    by: ModelSettings | None
    asked_model: bool
    took: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader has to know; that no model is configured stands in the label already."""
        told = self.draft.notices if self.asked_model else self.draft.notices[1:]
        return tuple(notice for notice in told if notice not in self.took)


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


def estimate(brief: Brief, settings: ModelSettings) -> AtMost | None:
    """What a draft takes at most; None where no model would be asked. Raises `DataFileError` for a bad price file."""
    from assistant.chain.estimating import estimate_draft
    from assistant.draft import REPAIRS, resolve_persona
    from assistant.plan import make_plan
    from assistant.playbook import load_playbook

    known: tuple[Brief, ModelSettings, AtMost | None] | None = st.session_state.get("estimate")
    if known is not None and known[:2] == (brief, settings):
        return known[2]
    persona, playbook = resolve_persona(brief), load_playbook()
    plan = make_plan(read_brief(brief), brief, persona, playbook)
    most = estimate_draft(brief, persona, plan, settings, playbook, repairs=REPAIRS) if plan.used else None
    st.session_state["estimate"] = (brief, settings, most)
    return most


def write_built_in(brief: Brief) -> None:
    """A new draft by the built-in writer, at once; remembered until the next one."""
    from assistant.draft import write

    _forget()
    st.session_state["drafted"] = Drafted(brief, write(brief), by=None, asked_model=False)


def start_writing(brief: Brief, settings: ModelSettings, budget: Budget | None, critique: bool = False) -> None:
    """Has a model begin a new draft; the page goes on meanwhile."""
    from assistant.ui.writing import Writing

    _forget()
    writing = Writing(brief, settings, budget, _whether_open(), critique)
    st.session_state["writing"] = writing
    writing.start()


def find_writing() -> Writing | None:
    """The draft that a model is writing for this session, if one is under way; what has ended is taken in."""
    writing: Writing | None = st.session_state.get("writing")
    if writing is None or writing.outcome is None:
        return writing
    del st.session_state["writing"]
    st.session_state["outcome"] = writing.outcome
    if writing.outcome.draft is not None:
        st.session_state["drafted"] = _drafted(writing, writing.outcome.draft)
    return None


def last_draft() -> Drafted | None:
    """The draft of this session, if there is one."""
    found = st.session_state.get("drafted")
    return found if isinstance(found, Drafted) else None


def last_outcome() -> Outcome | None:
    """What came of the last draft that a model was asked for; None after one of the built-in writer."""
    return st.session_state.get("outcome")


def _forget() -> None:
    st.session_state.pop("outcome", None)


def _drafted(writing: Writing, draft: Draft) -> Drafted:
    from assistant.draft.by_model import what_it_took
    from assistant.writer import BUILT_IN

    assert writing.outcome is not None
    by = None if draft.variants[0].by == BUILT_IN else writing.settings
    return Drafted(writing.brief, draft, by, True, what_it_took(writing.outcome.calls, writing.brief.lang))


def _whether_open() -> Callable[[], bool] | None:
    """Tells, from any thread, whether the page of this session is still open; None where nobody can tell."""
    context = get_script_run_ctx()
    if context is None or not runtime.exists():
        return None
    return partial(runtime.get_instance().is_active_session, context.session_id)
