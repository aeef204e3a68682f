"""Splits what a seller pasted (lines, bullets, tables of "Label: value", sentences) into facts with their quantities."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from assistant.quantities.lazy import lazy
from assistant.quantities.scan import find_quantities
from assistant.schema import Fact, Lang, Market, Quantity

_LINE = lazy(r"[^\n\r\u2028\u2029]+")
_BULLET = lazy(
    r"[ \t\u3000]*(?:[-*•·▪◦●■○‣–—]+[ \t]+|[●■•◆★☆✓✔√►▶]+|(?:\(?[0-9]{1,2}[.)、]|[①-⑳])[ \t]*(?![0-9]))?[ \t\u3000]*"
)
_LABEL = lazy(r"([^:：|\t=\n]{1,40}?)[ \t]*(?:：|(?<![0-9]):(?!//)|\t+|\|(?=[^|]))[ \t\u3000]*(?=\S)")
_SEMICOLON = lazy(r"[;；]")
_SENTENCE = lazy(r"[。！？!?]+[”」』\"']*|\.(?=[ \t]+[A-Z0-9“\"(])|(?<=[^0-9A-Z])\.(?=$)")
_ABBREVIATION = lazy(
    r"\b(?:approx|max|min|incl|no|vs|e\.g|i\.e|fl|sq|cu|lbs?|oz|in|ft|dia|typ|avg|est|ca)$", re.IGNORECASE
)


def _cuts(line: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in pattern.finditer(line):
        if match[0] == "." and _ABBREVIATION.search(line, max(0, match.start() - 8), match.start()):
            continue
        end = match.start() if match[0] in ";；" else match.end()
        spans.append((start, end))
        start = match.end()
    spans.append((start, len(line)))
    return spans


def _pieces(text: str) -> list[tuple[int, int, str | None]]:
    """Spans of facts with the label that stands before them, in order."""
    found: list[tuple[int, int, str | None]] = []
    for line in _LINE.finditer(text):
        bullet = _BULLET.match(line[0])
        at = bullet.end() if bullet else 0
        for first, last in _cuts(line[0][at:], _SEMICOLON):
            for start, end in _cuts(line[0][at + first : at + last], _SENTENCE):
                low, high = line.start() + at + first + start, line.start() + at + first + end
                while low < high and text[low].isspace():
                    low += 1
                while high > low and text[high - 1].isspace():
                    high -= 1
                if high > low and any(char.isalnum() for char in text[low:high]):
                    label = _LABEL.match(text, low, high)
                    found.append((low, high, label[1].strip(" *•-_[【】]") if label else None))
    return found


def find_facts(text: str, lang: Lang = "en", market: Market | None = None) -> tuple[Fact, ...]:
    r"""The facts of a pasted text in order, ids "f1", "f2" …; empty if it holds no words or figures. Never raises.

    A fact's span and its quantities' spans are code points of the whole text. `attribute` is the label before a colon,
    tab or bar, None if there is none; quantities without an attribute of their own take it.

    >>> [(f.id, f.attribute, f.text) for f in find_facts("Weight: 63 g; thin\n• Boils 1.7 L in 4 min")]
    [('f1', 'Weight', 'Weight: 63 g'), ('f2', None, 'thin'), ('f3', None, 'Boils 1.7 L in 4 min')]
    """
    quantities = find_quantities(text, lang, market)
    starts = [quantity.start for quantity in quantities]
    facts: list[Fact] = []
    for start, end, label in _pieces(text):
        inside: tuple[Quantity, ...] = quantities[bisect_left(starts, start) : bisect_left(starts, end)]
        if label:
            inside = tuple(replace(q, attribute=q.attribute or label) if q.attribute != label else q for q in inside)
        facts.append(Fact(f"f{len(facts) + 1}", text[start:end], start, end, inside, label))
    return tuple(facts)
