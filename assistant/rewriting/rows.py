"""The JSON of `yardstick rewrite`, and the reasons of its changes for people."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import Any

from assistant.lint import Lines
from assistant.rewriting.messages import say
from assistant.rewriting.nouns import Change, Rewritten
from assistant.schema import Comparison
from assistant.writer import BUILT_IN


def _comparison_row(comparison: Comparison) -> dict[str, Any]:
    return {
        "kind": comparison.kind,
        "quantity": comparison.quantity.text,
        "references": [reference.id for reference in comparison.references],
        "working": comparison.working,
    }


def _change_row(change: Change) -> dict[str, Any]:
    beside = next((reason.comparison for reason in change.reasons if reason.comparison), None)
    return {
        "start": change.start,
        "end": change.end,
        "before": change.before,
        "after": change.after,
        "why": "; ".join(reason.why for reason in change.reasons),
        "rule": ", ".join(dict.fromkeys(reason.rule for reason in change.reasons if reason.rule)) or None,
        "question": " ".join(reason.question for reason in change.reasons if reason.question) or None,
        "comparison": _comparison_row(beside) if beside else None,
        "proof": "; ".join(reason.proof for reason in change.reasons if reason.proof) or None,
        "by": ", ".join(dict.fromkeys(reason.by for reason in change.reasons)),
    }


def rewritten_document(rewritten: Rewritten) -> dict[str, Any]:
    """The whole answer to `yardstick rewrite --json`."""
    return {
        "lang": rewritten.lang,
        "kind": rewritten.kind,
        "text": rewritten.text,
        "changes": [_change_row(change) for change in rewritten.changes],
        "kept": rewritten.kept,
        "questions": [
            {
                "start": one.start, "end": one.end, "text": rewritten.text[one.start : one.end], "rule": one.rule,
                "question": one.question, "needs": one.needs,
            }
            for one in rewritten.open
        ],
        "ledger": [
            {
                "field": one.field, "start": one.start, "end": one.end, "text": one.text, "kind": one.kind,
                "proof": one.proof, "source": one.source,
            }
            for one in rewritten.ledger
        ],
        "diagnostics": [
            {
                "rule": one.rule, "level": one.level, "field": one.field, "start": one.start, "end": one.end,
                "message": one.message,
            }
            for one in rewritten.diagnostics
        ],
        "by": rewritten.by,
        "notices": list(rewritten.notices),
    }  # fmt: skip


def reason_lines(name: str, text: str, rewritten: Rewritten) -> Iterator[str]:
    """Each change with its reason and, where a model was asked, who wrote it; each question for a person, each finding; places are those of the file before and after."""
    before, after = Lines(text), Lines(rewritten.text)
    for change in rewritten.changes:
        line, column = before.at(change.start)
        for reason in change.reasons:
            by = f" · {reason.by}" if rewritten.by != BUILT_IN else ""
            yield f"{name}:{line}:{column}: {reason.why}" + (f" ({reason.rule})" if reason.rule else "") + by
            if reason.proof:
                yield f"    = {reason.proof}"
    for one in rewritten.open:
        line, column = after.at(one.start)
        shown = " ".join(rewritten.text[one.start : one.end].split())
        yield f"{name}:{line}:{column}: {say('person', rewritten.lang)}: {shown} ({one.rule})"
        yield f"    ? {one.question}"
    for one in rewritten.diagnostics:
        line, column = after.at(one.start)
        yield f"{name}:{line}:{column}: {one.level} {one.rule}: {one.message}"


def diff_lines(name: str, text: str, rewritten: Rewritten) -> Iterator[str]:
    """A unified diff from the file to its rewrite; empty where nothing changed."""
    name = name.lstrip("/")
    old, new = text.splitlines(keepends=True), rewritten.text.splitlines(keepends=True)
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
