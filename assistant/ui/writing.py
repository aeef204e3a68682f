"""A model writes a draft in a thread of its own: the page looks on, can stop it, and takes what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.chain.calls import Calls, Step
from assistant.chain.settings import ModelSettings
from assistant.errors import YardstickError
from assistant.references import Book
from assistant.schema import Draft
from assistant.schema.brief import Brief
from assistant.schema.choices import Choice
from assistant.tokens import Budget
from assistant.ui.errand import Unexpected
from assistant.ui.model_errand import ModelErrand

__all__ = ["Outcome", "Unexpected", "Writing"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: a draft, or why there is none. `calls` knows what the replies took, whatever became of them."""

    settings: ModelSettings
    draft: Draft | None
    why_none: YardstickError | None
    calls: Calls


class Writing(ModelErrand[Draft]):
    """One draft under way."""

    name = "writing"

    def __init__(
        self,
        brief: Brief,
        settings: ModelSettings,
        budget: Budget | None,
        watched: Callable[[], bool] | None = None,
        critique: bool = False,
        variants: int = 1,
        book: Book | None = None,
        choices: tuple[Choice, ...] = (),
    ) -> None:
        super().__init__(budget, watched)
        self.brief, self.settings, self._critique, self._variants = brief, settings, critique, variants
        self._book, self.choices = book, choices

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
        return Outcome(self.settings, self.result, self.why_none, self.calls) if self.over else None

    def _make(self, calls: Calls) -> Draft:
        # Imports LangChain, which takes seconds: here, where nobody waits for the page.
        from assistant.draft import write

        return write(
            self.brief,
            self.settings,
            self._variants,
            book=self._book,
            calls=calls,
            critique=self._critique,
            choices=self.choices,
        )
