"""A model listens too, in a thread of its own: what it takes at most, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from assistant.chain.calls import Calls
from assistant.chain.settings import ModelSettings, is_local
from assistant.draft.from_voices import HeardVoices, hear_with_model
from assistant.errors import YardstickError
from assistant.personas.said import Listening
from assistant.tokens import Budget, load_prices
from assistant.ui.errand import whether_open
from assistant.ui.model_errand import ModelErrand
from assistant.ui.preferences import preferences

if TYPE_CHECKING:
    from assistant.chain.estimating import AtMost

_KEY = "hearing"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: what was heard, or why nothing was. `calls` knows what the replies took, whatever became of them."""

    settings: ModelSettings
    heard: HeardVoices | None
    why_none: YardstickError | None
    calls: Calls


class Hearing(ModelErrand[HeardVoices]):
    """One listening of a model under way."""

    name = "hearing"

    def __init__(
        self,
        listening: Listening,
        settings: ModelSettings,
        budget: Budget | None,
        watched: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(budget, watched)
        self.listening, self.settings = listening, settings

    @property
    def outcome(self) -> Outcome | None:
        """None while it is under way."""
        return Outcome(self.settings, self.result, self.why_none, self.calls) if self.over else None

    def _make(self, calls: Calls) -> HeardVoices:
        # It imports LangChain, which takes seconds: here, where nobody waits for the page.
        return hear_with_model(self.listening, self.settings, calls)


def find_budget(settings: ModelSettings) -> Budget | None:
    """The most that it may cost, where one was set in the settings and the model's price is known."""
    limit = preferences().budget
    price = None if limit is None or is_local(settings) else load_prices().find(settings.model)
    return None if limit is None or price is None or price.local else Budget(limit, currency=price.currency)


def start_hearing(listening: Listening, settings: ModelSettings) -> None:
    """Has a model begin to listen; the page goes on meanwhile."""
    st.session_state.pop("heard_by_model", None)
    hearing = Hearing(listening, settings, find_budget(settings), whether_open())
    st.session_state[_KEY] = hearing
    hearing.start()


def find_hearing() -> Hearing | None:
    """The listening of a model that is under way for this session, if one is; what has ended is taken in."""
    found: Hearing | None = st.session_state.get(_KEY)
    if found is None or found.outcome is None:
        return found
    del st.session_state[_KEY]
    st.session_state["heard_by_model"] = (found.listening, found.outcome)
    return None


def last_outcome(listening: Listening) -> Outcome | None:
    """What came of the last listening of a model to these very words."""
    known: tuple[Listening, Outcome] | None = st.session_state.get("heard_by_model")
    return known[1] if known is not None and known[0] == listening else None


def estimate(listening: Listening, settings: ModelSettings) -> AtMost:
    """What a model's listening takes at most. Raises `DataFileError` for a price file that can't be read."""
    from assistant.chain.estimating import estimate_listening

    known: tuple[Listening, ModelSettings, AtMost] | None = st.session_state.get("hearing_estimate")
    if known is None or known[0] is not listening or known[1] != settings:
        known = (listening, settings, estimate_listening(listening.told, settings, listening.lang))
        st.session_state["hearing_estimate"] = known
    return known[2]
