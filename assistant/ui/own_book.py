"""The references that whoever is here has given: kept in the store, and on offer beside the shipped ones."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.errors import InputError
from assistant.schema import Reference
from assistant.store.failures import StoreError
from assistant.store.places import find_place
from assistant.store.versions import Outdated
from assistant.ui.people import signature
from assistant.ui.stores import documents

if TYPE_CHECKING:
    from assistant.references import Book

KIND, ID = "reference", "own"
# More than a team can know by feel; as JSON they stay well below what a document may hold.
MOST = 1_000
# Whoever is faster than we three times in a row is no person.
_TRIES = 3
_LOG = logging.getLogger(__name__)

Entries = Mapping[str, Any]


class FullError(InputError):
    """There is no room for so many references; `limit` is how many there is room for."""

    def __init__(self) -> None:
        self.limit = MOST
        super().__init__(f"there is room for {MOST:,} references of your own. Delete some first.")


@dataclass(frozen=True, slots=True)
class _Kept:
    version: int
    references: tuple[Reference, ...]


def own_references() -> tuple[Reference, ...]:
    """Those of whoever is here, by id; none where the store cannot be read, which saving will tell."""
    place = find_place()
    # Opening a store takes half a second, and a new one holds nothing.
    if place.path is not None and not place.path.exists():
        return ()
    try:
        version = next((row.version for row in documents().list(KIND) if row.id == ID), 0)
        known: _Kept | None = st.session_state.get("own_references")
        if known is None or known.version != version:
            entries, version = _load()
            known = st.session_state["own_references"] = _Kept(version, _read(entries))
    except StoreError as error:
        _LOG.warning("own references: %s", error)
        return ()
    return known.references


def book() -> Book:
    """The shipped references and one's own; the same book as long as neither changes."""
    from assistant.references import load_book, merge

    return merge(load_book(), own_references())


def put_in(references: Iterable[Reference]) -> None:
    """Saves references, each in the place of one of the same id. Raises `StoreError`, and `FullError` where there are too many."""
    from assistant.references.own import entry_of

    new = {reference.id: entry_of(reference) for reference in references}

    def added(entries: Entries) -> Entries:
        return {**entries, **new}

    _change(added)


def take_out(reference_id: str) -> None:
    """Deletes a reference; nothing happens where there is none of this id. Raises `StoreError`."""

    def without(entries: Entries) -> Entries:
        return {key: entry for key, entry in entries.items() if key != reference_id}

    _change(without)


def _change(made: Callable[[Entries], Entries]) -> None:
    """Saves the entries as they are made of those that are there, whoever has changed them meanwhile."""
    for left in reversed(range(_TRIES)):
        entries, version = _load()
        new = dict(sorted(made(entries).items()))
        if len(new) > MOST:
            raise FullError
        try:
            saved = documents().save(KIND, ID, {"entries": new}, expected=version, by=signature())
        except Outdated:
            if not left:
                raise
        else:
            st.session_state["own_references"] = _Kept(saved.version, _read(new))
            return


def _load() -> tuple[Entries, int]:
    found = documents().load(KIND, ID)
    if found is None:
        return {}, 0
    entries = found.body.get("entries")
    return entries if isinstance(entries, dict) else {}, found.version


def _read(entries: Entries) -> tuple[Reference, ...]:
    """The entries that this Yardstick can read, by id; of the others the log tells."""
    from assistant.references.check import check_entry

    found: list[Reference] = []
    for reference_id, entry in sorted(entries.items()):
        made = check_entry(reference_id, entry)
        if isinstance(made, Reference):
            found.append(made)
        else:
            _LOG.warning("own reference: %s", made[0])
    return tuple(found)
