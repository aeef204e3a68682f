"""Brings a quantity and the book together: the ranking of what may stand beside it.

References and comparisons do not know each other; whoever has a book and wants a ranking calls this.
"""

from __future__ import annotations

from assistant.comparisons import ALSO, Audience, Ranking, Shelf, rank
from assistant.references import Book
from assistant.schema import Quantity


def rank_one(quantity: Quantity, book: Book, audience: Audience) -> Ranking:
    """The ranking of one quantity against the part of the book that its dimension needs."""
    return rank(quantity, shelf_for(quantity.dimension, book), audience)


def shelf_for(dimension: str, book: Book) -> Shelf:
    """The part of the book that a dimension needs, made once for each book."""
    shelf: Shelf | None = book.kept.get(dimension)
    if shelf is None:
        shelf = book.kept[dimension] = Shelf(book.of((dimension, *ALSO.get(dimension, ()))))
    return shelf
