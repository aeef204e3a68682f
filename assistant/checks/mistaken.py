"""A yardstick taken for another: "four LED bulbs" where the comparison is with old-style ones.

A comparison in free wording is known by words of its yardstick. Two yardsticks may share such words, so a proven
number is held to the names of the whole book: where the text names, in full, a yardstick that is not the
comparison's, and nothing else in the sentence speaks of the comparison's own, the number is not its.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from assistant.checks.clauses import Clauses
from assistant.checks.mentions import Span, content_words, find_mentions
from assistant.checks.proofs import Known
from assistant.checks.spans import is_inside
from assistant.references import Book
from assistant.schema import Lang, Reference

_COUNTER = 2


_Finder = tuple[AhoCorasick, tuple[frozenset[str], ...]]


def _finder(book: Book, lang: Lang) -> _Finder:
    """Finds every way in which the book names its yardsticks, and the words of each name."""
    kept: _Finder | None = book.kept.get(f"mistaken {lang}")
    if kept is None:
        kept = book.kept[f"mistaken {lang}"] = _make_finder(book, lang)
    return kept


def _make_finder(book: Book, lang: Lang) -> _Finder:
    found: dict[str, frozenset[str]] = {}
    for reference in book.by_id.values():
        if lang not in reference.names:
            continue
        names = reference.names[lang]
        for name in (names.thing, names.of, names.many, names.name):
            if name and name.lower() not in found:
                found[name.lower()] = content_words(name, lang)
    return AhoCorasick(list(found), matchkind=MATCHKIND_LEFTMOST_LONGEST), tuple(found.values())


def takes_another(
    known: Known, text: str, start: int, end: int, references: Sequence[Reference], clauses: Clauses
) -> bool:
    """Whether the words about a number name another yardstick of the book, and not the one that proves it."""
    own = _identity(references, known.lang)
    low, high = clauses.clause(start)
    others = list(_others(known, text, min(low, start), max(high, end), references))
    if not others:
        return False
    first, last = clauses.sentence(start)
    before = clauses.sentence_before(start)
    first = before[0] if before else first
    mentions = find_mentions(text, first, last, own, known.lang)
    # A measure word that both have stands right before the other's name: 兩中杯美制量杯.
    return all(any(a - _COUNTER <= one[0] and one[1] <= b for a, b in others) for one in mentions)


def _identity(references: Sequence[Reference], lang: Lang) -> frozenset[str]:
    """The words that name things, without those of what is measured."""
    words: frozenset[str] = frozenset()
    for reference in references:
        names = reference.names[lang]
        words |= content_words(f"{names.thing} {names.many}", lang) or content_words(names.of, lang)
    return words


def _others(known: Known, text: str, low: int, high: int, references: Sequence[Reference]) -> Iterator[Span]:
    """Names of yardsticks in a stretch with a word that none of these has; the product's own are left out."""
    finder, words_of = _finder(known.book, known.lang)
    lowered = text[low:high].lower()
    if len(lowered) != high - low:
        return
    own = frozenset().union(known.own, known.told, *(known.keys[one.id] for one in references))
    for index, start, end in finder.find_matches_as_indexes(lowered):
        words = words_of[index]
        found = low + start, low + end
        if words and not words <= own and not any(is_inside(text, at) for at in found):
            yield found
