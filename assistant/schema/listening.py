"""The document that `yardstick personas listen --json` prints, as a model."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from assistant.schema.nouns import Lang


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SaidRow(_Document):
    """Words as a customer wrote them, names, telephone numbers and addresses masked, and where they stand.

    `start` and `end` are offsets of the file, or of the row's text for CSV and JSON lines; `line` counts from 1, `voice`
    tells customers apart. `by` is who found them: "rules", or the model's name.
    """

    quote: str
    file: str
    line: int
    start: int
    end: int
    voice: int
    masked: list[str]
    by: str


class PointRow(_Document):
    """A pain, a want, a cost or a value in a customer's words, and all that said it.

    `theme` of a cost is money, time, behaviour or mind. `summary` is the model's (`by`), nobody's words; else empty.
    """

    text: str
    theme: str
    voices: int
    summary: str
    by: str
    said: list[SaidRow]


class WordRow(_Document):
    """A word that customers use, and how many of them do."""

    word: str
    voices: int
    by: str


class SkippedRow(_Document):
    """A line that was not listened to, and why."""

    line: int
    why: str


class UnheardRow(_Document):
    """Words that a model pointed at and that were not taken, or its summary of some, and why."""

    text: str
    why: str


class ListenedCosts(_Document):
    """What it costs them, by what it costs."""

    money: list[str] = []
    time: list[str] = []
    behaviour: list[str] = []
    mind: list[str] = []


class EvidenceRow(_Document):
    """A quotation and where it stands: file and line."""

    quote: str
    source: str


class PersonaPart(_Document):
    """What a persona file takes, all of it in the customers' words; `costs` and `values` where a model heard some."""

    pains: list[str]
    wants: list[str]
    costs: ListenedCosts | None = None
    values: list[str] = Field(default=[])
    vocabulary: list[str]
    evidence: list[EvidenceRow]


class Listening(_Document):
    """Answer of `yardstick personas listen --json`; `by` is the model that listened beside the rules, else "rules".

    `unsorted` are sentences in which nothing was recognised. `dropped` is what the model said and nobody else did.
    """

    file: str
    lang: Lang
    voices: int
    persona: PersonaPart
    pains: list[PointRow]
    wants: list[PointRow]
    costs: list[PointRow]
    values: list[PointRow]
    vocabulary: list[WordRow]
    quotes: list[SaidRow]
    unsorted: list[SaidRow]
    skipped: list[SkippedRow]
    by: str
    dropped: list[UnheardRow]
    notices: list[str]
