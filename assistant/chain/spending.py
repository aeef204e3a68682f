"""What a call may cost is set aside before it is made; what it cost is booked after it, whatever became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from assistant.chain.settings import ModelSettings, is_local
from assistant.chain.streaming import Received
from assistant.errors import InputError
from assistant.tokens import (
    Budget,
    Cost,
    Prices,
    Reservation,
    UnknownPrice,
    Usage,
    cost,
    count_messages,
    estimate,
    load_prices,
)

if TYPE_CHECKING:
    from assistant.chain.failures import Failure

# A page of copy as JSON has some hundred tokens; a model that thinks first takes thousands.
EXPECTED_OUTPUT = (100, 4_000)


class Bill:
    """What is set aside for one try. Settled for the whole of it unless something better is known."""

    def __init__(self, spending: Spending, reservation: Reservation | None) -> None:
        self._spending, self._reservation = spending, reservation

    def settle(self, outcome: Received | Failure) -> None:
        """Books what the outcome cost: nothing for a call that was turned away, all for a reply that was lost."""
        if self._reservation is None:
            return
        if isinstance(outcome, Received):
            told = self._spending.cost_of(outcome.usage)
            self._close(self._reservation.amount if told is None else told.amount)
        else:
            self._close(self._reservation.amount if outcome.charged else Decimal(0))

    def lose(self) -> None:
        """Books the whole amount, unless it is settled: the call went out, and nobody will hear what it cost."""
        if self._reservation is not None:
            self._close(self._reservation.amount)

    def _close(self, amount: Decimal) -> None:
        reservation, self._reservation = self._reservation, None
        if reservation is not None:
            reservation.settle(amount)


class Spending:
    """The money side of one question to a model, however often it is asked.

    Raises `InputError` where a budget is given and no price is known, or one in another currency; a price file that
    can't be read raises as `load_prices` does. Without a budget nothing is counted beforehand.
    """

    def __init__(
        self,
        settings: ModelSettings,
        messages: Sequence[tuple[str, str]],
        schema: Mapping[str, Any],
        budget: Budget | None,
        expected_output: int | tuple[int, int],
        prices: Prices | None,
    ) -> None:
        self._model, self._local, self._budget = settings.model, is_local(settings), budget
        self._prices = prices if prices is not None or self._local else load_prices()
        self._amount = Decimal(0)
        if budget is not None and not self._local:
            self._amount = self._most(messages, schema, budget, expected_output)

    def _most(
        self,
        messages: Sequence[tuple[str, str]],
        schema: Mapping[str, Any],
        budget: Budget,
        expected_output: int | tuple[int, int],
    ) -> Decimal:
        # Looked up first: counting takes longer.
        try:
            price = self._prices.price(self._model) if self._prices is not None else None
        except UnknownPrice as error:
            raise InputError(f"The budget can't be held: {error}") from None
        if price is not None and not price.local and price.currency != budget.currency:
            raise InputError(
                f"The budget is in {budget.currency}, the price of {self._model} in {price.currency}. "
                "Set the budget in the currency of the price."
            )
        asked = [{"role": role, "content": text} for role, text in messages]
        prompt = count_messages(asked, schema, self._model)
        return estimate(prompt, expected_output, self._model, prices=self._prices).high

    @contextmanager
    def reserved(self) -> Iterator[Bill]:
        """Money for one try. Raises `BudgetReached` before it is made; a try that is broken off is booked as lost."""
        bill = Bill(self, self._budget.reserve(self._amount) if self._budget is not None else None)
        try:
            yield bill
        finally:
            bill.lose()

    def cost_of(self, usage: Usage | None) -> Cost | None:
        """What a reply cost; None where the server does not tell its usage, or no price is known."""
        if self._local:
            return nothing(self._budget)
        if usage is None:
            return None
        try:
            return cost(usage, self._model, prices=self._prices)
        except UnknownPrice:
            return None


def nothing(budget: Budget | None) -> Cost:
    """What a reply costs that nobody is paid for: one from the cache, or from a server of one's own."""
    return Cost(Decimal(0), budget.currency if budget else "USD", exact=True)
