"""A desk for the tour: the copywriter's own is put aside with all its steps, and comes back as it was."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from assistant.errors import YardstickError
from assistant.schema.work import Work
from assistant.ui.desk import Desk, desk, leave, put
from assistant.ui.examples import load_examples
from assistant.ui.language import load_example, text_lang
from assistant.ui.preferences import prefer, preferences
from assistant.ui.tour.steps import STEPS
from assistant.ui.words import Words

_KEY, _DONE = "tour", "tour_done"


@dataclass
class Tour:
    """Where the tour is, the desk it runs on, and the one that comes back after it."""

    own: Desk
    before: Desk
    step: int = 0
    count: int = 0


def find_tour() -> Tour | None:
    """The tour that is under way; None without one, and once something else has been put on the desk."""
    found: Tour | None = st.session_state.get(_KEY)
    if found is not None and desk() is not found.own:
        del st.session_state[_KEY]
        remember()
        return None
    return found


def was_invited() -> bool:
    """Whether somebody has taken the tour, or said that they would not, here or in another session."""
    return bool(st.session_state.get(_DONE)) or preferences().toured


def start_tour() -> None:
    """Begins with the first step, on the rocket."""
    if find_tour() is not None:
        return
    leave()
    before = desk()
    own = Desk(Work(), trial=True, serial=before.serial + 1)
    st.session_state["desk"] = own
    st.session_state[_KEY] = Tour(own, before)
    load_example(text_lang(), 0)
    own.past = []


def has_rocket() -> bool:
    """Whether the rocket still stands on the tour's desk, as the tour put it there."""
    return desk().work.source == load_examples(text_lang())[0].facts


def make_ready(words: Words) -> None:
    """Sees to it that there is a draft to show, of whatever facts are on the tour's desk, in the view of the step."""
    from assistant.ui.drafting import make_brief, write_built_in

    tour = find_tour()
    if tour is None:
        return
    if desk().work.written is None:
        brief = make_brief(words)
        if brief is not None:
            write_built_in(brief)
    view = STEPS[tour.step].view
    if view and st.session_state.get("tour_view") != tour.step:
        st.session_state["draft_view"] = view
    st.session_state["tour_view"] = tour.step


def turn(by: int) -> None:
    """Goes on or back; past the last step it is over."""
    tour = find_tour()
    if tour is None:
        return
    tour.step = max(0, tour.step + by)
    if tour.step >= len(STEPS):
        end_tour()


def end_tour() -> None:
    """Gives the copywriter's desk back. Facts that they have put on the tour's stay, as a product of their own."""
    tour = find_tour()
    if tour is not None:
        del st.session_state[_KEY]
        st.session_state.pop("tour_view", None)
        st.session_state.pop("draft_view", None)
        if has_rocket():
            tour.before.serial = max(tour.before.serial, desk().serial)
            st.session_state["desk"] = tour.before
        else:
            desk().trial = False
            st.query_params.pop("work", None)
        put()
    remember()


def remember() -> None:
    """Does not invite again, in this session nor, where that can be kept, in any other."""
    st.session_state[_DONE] = True
    if preferences().toured:
        return
    # Whoever can keep nothing is told so where something is to be kept.
    with suppress(YardstickError):
        prefer(toured=True)
