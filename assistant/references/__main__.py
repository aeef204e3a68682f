"""Writes `compiled.json` anew, after a reference was edited: `python -m assistant.references`."""

from __future__ import annotations

import sys

from assistant.references.book import COMPILED, compile_book

if __name__ == "__main__":
    COMPILED.write_text(compile_book(), encoding="utf-8")
    sys.stdout.write(f"{COMPILED.name}\n")
