"""Where a bare specification of a page gets its comparison, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from assistant.beside import rank_in
from assistant.comparisons import Audience
from assistant.documents import Document
from assistant.praise.sentences import enclosing
from assistant.quantities import find_facts, find_quantities
from assistant.references import Book
from assistant.rewriting.edits import Edit
from assistant.rewriting.sentences import Sentence
from assistant.rewriting.words import is_compared
from assistant.schema import Comparison, Fact, Lang, Quantity
from assistant.writer.chinese import Simplified, Traditional
from assistant.writer.english import English

# A page that compares everything is a quiz.
MOST = 12
# Below this a comparison does in a table of suggestions, not on somebody's page.
LEAST = 0.5
_KINDS = ("equal", "multiple", "share", "count", "duration", "anchor")
# Days and years are dates and promises on a page; nobody measures them against a night's sleep.
_FELT = ("second", "minute", "hour")
_THEN = re.compile(r"\s*(?:ago|later|after|before|from|[后後前内內])")
_APART = ("duration", "anchor")
_ENGLISH = English()
_CHINESE = {"zh-Hans": Simplified(), "zh-Hant": Traditional()}
_WORD = re.compile(r"[A-Za-z]{3}|[\u3400-\u9fff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_AND = re.compile(r" (?:and|but) (?=[a-z])")


class Placed(NamedTuple):
    """A comparison with the edit of the visible text that says it, and the fact that it is a comparison for."""

    edit: Edit
    sentence: Sentence
    comparison: Comparison
    fact: Fact


def tie(comparison: Comparison, facts: Iterable[Fact]) -> tuple[Comparison, Fact] | None:
    """A comparison under the id of the fact that holds its figure; None where no fact does."""
    wanted = comparison.quantity
    for fact in facts:
        for quantity in fact.quantities:
            if (quantity.low, quantity.high, quantity.unit) == (wanted.low, wanted.high, wanted.unit):
                return replace(comparison, id=f"{fact.id}-{comparison.id.rpartition('-')[2]}"), fact
    return None


def find_places(
    document: Document, sentences: Sequence[Sentence], audience: Audience, book: Book, facts: Sequence[Fact] | None
) -> Iterator[list[Placed]]:
    """For each bare specification, its comparisons as they would stand, the best first; the caller takes one at most.

    `facts` are a brief's; None takes what the page says. Headings, cells, quotations and codes get none.
    """
    text, lang = document.text, audience.lang
    compared = [is_compared(text[one.start : one.end], lang) for one in sentences]
    for number, sentence in enumerate(sentences):
        following = number + 1 < len(sentences) and sentences[number + 1].block == sentence.block
        if compared[number] or (following and compared[number + 1]) or not _is_prose(text, sentence, lang):
            continue
        said = text[sentence.start : sentence.end]
        quantities = find_quantities(said, lang, audience.market)
        if not quantities or (following and _is_split(said, text, sentence)):
            continue
        offered = []
        known = find_facts(said, lang, audience.market) if facts is None else facts
        for quantity in quantities:
            if quantity.doubts or enclosing(
                text, sentence.start + quantity.start, sentence.start + quantity.end, "brackets"
            ):
                continue
            if quantity.dimension == "time" and _THEN.match(said, quantity.end):
                continue
            if [q.dimension for q in quantities].count(quantity.dimension) > 1:
                continue  # of two weights a reader could only guess which is meant
            for comparison in rank_in(said, quantity, book, audience).comparisons:
                tied = tie(comparison, known) if _is_fit(comparison) else None
                edit = _edit(said, quantity, comparison, len(quantities), lang) if tied else None
                if tied and edit:
                    shifted = Edit(edit.start + sentence.start, edit.end + sentence.start, edit.text)
                    offered.append(Placed(shifted, sentence, *tied))
        if offered:
            yield sorted(offered, key=lambda one: -one.comparison.score)


def count_compared(document: Document, sentences: Iterable[Sentence], lang: Lang) -> int:
    """How many figures of a page stand beside something already."""
    texts = (document.text[one.start : one.end] for one in sentences)
    return sum(any(char.isdigit() for char in text) and is_compared(text, lang) for text in texts)


class Yardsticks:
    """Which references a page has used: each stands on it once."""

    def __init__(self, text: str, lang: Lang) -> None:
        self._text, self._lang = text.lower(), lang
        self._known: dict[str, bool] = {}

    def is_fresh(self, comparison: Comparison) -> bool:
        """Whether none of the comparison's references is named on the page or was taken before."""
        return not any(self._is_used(number, comparison) for number in range(len(comparison.references)))

    def take(self, comparison: Comparison) -> None:
        """Marks the comparison's references as used, and whatever its words name."""
        for reference in comparison.references:
            self._known[reference.id] = True
        self._text += "\n" + comparison.text.lower()
        self._known = {key: used for key, used in self._known.items() if used}

    def _is_used(self, number: int, comparison: Comparison) -> bool:
        reference = comparison.references[number]
        if reference.id not in self._known:
            names = reference.names[self._lang]
            said = {name.lower() for name in (names.name, names.thing, names.of, names.many) if name}
            self._known[reference.id] = any(name in self._text for name in said)
        return self._known[reference.id]


def _is_prose(text: str, sentence: Sentence, lang: Lang) -> bool:
    said = text[sentence.start : sentence.end]
    if sentence.block.kind not in ("paragraph", "item") or said[-1] in "?？" or "|" in said or "\t" in said:
        return False
    if enclosing(text, sentence.start, sentence.end, "quotes") or said[0] in '“"「『#>':
        return False
    return _WORD.search(said) is not None and (lang == "en") != bool(_HAN.search(said))


def _is_split(said: str, text: str, sentence: Sentence) -> bool:
    """Whether a line break, not a full stop, ends the sentence, and the next line goes on."""
    return said[-1] not in ".!。！" and text[sentence.end : sentence.end + 1] != "\n"


def _is_fit(comparison: Comparison) -> bool:
    return (
        comparison.kind in _KINDS
        and comparison.score >= LEAST
        and bool(comparison.references)
        and comparison.quantity.dimension not in ("count", "ratio", "dimensionless")
        and (comparison.quantity.dimension != "time" or comparison.quantity.unit in _FELT)
    )


def _edit(said: str, quantity: Quantity, comparison: Comparison, count: int, lang: Lang) -> Edit | None:
    """The comparison after its figure, or as a sentence of its own where something else follows; spans of the sentence."""
    at, rest = quantity.end, said[quantity.end :]
    if not _WORD.search(said[: quantity.start] + rest):
        return None
    if lang == "en":
        noun = _ENGLISH.noun(comparison)
        if comparison.kind not in _APART:
            if not rest or rest in ".!;" or rest.startswith(", "):
                return Edit(at, at, f", {noun}")
            if _AND.match(rest) and "," not in said[:at]:
                return Edit(at, at, f", {noun},")
        apart = f" {_ENGLISH.beside(comparison)}"
    else:
        voice = _CHINESE[lang]
        if not rest or rest[0] in "。！；，":
            return Edit(at, at, f"，{voice.clause(comparison)}")
        apart = voice.beside(comparison)
    if count == 1 and said[-1] in ".!。！":
        return Edit(len(said), len(said), apart)
    return None
