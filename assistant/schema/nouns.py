"""Values that travel through the program: slotted, frozen, made without pydantic.

Spans are half-open offsets in code points. Magnitudes are `Decimal` exactly as written; ratios are `Fraction`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Lang = Literal["en", "zh-Hans", "zh-Hant"]
Market = Literal["us", "uk", "cn", "tw", "hk", "eu"]
Statistic = Literal["maximum", "average", "typical", "rated", "minimum", "unstated"]
Hedge = Literal["", "about", "at least", "up to", "more than", "less than", "nearly"]
Level = Literal["error", "warning", "suggestion", "information"]
Kind = Literal["equal", "multiple", "share", "ladder", "count", "duration", "cost", "anchor", "difference"]
LedgerKind = Literal["fact", "conversion", "derived", "comparison", "reference", "assumption", "quote"]

LANGS: tuple[Lang, ...] = ("en", "zh-Hans", "zh-Hant")
MARKETS: tuple[Market, ...] = ("us", "uk", "cn", "tw", "hk", "eu")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as it stands in a text.

    `low` is the magnitude; `high` is set for a range ("3–5 days"). `unit` is a canonical name of `assistant.units`
    ("kilometer / hour"); "count" for counted things, "dimensionless" for "3×". `hedge` and `statistic` come from
    the words around the number, which the span leaves out ("up to", 约, ≤). `tolerance` is the half-width of "±0.5".
    `attribute` is what the text says is measured ("battery", 重量), else None. `doubts` says in plain words what
    makes the reading uncertain; empty when it is not.
    """

    text: str
    start: int
    end: int
    low: Decimal
    unit: str
    dimension: str
    high: Decimal | None = None
    statistic: Statistic = "unstated"
    hedge: Hedge = ""
    tolerance: Decimal | None = None
    attribute: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what the seller knows: quantities or a plain claim, with its span in the source text."""

    id: str
    text: str
    start: int
    end: int
    quantities: tuple[Quantity, ...] = ()
    attribute: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read: `figure` quotes it as it stands there; `accessed` is the day it was read (ISO date).

    `url` is empty for a figure that its user gave: who, and when, is its `title`.
    """

    title: str
    url: str
    figure: str
    accessed: str

    @property
    def line(self) -> str:
        """Title and address, as they stand in a ledger; the title alone where there is no address.

        >>> Source("given by Mei on 2026-11-22", "", "348 g", "2026-11-22").line
        'given by Mei on 2026-11-22'
        """
        return f"{self.title}, {self.url}" if self.url else self.title


@dataclass(frozen=True, slots=True)
class Names:
    """How one language speaks of a reference.

    `name` labels it in a table or ladder ("Boeing 747 at cruise"); `thing` stands as a noun phrase in a sentence
    ("a Boeing 747 at cruising speed"); `of` is the measured property with its statistic ("a Boeing 747's cruising
    speed"); `many` is the plural for counting ("African elephants"; in Chinese the bare noun), empty where nobody
    would count it; `counter` is the Chinese measure word (头, 部), empty in English.
    """

    name: str
    thing: str
    of: str
    many: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A familiar thing and its quantity.

    `aspect` says what of it is measured (speed, height, width, distance, duration …). `low` and `high` bound what a
    reasonable member of the kind may measure; both equal `value` for a single, fixed thing. `markets` maps a market to
    familiarity, 1 (specialists) to 5 (has held it, walked it, paid it); a market that is missing is never offered it.
    `audiences` raises it for people with an interest ("runners": 5). `sensitivity` is empty or names why texts avoid
    it (income, alcohol, brand): such an entry is never offered. `usable_as` says what it may serve for: "compare"
    (multiple, share, equal), "distance" (a route to cover), "load" (an amount that a rate gets through: a film to
    download, a bath to fill), "use" (a steady rate that a capacity feeds), "rung" (an emblem for a ladder). `british`
    are the names in British English where they differ; `each` the convention behind a counting unit ("5 MB a song").
    `own` marks a figure that its user gave: it may lack languages in `names`, and is offered in those that it has.
    """

    id: str
    value: Decimal
    unit: str
    dimension: str
    aspect: str
    statistic: Statistic
    low: Decimal
    high: Decimal
    names: Mapping[Lang, Names]
    markets: Mapping[Market, int]
    topics: tuple[str, ...]
    as_of: str
    source: Source
    expires: str | None = None
    audiences: Mapping[str, int] = field(default_factory=dict)
    sensitivity: tuple[str, ...] = ()
    usable_as: tuple[str, ...] = ("compare",)
    working: str = ""
    british: Names | None = None
    each: Mapping[Lang, str] = field(default_factory=dict)
    own: bool = False


@dataclass(frozen=True, slots=True)
class Forms:
    """One comparison in three grammatical sizes, so that a writer can place it; each is ready to print."""

    noun: str
    clause: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder: `reference` is None for the specification itself; `step` is the ratio to the rung below."""

    reference: Reference | None
    name: str
    value: Decimal
    unit: str
    step: Fraction | None


