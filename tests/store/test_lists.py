"""Thousands of documents: page by page, by name in any script, and under another name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assistant.errors import InputError
from assistant.store import Outdated
from assistant.store.documents import Documents
from assistant.store.opening import Store
from tests.store.conftest import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def documents(store: Store, clock: Clock) -> Documents:
    return Documents(store, "local", clock)


def _named(documents: Documents, *names: str) -> None:
    """In the order in which a list has them."""
    for number, name in enumerate(names):
        documents.save("draft", f"{number:03}", {}, expected=0, name=name)


def _found(documents: Documents, text: str, limit: int = 50) -> list[str]:
    return [row.name for row in documents.find("draft", text, limit=limit)]


def test_pages_make_up_the_list(documents: Documents, clock: Clock) -> None:
    for number in range(23):
        documents.save("draft", f"{number * 7 % 23:02}", {}, expected=0)
        clock.pass_by(timedelta(seconds=number % 3))
    documents.save("persona", "a", {}, expected=0)
    documents.delete("draft", "05", 1)
    whole = documents.list("draft")
    assert len(whole) == 22
    for limit in (1, 5, 22, 100):
        pages = [documents.list("draft", limit=limit, offset=start) for start in range(0, 22, limit)]
        assert [len(page) <= limit for page in pages] == [True] * len(pages)
        assert sum(pages, ()) == whole
    assert documents.list("draft", offset=20) == whole[20:]
    assert documents.list("draft", offset=22) == documents.list("draft", limit=0) == ()
    assert [row.id for row in documents.list("draft", deleted=True, limit=5)] == ["05"]


@pytest.mark.parametrize("limit", [-1, -(10**30), 10**30])
def test_a_page_of_any_size_is_a_page(documents: Documents, limit: int) -> None:
    _named(documents, "A", "B")
    found = ["A", "B"] if limit > 0 else []
    assert [row.name for row in documents.list("draft", limit=limit)] == found
    assert _found(documents, "", limit=limit) == found
    assert len(documents.list("draft", offset=limit)) == (0 if limit > 0 else 2)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("rocket", "The ROCKET, 2nd stage"),
        ("ROCKET, 2", "the rocket, 2nd stage"),
        ("火箭", "第二级火箭说明"),
        ("ＲＯＣＫＥＴ", "rocket"),
        ("ｶﾌﾟｾﾙ", "カプセル"),
        ("cafe\u0301", "CAFÉ"),
        ("CAFÉ", "cafe\u0301"),
        ("STRASSE", "Hauptstraße 1"),
        ("ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"),
        ("ракета", "РАКЕТА"),
        ("istanbul", "İSTANBUL"),
        ("ISPARTA", "ısparta"),
        ("ﬁnal", "FINAL"),
        ("two  words\u3000here", "Two words\u00a0 here"),
        ("100%", "100% off"),
        ("a_b", "A_B"),
        ("'; --", "it's '; -- fine"),
        ("\0", "a\0b"),
    ],
)
def test_a_name_is_found_however_it_is_written(documents: Documents, text: str, name: str) -> None:
    _named(documents, "something else, aXb 1000", name)
    assert _found(documents, text) == [name]


def test_what_a_name_does_not_have_in_it_finds_nothing(documents: Documents) -> None:
    _named(documents, "Rocket", "rock et", "火", "箭火")
    for text in ("rockets", "火箭", "*", "%", "_", "."):
        assert _found(documents, text) == []


def test_as_many_are_found_as_were_asked_for_in_the_order_of_the_list(documents: Documents, clock: Clock) -> None:
    for number in range(60):
        documents.save("draft", str(number), {}, expected=0, name=f"Rocket {number}")
        clock.pass_by(timedelta(seconds=1))
    documents.save("persona", "a", {}, expected=0, name="Rocket")
    documents.delete("draft", "58", 1)
    rows = [row for row in documents.list("draft") if "5" in row.name]
    assert documents.find("draft", "ROCKET") == documents.list("draft", limit=50)
    assert documents.find("draft", "5", limit=3) == tuple(rows[:3])
    assert documents.find("draft", "5") == tuple(rows)
    assert [row.id for row in documents.find("draft", "rocket", deleted=True)] == ["58"]
    assert documents.find("draft", " ", limit=7) == documents.list("draft", limit=7)


def test_nothing_is_found_in_another_workspace(store: Store, documents: Documents) -> None:
    _named(documents, "Rocket")
    assert store.for_workspace("other").find("draft", "rocket") == ()


def test_what_is_looked_for_has_a_bound(documents: Documents) -> None:
    assert _found(documents, "x" * 255) == []
    with pytest.raises(InputError, match="what a name has in it: expected at most 255 characters, not 256"):
        documents.find("draft", "x" * 256)
    with pytest.raises(InputError, match="a document's kind"):
        documents.find("Draft", "x")


@pytest.mark.parametrize("expected", [2, None])
def test_a_new_name_is_a_version_with_the_body_that_is_there(documents: Documents, expected: int | None) -> None:
    documents.save("draft", "a", {"n": 1}, expected=0, name="A", by="Ann")
    documents.save("draft", "a", {"n": [1.0, "半\ud83d"]}, expected=1, name="A", by="Ann")
    renamed = documents.rename("draft", "a", "B", expected, by="Bob")
    found = documents.load("draft", "a")
    assert found
    assert (found.version, found.name, found.body, found.by) == (3, "B", {"n": [1.0, "半\ud83d"]}, "Bob")
    assert documents.rename("draft", "a", "B", None) == renamed
    assert [row.name for row in documents.list("draft")] == ["B"]
    assert [version.name for version in documents.history("draft", "a")] == ["B", "A", "A"]


@pytest.mark.parametrize("expected", [0, 1, 3, 10**30])
def test_a_new_name_for_another_version_than_was_seen_is_told(documents: Documents, expected: int) -> None:
    for number in range(2):
        documents.save("draft", "a", {"n": number}, expected=number, name="A")
    with pytest.raises(Outdated) as caught:
        documents.rename("draft", "a", "B", expected)
    assert caught.value.current == documents.load("draft", "a")
    assert len(documents.history("draft", "a")) == 2


@pytest.mark.parametrize("expected", [0, 2, None])
def test_there_is_nothing_to_rename_where_there_is_no_document(documents: Documents, expected: int | None) -> None:
    documents.save("draft", "a", {}, expected=0)
    documents.delete("draft", "a", 1)
    for id in ("a", "b"):
        with pytest.raises(Outdated, match="it has been deleted, or was never saved") as caught:
            documents.rename("draft", id, "B", expected)
        assert caught.value.current is None
    assert documents.history("draft", "b") == ()
    with pytest.raises(InputError, match="a document's name: expected at most 255"):
        documents.rename("draft", "a", "x" * 256, None)
