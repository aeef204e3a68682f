"""Tokens into money, exactly."""

from __future__ import annotations

from decimal import Decimal, localcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tokens import Count, Usage, cost, estimate, load_prices
from assistant.tokens.prices import UnknownPrice

OURS = load_prices(env={})
MODELS = st.sampled_from(sorted(OURS))
TOKENS = st.integers(0, 2_000_000)


@pytest.mark.parametrize(
    ("prompt", "output", "model", "low", "high"),
    [
        (1_000_000, 1_000_000, "gpt-4.1", "8.50", "10.00"),
        (1_000, (100, 300), "gpt-4.1", "0.0013", "0.0044"),
        (1, 0, "gpt-5-nano", "0.000000005", "0.00000005"),
        (0, 0, "gpt-4.1", "0", "0"),
        # A cache write costs more than input; beyond 272,000 tokens all of the request costs more.
        (272_000, 0, "gpt-6-sol", "0.0544", "0.68"),
        (272_001, 1_000_000, "gpt-6-sol", "15.1088004", "16.360005"),
        (1_000_000, 0, "gpt-4.1-nano", "0.10", "0.10"),
        (Count(1_000, exact=True, how=""), 0, "gpt-4.1", "0.0005", "0.002"),
        (Count(1_000, exact=False, how="", at_least=200), 0, "gpt-4.1", "0.0001", "0.002"),
        (Count(1_000, exact=False, how=""), 100, "gpt-4.1", "0.0008", "0.0028"),
        (Count(300_000, exact=False, how="", at_least=1_000), 0, "gpt-6-sol", "0.0002", "1.5"),
    ],
)
def test_an_estimate(prompt: int | Count, output: int | tuple[int, int], model: str, low: str, high: str) -> None:
    found = estimate(prompt, output, model, prices=OURS)
    assert (found.low, found.high, found.currency) == (Decimal(low), Decimal(high), "USD")


@pytest.mark.parametrize(
    ("usage", "model", "amount", "exact"),
    [
        (Usage(1_000_000, 1_000_000, cached_tokens=0), "gpt-4.1", "10.00", True),
        (Usage(1_000_000, 0, cached_tokens=1_000_000), "gpt-4.1", "0.50", True),
        (Usage(1_000_000, 0), "gpt-4.1", "2.00", False),
        (Usage(1_000_000, 1_000_000), "gpt-4.1-nano", "0.50", True),
        (Usage(0, 0), "gpt-6-sol", "0", True),
        (Usage(200_000, 0, cached_tokens=100_000, cache_write_tokens=50_000), "gpt-6-sol", "0.245", True),
        # The server does not say what it wrote to its cache: all that was not read from it may have been.
        (Usage(200_000, 0, cached_tokens=100_000), "gpt-6-sol", "0.27", False),
        (Usage(200_000, 0, cached_tokens=200_000), "gpt-6-sol", "0.04", True),
        (Usage(300_000, 1_000, cached_tokens=0, cache_write_tokens=0), "gpt-6-sol", "1.215", True),
    ],
)
def test_a_cost(usage: Usage, model: str, amount: str, exact: bool) -> None:
    found = cost(usage, model, prices=OURS)
    assert (found.amount, found.exact, found.currency) == (Decimal(amount), exact, "USD")


@given(model=MODELS, prompt=TOKENS, output=TOKENS, cached=TOKENS, written=TOKENS | st.none())
def test_what_a_call_costs_lies_within_what_was_estimated(
    model: str, prompt: int, output: int, cached: int, written: int | None
) -> None:
    cached = min(cached, prompt)
    usage = Usage(prompt, output, cached, None if written is None else min(written, prompt - cached))
    expected = estimate(prompt, output, model, prices=OURS)
    assert expected.low <= cost(usage, model, prices=OURS).amount <= expected.high


@given(model=MODELS, prompt=TOKENS, output=TOKENS)
def test_no_precision_of_the_callers_changes_an_amount(model: str, prompt: int, output: int) -> None:
    usual = estimate(prompt, output, model, prices=OURS), cost(Usage(prompt, output), model, prices=OURS)
    with localcontext(prec=2):
        assert (estimate(prompt, output, model, prices=OURS), cost(Usage(prompt, output), model, prices=OURS)) == usual


def test_a_local_server_costs_nothing_when_it_is_said_to_be_one() -> None:
    assert estimate(10_000, 10_000, "qwen3", local=True).high == 0
    assert cost(Usage(10_000, 10_000), "qwen3", local=True).amount == 0
    assert cost(Usage(10_000, 10_000), "qwen3", local=True).exact


def test_a_model_without_a_price_has_no_cost() -> None:
    with pytest.raises(UnknownPrice):
        estimate(1, 1, "qwen3", prices=OURS)
    with pytest.raises(UnknownPrice):
        cost(Usage(1, 1), "qwen3", prices=OURS)


def test_without_prices_given_the_users_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(
        'm: {currency: EUR, input: "1", output: "2", as_of: 2026-11-01, sources: [{title: us, accessed: 2026-11-01}]}\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("YARDSTICK_PRICES", str(path))
    assert estimate(1_000_000, 1_000_000, "m").high == 3
    assert cost(Usage(1_000_000, 1_000_000), "m").currency == "EUR"


@pytest.mark.parametrize(
    ("prompt", "output"), [(-1, 0), (0, -1), (0, (2, 1)), (0, (-1, 1)), (Count(1, exact=False, how="", at_least=2), 0)]
)
def test_numbers_that_can_not_be_are_refused(prompt: int | Count, output: int | tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not a number of tokens"):
        estimate(prompt, output, "gpt-4.1", prices=OURS)


@pytest.mark.parametrize(
    "numbers", [(-1, 0, 0, 0), (0, -1, 0, 0), (5, 0, -1, 0), (5, 0, 0, -1), (5, 0, 3, 3), (5, 0, 6, 0)]
)
def test_a_usage_that_can_not_be_is_refused(numbers: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="tokens"):
        Usage(*numbers)
