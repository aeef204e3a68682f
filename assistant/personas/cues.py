"""The words by which a customer's trouble, wish and moment are heard: data, one file a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.schema import Lang
from assistant.schema.data import load_yaml

DATA = Path(__file__).parent / "words"
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """One language's cues. `pains` by theme give way to a negation before them, `lacks` are the negation themselves."""

    pains: tuple[tuple[str, Pattern], ...]
    lacks: tuple[tuple[str, Pattern], ...]
    wants: Pattern
    no_wants: Pattern
    negations: tuple[str, ...]
    fears: Pattern
    irony: Pattern
    concrete: Pattern
    moments: Pattern | None
    clauses: Pattern
    lead: Pattern
    stops: frozenset[str]
    edges: frozenset[str]


@dataclass(frozen=True, slots=True)
class Speakers:
    """Labels and marks that tell whose words follow, in any language; all in small letters."""

    customer: frozenset[str]
    other: frozenset[str]
    reply: frozenset[str]
    headers: frozenset[str]
    closings: tuple[str, ...]
    columns: tuple[str, ...]
    roles: frozenset[str]


@cache
def load_cues(lang: Lang) -> Cues:
    """The cues of a language, from the product's own data."""
    data = load_yaml((DATA / f"{lang}.yaml").read_text(encoding="utf-8"))
    return Cues(
        pains=_themes(data["pains"]),
        lacks=_themes(data["lacks"]),
        wants=_any(data["wants"]),
        no_wants=_any(data["no_wants"]),
        negations=tuple(map(str, data["negations"])),
        fears=_any(data["fears"]),
        irony=_any(data["irony"]),
        concrete=_any(data["concrete"]),
        moments=_any(data["moments"]) if data["moments"] else None,
        clauses=_any(data["clauses"]),
        lead=re.compile(data["lead"], re.IGNORECASE),
        stops=frozenset(map(str, data["stops"])),
        edges=frozenset(data.get("edges", "")),
    )


@cache
def load_speakers() -> Speakers:
    """The labels of speakers, from the product's own data."""
    data = load_yaml((DATA / "speakers.yaml").read_text(encoding="utf-8"))

    def words(key: str) -> tuple[str, ...]:
        return tuple(str(word).lower() for word in data[key])

    return Speakers(
        customer=frozenset(words("customer")),
        other=frozenset(words("other")),
        reply=frozenset(words("reply")),
        headers=frozenset(words("headers")),
        closings=words("closings"),
        columns=words("columns"),
        roles=frozenset(words("roles")),
    )


def _themes(data: dict[str, Any]) -> tuple[tuple[str, Pattern], ...]:
    return tuple((theme, _any(sources)) for theme, sources in data.items())


def _any(sources: list[str]) -> Pattern:
    return re.compile("|".join(f"(?:{source})" for source in sources), re.IGNORECASE)
