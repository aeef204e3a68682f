"""Something that takes long, done in a thread of its own: the page looks on, can stop it, and takes what came of it.

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

from assistant.chain.cancelling import Cancel
from assistant.errors import YardstickError

# A page that is not seen for so many looks has been closed: a connection that was lost is back sooner.
_LOOKS = 4
_LOOK_EVERY_S = 1.0
_LOG = logging.getLogger(__name__)

T = TypeVar("T")


class Unexpected(YardstickError):  # noqa: N818 - reads as the fault, like the other errors
    """A defect; the log has the rest."""


class Errand(Generic[T]):
    """One piece of work under way. `work` is given what tells it to stop; `watched` tells, from any thread, whether the
    page is still open: if not, the work is told to stop.
    """

    name = "errand"

    def __init__(self, work: Callable[[Cancel], T], watched: Callable[[], bool] | None = None) -> None:
        self._work_to_do, self._watched = work, watched
        self._cancel, self._over = Cancel(), threading.Event()
        self.result: T | None = None
        self.why_none: YardstickError | None = None

    def start(self) -> None:
        """Begins. The threads end with the process."""
        threading.Thread(target=self._work, name=self.name, daemon=True).start()
        if self._watched is not None:
            threading.Thread(target=self._watch, args=(self._watched,), name="watching", daemon=True).start()

    def cancel(self) -> None:
        """Tells it to stop. Returns at once."""
        self._cancel.cancel()

    @property
    def cancelled(self) -> bool:
        """Whether it was told to stop."""
        return self._cancel.cancelled

    @property
    def over(self) -> bool:
        """Whether it has ended: then there is a `result`, or `why_none`."""
        return self._over.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it ended within that time."""
        return self._over.wait(seconds)

    def _work(self) -> None:
        try:
            self.result = self._work_to_do(self._cancel)
        except YardstickError as error:
            self.why_none = error
        except Exception as error:  # noqa: BLE001 - in a thread nobody would hear of it; the page says that it happened
            _LOG.exception("the errand could not be done")
            self.why_none = Unexpected(str(error))
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
