"""What a price file may hold: a mapping from a model's name to its entry. Unknown keys are rejected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from assistant.errors import DataFileError
from assistant.schema.data import load_yaml_map
from assistant.schema.files import ExactNumber, Text
from assistant.schema.nouns import Source
from assistant.tokens.prices import Price, Rates, local_price

_ADVICE = "Compare it with the product's own, assistant/tokens/data/prices.yaml."

# Nothing is free by a slip: what costs nothing says `local: true`.
_PerMillion = Annotated[ExactNumber, Field(gt=0, le=1_000_000, max_digits=20)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PriceSource(_Part):
    """Where a price was read; `url` and `figure` may be missing from a user's own (a contract, an invoice)."""

    title: Text
    url: AnyHttpUrl | None = None
    figure: Text = ""
    accessed: date


class RatesEntry(_Part):
    """Prices of a million tokens; see `assistant.tokens.prices.Rates`."""

    input: _PerMillion
    output: _PerMillion
    cached_input: _PerMillion | None = None
    cache_write: _PerMillion | None = None

    @model_validator(mode="after")
    def _caching_does_not_cost_more(self) -> RatesEntry:
        if self.cached_input is not None and self.cached_input > self.input:
            raise ValueError(f"cached_input {self.cached_input} is dearer than input {self.input}")
        return self

    def rates(self) -> Rates:
        """The same, as the costs are reckoned with."""
        return Rates(self.input, self.output, self.cached_input, self.cache_write)


class LongEntry(RatesEntry):
    """The prices of a request whose prompt has more tokens than `above`."""

    above: Annotated[int, Field(gt=0)]


class PriceEntry(RatesEntry):
    """One model that is paid for. `also` names versions of it that cost the same."""

    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    also: tuple[Text, ...] = ()
    long: LongEntry | None = None
    as_of: date
    sources: Annotated[tuple[PriceSource, ...], Field(min_length=1)]

    def price(self, model: str) -> Price:
        """The entry as a price."""
        sources = tuple(
            Source(source.title, str(source.url or ""), source.figure, source.accessed.isoformat())
            for source in self.sources
        )
        return Price(
            model,
            self.currency,
            self.rates(),
            long=self.long.rates() if self.long else None,
            long_above=self.long.above if self.long else None,
            as_of=self.as_of.isoformat(),
            sources=sources,
        )


class LocalEntry(_Part):
    """A model on a server of one's own: it costs nothing."""

    local: Literal[True]
    also: tuple[Text, ...] = ()

    def price(self, model: str) -> Price:
        """The entry as a price: nothing."""
        return local_price(model)


Entry = PriceEntry | LocalEntry


def load_entries(file: Path) -> Mapping[str, Entry]:
    """The entries of a price file by model, in its order; at least one.

    Raises `DataFileError` ("prices.yaml: gpt-4.1.input: …") and `InputError` for a file that cannot be read.
    """
    document = load_yaml_map(file, "A price file is some pages of text.", "expected entries by model", _ADVICE)
    if not document:
        raise DataFileError(str(file), "", "holds no entry", _ADVICE)
    return {str(model): _checked(file, str(model), value) for model, value in document.items()}


def _checked(file: Path, model: str, value: Any) -> Entry:
    kind = LocalEntry if isinstance(value, dict) and "local" in value else PriceEntry
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        place = ".".join([model, *(str(part) for part in detail["loc"])])
        advice = _ADVICE
        if detail["type"] == "greater_than" and detail["input"] in ("0", "0.0", "0.00", Decimal(0)):
            advice = "For a server of your own, write only `local: true`."
        raise DataFileError(str(file), place, detail["msg"].removeprefix("Value error, "), advice) from None
