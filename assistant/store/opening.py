"""Opens a store, makes it, brings it up to date."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, inspect, text

from assistant.store.connections import make_engine, reading_from, run_outside, write_ahead, writing_to
from assistant.store.documents import Documents
from assistant.store.failures import damaged, explained, kept_locked, made_by_a_newer, not_ours
from assistant.store.places import StorePlace
from assistant.store.profiles import ServerProfiles
from assistant.store.replies import ReplyCache
from assistant.store.tables import VERSION_TABLE
from assistant.store.versions import check_key

# The versions of the tables, oldest first. Here, and not asked of Alembic, which takes longer to import than a store
# takes to open.
REVISIONS = ("0001", "0002", "0003", "0004")

MIGRATIONS = Path(__file__).parent / "migrations"

# Alembic keeps what it is doing in global variables.
_ONE_AT_A_TIME = threading.Lock()

# Any number will do, as long as every process takes the same.
_SERVER_LOCK = 0x59415244


class Store:
    """An open store. Threads may share it; a process that was forked opens its own.

    Documents are those of a workspace. Replies and profiles are shared: they are found by a hash of the question.
    """

    def __init__(self, place: StorePlace, engine: Engine, workspace: str) -> None:
        self.place = place
        self.workspace = workspace
        self._engine = engine

    def __repr__(self) -> str:
        return f"Store({self.place.shown!r})"

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @cached_property
    def replies(self) -> ReplyCache:
        """The cache of model replies."""
        return ReplyCache(self)

    @cached_property
    def profiles(self) -> ServerProfiles:
        """How each server can be asked."""
        return ServerProfiles(self)

    @cached_property
    def documents(self) -> Documents:
        """What was saved in the workspace of this store."""
        return self.for_workspace(self.workspace)

    def for_workspace(self, workspace: str) -> Documents:
        """What was saved in a workspace, over the connections that this store has. Raises `InputError` for one whose
        name can't be one. The right to it is the caller's to check.
        """
        return Documents(self, workspace)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store. Raises `StoreError`."""
        with explained(self.place), reading_from(self._engine) as connection:
            yield connection

    @contextmanager
    def writing(self, *, durably: bool = True) -> Iterator[Connection]:
        """A transaction: all of it happens, or none of it. Raises `StoreError`.

        It is on the disk after the block. With `durably` off nobody waits for the disk: a power cut, but no kill, may
        take it back.
        """
        with explained(self.place), writing_to(self._engine, durably=durably) as connection:
            yield connection

    def shrink(self) -> None:
        """Gives the room of deleted rows back, and overwrites what they held. For a file; a server does it by itself.

        Raises `StoreError` where another program keeps it from being done.
        """
        if self.place.path is None:
            return
        with explained(self.place):
            run_outside(self._engine, "VACUUM")
            if run_outside(self._engine, "PRAGMA wal_checkpoint(TRUNCATE)"):
                raise kept_locked(self.place)

    def close(self) -> None:
        """Lets go of every connection. What was written stays written without it."""
        self._engine.dispose()


def open_at(place: StorePlace, workspace: str) -> Store:
    """See `assistant.store.open_store`."""
    check_key("a workspace", workspace)
    with explained(place):
        engine = make_engine(place)
        try:
            # Nothing is written before this has been answered.
            with reading_from(engine) as connection:
                version = _find_version(connection, place)
            if place.path is not None:
                write_ahead(engine)
            if version != REVISIONS[-1]:
                _migrate(place)
        except BaseException:
            engine.dispose()
            raise
    return Store(place, engine, workspace)


@contextmanager
def connect_to_migrate(place: StorePlace) -> Iterator[Connection]:
    """A transaction that no other process writes beside. Foreign keys are checked at its end, not during it: SQLite
    changes a table by making it anew, and would take the rows that point to it along with the old one.
    """
    engine = make_engine(place, foreign_keys=False)
    try:
        with writing_to(engine) as connection:
            if place.path is None:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _SERVER_LOCK})
            yield connection
            if place.path is not None and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise damaged(place)
    finally:
        engine.dispose()


def _migrate(place: StorePlace) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    # The option is a template, in which % begins a name.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with _ONE_AT_A_TIME, connect_to_migrate(place) as connection:
        config.attributes["connection"] = connection
        # Nothing is left to do where another process was faster.
        command.upgrade(config, "head")


def _find_version(connection: Connection, place: StorePlace) -> str | None:
    """The version of the tables; None where there are none yet. Raises `StoreError` for one that isn't ours to change."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        if tables and place.path is not None:
            raise not_ours(place)
        return None
    versions = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalars().all()  # noqa: S608 - a constant
    if len(versions) != 1:
        raise damaged(place)
    if versions[0] not in REVISIONS:
        raise made_by_a_newer(place, str(versions[0]))
    return str(versions[0])
