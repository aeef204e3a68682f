"""What can be said of a product beyond its figures: closed lists of words, and what of them a text mentions.

One file a rule in `data`: concepts by id, each with its words in three languages. `weak` words count only beside a word
that says they are meant of the product (see `new_claims`); `proofs` are words of a fact that say the same in another
way; a concept that is `general` is carried by any other of its file; in one that is `apart` each word stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from assistant.errors import DataFileError
from assistant.praise.grammar import fold
from assistant.schema import LANGS, Lang
from assistant.schema.data import load_yaml

DATA = Path(__file__).parent / "data"
FILES = ("certification", "origin", "material", "guarantee", "endorsement", "capability")
_KEYS = frozenset((*LANGS, "weak", "proofs", "general", "apart"))
_PART = re.compile(r"\(([^()]*)\)(\??)")
_PLURAL = re.compile(r"(?:e?s|'s)(?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that can be claimed; `family` is its file, whose rule is "new-" and that name."""

    id: str
    family: str
    general: bool
    apart: bool


class Mention(NamedTuple):
    """Where a text names a concept; `sure` if the word counts wherever it stands."""

    start: int
    end: int
    concept: Concept
    sure: bool


def spell(pattern: str) -> Iterator[str]:
    """The words that a pattern stands for: "(a|b)" is either, "(a|b)?" either or neither.

    >>> sorted(spell("(rust|stain) proof(s)?"))
    ['rust proof', 'rust proofs', 'stain proof', 'stain proofs']
    """
    parts: list[tuple[str, ...]] = []
    at = 0
    for match in _PART.finditer(pattern):
        parts += [(pattern[at : match.start()],), (*match[1].split("|"), *([""] if match[2] else []))]
        at = match.end()
    for chosen in product(*parts, (pattern[at:],)):
        yield " ".join("".join(chosen).split())


class Lookup:
    """Finds words in folded text, the longest at each place, in time linear in the text; by position."""

    __slots__ = ("_automaton", "_meanings", "_written")

    def __init__(self, words: Mapping[str, Sequence[tuple[Concept, bool]]], lang: Lang) -> None:
        self._written = list(words)
        self._meanings = [tuple(dict.fromkeys(words[word])) for word in self._written]
        folded = [fold(word, lang) for word in self._written]
        self._automaton = AhoCorasick(folded)

    def find(self, text: str, folded: str) -> Iterator[Mention]:
        """The mentions in a text; a word of capitals ("CE", "AI") is one only in capitals."""
        floor = 0
        for start, end, index in sorted(self._whole(text, folded), key=lambda one: (one[0], -one[1])):
            if start < floor:
                continue
            floor = end
            for concept, sure in self._meanings[index]:
                yield Mention(start, end, concept, sure)

    def _whole(self, text: str, folded: str) -> Iterator[tuple[int, int, int]]:
        """Every match that is a whole word: the longest at a place may be the beginning of another word."""
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            word = self._written[index]
            if _cut(folded, start, end) or (_shouted(word) and not text[start:end].isupper()):
                continue
            # "china" is porcelain, "turkey" a dish.
            if (
                text[start].islower()
                and word[0].isupper()
                and any(c.family == "origin" for c, _ in self._meanings[index])
            ):
                continue
            yield start, end, index


def _shouted(word: str) -> bool:
    return len(word) <= 3 and word.isascii() and word.isupper()


def _cut(folded: str, start: int, end: int) -> bool:
    """Whether a match is only a part of a longer Latin word or number; a plural is the word."""
    if start and _latin(folded[start - 1]) and _latin(folded[start]):
        return True
    return _latin(folded[end - 1]) and _latin(folded[end : end + 1]) and not _PLURAL.match(folded, end)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


@cache
def _entries() -> tuple[tuple[Concept, Mapping[str, Any]], ...]:
    found = []
    for family in FILES:
        path = DATA / f"{family}.yaml"
        for name, entry in load_yaml(path.read_text(encoding="utf-8")).items():
            unknown = set(entry) - _KEYS
            if unknown:
                raise DataFileError(path.name, name, f"unknown key '{sorted(unknown)[0]}'")
            found.append((Concept(name, family, bool(entry.get("general")), bool(entry.get("apart"))), entry))
    return tuple(found)


@cache
def _innocent() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = load_yaml((DATA / "innocent.yaml").read_text(encoding="utf-8"))
    return found


def _add(words: dict[str, list[tuple[Concept, bool]]], listed: Sequence[str], concept: Concept, sure: bool) -> None:
    for pattern in listed:
        for word in spell(pattern):
            words.setdefault(word, []).append((concept, sure))


@lru_cache(maxsize=3)
def claim_lookup(lang: Lang) -> Lookup:
    """What claims a concept in a language."""
    words: dict[str, list[tuple[Concept, bool]]] = {}
    for concept, entry in _entries():
        _add(words, entry.get(lang, ()), concept, True)
        _add(words, entry.get("weak", {}).get(lang, ()), concept, False)
    words.update((word, []) for one in _innocent()["en" if lang == "en" else "zh"] for word in spell(one))
    return Lookup(words, lang)


@cache
def proof_lookup() -> Lookup:
    """What carries a concept, in any of the languages: a fact may be written in another than the copy."""
    words: dict[str, list[tuple[Concept, bool]]] = {}
    for concept, entry in _entries():
        for lang in LANGS:
            _add(words, entry.get(lang, ()), concept, True)
            _add(words, entry.get("weak", {}).get(lang, ()), concept, True)
        _add(words, entry.get("proofs", ()), concept, True)
    words.update((word, []) for listed in _innocent().values() for one in listed for word in spell(one))
    return Lookup(words, "zh-Hans")
