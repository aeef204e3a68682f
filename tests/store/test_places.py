"""Where the store is: the environment says; no message and no repr says more than a reader may know."""

from __future__ import annotations

import stat
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.store import StoreError, StorePlace, find_place, open_store
from assistant.store.places import data_folder

SECRET = "s3cr3t"


def test_the_file_is_in_the_folder_that_is_named(tmp_path: Path) -> None:
    assert find_place({"YARDSTICK_DATA": str(tmp_path)}).path == tmp_path / "yardstick.db"


def test_without_a_name_the_folder_is_the_platforms_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    folders = {data_folder({}), data_folder({"YARDSTICK_DATA": "  "})}
    assert {folder.name for folder in folders} == {"yardstick"}


def test_a_folder_may_begin_with_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder({"YARDSTICK_DATA": "~/copy"}) == tmp_path / "copy"


def test_a_url_beats_the_folder() -> None:
    place = find_place({"YARDSTICK_DATA": "/srv/a", "YARDSTICK_STORE": "sqlite:////srv/b%20c.db"})
    assert (place.path, place.setting) == (Path("/srv/b c.db"), "YARDSTICK_STORE")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"])
def test_every_spelling_of_postgresql_means_the_tested_driver(scheme: str) -> None:
    place = find_place({"YARDSTICK_STORE": f"{scheme}://me:{SECRET}@db.example:5433/copy"})
    assert place.url == f"postgresql+psycopg://me:{SECRET}@db.example:5433/copy"
    assert place.path is None


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://me:{SECRET}@db.example/copy",
        f"postgresql://{SECRET}@db.example/copy",
        f"postgresql://me@db.example/copy?password={SECRET}",
    ],
)
def test_a_password_shows_neither_in_the_repr_nor_in_the_text(url: str) -> None:
    place = find_place({"YARDSTICK_STORE": url})
    assert SECRET not in repr(place) + str(place)
    assert str(place) == "postgresql://db.example/copy"


@pytest.mark.parametrize(
    "url",
    [
        "yardstick.db",
        f"mysql://me:{SECRET}@db.example/copy",
        f"postgresql://me:{SECRET}@db.example:port/copy",
        f"postgresql://me:{SECRET}/x@db.example/copy",
        f"postgresql://me:12/{SECRET}@db.example/copy",
        f"postgresql://me:12#{SECRET}@db.example/copy",
        f"postgresql://me:12?{SECRET}@db.example/copy",
        "sqlite://",
        "sqlite:///:memory:",
        f"sqlite://me:{SECRET}@host/file.db",
        "sqlite:///file.db?mode=ro",
    ],
)
def test_what_is_no_store_is_told_without_repeating_it(url: str) -> None:
    with pytest.raises(InputError) as caught:
        find_place({"YARDSTICK_STORE": url})
    said = str(caught.value)
    assert said.startswith("YARDSTICK_STORE ")
    assert (SECRET in said, "12" in said.replace("%", ""), "\n" in said) == (False, False, False)


def test_a_server_that_cannot_be_used_is_one_line_without_the_password() -> None:
    with pytest.raises(StoreError) as caught:
        open_store(find_place({"YARDSTICK_STORE": f"postgresql://me:{SECRET}@127.0.0.1:1/copy"}))
    # Which of the two depends on whether PostgreSQL's driver is installed.
    problem = "the server cannot be reached" if find_spec("psycopg") else "needs the driver of PostgreSQL"
    assert str(caught.value).startswith(f"postgresql://127.0.0.1:1/copy: {problem}")
    assert (SECRET in str(caught.value), "\n" in str(caught.value)) == (False, False)


def test_folder_and_files_are_their_owners_alone(file: StorePlace) -> None:
    assert file.path
    with open_store(file) as store, store.writing():
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.path.parent.iterdir()}
        assert modes == dict.fromkeys(("yardstick.db", "yardstick.db-wal", "yardstick.db-shm"), 0o600)
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


def test_a_folder_that_was_there_stays_as_its_owner_has_set_it(file: StorePlace) -> None:
    assert file.path
    file.path.parent.mkdir(mode=0o755)
    file.path.parent.chmod(0o755)
    open_store(file).close()
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o755


def test_a_store_shows_its_place_and_no_more(store: object, place: StorePlace) -> None:
    assert repr(store) == f"Store({str(place)!r})"
