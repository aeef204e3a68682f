"""`yardstick lint --fix`: safe replacements written, or shown as a diff."""

from __future__ import annotations

import sys

from assistant.cli.lint_files import Source, write_source
from assistant.lint import Lines, Linted
from assistant.lint.changes import touches
from assistant.lint.fixes import apply_fixes, find_fixes


def fixed(source: Source, linted: Linted, names: tuple[str, ...], lines: frozenset[int] | None) -> str:
    """The text of a source with the safe replacements made, on the given lines only (None: on all)."""
    fixes = find_fixes(linted, names)
    if lines is not None:
        places = Lines(source.text)
        fixes = [fix for fix in fixes if touches(lines, places.at(fix.start)[0], places.last(fix.start, fix.end))]
    return apply_fixes(source.text, fixes)


def show(source: Source, text: str) -> None:
    """Prints what would change as a unified diff."""
    from difflib import unified_diff

    old, new = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
    name = source.name.lstrip("/")
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")


def write(source: Source, text: str) -> None:
    """Writes the new text and says so."""
    write_source(source, text)
    print(f"yardstick: {source.name}: replaced what cannot change a fact", file=sys.stderr)
