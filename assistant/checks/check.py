"""Runs every rule over the texts of a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.checks.comparatives import find_comparatives
from assistant.checks.content import find_content_faults
from assistant.checks.fit import find_misfits
from assistant.checks.messages import MESSAGES
from assistant.checks.new_claims import find_new_claims
from assistant.checks.new_names import find_new_names
from assistant.checks.places import find_overlong
from assistant.checks.quotes import find_altered_quotes
from assistant.checks.reading import find_hard_sentences
from assistant.checks.regions import find_region_words
from assistant.checks.repetition import find_repetition
from assistant.checks.sensitive import find_insensitive
from assistant.checks.specification import find_lost_specifications
from assistant.checks.traced import Traced
from assistant.checks.tracing import Tracer
from assistant.checks.voice import find_company_voice
from assistant.playbook import Playbook, load_playbook
from assistant.schema import Diagnostic, LedgerEntry, Plan
from assistant.schema.brief import Brief, Persona

RULES: tuple[str, ...] = tuple(MESSAGES)


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings over all fields, by field and position, and the ledger: what proves each number."""

    diagnostics: tuple[Diagnostic, ...]
    ledger: tuple[LedgerEntry, ...]


def check_texts(
    texts: Mapping[str, str], brief: Brief, plan: Plan, persona: Persona | None, playbook: Playbook | None = None
) -> Checked:
    """Checks texts by field against what the plan allows and what the channel takes.

    Empty texts give an empty result. Raises `InputError` for a channel that the playbook does not have.
    """
    playbook = playbook or load_playbook()
    tracer = Tracer(brief, plan, persona)
    traced: dict[str, Traced] = {}
    findings: list[Diagnostic] = []
    for field, text in texts.items():
        traced[field] = tracer.trace(field, text)
        mine = [
            *traced[field].objections,
            *find_content_faults(field, text, brief, traced[field].approved, persona),
            *find_altered_quotes(field, text, brief, persona),
            *find_overlong(field, text, brief, playbook),
            *find_insensitive(field, text, brief, plan, persona),
            *find_region_words(field, text, brief, persona),
            *find_hard_sentences(field, text, brief, persona),
        ]
        mine += _not_said(mine, _claims(field, text, brief, plan, persona))
        findings += sorted(mine, key=lambda finding: (finding.start, finding.rule))
    findings += find_lost_specifications(traced, brief.lang)
    findings += find_repetition(texts, traced, brief)
    findings += find_company_voice(texts, brief, persona)
    findings += find_misfits(texts, brief, persona)
    return Checked(tuple(findings), tuple(entry for one in traced.values() for entry in one.entries))


def _claims(field: str, text: str, brief: Brief, plan: Plan, persona: Persona | None) -> list[Diagnostic]:
    return [
        *find_new_claims(field, text, brief, plan, persona),
        *find_new_names(field, text, brief, plan, persona),
        *find_comparatives(field, text, brief, persona),
    ]


def _not_said(found: Sequence[Diagnostic], claims: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The claims that no other error covers: praise and altered quotations say it already."""
    errors = [one for one in found if one.level == "error"]
    return [one for one in claims if not any(e.start <= one.start and one.end <= e.end for e in errors)]
