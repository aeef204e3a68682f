"""Documents of a workspace, each with its versions. What kinds there are, and what is in a body, is the caller's affair.

A save is a new version; none is overwritten. The right to the next one is won by a single statement on the document's
row, for which writers wait in line on either database; the version itself is written in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, insert, select, update

from assistant.store.failures import StoreError, damaged
from assistant.store.replies import INSERTS
from assistant.store.tables import DocumentRow, VersionRow
from assistant.store.versions import (
    Document,
    Outdated,
    Row,
    Saved,
    Version,
    check_key,
    check_kind,
    check_name,
    read_body,
    write_body,
)

if TYPE_CHECKING:
    from assistant.store.opening import Store

# So many versions of a document are kept whatever their age; of those before, the last of each day (UTC).
KEPT = 200

# No document has so many versions, and no larger number fits a database's.
_LARGEST = 2**31 - 1


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
        self, kind: str, id: str, body: Mapping[str, Any], *, name: str = "", expected: int | None, by: str = ""
    ) -> Saved:
        """Makes a new version. Where body and name are what is there already, that version is the answer and none is
        made, whatever was expected: a save that is repeated because its answer was lost does no harm.

        Raises `Outdated` where another version is there than expected, and `InputError` for a body that JSON can't
        hold or of more than 2 MB.
        """
        written = write_body(self._named(kind, id), body)
        check_name("a document's name", name)
        with self._store.writing() as connection:
            return self._write(connection, kind, id, name, written, expected, by)

    def load(self, kind: str, id: str) -> Document | None:
        """The newest version; None where there is no such document, or no more."""
        self._named(kind, id)
        with self._store.reading() as connection:
            return self._load(connection, kind, id)

    def list(self, kind: str, *, deleted: bool = False) -> tuple[Row, ...]:
        """The documents of a kind, those saved last first, then by id; or the deleted ones, which can be restored."""
        check_kind(kind)
        said = (DocumentRow.saved_at, DocumentRow.saved_by, DocumentRow.size)
        asked = select(DocumentRow.id, DocumentRow.name, DocumentRow.version, *said)
        asked = asked.where(self._is(DocumentRow, kind), DocumentRow.deleted == deleted)
        with self._store.reading() as connection:
            rows = connection.execute(asked.order_by(DocumentRow.saved_at.desc(), DocumentRow.id)).all()
        return tuple(Row(kind, *row) for row in rows)

    def history(self, kind: str, id: str) -> tuple[Version, ...]:
        """The versions that are kept, newest first, of a deleted document too. Empty if there never was one."""
        self._named(kind, id)
        said = (VersionRow.saved_at, VersionRow.saved_by, VersionRow.size, VersionRow.body.is_(None))
        asked = select(VersionRow.version, VersionRow.name, *said).where(self._is(VersionRow, kind, id))
        with self._store.reading() as connection:
            rows = connection.execute(asked.order_by(VersionRow.version.desc())).all()
        return tuple(Version(*row) for row in rows)

    def load_version(self, kind: str, id: str, version: int) -> Document | None:
        """One version; None where there is none of that number, or no more, and for a deletion."""
        self._named(kind, id)
        with self._store.reading() as connection:
            return self._load(connection, kind, id, version)

    def restore(self, kind: str, id: str, version: int, expected: int | None, *, by: str = "") -> Saved:
        """Makes a new version of what an earlier one holds, of a deleted document too.

        Raises `Outdated` like `save`, and `StoreError` for a version that isn't kept or that is a deletion.
        """
        named = self._named(kind, id)
        with self._store.writing() as connection:
            earlier = self._load(connection, kind, id, version)
            if earlier is None:
                raise StoreError(f"{named}: nothing is kept of a version {version}. Choose one that its history shows.")
            written = write_body(named, earlier.body)
            return self._write(connection, kind, id, earlier.name, written, expected, by)

    def delete(self, kind: str, id: str, expected: int | None, *, by: str = "") -> Saved | None:
        """Deletes a document; the deletion is a version too, and `restore` brings back any before it.

        None where there is nothing to delete. Raises `Outdated` like `save`.
        """
        self._named(kind, id)
        with self._store.writing() as connection:
            name = connection.execute(select(DocumentRow.name).where(self._is(DocumentRow, kind, id))).scalar()
            return None if name is None else self._write(connection, kind, id, name, None, expected, by)

    def _write(
        self,
        connection: Connection,
        kind: str,
        id: str,
        name: str,
        body: bytes | None,
        expected: int | None,
        by: str,
    ) -> Saved:
        check_name("who saves a document", by)
        same = self._find_same(connection, kind, id, name, body)
        now = self._now()
        said = {"name": name, "saved_at": now, "saved_by": by, "size": len(body or b"")}
        if same is None and (version := self._claim(connection, kind, id, expected, said | {"deleted": body is None})):
            key = {"workspace": self.workspace, "kind": kind, "id": id, "version": version}
            connection.execute(insert(VersionRow).values(**key, **said, body=body))
            self._prune(connection, kind, id, version - KEPT)
            return Saved(version, now)
        # Whoever was faster may have written the same.
        same = same or self._find_same(connection, kind, id, name, body)
        if same is None:
            raise Outdated(kind, id, expected, self._load(connection, kind, id))
        return same

    def _find_same(self, connection: Connection, kind: str, id: str, name: str, body: bytes | None) -> Saved | None:
        asked = self._newest(kind, id, VersionRow.version, VersionRow.saved_at)
        same = VersionRow.body.is_(None) if body is None else and_(VersionRow.body == body, VersionRow.name == name)
        row = connection.execute(asked.where(same)).one_or_none()
        return None if row is None else Saved(*row)

    def _claim(
        self, connection: Connection, kind: str, id: str, expected: int | None, said: Mapping[str, Any]
    ) -> int | None:
        """Wins the right to the next version, whose number it is; None if another version is there than expected."""
        mine = {"version": DocumentRow.version + 1, **said}
        if expected:
            seen = and_(self._is(DocumentRow, kind, id), DocumentRow.version == _storable(expected))
            claim = update(DocumentRow).where(seen).values(mine).returning(DocumentRow.version)
            return connection.execute(claim).scalar_one_or_none()
        new = INSERTS[connection.dialect.name](DocumentRow).values(
            workspace=self.workspace, kind=kind, id=id, version=1, **said
        )
        new = new.on_conflict_do_update(
            index_elements=[DocumentRow.workspace, DocumentRow.kind, DocumentRow.id],
            set_=mine,
            where=None if expected is None else DocumentRow.deleted.is_(True),
        )
        version: int | None = connection.execute(new.returning(DocumentRow.version)).scalar_one_or_none()
        return version

    def _prune(self, connection: Connection, kind: str, id: str, oldest: int) -> None:
        """Of the versions before the last ones, each day's last is left. One joins them with each save: only its day
        can have one too many.
        """
        older = self._is(VersionRow, kind, id)
        at = connection.execute(select(VersionRow.saved_at).where(older, VersionRow.version == oldest)).scalar()
        if at is not None:
            day = at.replace(hour=0, minute=0, second=0, microsecond=0)
            that_day = and_(VersionRow.saved_at >= day, VersionRow.saved_at < day + timedelta(days=1))
            connection.execute(delete(VersionRow).where(older, VersionRow.version < oldest, that_day))

    def _load(self, connection: Connection, kind: str, id: str, version: int | None = None) -> Document | None:
        said: tuple[Any, ...] = (VersionRow.name, VersionRow.version, VersionRow.body)
        said += (VersionRow.saved_at, VersionRow.saved_by)
        asked = self._newest(kind, id, *said)
        if version is not None:
            asked = select(*said).where(self._is(VersionRow, kind, id), VersionRow.version == _storable(version))
        row = connection.execute(asked.where(VersionRow.body.is_not(None))).one_or_none()
        if row is None:
            return None
        try:
            body = read_body(row.body)
        except ValueError:
            raise damaged(self._store.place) from None
        return Document(kind, id, row.name, row.version, body, row.saved_at, row.saved_by)

    def _newest(self, kind: str, id: str, *columns: Any) -> Select[Any]:
        """A question about the newest version of a document."""
        mine = and_(
            DocumentRow.workspace == VersionRow.workspace,
            DocumentRow.kind == VersionRow.kind,
            DocumentRow.id == VersionRow.id,
            DocumentRow.version == VersionRow.version,
        )
        return select(*columns).join_from(DocumentRow, VersionRow, mine).where(self._is(DocumentRow, kind, id))

    def _is(self, table: type[DocumentRow | VersionRow], kind: str, id: str | None = None) -> ColumnElement[bool]:
        """Nothing is asked and nothing changed without it: rows of this workspace, of a kind, of one document."""
        found = and_(table.workspace == self.workspace, table.kind == kind)
        return found if id is None else and_(found, table.id == id)

    def _named(self, kind: str, id: str) -> str:
        check_key("a document's id", id)
        return f"{check_kind(kind)} {id!r}"


def _storable(version: int) -> int:
    """The same version, or one that there is none of either."""
    return max(0, min(version, _LARGEST))
