"""Finds self-praise in a text: raw hits, less what is innocent, less what the context excuses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from assistant.praise.context import Excuses
from assistant.praise.grammar import fold
from assistant.praise.loading import load_rules
from assistant.praise.matching import Hit, Matcher, opened
from assistant.praise.rule import RuleBook
from assistant.praise.scene import Surroundings
from assistant.praise.widening import Widening
from assistant.schema import Diagnostic, Lang, Market


def find_praise(
    text: str, lang: Lang, *, names: Sequence[str] = (), market: Market | None = None
) -> tuple[Diagnostic, ...]:
    """Returns the unsupported self-praise in `text`, by start; overlaps are reported once, as the longest.

    `names` are innocent wherever they stand (product, brand, edition). Rules of a market rest
    unless it is given as `market`.
    Empty if nothing is found. Spans are code points of `text`, half-open.

    >>> [
    ...     (found.rule, text[found.start : found.end])
    ...     for text in ["Our truly world-class support answers."]
    ...     for found in find_praise(text, "en")
    ... ]
    [('empty-class', 'truly world-class')]
    >>> find_praise("Best before 2027-01-31.", "en")
    ()
    """
    book = load_rules(lang)
    folded = fold(text, lang)
    scanned = opened(folded, lang)
    hits = _matcher(lang, market).find(folded, scanned)
    if not hits:
        return ()
    hits = _without_innocent(hits, _innocent_matcher(lang).find_near(folded, scanned, hits))
    packs = [hit for hit in hits if book.rules[hit[2]].markets]
    plain = [hit for hit in hits if not book.rules[hit[2]].markets] if packs else []
    excuses, widening, around = _excuses(lang), _widening(lang), Surroundings(text, lang)
    found = []
    floor = 0
    for start, end, rule in _without_mere_modifiers(book, folded, _longest(hits)):
        low, high = widening.widened(folded, start, end, floor)
        if folded[high - 1] == "的" and "最" in folded[low:high]:
            high -= 1  # a token may need the particle to tell 最香的 from 最香醇, the finding does not
        ruling = _at(packs, low, high, rule)
        asked = {rule, _at(plain, low, high, rule)} if ruling == rule else {rule}
        if not any(excuses.find(one, around, low, high, names) for one in asked):
            found.append(_diagnostic(book, ruling, text, low, high))
            floor = high
    return tuple(found)


def _at(hits: list[Hit], start: int, end: int, otherwise: int) -> int:
    """The rule of the first hit that overlaps a span: a market's rule words a finding, a plain one may excuse it."""
    return next((rule for low, high, rule in hits if low < end and start < high), otherwise)


@lru_cache(maxsize=8)
def _matcher(lang: Lang, market: Market | None) -> Matcher:
    """The rules at work in a market: a language's own, and those of the market."""
    book = load_rules(lang)
    awake = [not rule.markets or market in rule.markets for rule in book.rules]
    return Matcher((entry for entry in book.entries if awake[entry[1]]), lang)


@lru_cache(maxsize=3)
def _innocent_matcher(lang: Lang) -> Matcher:
    return Matcher(load_rules(lang).innocent, lang)


@lru_cache(maxsize=3)
def _excuses(lang: Lang) -> Excuses:
    return Excuses(load_rules(lang))


@lru_cache(maxsize=3)
def _widening(lang: Lang) -> Widening:
    return Widening(load_rules(lang))


def _without_innocent(hits: list[Hit], innocent: list[Hit]) -> list[Hit]:
    """Drops hits that overlap an exception of their rule, or one that holds for every rule (index -1)."""
    innocent = sorted(innocent)
    lows = [low for low, _, _ in innocent]
    reach = max((high - low for low, high, _ in innocent), default=0)
    kept = []
    for start, end, rule in hits:
        near = innocent[bisect_left(lows, start - reach) : bisect_left(lows, end)]
        if not any(start < high and whose in (rule, -1) for _, high, whose in near):
            kept.append((start, end, rule))
    return kept


def _longest(hits: list[Hit]) -> list[Hit]:
    """Keeps the longest of each overlap, the first rule of equals; by start."""
    kept: list[Hit] = []
    last = -1
    for hit in sorted(hits, key=lambda one: (one[0], -one[1], one[2])):
        if hit[0] >= last:
            kept.append(hit)
        elif hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
            kept[-1] = hit
        last = kept[-1][1]
    return kept


def _without_mere_modifiers(book: RuleBook, folded: str, hits: list[Hit]) -> list[Hit]:
    """Drops a hit that only strengthens the one right after it ("the most" before "trusted"), which takes it in."""
    kept = []
    for number, hit in enumerate(hits):
        after = hits[number + 1] if number + 1 < len(hits) else None
        adjoins = after is not None and not folded[hit[1] : after[0]].strip(" ")
        if not (adjoins and folded[hit[0] : hit[1]] in book.left):
            kept.append(hit)
    return kept


def _diagnostic(book: RuleBook, index: int, text: str, start: int, end: int) -> Diagnostic:
    rule = book.rules[index]
    message = rule.message.replace("{match}", text[start:end])
    return Diagnostic(rule.id, rule.level, start, end, message, rule.question, rule.needs, rule.suggestion)
