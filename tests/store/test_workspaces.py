"""Workspaces on one database are strangers, and each behaves like a dict that remembers."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Barrier
from typing import ClassVar
from uuid import uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from sqlalchemy import Engine, event

from assistant.errors import InputError
from assistant.store import Outdated, Saved, StoreError, StorePlace, open_store
from assistant.store.documents import Documents
from assistant.store.opening import Store


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Every statement that reaches a database meanwhile."""
    heard: list[str] = []

    def hear(connection: object, cursor: object, statement: str, *_: object) -> None:
        heard.append(" ".join(statement.split()))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def _unscoped(statements: list[str]) -> list[str]:
    """Those that ask or change something of documents without saying of which workspace."""
    about = [statement for statement in statements if "document" in statement]
    return [
        statement
        for statement in about
        if not statement.startswith(("INSERT INTO documents (workspace,", "INSERT INTO document_versions (workspace,"))
        and not ("WHERE documents.workspace =" in statement or "WHERE document_versions.workspace =" in statement)
    ]


def _use_everything(documents: Documents) -> None:
    documents.save("draft", "a", {"n": 1}, expected=0)
    documents.save("draft", "a", {"n": 2}, expected=1)
    for number in range(210):
        documents.save("setting", "a", {"n": number}, expected=None)
    for number in range(3):
        documents.save("note", "a", {"n": number}, expected=number, auto=True)
    documents.save("note", "a", {"n": 2}, expected=3)
    documents.keep("note", "a", 3, "sent")
    documents.rename("note", "a", "B", 3)
    documents.find("note", "b")
    documents.forget("note", "a")
    with pytest.raises(Outdated):
        documents.save("draft", "a", {"n": 3}, expected=1)
    documents.restore("draft", "a", 1, 2)
    documents.delete("draft", "a", 3)
    documents.load("draft", "a")
    documents.load_version("draft", "a", 1)
    documents.history("draft", "a")
    documents.list("draft")
    documents.list("draft", deleted=True)
    documents.list("draft", limit=1, offset=1)


def test_no_statement_asks_beyond_its_workspace(store: Store) -> None:
    with _listening() as heard:
        _use_everything(store.documents)
    kinds = {(statement.split()[0], "document_versions" in statement) for statement in heard if "document" in statement}
    assert kinds == {
        ("INSERT", False),
        ("INSERT", True),
        ("SELECT", False),
        ("SELECT", True),
        ("UPDATE", False),
        ("UPDATE", True),
        ("DELETE", False),
        ("DELETE", True),
    }
    assert _unscoped(heard) == []


def test_a_statement_without_a_workspace_would_be_noticed() -> None:
    assert _unscoped(["SELECT id FROM documents WHERE documents.kind = ?", "DELETE FROM document_versions"]) != []


def test_a_store_opens_on_the_workspace_that_is_named(place: StorePlace) -> None:
    for workspace in ("local", "ann@example.com", "安"):
        with open_store(place, workspace=workspace) as store:
            assert store.documents.load("draft", "a") is None
            store.documents.save("draft", "a", {"of": workspace}, expected=0)
    with open_store(place) as store:
        found = store.documents.load("draft", "a")
        assert found
        assert found.body == {"of": "local"}
        other = store.for_workspace("安").load("draft", "a")
        assert other
        assert other.body == {"of": "安"}


def test_one_store_serves_many_workspaces_from_many_threads(store: Store) -> None:
    """More people than there are connections, each of whom finds what is theirs."""
    together = Barrier(20, timeout=60)

    def use(number: int) -> list[tuple[str, int]]:
        together.wait()
        mine = store.for_workspace(f"person-{number}@example.com")
        for turn in range(5):
            assert (
                store.for_workspace(mine.workspace).save("draft", "a", {"n": turn}, expected=turn).version == turn + 1
            )
        found = mine.load("draft", "a")
        assert found
        return [(mine.workspace, found.body["n"]), *((row.id, row.version) for row in mine.list("draft"))]

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(use, range(20))) == [[(f"person-{n}@example.com", 4), ("a", 5)] for n in range(20)]


@pytest.mark.parametrize("workspace", ["", " ", "a\n", "x" * 256])
def test_a_workspace_that_cannot_be_one_is_not_served(store: Store, workspace: str) -> None:
    with pytest.raises(InputError, match="a workspace: expected 1 to 255 printable characters"):
        store.for_workspace(workspace)


@pytest.mark.parametrize("workspace", ["", " ", "a\n", "x" * 256])
def test_a_workspace_that_cannot_be_one_makes_no_store(file: StorePlace, workspace: str) -> None:
    with pytest.raises(InputError, match="a workspace: expected 1 to 255 printable characters"):
        open_store(file, workspace=workspace)
    assert file.path
    assert not file.path.exists()


@dataclass
class Remembered:
    """What a document should be: each version's body and name, None where it is a deletion."""

    versions: list[tuple[int, str] | None] = field(default_factory=list)

    @property
    def now(self) -> tuple[int, str] | None:
        return self.versions[-1] if self.versions else None

    def meets(self, expected: int | None) -> bool:
        if not expected:
            return expected is None or self.now is None
        return expected == len(self.versions)


