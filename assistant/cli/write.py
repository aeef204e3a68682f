"""`yardstick write`: copy from a brief, with the proof of each number."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from assistant.chain.settings import ModelSettings, load_settings
from assistant.cli.reading import answer_lines, brief_from, load_brief, print_json
from assistant.draft import write
from assistant.draft.rows import draft_document
from assistant.errors import Exit, InputError
from assistant.playbook import load_playbook
from assistant.schema import Draft
from assistant.schema.brief import Brief
from assistant.writer import BUILT_IN


def _settings(name: str | None) -> ModelSettings | None:
    return None if name == BUILT_IN else load_settings(model=name)


def _with_options(brief: Brief, args: argparse.Namespace) -> Brief:
    changes: dict[str, Any] = {}
    if args.lang:
        changes["lang"] = args.lang
    if args.channel:
        load_playbook().channel(args.channel)
        changes["channel"] = args.channel
    return brief.model_copy(update=changes)


def run(args: argparse.Namespace) -> int:
    """Prints drafts; exit status 1 if one needs review."""
    settings = _settings(args.model)
    if args.jsonl:
        answers = list(answer_lines(lambda row: _answer(row, args, settings)))
        review = any(variant["needs_review"] for answer in answers for variant in answer.get("variants", ()))
        return Exit.FINDINGS if review else Exit.FINE
    if not args.brief:
        raise InputError(
            "write: expected a brief. Try: yardstick write brief.yaml (`yardstick schema brief` shows one)"
        )
    brief = _with_options(load_brief(args.brief), args)
    draft = write(brief, settings, args.variants)
    for notice in draft.notices:
        print(f"yardstick: {notice}", file=sys.stderr)
    if args.json:
        print_json(draft_document(draft))
    else:
        _print(draft)
    return Exit.FINDINGS if any(variant.needs_review for variant in draft.variants) else Exit.FINE


def _answer(row: dict[str, Any], args: argparse.Namespace, settings: ModelSettings | None) -> dict[str, Any]:
    brief = brief_from({key: value for key, value in row.items() if key != "id"}, str(row.get("id", "brief")))
    # A line's own keys beat the options.
    own = argparse.Namespace(
        lang=None if "lang" in row else args.lang, channel=None if "channel" in row else args.channel
    )
    return draft_document(write(_with_options(brief, own), settings, args.variants))


def _print(draft: Draft) -> None:
    for number, variant in enumerate(draft.variants, 1):
        head = f"── {number} · {variant.by}" + (" · needs review" if variant.needs_review else "") + " "
        print(head + "─" * max(0, 60 - len(head)))
        for name in variant.texts:
            text = variant.texts[name]
            print("\n".join(f"• {line}" for line in text.split("\n")) if name == "bullets" else text)
            print()
        for finding in variant.diagnostics:
            print(f"  {finding.level} {finding.rule} ({finding.field}): {finding.message}")
        for entry in variant.ledger:
            print(f"  {entry.field} “{entry.text}”: {entry.kind}; {entry.proof}; {entry.source}")
        print()
    for question in draft.questions:
        print(f"? {question}")
