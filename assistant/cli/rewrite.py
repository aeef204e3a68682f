"""`yardstick rewrite`: an existing page, its praise cut and its bare figures compared."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli.lint_files import Source, read_source, write_whole
from assistant.cli.model_options import budget_of, settings_of
from assistant.cli.reading import load_brief, print_json
from assistant.documents import guess_kind, read_document
from assistant.errors import Exit, InputError
from assistant.lint import find_settings
from assistant.personas import get_persona
from assistant.rewriting import Rewritten, rewrite
from assistant.rewriting.messages import say
from assistant.rewriting.rows import diff_lines, reason_lines, rewritten_document
from assistant.schema import Lang
from assistant.schema.language import guess_lang
from assistant.writer import BUILT_IN

if TYPE_CHECKING:
    from assistant.chain.settings import ModelSettings
    from assistant.documents import Kind
    from assistant.tokens import Budget


def run(args: argparse.Namespace) -> int:
    """Prints the new text, a diff or a document; exit status 1 where something needs a person."""
    if args.file == "-" and hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(newline="")  # line ends are the writer's
    source = read_source(args.file)
    if not source.text.strip():
        raise InputError(f"{source.name}: holds no text to rewrite.")
    rewritten = _rewritten(source, args)
    if args.out:
        write_whole(Path(args.out), source.mark + rewritten.text.encode(source.encoding))
    if args.json:
        print_json(rewritten_document(rewritten))
    else:
        _print(source, args, rewritten)
    failed = rewritten.open or any(one.level == "error" for one in rewritten.diagnostics)
    return Exit.FINDINGS if failed else Exit.FINE


def _rewritten(source: Source, args: argparse.Namespace) -> Rewritten:
    brief = load_brief(args.brief) if args.brief else None
    settings = find_settings((source.path.parent if source.path else Path()).resolve())
    kind = args.kind or guess_kind(source.name, source.text)
    lang: Lang = args.lang or settings.lang or guess_lang(read_document(source.text, kind).text)
    market = args.market or (brief.market if brief else None)
    persona = get_persona(args.persona, lang, market) if args.persona else None
    given: dict[str, Any] = {"brief": brief, "persona": persona, "market": market, "settings": settings}
    asked, budget = settings_of(args.model), budget_of(args.budget)
    if asked is None:
        rewritten = rewrite(source.text, kind, lang, **given)
        unasked = args.model and args.model != BUILT_IN
        return replace(rewritten, notices=(say("no-model", lang),)) if unasked else rewritten
    return _by_model(source.text, kind, lang, asked, budget, given)


def _by_model(
    text: str, kind: Kind, lang: Lang, asked: ModelSettings, budget: Budget | None, given: dict[str, Any]
) -> Rewritten:
    from assistant.chain.calls import open_calls
    from assistant.draft.by_model import what_it_took
    from assistant.rewriting.by_model import rewrite_by_model

    with open_calls(budget=budget) as calls:
        rewritten = rewrite_by_model(text, kind, lang, asked, calls, **given)
        return replace(rewritten, notices=(*rewritten.notices, *what_it_took(calls, lang)))


def _print(source: Source, args: argparse.Namespace, rewritten: Rewritten) -> None:
    for notice in rewritten.notices:
        print(f"yardstick: {notice}", file=sys.stderr)
    for line in reason_lines(source.name, source.text, rewritten):
        print(line, file=sys.stderr)
    counts = {"changes": len(rewritten.changes), "kept": rewritten.kept, "questions": len(rewritten.open)}
    print(f"yardstick: {say('counted', rewritten.lang, **counts)}", file=sys.stderr)
    if not args.brief:
        print(f"yardstick: {say('no-brief', rewritten.lang)}", file=sys.stderr)
    if args.diff:
        for line in diff_lines(source.name, source.text, rewritten):
            sys.stdout.write(line)
    elif not args.out:
        sys.stdout.write(rewritten.text)
