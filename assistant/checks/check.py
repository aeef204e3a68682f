"""Runs every rule over the texts of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.checks.content import find_content_faults
from assistant.checks.messages import MESSAGES
from assistant.checks.quotes import find_altered_quotes
from assistant.checks.specification import find_lost_specifications
from assistant.checks.tracing import Traced, Tracer
from assistant.schema import Diagnostic, LedgerEntry, Plan
from assistant.schema.brief import Brief, Persona

RULES: tuple[str, ...] = tuple(MESSAGES)


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings over all fields, by field and position, and the ledger: what proves each number."""

    diagnostics: tuple[Diagnostic, ...]
    ledger: tuple[LedgerEntry, ...]


def check_texts(texts: Mapping[str, str], brief: Brief, plan: Plan, persona: Persona | None) -> Checked:
    """Checks texts by field against what the plan allows. Empty texts give an empty result."""
    tracer = Tracer(brief, plan, persona)
    traced: dict[str, Traced] = {}
    findings: list[Diagnostic] = []
    for field, text in texts.items():
        traced[field] = tracer.trace(field, text)
        mine = [
            *traced[field].objections,
            *find_content_faults(field, text, brief, plan, persona),
            *find_altered_quotes(field, text, brief, persona),
        ]
        findings += sorted(mine, key=lambda finding: (finding.start, finding.rule))
    findings += find_lost_specifications(traced, brief.lang)
    return Checked(tuple(findings), tuple(entry for one in traced.values() for entry in one.entries))
