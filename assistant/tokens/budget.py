"""A sum that is not passed: money is set aside before a call, and settled or released after it."""

from __future__ import annotations

import threading
from decimal import Decimal, localcontext
from types import TracebackType

from assistant.errors import Exit, YardstickError
from assistant.tokens.amounts import EXACT, checked


class BudgetReached(YardstickError):  # noqa: N818 - reads as the fault, like the other errors
    """The next call might pass the budget, so it is not made.

    `later` is true where the call would fit if the calls under way cost nothing: some of what they set aside may come
    back, and whoever can wait may try again.
    """

    status = Exit.BUDGET

    def __init__(self, asked: Decimal, left: Decimal, limit: Decimal, currency: str, *, later: bool) -> None:
        self.asked, self.left, self.limit, self.later = asked, left, limit, later
        super().__init__(
            f"The budget of {limit:f} {currency} is reached: the next call may cost {asked:f}, {left:f} is left. "
            "Raise the budget to go on."
        )


class Reservation:
    """Money set aside for one call. As a context manager it is released at the end unless it was settled.

    A call that was sent and whose reply was lost may still be charged for: settle it with its whole `amount`.
    """

    __slots__ = ("_budget", "_open", "amount")

    def __init__(self, budget: Budget, amount: Decimal) -> None:
        self._budget, self._open, self.amount = budget, True, amount

    def settle(self, actual: Decimal) -> None:
        """The call cost this much; the rest is free again. Raises `ValueError` if already settled or released.

        More than was set aside is booked as well: it is spent. Then the budget may be passed, by as much as the
        estimate was too low, and no further reservation is had.
        """
        self._budget._close(self, checked(actual))

    def release(self) -> None:
        """The call was not made. Raises `ValueError` if already settled or released."""
        self._budget._close(self, Decimal(0))

    def __enter__(self) -> Reservation:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._open:
            self.release()


class Budget:
    """A limit on what is spent, for any number of threads and tasks; no call waits.

    Spent and reserved together never pass the limit, as long as no call costs more than was reserved for it. `spent`
    is what earlier runs have used of it. Amounts are in one currency; floats are refused.

    >>> budget = Budget(Decimal("0.05"))
    >>> with budget.reserve(Decimal("0.04")) as reservation:
    ...     reservation.settle(Decimal("0.03"))
    >>> budget.spent, budget.left
    (Decimal('0.03'), Decimal('0.02'))
    >>> budget.reserve(Decimal("0.03"))
    Traceback (most recent call last):
    assistant.tokens.budget.BudgetReached: The budget of 0.05 USD is reached: the next call may cost 0.03, 0.02 is ...
    """

    def __init__(self, limit: Decimal, *, spent: Decimal = Decimal(0), currency: str = "USD") -> None:
        self.limit, self.currency = checked(limit), currency
        self._spent, self._reserved = checked(spent), Decimal(0)
        # Held for a few additions, never across an await.
        self._lock = threading.Lock()

    @property
    def spent(self) -> Decimal:
        """What settled calls have cost, and what earlier runs had spent."""
        return self._spent

    @property
    def reserved(self) -> Decimal:
        """What is set aside for calls under way."""
        return self._reserved

    @property
    def left(self) -> Decimal:
        """What can still be reserved; 0 where more was spent than the limit."""
        with self._lock, localcontext(EXACT):
            return self._left()

    def reserve(self, amount: Decimal) -> Reservation:
        """Sets money aside for a call. Raises `BudgetReached`, and sets nothing aside, where it does not fit."""
        checked(amount)
        with self._lock, localcontext(EXACT):
            if amount > self._left():
                later = self._spent + amount <= self.limit
                raise BudgetReached(amount, self._left(), self.limit, self.currency, later=later)
            self._reserved += amount
        return Reservation(self, amount)

    def _left(self) -> Decimal:
        return max(Decimal(0), self.limit - self._spent - self._reserved)

    def _close(self, reservation: Reservation, actual: Decimal) -> None:
        with self._lock, localcontext(EXACT):
            if not reservation._open:
                raise ValueError("this reservation was settled or released before")
            reservation._open = False
            self._reserved -= reservation.amount
            self._spent += actual
