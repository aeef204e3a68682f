"""Products to start from, invented, each language its own; each holds one line of self-praise for the flag to show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.schema import Lang
from assistant.schema.data import load_yaml

DATA = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Example:
    """One product: facts as pasted (one a line), its name, and the id of the persona that it is for."""

    id: str
    title: str
    product: str
    persona: str
    facts: str


@cache
def load_examples(lang: Lang) -> tuple[Example, ...]:
    """The examples of one language, in the order they are offered."""
    rows = load_yaml((DATA / f"{lang}.yaml").read_text(encoding="utf-8"))
    return tuple(
        Example(row["id"], row["title"], row["product"], row["persona"], "\n".join(row["facts"])) for row in rows
    )
