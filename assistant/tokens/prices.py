"""What a million tokens cost, model by model: the product's own dated list, and a user's file that overrides it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import InputError
from assistant.schema.nouns import Source

if TYPE_CHECKING:
    from assistant.tokens.price_entries import Entry

OWN = Path(__file__).parent / "data" / "prices.yaml"
VARIABLE = "YARDSTICK_PRICES"


@dataclass(frozen=True, slots=True)
class Rates:
    """Prices of a million tokens. `cached_input` and `cache_write` are None where they cost what input costs."""

    input: Decimal
    output: Decimal
    cached_input: Decimal | None = None
    cache_write: Decimal | None = None

    @property
    def cheapest_input(self) -> Decimal:
        """The least that a token of the prompt can cost, by the million."""
        return min(price for price in (self.input, self.cached_input, self.cache_write) if price is not None)

    @property
    def dearest_input(self) -> Decimal:
        """The most that a token of the prompt can cost, by the million."""
        return max(price for price in (self.input, self.cached_input, self.cache_write) if price is not None)


@dataclass(frozen=True, slots=True)
class Price:
    """What a model costs. `long` holds for a whole request whose prompt has more than `long_above` tokens.

    `as_of` (ISO date) is the latest day that the sources speak for. `local` is a server of one's own: it costs nothing
    because somebody said so, and has neither date nor source.
    """

    model: str
    currency: str
    rates: Rates
    long: Rates | None = None
    long_above: int | None = None
    as_of: str = ""
    sources: tuple[Source, ...] = ()
    local: bool = False

    def rates_for(self, prompt_tokens: int) -> Rates:
        """The rates of a request with a prompt of so many tokens."""
        if self.long is not None and self.long_above is not None and prompt_tokens > self.long_above:
            return self.long
        return self.rates


class UnknownPrice(InputError):  # noqa: N818 - reads as the fault, like the other input errors
    """No price is known for a model: it may cost anything, so nothing is reckoned with."""

    def __init__(self, model: str, near: str | None) -> None:
        self.model, self.near = model, near
        like = f" Did you mean '{near}'?" if near else ""
        super().__init__(f"no price is known for model '{model}'.{like} Name a price file with it in {VARIABLE}.")


class Prices:
    """Prices by the names of models, exactly as a server knows them; dated versions share an entry where listed."""

    __slots__ = ("_by_name",)

    def __init__(self, by_name: Mapping[str, Price]) -> None:
        self._by_name = dict(by_name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def find(self, model: str) -> Price | None:
        """The model's price; None where none is known."""
        return self._by_name.get(model)

    def price(self, model: str) -> Price:
        """The model's price. Raises `UnknownPrice`, which offers the nearest name that has one."""
        found = self.find(model)
        if found is None:
            from difflib import get_close_matches

            raise UnknownPrice(model, next(iter(get_close_matches(model, self._by_name, n=1, cutoff=0.8)), None))
        return found


def local_price(model: str) -> Price:
    """The price of a model on a server of one's own: nothing."""
    return Price(model, "USD", Rates(Decimal(0), Decimal(0)), local=True)


def load_prices(path: Path | None = None, env: Mapping[str, str] = os.environ) -> Prices:
    """The product's own prices and those of a user's file, `path` or else the one that YARDSTICK_PRICES names.

    An entry of the user's replaces ours of that name, for the dated versions of the model as well. Raises
    `DataFileError` naming file, entry and field, `InputError` for a file that cannot be read.

    >>> load_prices(env={}).price("gpt-4.1").rates.output
    Decimal('8.00')
    """
    named = env.get(VARIABLE, "").strip()
    file = path or (Path(named).expanduser() if named else None)
    own = _own()
    theirs = {} if file is None else _entries(file)
    by_name: dict[str, Price] = {}
    for entries in (own, theirs):
        prices = {name: entry.price(name) for name, entry in entries.items()}
        # The nearer a name stands to the entry, the later it is set: a version's own entry beats what it shares.
        for name in entries:
            by_name.update(dict.fromkeys(own[name].also if name in own else (), prices[name]))
        for name, entry in entries.items():
            by_name.update(dict.fromkeys(entry.also, prices[name]))
        by_name.update(prices)
    return Prices(by_name)


@cache
def _own() -> Mapping[str, Entry]:
    return _entries(OWN)


def _entries(file: Path) -> Mapping[str, Entry]:
    from assistant.tokens.price_entries import load_entries

    return load_entries(file)
