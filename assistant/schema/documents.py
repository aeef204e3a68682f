"""The documents that `yardstick` prints, as models: their JSON Schema is the contract that scripts rely on."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from assistant.schema.nouns import Hedge, Kind, Lang, LedgerKind, Level, Statistic

Number = int | float


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid")


class QuantityRow(_Document):
    """One quantity of a text; `value` is [low, high] for a range."""

    start: int
    end: int
    value: Number | list[Number]
    value_exact: str
    unit: str
    dimension: str
    statistic: Statistic
    hedge: Hedge
    tolerance: Number | None
    attribute: str | None
    doubts: list[str] = []


class Quantities(_Document):
    """Answer of `yardstick quantities --jsonl` to one line."""

    id: str | None = None
    quantities: list[QuantityRow]


class OpinionRow(_Document):
    """What a model thinks of a finding, beside which it stands; the finding counts all the same."""

    by: str
    verdict: Literal["keep", "fine here"]
    why: str


class LintSpan(_Document):
    """One finding in a text; `opinion` stands where a model was asked for one."""

    start: int
    end: int
    rule: str
    level: Level
    message: str
    question: str
    needs: str
    suggestion: str
    opinion: OpinionRow | None = None


class Lint(_Document):
    """Answer of `yardstick lint --jsonl` to one line."""

    id: str | None = None
    spans: list[LintSpan]


class LintedSpan(LintSpan):
    """One finding in a file: lines and columns count from 1, in code points; `text` is what stands there."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class LintedFile(_Document):
    """One file or standard input, as it was read, and its findings by start."""

    file: str
    lang: Lang
    kind: Literal["text", "markdown", "html"]
    spans: list[LintedSpan]


class LintReport(RootModel[list[LintedFile]]):
    """Answer of `yardstick lint --format json`: the files in the order they were read."""


class SourceRow(_Document):
    """Where a reference's figure was read; `url` is empty for a figure of the user's own, whose `title` says who gave it."""

    title: str
    url: str
    accessed: str


class ReferenceRow(_Document):
    """A reference as it is shown beside a comparison."""

    id: str
    name: str
    value: Number
    value_exact: str
    unit: str
    statistic: Statistic
    as_of: str
    source: SourceRow
    own: bool


class FormsRow(_Document):
    """A comparison as noun phrase, clause and sentence."""

    noun: str
    clause: str
    sentence: str


class ComparisonRow(_Document):
    """One comparison; `ratio_*` is the specification divided by the reference where such a ratio exists."""

    id: str
    kind: Kind
    references: list[ReferenceRow]
    ratio_exact: Number | None
    ratio_exact_text: str | None
    ratio_shown: Number | None
    ratio_shown_text: str | None
    hedge: Literal["exactly", "about", "more than", "nearly", ""]
    text: str
    forms: FormsRow
    assumptions: list[str]
    working: str
    score: float
    score_parts: dict[str, float]


class RungRow(_Document):
    """One rung; `reference` is null for the specification itself, `step` for the lowest rung."""

    reference: str | None
    name: str
    value: Number
    value_exact: str
    unit: str
    step: Number | None


class ComparedQuantity(_Document):
    """The quantity that was compared."""

    text: str
    value: Number
    value_exact: str
    unit: str
    dimension: str
    statistic: Statistic


class Compare(_Document):
    """Answer of `yardstick compare`; `reason` says why nothing is offered, else null."""

    id: str | None = None
    quantity: ComparedQuantity | None
    comparisons: list[ComparisonRow]
    ladder: list[RungRow]
    reason: str | None


class LedgerRow(_Document):
    """One number in a text and what proves it."""

    field: str
    start: int
    end: int
    text: str
    kind: LedgerKind
    proof: str
    source: str


class DiagnosticRow(_Document):
    """One finding of the checks; `field` is empty for a plain text."""

    rule: str
    level: Level
    field: str
    start: int
    end: int
    message: str


class InsightRow(_Document):
    """What the copy changes in its reader's life and what it opens with; a guess where no customer's words are named."""

    text: str
    angle: str
    evidence: list[str]


