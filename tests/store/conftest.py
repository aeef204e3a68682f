"""A store to test with: a real file, and a database of its own on a real PostgreSQL."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from assistant.schema.reply import RawReply
from assistant.store import ReplyKey, StorePlace, find_place, open_store, reply_key
from assistant.store.opening import Store
from assistant.store.places import file_place
from tests.store.postgres import missing, own_database, running_server

ROOT = Path(__file__).resolve().parents[2]
REPLY = RawReply('{"headline": "Eight kilometres before the kettle boils"}', "", "stop", "m-2026-01", 812, 64)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time


def key(question: str = "Write about the kettle.", model: str = "m") -> ReplyKey:
    return reply_key(model, "https://models.example/v1", [("user", question)], {"type": "object"}, {}, "0123456789ab")


def python(code: str, *arguments: object, **env: str) -> subprocess.Popen[str]:
    """A real process of its own, in which the code runs."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    pipe = subprocess.PIPE
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"} | env
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, stdin=pipe, text=True)


def killed_after(process: subprocess.Popen[str], lines: int) -> list[int]:
    """The numbers that a process wrote, a line each, until it was killed, which it is once it has written so many."""
    assert process.stdout
    first = [process.stdout.readline() for _ in range(lines)]
    process.send_signal(signal.SIGKILL)
    rest, err = process.communicate()
    assert process.returncode == -signal.SIGKILL, err
    return [int(line) for line in first + [one for one in rest.splitlines(keepends=True) if one.endswith("\n")]]


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    """A running PostgreSQL; skips where there is none, fails there under YARDSTICK_REQUIRE_POSTGRES=1."""
    advice = missing()
    if advice and os.environ.get("YARDSTICK_REQUIRE_POSTGRES") == "1":
        pytest.fail(advice, pytrace=False)
    if advice:
        pytest.skip(advice)
    with running_server() as url:
        yield url


def place_at(url: URL) -> StorePlace:
    return find_place({"YARDSTICK_STORE": url.render_as_string(hide_password=False)})


def env_of(place: StorePlace) -> dict[str, str]:
    """What makes a process of its own open this store."""
    return {"YARDSTICK_STORE": place.url or f"sqlite:///{place.path}"}


@pytest.fixture
def database(server: URL) -> Iterator[URL]:
    """An empty database, of which nothing is left afterwards."""
    with own_database(server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> StorePlace:
    """Where nothing is yet, on each of the databases."""
    if request.param == "sqlite":
        return file_place(tmp_path / "data" / "yardstick.db")
    return place_at(request.getfixturevalue("database"))


@pytest.fixture
def file(tmp_path: Path) -> StorePlace:
    return file_place(tmp_path / "data" / "yardstick.db")


@pytest.fixture
def store(place: StorePlace) -> Iterator[Store]:
    with open_store(place) as opened:
        yield opened
