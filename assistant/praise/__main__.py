"""Writes `compiled/<lang>.json` anew, after a rule or context file was edited: `python -m assistant.praise`."""

from __future__ import annotations

import sys

from assistant.praise.loading import HERE, write_compiled
from assistant.schema import LANGS

if __name__ == "__main__":
    folder = HERE / "compiled"
    folder.mkdir(exist_ok=True)
    for lang in LANGS:
        sys.stdout.write(f"{write_compiled(lang, folder).relative_to(HERE)}\n")
