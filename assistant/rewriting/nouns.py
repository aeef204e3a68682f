"""What passes between the steps of a rewrite."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.comparisons import Audience
from assistant.documents import Block, Document
from assistant.documents.document import Kind
from assistant.lint.page import Found
from assistant.references import Book
from assistant.rewriting.edits import Edit
from assistant.rewriting.gate import Gate
from assistant.rewriting.sentences import Sentence
from assistant.schema import Comparison, Diagnostic, Lang, LedgerEntry
from assistant.writer import BUILT_IN


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an edit was made: the rule and the customer's question, or the comparison with its proof; and `by` whom."""

    why: str
    rule: str = ""
    question: str = ""
    comparison: Comparison | None = None
    proof: str = ""
    by: str = BUILT_IN


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of the file: its span and words before, its words after, and each reason for it."""

    start: int
    end: int
    before: str
    after: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A rewritten file. `changes` are spans of what came in; `open` are findings for a person, `ledger` and `diagnostics`
    what the checks say, all three with spans of the new text. `kept` counts the sentences that stand as they stood. `by` is
    the model that was asked, "built-in" if none was; `notices` are for whoever asked.
    """

    text: str
    kind: Kind
    lang: Lang
    changes: tuple[Change, ...]
    kept: int
    open: tuple[Diagnostic, ...]
    ledger: tuple[LedgerEntry, ...]
    diagnostics: tuple[Diagnostic, ...]
    by: str = BUILT_IN
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """An edit of the original with the same one of the visible text, and its reason."""

    edit: Edit
    seen: Edit
    reason: Reason
    block: Block


@dataclass(frozen=True, slots=True)
class Page:
    """A document with all that a round needs to know of it."""

    document: Document
    sentences: tuple[Sentence, ...]
    found: tuple[Found, ...]
    names: tuple[str, ...]
    gate: Gate
    audience: Audience
    book: Book
