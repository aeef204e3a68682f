"""What tracing one text gives, and the text laid out for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.checks.claims import Claim
from assistant.checks.clauses import Clauses
from assistant.checks.messages import say
from assistant.checks.proofs import Objection
from assistant.checks.spans import Approved
from assistant.schema import Comparison, Diagnostic, Lang, LedgerEntry, Quantity


@dataclass(frozen=True, slots=True)
class Traced:
    """What one text gave: proofs and objections by position, exact figures, comparisons and approved wording with spans."""

    entries: list[LedgerEntry] = field(default_factory=list)
    objections: list[Diagnostic] = field(default_factory=list)
    stated: list[Quantity] = field(default_factory=list)
    compared: list[tuple[Comparison, int, int]] = field(default_factory=list)
    approved: tuple[Approved, ...] = ()

    def object(self, lang: Lang, name: str, text: str, start: int, end: int, found: Objection | None) -> None:
        """Notes that a stretch of the field `name` is not proven, or what it breaks."""
        found = found or Objection("number-untraced")
        message = say(found.rule, lang, shown=text[start:end], detail=found.detail)
        self.objections.append(Diagnostic(found.rule, "error", start, end, message, field=name))


@dataclass(frozen=True, slots=True)
class Page:
    """One text with all that was found in it."""

    text: str
    clauses: Clauses
    approved: tuple[Approved, ...]
    claims: list[Claim]
