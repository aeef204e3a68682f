"""Two versions of a text side by side, sentence by sentence: what stayed, what changed and where, what came and what went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from assistant.documents.differences import Difference, find_differences, find_words
from assistant.draft.sentences import Span, split
from assistant.schema import Lang

# Sentences that share less are two sentences, and no change of one.
_ALIKE = 0.4
# Of more sentences in a row that differ nobody sees which became which, and each is held against each.
_MOST_PAIRS = 10_000
# What stays between two marks is worth showing from so many characters on; less is confetti.
_ISLAND: dict[Lang, int] = {"en": 3, "zh-Hans": 2, "zh-Hant": 2}


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence or line and what became of it; `before` is empty where it was added, `after` where it was removed.

    `before_at` and `after_at` are their offsets in the two texts; for what is missing, where it would stand.
    `marks_before` and `marks_after` are the stretches that differ, from the start of the sentence; empty but for a change.
    """

    kind: Literal["kept", "changed", "added", "removed"]
    before: str
    after: str
    before_at: int
    after_at: int
    marks_before: tuple[Span, ...] = ()
    marks_after: tuple[Span, ...] = ()


def diff_sentences(before: str, after: str, lang: Lang) -> tuple[Change, ...]:
    """Every sentence of two versions of a text, in reading order; what went stands before what came in its place.

    White space between sentences is no change. Empty for two empty texts.

    >>> for one in diff_sentences("It is red. It weighs 620 g.", "It weighs 1.7 kg. Hot.", "en"):
    ...     print(one.kind, one.before, "→", one.after, one.marks_before, one.marks_after)
    removed It is red. →  () ()
    changed It weighs 620 g. → It weighs 1.7 kg. ((10, 15),) ((10, 16),)
    added  → Hot. () ()
    """
    old, new = split(before, "paragraph", lang), split(after, "paragraph", lang)
    said, says = [before[a:b] for a, b in old], [after[a:b] for a, b in new]
    found: list[Change] = []
    for one, other in _pairs(said, says):
        low = old[one][0] if one is not None else _end(found, "before")
        high = new[other][0] if other is not None else _end(found, "after")
        was, now = (said[one] if one is not None else ""), (says[other] if other is not None else "")
        found.append(_change(was, now, low, high, lang))
    return tuple(found)


def _end(found: Sequence[Change], side: Literal["before", "after"]) -> int:
    """Where the last sentence of a side ends; 0 before the first."""
    if not found:
        return 0
    last = found[-1]
    return last.before_at + len(last.before) if side == "before" else last.after_at + len(last.after)


def _change(was: str, now: str, low: int, high: int, lang: Lang) -> Change:
    if was == now:
        return Change("kept", was, now, low, high)
    if not (was and now):
        return Change("removed" if was else "added", was, now, low, high)
    marks = list(_joined(find_differences(was, now), was, lang))
    return Change(
        "changed",
        was,
        now,
        low,
        high,
        tuple((one.start, one.end) for one in marks if one.start < one.end),
        tuple((one.new_start, one.new_end) for one in marks if one.new_start < one.new_end),
    )


def _joined(marks: Iterable[Difference], was: str, lang: Lang) -> Iterator[Difference]:
    """The marks, those that hardly anything parts as one."""
    last: Difference | None = None
    for mark in marks:
        if last is not None and len(was[last.end : mark.start].strip()) < _ISLAND[lang]:
            last = Difference(last.start, mark.end, last.new_start, mark.new_end)
            continue
        if last is not None:
            yield last
        last = mark
    if last is not None:
        yield last


def _pairs(said: Sequence[str], says: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Which sentence became which, in reading order; None beside one that went or came."""
    for what, first, last, low, high in SequenceMatcher(None, said, says, autojunk=False).get_opcodes():
        if what == "equal":
            yield from zip(range(first, last), range(low, high), strict=True)
        else:
            for one, other in _aligned(said[first:last], says[low:high]):
                yield (first + one if one is not None else None), (low + other if other is not None else None)


def _aligned(said: Sequence[str], says: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Sentences that differ, those that are alike side by side, so that as much as can be is alike; order is kept."""
    olds, news = [Counter(find_words(one.lower())) for one in said], [Counter(find_words(one.lower())) for one in says]
    if len(said) * len(says) > _MOST_PAIRS:
        yield from ((number, None) for number in range(len(said)))
        yield from ((None, number) for number in range(len(says)))
        return
    alike = [[_likeness(old, new) for new in news] for old in olds]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for one in reversed(range(len(olds))):
        for other in reversed(range(len(news))):
            paired = alike[one][other] + best[one + 1][other + 1] if alike[one][other] >= _ALIKE else 0.0
            best[one][other] = max(paired, best[one + 1][other], best[one][other + 1])
    one = other = 0
    while one < len(olds) or other < len(news):
        both = one < len(olds) and other < len(news)
        if both and alike[one][other] >= _ALIKE and best[one][other] == alike[one][other] + best[one + 1][other + 1]:
            yield one, other
            one, other = one + 1, other + 1
        elif one < len(olds) and (not both or best[one][other] == best[one + 1][other]):
            yield one, None
            one += 1
        else:
            yield None, other
            other += 1


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two sentences have in common, white space left out: 1 for all, 0 for none."""
    total = sum(count for word, count in (one + other).items() if not word.isspace())
    return 2 * sum(count for word, count in (one & other).items() if not word.isspace()) / total if total else 0.0
