"""Tokens into money: between what a call will cost before it is made, and what it cost after."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext

from assistant.tokens.amounts import EXACT
from assistant.tokens.counting import Count
from assistant.tokens.prices import Price, Prices, load_prices, local_price


@dataclass(frozen=True, slots=True)
class Usage:
    """What a server says it used. Thinking counts as completion. The cached and the written are part of the prompt.

    None where the server does not tell. Raises `ValueError` for numbers that can't be.
    """

    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int | None = None
    cache_write_tokens: int | None = None

    def __post_init__(self) -> None:
        cached, written = self.cached_tokens or 0, self.cache_write_tokens or 0
        if min(self.prompt_tokens, self.completion_tokens, cached, written) < 0:
            raise ValueError("a number of tokens is not negative")
        if cached + written > self.prompt_tokens:
            raise ValueError(f"{cached} cached and {written} written tokens are more than the prompt's")


@dataclass(frozen=True, slots=True)
class Estimate:
    """The least and the most that a call will cost. `high` is what to reserve."""

    low: Decimal
    high: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What a call cost; where it is not `exact`, at most so much: the server did not tell enough."""

    amount: Decimal
    currency: str
    exact: bool


def estimate(
    prompt_tokens: int | Count,
    expected_output: int | tuple[int, int],
    model: str,
    *,
    prices: Prices | None = None,
    local: bool = False,
) -> Estimate:
    """What a call may cost: `low` with the whole prompt cached and the shorter output, `high` with the dearest of both.

    `expected_output` is one number of tokens or the fewest and the most, thinking included: `high` is sure to hold only
    if the most is also the request's limit. Of a prompt that is not counted exactly, `low` takes what is sure, `high`
    what is safe. `local` says that the server is one's own and costs nothing. Without `prices`, the price files are read
    at each call. Prices are those of standard processing. Raises `UnknownPrice`, `ValueError` for numbers that can't be.

    >>> estimate(10_000, (500, 2_000), "gpt-4.1", prices=load_prices(env={}))
    Estimate(low=Decimal('0.00900000'), high=Decimal('0.03600000'), currency='USD')
    """
    price = _price(model, prices, local)
    fewest, most = (
        (prompt_tokens.least, prompt_tokens.tokens) if isinstance(prompt_tokens, Count) else (prompt_tokens,) * 2
    )
    short, full = expected_output if isinstance(expected_output, tuple) else (expected_output,) * 2
    if not (0 <= fewest <= most and 0 <= short <= full):
        raise ValueError(f"not a number of tokens: prompt {fewest} to {most}, output {short} to {full}")
    cheap, dear = price.rates_for(fewest), price.rates_for(most)
    with localcontext(EXACT):
        low = (fewest * cheap.cheapest_input + short * cheap.output).scaleb(-6)
        high = (most * dear.dearest_input + full * dear.output).scaleb(-6)
    return Estimate(low, high, price.currency)


def cost(usage: Usage, model: str, *, prices: Prices | None = None, local: bool = False) -> Cost:
    """What a call has cost, by the server's own count. What the server does not tell is taken as the dearer.

    Raises `UnknownPrice`. `local` as for `estimate`.

    >>> cost(Usage(10_000, 500, cached_tokens=8_000), "gpt-4.1", prices=load_prices(env={}))
    Cost(amount=Decimal('0.01200000'), currency='USD', exact=True)
    """
    price = _price(model, prices, local)
    rates = price.rates_for(usage.prompt_tokens)
    cached, written = usage.cached_tokens or 0, usage.cache_write_tokens
    cached_price = rates.input if rates.cached_input is None else rates.cached_input
    write_price = rates.input if rates.cache_write is None else rates.cache_write
    fresh = usage.prompt_tokens - cached
    if written is None:
        written = fresh if write_price > rates.input else 0
    told = usage.cached_tokens is not None or cached_price == rates.input or not usage.prompt_tokens
    told_written = usage.cache_write_tokens is not None or write_price == rates.input or not fresh
    with localcontext(EXACT):
        prompt = cached * cached_price + written * write_price + (fresh - written) * rates.input
        amount = (prompt + usage.completion_tokens * rates.output).scaleb(-6)
    return Cost(amount, price.currency, exact=told and told_written)


def _price(model: str, prices: Prices | None, local: bool) -> Price:
    if local:
        return local_price(model)
    return (load_prices() if prices is None else prices).price(model)
