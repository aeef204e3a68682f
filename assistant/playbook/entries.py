"""What stands in the playbook's files, as models: unknown keys are refused with their place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.playbook.counting import Counts, count_text
from assistant.schema.nouns import Lang

Angle = Literal["picture", "scene", "pain", "want", "question", "climb", "saving", "change", "proof", "quote", "plain"]
Gain = Literal["practical", "feeling", "money", "time", "effort", "worry"]
Concern = Literal["product", "trust", "responsiveness", "expertise", "human"]
Role = Literal[
    "heading",
    "headline",
    "headlines",
    "lede",
    "subhead",
    "specs",
    "title",
    "line",
    "lines",
    "bullets",
    "table",
    "notes",
    "paragraph",
    "body",
    "post",
    "tags",
]
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Weight = Annotated[float, Field(ge=-2, le=2)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Where(_Entry):
    """Where a limit was read: title, address, the words that state it, and the day."""

    title: _Text
    url: _Text
    figure: _Text
    accessed: date


class Limit(_Entry):
    """The most that a field may hold, as its place counts; `each` where it holds for every line by itself."""

    most: Annotated[int, Field(ge=1, le=100_000)]
    counts: Counts = "characters"
    each: bool = False
    hard: bool = Field(default=True, description="Refused beyond it; else only cut off, or advice.")
    source: Where | None = Field(default=None, description="None for a limit of our own.")

    def length(self, text: str) -> int:
        """How long a text is, as its place counts; of its longest line where the limit holds for each."""
        return max(count_text(part, self.counts) for part in (text.split("\n") if self.each else [text]))

    def fits(self, text: str) -> bool:
        r"""Whether a text is within the limit.

        >>> Limit(most=5, each=True).fits("seven\neight"), Limit(most=5).fits("seven\neight")
        (True, False)
        """
        return self.length(text) <= self.most


class FieldShape(_Entry):
    """One text of a channel: what it is, how long it may be, and in how many lines."""

    role: Role
    limit: Limit | None = None
    lines: tuple[int, int] | None = Field(default=None, description="Fewest and most lines, for roles of several.")
    optional: bool = Field(default=False, description="Left out where the texts beside it have said everything.")


class ChannelEntry(_Entry):
    """A place where the reader meets the text, its fields in their order, and its manners."""

    name: Mapping[Lang, _Text]
    fields: Annotated[Mapping[str, FieldShape], Field(min_length=1)]
    facts: Annotated[int, Field(ge=1, le=20)] = Field(default=5, description="As many facts as it carries.")
    sentences: Annotated[int, Field(ge=0, le=12)] = Field(
        default=0, description="Sentences about the thing that it carries beside those facts."
    )
    angles: Mapping[Angle, Weight] = Field(default_factory=dict)
    langs: tuple[Lang, ...] = Field(default=("en", "zh-Hans", "zh-Hant"), description="Languages it is written in.")

    @property
    def written(self) -> Mapping[str, FieldShape]:
        """The fields that somebody writes: all but the specification table and the notes, which are copied."""
        return {name: shape for name, shape in self.fields.items() if shape.role not in ("table", "notes")}


class Emphasis(_Entry):
    """What a stage, a time of life, a motive or a purpose asks for; weights are added up over all that apply.

    `gains` says which kinds of gain come first, `angles` what opens, `kinds` which kinds of comparison, `concerns`
    which of the five things that customers care about, `closes` how the text ends (the first whose facts are there).
    """

    note: _Text
    gains: Mapping[Gain, Weight] = Field(default_factory=dict)
    angles: Mapping[Angle, Weight] = Field(default_factory=dict)
    kinds: Mapping[str, Weight] = Field(default_factory=dict)
    concerns: Mapping[Concern, Weight] = Field(default_factory=dict)
    closes: tuple[Literal["reassure", "weigh", "use", "table", "none"], ...] = ()


class TopicEntry(_Entry):
    """What a fact is about, and what that does for a customer.

    A fact is of the first topic one of whose `words` stands in its label (or, without a label, in its text) and whose
    `dimensions`, if any are given, hold one of its quantities; of `dimensions` alone where `bare` is set.
    """

    gains: Annotated[tuple[Gain, ...], Field(min_length=1)]
    concern: Concern = "product"
    dimensions: tuple[str, ...] = ()
    bare: bool = False
    words: Mapping[Lang, tuple[str, ...]] = Field(default_factory=dict)
    felt: Mapping[Lang, tuple[str, ...]] = Field(default_factory=dict, description="Words of customers' complaints.")
    told: bool = Field(default=True, description="False: of use in a table only (part numbers, packing).")
