"""Whatever the surroundings do, it is one line with the file and the next step, and what was saved stays."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from assistant.errors import Exit
from assistant.store import StoreError, StorePlace, open_store
from assistant.store.places import file_place
from tests.store.conftest import REPLY, key, python


def one_line(place: StorePlace, *parts: str) -> str:
    """What opening the store says; it names the file, and is no more than a line."""
    with pytest.raises(StoreError) as caught:
        open_store(place)
    said = str(caught.value)
    assert said.startswith(f"{place}: ")
    assert "\n" not in said
    assert [part for part in parts if part not in said] == []
    assert caught.value.status == Exit.USAGE
    return said


def _noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def _text(path: Path) -> None:
    path.write_text("Dear diary,\n" * 200, encoding="utf-8")


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _hole(path: Path) -> None:
    kept = path.read_bytes()
    path.write_bytes(kept[:100] + b"\xff" * (len(kept) - 100))


@pytest.mark.parametrize("spoil", [_noise, _text, _cut_short, _hole])
def test_a_damaged_file_is_told_and_left_alone(file: StorePlace, spoil: Callable[[Path], None]) -> None:
    assert file.path
    open_store(file).close()
    spoil(file.path)
    before = file.path.read_bytes()
    one_line(file, "is damaged", "Put a backup in its place, or move it away: a new one is made.")
    assert file.path.read_bytes() == before


def test_damage_that_only_a_later_read_meets_is_told_too(file: StorePlace) -> None:
    assert file.path
    with open_store(file) as store:
        for number in range(40):
            store.replies.save(key(str(number)), REPLY)
    with sqlite3.connect(file.path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'replies'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with file.path.open("r+b") as opened:
        opened.seek((page - 1) * size)
        opened.write(b"\xff" * size)
    with open_store(file) as store, pytest.raises(StoreError, match="is damaged"):
        store.replies.clear()


def test_an_empty_file_becomes_a_store(file: StorePlace) -> None:
    assert file.path
    file.path.parent.mkdir()
    file.path.touch()
    with open_store(file) as store:
        assert store.replies.size() == 0


def test_the_database_of_another_program_is_left_alone(file: StorePlace) -> None:
    assert file.path
    file.path.parent.mkdir()
    connection = sqlite3.connect(file.path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()
    before = file.path.read_bytes()
    one_line(file, "is a database of another program; nothing was changed.", "YARDSTICK_DATA")
    assert file.path.read_bytes() == before


def test_a_folder_where_the_file_should_be(file: StorePlace) -> None:
    assert file.path
    file.path.mkdir(parents=True)
    one_line(file, "is a folder; the store is a file.", "Move the folder away", "YARDSTICK_DATA")


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    one_line(file_place(tmp_path / "data" / "yardstick.db"), "cannot be used", "YARDSTICK_DATA")


def test_the_setting_that_named_the_place_is_the_one_to_change(tmp_path: Path) -> None:
    one_line(file_place(tmp_path, "YARDSTICK_STORE"), "or name another place in YARDSTICK_STORE")


def test_a_store_that_another_program_keeps_locked(file: StorePlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.store.connections.BUSY_S", 0.05)
    assert file.path
    with open_store(file) as store:
        other = sqlite3.connect(file.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program has kept it locked"):
            store.replies.save(key(), REPLY)
        assert store.replies.find(key()) is None
        other.execute("ROLLBACK")
        other.close()
        store.replies.save(key(), REPLY)
        assert store.replies.find(key()) == REPLY


def test_a_store_that_another_is_writing_to_while_it_is_opened(
    file: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite does not wait before it starts to write ahead: it refuses at once, and is asked again."""
    assert file.path
    open_store(file).close()
    other = sqlite3.connect(file.path, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN IMMEDIATE")
    waits: list[float] = []

    def end_the_write(seconds: float) -> None:
        waits.append(seconds)
        other.execute("COMMIT")

    monkeypatch.setattr("assistant.store.connections.time.sleep", end_the_write)
    with open_store(file) as store:
        store.replies.save(key(), REPLY)
    other.close()
    assert len(waits) == 1


# Root writes where nobody may; the process becomes somebody else once everything is imported.
_AS_NOBODY = """
import os, sys
from pathlib import Path
from assistant.store import StoreError, open_store
from assistant.store.places import file_place
from tests.store.conftest import REPLY, key
folder = Path(sys.argv[1])
open_store(file_place(folder / "open" / "yardstick.db")).close()
for name, mode in (("closed", None), ("kept", 0o444), ("secret", 0o000)):
    (folder / name).mkdir()
    if mode is not None:
        open_store(file_place(folder / name / "yardstick.db")).close()
        (folder / name / "yardstick.db").chmod(mode)
    (folder / name).chmod(0o555)
folder.chmod(0o555)
if os.geteuid() == 0:
    os.seteuid(65534)
for name in ("new", "closed", "kept", "secret"):
    try:
        open_store(file_place(folder / name / "yardstick.db")).replies.save(key(), REPLY)
    except StoreError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders have other permissions there")
def test_a_folder_that_may_not_be_written() -> None:
    # Not in pytest's own folder: only its owner may enter that.
    folder = Path(tempfile.mkdtemp())
    try:
        out, err = python(_AS_NOBODY, folder).communicate()
    finally:
        folder.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o755)
        shutil.rmtree(folder)
    lines = out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        str(folder / name / "yardstick.db") for name in ("new", "closed", "kept", "secret")
    ], err
    assert all("cannot be used (Permission denied). Check the path and its permissions" in line for line in lines[:2])
    assert all("cannot be written. Give yourself write access to the file and its folder" in line for line in lines[2:])


# A limit on the size of files stands in for a full disk: the same write fails at the same place.
_FULL = """
import resource, sys
from assistant.schema.reply import RawReply
from assistant.store import StoreError, open_store
from assistant.store.places import file_place
from tests.store.conftest import REPLY, key
place = file_place(__import__("pathlib").Path(sys.argv[1]))
limit = int(sys.argv[2])
if sys.argv[3] == "opened":
    store = open_store(place)
    store.replies.save(key("before"), REPLY)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    if sys.argv[3] == "new":
        store = open_store(place)
    store.replies.save(key("big"), RawReply("x" * 1_000_000, "", "stop", "m", 1, 1))
except StoreError as error:
    print(error)
if sys.argv[3] == "opened":
    print(store.replies.find(key("before")) == REPLY, store.replies.find(key("big")))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit there")
@pytest.mark.parametrize("limit", [0, 4096, 40_000])
def test_a_disk_that_is_full_when_the_store_is_made(file: StorePlace, limit: int) -> None:
    out, err = python(_FULL, file.path, limit, "new").communicate()
    assert out == (
        f"{file.path}: cannot be written: the disk is full or failing. Free some space, "
        "or name another place in YARDSTICK_DATA.\n"
    ), err
    with open_store(file) as store:
        store.replies.save(key(), REPLY)
        assert store.replies.find(key()) == REPLY


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit there")
@pytest.mark.parametrize("limit", [0, 100_000])
def test_a_disk_that_fills_up_loses_nothing_that_was_saved(file: StorePlace, limit: int) -> None:
    """A reply that is there is found even when its use can't be counted."""
    out, err = python(_FULL, file.path, limit, "opened").communicate()
    lines = out.splitlines()
    assert (len(lines), lines[-1]) == (2, "True None"), out + err
    assert "cannot be written: the disk is full or failing. Free some space" in lines[0]
    with open_store(file) as store:
        assert (store.replies.find(key("before")), store.replies.size()) == (REPLY, 1)


def test_a_defect_of_ours_is_not_taken_for_a_fault_of_the_surroundings(file: StorePlace) -> None:
    with (
        open_store(file) as store,
        pytest.raises(OperationalError, match="no such table: nowhere"),
        store.reading() as connection,
    ):
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_a_folder_of_any_name_will_do(tmp_path: Path) -> None:
    for name in ("50% off", "a b", "目录", "what?x=1#y", "file:z", os.fsdecode(b"caf\xe9")):
        with open_store(file_place(tmp_path / name / "yardstick.db")) as store:
            store.replies.save(key(), REPLY)
        assert (tmp_path / name / "yardstick.db").stat().st_size > 0
