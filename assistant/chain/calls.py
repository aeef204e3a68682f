"""What the calls behind one piece of work share (cache, budget, cancel, progress), and what they took together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from assistant.store import StoreError, open_store

if TYPE_CHECKING:
    from assistant.chain.cancelling import Cancel
    from assistant.chain.door import Options
    from assistant.chain.partial import SoFar
    from assistant.chain.profiles import ProfileMemory
    from assistant.store.replies import ReplyCache
    from assistant.tokens import Budget, Cost, Prices, Usage


StepName = Literal["reading", "writing", "checking", "revising", "repairing"]


@dataclass(frozen=True, slots=True)
class Step:
    """What is being done now: of which variant, from 0, and of a repair the how manieth it is, from 1."""

    name: StepName
    variant: int = 0
    repair: int = 0


@dataclass(slots=True)
class Took:
    """What calls took together. `cost` is None once a paid reply came whose usage or price is not known."""

    replies: int = 0
    from_cache: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: Decimal | None = Decimal(0)
    currency: str = "USD"

    def add(self, usage: Usage | None, cost: Cost | None, from_cache: bool) -> None:
        """One reply more, good or bad."""
        self.replies += 1
        if from_cache:
            self.from_cache += 1
            return
        if usage is not None:
            self.tokens_in += usage.prompt_tokens
            self.tokens_out += usage.completion_tokens
        if cost is None or self.cost is None:
            self.cost = None
        else:
            self.cost, self.currency = self.cost + cost.amount, cost.currency

    def merge(self, other: Took) -> None:
        """What other calls took, too."""
        self.replies, self.from_cache = self.replies + other.replies, self.from_cache + other.from_cache
        self.tokens_in, self.tokens_out = self.tokens_in + other.tokens_in, self.tokens_out + other.tokens_out
        self.cost = None if self.cost is None or other.cost is None else self.cost + other.cost
        if other.cost:
            self.currency = other.currency


@dataclass(slots=True)
class Calls:
    """Given to whatever asks a model. Everything may be absent: then nothing is kept, limited, stopped or told.

    `on_step` hears of each step as it begins, `on_text` of each piece of a reply (see `door.call`); `so_far` gathers
    the pieces of the reply under way. They are told in the thread that does the work, and what they raise ends it.
    """

    cache: ReplyCache | None = None
    profiles: ProfileMemory | None = None
    budget: Budget | None = None
    cancel: Cancel | None = None
    on_text: Callable[[str], None] | None = None
    on_step: Callable[[Step], None] | None = None
    so_far: SoFar | None = None
    prices: Prices | None = None
    took: Took = field(default_factory=Took)
    # Why replies are not kept, in a line; empty where they are, or where nobody asked for it.
    not_kept: str = ""

    def tell(self, step: Step) -> None:
        """A step begins."""
        if self.on_step is not None:
            self.on_step(step)

    def options(self, restore: Callable[[str], str] | None = None) -> Options:
        """For one question to `door.call`. `restore` brings back what is masked in it, for those who watch the reply."""
        if self.so_far is not None:
            self.so_far.begin(restore)
        options: Options = {
            "cache": self.cache,
            "budget": self.budget,
            "cancel": self.cancel,
            "on_text": self._hear if self.on_text or self.so_far else None,
            "prices": self.prices,
            "on_reply": self.took.add,
        }
        if self.profiles is not None:
            options["profiles"] = self.profiles
        return options

    def _hear(self, piece: str) -> None:
        if self.so_far is not None:
            self.so_far.hear(piece)
        if self.on_text is not None:
            self.on_text(piece)


@contextmanager
def open_calls(
    *,
    budget: Budget | None = None,
    cancel: Cancel | None = None,
    on_text: Callable[[str], None] | None = None,
    on_step: Callable[[Step], None] | None = None,
    so_far: SoFar | None = None,
) -> Iterator[Calls]:
    """Calls that keep their replies, and how servers can be asked, in the store.

    A store that can't be used takes no draft from anybody: replies are not kept then, and `not_kept` says why.
    """
    calls = Calls(budget=budget, cancel=cancel, on_text=on_text, on_step=on_step, so_far=so_far)
    try:
        store = open_store()
    except StoreError as error:
        calls.not_kept = str(error)
        yield calls
        return
    with store:
        calls.cache, calls.profiles = store.replies, store.profiles
        yield calls
