"""What is done to saved products. Each says what it did; all but forgetting can be taken back.

They raise `StoreError` where the store can't be used, and `Outdated` where somebody else was faster: then nothing was done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from uuid import uuid4

from assistant.errors import InputError
from assistant.schema.work import Work
from assistant.store.versions import Outdated, Saved
from assistant.ui.desk import KIND, body_of, called, clear_desk, desk, open_work, read_work
from assistant.ui.going import go_to
from assistant.ui.kept import NAME_CHARS
from assistant.ui.people import signature
from assistant.ui.products.place import attempt, find_place, tell
from assistant.ui.stores import documents
from assistant.ui.words import Words


def open_product(id: str, words: Words) -> None:
    """Puts a product on the desk and goes there."""
    if id != desk().id and not open_work(id):
        raise InputError(words("products.gone"))
    go_to("write")


def duplicate(id: str, words: Words) -> None:
    """Makes another of the same, under a name that says so."""
    _save_here(id, words)
    found = documents().load(KIND, id)
    if found is None:
        raise InputError(words("products.gone"))
    name = words("products.copy_of", name=_shown(found.name, words))[:NAME_CHARS]
    new = uuid4().hex
    documents().save(KIND, new, found.body, name=name, expected=0, by=signature())
    find_place().opened = ""
    tell(words("products.duplicated", name=name), partial(attempt, _delete, new, None))


def rename(id: str, name: str, words: Words) -> None:
    """Gives a product another name; without one it goes by its product's name or its first fact again."""
    old, new = _rename(id, name, words)
    if old != new:
        tell(words("products.renamed", name=_shown(new, words)), partial(attempt, _rename, id, old, words))


def _rename(id: str, name: str, words: Words) -> tuple[str, str]:
    _save_here(id, words)
    found = documents().load(KIND, id)
    if found is None:
        raise InputError(words("products.gone"))
    work = read_work(found)
    given = " ".join(name.split())[:NAME_CHARS]
    new = given or called(work)
    if new == found.name:
        return new, new
    here = desk()
    with _seen(words):
        saved = documents().rename(KIND, id, new, here.version if here.id == id else found.version, by=signature())
    if here.id == id:
        here.name, here.version, here.saved_at = ("" if new == called(work) else new), saved.version, saved.at
    find_place().opened = ""
    return found.name, new


def delete(id: str, name: str, version: int, words: Words) -> None:
    """Deletes a product; it waits among the deleted ones."""
    _save_here(id, words)
    on_desk = desk().id == id
    with _seen(words):
        saved = _delete(id, desk().version if on_desk else version)
    if saved is None:
        raise InputError(words("products.gone"))
    if on_desk:
        clear_desk()
    find_place().opened = ""
    tell(words("products.deleted", name=_shown(name, words)), partial(attempt, bring_back, id, name, words, False))


def _delete(id: str, version: int | None) -> Saved | None:
    return documents().delete(KIND, id, version, by=signature())


def bring_back(id: str, name: str, words: Words, say: bool = True) -> None:
    """Restores a deleted product as it was."""
    newest = next((one.version for one in documents().history(KIND, id) if not one.deleted), None)
    if newest is None:
        raise InputError(words("products.gone"))
    try:
        documents().restore(KIND, id, newest, 0, by=signature())
    except Outdated:
        raise InputError(words("products.restored_already")) from None
    if say:
        tell(words("products.restored", name=_shown(name, words)))


def forget(id: str, name: str, words: Words) -> None:
    """Removes a product with all its versions for good, from the desk too."""
    on_desk = desk().id == id
    if on_desk:
        # Before anything could save it once more.
        clear_desk()
    find_place().asked = find_place().opened = ""
    count = documents().forget(KIND, id)
    tell(words("products.forgotten", name=_shown(name, words), count=count))


def add(products: list[tuple[str, Work]]) -> list[str]:
    """Saves products as new ones, each under its name or what it is called; their ids."""
    kept, ids = documents(), []
    for name, work in products:
        id = uuid4().hex
        kept.save(KIND, id, body_of(work), name=(name or called(work))[:NAME_CHARS], expected=0, by=signature())
        ids.append(id)
    return ids


def take_out(ids: list[str]) -> None:
    """Deletes products that were just added."""
    for id in ids:
        _delete(id, None)


def _save_here(id: str, words: Words) -> None:
    """What is on the desk of that product is part of it."""
    here = desk()
    if here.id == id:
        desk().keep()
        if not here.is_safe:
            raise InputError(here.problem or words("products.undecided"))


@contextmanager
def _seen(words: Words) -> Iterator[None]:
    """Says in the language of the page that somebody else was faster."""
    try:
        yield
    except Outdated:
        raise InputError(words("products.faster")) from None


def _shown(name: str, words: Words) -> str:
    return name or words("kept.unnamed")
