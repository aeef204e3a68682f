"""The JSON of `yardstick write` and `yardstick check`."""

from __future__ import annotations

from typing import Any

from assistant.checks import Checked
from assistant.schema import Diagnostic, Draft, Insight, LedgerEntry, Plan, Sentence, Variant


def _ledger_row(entry: LedgerEntry) -> dict[str, Any]:
    return {
        "field": entry.field,
        "start": entry.start,
        "end": entry.end,
        "text": entry.text,
        "kind": entry.kind,
        "proof": entry.proof,
        "source": entry.source,
    }


def _diagnostic_row(finding: Diagnostic) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level,
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
    }


def _sentence_row(sentence: Sentence) -> dict[str, Any]:
    return {
        "field": sentence.field,
        "start": sentence.start,
        "end": sentence.end,
        "by": sentence.by,
        "why": sentence.why,
    }


def _variant_row(variant: Variant) -> dict[str, Any]:
    return {
        "texts": dict(variant.texts),
        "ledger": [_ledger_row(entry) for entry in variant.ledger],
        "diagnostics": [_diagnostic_row(finding) for finding in variant.diagnostics],
        "by": variant.by,
        "needs_review": variant.needs_review,
        "insight": _insight_row(variant.insight),
        "suggestions": [
            {"kind": one.kind, "for": one.fact, "thing": one.thing, "why": one.why} for one in variant.suggestions
        ],
        "sentences": [_sentence_row(sentence) for sentence in variant.sentences],
    }


def _insight_row(insight: Insight | None) -> dict[str, Any] | None:
    return (
        None if insight is None else {"text": insight.text, "angle": insight.angle, "evidence": list(insight.evidence)}
    )


def _plan_row(plan: Plan) -> dict[str, Any]:
    facts = {fact.id: fact.text for fact in plan.facts}
    return {
        "facts_used": [facts[fact_id] for fact_id in plan.used],
        "facts_left": [{"fact": facts[fact_id], "why": why} for fact_id, why in plan.left],
        "angle": plan.angle,
    }


def draft_document(draft: Draft) -> dict[str, Any]:
    """The whole answer to `yardstick write --json`."""
    return {
        "variants": [_variant_row(variant) for variant in draft.variants],
        "plan": _plan_row(draft.plan),
        "questions": list(draft.questions),
        "persona_evidence": draft.persona_evidence,
        "notices": list(draft.notices),
    }


def checked_document(checked: Checked) -> dict[str, Any]:
    """The whole answer to `yardstick check --json`; `ok` is false where a finding has level error."""
    return {
        "ok": not any(finding.level == "error" for finding in checked.diagnostics),
        "diagnostics": [_diagnostic_row(finding) for finding in checked.diagnostics],
        "ledger": [_ledger_row(entry) for entry in checked.ledger],
    }
