"""Something that a model does in a thread of its own: the page looks on, can stop it, and takes what came of it.

Streamlit's commands belong to the thread of the page; nothing here is shared between two pages.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assistant.chain.calls import Calls, Step, open_calls
from assistant.chain.cancelling import Cancel
from assistant.chain.partial import SoFar
from assistant.errors import YardstickError
from assistant.tokens import Budget

T = TypeVar("T")

# A page that is not seen for so many looks has been closed: a connection that was lost is back sooner.
_LOOKS = 4
_LOOK_EVERY_S = 1.0

_LOG = logging.getLogger(__name__)


class Unexpected(YardstickError):  # noqa: N818 - reads as the fault, like the other errors
    """A defect; the log has the rest."""


class Errand(Generic[T]):
    """One errand under way. `watched` tells, from any thread, whether its page is still open; if not, it is stopped.

    What is done stands in `_make`, what becomes of it in `_end`, both of the kinds of errands.
    """

    name = "errand"

    def __init__(self, budget: Budget | None = None, watched: Callable[[], bool] | None = None) -> None:
        self._budget, self._watched = budget, watched
        self._cancel, self._so_far = Cancel(), SoFar()
        self._steps: list[Step] = []
        self._over = threading.Event()

    def start(self) -> None:
        """Begins. The threads end with the process, and the connection with them."""
        threading.Thread(target=self._work, name=self.name, daemon=True).start()
        if self._watched is not None:
            threading.Thread(target=self._watch, args=(self._watched,), name="watching", daemon=True).start()

    def cancel(self) -> None:
        """Closes the connection to the model. Returns at once."""
        self._cancel.cancel()

    @property
    def cancelled(self) -> bool:
        """Whether it was told to stop."""
        return self._cancel.cancelled

    def wait(self, seconds: float) -> bool:
        """Whether it ended within that time."""
        return self._over.wait(seconds)

    def _make(self, calls: Calls) -> T:
        """What is asked for."""
        raise NotImplementedError

    def _end(self, made: T | None, why_none: YardstickError | None, calls: Calls) -> None:
        """Takes what came of it, or why nothing did; `calls` knows what the replies took, whatever became of them."""
        raise NotImplementedError

    def _work(self) -> None:
        made: T | None = None
        why: YardstickError | None = None
        told = Calls()
        try:
            with open_calls(
                budget=self._budget, cancel=self._cancel, on_step=self._steps.append, so_far=self._so_far
            ) as calls:
                told = Calls(took=calls.took, not_kept=calls.not_kept)
                made = self._make(calls)
        except YardstickError as error:
            why = error
        except Exception as error:  # noqa: BLE001 - in a thread nobody would hear of it; the page says that it happened
            _LOG.exception("%s failed", self.name)
            why = Unexpected(str(error))
        self._end(made, why, told)
        self._over.set()

    def _watch(self, watched: Callable[[], bool]) -> None:
        unseen = 0
        while not self._over.wait(_LOOK_EVERY_S):
            unseen = 0 if watched() else unseen + 1
            if unseen >= _LOOKS:
                self.cancel()
                return


def whether_open() -> Callable[[], bool] | None:
    """Tells, from any thread, whether the page of this session is still open; None where nobody can tell."""
    context = get_script_run_ctx()
    if context is None or not runtime.exists():
        return None
    return partial(runtime.get_instance().is_active_session, context.session_id)
