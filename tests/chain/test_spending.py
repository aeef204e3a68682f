"""Money is set aside before a call, and what it cost is booked after it, whatever became of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant.chain.cancelling import Cancel, Cancelled
from assistant.chain.failures import Failure
from assistant.chain.spending import Spending
from assistant.chain.streaming import Received
from assistant.errors import Exit, InputError
from assistant.schema.reply import RawReply
from assistant.tokens import Budget, BudgetReached, Usage, count_messages, estimate, load_prices
from tests.chain.calling import ELSEWHERE, MESSAGES, SCHEMA, TEXT, answer_of, settings_for
from tests.chain.servers import Answer, ScriptedServer, completion, serving, streamed

PRICES = load_prices(env={})
REPLY = RawReply(TEXT, "", "stop", "gpt-4.1", 11, 7)
USAGE = Usage(1_000, 500, cached_tokens=800)
# 200 fresh at 2 $, 800 cached at 0.50 $, 500 written at 8 $ a million.
COST = Decimal("0.0048")


def spending(budget: Budget | None, model: str = "gpt-4.1", base_url: str = ELSEWHERE) -> Spending:
    return Spending(settings_for(base_url, model=model), MESSAGES, SCHEMA, budget, (100, 4_000), PRICES)


def most() -> Decimal:
    prompt = count_messages([{"role": role, "content": text} for role, text in MESSAGES], SCHEMA, "gpt-4.1")
    return estimate(prompt, (100, 4_000), "gpt-4.1", prices=PRICES).high


def test_the_most_that_a_call_may_cost_is_set_aside_while_it_is_made() -> None:
    budget = Budget(Decimal(1))
    with spending(budget).reserved():
        assert budget.reserved == most() > 0
    assert budget.reserved == 0


@pytest.mark.parametrize(
    ("outcome", "booked"),
    [
        (Received(REPLY, USAGE), COST),
        (Received(REPLY, None), most()),
        (Failure("turned away"), Decimal(0)),
        (Failure("lost", charged=True), most()),
    ],
)
def test_a_call_is_booked_by_what_became_of_it(outcome: Received | Failure, booked: Decimal) -> None:
    budget = Budget(Decimal(1))
    with spending(budget).reserved() as bill:
        bill.settle(outcome)
    assert (budget.spent, budget.reserved) == (booked, Decimal(0))


def test_a_call_that_is_broken_off_is_booked_as_if_it_were_charged() -> None:
    budget = Budget(Decimal(1))
    with pytest.raises(Cancelled), spending(budget).reserved():
        raise Cancelled
    assert budget.spent == most()


def test_the_budget_stops_a_call_before_it_is_made() -> None:
    budget = Budget(most() - Decimal("0.000001"))
    with pytest.raises(BudgetReached) as caught, spending(budget).reserved():
        pytest.fail("the call is made")
    assert caught.value.status is Exit.BUDGET
    assert budget.spent == 0


def test_a_budget_without_a_price_can_not_be_held() -> None:
    with pytest.raises(InputError) as caught:
        spending(Budget(Decimal(1)), "some-model")
    assert str(caught.value) == (
        "The budget can't be held: no price is known for model 'some-model'. "
        "Name a price file with it in YARDSTICK_PRICES."
    )
    assert spending(None, "some-model").cost_of(USAGE) is None


def test_a_budget_in_another_currency_can_not_be_held() -> None:
    with pytest.raises(InputError, match=r"The budget is in EUR, the price of gpt-4.1 in USD."):
        spending(Budget(Decimal(1), currency="EUR"))


def test_a_server_of_ones_own_costs_nothing_whatever_it_is_called() -> None:
    budget = Budget(Decimal(0))
    own = spending(budget, "gpt-4.1", "http://localhost:11434/v1")
    with own.reserved() as bill:
        bill.settle(Received(REPLY, USAGE))
    told = own.cost_of(None)
    assert told is not None
    assert (told.amount, told.exact, budget.spent) == (Decimal(0), True, Decimal(0))


def test_without_a_budget_the_cost_is_told_all_the_same() -> None:
    told = spending(None).cost_of(USAGE)
    assert told is not None
    assert (told.amount, told.currency, told.exact) == (COST, "USD", True)


@contextmanager
def paid_server(*script: Answer) -> Iterator[str]:
    """A server that is not one's own, reached through a proxy on loopback."""
    with serving(ScriptedServer(script)) as proxy, pytest.MonkeyPatch.context() as patch:
        patch.delenv("no_proxy", raising=False)
        patch.delenv("NO_PROXY", raising=False)
        patch.setenv("http_proxy", proxy.removesuffix("/v1"))
        yield "http://models.example/v1"


@pytest.fixture
def paid(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The price list of the server that is not one's own."""
    file = tmp_path / "prices.yaml"
    file.write_text(
        "test-model: {input: '1', output: '10', currency: USD, as_of: 2026-01-01,"
        " sources: [{title: A contract, accessed: 2026-01-01}]}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("YARDSTICK_PRICES", str(file))


def booked(script: list[Answer], error: type[Exception] | None = None, **options: Any) -> Budget:
    budget = Budget(Decimal(1))
    with paid_server(*script) as base_url:
        settings = settings_for(base_url, retries=2, longest_wait_s=0)
        if error is None:
            answer_of(settings, budget=budget, **options)
        else:
            with pytest.raises(error):
                answer_of(settings, budget=budget, **options)
    assert budget.reserved == 0
    return budget


GOOD = Answer(body=completion(TEXT))
# 11 tokens at 1 $, 7 at 10 $ a million.
PRICE = Decimal("0.000081")


def test_a_call_over_the_wire_is_booked_as_the_server_counts(paid: None) -> None:
    assert booked([GOOD]).spent == PRICE
    assert booked([Answer(events=streamed(TEXT))], on_text=lambda _: None).spent == PRICE


def test_a_try_that_was_turned_away_is_not_booked(paid: None) -> None:
    assert booked([Answer(503, {}), Answer(429, {}), GOOD]).spent == PRICE
    assert booked([Answer(400, {"error": {"message": "no json_schema"}}), GOOD]).spent == PRICE


def test_a_try_whose_reply_was_lost_is_booked_in_full(paid: None) -> None:
    spent = booked([Answer(body=completion(TEXT), fault="cut"), GOOD]).spent
    assert spent > Decimal("0.04")


def test_a_cancelled_call_is_booked_in_full(paid: None) -> None:
    switch = Cancel()
    stalled = Answer(events=streamed(TEXT)[:2], fault="stall")
    budget = booked([stalled], Cancelled, on_text=lambda _: switch.cancel(), cancel=switch)
    assert budget.spent > Decimal("0.04")


def test_the_expected_output_decides_how_much_is_set_aside(paid: None) -> None:
    with paid_server(GOOD) as base_url:
        budget = Budget(Decimal("0.01"))
        with pytest.raises(BudgetReached):
            answer_of(settings_for(base_url), budget=budget)
        answer_of(settings_for(base_url), budget=budget, expected_output=500)
    assert budget.spent == PRICE
