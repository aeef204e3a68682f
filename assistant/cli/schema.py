"""`yardstick schema`: the JSON Schema of a document with a worked example."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from assistant.cli.reading import print_json
from assistant.errors import Exit, InputError

EXAMPLES = Path(__file__).parents[1] / "schema" / "examples"


def run(args: argparse.Namespace) -> int:
    """Prints {"schema", "example"}; raises `InputError` for an unknown name."""
    from assistant.schema.documents import NAMES, schema_of

    if args.name not in NAMES:
        raise InputError(f"schema: expected one of {', '.join(NAMES)}, got {args.name!r}.")
    example = json.loads((EXAMPLES / f"{args.name}.json").read_text(encoding="utf-8"))
    print_json({"schema": schema_of(args.name), "example": example})
    return Exit.FINE
