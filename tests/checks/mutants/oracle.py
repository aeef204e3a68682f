"""A true draft, and whether a number changed in it became false.

What a number stands for is read from the brief's facts and from the comparison's exact ratio by a reader of its own
(`figures`), never by asking the gate.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from assistant.references import Book
from assistant.schema import Comparison, Lang, Plan, Reference
from assistant.schema.brief import Brief, Persona
from tests.checks.mutants.figures import Figure, find_figures


@dataclass(frozen=True, slots=True)
class Draft:
    """A true draft with what it was written from; `book` is where other references come from."""

    brief: Brief
    plan: Plan
    persona: Persona | None
    texts: Mapping[str, str]
    book: Book


@dataclass(frozen=True, slots=True)
class Mutant:
    """A draft with one place changed; `was` and `now` are the words there."""

    draft: Draft
    kind: str
    field: str
    text: str
    was: str
    now: str

    @property
    def texts(self) -> dict[str, str]:
        """All fields of the draft, with the changed one."""
        return {**self.draft.texts, self.field: self.text}


ABOUT = re.compile(
    r"(?:about|around|roughly|some|or so|约|約|大概|差不多|左右|上下|将近|nearly|almost|more than|over|just)",
    re.IGNORECASE,
)
TIMES = re.compile(r" ?(?:times|x\b|×)|倍")
# Farther from the exact value than this, no hedge makes a number true.
FAR = Fraction(12, 100)


def around(text: str, figure: Figure) -> str:
    return text[max(0, figure.start - 14) : figure.start] + "|" + text[figure.end : figure.end + 12]


def measured(draft: Draft) -> dict[tuple[str, Fraction], str]:
    """What the facts measure, each with its fact's id."""
    return {f.size: fact.id for fact in draft.plan.facts for f in find_figures(fact.text, draft.brief.lang)}


def ratio_at(draft: Draft, text: str, figure: Figure) -> Comparison | None:
    """The comparison that a bare number is a multiple or a count of, by its value."""
    if figure.dimension:
        return None
    sentence = sentence_of(text, figure.start)
    for one in draft.plan.comparisons:
        shown = one.ratio_shown
        if (
            shown == figure.value
            and one.ratio_exact
            and any(is_named(sentence, r, draft.brief.lang) for r in one.references)
        ):
            return one
    return None


def sentence_of(text: str, at: int) -> str:
    starts = [
        text.rfind(mark, 0, at) + len(mark) for mark in ("。", "！", "？", "\n", ". ", "! ", "? ") if mark in text[:at]
    ]
    ends = [e for mark in ("。", "！", "？", "\n", ". ", "! ", "? ") if (e := text.find(mark, at)) >= 0]
    return text[max(starts, default=0) : min(ends, default=len(text))]


def is_named(text: str, reference: Reference, lang: Lang) -> bool:
    names = reference.names[lang]
    return any(one and one in text for one in (names.of, names.thing, names.name, names.many))


def is_quoted(draft: Draft, text: str, at: int) -> bool:
    """Whether a place lies in a customer's words or in what the brief says of the customer's day."""
    persona = draft.persona
    theirs = (
        [*(e.quote for e in persona.evidence), *persona.pains, *persona.wants, *(m.text for m in persona.moments)]
        if persona
        else []
    )
    return any(low <= at < low + len(one) for one in theirs for low in places(text, one))


def places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def is_in_name(draft: Draft, text: str, at: int) -> bool:
    names = [
        n
        for c in draft.plan.comparisons
        for r in c.references
        for n in (lambda x: (x.of, x.thing, x.name, x.many))(r.names[draft.brief.lang])
    ]
    return any(low <= at < low + len(one) for one in [*names, draft.brief.product] for low in places(text, one))


def with_words(text: str, figure: Figure, words: str) -> str:
    return text[: figure.start] + words + text[figure.end :]


def is_false(draft: Draft, text: str, figure: Figure, new: Figure) -> bool:
    """Whether a number that stood for a fact or a ratio is false with its new value."""
    comparison = ratio_at(draft, text, figure)
    if comparison is not None and comparison.ratio_exact is not None:
        exact = comparison.ratio_exact
        return abs(new.value - exact) > FAR * exact and new.value not in {c.ratio_shown for c in draft.plan.comparisons}
    if figure.size in measured(draft):
        if new.size == figure.size or (new.dimension and new.dimension != figure.dimension and not figure.dimension):
            return False
        gap = abs(new.value * new.factor - figure.value * figure.factor)
        hedged = ABOUT.search(around(text, figure)) is not None
        return new.dimension != figure.dimension or gap > (FAR * figure.value * figure.factor if hedged else 0)
    return False


def figures_of(draft: Draft, text: str) -> list[Figure]:
    return [
        f
        for f in find_figures(text, draft.brief.lang)
        if not is_quoted(draft, text, f.start) and not is_in_name(draft, text, f.start)
    ]


Found = tuple[str, str, str]  # the changed text, the words before, the words after
Kind = Callable[[Draft, str, random.Random], "Found | None"]


def renumbered(draft: Draft, text: str, figure: Figure, words: str) -> Found | None:
    changed = with_words(text, figure, words)
    new = next((f for f in find_figures(changed, draft.brief.lang) if f.start == figure.start), None)
    if new is None or not is_false(draft, text, figure, new):
        return None
    return changed, text[figure.start : figure.end], words
