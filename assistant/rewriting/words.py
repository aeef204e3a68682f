"""The words of each language that decide what may be cut, and where a comparison stands already: data, one file a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.schema import Lang
from assistant.schema.data import load_yaml

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words. `attributes` are praise before a noun, longest first; `generic` and `empty` say nothing;
    `compared` finds a comparison that stands already; `reports` tell that the sentence is somebody's verdict. A language leaves empty what its grammar does not ask for.
    """

    attributes: tuple[str, ...]
    degrees: tuple[str, ...]
    guards: frozenset[str]
    generic: tuple[str, ...]
    empty: frozenset[str]
    light: frozenset[str]
    openers: tuple[str, ...]
    compared: tuple[re.Pattern[str], ...]
    before: tuple[str, ...] = ()
    subordinate: tuple[str, ...] = ()
    not_nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    scales: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    predicates: frozenset[str] = frozenset()


@cache
def load_words(lang: Lang) -> Words:
    """The words of a language, from the product's own data."""
    data = load_yaml((DATA / f"{lang}.yaml").read_text(encoding="utf-8"))

    def longest(key: str) -> tuple[str, ...]:
        return tuple(sorted(dict.fromkeys(data.get(key, ())), key=lambda word: (-len(word), word)))

    return Words(
        attributes=longest("attributes"),
        degrees=longest("degrees"),
        guards=frozenset(data["guards"]),
        generic=longest("generic"),
        empty=frozenset(data["empty"]),
        light=frozenset(data["light"]),
        openers=longest("openers"),
        compared=tuple(re.compile(one) for one in data["compared"]),
        before=longest("before"),
        subordinate=longest("subordinate"),
        not_nouns=frozenset(data.get("not_nouns", ())),
        adjectives=frozenset(data.get("adjectives", ())),
        copulas=frozenset(data.get("copulas", ())),
        scales=frozenset(data.get("scales", ())),
        reports=frozenset(data["reports"]),
        predicates=frozenset(data.get("predicates", "")),
    )


def is_compared(sentence: str, lang: Lang) -> bool:
    """Whether a sentence puts something beside something already.

    >>> is_compared("It weighs 620 g, about the weight of a football.", "en"), is_compared("It weighs 620 g.", "en")
    (True, False)
    """
    return any(pattern.search(sentence) for pattern in load_words(lang).compared)
