"""Runs every rule over the texts of a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.checks.comparatives import find_comparatives
from assistant.checks.content import find_content_faults
from assistant.checks.fit import find_foreign_persona, find_misfits
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
from assistant.schema.channels import parted_name

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

    Where the brief has several channels, fields are called "<channel>.<field>", and what texts say together (the figure
    of a comparison, repetition, voice, opening) is judged channel by channel. Empty texts give an empty result. Raises
    `InputError` for a channel that the playbook does not have.
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
    for place, names in enumerate(_read_together(texts, brief)):
        beside = {name: texts[name] for name in names}
        proven = {name: traced[name] for name in names}
        findings += find_lost_specifications(proven, brief.lang)
        findings += find_repetition(beside, proven, brief)
        findings += find_company_voice(beside, brief, persona)
        findings += [] if place else find_foreign_persona(beside, brief, persona)
        findings += find_misfits(beside, brief, persona)
    return Checked(tuple(findings), tuple(entry for one in traced.values() for entry in one.entries))


def _read_together(texts: Mapping[str, str], brief: Brief) -> list[list[str]]:
    """The names of the texts that a reader meets in one place: all of them, or those of each channel."""
    if len(brief.channels) == 1:
        return [list(texts)]
    places: dict[str, list[str]] = {}
    for name in texts:
        places.setdefault(parted_name(name)[0], []).append(name)
    return list(places.values())


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
