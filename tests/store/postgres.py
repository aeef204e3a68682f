"""A real PostgreSQL: the one that `YARDSTICK_TEST_POSTGRES` names, else one of our own from installed binaries.

Our own listens on a socket in a private folder alone, and keeps nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

ADVICE = (
    "no PostgreSQL found. Debian, Ubuntu: apt-get install postgresql; elsewhere: name a running server, on which "
    "databases may be made, in YARDSTICK_TEST_POSTGRES (postgresql://user@host/postgres)"
)
# PostgreSQL refuses to run as root; the first of these that exists runs it then.
_USERS = ("postgres", "nobody")
_START_S = 60.0
# What is kept here outlives no test, so no write waits for the disk.
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "32MB",
    # Not what the store asks for: a team's server may have any of these.
    "default_transaction_isolation": "repeatable read",
    "TimeZone": "Asia/Shanghai",
    "DateStyle": "German",
}


def find_binaries() -> Path | None:
    """The folder that holds initdb and postgres: the newest of Debian's, or the one on the path."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: int(folder.parent.name) if folder.parent.name.isdigit() else 0,
    )
    on_path = shutil.which("initdb")
    folders = [*([Path(on_path).resolve().parent] if on_path else []), *folders]
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


def missing() -> str:
    """What is missing for a test on PostgreSQL; empty where nothing is."""
    if find_spec("psycopg") is None:
        return 'no driver for PostgreSQL found: pip install "psycopg[binary]"'
    return "" if os.environ.get("YARDSTICK_TEST_POSTGRES") or find_binaries() else ADVICE


@contextmanager
def running_server() -> Iterator[URL]:
    """The address of a server on which databases may be made."""
    named = os.environ.get("YARDSTICK_TEST_POSTGRES")
    if named:
        yield make_url(named).set(drivername="postgresql+psycopg")
        return
    binaries = find_binaries()
    assert binaries, ADVICE
    # Not in pytest's own folder: only its owner may enter that, and a socket's path may have no more than 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="ys-pg-"))
    try:
        with _server(binaries, folder) as url:
            yield url
    finally:
        shutil.rmtree(folder)


@contextmanager
def _server(binaries: Path, folder: Path) -> Iterator[URL]:
    user = _unprivileged(folder)
    initdb = [f"{binaries}/initdb", "-D", f"{folder}/data", "-U", "tests", "--auth=trust", "--no-sync"]
    initdb += ["--encoding=UTF8", "--locale=C", "--no-instructions"]
    made = subprocess.run(initdb, check=False, cwd=folder, capture_output=True, text=True, **user)
    assert made.returncode == 0, made.stderr
    settings = [f"--{name}={value}" for name, value in _SETTINGS.items()]
    log = folder / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", folder / "data", "-k", folder, *settings],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            **user,
        )
    url = URL.create("postgresql+psycopg", "tests", database="postgres", query={"host": str(folder)})
    try:
        end = time.monotonic() + _START_S
        while not _answers(url):
            assert server.poll() is None, log.read_text("utf-8", "replace")
            assert time.monotonic() < end, log.read_text("utf-8", "replace")
            time.sleep(0.05)
        yield url
    finally:
        # SIGQUIT: its processes end at once, and nothing is put in order that is about to be deleted.
        server.send_signal(3)
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _unprivileged(folder: Path) -> dict[str, Any]:
    """How to start a process that PostgreSQL agrees with; the folder becomes its user's."""
    if getattr(os, "geteuid", lambda: 1)() != 0:
        return {}
    import pwd

    for name in _USERS:
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            os.chown(folder, entry.pw_uid, entry.pw_gid)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise AssertionError(f"PostgreSQL does not run as root, and there is no user {' or '.join(_USERS)}")


def _answers(url: URL) -> bool:
    engine = create_engine(url)
    try:
        with engine.connect():
            return True
    except OperationalError:
        return False
    finally:
        engine.dispose()


@contextmanager
def own_database(server: URL, encoding: str = "UTF8") -> Iterator[URL]:
    """A new, empty database on the server, dropped in the end whoever is still connected."""
    name = f"yardstick_test_{uuid4().hex[:12]}"
    run_on(server, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'")
    try:
        yield server.set(database=name)
    finally:
        run_on(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def run_on(server: URL, statement: str) -> None:
    """Runs what can't be part of a transaction."""
    engine: Engine = create_engine(server, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()
