"""Documents of a workspace, each with its versions. What kinds there are, and what is in a body, is the caller's affair.

A save is a new version; none is overwritten. Each method is a transaction of its own: all of it happens, or none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from assistant.store.failures import StoreError
from assistant.store.history import OneDocument
from assistant.store.tables import DocumentRow
from assistant.store.versions import (
    Document,
    Outdated,
    Row,
    Saved,
    Version,
    check_key,
    check_kind,
    check_label,
    check_name,
    fold_name,
    storable,
    write_body,
)

if TYPE_CHECKING:
    from assistant.store.opening import Store


def _now() -> datetime:
    return datetime.now(UTC)


class Documents:
    """The documents of one workspace, by kind and id. Threads and processes may use one store at once.

    What a method says has been written is on the disk when it returns. `expected` is the version that the caller has
    seen: 0 for none (the document is new, or deleted), None to write over whichever is there. Every method raises
    `StoreError` where the store can't be read or written, and `InputError` for a kind or an id that can't be one. `now`
    tells the time, with its zone.
    """

    def __init__(self, store: Store, workspace: str, now: Callable[[], datetime] = _now) -> None:
        self._store, self._now = store, now
        self.workspace = check_key("a workspace", workspace)

    def save(
        self,
        kind: str,
        id: str,
        body: Mapping[str, Any],
        *,
        name: str = "",
        expected: int | None,
        by: str = "",
        auto: bool = False,
    ) -> Saved:
        """Makes a new version. Where body and name are what is there already, that version is the answer and none is
        made, whatever was expected: a save that is repeated because its answer was lost does no harm.

        `auto` is for saves that nobody asked for. Such a version takes the place of the one right before it if that
        was an autosave too, by the same author, in the same two minutes of the clock (12:00 to 12:02, 12:02 to 12:04),
        and has no label. No other version gives way to it. A save that was asked for makes an autosave that holds the
        same one that was asked for.

        Raises `Outdated` where another version is there than expected, and `InputError` for a body that JSON can't
        hold or of more than 2 MB.
        """
        written = write_body(self._named(kind, id), body)
        check_name("a document's name", name)
        with self._writing(kind, id) as document:
            return document.write(name, written, expected, by, self._now(), auto=auto)

    def rename(self, kind: str, id: str, name: str, expected: int | None, *, by: str = "") -> Saved:
        """Makes a new version under another name, with the body that is there. Raises `Outdated` like `save`, and
        where there is no such document.
        """
        check_name("a document's name", name)
        with self._writing(kind, id) as document:
            document.lock()
            there = document.load()
            if there is None:
                raise Outdated(kind, id, expected, None)
            seen = there.version if expected is None else expected
            return document.write(name, write_body(str(document), there.body), seen, by, self._now())

    def load(self, kind: str, id: str) -> Document | None:
        """The newest version; None where there is no such document, or no more."""
        with self._reading(kind, id) as document:
            return document.load()

    def list(self, kind: str, *, deleted: bool = False, limit: int | None = None, offset: int = 0) -> tuple[Row, ...]:
        """The documents of a kind, those saved last first, then by id; or the deleted ones, which can be restored.

        At most `limit` of them, after the first `offset`.
        """
        page = self._listed(kind, deleted).limit(None if limit is None else storable(limit)).offset(storable(offset))
        with self._store.reading() as connection:
            return tuple(Row(kind, *row) for row in connection.execute(page))

    def find(self, kind: str, text: str, *, deleted: bool = False, limit: int = 50) -> tuple[Row, ...]:
        """The documents whose name has the text in it, in the order of `list`, at most `limit`.

        Upper and lower case, full and half width, composed and decomposed letters are the same, in every script; so
        is any blank. Every name has a blank text in it. Raises `InputError` for a text longer than a name can be.
        """
        wanted = fold_name(check_name("what a name has in it", text))
        with self._store.reading() as connection:
            rows = connection.execute(self._listed(kind, deleted))
            found = (Row(kind, *row) for row in rows if wanted in fold_name(row.name))
            return tuple(islice(found, storable(limit)))

    def history(self, kind: str, id: str) -> tuple[Version, ...]:
        """The versions that are kept, newest first, of a deleted document too. Empty if there never was one.

        Kept are all that have a label, the last 200 autosaves, the last 200 others, and of either before these the
        last of each day (UTC).
        """
        with self._reading(kind, id) as document:
            return document.history()

    def load_version(self, kind: str, id: str, version: int) -> Document | None:
        """One version; None where there is none of that number, or no more, and for a deletion."""
        with self._reading(kind, id) as document:
            return document.load(version)

    def restore(self, kind: str, id: str, version: int, expected: int | None, *, by: str = "") -> Saved:
        """Makes a new version of what an earlier one holds, of a deleted document too.

        Raises `Outdated` like `save`, and `StoreError` for a version that isn't kept or that is a deletion.
        """
        with self._writing(kind, id) as document:
            earlier = document.load_kept(version)
            written = write_body(str(document), earlier.body)
            return document.write(earlier.name, written, expected, by, self._now())

    def keep(self, kind: str, id: str, version: int, label: str) -> None:
        """Gives a version a label of at most 255 characters ("sent to the client"). With one it stays, however old
        it is and whatever is saved after it; an empty label takes it away again.

        Raises `StoreError` for a version that isn't kept or that is a deletion, and `InputError` for a label that is
        blank or more than a line, and where 100 versions of the document have one already.
        """
        check_label(label)
        with self._writing(kind, id) as document:
            document.keep(version, label)

    def delete(self, kind: str, id: str, expected: int | None, *, by: str = "") -> Saved | None:
        """Deletes a document; the deletion is a version too, and `restore` brings back any before it.

        None where there is nothing to delete. Raises `Outdated` like `save`.
        """
        with self._writing(kind, id) as document:
            name = document.lock()
            return None if name is None else document.write(name, None, expected, by, self._now())

    def forget(self, kind: str, id: str) -> int:
        """Removes a document with all its versions, the deleted and the labelled too, for good; how many there were.
        What a model has replied about it is not part of it: `store.replies.clear()`.

        Of a SQLite file nothing of it is left: what it held is overwritten, and the file packed, which takes a moment
        for each 100 MB in it. Where another program keeps that from being done, the document is gone and `StoreError`
        says so; forgetting it once more then does the rest. PostgreSQL shows it to nobody from then on, but overwrites
        it only when its (auto)vacuum has freed the room and something else takes it; its write-ahead log and replicas
        keep it for their time. Neither reaches backups, or what a file system or a disk keeps of former blocks.

        An id that is used again begins at version 1: whoever still has a version of the former document open can then
        be taken for somebody who has seen the new one.
        """
        with self._writing(kind, id) as document:
            count = document.forget()
        try:
            # For none, too: an earlier attempt may have been kept from it.
            self._store.shrink()
        except StoreError as error:
            raise StoreError(f"{document}: is gone, but traces of it are left in the file. {error}") from None
        return count

    @contextmanager
    def _writing(self, kind: str, id: str) -> Iterator[OneDocument]:
        self._named(kind, id)
        with self._store.writing() as connection:
            yield OneDocument(connection, self._store.place, self.workspace, kind, id)

    @contextmanager
    def _reading(self, kind: str, id: str) -> Iterator[OneDocument]:
        self._named(kind, id)
        with self._store.reading() as connection:
            yield OneDocument(connection, self._store.place, self.workspace, kind, id)

    def _listed(self, kind: str, deleted: bool) -> Select[Any]:
        said: tuple[Any, ...] = (DocumentRow.id, DocumentRow.name, DocumentRow.version)
        said += (DocumentRow.saved_at, DocumentRow.saved_by, DocumentRow.size)
        mine = (DocumentRow.workspace == self.workspace, DocumentRow.kind == check_kind(kind))
        asked = select(*said).where(*mine, DocumentRow.deleted == deleted)
        return asked.order_by(DocumentRow.saved_at.desc(), DocumentRow.id)

    def _named(self, kind: str, id: str) -> str:
        check_key("a document's id", id)
        return f"{check_kind(kind)} {id!r}"
