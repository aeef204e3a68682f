"""A budget is never passed, by however many threads and tasks."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import ROUND_DOWN, Decimal, localcontext
from fractions import Fraction
from typing import cast

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from assistant.errors import Exit
from assistant.tokens import Budget, BudgetReached, Reservation

CENT = Decimal("0.01")
NONE = Decimal(0)
AMOUNTS = st.decimals(0, 100, places=10)


def exactly(amount: Decimal, share: Decimal) -> Decimal:
    """A share of an amount, to a millionth of a millionth: what is left over is nobody's."""
    return (amount * share).quantize(Decimal("1E-12"), ROUND_DOWN)


class Spending(RuleBasedStateMachine):
    """Beside the budget runs the simplest bookkeeping there is, in fractions."""

    under_way = Bundle("under_way")

    @initialize(limit=AMOUNTS, spent=AMOUNTS)
    def opened(self, limit: Decimal, spent: Decimal) -> None:
        self.budget = Budget(limit, spent=min(spent, limit))
        self.limit, self.spent = Fraction(limit), Fraction(min(spent, limit))
        self.open: list[Fraction] = []

    @rule(target=under_way, share=st.decimals(0, 2, places=3))
    def a_call(self, share: Decimal) -> Reservation | None:
        amount = exactly(self.budget.left, share)
        if self.spent + sum(self.open) + Fraction(amount) > self.limit:
            with pytest.raises(BudgetReached) as caught:
                self.budget.reserve(amount)
            assert caught.value.later == (self.spent + Fraction(amount) <= self.limit)
            return None
        self.open.append(Fraction(amount))
        return self.budget.reserve(amount)

    @rule(reservation=consumes(under_way), share=st.decimals(0, 1, places=3))
    def its_reply(self, reservation: Reservation | None, share: Decimal) -> None:
        if reservation is not None:
            actual = exactly(reservation.amount, share)
            reservation.settle(actual)
            self.open.remove(Fraction(reservation.amount))
            self.spent += Fraction(actual)

    @rule(reservation=consumes(under_way))
    def its_failure(self, reservation: Reservation | None) -> None:
        if reservation is not None:
            reservation.release()
            self.open.remove(Fraction(reservation.amount))

    @invariant()
    def is_never_passed(self) -> None:
        if hasattr(self, "budget"):
            spent, reserved, left = (
                Fraction(amount) for amount in (self.budget.spent, self.budget.reserved, self.budget.left)
            )
            assert spent + reserved <= self.limit
            assert (spent, reserved, left) == (self.spent, sum(self.open), self.limit - spent - reserved)


TestSpending = Spending.TestCase


def test_the_message_says_what_to_do_and_the_status_is_the_documented_one() -> None:
    budget = Budget(Decimal("1.00"), spent=Decimal("0.25"), currency="CNY")
    with pytest.raises(BudgetReached) as caught:
        budget.reserve(Decimal("0.80"))
    assert str(caught.value) == (
        "The budget of 1.00 CNY is reached: the next call may cost 0.80, 0.75 is left. Raise the budget to go on."
    )
    assert caught.value.status is Exit.BUDGET
    assert budget.reserved == 0


def test_to_the_last_cent_is_not_passed() -> None:
    budget = Budget(CENT)
    budget.reserve(CENT).settle(CENT)
    assert (budget.spent, budget.left) == (CENT, NONE)
    budget.reserve(Decimal(0)).settle(Decimal(0))
    with pytest.raises(BudgetReached):
        budget.reserve(Decimal("1E-12"))


def test_whoever_can_wait_is_told_that_it_may_help() -> None:
    budget = Budget(CENT)
    first = budget.reserve(CENT)
    with pytest.raises(BudgetReached) as caught:
        budget.reserve(CENT)
    assert caught.value.later
    first.release()
    budget.reserve(CENT).settle(CENT)
    with pytest.raises(BudgetReached) as caught:
        budget.reserve(CENT)
    assert not caught.value.later


