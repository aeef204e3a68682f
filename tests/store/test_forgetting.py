"""What is forgotten is gone: from every answer, and from the file."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import text

from assistant.store import Outdated, StoreError, StorePlace, open_store
from assistant.store.documents import Documents
from assistant.store.opening import Store

# As they stand in the file: id, name, author, label, bodies.
_SECRETS = ("rocket-7", "Raketenname", "Annegret", "zum Kunden", "Geheimtext", "Schnelltext")


def _fill(documents: Documents) -> None:
    """Among others', a document with every kind of version, of few bytes and of many; eight are left."""
    for number in range(40):
        documents.save("draft", f"other-{number}", {"text": "open " * number * 50}, expected=0, name="Other")
        if number % 5 == 0:
            text = "Geheimtext " * 10 ** (number // 10)
            documents.save("draft", "rocket-7", {"n": number, "text": text}, expected=None, name="Raketenname")
        typed = {"text": "Schnelltext " * number}
        documents.save("setting", "rocket-7", typed, expected=None, by="Annegret", auto=True)
    documents.keep("draft", "rocket-7", 2, "zum Kunden")
    documents.delete("draft", "rocket-7", None, by="Annegret")


def _found(place: StorePlace) -> set[str]:
    assert place.path
    kept = b"".join(path.read_bytes() for path in place.path.parent.iterdir())
    return {secret for secret in _SECRETS if secret.encode() in kept}


@pytest.mark.parametrize("deleted", [False, True])
def test_a_forgotten_document_is_in_no_answer(store: Store, deleted: bool) -> None:
    documents = store.documents
    for number in range(3):
        documents.save("draft", "a", {"n": number}, expected=number, name="A")
    documents.keep("draft", "a", 1, "sent")
    if deleted:
        documents.delete("draft", "a", 3)
    assert documents.forget("draft", "a") == 3 + deleted
    assert (documents.load("draft", "a"), documents.history("draft", "a")) == (None, ())
    assert [documents.load_version("draft", "a", version) for version in (1, 2, 3, 4)] == [None] * 4
    assert [documents.list("draft", deleted=which) for which in (False, True)] == [(), ()]
    assert (documents.find("draft", "a"), documents.forget("draft", "a")) == ((), 0)
    with pytest.raises(StoreError, match="nothing is kept of a version 1"):
        documents.restore("draft", "a", 1, None)


def test_other_documents_stay(store: Store) -> None:
    others = [
        (store.documents, "draft", "b"),
        (store.documents, "persona", "a"),
        (store.for_workspace("b"), "draft", "a"),
    ]
    for documents, kind, id in [*others, (store.documents, "draft", "a")]:
        documents.save(kind, id, {"n": 1}, expected=0)
        documents.save(kind, id, {"n": 2}, expected=1)
    assert store.documents.forget("draft", "a") == 2
    assert [len(documents.history(kind, id)) for documents, kind, id in others] == [2, 2, 2]


def test_nothing_of_it_is_left_in_the_file(file: StorePlace) -> None:
    """Looked for while the store is open, with what it writes beside the file; then once more."""
    with open_store(file) as store:
        _fill(store.documents)
        assert _found(file) == set(_SECRETS)
        assert store.documents.forget("draft", "rocket-7") == 9
        assert _found(file) == {"rocket-7", "Annegret", "Schnelltext"}
        assert store.documents.forget("setting", "rocket-7") >= 1
        assert _found(file) == set()
        assert len(store.documents.list("draft")) == 40
    assert _found(file) == set()


def test_a_program_that_still_reads_what_was_is_told_of_and_forgetting_again_does_the_rest(
    file: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.store.connections.BUSY_S", 0.05)
    assert file.path
    with open_store(file) as store:
        _fill(store.documents)
        reader = sqlite3.connect(file.path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchone()
        with pytest.raises(StoreError) as caught:
            store.documents.forget("draft", "rocket-7")
        assert str(caught.value) == (
            f"draft 'rocket-7': is gone, but traces of it are left in the file. {file.path}: another program has kept "
            "it locked for 15 s. Close that program, or try again."
        )
        assert store.documents.history("draft", "rocket-7") == ()
        assert "Geheimtext" in _found(file)
        reader.close()
        assert store.documents.forget("draft", "rocket-7") == 0
        assert "Geheimtext" not in _found(file)


def test_a_file_overwrites_what_it_deletes(file: StorePlace) -> None:
    with open_store(file) as store, store.reading() as connection:
        assert connection.execute(text("PRAGMA secure_delete")).scalar() == 1


@pytest.mark.parametrize("expected", [1, 2])
def test_whoever_has_a_forgotten_document_open_is_told(store: Store, expected: int) -> None:
    store.documents.save("draft", "a", {"n": 1}, expected=0)
    store.documents.save("draft", "a", {"n": 2}, expected=1)
    store.documents.forget("draft", "a")
    with pytest.raises(Outdated) as caught:
        store.documents.save("draft", "a", {"n": 3}, expected=expected, auto=True)
    assert caught.value.current is None
    assert store.documents.save("draft", "a", {"n": 3}, expected=0).version == 1


def test_forgetting_amid_saves_takes_all_or_nothing(store: Store) -> None:
    """Whoever saves either comes before, and what was saved is forgotten, or after, and begins anew."""
    threads, rounds = 4, 12
    together = Barrier(threads, timeout=60)

    def use(number: int) -> int:
        documents, forgotten = store.for_workspace("w"), 0
        for turn in range(rounds):
            together.wait()
            if number == 0:
                forgotten += documents.forget("draft", "a")
            else:
                for step in range(3):
                    documents.save("draft", "a", {"n": [number, turn, step]}, expected=None, auto=step == 1)
        return forgotten

    with ThreadPoolExecutor(threads) as pool:
        results = list(pool.map(use, range(threads)))
    assert 0 < results[0] <= (threads - 1) * rounds * 3
    documents = store.for_workspace("w")
    history, newest = documents.history("draft", "a"), documents.load("draft", "a")
    assert newest is None or history[0].version == newest.version
    documents.forget("draft", "a")
    with store.reading() as connection:
        for table in ("documents", "document_versions"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0
