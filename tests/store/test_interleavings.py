"""Several authors at one document, each typing and saving in any order: the newest acknowledged text is what there is,
and what somebody asked for or labelled stays.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Barrier
from typing import ClassVar
from uuid import uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import URL, text

from assistant.store import Outdated, Saved, StoreError, StorePlace, open_store
from assistant.store.documents import Documents
from assistant.store.history import OneDocument
from assistant.store.opening import Store
from tests.store.conftest import Clock, env_of, killed_after, place_at, python


@dataclass
class Held:
    """A version as it should be."""

    version: int
    text: int
    at: datetime
    by: str
    auto: bool
    label: str = ""


def _same_two_minutes(one: datetime, other: datetime) -> bool:
    return one.replace(minute=one.minute // 2 * 2, second=0) == other.replace(minute=other.minute // 2 * 2, second=0)


authors = st.sampled_from(["Ann", "Bob"])
texts = st.integers(0, 3)


class AuthorsBesideAList(RuleBasedStateMachine):
    """Each author saves over the version that they have seen, be it the newest or not."""

    store: ClassVar[Store]

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.documents = Documents(self.store, uuid4().hex, self.clock)
        self.held: list[Held] = []
        self.newest = 0
        self.seen = {"Ann": 0, "Bob": 0}
        self.asked_for: dict[int, int] = {}

    @rule(by=authors, text=texts, auto=st.booleans())
    def save(self, by: str, text: int, auto: bool) -> None:
        last = self.held[-1] if self.held else None
        if self.seen[by] != self.newest and not (last and last.text == text):
            with pytest.raises(Outdated) as caught:
                self.documents.save("draft", "a", {"n": text}, expected=self.seen[by], by=by, auto=auto)
            assert caught.value.current == self.documents.load("draft", "a")
            return
        saved = self.documents.save("draft", "a", {"n": text}, expected=self.seen[by], by=by, auto=auto)
        if last and last.text == text:
            assert saved == Saved(last.version, last.at)
            last.auto = last.auto and auto
        else:
            self.append(saved, Held(self.newest + 1, text, self.clock(), by, auto))
        self.seen[by] = saved.version
        if not auto:
            self.asked_for[saved.version] = text

    def append(self, saved: Saved, new: Held) -> None:
        assert saved == Saved(new.version, new.at)
        last = self.held[-1] if self.held else None
        passing = last and new.auto and last.auto and not last.label and last.by == new.by
        if last and passing and _same_two_minutes(last.at, new.at):
            self.held.pop()
        self.held.append(new)
        self.newest = new.version

    @rule(by=authors, times=st.integers(1, 3))
    def type_on(self, by: str, times: int) -> None:
        for _ in range(times):
            self.look(by)
            self.save(by, (self.held[-1].text + 1) % 4 if self.held else 0, True)

    @rule(by=authors)
    def look(self, by: str) -> None:
        self.seen[by] = self.newest

    @rule(seconds=st.sampled_from([1, 59, 60, 119, 120, 3600, -60]))
    def wait(self, seconds: int) -> None:
        self.clock.pass_by(timedelta(seconds=seconds))

    @rule(back=st.sampled_from([0, 0, 1, 9]), label=st.sampled_from(["sent", "approved", ""]))
    def keep(self, back: int, label: str) -> None:
        if back < len(self.held):
            self.held[-1 - back].label = label
            self.documents.keep("draft", "a", self.held[-1 - back].version, label)
        else:
            with pytest.raises(StoreError, match="nothing is kept"):
                self.documents.keep("draft", "a", 0, label)

    @rule(by=authors, back=st.sampled_from([0, 1, 2, 9]))
    def restore(self, by: str, back: int) -> None:
        if back < len(self.held):
            earlier, last = self.held[-1 - back], self.held[-1]
            saved = self.documents.restore("draft", "a", earlier.version, None, by=by)
            if earlier.text == last.text:
                assert saved == Saved(last.version, last.at)
                last.auto = False
            else:
                self.append(saved, Held(self.newest + 1, earlier.text, self.clock(), by, False))
            self.seen[by] = saved.version
            self.asked_for[saved.version] = earlier.text

    @invariant()
    def what_was_acknowledged_last_is_there(self) -> None:
        found = self.documents.load("draft", "a")
        last = self.held[-1] if self.held else None
        assert (found and (found.version, found.body["n"])) == (last and (last.version, last.text))

    @invariant()
    def history_is_what_it_should_be(self) -> None:
        history = self.documents.history("draft", "a")
        said = [Held(one.version, 0, one.at, one.by, one.auto, one.label) for one in reversed(history)]
        assert said == [Held(one.version, 0, one.at, one.by, one.auto, one.label) for one in self.held]

    def teardown(self) -> None:
        for version, asked_for in self.asked_for.items():
            found = self.documents.load_version("draft", "a", version)
            assert found
            assert found.body == {"n": asked_for}


@pytest.mark.hypothesis
def test_whatever_authors_do_in_turn_the_history_is_what_the_rule_says(store: Store) -> None:
    AuthorsBesideAList.store = store
    # Each step is a real write.
    fewer = settings(max_examples=settings().max_examples // 4, stateful_step_count=25)
    run_state_machine_as_test(AuthorsBesideAList, settings=fewer)


def _meanwhile(store: Store, first: Callable[[OneDocument], object], then: Callable[[Documents], object]) -> object:
    """Does something that is not finished before another waits for it; what becomes of the other."""
    waits = "wait_event_type = 'Lock' AND datname = current_database()"
    waiting = text(f"SELECT count(*) FROM pg_stat_activity WHERE {waits}")
    with ThreadPoolExecutor(1) as pool:
        with store.writing() as connection:
            first(OneDocument(connection, store.place, store.workspace, "draft", "a"))
            other = pool.submit(then, Documents(store, store.workspace, Clock()))
            while not other.done():
                with store.reading() as looking:
                    if looking.execute(waiting).scalar():
                        break
        return other.exception() or other.result()


def _autosave(document: OneDocument) -> Saved:
    return document.write("", b'{"n":2}', 1, "", Clock().now, auto=True)


@pytest.fixture
def typed(database: URL) -> Iterator[Store]:
    """A store on a server, with one autosave in it."""
    with open_store(place_at(database)) as store:
        Documents(store, "local", Clock()).save("draft", "a", {"n": 1}, expected=0, auto=True)
        yield store


def test_a_label_that_comes_while_an_autosave_gives_way_is_refused(typed: Store) -> None:
    said = _meanwhile(typed, _autosave, lambda documents: documents.keep("draft", "a", 1, "sent"))
    assert isinstance(said, StoreError)
    assert str(said).startswith("draft 'a': nothing is kept of a version 1.")


def test_a_save_of_what_is_just_giving_way_is_told(typed: Store) -> None:
    said = _meanwhile(typed, _autosave, lambda documents: documents.save("draft", "a", {"n": 1}, expected=1))
    assert isinstance(said, Outdated)
    assert said.current == typed.documents.load("draft", "a")


def test_an_autosave_that_comes_while_a_label_is_given_leaves_the_version(typed: Store) -> None:
    said = _meanwhile(
        typed,
        lambda document: document.keep(1, "sent"),
        lambda documents: documents.save("draft", "a", {"n": 2}, expected=1, auto=True),
    )
    assert isinstance(said, Saved)
    assert [(one.version, one.label) for one in typed.documents.history("draft", "a")] == [(2, ""), (1, "sent")]


@dataclass
class Acknowledged:
    """What an author was told has happened: version → text."""

    saved: dict[int, str] = field(default_factory=dict)
    asked_for: dict[int, str] = field(default_factory=dict)
    labelled: set[int] = field(default_factory=set)


def _work(store: Store, by: str, together: Barrier, said: Acknowledged) -> None:
    documents, dice, seen = store.for_workspace("team"), random.Random(by), 0
    together.wait()
    for turn in range(60):
        auto, text = dice.random() < 0.7, f"{by} {turn}"
        try:
            seen = documents.save("draft", "a", {"text": text}, expected=seen, by=by[0], auto=auto).version
        except Outdated as error:
            there = error.current
        else:
            there = None
        if there:
            seen, text, auto = there.version, there.body["text"], False
            # What another has just typed is found good, if it is still there.
            try:
                documents.save("draft", "a", {"text": text}, expected=seen, by=by[0])
            except Outdated:
                continue
        said.saved[seen] = text
        if not auto:
            said.asked_for[seen] = text
        if dice.random() < 0.2:
            try:
                documents.keep("draft", "a", seen, f"{by} {turn}")
            except StoreError:
                # Nobody asked for it, and the author, at another window, has typed on.
                assert auto
            else:
                said.labelled.add(seen)


def test_authors_at_the_same_moment_lose_nothing_that_they_asked_for(store: Store) -> None:
    """Two people, each at two windows, so that autosaves of the same author meet."""
    names = ("A1", "A2", "B1", "B2")
    together = Barrier(len(names), timeout=60)
    said = [Acknowledged() for _ in names]
    with ThreadPoolExecutor(len(names)) as pool:
        for done in [pool.submit(_work, store, by, together, one) for by, one in zip(names, said, strict=True)]:
            done.result()
    documents = store.for_workspace("team")
    saved = {version: text for one in said for version, text in one.saved.items()}
    newest = documents.load("draft", "a")
    assert newest
    assert (newest.version, newest.body["text"]) == (max(saved), saved[max(saved)])
    history = {version.version: version for version in documents.history("draft", "a")}
    for one in said:
        for version, asked_for in one.asked_for.items():
            found = documents.load_version("draft", "a", version)
            assert (found and found.body["text"], history[version].auto) == (asked_for, False)
        assert {bool(history[version].label) for version in one.labelled} <= {True}
    # Of each run of autosaves something is left, and something has given way.
    assert len(history) < len(saved)


_TYPE_AND_SAY = """
import sys
from assistant.store import open_store
documents = open_store(workspace="killed").documents
seen = int(sys.argv[1])
while True:
    text = f"after {seen} " * 2000
    seen = documents.save("draft", "a", {"text": text}, expected=seen, by="Ann", auto=seen % 10 != 0).version
    print(seen, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
def test_the_newest_autosave_that_was_acknowledged_survives_a_kill(place: StorePlace) -> None:
    """Three processes in a row, each killed while it saves."""
    acknowledged: list[int] = []
    for said in (1, 7, 40):
        with open_store(place, workspace="killed") as store:
            there = store.documents.load("draft", "a")
        acknowledged += killed_after(python(_TYPE_AND_SAY, there.version if there else 0, **env_of(place)), said)
    with open_store(place, workspace="killed") as store:
        there = store.documents.load("draft", "a")
        history = store.documents.history("draft", "a")
    # The last may have been saved and not yet acknowledged.
    assert there
    assert there.version in (acknowledged[-1], acknowledged[-1] + 1)
    assert there.body["text"] == f"after {there.version - 1} " * 2000
    asked_for = [version for version in acknowledged if version % 10 == 1]
    assert [version.version for version in history if not version.auto][-len(asked_for) :][::-1] == asked_for
    assert len(history) < len(acknowledged)
