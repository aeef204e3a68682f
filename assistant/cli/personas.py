"""`yardstick personas`: the ready ones, one of them, a check of an own file, and listening to what customers say."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.errors import Exit, InputError
from assistant.personas import get_persona, load_persona, load_personas
from assistant.schema.brief import Persona


def run(args: argparse.Namespace) -> int:
    """Lists, shows, checks or listens; a faulty or empty file is exit status 2 with its place."""
    if args.action == "listen":
        return _listen(args)
    if args.json or args.yaml:
        raise InputError(f"personas {args.action}: --json and --yaml go with listen.")
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
    import sys

    from assistant.cli.lint_files import read_source
    from assistant.cli.reading import print_json
    from assistant.personas.heard import listening_document, listening_lines, persona_fields
    from assistant.personas.listen import listen

    name = args.name or "-"
    listening = listen(read_source(name).text, name, args.lang)
    if args.json:
        print_json(listening_document(listening))
    elif args.yaml:
        import yaml

        sys.stdout.write(yaml.safe_dump(persona_fields(listening), allow_unicode=True, sort_keys=False, width=1000))
    else:
        print("\n".join(listening_lines(listening)))
    return Exit.FINE


def _shown(persona: Persona) -> str:
    import yaml

    state = "a guess: no customer's words behind it" if persona.evidence_state == "none" else persona.evidence_state
    document = persona.model_dump(mode="json", exclude_defaults=True)
    return f"# evidence: {state}\n" + yaml.safe_dump(document, allow_unicode=True, sort_keys=False).rstrip()
