"""`yardstick schema`: the JSON Schema of a document with a worked example."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.cli.reading import print_json
from assistant.errors import Exit, InputError
from assistant.schema.documents import NAMES, schema_of

# A file of references as a spreadsheet saves it; its example is the file's text.
TABLE = "reference-csv"
# A team's playbook is a folder; its schema is that of all its files by name.
PLAYBOOK = "playbook"
EXAMPLES = Path(__file__).parents[1] / "schema" / "examples"


def _given(name: str) -> Any:
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def _quantities() -> Any:
    from assistant.quantities import find_quantities
    from assistant.quantities.jsonl import rows

    found = find_quantities("Battery: up to 14 hours, 620 g", "en")
    return {"id": "1", "quantities": rows(found)}


def _lint() -> Any:
    from assistant.cli.lint import lint_row

    return {"id": "1", **lint_row("Our industry-leading kettle boils 1.7 L in 4 minutes.", "en", None)}


def _lint_report() -> Any:
    from assistant.cli.lint import lint_report

    return [lint_report("page.html", "<h1>Our industry-leading kettle</h1>")]


def _compare() -> Any:
    from assistant.cli.compare import compare_document

    return {"id": "1", **compare_document("6000 m/s", "en")}


def _write() -> Any:
    from assistant.draft import write
    from assistant.draft.rows import draft_document
    from assistant.schema.brief import Brief

    return {"id": "1", **draft_document(write(Brief.model_validate(_given("brief"))))}


def _check() -> Any:
    from assistant.draft import check
    from assistant.draft.rows import checked_document
    from assistant.schema.brief import Brief

    return {"id": "1", **checked_document(check("It stands 59 m tall.", Brief.model_validate(_given("brief"))))}


def _rewrite() -> Any:
    from assistant.rewriting import rewrite
    from assistant.rewriting.rows import rewritten_document

    page = "<p>Our industry-leading kettle holds 1.7 L. It is simply the best.</p>"
    return {"id": "1", **rewritten_document(rewrite(page, "html", "en"))}


def _listening() -> Any:
    from assistant.personas.heard import listening_document
    from assistant.personas.listen import listen

    said = "The fan rattles at night.\nI wish it had a timer.\nSeller response: It is loud.\n"
    return listening_document(listen(said, "reviews.txt"))


# What the product answers is worked out when it is asked for, so that an example is never out of date.
_WORKED: dict[str, Callable[[], Any]] = {
    "quantities": _quantities,
    "lint": _lint,
    "lint-report": _lint_report,
    "compare": _compare,
    "write": _write,
    "check": _check,
    "rewrite": _rewrite,
    "listening": _listening,
}


def example_of(name: str) -> Any:
    """A document of this name that the product takes or gives."""
    worked = _WORKED.get(name)
    return worked() if worked else _given(name)


def run(args: argparse.Namespace) -> int:
    """Prints {"schema", "example"}; raises `InputError` for an unknown name."""
    if args.name == TABLE:
        from assistant.references.tabular import EXAMPLE, row_schema

        print_json({"schema": row_schema(), "example": EXAMPLE})
        return Exit.FINE
    if args.name == PLAYBOOK:
        from assistant.playbook.files import playbook_example, playbook_schema

        print_json({"schema": playbook_schema(), "example": playbook_example()})
        return Exit.FINE
    if args.name not in NAMES:
        raise InputError(f"schema: expected one of {', '.join([*NAMES, TABLE, PLAYBOOK])}, got {args.name!r}.")
    print_json({"schema": schema_of(args.name), "example": example_of(args.name)})
    return Exit.FINE