workspaces = st.sampled_from(["a", "b"])
ids = st.sampled_from(["x", "X", "y"])
kinds = st.sampled_from(["draft", "persona"])
bodies = st.integers(0, 2)
names = st.sampled_from(["", "n"])
seen = st.none() | st.integers(0, 6)


class WorkspacesBesideDicts(RuleBasedStateMachine):
    """Two workspaces of one database, in any order, each beside a dict of lists."""

    store: ClassVar[Store]

    def __init__(self) -> None:
        super().__init__()
        run = uuid4().hex
        self.documents = {name: self.store.for_workspace(f"{run}-{name}") for name in "ab"}
        self.held: dict[tuple[str, str, str], Remembered] = {}

    def remembered(self, workspace: str, kind: str, id: str) -> Remembered:
        return self.held.setdefault((workspace, kind, id), Remembered())

    def expect(self, made: Saved | None, held: Remembered, wanted: tuple[int, str] | None) -> None:
        if held.now != wanted:
            held.versions.append(wanted)
        assert made
        assert made.version == len(held.versions)

    @rule(workspace=workspaces, kind=kinds, id=ids, body=bodies, name=names, expected=seen)
    def save(self, workspace: str, kind: str, id: str, body: int, name: str, expected: int | None) -> None:
        held = self.remembered(workspace, kind, id)
        documents = self.documents[workspace]
        if held.now == (body, name) or held.meets(expected):
            self.expect(documents.save(kind, id, {"n": body}, name=name, expected=expected), held, (body, name))
        else:
            with pytest.raises(Outdated) as caught:
                documents.save(kind, id, {"n": body}, name=name, expected=expected)
            assert caught.value.current == documents.load(kind, id)

    @rule(workspace=workspaces, kind=kinds, id=ids, expected=seen)
    def delete(self, workspace: str, kind: str, id: str, expected: int | None) -> None:
        held = self.remembered(workspace, kind, id)
        documents = self.documents[workspace]
        if not held.versions:
            assert documents.delete(kind, id, expected) is None
        elif held.now is None or held.meets(expected):
            self.expect(documents.delete(kind, id, expected), held, None)
        else:
            with pytest.raises(Outdated):
                documents.delete(kind, id, expected)

    @rule(workspace=workspaces, kind=kinds, id=ids, version=st.integers(0, 6), expected=seen)
    def restore(self, workspace: str, kind: str, id: str, version: int, expected: int | None) -> None:
        held = self.remembered(workspace, kind, id)
        documents = self.documents[workspace]
        wanted = held.versions[version - 1] if 0 < version <= len(held.versions) else None
        if wanted and (held.now == wanted or held.meets(expected)):
            self.expect(documents.restore(kind, id, version, expected), held, wanted)
        else:
            with pytest.raises(Outdated if wanted else StoreError):
                documents.restore(kind, id, version, expected)

    @rule(workspace=workspaces, kind=kinds, id=ids, name=names, expected=seen)
    def rename(self, workspace: str, kind: str, id: str, name: str, expected: int | None) -> None:
        held = self.remembered(workspace, kind, id)
        documents = self.documents[workspace]
        wanted = held.now and (held.now[0], name)
        if wanted and (held.now == wanted or held.meets(expected)):
            self.expect(documents.rename(kind, id, name, expected), held, wanted)
        else:
            with pytest.raises(Outdated):
                documents.rename(kind, id, name, expected)

    @rule(workspace=workspaces, kind=kinds, id=ids)
    def forget(self, workspace: str, kind: str, id: str) -> None:
        held = self.remembered(workspace, kind, id)
        assert self.documents[workspace].forget(kind, id) == len(held.versions)
        held.versions.clear()

    @rule(workspace=workspaces, kind=kinds)
    def compare(self, workspace: str, kind: str) -> None:
        documents = self.documents[workspace]
        mine = {id: held for (of, what, id), held in self.held.items() if (of, what) == (workspace, kind)}
        for id, held in mine.items():
            found, history = documents.load(kind, id), documents.history(kind, id)
            assert (found and (found.body["n"], found.name, found.version)) == (
                held.now and (*held.now, len(held.versions))
            )
            assert [version.version for version in history] == list(range(len(held.versions), 0, -1))
            assert [version.deleted for version in reversed(history)] == [one is None for one in held.versions]
        for deleted in (False, True):
            listed = {(row.id, row.version) for row in documents.list(kind, deleted=deleted)}
            there = {(id, len(h.versions)) for id, h in mine.items() if h.versions and (h.now is None) == deleted}
            assert listed == there

    def teardown(self) -> None:
        for workspace in "ab":
            for kind in ("draft", "persona"):
                self.compare(workspace, kind)


@pytest.mark.hypothesis
def test_workspaces_behave_like_dicts_that_remember(store: Store) -> None:
    WorkspacesBesideDicts.store = store
    # Each step is a real write.
    fewer = settings(max_examples=settings().max_examples // 4, stateful_step_count=25)
    run_state_machine_as_test(WorkspacesBesideDicts, settings=fewer)
