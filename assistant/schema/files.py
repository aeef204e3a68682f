"""The schema of a reference file: a mapping from id to entry. Unknown keys are rejected; provenance is required."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AnyHttpUrl, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from assistant.schema.nouns import Market

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
ExactNumber = Annotated[Decimal, BeforeValidator(lambda v: v if isinstance(v, str) else _reject_number(v))]


def _reject_number(value: object) -> object:
    raise ValueError(f'write the number in quotes, so that it stays exact: "{value}"')


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NamesEntry(_Entry):
    """How one language speaks of the thing; see `assistant.schema.Names`."""

    name: Text
    thing: Text
    of: Text
    many: str = ""
    counter: str = ""


class NamesByLang(_Entry):
    """The three languages, none of which may be missing, and British English where it has other words."""

    en: NamesEntry
    en_gb: NamesEntry | None = Field(alias="en-GB", default=None)
    zh_hans: NamesEntry = Field(alias="zh-Hans")
    zh_hant: NamesEntry = Field(alias="zh-Hant")

    @model_validator(mode="after")
    def _chinese_counting_needs_a_measure_word(self) -> NamesByLang:
        for names in (self.zh_hans, self.zh_hant):
            if names.many and not names.counter:
                raise ValueError(f"{names.many}: a noun that is counted needs a measure word in `counter`")
        return self


class EachByLang(_Entry):
    """The convention behind a counting unit ("5 MB a song"), said wherever things are counted by it."""

    en: Text
    zh_hans: Text = Field(alias="zh-Hans")
    zh_hant: Text = Field(alias="zh-Hant")


class SourceEntry(_Entry):
    """Where the figure was read."""

    title: Text
    url: AnyHttpUrl
    figure: Text
    accessed: date


class ReferenceEntry(_Entry):
    """One familiar thing and its quantity; see `assistant.schema.Reference`."""

    value: ExactNumber
    unit: Text
    aspect: Text
    statistic: Literal["maximum", "average", "typical", "rated", "minimum"]
    spread: tuple[ExactNumber, ExactNumber]
    names: NamesByLang
    markets: Annotated[dict[Market, Annotated[int, Field(ge=1, le=5)]], Field(min_length=1)]
    audiences: dict[str, Annotated[int, Field(ge=1, le=5)]] = Field(default_factory=dict)
    topics: Annotated[list[Text], Field(min_length=1)]
    sensitivity: list[Text] = Field(default_factory=list)
    as_of: date
    expires: date | None = None
    usable_as: tuple[Literal["compare", "distance", "load", "use", "rung"], ...] = ("compare",)
    each: EachByLang | None = None
    working: str = ""
    source: SourceEntry

    @model_validator(mode="after")
    def _spread_holds_the_value(self) -> ReferenceEntry:
        if not self.spread[0] <= self.value <= self.spread[1]:
            raise ValueError(f"the value {self.value} lies outside its spread {self.spread[0]} to {self.spread[1]}")
        return self
