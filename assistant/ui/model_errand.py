"""An errand that a model does: with its calls, what they took, and the text as it comes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from assistant.chain.calls import Calls, Step, open_calls
from assistant.chain.cancelling import Cancel
from assistant.chain.partial import SoFar
from assistant.tokens import Budget
from assistant.ui.errand import Errand, T


class ModelErrand(Errand[T], ABC):
    """What is done stands in `_make`, of the kinds of errands. `calls` knows what the replies took, whatever became of them."""

    def __init__(self, budget: Budget | None = None, watched: Callable[[], bool] | None = None) -> None:
        super().__init__(self._ask, watched)
        self._budget, self._so_far = budget, SoFar()
        self._steps: list[Step] = []
        self.calls = Calls()

    def _ask(self, cancel: Cancel) -> T:
        with open_calls(budget=self._budget, cancel=cancel, on_step=self._steps.append, so_far=self._so_far) as calls:
            self.calls = Calls(took=calls.took, not_kept=calls.not_kept)
            return self._make(calls)

    @abstractmethod
    def _make(self, calls: Calls) -> T:
        """What is asked for."""