def test_a_call_dearer_than_reserved_is_booked_whole_and_is_the_last() -> None:
    budget = Budget(CENT)
    budget.reserve(CENT).settle(3 * CENT)
    assert (budget.spent, budget.reserved, budget.left) == (3 * CENT, NONE, NONE)
    with pytest.raises(BudgetReached):
        budget.reserve(CENT)


def test_what_is_not_settled_in_its_block_is_released() -> None:
    budget = Budget(CENT)
    with budget.reserve(CENT):
        assert budget.left == 0
    assert (budget.left, budget.spent) == (CENT, NONE)
    with pytest.raises(OSError, match="refused"), budget.reserve(CENT):
        raise OSError("refused")
    assert budget.left == CENT
    with budget.reserve(CENT) as reservation:
        reservation.settle(CENT)
    assert budget.spent == CENT


@pytest.mark.parametrize("again", ["settle", "release"])
def test_a_reservation_is_closed_once(again: str) -> None:
    budget = Budget(CENT)
    reservation = budget.reserve(CENT)
    reservation.settle(Decimal(0))
    with pytest.raises(ValueError, match="before"):
        reservation.settle(CENT) if again == "settle" else reservation.release()
    assert (budget.spent, budget.reserved) == (NONE, NONE)


@pytest.mark.parametrize("bad", [0.01, 1, "0.01", None])
def test_only_decimals_are_amounts(bad: object) -> None:
    amount = cast("Decimal", bad)
    with pytest.raises(TypeError, match="is a Decimal"):
        Budget(amount)
    budget = Budget(CENT)
    with pytest.raises(TypeError, match="is a Decimal"):
        budget.reserve(amount)
    reservation = budget.reserve(CENT)
    with pytest.raises(TypeError, match="is a Decimal"):
        reservation.settle(amount)
    assert budget.reserved == CENT


@pytest.mark.parametrize("bad", ["-0.01", "NaN", "Infinity", "sNaN"])
def test_an_amount_is_finite_and_not_negative(bad: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        Budget(CENT).reserve(Decimal(bad))


def test_no_precision_of_the_callers_loses_a_cent() -> None:
    with localcontext(prec=2):
        budget = Budget(Decimal("1000.02"))
        dear, cheap = budget.reserve(Decimal("1000.00")), budget.reserve(CENT)
        assert (budget.reserved, budget.left) == (Decimal("1000.01"), CENT)
        dear.settle(dear.amount)
        cheap.settle(cheap.amount)
        assert (budget.spent, budget.left) == (Decimal("1000.01"), CENT)


def test_many_threads_do_not_pass_it() -> None:
    budget = Budget(100 * CENT)
    together = threading.Barrier(8)

    def spend(_: int) -> int:
        together.wait()
        had = 0
        for _ in range(50):
            try:
                reservation = budget.reserve(CENT)
            except BudgetReached:
                continue
            reservation.settle(CENT)
            had += 1
        return had

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(spend, range(8))) == 100
    assert (budget.spent, budget.reserved) == (100 * CENT, NONE)


def test_tasks_under_way_count_and_a_cancelled_one_gives_back() -> None:
    async def run() -> tuple[int, Budget]:
        budget, answer = Budget(10 * CENT), asyncio.Event()

        async def call() -> bool:
            try:
                with budget.reserve(CENT) as reservation:
                    await answer.wait()
                    reservation.settle(CENT / 2)
            except BudgetReached:
                return False
            return True

        tasks = [asyncio.create_task(call()) for _ in range(25)]
        await asyncio.sleep(0)
        assert budget.reserved == 10 * CENT
        tasks[0].cancel()
        answer.set()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        assert isinstance(done[0], asyncio.CancelledError)
        return done.count(True), budget

    had, budget = asyncio.run(run())
    assert (had, budget.spent, budget.reserved) == (9, 9 * CENT / 2, NONE)
