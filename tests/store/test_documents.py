"""Documents come back as they were saved, version by version, and nobody's work is overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from assistant.errors import InputError
from assistant.store import Document, Outdated, Row, Saved, StoreError, StorePlace, Version, open_store
from assistant.store.documents import Documents
from assistant.store.history import KEPT
from assistant.store.opening import Store
from assistant.store.versions import MOST_BYTES, MOST_LEVELS
from tests.store.conftest import Clock

BODY = {"text": "Eight kilometres before the kettle boils", "facts": [1, 2.5, None, True], "用户": {"半升": "水"}}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def documents(store: Store, clock: Clock) -> Documents:
    return Documents(store, "local", clock)


def _numbered(documents: Documents, *bodies: int) -> None:
    for body in bodies:
        documents.save("draft", "a", {"n": body}, expected=None)


def _kept(documents: Documents) -> list[int]:
    return [version.version for version in documents.history("draft", "a")]


def test_a_document_comes_back_as_it_was_saved(place: StorePlace) -> None:
    with open_store(place) as store:
        saved = store.documents.save("draft", "rocket", BODY, name="Rocket 火箭", expected=0, by="Ann")
    with open_store(place) as store:
        found = store.documents.load("draft", "rocket")
    assert found == Document("draft", "rocket", "Rocket 火箭", 1, BODY, saved.at, "Ann")
    assert (saved.version, list(found.body)) == (1, list(BODY))


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"NUL \0": "half a pair \ud83d", "two halves": "\ud83d\ude00", "whole": "😀", "\u202e": "\u2028"},
        {"n": [10**400, -0.0, 1e308, 5e-324, 1, 1.0, True]},
        {"x": "y" * (MOST_BYTES - len('{"x":""}'))},
        {"<script>": "'; DROP TABLE documents; --"},
    ],
    ids=["empty", "what no text column takes", "numbers", "as big as may be", "code"],
)
def test_nothing_is_mended_and_nothing_lost(documents: Documents, body: dict[str, Any]) -> None:
    documents.save("draft", "a", body, expected=0, name="\0\ud83d", by="\0")
    found = documents.load("draft", "a")
    assert found
    assert (repr(found.body), found.name, found.by) == (repr(body), "\0\ud83d", "\0")


def _nested(levels: int) -> dict[str, Any]:
    return {"x": _nested(levels - 1)} if levels > 1 else {}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"x": "y" * (MOST_BYTES - len('{"x":""}') + 1)}, "is 2.0 MB, more than the 2 MB that are kept of one."),
        ({"x": "半" * 1_000_000}, "is 3.0 MB, more than the 2 MB that are kept of one."),
        ({"x": float("nan")}, "expected what JSON can say."),
        ({"x": [{1: 2}]}, "a name in it is no text; expected what JSON can say."),
        ({"x": b"bytes"}, "expected what JSON can say."),
        (_nested(MOST_LEVELS + 1), "nested more than 100 levels deep; expected what JSON can say."),
    ],
    ids=["too big", "too big in bytes", "no number", "no text for a name", "no JSON", "too deep"],
)
def test_a_body_that_cannot_be_kept_is_one_line_and_changes_nothing(
    documents: Documents, body: dict[str, Any], said: str
) -> None:
    documents.save("draft", "a", BODY, expected=0)
    with pytest.raises(InputError) as caught:
        documents.save("draft", "a", body, expected=1)
    assert str(caught.value).startswith("draft 'a': ")
    assert (said in str(caught.value), "\n" in str(caught.value), len(str(caught.value)) < 200) == (True, False, True)
    assert [version.version for version in documents.history("draft", "a")] == [1]


def test_a_body_of_as_many_levels_as_may_be_comes_back(documents: Documents) -> None:
    documents.save("draft", "a", _nested(MOST_LEVELS), expected=0)
    found = documents.load("draft", "a")
    assert found is not None
    assert found.body == _nested(MOST_LEVELS)


@pytest.mark.parametrize("id", ["", " a", "a ", "a\nb", "a\0b", "\ud83d", "x" * 256])
def test_an_id_that_cannot_be_one_is_one_line(documents: Documents, id: str) -> None:
    for use in (
        lambda: documents.load("draft", id),
        lambda: documents.save("draft", id, {}, expected=0),
        lambda: documents.history("draft", id),
        lambda: documents.load_version("draft", id, 1),
        lambda: documents.restore("draft", id, 1, 0),
        lambda: documents.delete("draft", id, 1),
    ):
        with pytest.raises(InputError, match="a document's id: expected 1 to 255 printable characters") as caught:
            use()
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", ["", "Draft", "a b", "1st", "x" * 33, "draft\n", "草稿"])
def test_a_kind_that_cannot_be_one_is_one_line(documents: Documents, kind: str) -> None:
    for use in (lambda: documents.load(kind, "a"), lambda: documents.list(kind)):
        with pytest.raises(InputError, match="a document's kind: expected a word like draft"):
            use()


def test_names_have_a_bound(documents: Documents) -> None:
    documents.save("draft", "a", {}, expected=0, name="n" * 255, by="b" * 255)
    with pytest.raises(InputError, match="a document's name: expected at most 255 characters, not 256."):
        documents.save("draft", "b", {}, expected=0, name="n" * 256)
    with pytest.raises(InputError, match="who saves a document: expected at most 255"):
        documents.save("draft", "b", {}, expected=0, by="b" * 256)
    assert documents.load("draft", "b") is None


def test_what_was_never_saved_is_not_there(documents: Documents) -> None:
    documents.save("draft", "a", BODY, expected=0)
    for kind, id in (("draft", "A"), ("draft", "b"), ("persona", "a")):
        assert (documents.load(kind, id), documents.history(kind, id), documents.delete(kind, id, 0)) == (
            None,
            (),
            None,
        )
    assert documents.list("persona") == ()


def test_a_list_tells_what_was_saved_last_first_and_carries_no_body(documents: Documents, clock: Clock) -> None:
    for id in ("b", "a", "c"):
        documents.save("draft", id, {"id": id}, expected=0, name=id.upper(), by="Ann")
    clock.pass_by(timedelta(seconds=1))
    documents.save("draft", "c", {"id": "later"}, expected=1, name="C2", by="Bob")
    documents.save("persona", "d", {}, expected=0)
    first = clock() - timedelta(seconds=1)
    assert documents.list("draft") == (
        Row("draft", "c", "C2", 2, clock(), "Bob", 14),
        Row("draft", "a", "A", 1, first, "Ann", 10),
        Row("draft", "b", "B", 1, first, "Ann", 10),
    )


def test_a_history_tells_every_version_newest_first(documents: Documents, clock: Clock) -> None:
    documents.save("draft", "a", {}, expected=0, name="First", by="Ann")
    clock.pass_by(timedelta(minutes=1))
    documents.save("draft", "a", {"x": 1}, expected=1, name="Second")
    documents.delete("draft", "a", 2, by="Bob")
    first = clock() - timedelta(minutes=1)
    assert documents.history("draft", "a") == (
        Version(3, "Second", clock(), "Bob", 0, deleted=True),
        Version(2, "Second", clock(), "", 7, deleted=False),
        Version(1, "First", first, "Ann", 2, deleted=False),
    )


def test_an_unchanged_save_makes_no_version(documents: Documents, clock: Clock) -> None:
    saved = documents.save("draft", "a", BODY, expected=0, name="A")
    clock.pass_by(timedelta(minutes=1))
    again = [documents.save("draft", "a", dict(BODY), expected=seen, name="A", by="Bob") for seen in (1, None)]
    assert (again, _kept(documents)) == ([saved, saved], [1])


def test_a_save_that_is_repeated_because_its_answer_was_lost_does_no_harm(documents: Documents) -> None:
    documents.save("draft", "a", {"n": 1}, expected=0)
    saved = documents.save("draft", "a", {"n": 2}, expected=1)
    assert documents.save("draft", "a", {"n": 2}, expected=1) == saved
    assert _kept(documents) == [2, 1]


@pytest.mark.parametrize(("body", "name"), [({"n": 2}, "A"), ({"n": 1}, "B"), ({"n": 1.0}, "A"), ({"n": True}, "A")])
def test_every_change_makes_a_version(documents: Documents, body: dict[str, Any], name: str) -> None:
    documents.save("draft", "a", {"n": 1}, expected=0, name="A")
    assert documents.save("draft", "a", body, expected=1, name=name).version == 2


def test_going_back_to_what_was_is_a_change(documents: Documents) -> None:
    _numbered(documents, 1, 2, 1)
    assert _kept(documents) == [3, 2, 1]


@pytest.mark.parametrize("expected", [0, 1, 3, -1, 2**31, 2**63, 10**30, -(10**30)])
def test_another_version_than_expected_is_told_and_nothing_is_overwritten(documents: Documents, expected: int) -> None:
    _numbered(documents, 1, 2)
    there = documents.load("draft", "a")
    assert there
    uses: list[Callable[[], object]] = [
        lambda: documents.save("draft", "a", {"n": 9}, expected=expected),
        lambda: documents.restore("draft", "a", 1, expected),
        lambda: documents.delete("draft", "a", expected),
    ]
    for use in uses:
        with pytest.raises(Outdated) as caught:
            use()
        assert caught.value.current == there
    assert (documents.load("draft", "a"), _kept(documents)) == (there, [2, 1])


def test_the_line_says_what_was_seen_what_is_there_and_what_to_do(documents: Documents) -> None:
    _numbered(documents, 1, 2)
    for expected, seen in ((1, "version 1 was seen"), (0, "none was seen")):
        with pytest.raises(StoreError) as caught:
            documents.save("draft", "a", {"n": 9}, expected=expected)
        assert str(caught.value) == (
            f"draft 'a': {seen}, version 2 of 2026-03-01 12:00 UTC is there; nothing was overwritten. "
            "Load it, then save again."
        )


@pytest.mark.parametrize("gone", [False, True])
def test_what_was_expected_and_is_not_there_is_told(documents: Documents, gone: bool) -> None:
    if gone:
        _numbered(documents, 1, 2, 3)
        documents.delete("draft", "a", 3)
    with pytest.raises(Outdated, match="version 3 was seen, it has been deleted, or was never saved") as caught:
        documents.save("draft", "a", {"n": 9}, expected=3)
    assert (caught.value.current, documents.load("draft", "a")) == (None, None)


def test_without_an_expectation_the_last_to_save_is_the_newest_and_the_others_are_kept(documents: Documents) -> None:
    _numbered(documents, 1, 2, 3)
    found = [documents.load_version("draft", "a", version) for version in (1, 2, 3)]
    assert [one and one.body["n"] for one in found] == [1, 2, 3]


@pytest.mark.parametrize("version", [0, -1, 3, 2**31, 2**63, 10**30, -(10**30)])
def test_a_version_that_is_not_kept_is_none_and_cannot_be_restored(documents: Documents, version: int) -> None:
    _numbered(documents, 1)
    documents.delete("draft", "a", 1)
    for missing in (version, 2):
        assert documents.load_version("draft", "a", missing) is None
        with pytest.raises(StoreError) as caught:
            documents.restore("draft", "a", missing, 2)
        assert str(caught.value) == (
            f"draft 'a': nothing is kept of a version {missing}. Choose one that its history shows."
        )


def test_restoring_makes_a_new_version_of_an_old_one(documents: Documents) -> None:
    documents.save("draft", "a", {"n": 1}, expected=0, name="First")
    documents.save("draft", "a", {"n": 2}, expected=1, name="Second")
    saved = documents.restore("draft", "a", 1, 2, by="Ann")
    assert documents.load("draft", "a") == Document("draft", "a", "First", 3, {"n": 1}, saved.at, "Ann")
    assert _kept(documents) == [3, 2, 1]


def test_restoring_what_is_there_makes_no_version(documents: Documents) -> None:
    _numbered(documents, 1, 2)
    assert documents.restore("draft", "a", 2, 2).version == 2
    assert _kept(documents) == [2, 1]


def test_what_was_deleted_is_out_of_sight_and_not_gone(documents: Documents) -> None:
    documents.save("draft", "a", {"n": 1}, expected=0, name="A")
    deleted = documents.delete("draft", "a", 1, by="Bob")
    assert deleted
    assert (documents.load("draft", "a"), documents.list("draft")) == (None, ())
    assert documents.list("draft", deleted=True) == (Row("draft", "a", "A", 2, deleted.at, "Bob", 0),)
    assert documents.delete("draft", "a", 2) == deleted
    assert documents.restore("draft", "a", 1, 2).version == 3
    found = documents.load("draft", "a")
    assert (found and found.body, documents.list("draft", deleted=True)) == ({"n": 1}, ())


@pytest.mark.parametrize("expected", [0, 2, None])
def test_a_deleted_document_may_be_made_anew_and_keeps_its_history(documents: Documents, expected: int | None) -> None:
    _numbered(documents, 1)
    documents.delete("draft", "a", 1)
    assert documents.save("draft", "a", {"n": 1}, expected=expected).version == 3
    assert _kept(documents) == [3, 2, 1]


def test_the_last_versions_are_kept_and_of_those_before_each_days_last(documents: Documents, clock: Clock) -> None:
    """Ten saves a day, at midnight and after."""
    clock.now = clock.now.replace(hour=0)
    saves = KEPT + 35
    for number in range(saves):
        _numbered(documents, number)
        clock.pass_by(timedelta(hours=2) if number % 10 != 9 else timedelta(hours=6))
    assert _kept(documents) == [*range(saves, saves - KEPT, -1), 35, 30, 20, 10]
    oldest = documents.load_version("draft", "a", 10)
    assert oldest is not None
    assert (oldest.body, oldest.at.hour) == ({"n": 9}, 18)


def test_the_versions_of_other_documents_are_not_counted(store: Store, documents: Documents) -> None:
    other = Documents(store, "other", documents._now)
    for keep in (("draft", "b"), ("persona", "a")):
        documents.save(*keep, {"n": 0}, expected=0)
        documents.save(*keep, {"n": 1}, expected=1)
    other.save("draft", "a", {"n": 0}, expected=0)
    other.save("draft", "a", {"n": 1}, expected=1)
    _numbered(documents, *range(KEPT + 2))
    assert len(_kept(documents)) == KEPT + 1
    kept = [documents.history("draft", "b"), documents.history("persona", "a"), other.history("draft", "a")]
    assert [len(history) for history in kept] == [2, 2, 2]


def test_a_clock_that_goes_back_loses_no_more_than_one_that_does_not(documents: Documents, clock: Clock) -> None:
    for number in range(KEPT + 30):
        _numbered(documents, number)
        clock.pass_by(timedelta(days=-1 if number % 2 else 1))
    days = [version.at.date() for version in documents.history("draft", "a")]
    assert len(days) == KEPT + 2
    assert len(set(days[KEPT:])) == 2


def test_a_body_that_is_no_json_any_more_is_damage(store: Store, documents: Documents) -> None:
    documents.save("draft", "a", BODY, expected=0)
    for spoilt in (b"{", b"[]", b"\xff"):
        with store.writing() as connection:
            connection.execute(text("UPDATE document_versions SET body = :body"), {"body": spoilt})
        with pytest.raises(StoreError, match="is damaged"):
            documents.load("draft", "a")


def test_a_transaction_that_fails_leaves_neither_half(
    store: Store, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The right to a version is won before the version is written."""
    _numbered(documents, 1)
    with store.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO document_versions (workspace, kind, id, version, name, saved_at, saved_by, size) "
                "SELECT workspace, kind, id, 2, name, saved_at, saved_by, size FROM document_versions"
            )
        )
    with pytest.raises(Exception, match="document_versions"):
        documents.save("draft", "a", {"n": 2}, expected=1)
    with store.reading() as connection:
        assert connection.execute(text("SELECT version FROM documents")).scalars().all() == [1]


def test_a_save_says_which_version_it_made_and_when(documents: Documents, clock: Clock) -> None:
    assert documents.save("draft", "a", {}, expected=0) == Saved(1, clock())
    clock.pass_by(timedelta(microseconds=1))
    assert documents.save("draft", "a", {"n": 1}, expected=1) == Saved(2, clock())
