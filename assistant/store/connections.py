"""Connections to a file or a server, and transactions on them. A file is private, whole at every moment, and shared
by processes; a server's own settings change nothing in what is read or written.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from assistant.store.failures import BUSY_S, folder_in_the_way
from assistant.store.places import StorePlace

# What a connection to a server is made with unless the URL says otherwise: a server that is gone is noticed in bounded
# time. No statement is prepared: between program and server there may be a pooler, which would mix them up.
_SERVER_CONNECTION = {
    "application_name": "yardstick",
    "client_encoding": "utf8",
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "tcp_user_timeout": int(BUSY_S * 1000),
    "prepare_threshold": None,
}


@contextmanager
def reading_from(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the store."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing_to(engine: Engine, *, durably: bool = True) -> Iterator[Connection]:
    """A transaction that has happened after the block, or not at all. Each of its statements sees what others have
    written by then.
    """
    options = {"yardstick_writes": "FULL" if durably else "NORMAL"}
    with engine.connect() as connection, connection.execution_options(**options).begin():
        yield connection


def make_engine(place: StorePlace, *, foreign_keys: bool = True) -> Engine:
    """Connects as often as need be, and not before. Makes the file and its folder where there are none."""
    return _make_server_engine(place) if place.path is None else _make_file_engine(place, place.path, foreign_keys)


def _make_server_engine(place: StorePlace) -> Engine:
    url = make_url(place.url)
    engine = create_engine(
        url,
        connect_args={name: value for name, value in _SERVER_CONNECTION.items() if name not in url.query},
        hide_parameters=True,
        # The server's default may be another, under which writers that meet fail instead of waiting.
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        pool_timeout=BUSY_S,
        pool_recycle=1800,
    )

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _: Any) -> None:
        with connection.cursor() as cursor:
            # The driver reads no other form of dates; a server may be set to any.
            cursor.execute("SET datestyle = 'ISO'")
        connection.commit()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        if connection.get_execution_options().get("yardstick_writes"):
            # For this transaction only: a pooler may give the connection to others.
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(BUSY_S * 1000)}")

    return engine


def _make_file_engine(place: StorePlace, path: Path, foreign_keys: bool) -> Engine:
    _make_private_file(place, path)
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": BUSY_S}, hide_parameters=True, pool_timeout=BUSY_S)

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _: Any) -> None:
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        # What is deleted is overwritten. Some builds of SQLite do so by themselves.
        connection.execute("PRAGMA secure_delete = ON")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        durability = connection.get_execution_options().get("yardstick_writes")
        if durability:
            connection.exec_driver_sql(f"PRAGMA synchronous = {durability}")
        # Left to itself, the driver begins late, after the reads that the writes depend on.
        # A reader that becomes a writer is refused at once when another has written since; a writer waits its turn.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if durability else "BEGIN")

    return engine


def _make_private_file(place: StorePlace, path: Path) -> None:
    """What is made here only its owner can read; what is there already stays as its owner has set it."""
    if path.is_dir():
        raise folder_in_the_way(place)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def write_ahead(engine: Engine) -> None:
    """Lets readers and a writer work at the same time. Once set, it stays; two that set it get in each other's way."""
    end = time.monotonic() + BUSY_S
    while run_outside(engine, "PRAGMA journal_mode") != "wal":
        try:
            run_outside(engine, "PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
        else:
            return
        time.sleep(0.01)


def run_outside(engine: Engine, statement: str) -> Any:
    """Runs what can't be part of a transaction; the first value of its answer, if it has one."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(statement)
        row = cursor.fetchone()
        return row[0] if row else None
    finally:
        connection.close()
