"""The tables that migrations make are the tables that the code works with, from wherever one starts."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Integer, MetaData, Table, inspect, text
from sqlalchemy.exc import OperationalError

from assistant.store import StoreError, StorePlace, Version, open_store
from assistant.store.opening import MIGRATIONS, REVISIONS, Store, connect_to_migrate
from assistant.store.places import file_place
from assistant.store.tables import VERSION_TABLE, Base
from tests.store.conftest import REPLY, key, python


def _difference(store: Store, tables: MetaData = Base.metadata) -> list[object]:
    with store.reading() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "compare_server_default": True}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), tables))


def _set_version(place: StorePlace, *versions: str) -> None:
    with connect_to_migrate(place) as connection:
        connection.execute(text(f"DELETE FROM {VERSION_TABLE}"))
        for version in versions:
            connection.execute(text(f"INSERT INTO {VERSION_TABLE} VALUES (:version)"), {"version": version})


def _run(connection: Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(text(statement))


def test_the_migrated_tables_are_those_of_the_code(store: Store) -> None:
    assert _difference(store) == []


def test_a_table_that_no_migration_makes_would_be_noticed(store: Store) -> None:
    more = MetaData(naming_convention=Base.metadata.naming_convention)
    for table in Base.metadata.tables.values():
        table.to_metadata(more)
    Table("elsewhere", more, Column("id", Integer, primary_key=True))
    more.tables["replies"].append_column(Column("cost", Integer))
    assert [change[0] for change in _difference(store, more) if isinstance(change, tuple)] == [
        "add_table",
        "add_column",
    ]


def test_the_versions_that_opening_knows_are_those_that_alembic_finds() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == REVISIONS


def test_a_new_store_has_the_newest_version(store: Store) -> None:
    with store.reading() as connection:
        assert connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalars().all() == [REVISIONS[-1]]


def test_opening_again_keeps_what_is_there(place: StorePlace) -> None:
    with open_store(place) as store:
        store.replies.save(key(), REPLY)
    with open_store(place) as store:
        assert store.replies.find(key()) == REPLY


def test_every_migration_can_be_done_after_the_one_before(place: StorePlace) -> None:
    """From empty, one at a time; each leaves a store that opening brings up to date."""
    from alembic import command

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    for revision in REVISIONS:
        with connect_to_migrate(place) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
            assert context.get_current_revision() == revision
    with open_store(place) as store:
        assert _difference(store) == []


def test_versions_that_were_saved_before_there_were_autosaves_were_asked_for(place: StorePlace) -> None:
    from alembic import command

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with connect_to_migrate(place) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        blob, zone = ("BYTEA", "+00") if place.path is None else ("BLOB", ".000000")
        said = f"'2026-03-01 12:00:00{zone}', CAST('Ann' AS {blob}), 7"
        _run(connection, f"INSERT INTO documents VALUES ('local', 'draft', 'a', 2, false, CAST('A' AS {blob}), {said})")
        row = f"INSERT INTO document_versions VALUES ('local', 'draft', 'a', :n, CAST('A' AS {blob}), {said}, :body)"
        for number in (1, 2):
            connection.execute(text(row), {"n": number, "body": b'{"n":%d}' % number})
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    with open_store(place) as store:
        assert store.documents.history("draft", "a") == tuple(
            Version(number, "A", at, "Ann", 7, deleted=False, auto=False, label="") for number in (2, 1)
        )
        found = store.documents.load_version("draft", "a", 1)
        assert found
        assert found.body == {"n": 1}
        assert store.documents.save("draft", "a", {"n": 3}, expected=2, by="Ann", auto=True).version == 3
        assert len(store.documents.history("draft", "a")) == 3


def test_the_body_is_the_last_column_of_a_file(file: StorePlace) -> None:
    """SQLite reads through it to what comes after."""
    with open_store(file) as store, store.reading() as connection:
        assert [column["name"] for column in inspect(connection).get_columns("document_versions")][-1] == "body"


def test_a_program_that_was_running_before_goes_on_saving(store: Store) -> None:
    """It names the columns that it knows."""
    store.documents.save("draft", "a", {"n": 1}, expected=0)
    known = "workspace, kind, id, name, saved_at, saved_by, size, body"
    with store.writing() as connection:
        _run(
            connection,
            f"INSERT INTO document_versions (version, {known}) SELECT 2, {known} FROM document_versions",
            "UPDATE documents SET version = 2",
        )
    assert [(version.version, version.auto) for version in store.documents.history("draft", "a")] == [
        (2, False),
        (1, False),
    ]


def test_a_store_of_a_newer_program_is_left_as_it_is(file: StorePlace) -> None:
    assert file.path
    open_store(file).close()
    _set_version(file, "9999")
    before = {path.name: path.read_bytes() for path in file.path.parent.iterdir()}
    with pytest.raises(StoreError) as caught:
        open_store(file)
    assert str(caught.value) == (
        f"{file.path}: made by a newer Yardstick (its tables are of version '9999'); nothing was changed. "
        "Update Yardstick, or name another place in YARDSTICK_DATA."
    )
    assert {path.name: path.read_bytes() for path in file.path.parent.iterdir()} == before


@pytest.mark.parametrize("versions", [(), ("0001", "0000")])
def test_a_store_without_one_version_is_damaged(place: StorePlace, versions: tuple[str, ...]) -> None:
    open_store(place).close()
    _set_version(place, *versions)
    with pytest.raises(StoreError, match="is damaged"):
        open_store(place)


def test_threads_that_open_a_new_store_at_once_all_get_it(place: StorePlace) -> None:
    def use(number: int) -> int:
        with open_store(place) as store:
            store.replies.save(key(str(number)), REPLY)
            return number

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(use, range(8))) == list(range(8))
    with open_store(place) as store:
        assert (store.replies.size(), _difference(store)) == (8, [])


def test_threads_that_make_stores_of_their_own_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    def make(number: int) -> list[object]:
        with open_store(file_place(tmp_path / f"{number}.db")) as store:
            return _difference(store)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(make, range(24))) == [[]] * 24


def test_an_installation_may_be_in_a_folder_with_any_name(
    file: StorePlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "100%(here)s, ours"
    shutil.copytree(MIGRATIONS, elsewhere)
    monkeypatch.setattr("assistant.store.opening.MIGRATIONS", elsewhere)
    with open_store(file) as store:
        assert store.replies.size() == 0


def test_a_migration_that_breaks_off_leaves_nothing_behind(file: StorePlace) -> None:
    with pytest.raises(OperationalError), connect_to_migrate(file) as connection:
        _run(connection, "CREATE TABLE half (id INTEGER)", "CREATE TABLE half (id INTEGER)")
    with open_store(file) as store, store.reading() as connection:
        assert sorted(inspect(connection).get_table_names()) == [
            "document_versions",
            "documents",
            "profiles",
            "replies",
            VERSION_TABLE,
        ]


def test_a_migration_may_make_a_table_anew_without_losing_what_points_to_it(file: StorePlace) -> None:
    with connect_to_migrate(file) as connection:
        _run(
            connection,
            "CREATE TABLE a (id INTEGER PRIMARY KEY)",
            "CREATE TABLE b (a INTEGER REFERENCES a ON DELETE CASCADE)",
            "INSERT INTO a VALUES (1)",
            "INSERT INTO b VALUES (1)",
            "CREATE TABLE c AS SELECT * FROM a",
            "DROP TABLE a",
            "CREATE TABLE a (id INTEGER PRIMARY KEY)",
            "INSERT INTO a SELECT * FROM c",
        )
        assert connection.execute(text("SELECT a FROM b")).scalars().all() == [1]


def test_a_migration_that_leaves_a_row_pointing_nowhere_is_undone(file: StorePlace) -> None:
    tables = "CREATE TABLE a (id INTEGER PRIMARY KEY)", "CREATE TABLE b (a INTEGER REFERENCES a)"
    with pytest.raises(StoreError), connect_to_migrate(file) as connection:
        _run(connection, *tables, "INSERT INTO b VALUES (1)")
    with connect_to_migrate(file) as connection:
        assert inspect(connection).get_table_names() == []


def test_foreign_keys_hold_in_an_open_store(file: StorePlace) -> None:
    with open_store(file) as store, store.reading() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_alembics_own_command_finds_the_migrations(tmp_path: Path) -> None:
    code = "import sys; from alembic.config import main; main(sys.argv[1:])"
    for arguments in (["upgrade", "head"], ["check"]):
        ran = python(code, *arguments, YARDSTICK_DATA=str(tmp_path), YARDSTICK_STORE="")
        out, err = ran.communicate()
        assert ran.returncode == 0, out + err
    assert "No new upgrade operations" in out
