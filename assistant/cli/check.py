"""`yardstick check`: a finished text against its brief."""

from __future__ import annotations

import argparse
from typing import Any

from assistant.checks import Checked
from assistant.cli.reading import answer_lines, brief_from, load_brief, own_playbook, print_json, read_text, text_of
from assistant.draft import check
from assistant.draft.rows import checked_document
from assistant.errors import Exit, InputError
from assistant.playbook import Playbook


def run(args: argparse.Namespace) -> int:
    """Prints findings and the ledger; exit status 1 for a finding of level error."""
    playbook = own_playbook(args.playbook)
    if args.jsonl:
        answers = list(answer_lines(lambda row: _answer(row, args, playbook)))
        return Exit.FINDINGS if any(not answer.get("ok", True) for answer in answers) else Exit.FINE
    if not args.brief:
        raise InputError("check: expected --brief BRIEF. Try: yardstick check draft.txt --brief brief.yaml")
    brief = load_brief(args.brief, playbook)
    if args.lang:
        brief = brief.model_copy(update={"lang": args.lang})
    text = read_text(args.file)
    checked = check(text, brief, playbook=playbook, field=args.field or "")
    if args.json:
        print_json(checked_document(checked))
    else:
        _print(text, checked)
    return Exit.FINE if checked_document(checked)["ok"] else Exit.FINDINGS


def _answer(row: dict[str, Any], args: argparse.Namespace, playbook: Playbook) -> dict[str, Any]:
    brief = brief_from(row.get("brief"), str(row.get("id", "brief")), playbook)
    if args.lang and "lang" not in row["brief"]:
        brief = brief.model_copy(update={"lang": args.lang})
    field = row.get("field", args.field) or ""
    if not isinstance(field, str):
        raise InputError('field: expected a string, as in {"field": "headline"}')
    return checked_document(check(text_of(row), brief, playbook=playbook, field=field))


def _print(text: str, checked: Checked) -> None:
    for finding in checked.diagnostics:
        print(f"{finding.level} {finding.rule}: “{text[finding.start : finding.end]}” {finding.message}")
    for entry in checked.ledger:
        print(f"proven “{entry.text}”: {entry.kind}; {entry.proof}; {entry.source}")
    if not checked.diagnostics:
        print("ok: every number is traced, and no praise was found")
