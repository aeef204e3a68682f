"""A model writes a draft in a thread of its own: the page looks on, can stop it, and takes what came of it.

Nothing here touches Streamlit: its commands belong to the thread of the page. Nothing is shared between two pages.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.chain.calls import Calls, Step, open_calls
from assistant.chain.cancelling import Cancel
from assistant.chain.partial import SoFar
from assistant.chain.settings import ModelSettings
from assistant.errors import YardstickError
from assistant.schema import Draft
from assistant.schema.brief import Brief
from assistant.tokens import Budget

# A page that is not seen for so many looks has been closed: a connection that was lost is back sooner.
_LOOKS = 4
_LOOK_EVERY_S = 1.0

_LOG = logging.getLogger(__name__)


class Unexpected(YardstickError):  # noqa: N818 - reads as the fault, like the other errors
    """A defect; the log has the rest."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: a draft, or why there is none. `calls` knows what the replies took, whatever became of them."""

    settings: ModelSettings
    draft: Draft | None
    why_none: YardstickError | None
    calls: Calls


class Writing:
    """One draft under way. `watched` tells, from any thread, whether its page is still open; if not, it is stopped."""

    def __init__(
        self,
        brief: Brief,
        settings: ModelSettings,
        budget: Budget | None,
        watched: Callable[[], bool] | None = None,
        critique: bool = False,
        variants: int = 1,
    ) -> None:
        self.brief, self.settings, self._critique, self._variants = brief, settings, critique, variants
        self._budget, self._watched = budget, watched
        self._cancel, self._so_far = Cancel(), SoFar()
        self._steps: list[Step] = []
        self._outcome: Outcome | None = None
        self._over = threading.Event()

    def start(self) -> None:
        """Begins. The threads end with the process, and the connection with them."""
        threading.Thread(target=self._work, name="writing", daemon=True).start()
        if self._watched is not None:
            threading.Thread(target=self._watch, args=(self._watched,), name="watching", daemon=True).start()

    def cancel(self) -> None:
        """Closes the connection to the model. Returns at once."""
        self._cancel.cancel()

    @property
    def cancelled(self) -> bool:
        """Whether it was told to stop."""
        return self._cancel.cancelled

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps begun so far, in their order."""
        return tuple(self._steps)

    @property
    def texts(self) -> Mapping[str, str]:
        """What the model has written of the reply under way, by field: unchecked, and from outside."""
        return self._so_far.texts()

    @property
    def outcome(self) -> Outcome | None:
        """None while it is under way."""
        return self._outcome

    def wait(self, seconds: float) -> bool:
        """Whether it ended within that time."""
        return self._over.wait(seconds)

    def _work(self) -> None:
        draft: Draft | None = None
        why: YardstickError | None = None
        told = Calls()
        try:
            # Imports LangChain, which takes seconds: here, where nobody waits for the page.
            from assistant.draft import write

            with open_calls(
                budget=self._budget, cancel=self._cancel, on_step=self._steps.append, so_far=self._so_far
            ) as calls:
                told = Calls(took=calls.took, not_kept=calls.not_kept)
                draft = write(self.brief, self.settings, self._variants, calls=calls, critique=self._critique)
        except YardstickError as error:
            why = error
        except Exception as error:  # noqa: BLE001 - in a thread nobody would hear of it; the page says that it happened
            _LOG.exception("the draft could not be written")
            why = Unexpected(str(error))
        self._outcome = Outcome(self.settings, draft, why, told)
        self._over.set()

    def _watch(self, watched: Callable[[], bool]) -> None:
        unseen = 0
        while not self._over.wait(_LOOK_EVERY_S):
            unseen = 0 if watched() else unseen + 1
            if unseen >= _LOOKS:
                self.cancel()
                return
