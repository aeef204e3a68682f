"""What goes wrong with a store → one line: which file, what is the matter, what to do. Knows no password."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from assistant.errors import InputError
from assistant.store.places import StorePlace

# Longer than any write of ours takes; whoever waits longer waits for a program that hangs.
BUSY_S = 15.0

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FORBIDDEN = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_CANTOPEN}
# A quota, or a limit on the size of files, shows as a fault of the disk.
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}

_BY_THE_URL = "Check the address, the user and the password in YARDSTICK_STORE."
_LATER = "Nothing of this step was kept; try again."
# SQLSTATEs, whole or their class, that a server's surroundings cause, each before the class it is in; any other is a
# defect of ours.
_SERVER_SAYS = {
    "08": ("the connection broke", _BY_THE_URL),
    "22P05": ("the database cannot hold this character", "Make one with ENCODING 'UTF8', and name it."),
    "25006": ("the server takes no writes", "Name the one that does in YARDSTICK_STORE."),
    "28": ("the user or the password is refused", _BY_THE_URL),
    "3D": ("there is no such database", _BY_THE_URL),
    "40": ("others wrote the same rows at the same time", _LATER),
    "42501": ("the user may not do this", "Give it the right to, or name another in YARDSTICK_STORE."),
    "42P07": (
        "another program has a table of the same name there",
        "Give Yardstick a database of its own, and name it in YARDSTICK_STORE.",
    ),
    "53": ("the server is full or has no connection left", "Give it room, or try again."),
    "55P03": (f"another program has kept it locked for {BUSY_S:.0f} s", _LATER),
    "57014": ("the server broke off: its time limit was reached", _LATER),
    "57": ("the server is stopping or was restarted", _LATER),
}


class StoreError(InputError):
    """The store can't be opened, read or written, for a reason outside the program."""


@contextmanager
def explained(place: StorePlace) -> Iterator[None]:
    """Turns what a database or the file system raises into a `StoreError`; a defect of ours stays what it is."""
    from sqlalchemy.exc import ArgumentError, DBAPIError
    from sqlalchemy.exc import TimeoutError as NoneFreeError

    try:
        yield
    except DBAPIError as error:
        message = _explain(error.orig, place)
        if message is None:
            raise
    except sqlite3.Error as error:
        message = _explain(error, place)
        if message is None:
            raise
    except ArgumentError:
        message = "YARDSTICK_STORE is not a URL that SQLAlchemy knows. Write postgresql://user@host/database."
    except NoneFreeError:
        message = f"{place}: too much is asked of it at once. {_LATER}"
    except ImportError as error:
        # Without its driver, or a driver without the library that it needs.
        if place.path is not None or (error.name or "psycopg").partition(".")[0] != "psycopg":
            raise
        message = f'{place}: needs the driver of PostgreSQL. Install it: pip install "psycopg[binary]".'
    except OSError as error:
        message = (
            f"{place}: cannot be used ({error.strerror}). Check the path and its permissions, {_elsewhere(place)}."
        )
    else:
        return
    raise StoreError(message) from None


def folder_in_the_way(place: StorePlace) -> StoreError:
    """A folder stands where the file should be."""
    return StoreError(f"{place}: is a folder; the store is a file. Move the folder away, {_elsewhere(place)}.")


def made_by_a_newer(place: StorePlace, version: str) -> StoreError:
    """The store has a version that this program has never heard of."""
    return StoreError(
        f"{place}: made by a newer Yardstick (its tables are of version {version[:20]!r}); nothing was changed. "
        f"Update Yardstick, {_elsewhere(place)}."
    )


def not_ours(place: StorePlace) -> StoreError:
    """A database that some other program made."""
    return StoreError(
        f"{place}: is a database of another program; nothing was changed. Move it away, {_elsewhere(place)}."
    )


def damaged(place: StorePlace) -> StoreError:
    """The file holds something else than what was written to it."""
    return StoreError(_damaged(place))


def kept_locked(place: StorePlace) -> StoreError:
    """Another program reads or writes it, longer than anybody waits."""
    return StoreError(_kept_locked(place))


def _kept_locked(place: StorePlace) -> str:
    return f"{place}: another program has kept it locked for {BUSY_S:.0f} s. Close that program, or try again."


def _damaged(place: StorePlace) -> str:
    return (
        f"{place}: is damaged, or not a store of Yardstick's. Put a backup in its place, or move it away: "
        "a new one is made."
    )


def _elsewhere(place: StorePlace) -> str:
    return f"or name another place in {place.setting}"


def _explain(error: Any, place: StorePlace) -> str | None:
    """The line for an error of the database's driver; None for one that only a defect can cause."""
    if not isinstance(error, sqlite3.Error):
        return _explain_server(error, place)
    # The low byte is the kind; the others say more than a reader needs.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return _damaged(place)
    if code in _FORBIDDEN:
        return (
            f"{place}: cannot be written. Give yourself write access to the file and its folder, {_elsewhere(place)}."
        )
    if code in _FULL:
        return f"{place}: cannot be written: the disk is full or failing. Free some space, {_elsewhere(place)}."
    if code in _BUSY:
        return _kept_locked(place)
    return None


def _explain_server(error: Any, place: StorePlace) -> str | None:
    """What the driver says itself is not shown: it repeats the address and the user."""
    state = getattr(error, "sqlstate", None) or ""
    if not state and type(error).__name__ == "OperationalError":
        return f"{place}: the server cannot be reached, or refuses. {_BY_THE_URL}"
    said = next((said for start, said in _SERVER_SAYS.items() if state.startswith(start)), None)
    return said and f"{place}: {said[0]}. {said[1]}"