class SuggestionRow(_Document):
    """A familiar thing that a model would set beside the figure of a fact; to be verified, used in no text."""

    kind: Literal["reference"]
    fact: str = Field(alias="for")
    thing: str
    why: str


class SentenceRow(_Document):
    """One sentence or line of a text and who wrote it; `why` names the rules that stopped the model's words there."""

    field: str
    start: int
    end: int
    by: str
    why: str


class VariantRow(_Document):
    """One version of the copy; every text is one string, bullets joined by newlines.

    `texts` are by field; where the brief has several channels, by "<channel>.<field>", here and wherever a field is named.

    `by` is the model's name, or "built-in"; `sentences` tells it for each, in the order of the texts; "you" there is whoever
    edited the draft by hand.
    `insight` and `suggestions` are a model's: null and empty for the built-in writer.
    """

    texts: dict[str, str]
    ledger: list[LedgerRow]
    diagnostics: list[DiagnosticRow]
    by: str
    needs_review: bool
    insight: InsightRow | None = None
    suggestions: list[SuggestionRow] = []
    sentences: list[SentenceRow]


class LeftRow(_Document):
    """A fact that the copy leaves out, and why."""

    fact: str
    why: str


class PlanRow(_Document):
    """What the copy was planned to say."""

    facts_used: list[str]
    facts_left: list[LeftRow]
    angle: str


class DroppedRow(_Document):
    """A line that a model read out of a page and that was not taken, and why."""

    text: str
    why: str


class PageRow(_Document):
    """What a model (`by`) read out of a page beside the rules: facts that they had not read, and what was not taken."""

    by: str
    facts: list[str]
    dropped: list[DroppedRow]


class Write(_Document):
    """Answer of `yardstick write`; `page` stands where a model has read a page."""

    id: str | None = None
    variants: list[VariantRow]
    plan: PlanRow
    questions: list[str]
    persona_evidence: Literal["none", "some", "good"]
    notices: list[str] = []
    page: PageRow | None = None


class Check(_Document):
    """Answer of `yardstick check`."""

    id: str | None = None
    ok: bool
    diagnostics: list[DiagnosticRow]
    ledger: list[LedgerRow]


class RewriteComparison(_Document):
    """The comparison that a change puts beside a figure."""

    kind: Kind
    quantity: str
    references: list[str]
    working: str


class ChangeRow(_Document):
    """One change: `start` and `end` are offsets of the text that came in, where `before` stands; `by` whom it is."""

    start: int
    end: int
    before: str
    after: str
    why: str
    rule: str | None
    question: str | None
    comparison: RewriteComparison | None
    proof: str | None
    by: str


class OpenRow(_Document):
    """What a person must settle: a claim of the new text, with the customer's question."""

    start: int
    end: int
    text: str
    rule: str
    question: str
    needs: str


class Rewrite(_Document):
    """Answer of `yardstick rewrite --json`; all offsets but those of `changes` are offsets of `text`.

    `by` is the model that was asked, or "built-in".
    """

    id: str | None = None
    lang: Lang
    kind: Literal["text", "markdown", "html"]
    text: str
    changes: list[ChangeRow]
    kept: int
    questions: list[OpenRow]
    ledger: list[LedgerRow]
    diagnostics: list[DiagnosticRow]
    by: str
    notices: list[str]


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of a document or input by its name; raises `KeyError` for an unknown one."""
    from assistant.schema.brief import Brief, Persona
    from assistant.schema.files import AnyEntry
    from assistant.schema.listening import Listening

    models: dict[str, type[BaseModel]] = {
        "brief": Brief,
        "persona": Persona,
        "reference": AnyEntry,
        "quantities": Quantities,
        "lint": Lint,
        "lint-report": LintReport,
        "compare": Compare,
        "write": Write,
        "check": Check,
        "rewrite": Rewrite,
        "listening": Listening,
    }
    return models[name].model_json_schema()


NAMES = (
    "brief",
    "persona",
    "reference",
    "quantities",
    "lint",
    "lint-report",
    "compare",
    "write",
    "check",
    "rewrite",
    "listening",
)
