"""What a person writes: the persona and the brief. Frozen; unknown keys are rejected with their place.

Only `facts` is required. Every field says what it is for in its description; `yardstick schema brief` prints them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    field_validator,
)

from assistant.errors import InputError
from assistant.schema.channels import MOST_CHANNELS
from assistant.schema.nouns import Lang, Market

Stage = Literal["need", "search", "evaluation", "choice", "after"]
Lifecycle = Literal["introduction", "growth", "maturity", "decline"]
Purpose = Literal["launch", "image", "share"]
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


# A channel is an entry of the playbook, which a team can add to: which there are, the playbook knows.
Channel = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[a-z][a-z0-9_]{0,39}$")]
AnyCaseLang = Annotated[Lang, BeforeValidator(_lang)]

_CHANNEL: TypeAdapter[str] = TypeAdapter(Channel)


def _channels(value: Any) -> str | tuple[str, ...]:
    """One channel, or several, each once; a list of one is that one."""
    if not isinstance(value, (list, tuple)):
        return _channel(value)
    if not 1 <= len(value) <= MOST_CHANNELS:
        raise ValueError(f"expected 1 to {MOST_CHANNELS} channels, got {len(value)}")
    found = tuple(_channel(one, f"entry {place}: ") for place, one in enumerate(value, 1))
    for place, one in enumerate(found, 1):
        if one in found[: place - 1]:
            raise ValueError(f"entry {place}: {one} stands there already")
    return found if len(found) > 1 else found[0]


def _channel(value: Any, place: str = "") -> str:
    try:
        return _CHANNEL.validate_python(value)
    except ValidationError as error:
        said = error.errors(include_url=False)[0]["msg"]
    raise ValueError(f"{place}{said}")


# A union would name its branches in every message.
Channels = Annotated[
    str | tuple[str, ...],
    BeforeValidator(
        _channels,
        json_schema_input_type=Channel
        | Annotated[
            tuple[Channel, ...], Field(min_length=1, max_length=MOST_CHANNELS, json_schema_extra={"uniqueItems": True})
        ],
    ),
]


class Edge(BaseModel):
    """What comes in from outside: frozen, and without keys that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Edge):
    """A customer's own words: what was said, where, when."""

    quote: ShortText = Field(description="The customer's words, unaltered.")
    source: ShortText = Field(description="Where they stand: a review, a ticket, an interview.")
    date: ShortText = Field(default="", description="When they were said (ISO date), if known.")


class Moment(Edge):
    """A moment of the customer's day, in words that open a sentence, and what it is about."""

    text: ShortText = Field(description="As it opens a sentence: On the last train home. 图书馆坐到闭馆.")
    about: Texts = Field(description="Topics of the playbook that the moment makes felt: battery, noise, weight.")


class Concerns(Edge):
    """The five things that customers care about, each in words that decide which facts come first."""

    product: Texts = Field(default=(), description="Function, quality, style, price, service: battery, weight, price.")
    trust: Texts = Field(default=(), description="Promises kept: delivery, warranty, returns.")
    responsiveness: Texts = Field(default=(), description="How soon someone answers, helps, repairs.")
    expertise: Texts = Field(default=(), description="Whoever made and sells it knows the subject.")
    human: Texts = Field(default=(), description="The human touch: to be known, greeted, thanked.")

    @property
    def words(self) -> tuple[str, ...]:
        """All words, the product's first."""
        return self.product + self.trust + self.responsiveness + self.expertise + self.human


class Costs(Edge):
    """What a purchase costs the customer: each is something that copy can take away where the facts allow."""

    money: Texts = Field(default=(), description="Price, running costs, what else the money would buy.")
    time: Texts = Field(default=(), description="Waiting, learning, upkeep.")
    behaviour: Texts = Field(default=(), description="Effort and change of habit: carrying, cleaning, relearning.")
    mind: Texts = Field(default=(), description="Worry and risk: that it breaks, that it is the wrong one.")

    @property
    def words(self) -> tuple[str, ...]:
        """All of them, money first."""
        return self.money + self.time + self.behaviour + self.mind


def _under(first: str, kind: type[Edge]) -> BeforeValidator:
    """Takes a plain list for the part that is meant most often."""
    return BeforeValidator(
        lambda value: {first: value} if isinstance(value, (list, tuple)) else value,
        json_schema_input_type=kind | Texts,
    )


class Persona(Edge):
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
    cares_about: Annotated[Concerns, _under("product", Concerns)] = Field(
        default=Concerns(), description="Words that decide which facts come first, by kind; a list is of the product."
    )
    costs: Annotated[Costs, _under("money", Costs)] = Field(
        default=Costs(), description="What a purchase costs them, by kind; a list is of money."
    )
    values: Texts = Field(default=(), description="What matters in their life beyond the product.")
    contradictions: Texts = Field(
        default=(), description="Where their values and their days pull apart; copy does not scold them for it."
    )
    expertise: Literal["new", "familiar", "expert"] = Field(
        default="familiar", description="How much of the subject they know: decides how much stands unexplained."
    )
    moments: Annotated[tuple[Moment, ...], Field(max_length=40)] = Field(
        default=(), description="Moments of their day in which a fact is felt; the writer opens with them."
    )
    community: ShortText = Field(default="", description="The community they belong to, if any.")
    vocabulary: Texts = Field(default=(), description="Words that they and their community use themselves.")
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


class Style(Edge):
    """House style: terms to prefer, words to avoid, units and spelling to keep."""

    terms: dict[str, str] = Field(default_factory=dict, description="Preferred spelling of a term: {wifi: Wi-Fi}.")
    banned: Texts = Field(default=(), description="Words that may not appear.")
    units: dict[str, str] = Field(
        default_factory=dict, description="How a unit is written: {kilometer / hour: km/h, liter: litres}."
    )
    spelling: Literal["", "american", "british"] = Field(
        default="", description="English spelling; empty: that of the market."
    )


class Brief(Edge):
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
    channel: Channels = Field(
        default="product_page",
        description=f"Where the text will be met; a list of up to {MOST_CHANNELS} for several places at once.",
    )
    market: Market | None = Field(default=None, description="Whose references fit: us, uk, cn, tw, hk, eu.")
    lang: AnyCaseLang = Field(default="en", description="The language to write: en, zh-Hans, zh-Hant.")
    seed: int = Field(default=0, ge=0, le=1_000_000, description="Another number, another choice among equals.")
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

    @property
    def channels(self) -> tuple[str, ...]:
        """All channels, one or several, in their order."""
        return (self.channel,) if isinstance(self.channel, str) else self.channel

    def with_channels(self, named: Any) -> Brief:
        """The same brief for another channel, or a list of them. Raises `InputError` for what cannot be channels."""
        try:
            return self.model_copy(update={"channel": _channels(named)})
        except ValueError as error:
            raise InputError(f"channel: {error}.") from None

    def for_channel(self, channel: str) -> Brief:
        """The brief of one of its channels alone. Each has a seed of its own: two channels need not read alike."""
        seed = self.seed + self.channels.index(channel)
        return self.model_copy(update={"channel": channel, "seed": seed})
