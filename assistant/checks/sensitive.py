"""Words that hurt beside a figure, and topics that the brief keeps away from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from assistant.checks.carried import carried_by
from assistant.checks.clauses import Clauses
from assistant.checks.concepts import DATA
from assistant.checks.mentions import find_mentions, mention_keys
from assistant.checks.messages import say
from assistant.checks.spans import references_of
from assistant.schema import Diagnostic, Lang, Plan
from assistant.schema.brief import Brief, Persona
from assistant.schema.data import load_yaml

_FIGURE = re.compile(
    r"[0-9]|[一二两兩三四五六七八九十百千万萬半]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|twice|hundred|thousand|as|than)\b",
    re.IGNORECASE,
)


@cache
def _lists() -> Mapping[str, Any]:
    found: Mapping[str, Any] = load_yaml((DATA / "sensitive.yaml").read_text(encoding="utf-8"))
    return found


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    parts = [
        rf"(?<![A-Za-z]){re.escape(w)}(?![A-Za-z])" if w.isascii() else re.escape(w)
        for w in sorted(set(words), key=len, reverse=True)
        if w
    ]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


@lru_cache(maxsize=3)
def _always(lang: Lang) -> tuple[AhoCorasick, re.Pattern[str] | None]:
    """What tells in one pass whether any of the words can be there, and what finds them as whole words."""
    words = [word for topic in _lists()["always"].values() for word in topic[lang]]
    return AhoCorasick([word.lower() for word in words]), _any_of(words)


@lru_cache(maxsize=64)
def _avoided(avoid: tuple[str, ...], lang: Lang) -> re.Pattern[str] | None:
    """The words of the topics that a brief avoids: those of the list, else the topic's own name."""
    lists, words = {**_lists()["always"], **_lists()["avoid"]}, list(avoid)
    for topic in avoid:
        listed = lists.get(topic.lower().strip()) or next(
            (entry for entry in lists.values() if topic in entry[lang]), None
        )
        words += listed[lang] if listed else []
    return _any_of(words)


def find_insensitive(field: str, text: str, brief: Brief, plan: Plan, persona: Persona | None) -> Iterator[Diagnostic]:
    """An error for a topic or a yardstick that the brief avoids, a warning for death or disaster beside a figure."""
    avoided = _avoided(brief.avoid, brief.lang) if brief.avoid else None
    taken: list[tuple[int, int]] = []
    if avoided is not None:
        taken = [match.span() for match in avoided.finditer(text) if not carried_by(brief, persona).says(match[0])]
        taken += _avoided_yardsticks(text, brief, plan)
        for start, end in sorted(set(taken)):
            yield Diagnostic(
                "insensitive-reference",
                "error",
                start,
                end,
                say("insensitive-reference", brief.lang, text[start:end]),
                field=field,
            )
    automaton, always = _always(brief.lang)
    if always is None or not automaton.find_matches_as_indexes(text.lower()):
        return
    clauses = Clauses(text)
    for match in always.finditer(text):
        sentence = text[slice(*clauses.sentence(match.start()))]
        if match.span() in taken or carried_by(brief, persona).says(match[0]) or not _FIGURE.search(sentence):
            continue
        message = say("insensitive-reference", brief.lang, match[0])
        yield Diagnostic("insensitive-reference", "warning", *match.span(), message, field=field)


def _avoided_yardsticks(text: str, brief: Brief, plan: Plan) -> Iterator[tuple[int, int]]:
    avoid = {topic.lower().strip() for topic in brief.avoid}
    for reference in references_of(plan):
        if (reference.sensitivity and avoid & {*reference.sensitivity}) or avoid & {*reference.topics}:
            yield from find_mentions(text, 0, len(text), mention_keys(reference, brief.lang), brief.lang)[:1]
