"""Finds references by what they are called in any of the three languages, whichever is typed, or by what they are about.

Each word of a query has to be found: as a word of a name, as its beginning, inside a Chinese name, or among topics and
property. One letter too many, too few, wrong or swapped with its neighbour is forgiven where nothing else fits. Traditional and Simplified are one.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.references.book import Book
from assistant.references.properties import property_of
from assistant.schema import LANGS, Lang, Market, Reference
from assistant.schema.characters import simplified

if TYPE_CHECKING:
    from assistant.schema.brief import Persona

QUERY_CHARS = 100
_WORDS = re.compile(r"[0-9]+(?:\.[0-9]+)+|[0-9a-z]+(?:['’][a-z]+)?|[\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
# What a word is worth where it is found: a word of the name, its beginning, inside the name, a topic, the property; a slip.
_WORD, _START, _INSIDE, _TOPIC, _PROPERTY, _SLIP = 10.0, 7.0, 6.0, 4.0, 3.0, 2.0
# The whole query in the name; twice that at its beginning, four times where it is the name.
_PHRASE = 4.0
_OTHER_LANGUAGE = 0.8
# Of a Chinese word that stands nowhere as a whole, so many of its pairs of characters have to.
_ENOUGH_PAIRS = 0.6
# Shorter words are other words when a letter is changed.
_FORGIVEN = 4
_IDLE = frozenset("a an the of in at to for 的".split())


@dataclass(frozen=True, slots=True)
class _Said:
    """A reference in one language: its name as it is looked for, the words of that, all that is said of it, and its words."""

    name: str
    named: frozenset[str]
    whole: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Card:
    reference: Reference
    said: tuple[tuple[Lang, _Said], ...]
    topics: frozenset[str]
    latin: frozenset[str]


class _Index:
    """The cards of a book, and where each of their Latin words and topics stands."""

    def __init__(self, cards: Iterable[_Card]) -> None:
        self.cards = tuple(cards)
        self.at: dict[str, set[int]] = {}
        for place, card in enumerate(self.cards):
            for word in card.latin:
                self.at.setdefault(word, set()).add(place)
        self._shortened: dict[str, list[str]] = {}

    def begun_with(self, starts: Collection[str]) -> frozenset[str]:
        """The words that begin with one of these."""
        return frozenset(word for word in self.at if word.startswith(tuple(starts)))

    def slips(self, text: str) -> frozenset[str]:
        """The words that are one letter away from a text, or two neighbours swapped."""
        if not self._shortened:
            for word in self.at:
                if len(word) >= _FORGIVEN:
                    for left in {word, *_without_one(word)}:
                        self._shortened.setdefault(left, []).append(word)
        return frozenset(word for left in (text, *_without_one(text)) for word in self._shortened.get(left, ()))

    def candidates(self, words: Sequence[_Word]) -> Iterable[_Card]:
        """The cards that can have all of the Latin words."""
        places: set[int] | None = None
        for word in words:
            if not word.pairs:
                found = {place for one in {*word.begun, *word.meant, *word.topics} for place in self.at.get(one, ())}
                places = found if places is None else places & found
        return self.cards if places is None else [self.cards[place] for place in places]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a query: what begins with it, what it may be a slip for, the topics it names, its pairs of characters."""

    text: str
    begun: frozenset[str]
    meant: frozenset[str]
    topics: frozenset[str]
    pairs: tuple[str, ...]


