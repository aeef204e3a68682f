"""Autosaves give way to the next of their run; what somebody asked for, or wants to find again, does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assistant.errors import InputError
from assistant.store import Outdated, StoreError, Version
from assistant.store.documents import Documents
from assistant.store.history import KEPT, MOST_LABELS
from assistant.store.opening import Store
from tests.store.conftest import Clock

SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def documents(store: Store, clock: Clock) -> Documents:
    return Documents(store, "local", clock)


def _save(documents: Documents, n: int, *, auto: bool, by: str = "Ann", id: str = "a") -> int:
    return documents.save("draft", id, {"n": n}, expected=None, by=by, auto=auto).version


def _autosaves(documents: Documents, *bodies: int, by: str = "Ann") -> None:
    for body in bodies:
        _save(documents, body, auto=True, by=by)


def _kept(documents: Documents, id: str = "a") -> list[int]:
    return [version.version for version in documents.history("draft", id)]


def test_of_a_run_of_autosaves_each_two_minutes_of_the_clock_leave_the_last(documents: Documents, clock: Clock) -> None:
    """From 12:00:00, every seven seconds: 18, 17, 17 and 8 of them."""
    for number in range(60):
        _autosaves(documents, number)
        clock.pass_by(7 * SECOND)
    assert _kept(documents) == [60, 52, 35, 18]
    found = [documents.load_version("draft", "a", version) for version in (52, 35, 18)]
    assert [one and one.body["n"] for one in found] == [51, 34, 17]


def test_a_stretch_begins_with_an_even_minute_and_ends_before_the_next(documents: Documents, clock: Clock) -> None:
    for number, seconds in enumerate((0.0, 119.999999, 120.0, 239.999999, 240.0)):
        clock.now = Clock().now + timedelta(seconds=seconds)
        _autosaves(documents, number)
    assert _kept(documents) == [5, 4, 2]


def test_an_autosave_is_a_version_like_any_other(documents: Documents, clock: Clock) -> None:
    saved = documents.save("draft", "a", {"n": 1}, expected=0, name="A", by="Ann", auto=True)
    assert documents.save("draft", "a", {"n": 1}, expected=0, name="A", by="Ann", auto=True) == saved
    assert documents.history("draft", "a") == (Version(1, "A", clock(), "Ann", 7, deleted=False, auto=True),)
    for expected in (0, 2):
        with pytest.raises(Outdated) as caught:
            documents.save("draft", "a", {"n": 2}, expected=expected, by="Ann", auto=True)
        assert caught.value.current == documents.load("draft", "a")
    assert _kept(documents) == [1]
    assert documents.save("draft", "a", {"n": 2}, expected=1, by="Ann", auto=True).version == 2
    assert _kept(documents) == [2]


def test_the_version_that_another_author_started_from_stays(documents: Documents) -> None:
    for version, by in enumerate(("Ann", "Bob", "Bob", "Ann", ""), 1):
        _autosaves(documents, version, by=by)
    assert _kept(documents) == [5, 4, 3, 1]


def test_a_version_that_somebody_asked_for_stays(documents: Documents) -> None:
    for version, auto in enumerate((False, True, True, False, True, True), 1):
        _save(documents, version, auto=auto)
    assert _kept(documents) == [6, 4, 3, 1]
    assert [version.auto for version in documents.history("draft", "a")] == [True, False, True, False]


def test_what_was_restored_renamed_or_deleted_stays(documents: Documents) -> None:
    _save(documents, 1, auto=False)
    documents.rename("draft", "a", "A", 1, by="Ann")
    _autosaves(documents, 2)
    documents.restore("draft", "a", 1, 3, by="Ann")
    _autosaves(documents, 3)
    documents.delete("draft", "a", 5, by="Ann")
    _autosaves(documents, 4, 5)
    assert _kept(documents) == [8, 6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("by", ["Ann", "Bob"])
def test_saving_what_an_autosave_holds_makes_it_one_that_stays(documents: Documents, by: str) -> None:
    _autosaves(documents, 1, 2)
    assert _save(documents, 2, auto=False, by=by) == 2
    assert _save(documents, 2, auto=True) == 2
    _autosaves(documents, 3, 4)
    assert _kept(documents) == [4, 2]


def test_autosaves_of_one_document_leave_the_others_alone(store: Store, documents: Documents, clock: Clock) -> None:
    other = Documents(store, "other", clock)
    for documents_, id in ((documents, "b"), (other, "a"), (documents, "a"), (documents, "a")):
        _save(documents_, len(_kept(documents_, id)), auto=True, id=id)
    _autosaves(documents, 7, 8)
    assert (_kept(documents), _kept(documents, "b"), _kept(other)) == ([4], [1], [1])


def test_a_clock_that_goes_back_removes_no_more(documents: Documents, clock: Clock) -> None:
    for number in range(4):
        _autosaves(documents, number)
        clock.pass_by(timedelta(minutes=-2 if number % 2 else 2))
    assert _kept(documents) == [4, 3, 2, 1]


def test_autosaves_push_nothing_out_that_somebody_asked_for(documents: Documents, clock: Clock) -> None:
    """An hour's work on each of two days: of 300 autosaves that are left, the last 200 stay and one of the first day."""
    asked_for = [_save(documents, -1, auto=False), _save(documents, -2, auto=False)]
    days = []
    for hour in range(2):
        for number in range(150):
            _autosaves(documents, number + 1000 * hour, number + 1000 * hour + 500)
            days.append(documents.load("draft", "a"))
            clock.pass_by(timedelta(minutes=2))
        clock.pass_by(timedelta(days=1))
    left = [one.version for one in days if one][::-1]
    assert len(left) == 300
    # The first day began at noon and had 150 of them: its last before the 200 is the hundredth.
    assert _kept(documents) == [*left[:KEPT], left[KEPT], *asked_for[::-1]]