@dataclass(frozen=True, slots=True)
class Derived:
    """What figures of a brief come to together, exactly: 600 g of beans at 18 g a dose are 33 1/3 cups.

    `facts` are the ids of the facts behind it, that of the figure which it stands beside first; `parts` their
    quantities in that order. `unit` is a canonical name ("count", "hour", "kilowatt_hour", "CNY"); `low` and `high` are
    equal but for ranges. `bound` is the hedge that the facts hand on: a text says it too. `words` are groups of
    lower-case words, of each of which one has to stand by the number for it to mean this sum; a month is 30 days, a
    year 365.
    """

    facts: tuple[str, ...]
    parts: tuple[Quantity, ...]
    unit: str
    low: Fraction
    high: Fraction
    words: tuple[tuple[str, ...], ...]
    bound: Literal["", "about", "up to", "at least"] = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quantity beside one reference, or a combination that yields something countable.

    `ratio_exact` is the specification divided by the reference (None where no such ratio exists); `ratio_shown` what
    the text says; `hedge` a word that is true of the two; `error` their relative distance. `score` falls from 1 to 0;
    `score_parts` multiply to it. `working` is plain arithmetic. `numbers` lists the value of every number
    that the forms show beside the specification, so that the gate can trace each. `exact` is what a duration
    comes to, in seconds. `derived` is set where a brief's own figures are what it rests on.
    """

    id: str
    quantity: Quantity
    kind: Kind
    references: tuple[Reference, ...]
    ratio_exact: Fraction | None
    ratio_shown: Fraction | None
    hedge: Literal["exactly", "about", "more than", "nearly", ""]
    error: float
    text: str
    forms: Forms
    working: str
    score: float
    score_parts: Mapping[str, float]
    assumptions: tuple[str, ...] = ()
    numbers: tuple[Fraction, ...] = ()
    exact: Fraction | None = None
    derived: Derived | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding of a rule about a span of a text. `field` names the text of a draft; empty for a plain text."""

    rule: str
    level: Level
    start: int
    end: int
    message: str
    question: str = ""
    needs: str = ""
    suggestion: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One number or comparison in a draft and what proves it: `proof` in words, `source` the fact, title or address behind it."""

    field: str
    start: int
    end: int
    text: str
    kind: LedgerKind
    proof: str
    source: str


@dataclass(frozen=True, slots=True)
class Opening:
    """One way into a text: its angle, the id of the fact that it leads to, and the customer's words that it opens with.

    `words` is a pain, a want, a moment of the persona's day or a quotation, as the persona has it; `source` says where
    a quotation stands. Both are empty where the angle opens with the fact itself.
    """

    angle: str
    lead: str
    words: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to say before anyone phrases it: facts in order, the comparisons chosen for them, and what is left out.

    A comparison's id is "<fact id>-<its own>"; the first of a fact is the chosen one, the others are alternatives.
    `topics` says what each fact is about, `openings` lists ways into the text, the fittest first, each with a lead of
    its own as far as the facts go; `closes` the ways out of it. `described` are the used facts that are sentences about
    the thing, `table` the facts left for the specification table, `terms` those of them that say how it is used and kept, all in the
    brief's order; `pictured` the used facts
    whose comparison is worth its place in copy. `pinned` are the ids of comparisons that a person wants in the text. `added`
    are the references that were on offer beside the shipped ones: the gate knows these too. `parts` are the plans of a brief's
    channels by their names where it has
    several, of which this is the sum; else empty.
    """

    facts: tuple[Fact, ...]
    used: tuple[str, ...]
    left: tuple[tuple[str, str], ...]
    comparisons: tuple[Comparison, ...]
    ladder: tuple[Rung, ...]
    angle: str
    questions: tuple[str, ...]
    topics: Mapping[str, str] = field(default_factory=dict)
    openings: tuple[Opening, ...] = ()
    closes: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    pictured: tuple[str, ...] = ()
    table: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    added: tuple[Reference, ...] = ()
    parts: Mapping[str, Plan] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Insight:
    """What a text changes in its reader's life, and what it opens with and why: for the copywriter, never for the reader.

    `evidence` are the customers' words that it rests on; without any it is a guess. `angle` is empty where none was given.
    """

    text: str
    angle: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A familiar thing that a model would set beside the figure of a fact: to be verified by a person, used in no text."""

    kind: Literal["reference"]
    fact: str
    thing: str
    why: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a draft, or one line of a list, and who wrote it: `by` is a model's name, "built-in", or "you" for
    what somebody has edited by hand.

    `why` names the rules that stopped the model's words that stood there, joined by ", "; empty where none were stopped.
    """

    field: str
    start: int
    end: int
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One finished version: texts by field, the proof of each number, and what the checks still object to.

    `sentences` covers every text, field by field in their order; empty only for a version without texts.
    `insight` and `suggestions` are the model's, none for the built-in writer.
    """

    texts: Mapping[str, str]
    ledger: tuple[LedgerEntry, ...]
    diagnostics: tuple[Diagnostic, ...]
    by: str
    needs_review: bool = False
    sentences: tuple[Sentence, ...] = ()
    insight: Insight | None = None
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What `draft` returns: variants, the plan they follow, questions to colleagues, the persona's evidence."""

    variants: tuple[Variant, ...]
    plan: Plan
    questions: tuple[str, ...]
    persona_evidence: Literal["none", "some", "good"]
    notices: tuple[str, ...] = ()
