"""`yardstick explain`: what a rule is about."""

from __future__ import annotations

import argparse

from assistant.errors import Exit
from assistant.lint.messages import OWN, ask, level_of
from assistant.praise import explain
from assistant.schema import Lang


def run(args: argparse.Namespace) -> int:
    """Prints what a rule catches, asks and needs, with its examples."""
    lang: Lang = args.lang or "en"
    if args.rule in OWN:
        print(f"{args.rule}  ({level_of(args.rule)})")
        if question := ask(args.rule, lang):
            print(f"  ? {question}")
        return Exit.FINE
    rule = explain(args.rule, lang)
    print(f"{rule.id}  ({rule.family}, {rule.level})")
    for lead, said in (
        ("", rule.message),
        ("? ", rule.question),
        ("→ ", rule.needs),
        ("✎ ", rule.suggestion),
        ("§ ", rule.law),
        ("", rule.link),
    ):
        if said:
            print(f"  {lead}{said}")
    for lead, texts in (("✗ ", rule.flag), ("✓ ", rule.allow)):
        for text in texts:
            print(f"  {lead}{text}")
    return Exit.FINE
