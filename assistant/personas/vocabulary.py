"""Words that customers use again and again: in at least two voices, no stop words; Chinese without a dictionary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from assistant.schema import Lang

MOST = 20
# Who finds what no model has found.
RULES = "rules"
_VOICES = 2
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{2,}")
_RUN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,20}")
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word as customers write it, and how many of them do; `by` is who found it."""

    text: str
    voices: int
    by: str = RULES


def find_words(
    said: Iterable[tuple[int, str]], lang: Lang, stops: Collection[str], edges: Collection[str]
) -> tuple[Word, ...]:
    """The words of at least two voices, by how many, then as they were first said; twenty at most.

    >>> [word.text for word in find_words([(1, "the hose slips"), (2, "My hose!")], "en", {"the"}, "")]
    ['hose']
    """
    voices: dict[str, set[int]] = defaultdict(set)
    shown: dict[str, str] = {}
    for voice, text in said:
        for key, word in _english(text, stops) if lang == "en" else _chinese(text, stops, edges):
            voices[key].add(voice)
            shown.setdefault(key, word)
    counted = {key: len(who) for key, who in voices.items() if len(who) >= _VOICES}
    if lang != "en":
        counted = {
            key: count
            for key, count in counted.items()
            if not any(key in longer and key != longer and counted[longer] >= count for longer in counted)
        }
    ranked = sorted(counted, key=lambda key: -counted[key])
    return tuple(Word(shown[key], counted[key]) for key in ranked[:MOST])


def _english(text: str, stops: Collection[str]) -> Iterable[tuple[str, str]]:
    for found in _WORD.finditer(text):
        word = found[0].lower().replace("’", "'").strip("'-").removesuffix("'s")
        if word not in stops and len(word) > 2:
            # Plural and singular are one word, shown as it was first said.
            yield (word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word), word


def _chinese(text: str, stops: Collection[str], edges: Collection[str]) -> Iterable[tuple[str, str]]:
    for found in _LATIN.finditer(text):
        yield found[0].lower(), found[0]
    for run in _RUN.findall(text):
        for size in range(2, _LONGEST + 1):
            for at in range(len(run) - size + 1):
                word = run[at : at + size]
                if word[0] in edges or word[-1] in edges or any(stop in word for stop in stops):
                    continue
                yield word, word
