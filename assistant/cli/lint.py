"""`yardstick lint` and `yardstick explain`: praise in a text, and what a rule is about."""

from __future__ import annotations

import argparse
from typing import Any

from assistant.cli.reading import answer_lines, pick_lang, pick_market, print_json, read_text, text_of
from assistant.errors import Exit
from assistant.praise import explain, find_praise
from assistant.schema import Diagnostic, Lang, Market
from assistant.schema.language import guess_lang


def _row(finding: Diagnostic) -> dict[str, Any]:
    return {
        "start": finding.start,
        "end": finding.end,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "question": finding.question,
        "needs": finding.needs,
        "suggestion": finding.suggestion,
    }


def _answer(row: dict[str, Any], args: argparse.Namespace) -> dict[str, Any]:
    text = text_of(row)
    return lint_row(text, pick_lang(row, args.lang, text), pick_market(row, args.market))


def lint_row(text: str, lang: Lang, market: Market | None) -> dict[str, Any]:
    """The findings of one text as the JSON of the interface."""
    return {"spans": [_row(finding) for finding in find_praise(text, lang, market=market)]}


def _counts(level: str) -> bool:
    return level in ("error", "warning")


def run(args: argparse.Namespace) -> int:
    """Prints findings; exit status 1 if one of level warning or error was found."""
    if args.jsonl:
        answers = list(answer_lines(lambda row: _answer(row, args)))
        levels = [span["level"] for answer in answers for span in answer.get("spans", ())]
        return Exit.FINDINGS if any(map(_counts, levels)) else Exit.FINE
    documents, found = [], False
    for name in args.files:
        text = read_text(name)
        lang: Lang = args.lang or guess_lang(text)
        findings = find_praise(text, lang, market=args.market)
        found = found or any(_counts(finding.level) for finding in findings)
        if args.format == "json":
            documents.append({"file": name, "lang": lang, "spans": [_row(finding) for finding in findings]})
        else:
            _print(name, text, findings)
    if args.format == "json":
        print_json(documents)
    return Exit.FINDINGS if found else Exit.FINE


def _print(name: str, text: str, findings: tuple[Diagnostic, ...]) -> None:
    label = "<stdin>" if name == "-" else name
    for finding in findings:
        line = text.count("\n", 0, finding.start) + 1
        column = finding.start - (text.rfind("\n", 0, finding.start) + 1) + 1
        print(f"{label}:{line}:{column}: {finding.level} {finding.rule}: {finding.message}")
        for lead, said in (("?", finding.question), ("→", finding.needs), ("✎", finding.suggestion)):
            if said:
                print(f"    {lead} {said}")
    if not findings:
        print(f"{label}: nothing found")


def run_explain(args: argparse.Namespace) -> int:
    """Prints what a rule catches, asks and needs, with its examples."""
    rule = explain(args.rule, args.lang or "en")
    print(f"{rule.id}  ({rule.family}, {rule.level})")
    for lead, said in (
        ("", rule.message),
        ("? ", rule.question),
        ("→ ", rule.needs),
        ("✎ ", rule.suggestion),
        ("§ ", rule.link),
    ):
        if said:
            print(f"  {lead}{said}")
    for lead, texts in (("✗ ", rule.flag), ("✓ ", rule.allow)):
        for text in texts:
            print(f"  {lead}{text}")
    return Exit.FINE
