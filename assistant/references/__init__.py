"""The book of familiar quantities: what it holds, how it is loaded, how a team's own file is checked.

`load_book` reads the shipped files (and any given by path) into a `Book`; `assistant.references.check` validates a
file that people wrote, naming file, entry and field.
"""

from assistant.references.book import Book, load_book, merge

__all__ = ["Book", "load_book", "merge"]
