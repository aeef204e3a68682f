"""What is done to a version. They raise `StoreError`, and `InputError` in the language of the page."""

from __future__ import annotations

from functools import partial

from assistant.errors import InputError
from assistant.store.versions import Document, Outdated
from assistant.ui.desk import KIND, change, desk, open_work, put, read_work, undo
from assistant.ui.products.acting import bring_back
from assistant.ui.products.place import attempt, tell
from assistant.ui.stores import documents
from assistant.ui.words import Words


def put_label(id: str, version: int, label: str, words: Words) -> None:
    """Gives a version a label, or takes it away for an empty one. With one it stays for good."""
    said = " ".join(label.split())
    kept = documents()
    _settle(id, version, words)
    kept.keep(KIND, id, version, said)
    tell(words("versions.labelled", label=said) if said else words("versions.unlabelled"))


def _settle(id: str, version: int, words: Words) -> None:
    """Has the newest version be one that somebody asked for: the next autosave would take its place, before its label is
    there.
    """
    if desk().id == id and desk().version == version and desk().is_safe:
        desk().keep(asked=True)
        return
    newest = documents().load(KIND, id)
    if newest is None or newest.version != version:
        return
    try:
        documents().save(KIND, id, newest.body, name=newest.name, expected=version, by=newest.by)
    except Outdated:
        raise InputError(words("products.faster")) from None


def restore(document: Document, words: Words) -> None:
    """Puts an earlier version on the desk, as a step there, and saves it; what was there before is a version too."""
    earlier = read_work(document)
    if desk().id != document.id and not open_work(document.id):
        raise InputError(words("products.gone"))
    # What was on the desk until now stays, whatever the next autosave does.
    desk().keep(asked=True)
    change(**dict(earlier))
    put()
    desk().keep(asked=True)
    tell(words("versions.restored", version=document.version), partial(attempt, _undo, document.id))


def _undo(id: str) -> None:
    if desk().id == id:
        undo()
        desk().keep(asked=True)


def restore_deleted(document: Document, words: Words) -> None:
    """Brings a deleted product back as it was in a version."""
    bring_back(document.id, document.name, words, say=False)
    restore(document, words)
