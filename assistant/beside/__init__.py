"""Brings quantities and the book together: the ranking of what may stand beside one, alone or next to what it was before.

References and comparisons do not know each other, nor does either read text; whoever has a book and wants a ranking calls
this. `pairs` finds the two figures of "4,600 → 5,200 mAh" in a text, `shares` what a percentage is of. `own` makes a
reference of what somebody says that customers know, in two fields; `entering` of a form with all of them.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.beside.pairs import Pair, find_pair
from assistant.beside.shares import with_its_noun
from assistant.comparisons import ALSO, Audience, Ranking, Shelf, beside_the_old, rank
from assistant.references import Book
from assistant.schema import Fact, Quantity

__all__ = ["Pair", "find_pair", "rank_fact", "rank_in", "rank_one", "rank_pair", "shelf_for"]


# A brief is written for many channels and readers, and an app asks again at each click: rankings that a book remembers.
_REMEMBERED = 256
_SHELVES = 32


def rank_one(quantity: Quantity, book: Book, audience: Audience, without: frozenset[str] = frozenset()) -> Ranking:
    """The ranking of one quantity against the part of the book that its dimension needs.

    `without` are ids of references that somebody does not want: the next best take their places.
    """
    remembered: dict[tuple[Quantity, Audience, frozenset[str]], Ranking] = book.kept.setdefault("rankings", {})
    unwanted = _on_shelf(quantity.dimension, book, without)
    key = (replace(quantity, start=0, end=0), audience, unwanted)
    ranking = remembered.get(key)
    if ranking is None:
        ranking = rank(quantity, shelf_for(quantity.dimension, book, unwanted), audience)
        if len(remembered) >= _REMEMBERED:
            # The oldest goes first: a dict keeps its order.
            del remembered[next(iter(remembered))]
        remembered[key] = ranking
        return ranking
    return replace(ranking, comparisons=tuple(replace(c, quantity=quantity) for c in ranking.comparisons))


def rank_in(
    text: str,
    quantity: Quantity,
    book: Book,
    audience: Audience,
    shift: int = 0,
    without: frozenset[str] = frozenset(),
) -> Ranking:
    """The ranking of a quantity where it stands: what a percentage is of, the words beside it say.

    `shift` is what its offsets are ahead of the text.
    """
    said = with_its_noun(text, quantity, shift)
    ranking = rank_one(said, book, audience, without)
    if said is quantity:
        return ranking
    return replace(ranking, comparisons=tuple(replace(c, quantity=quantity) for c in ranking.comparisons))


def rank_pair(pair: Pair, book: Book, audience: Audience, without: frozenset[str] = frozenset()) -> Ranking:
    """The ranking of the new figure with the difference to the old one among its comparisons."""
    return beside_the_old(pair.old, pair.new, rank_one(pair.new, book, audience, without), audience)


def rank_fact(
    fact: Fact, book: Book, audience: Audience, without: frozenset[str] = frozenset()
) -> tuple[tuple[Quantity, Ranking], ...]:
    """Each quantity of a fact with its ranking, in order; of an old figure and a new one, the new one alone.

    `without` are ids of references that nobody wants here.
    """
    pair = find_pair(fact.text, fact.quantities, audience.lang, fact.start)
    if pair is not None and any((q.start, q.end) == (pair.new.start, pair.new.end) for q in fact.quantities):
        others = [q for q in fact.quantities if q.start not in (pair.old.start, pair.new.start)]
        return (
            (pair.new, rank_pair(pair, book, audience, without)),
            *((q, rank_in(fact.text, q, book, audience, fact.start, without)) for q in others),
        )
    return tuple((q, rank_in(fact.text, q, book, audience, fact.start, without)) for q in fact.quantities)


def shelf_for(dimension: str, book: Book, without: frozenset[str] = frozenset()) -> Shelf:
    """The part of the book that a dimension needs, made once for each book; `without` these references of it."""
    if without:
        made: dict[tuple[str, frozenset[str]], Shelf] = book.kept.setdefault("shelves without", {})
        short = made.get((dimension, without))
        if short is None:
            if len(made) >= _SHELVES:
                del made[next(iter(made))]
            kept = (one for one in shelf_for(dimension, book).references if one.id not in without)
            short = made[dimension, without] = Shelf(kept)
        return short
    shelf: Shelf | None = book.kept.get(dimension)
    if shelf is None:
        shelf = book.kept[dimension] = Shelf(book.of((dimension, *ALSO.get(dimension, ()))))
    return shelf


def _on_shelf(dimension: str, book: Book, unwanted: frozenset[str]) -> frozenset[str]:
    """Those of the unwanted that this dimension could have met: the others change no ranking of it."""
    known = {dimension, *ALSO.get(dimension, ())}
    return frozenset(one for one in unwanted if one in book.by_id and book.by_id[one].dimension in known)
