"""Whatever happens to a server, or is set on it, it is one line with the place and the next step, and no password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import uuid4

import pytest
from sqlalchemy import URL, Engine, create_engine, inspect, text
from sqlalchemy.exc import ProgrammingError

from assistant.cli import main
from assistant.store import StoreError, StorePlace, open_store
from assistant.store.opening import Store
from tests.store.conftest import REPLY, key, place_at
from tests.store.postgres import own_database, run_on

SECRET = "s3cr3t"


@contextmanager
def _connected(url: URL) -> Iterator[Engine]:
    engine = create_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _one_line(place: StorePlace, said: str, advice: str) -> Iterator[None]:
    with pytest.raises(StoreError) as caught:
        yield
    assert str(caught.value).startswith(f"{place}: {said}. ")
    assert (advice in str(caught.value), "\n" in str(caught.value), SECRET in str(caught.value)) == (True, False, False)


@pytest.fixture
def team(database: URL) -> Iterator[Store]:
    """A store on a server."""
    with open_store(place_at(database)) as store:
        yield store


def _end_connections(database: URL) -> None:
    with _connected(database) as engine, engine.connect() as connection:
        others = "pid <> pg_backend_pid() AND datname = current_database()"
        connection.execute(text(f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE {others}"))


def test_connections_that_were_lost_meanwhile_are_made_anew(database: URL, team: Store) -> None:
    team.documents.save("draft", "a", {"n": 1}, expected=0)
    _end_connections(database)
    found = team.documents.load("draft", "a")
    assert found
    _end_connections(database)
    assert team.documents.save("draft", "a", {"n": 2}, expected=found.version).version == 2


def test_a_connection_that_is_lost_within_a_step_is_told_and_the_step_undone(database: URL, team: Store) -> None:
    with _one_line(team.place, "the server is stopping or was restarted", "try again"), team.writing() as connection:
        connection.execute(text("DELETE FROM profiles"))
        _end_connections(database)
        connection.execute(text("DELETE FROM replies"))
    assert team.documents.save("draft", "a", {"n": 1}, expected=0).version == 1


def test_a_database_that_goes_away_is_told(server: URL) -> None:
    with own_database(server) as url, open_store(place_at(url)) as store:
        run_on(server, f"DROP DATABASE {url.database} WITH (FORCE)")
        with _one_line(store.place, "the server cannot be reached, or refuses", "in YARDSTICK_STORE"):
            store.documents.load("draft", "a")


@pytest.mark.parametrize("change", [{"username": "nobody-here"}, {"database": "nowhere"}])
def test_a_user_or_a_database_that_is_not_there_is_told_without_the_password(
    database: URL, change: dict[str, str]
) -> None:
    place = place_at(database.set(password=SECRET, **change))  # type: ignore[arg-type]
    with _one_line(place, "the server cannot be reached, or refuses", "the user and the password in YARDSTICK_STORE"):
        open_store(place)


def test_a_user_who_may_not_make_tables_is_told(server: URL, database: URL) -> None:
    name = f"yardstick_test_{uuid4().hex[:12]}"
    run_on(server, f"CREATE ROLE {name} LOGIN")
    try:
        run_on(database, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        run_on(database, f"GRANT USAGE ON SCHEMA public TO {name}")
        place = place_at(database.set(username=name))
        with _one_line(place, "the user may not do this", "or name another in YARDSTICK_STORE"):
            open_store(place)
    finally:
        run_on(database, f"DROP OWNED BY {name}")
        run_on(server, f"DROP ROLE {name}")


def test_a_row_that_another_keeps_locked_is_waited_for_within_bounds(
    database: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.store.connections.BUSY_S", 0.05)
    with open_store(place_at(database)) as store, _connected(database) as engine:
        store.documents.save("draft", "a", {"n": 1}, expected=0)
        with engine.connect() as other:
            other.execute(text("SELECT * FROM documents FOR UPDATE"))
            with _one_line(store.place, "another program has kept it locked for 15 s", "try again"):
                store.documents.save("draft", "a", {"n": 2}, expected=1)
            found = store.documents.load("draft", "a")
        assert found
        assert found.version == 1
        assert store.documents.save("draft", "a", {"n": 2}, expected=1).version == 2


def test_more_users_at_once_than_there_are_connections_is_told(
    place: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.store.connections.BUSY_S", 0.05)
    with open_store(place) as store:
        with ExitStack() as held, _one_line(place, "too much is asked of it at once", "try again"):
            for _ in range(100):
                held.enter_context(store.reading())
        assert store.replies.size() == 0


def test_a_server_that_takes_no_writes_can_be_read(database: URL, team: Store) -> None:
    team.documents.save("draft", "a", {"n": 1}, expected=0)
    run_on(database, f"ALTER DATABASE {database.database} SET default_transaction_read_only = on")
    with open_store(place_at(database)) as store:
        with _one_line(store.place, "the server takes no writes", "Name the one that does in YARDSTICK_STORE"):
            store.documents.save("draft", "a", {"n": 2}, expected=1)
        found = store.documents.load("draft", "a")
    assert found
    assert found.version == 1


def test_a_servers_time_limit_is_told(database: URL, team: Store) -> None:
    run_on(database, f"ALTER DATABASE {database.database} SET statement_timeout = '50ms'")
    with (
        open_store(place_at(database)) as store,
        _one_line(store.place, "the server broke off: its time limit was reached", "try again"),
        store.reading() as connection,
    ):
        connection.execute(text("SELECT pg_sleep(60)"))


def test_the_command_that_looks_after_replies_does_so_on_a_server(
    team: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YARDSTICK_STORE", team.place.url)
    for _ in range(2):
        team.replies.save(key(), REPLY)
    assert (main(["cache", "show"]), main(["cache", "clear"]), main(["cache", "show"])) == (0, 0, 0)
    out = capsys.readouterr().out
    assert "kept     1 reply\n" in out
    assert f"{team.place}: 1 reply cleared\n{team.place}: no replies are kept yet\n" in out


def test_a_database_may_be_shared_with_other_programs(database: URL) -> None:
    with _connected(database) as engine, engine.begin() as connection:
        connection.execute(text("CREATE TABLE bookmarks (url TEXT)"))
    with open_store(place_at(database)) as store:
        store.documents.save("draft", "a", {"n": 1}, expected=0)
    with _connected(database) as engine:
        assert "bookmarks" in inspect(engine).get_table_names()


def test_a_table_of_the_same_name_is_left_alone(database: URL) -> None:
    with _connected(database) as engine:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE documents (mine TEXT)"))
        place = place_at(database)
        with _one_line(place, "another program has a table of the same name there", "a database of its own"):
            open_store(place)
        assert inspect(engine).get_table_names() == ["documents"]


@pytest.mark.parametrize("encoding", ["UTF8", "SQL_ASCII", "LATIN1"])
def test_text_is_kept_whatever_the_database_is_encoded_in(server: URL, encoding: str) -> None:
    with own_database(server, encoding) as url, open_store(place_at(url)) as store:
        store.documents.save("draft", "é", {"text": "半升水 🫖"}, name="火箭", expected=0, by="安")
        found = store.documents.load("draft", "é")
        assert found
        assert (found.body, found.name, found.by) == ({"text": "半升水 🫖"}, "火箭", "安")
        store.replies.save(key(), REPLY)
        assert store.replies.find(key()) == REPLY


def test_an_id_that_a_database_cannot_hold_is_told(server: URL) -> None:
    with (
        own_database(server, "LATIN1") as url,
        open_store(place_at(url)) as store,
        _one_line(store.place, "the database cannot hold this character", "Make one with ENCODING 'UTF8'"),
    ):
        store.documents.save("draft", "火箭", {}, expected=0)


def test_reading_sees_one_state(team: Store) -> None:
    with team.reading() as connection:
        before = connection.execute(text("SELECT count(*) FROM documents")).scalar()
        team.documents.save("draft", "a", {}, expected=0)
        assert (before, connection.execute(text("SELECT count(*) FROM documents")).scalar()) == (0, 0)


def test_a_defect_of_ours_is_not_taken_for_a_fault_of_the_server(team: Store) -> None:
    with pytest.raises(ProgrammingError, match="nowhere"), team.reading() as connection:
        connection.execute(text("SELECT * FROM nowhere"))
