"""Where the store is. Read from the environment; knows nothing of databases."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from assistant.errors import InputError

FILE_NAME = "yardstick.db"

_FORM = "Write it like sqlite:////home/me/yardstick.db or postgresql://user@host/database."


@dataclass(frozen=True, slots=True)
class StorePlace:
    """A file, or a database by its URL. `shown` is fit for messages: `url` may hold a password and stays hidden.

    `setting` is the environment variable that moves the store elsewhere.

    >>> find_place({"YARDSTICK_STORE": "postgresql://me:secret@db.example:5433/copy?sslpassword=secret"})
    StorePlace(shown='postgresql://db.example:5433/copy', setting='YARDSTICK_STORE', path=None)
    """

    shown: str
    setting: str
    path: Path | None
    url: str = field(default="", repr=False)

    def __str__(self) -> str:
        return self.shown


def find_place(env: Mapping[str, str] = os.environ) -> StorePlace:
    """`YARDSTICK_STORE` (a URL), else `yardstick.db` in the data folder. Nothing is opened or made.

    Raises `InputError`, which never repeats the URL, for one that is neither SQLite's nor PostgreSQL's.

    >>> find_place({"YARDSTICK_DATA": "/srv/copy"}).shown
    '/srv/copy/yardstick.db'
    >>> find_place({"YARDSTICK_STORE": "sqlite:////srv/copy/team.db"}).path
    PosixPath('/srv/copy/team.db')
    """
    url = env.get("YARDSTICK_STORE", "").strip()
    if not url:
        return file_place(data_folder(env) / FILE_NAME)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise InputError(f"YARDSTICK_STORE is not the URL of a database. {_FORM}") from None
    if parts.scheme == "sqlite":
        return _sqlite_place(url, parts.netloc, parts.path)
    if "@" in parts.path + parts.query + parts.fragment:
        # A password that is cut short by its own / ? # would be taken for a host, and shown.
        raise InputError(
            "YARDSTICK_STORE has an @ where none can be. In a password, write / as %2F, ? as %3F, # as %23."
        )
    if parts.scheme.partition("+")[0] not in {"postgresql", "postgres"}:
        raise InputError(f"YARDSTICK_STORE is not the URL of a SQLite or PostgreSQL database. {_FORM}")
    shown_host = (host or "localhost") + (f":{port}" if port else "")
    return StorePlace(f"postgresql://{shown_host}{parts.path}", "YARDSTICK_STORE", None, _spelled(url))


def file_place(path: Path, setting: str = "YARDSTICK_DATA") -> StorePlace:
    """The store in a file, which need not exist yet."""
    path = path.expanduser().absolute()
    return StorePlace(str(path), setting, path)


def data_folder(env: Mapping[str, str] = os.environ) -> Path:
    """`YARDSTICK_DATA`, else the platform's folder for a user's data (`~/.local/share/yardstick` on Linux)."""
    named = env.get("YARDSTICK_DATA", "").strip()
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("yardstick", appauthor=False)


def _sqlite_place(url: str, host: str, path: str) -> StorePlace:
    """SQLAlchemy's form: three slashes before a relative path, four before an absolute one."""
    name = unquote(path.removeprefix("/"))
    if host or not name or name == ":memory:" or "?" in url:
        raise InputError(f"YARDSTICK_STORE names no file for SQLite to keep. {_FORM}")
    return file_place(Path(name), "YARDSTICK_STORE")


def _spelled(url: str) -> str:
    """With the one driver that is tested, whichever was named; hosting companies write `postgres://`."""
    return "postgresql+psycopg:" + url.partition(":")[2]
