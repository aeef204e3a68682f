"""`yardstick personas`: the ready ones, one of them, a check of an own file, and listening to what customers say."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import Exit, InputError
from assistant.personas import get_persona, load_persona, load_personas, render_persona
from assistant.schema.brief import Persona

if TYPE_CHECKING:
    from assistant.personas.said import Listening


def run(args: argparse.Namespace) -> int:
    """Lists, shows, checks or listens; a faulty or empty file is exit status 2 with its place."""
    if args.action == "listen":
        return _listen(args)
    if args.json or args.yaml:
        raise InputError(f"personas {args.action}: --json and --yaml go with listen.")
    if args.model or args.budget:
        raise InputError(f"personas {args.action}: --model and --budget go with listen.")
    if args.action == "list":
        from assistant.cli.columns import table

        rows = [(p.id, p.market or "", p.lang or "", p.evidence_state, p.name) for p in load_personas().values()]
        print(table([("id", "market", "language", "evidence", "name"), *rows]))
        return Exit.FINE
    if not args.name:
        wanted = "the id of a persona" if args.action == "show" else "a file"
        raise InputError(f"personas {args.action}: expected {wanted}. `yardstick personas --help` shows examples.")
    persona = get_persona(args.name) if args.action == "show" else load_persona(Path(args.name))
    print(_shown(persona) if args.action == "show" else f"{args.name}: a well-formed persona ({persona.id})")
    return Exit.FINE


def _listen(args: argparse.Namespace) -> int:
    from assistant.cli.lint_files import read_source
    from assistant.cli.model_options import budget_of, settings_of
    from assistant.personas.listen import listen

    settings, budget = settings_of(args.model), budget_of(args.budget)
    name = args.name or "-"
    listening = listen(read_source(name).text, name, args.lang)
    if settings is None:
        from assistant.personas.heard import listening_document

        _print(listening, listening_document(listening), args)
        return Exit.FINE
    from assistant.chain.calls import open_calls
    from assistant.draft.from_voices import dropped_lines, hear_with_model, heard_document

    with open_calls(budget=budget) as calls:
        heard = hear_with_model(listening, settings, calls)
    for line in (*heard.notices, *dropped_lines(heard)):
        print(f"yardstick: {line}", file=sys.stderr)
    _print(heard.listening, heard_document(heard), args)
    if heard.reached is not None:
        # What was heard until then is shown all the same.
        raise heard.reached
    return Exit.FINE


def _print(listening: Listening, document: dict[str, Any], args: argparse.Namespace) -> None:
    from assistant.cli.reading import print_json
    from assistant.personas.heard import listening_lines, persona_fields

    if args.json:
        print_json(document)
    elif args.yaml:
        import yaml

        sys.stdout.write(yaml.safe_dump(persona_fields(listening), allow_unicode=True, sort_keys=False, width=1000))
    else:
        print("\n".join(listening_lines(listening)))


def _shown(persona: Persona) -> str:
    state = "a guess: no customer's words behind it" if persona.evidence_state == "none" else persona.evidence_state
    return f"# evidence: {state}\n" + render_persona(persona).rstrip()
