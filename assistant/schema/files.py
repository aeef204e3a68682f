"""The schema of a reference file: a mapping from id to entry. Unknown keys are rejected; provenance is required.

A figure of one's own (`own: true`) has no address, and may be named in one language only.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from assistant.schema.nouns import Market

# What a reader cannot see, and marks that turn the writing direction: they have no place in a name.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def _seen(text: str) -> str:
    hidden = _UNSEEN.search(text)
    if hidden:
        said = "holds a character that cannot be seen ({code})"
        raise PydanticCustomError("unseen", said, {"code": f"U+{ord(hidden[0]):04X}"})
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_seen)]
MaybeText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300), AfterValidator(_seen)]
ExactNumber = Annotated[
    Decimal,
    BeforeValidator(lambda v: v if isinstance(v, str) else _reject_number(v)),
    Field(allow_inf_nan=False, max_digits=40),
]
Level = Annotated[int, Field(ge=1, le=5)]


def _reject_number(value: object) -> object:
    said = 'write the number in quotes, so that it stays exact: "{value}"'
    raise PydanticCustomError("unquoted", said, {"value": str(value)})


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NamesEntry(_Entry):
    """How one language speaks of the thing; see `assistant.schema.Names`."""

    name: Text
    thing: Text
    of: Text
    many: MaybeText = ""
    counter: MaybeText = ""


class NamesByLang(_Entry):
    """The three languages, none of which may be missing, and British English where it has other words."""

    en: NamesEntry
    en_gb: NamesEntry | None = Field(alias="en-GB", default=None)
    zh_hans: NamesEntry = Field(alias="zh-Hans")
    zh_hant: NamesEntry = Field(alias="zh-Hant")

    @model_validator(mode="after")
    def _chinese_counting_needs_a_measure_word(self) -> NamesByLang:
        _check_measure_words(self.zh_hans, self.zh_hant)
        return self


class OwnNames(_Entry):
    """The languages in which a figure of one's own is offered: at least one of the three."""

    en: NamesEntry | None = None
    en_gb: NamesEntry | None = Field(alias="en-GB", default=None)
    zh_hans: NamesEntry | None = Field(alias="zh-Hans", default=None)
    zh_hant: NamesEntry | None = Field(alias="zh-Hant", default=None)

    @model_validator(mode="after")
    def _named_in_one_language_at_least(self) -> OwnNames:
        if not (self.en or self.zh_hans or self.zh_hant):
            raise PydanticCustomError("nameless", "expected a name in at least one of en, zh-Hans and zh-Hant")
        _check_measure_words(self.zh_hans, self.zh_hant)
        return self


def _check_measure_words(*chinese: NamesEntry | None) -> None:
    for names in chinese:
        if names is not None and names.many and not names.counter:
            said = "{noun}: a noun that is counted needs a measure word in `counter`"
            raise PydanticCustomError("uncounted", said, {"noun": names.many})


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


class OwnSource(_Entry):
    """Who gave the figure, and when; an address where there is one."""

    title: Text
    url: AnyHttpUrl | Literal[""] = ""
    figure: Text
    accessed: date


class _Measured(_Entry):
    value: ExactNumber
    unit: Text
    aspect: Text
    statistic: Literal["maximum", "average", "typical", "rated", "minimum"]
    spread: tuple[ExactNumber, ExactNumber]
    markets: Annotated[dict[Market, Level], Field(min_length=1)]
    audiences: Annotated[dict[Text, Level], Field(max_length=100)] = Field(default_factory=dict)
    sensitivity: Annotated[list[Text], Field(max_length=20)] = Field(default_factory=list)
    as_of: date
    expires: date | None = None
    usable_as: tuple[Literal["compare", "distance", "load", "use", "rung"], ...] = ("compare",)
    each: EachByLang | None = None
    working: MaybeText = ""

    @model_validator(mode="after")
    def _spread_holds_the_value(self) -> Self:
        if not self.spread[0] <= self.value <= self.spread[1]:
            said = "the value {value} lies outside its spread {low} to {high}"
            ends = {"value": str(self.value), "low": str(self.spread[0]), "high": str(self.spread[1])}
            raise PydanticCustomError("outside-spread", said, ends)
        return self


class ReferenceEntry(_Measured):
    """One familiar thing and its quantity; see `assistant.schema.Reference`."""

    names: NamesByLang
    topics: Annotated[list[Text], Field(min_length=1, max_length=50)]
    source: SourceEntry
    own: Literal[False] = False


class OwnEntry(_Measured):
    """A figure of one's own: what somebody's customers know, on the word of whoever gave it."""

    names: OwnNames
    topics: Annotated[list[Text], Field(max_length=50)] = Field(default_factory=list)
    source: OwnSource
    own: Literal[True]


class AnyEntry(RootModel[ReferenceEntry | OwnEntry]):
    """An entry of a reference file: a thing that the public knows, with its source, or a figure of one's own."""
