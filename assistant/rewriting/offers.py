"""Which sentences of a page a model is asked for, with the praise in each and the comparisons that it may take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.documents.document import OBJECT
from assistant.lint.page import Found
from assistant.quantities import find_facts
from assistant.rewriting.beside import MOST, Placed, Yardsticks, count_compared, find_places
from assistant.rewriting.cutting import is_anothers
from assistant.rewriting.nouns import Page
from assistant.rewriting.sentences import Sentence
from assistant.schema import Comparison

# Tables, code and quotations stay as they are.
_KINDS = ("heading", "paragraph", "item")
# Of two a writer takes the one that fits the sentence.
_EACH = 2
# What is shown of the rest of the page: enough to know the thing.
_FACTS, _FACT_CHARS = 40, 4_000


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence with the findings of praise in it and the comparisons for its figure; not both empty."""

    sentence: Sentence
    found: tuple[Found, ...]
    comparisons: tuple[Comparison, ...]


def find_offers(page: Page) -> list[Offer]:
    """The sentences with praise in them or with a bare figure that has a comparison, in order; no yardstick twice."""
    beside = _comparisons(page)
    offers = []
    at = 0
    for sentence in page.sentences:
        while at < len(page.found) and page.found[at].seen[0] < sentence.start:
            at += 1
        own: list[Found] = []
        for one in page.found[at:]:
            if one.seen[0] >= sentence.end:
                break
            if one.seen[0] < one.seen[1] <= sentence.end and one.diagnostic.question:
                own.append(one)
        comparisons = beside.get(sentence.start, ())
        text = page.document.text[sentence.start : sentence.end]
        fit = sentence.block.kind in _KINDS and OBJECT not in text and not (own and is_anothers(page, own))
        if fit and (own or comparisons):
            offers.append(Offer(sentence, tuple(own), comparisons))
    return offers


def facts_elsewhere(page: Page, offers: Iterable[Offer]) -> tuple[str, ...]:
    """What the page, or its brief, says outside these sentences, in order, as much as a request has room for."""
    gate, text = page.gate, page.document.text
    asked = [(one.sentence.start, one.sentence.end) for one in offers]
    known = find_facts(text, gate.lang, gate.market) if gate.facts is None else gate.facts
    told: list[str] = []
    for fact in known:
        if gate.facts is None and any(fact.start < high and low < fact.end for low, high in asked):
            continue
        if len(told) == _FACTS or sum(map(len, told)) + len(fact.text) > _FACT_CHARS:
            break
        told.append(fact.text)
    return tuple(told)


def _comparisons(page: Page) -> dict[int, tuple[Comparison, ...]]:
    """By the start of its sentence, what may stand beside a bare figure."""
    document, gate = page.document, page.gate
    left = MOST - count_compared(document, page.sentences, gate.lang)
    yardsticks = Yardsticks(document.text, gate.lang)
    found: dict[int, tuple[Comparison, ...]] = {}
    for offered in find_places(document, page.sentences, page.audience, page.book, gate.facts):
        start = offered[0].sentence.start
        if len(found) >= left or start in found:
            continue
        fresh = _fresh(offered, yardsticks)
        if fresh:
            found[start] = fresh
    return found


def _fresh(offered: Iterable[Placed], yardsticks: Yardsticks) -> tuple[Comparison, ...]:
    chosen: list[Comparison] = []
    for one in offered:
        if len(chosen) < _EACH and yardsticks.is_fresh(one.comparison):
            yardsticks.take(one.comparison)
            chosen.append(one.comparison)
    return tuple(chosen)