def fold(text: str) -> str:
    """A text as it is looked for: small letters without accents, one width, Simplified characters.

    >>> fold("Café　Ａ４"), fold("一顆籃球")
    ('cafe a4', '一颗篮球')
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return simplified("".join(char for char in plain if not unicodedata.combining(char)))


def find_references(
    book: Book,
    text: str,
    lang: Lang,
    dimension: str | None = None,
    market: Market | None = None,
    persona: Persona | None = None,
    topics: Mapping[str, str] | None = None,
) -> tuple[Reference, ...]:
    """The references that fit a query, the best first; of equals what the reader knows better, then by id.

    An empty query fits all. With a market only what is known there at all; a persona's interests raise what its people
    know by feel. `topics` is what topics are called in the reader's language. Empty where nothing fits.

    >>> from assistant.references import load_book
    >>> [found.id for found in find_references(load_book(), "籃球 直徑", "en")][:1]
    ['basketball-diameter']
    """
    interests = frozenset(topic.lower() for topic in persona.knows_by_feel) if persona else frozenset[str]()
    index, query = _index(book), fold(text[:QUERY_CHARS]).strip()
    words = [_word(word, index, topics or {}) for word in _WORDS.findall(query) if word not in _IDLE]
    ranked: list[tuple[tuple[float, int, int, str], Reference]] = []
    for card in index.candidates(words):
        reference = card.reference
        if (dimension and reference.dimension != dimension) or (market and market not in reference.markets):
            continue
        score = _score(words, query, card, lang) if words else 0.0 if query else 1.0
        if score:
            length = len(reference.names[lang].name) if words and lang in reference.names else 0
            ranked.append(((-score, -known_by(reference, market, interests), length, reference.id), reference))
    return tuple(reference for _, reference in sorted(ranked, key=lambda one: one[0]))


def known_by(reference: Reference, market: Market | None, interests: Collection[str] = ()) -> int:
    """How well a reader knows a thing, 0 to 5: in a market, or at best in any; better by an interest of theirs."""
    level = reference.markets.get(market, 0) if market else max(reference.markets.values(), default=0)
    return max(level, *(reference.audiences.get(interest, 0) for interest in interests), 0) if level else 0


def _score(words: Iterable[_Word], query: str, card: _Card, lang: Lang) -> float:
    """What a card is worth for a query; 0 where one of its words is nowhere."""
    total = 0.0
    for word in words:
        worth = max((_worth(word, said, card) * _factor(own, lang) for own, said in card.said), default=0.0)
        if not worth:
            return 0.0
        total += worth
    for own, said in card.said:
        if own == lang and query in said.name:
            total += _PHRASE * (1 + (said.name.startswith(query)) + 2 * (said.name == query))
    return total


def _factor(own: Lang, lang: Lang) -> float:
    return 1.0 if own == lang else _OTHER_LANGUAGE


def _worth(word: _Word, said: _Said, card: _Card) -> float:
    """What a word is worth on a card as one language says it."""
    if word.pairs:
        if word.text in said.name:
            return _WORD if said.name.startswith(word.text) else _INSIDE
        if word.text in said.whole:
            return _PROPERTY
        if word.topics & card.topics:
            return _TOPIC
        # What a compound is of stands first: 篮球重量 is no golf ball's.
        if len(word.pairs) == 1 or word.pairs[0] not in said.whole:
            return 0.0
        found = sum(pair in said.whole for pair in word.pairs) / len(word.pairs)
        return _PROPERTY * found if found >= _ENOUGH_PAIRS else 0.0
    if word.text in said.named:
        return _WORD
    if not word.begun.isdisjoint(said.named):
        return _START
    if word.text in card.topics or word.topics & card.topics:
        return _TOPIC
    if not word.begun.isdisjoint(said.words):
        return _PROPERTY
    return _SLIP if not word.meant.isdisjoint(said.named) else 0.0


def _word(text: str, index: _Index, topics: Mapping[str, str]) -> _Word:
    named = frozenset(topic for topic, said in topics.items() if text in fold(said))
    if _HAN.match(text):
        # One character alone is a pair of its own.
        pairs = tuple("".join(pair) for pair in itertools.pairwise(text)) or (text,)
        return _Word(text, frozenset(), frozenset(), named, pairs)
    begun = index.begun_with({text, *(text.removesuffix(end) for end in ("es", "s") if len(text) > _FORGIVEN)})
    meant = index.slips(text) if not begun and len(text) >= _FORGIVEN else frozenset[str]()
    return _Word(text, begun, meant, named, ())


def _without_one(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _index(book: Book) -> _Index:
    """The index of a book, made once."""
    kept: _Index | None = book.kept.get("search")
    if kept is None:
        kept = book.kept["search"] = _Index(map(_card, book.by_id.values()))
    return kept


# References live as long as their book, and make no hash: a card is kept for each, whichever books it stands in.
_CARDS: dict[int, _Card] = {}
_MOST_CARDS = 8192


def _card(reference: Reference) -> _Card:
    kept = _CARDS.get(id(reference))
    if kept is not None and kept.reference is reference:
        return kept
    if len(_CARDS) >= _MOST_CARDS:
        _CARDS.clear()
    made = _CARDS[id(reference)] = _make_card(reference)
    return made


def _make_card(reference: Reference) -> _Card:
    what = property_of(reference.dimension, reference.aspect)
    said: list[tuple[Lang, _Said]] = []
    for lang in LANGS:
        names = [reference.names[lang]] if lang in reference.names else []
        names += [reference.british] if lang == "en" and reference.british is not None else []
        if names:
            name = fold(" ".join(one.name for one in names))
            named = fold(" ".join(f"{one.name} {one.thing} {one.many}" for one in names))
            whole = fold(" ".join((named, *(one.of for one in names), what.nouns[lang])))
            split = frozenset(_WORDS.findall(named)), frozenset(_WORDS.findall(whole))
            said.append((lang, _Said(name, split[0], f"{whole} {reference.id}", split[1])))
    topics = frozenset(map(fold, reference.topics))
    latin = {word for _, one in said for word in one.words if not _HAN.match(word)}
    return _Card(reference, tuple(said), topics, frozenset({*latin, *topics}))
