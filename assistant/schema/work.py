"""What is on a copywriter's desk: the input, the choices made and the draft of one product, as it is saved and opened again.

Frozen; unknown keys are rejected. Everything but the language of the copy has a default: an empty desk is valid.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

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
    """One fact as the table shows it: used or not, and where in the source it was read, if there.

    `read` is what was read there, before anybody edited it; empty for a fact that somebody has added. `gone`: deleted
    from the table, while the source still says it. `id` tells added facts apart.
    """

    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=FACT_CHARS)]
    use: bool = True
    start: int | None = None
    end: int | None = None
    read: Annotated[str, StringConstraints(max_length=FACT_CHARS)] = ""
    gone: bool = False
    id: Annotated[str, StringConstraints(max_length=40)] = ""


class Chosen(Edge):
    """What the copywriter said of the comparisons of one fact (of every fact, where it is empty): see `schema.choices`."""

    fact: Annotated[str, StringConstraints(max_length=FACT_CHARS)]
    pinned: ShortText = ""
    rejected: Texts = ()


class Dismissal(Edge):
    """A finding that a person has looked at and lets stand, with the reason."""

    rule: ShortText
    text: ShortText
    reason: ShortText


class Author(Edge):
    """Who wrote a sentence that was put into a draft later: a model's name, or "built-in"."""

    field: ShortText
    sentence: LongText
    by: ShortText


class Edits(Edge):
    """What became of a variant: texts by field where they were changed, authors of what was put in, and the sentences
    that a person has approved, as they stood.
    """

    texts: dict[str, LongText] = Field(default_factory=dict)
    authors: Annotated[tuple[Author, ...], Field(max_length=200)] = ()
    accepted: Annotated[tuple[LongText, ...], Field(max_length=500)] = ()


class WrittenFor(Edge):
    """The draft on the desk, what it was written for and what became of it since.

    `id` tells it from the drafts before it. `draft` is the draft as the writer gave it, in the form of its own dump; `edits` holds, variant by variant, what a
    person has changed of it; `shown` is the variant that they work on.
    """

    id: ShortText
    brief: dict[str, Any]
    draft: dict[str, Any]
    by: ShortText = ""
    host: ShortText = ""
    asked_model: bool = False
    took: Texts = ()
    chosen: Annotated[tuple[Chosen, ...], Field(max_length=2 * BRIEF_FACTS)] = ()
    shown: int = 0
    edits: Annotated[dict[int, Edits], Field(max_length=5)] = Field(default_factory=dict)


class Work(Edge):
    """One product's desk. `facts` is None while the table follows the source line by line, `variants` where the writer's
    usual number will do.

    `source_kind` is what the copywriter says the source is, empty to guess; `source_row` which product of a table.
    """

    source: Annotated[str, StringConstraints(max_length=SOURCE_CHARS)] = ""
    source_name: ShortText = ""
    source_kind: Literal["", "facts", "page", "table"] = ""
    source_row: int = Field(default=0, ge=0, le=100_000)
    facts: Annotated[tuple[FactLine, ...], Field(max_length=2 * BRIEF_FACTS)] | None = None
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
    variants: Annotated[int, Field(ge=1, le=5)] | None = None
    chosen: Annotated[tuple[Chosen, ...], Field(max_length=2 * BRIEF_FACTS)] = ()
    dismissed: Annotated[tuple[Dismissal, ...], Field(max_length=500)] = ()
    written: WrittenFor | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it that somebody would miss."""
        return not (self.source.strip() or self.product or self.facts or self.written)
