"""What is on a copywriter's desk: the input, the choices made and the draft of one product, as it is saved and opened again.

Frozen; unknown keys are rejected. Everything but the language of the copy has a default: an empty desk is valid.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from assistant.schema.brief import (
    BRIEF_FACTS,
    FACT_CHARS,
    AnyCaseLang,
    Channels,
    Edge,
    Lifecycle,
    Persona,
    Purpose,
    ShortText,
    Stage,
    Texts,
)
from assistant.schema.nouns import Market

# A book of 200 pages, which is more than any product needs.
SOURCE_CHARS = 600_000
TEXT_CHARS = 20_000

LongText = Annotated[str, StringConstraints(max_length=TEXT_CHARS)]


class FactLine(Edge):
    """One fact as the table shows it: used or not, and where in the source it was read, if there."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=FACT_CHARS)]
    use: bool = True
    start: int | None = None
    end: int | None = None


class Chosen(Edge):
    """What the copywriter said of the comparisons of one fact, by the references they use."""

    fact: Annotated[str, StringConstraints(max_length=FACT_CHARS)]
    pinned: ShortText = ""
    rejected: Texts = ()


class Dismissal(Edge):
    """A finding that a person has looked at and lets stand, with the reason."""

    rule: ShortText
    text: ShortText
    reason: ShortText


class WrittenFor(Edge):
    """The draft on the desk, what it was written for and what became of it since.

    `draft` is the draft as the writer gave it, in the form of its own dump; `texts` holds, variant by variant, each
    field that a person has edited; `accepted` the sentences they have approved, as they stand.
    """

    brief: dict[str, Any]
    draft: dict[str, Any]
    by: ShortText = ""
    host: ShortText = ""
    asked_model: bool = False
    took: Texts = ()
    shown: int = 0
    texts: tuple[dict[str, LongText], ...] = ()
    accepted: Annotated[tuple[LongText, ...], Field(max_length=500)] = ()


class Work(Edge):
    """One product's desk. `facts` is None while the table follows the source line by line."""

    source: Annotated[str, StringConstraints(max_length=SOURCE_CHARS)] = ""
    source_name: ShortText = ""
    facts: Annotated[tuple[FactLine, ...], Field(max_length=BRIEF_FACTS)] | None = None
    product: ShortText = ""
    category: ShortText = ""
    persona: Persona | ShortText | None = None
    stage: Stage = "evaluation"
    lifecycle: Lifecycle = "growth"
    purpose: Purpose = "share"
    channel: Channels = "product_page"
    market: Market | None = None
    lang: AnyCaseLang | None = None
    seed: int = Field(default=0, ge=0, le=1_000_000)
    tone: ShortText = ""
    proof: Texts = ()
    names: Texts = ()
    avoid: Texts = ()
    chosen: Annotated[tuple[Chosen, ...], Field(max_length=BRIEF_FACTS)] = ()
    dismissed: Annotated[tuple[Dismissal, ...], Field(max_length=500)] = ()
    written: WrittenFor | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it that somebody would miss."""
        return not (self.source.strip() or self.product or self.facts or self.written)
