"""What a person writes: the persona and the brief. Frozen; unknown keys are rejected with their place.

Only `facts` is required. Every field says what it is for in its description; `yardstick schema brief` prints them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, field_validator

from assistant.schema.nouns import Lang, Market

Stage = Literal["need", "search", "evaluation", "choice", "after"]
Lifecycle = Literal["introduction", "growth", "maturity", "decline"]
Purpose = Literal["launch", "image", "share"]
Channel = Literal["product_page", "headline", "bullets"]
Motive = Literal["practical", "novelty", "competitive"]

# Text from outside is bounded: a fact is a line, a brief is a page, neither is a book.
FACT_CHARS = 2_000
BRIEF_FACTS = 200
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
FactText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=FACT_CHARS)]
Texts = Annotated[tuple[ShortText, ...], Field(max_length=100)]


def _lang(value: Any) -> Any:
    """Accepts any case: "zh-hant", "ZH-HANS"."""
    names = {"en": "en", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
    return names.get(value.lower(), value) if isinstance(value, str) else value


AnyCaseLang = Annotated[Lang, BeforeValidator(_lang)]


class _Edge(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(_Edge):
    """A customer's own words: what was said, where, when."""

    quote: ShortText = Field(description="The customer's words, unaltered.")
    source: ShortText = Field(description="Where they stand: a review, a ticket, an interview.")
    date: ShortText = Field(default="", description="When they were said (ISO date), if known.")


class Persona(_Edge):
    """Who the copy is for. `knows_by_feel` picks the references; without `evidence` the persona is a guess."""

    id: ShortText = Field(default="custom", description="Short name, kebab-case.")
    name: ShortText = Field(default="", description="What colleagues call this customer.")
    who: ShortText = Field(default="", description="Who they are and how they live, in a sentence or two.")
    market: Market | None = Field(default=None, description="Where they live; the brief's own market wins.")
    lang: AnyCaseLang | None = Field(default=None, description="What they read; the brief's own language wins.")
    knows_by_feel: Texts = Field(default=(), description="Topics they know from life: running, phones, cooking, cars.")
    motives: Annotated[tuple[Motive, ...], Field(max_length=3)] = Field(
        default=("practical",), description="Usually two or more: practical, novelty, competitive."
    )
    cares_about: Texts = Field(default=(), description="Words that decide which facts come first: battery, weight.")
    costs: Texts = Field(default=(), description="What a purchase costs them: money, time, effort, worry.")
    values: Texts = Field(default=(), description="What matters in their life beyond the product.")
    community: ShortText = Field(default="", description="The community they belong to, if any.")
    pains: Texts = Field(default=(), description="What bothers them today.")
    wants: Texts = Field(default=(), description="What they want done.")
    evidence: Annotated[tuple[Evidence, ...], Field(max_length=200)] = Field(
        default=(), description="Customers' own words. Empty: this persona is a guess, and the product says so."
    )

    @property
    def evidence_state(self) -> Literal["none", "some", "good"]:
        """`none` without quotes, `good` from five quotes out of two sources on, else `some`."""
        if not self.evidence:
            return "none"
        return "good" if len(self.evidence) >= 5 and len({e.source for e in self.evidence}) >= 2 else "some"


class Style(_Edge):
    """House style: terms to prefer, words to avoid."""

    terms: dict[str, str] = Field(default_factory=dict, description="Preferred spelling of a term: {wifi: Wi-Fi}.")
    banned: Texts = Field(default=(), description="Words that may not appear.")


class Brief(_Edge):
    """What the writer is given. Only `facts` is required."""

    facts: Annotated[tuple[FactText, ...], Field(min_length=1, max_length=BRIEF_FACTS)] = Field(
        description="What is known of the product, one fact a line, as measured."
    )
    product: ShortText = Field(default="", description="The product's name as it should appear.")
    category: ShortText = Field(default="", description="What kind of thing it is: rocket, toothbrush, laptop.")
    proof: Texts = Field(default=(), description="Evidence: tests, certificates, with source and year.")
    persona: Persona | ShortText | None = Field(default=None, description="A persona's id, or a persona.")
    stage: Stage = Field(default="evaluation", description="Where the customer stands in the decision.")
    lifecycle: Lifecycle = Field(default="growth", description="Where the offer stands in its life.")
    purpose: Purpose = Field(default="share", description="What the campaign is for.")
    channel: Channel = Field(default="product_page", description="Where the text will be met.")
    market: Market | None = Field(default=None, description="Whose references fit: us, uk, cn, tw, hk, eu.")
    lang: AnyCaseLang = Field(default="en", description="The language to write: en, zh-Hans, zh-Hant.")
    tone: ShortText = Field(default="", description="How it should sound, in a few words; used by a language model.")
    style: Style = Field(default_factory=Style, description="House style.")
    names: Texts = Field(default=(), description="Company and product names, never taken for praise.")
    avoid: Texts = Field(default=(), description="Topics of references that must not be used.")

    @field_validator("facts", mode="before")
    @classmethod
    def _without_blank_lines(cls, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return [line for line in value if not (isinstance(line, str) and not line.strip())]
        return value
