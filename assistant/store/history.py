"""One document and its versions, in a transaction that somebody else has begun.

The right to the next version is won by a single statement on the document's row, for which writers wait in line on
either database. Whoever changes several rows locks that one first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, insert, select, update

from assistant.errors import InputError
from assistant.store.failures import StoreError, damaged
from assistant.store.places import StorePlace
from assistant.store.replies import INSERTS
from assistant.store.tables import DocumentRow, VersionRow
from assistant.store.versions import Document, Outdated, Saved, Version, check_name, read_body, storable

# So many autosaves of a document, and so many of its other versions, are kept whatever their age; of either before,
# the last of each day (UTC). What has a label is not counted, and stays.
KEPT = 200
MOST_LABELS = 100

# Of an author's autosaves in a row, the last in each such stretch of the clock is left.
STRETCH = timedelta(minutes=2)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class OneDocument:
    """What can be asked and done within the transaction. See `Documents`, which begins and ends it."""

    connection: Connection
    place: StorePlace
    workspace: str
    kind: str
    id: str

    def load(self, version: int | None = None) -> Document | None:
        """The newest version, or another; None where there is none, and for a deletion."""
        said: tuple[Any, ...] = (VersionRow.name, VersionRow.version, VersionRow.body)
        said += (VersionRow.saved_at, VersionRow.saved_by)
        asked = self._newest(*said) if version is None else select(*said).where(self._is_version(version))
        row = self.connection.execute(asked.where(VersionRow.body.is_not(None))).one_or_none()
        if row is None:
            return None
        try:
            body = read_body(row.body)
        except ValueError:
            raise damaged(self.place) from None
        return Document(self.kind, self.id, row.name, row.version, body, row.saved_at, row.saved_by)

    def load_kept(self, version: int) -> Document:
        """A version that somebody chose. Raises `StoreError` where it isn't kept or is a deletion."""
        found = self.load(version)
        if found is None:
            raise self._not_kept(version)
        return found

    def history(self) -> tuple[Version, ...]:
        """The versions that are kept, newest first."""
        said: tuple[Any, ...] = (VersionRow.version, VersionRow.name, VersionRow.saved_at, VersionRow.saved_by)
        # A deletion has no size. Whether it has a body is not asked: some SQLites would read each to tell.
        said += (VersionRow.size, VersionRow.size == 0, VersionRow.auto)
        asked = select(*said, VersionRow.label).where(self._is(VersionRow)).order_by(VersionRow.version.desc())
        return tuple(Version(*row[:7], row.label or "") for row in self.connection.execute(asked))

    def lock(self) -> str | None:
        """Has everybody else who changes this document wait; its name, None where there never was one."""
        asked = select(DocumentRow.name).where(self._is(DocumentRow)).with_for_update()
        return self.connection.execute(asked).scalar()

    def write(
        self, name: str, body: bytes | None, expected: int | None, by: str, at: datetime, *, auto: bool = False
    ) -> Saved:
        """Makes a new version, unless the newest is the same. Without a body it is a deletion. Raises `Outdated`."""
        check_name("who saves a document", by)
        same = self._find_same(name, body, auto)
        said = {"name": name, "saved_at": at, "saved_by": by, "size": len(body or b"")}
        if same is None and (version := self._claim(expected, said | {"deleted": body is None})):
            # Before the new one comes, which then takes the room of the old.
            replaced = auto and self._drop_autosave(version - 1, by, at)
            key = {"workspace": self.workspace, "kind": self.kind, "id": self.id, "version": version}
            self.connection.execute(insert(VersionRow).values(**key, **said, auto=auto, body=body))
            if not replaced:
                self._prune(auto)
            return Saved(version, at)
        # Whoever was faster may have written the same.
        same = same or self._find_same(name, body, auto)
        if same is None:
            raise Outdated(self.kind, self.id, expected, self.load())
        return same

    def keep(self, version: int, label: str) -> None:
        """Gives a version a label, or takes it away. Raises `StoreError` for one that isn't kept or is a deletion."""
        self.lock()
        asked = select(VersionRow.label).where(self._is_version(version), VersionRow.size > 0)
        row = self.connection.execute(asked).one_or_none()
        if row is None:
            raise self._not_kept(version)
        if label and row.label is None:
            labelled = select(func.count()).where(self._is(VersionRow), VersionRow.label.is_not(None))
            if self.connection.execute(labelled).scalar_one() >= MOST_LABELS:
                raise InputError(
                    f"{self}: {MOST_LABELS} of its versions have a label, and no more can. "
                    "Take it from one that you need no more."
                )
        self.connection.execute(update(VersionRow).where(self._is_version(version)).values(label=label or None))

    def forget(self) -> int:
        """Removes every version, and the document. How many versions there were."""
        # One that is just being made is not there yet: its versions would come in between, and outlive it.
        if self.lock() is None:
            return 0
        count = self.connection.execute(delete(VersionRow).where(self._is(VersionRow))).rowcount
        self.connection.execute(delete(DocumentRow).where(self._is(DocumentRow)))
        return count

    def _find_same(self, name: str, body: bytes | None, auto: bool) -> Saved | None:
        """The newest version, if it holds the same. One that was an autosave is none any more if it is asked for."""
        asked = self._newest(VersionRow.version, VersionRow.saved_at, VersionRow.auto)
        same = VersionRow.body.is_(None) if body is None else and_(VersionRow.body == body, VersionRow.name == name)
        row = self.connection.execute(asked.where(same)).one_or_none()
        if row is None:
            return None
        if row.auto and not auto:
            self.lock()
            asked_for = update(VersionRow).where(self._is_version(row.version)).values(auto=False)
            # Its author's next autosave may have taken its place just before.
            if self.connection.execute(asked_for).rowcount == 0:
                return None
            self._prune(auto=False)
        return Saved(row.version, row.saved_at)

    def _claim(self, expected: int | None, said: Mapping[str, Any]) -> int | None:
        """Wins the right to the next version, whose number it is; None if another version is there than expected."""
        mine = {"version": DocumentRow.version + 1, **said}
        if expected:
            seen = and_(self._is(DocumentRow), DocumentRow.version == storable(expected))
            claim = update(DocumentRow).where(seen).values(mine).returning(DocumentRow.version)
            return self.connection.execute(claim).scalar_one_or_none()
        new = INSERTS[self.connection.dialect.name](DocumentRow).values(
            workspace=self.workspace, kind=self.kind, id=self.id, version=1, **said
        )
        new = new.on_conflict_do_update(
            index_elements=[DocumentRow.workspace, DocumentRow.kind, DocumentRow.id],
            set_=mine,
            where=None if expected is None else DocumentRow.deleted.is_(True),
        )
        version: int | None = self.connection.execute(new.returning(DocumentRow.version)).scalar_one_or_none()
        return version

    def _drop_autosave(self, version: int, by: str, at: datetime) -> bool:
        """Removes the version if it is an autosave by the same author in the same stretch, and has no label."""
        start = at - (at - _EPOCH) % STRETCH
        same_stretch = and_(VersionRow.saved_at >= start, VersionRow.saved_at < start + STRETCH)
        passing = and_(VersionRow.auto.is_(True), VersionRow.label.is_(None), VersionRow.saved_by == by)
        gone = delete(VersionRow).where(self._is_version(version), passing, same_stretch)
        return self.connection.execute(gone).rowcount > 0

    def _prune(self, auto: bool) -> None:
        """Of the autosaves, or of the others, before the last ones, each day's last is left."""
        mine = and_(self._is(VersionRow), VersionRow.auto.is_(auto), VersionRow.label.is_(None))
        asked = select(VersionRow.version, VersionRow.saved_at).where(mine)
        days: set[date] = set()
        gone = []
        for version, at in self.connection.execute(asked.order_by(VersionRow.version.desc()).offset(KEPT)):
            if at.date() in days:
                gone.append(version)
            days.add(at.date())
        if gone:
            self.connection.execute(delete(VersionRow).where(mine, VersionRow.version.in_(gone)))

    def _newest(self, *columns: Any) -> Select[Any]:
        """A question about the newest version."""
        mine = and_(
            DocumentRow.workspace == VersionRow.workspace,
            DocumentRow.kind == VersionRow.kind,
            DocumentRow.id == VersionRow.id,
            DocumentRow.version == VersionRow.version,
        )
        return select(*columns).join_from(DocumentRow, VersionRow, mine).where(self._is(DocumentRow))

    def _is(self, table: type[DocumentRow | VersionRow]) -> ColumnElement[bool]:
        """Nothing is asked and nothing changed without it: rows of this document alone."""
        return and_(table.workspace == self.workspace, table.kind == self.kind, table.id == self.id)

    def _is_version(self, version: int) -> ColumnElement[bool]:
        return and_(self._is(VersionRow), VersionRow.version == storable(version))

    def _not_kept(self, version: int) -> StoreError:
        return StoreError(f"{self}: nothing is kept of a version {version}. Choose one that its history shows.")

    def __str__(self) -> str:
        return f"{self.kind} {self.id!r}"