def test_saves_that_were_asked_for_push_no_autosave_out(documents: Documents, clock: Clock) -> None:
    _autosaves(documents, 0)
    clock.pass_by(timedelta(minutes=2))
    _autosaves(documents, 1)
    for number in range(KEPT + 5):
        _save(documents, number + 2, auto=False)
    last = 2 + KEPT + 5
    assert _kept(documents) == [*range(last, last - KEPT, -1), last - KEPT, 2, 1]


def test_an_autosave_that_becomes_asked_for_counts_as_one(documents: Documents) -> None:
    for number in range(KEPT + 1):
        _save(documents, number, auto=False)
    _save(documents, -1, auto=True)
    assert _kept(documents) == list(range(KEPT + 2, 0, -1))
    _save(documents, -1, auto=False)
    assert _kept(documents) == list(range(KEPT + 2, 1, -1))


def test_a_label_is_shown_changed_and_taken_away(documents: Documents) -> None:
    _save(documents, 1, auto=False)
    _save(documents, 2, auto=False)
    for label in ("sent to the client", "已发给客户", "\u202e👩\u200d💻\0\ud83d", "x" * 255, ""):
        documents.keep("draft", "a", 1, label)
        assert [version.label for version in documents.history("draft", "a")] == ["", label]
    assert _kept(documents) == [2, 1]


def test_a_version_with_a_label_gives_way_to_no_autosave(documents: Documents) -> None:
    _autosaves(documents, 1, 2)
    documents.keep("draft", "a", 2, "sent")
    _autosaves(documents, 3, 4)
    assert _kept(documents) == [4, 2]
    documents.keep("draft", "a", 4, "sent again")
    documents.keep("draft", "a", 4, "")
    _autosaves(documents, 5)
    assert _kept(documents) == [5, 2]


def test_a_version_with_a_label_outlives_all_and_is_not_counted(documents: Documents) -> None:
    for number in range(3):
        _save(documents, number, auto=False)
    documents.keep("draft", "a", 1, "sent")
    for number in range(KEPT):
        _save(documents, number, auto=False)
    assert _kept(documents) == [*range(KEPT + 3, 2, -1), 1]
    documents.keep("draft", "a", 1, "")
    assert _save(documents, -1, auto=False) == KEPT + 4
    # The day's last before the 200 is another.
    assert _kept(documents) == [*range(KEPT + 4, 3, -1)]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        *[(label, "expected a line of text, not ") for label in (" ", "\u3000", "a\n", "a\nb", "\u2028")],
        ("x" * 256, "expected at most 255 characters, not 256."),
    ],
)
def test_a_label_that_cannot_be_one_is_one_line_and_changes_nothing(
    documents: Documents, label: str, said: str
) -> None:
    _save(documents, 1, auto=False)
    with pytest.raises(InputError) as caught:
        documents.keep("draft", "a", 1, label)
    assert str(caught.value).startswith(f"a version's label: {said}")
    assert "\n" not in str(caught.value)
    assert documents.history("draft", "a")[0].label == ""


@pytest.mark.parametrize("version", [0, -1, 2, 3, 2**31, 10**30])
def test_a_version_that_is_not_kept_gets_no_label(documents: Documents, version: int) -> None:
    _save(documents, 1, auto=False)
    documents.delete("draft", "a", 1)
    for id in ("a", "b"):
        with pytest.raises(StoreError) as caught:
            documents.keep("draft", id, version, "sent")
        assert str(caught.value) == (
            f"draft {id!r}: nothing is kept of a version {version}. Choose one that its history shows."
        )


def test_labels_have_a_bound_and_can_be_changed_within_it(documents: Documents) -> None:
    _save(documents, 0, auto=False)
    for number in range(MOST_LABELS):
        documents.keep("draft", "a", _save(documents, number + 1, auto=False), "sent")
    with pytest.raises(InputError) as caught:
        documents.keep("draft", "a", 1, "one more")
    assert str(caught.value) == (
        "draft 'a': 100 of its versions have a label, and no more can. Take it from one that you need no more."
    )
    documents.keep("draft", "a", 2, "another")
    documents.keep("draft", "a", 1, "")
    documents.keep("draft", "a", 3, "")
    documents.keep("draft", "a", 1, "one more")
    assert [version.label for version in documents.history("draft", "a")[-3:]] == ["", "another", "one more"]


def test_labels_of_other_documents_do_not_count(store: Store, documents: Documents, clock: Clock) -> None:
    for number in range(MOST_LABELS):
        documents.keep("draft", "a", _save(documents, number, auto=False), "sent")
    other = Documents(store, "other", clock)
    for documents_, id in ((documents, "b"), (other, "a")):
        _save(documents_, 1, auto=False, id=id)
        documents_.keep("draft", id, 1, "sent")
        assert documents_.history("draft", id)[0].label == "sent"
