"""`yardstick write`: copy from a brief, or from a page, document or table, with the proof of each number."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from functools import partial
from typing import Any

from assistant.chain.calls import Calls, Step, open_calls
from assistant.chain.settings import ModelSettings
from assistant.cli.model_options import budget_of, settings_of
from assistant.cli.pages import load_brief_or_page
from assistant.cli.reading import answer_lines, brief_from, own_playbook, print_json
from assistant.draft import write
from assistant.draft.rows import draft_document
from assistant.draft.steps import say_step
from assistant.errors import Exit, InputError
from assistant.playbook import FieldShape, Playbook
from assistant.schema import Draft, Lang
from assistant.schema.brief import Brief
from assistant.schema.channels import by_channel

# Texts that anybody can tell apart go without their names.
_PAGE = ("headline", "subhead", "paragraph", "bullets", "specifications")
_LISTED = ("bullets", "headlines", "lines")


def _with_options(brief: Brief, args: argparse.Namespace, playbook: Playbook) -> Brief:
    changes: dict[str, Any] = {}
    if args.lang:
        changes["lang"] = args.lang
    if args.channel:
        named = tuple(name.strip() for name in args.channel.split(","))
        playbook.channel(named)
        brief = brief.with_channels(named)
    return brief.model_copy(update=changes)


def run(args: argparse.Namespace) -> int:
    """Prints drafts; exit status 1 if one needs review."""
    settings, playbook, budget = settings_of(args.model), own_playbook(args.playbook), budget_of(args.budget)
    if settings is None:
        return _run(args, None, playbook, None)
    with open_calls(budget=budget) as calls:
        return _run(args, settings, playbook, calls)


def _run(args: argparse.Namespace, settings: ModelSettings | None, playbook: Playbook, calls: Calls | None) -> int:
    if args.jsonl:
        answers = list(answer_lines(lambda row: _answer(row, args, settings, playbook, calls)))
        review = any(variant["needs_review"] for answer in answers for variant in answer.get("variants", ()))
        return Exit.FINDINGS if review else Exit.FINE
    if not args.brief:
        raise InputError(
            "write: expected a brief. Try: yardstick write brief.yaml (`yardstick schema brief` shows one)"
        )
    given = load_brief_or_page(args.brief, args.lang, playbook, settings, calls, args.row)
    brief = _with_options(given.brief, args, playbook)
    if calls is not None and sys.stderr.isatty():
        calls.on_step = partial(_tell, variants=args.variants, lang=brief.lang)
    draft = given.with_questions(
        write(brief, settings, args.variants, playbook=playbook, calls=calls, critique=args.critique)
    )
    for notice in draft.notices:
        print(f"yardstick: {notice}", file=sys.stderr)
    if args.json:
        print_json({**draft_document(draft), **given.row()})
    else:
        _print(draft, brief, playbook)
    return Exit.FINDINGS if any(variant.needs_review for variant in draft.variants) else Exit.FINE


def _tell(step: Step, variants: int, lang: Lang) -> None:
    """For somebody who waits before a screen; a log has no use for it."""
    print(f"yardstick: {say_step(step, variants, lang)} …", file=sys.stderr, flush=True)


def _answer(
    row: dict[str, Any],
    args: argparse.Namespace,
    settings: ModelSettings | None,
    playbook: Playbook,
    calls: Calls | None,
) -> dict[str, Any]:
    document = {key: value for key, value in row.items() if key != "id"}
    brief = brief_from(document, str(row.get("id", "brief")), playbook)
    # A line's own keys beat the options.
    own = argparse.Namespace(
        lang=None if "lang" in row else args.lang, channel=None if "channel" in row else args.channel
    )
    brief = _with_options(brief, own, playbook)
    return draft_document(write(brief, settings, args.variants, playbook=playbook, calls=calls, critique=args.critique))


def _print(draft: Draft, brief: Brief, playbook: Playbook) -> None:
    for number, variant in enumerate(draft.variants, 1):
        head = f"── {number} · {variant.by}" + (" · needs review" if variant.needs_review else "") + " "
        print(head + "─" * max(0, 60 - len(head)))
        if len(brief.channels) == 1:
            _print_texts(variant.texts, playbook.channel(brief.channel).fields)
        else:
            for channel, texts in by_channel(variant.texts, brief.channels).items():
                place = playbook.channel(channel)
                print(f"═══ {place.name.get(brief.lang, channel)} ({channel})")
                _print_texts(texts, place.fields)
        if variant.insight is not None:
            heard = " / ".join(f"“{quote}”" for quote in variant.insight.evidence) or "a guess: no customer's words"
            print(f"  rests on: {variant.insight.text} ({heard})")
        for finding in variant.diagnostics:
            print(f"  {finding.level} {finding.rule} ({finding.field}): {finding.message}")
        for entry in variant.ledger:
            print(f"  {entry.field} “{entry.text}”: {entry.kind}; {entry.proof}; {entry.source}")
        for one in variant.sentences:
            if one.why:
                print(f"  {one.field} “{variant.texts[one.field][one.start : one.end]}”: {one.by} instead of {one.why}")
        print()
    for question in draft.questions:
        print(f"? {question}")


def _print_texts(texts: Mapping[str, str], shapes: Mapping[str, FieldShape]) -> None:
    for name, text in texts.items():
        if len(texts) > 1 and tuple(shapes) != _PAGE:
            print(f"{name}:")
        print("\n".join(f"• {line}" for line in text.split("\n")) if shapes[name].role in _LISTED else text)
        print()
