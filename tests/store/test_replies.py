"""The cache of replies behaves like a dict that lasts, counts what it spared, and holds no question and no key."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule
from sqlalchemy import select

from assistant.schema.reply import RawReply
from assistant.store import ReplyKey, StorePlace, open_store, reply_key
from assistant.store.opening import Store
from assistant.store.places import file_place
from assistant.store.replies import ReplyCache, ReplySummary
from assistant.store.tables import ReplyRow
from tests.store.conftest import REPLY, Clock, key

DAY = timedelta(days=1)


def test_a_reply_comes_back_as_it_was_saved(store: Store) -> None:
    store.replies.save(key(), REPLY)
    assert store.replies.find(key()) == REPLY


def test_a_question_that_was_never_asked_has_no_reply(store: Store) -> None:
    store.replies.save(key("a"), REPLY)
    assert store.replies.find(key("b")) is None


@pytest.mark.parametrize(
    "reply",
    [
        RawReply("", "I will not write this.", "content_filter", "m", None, None),
        RawReply('{"headline": "half', "", "length", "m", 0, 2**63 - 1),
        RawReply("半升水，三分鐘。 🫖", "", None, "模型", 1, 2),
        RawReply("NUL \0 and half a pair \ud83d", "\udc80", "\0", "\ud800", 1, 2),
        RawReply("x" * 5_000_000, "", "stop", "m", 1, 2),
    ],
    ids=["refused", "cut off", "Chinese", "what no text column takes", "five million characters"],
)
def test_nothing_is_mended_and_nothing_lost(store: Store, reply: RawReply) -> None:
    store.replies.save(key(), reply)
    assert store.replies.find(key()) == reply


@pytest.mark.parametrize("nonsense", [-1, 2**63, 10**30])
def test_a_count_of_tokens_that_cannot_be_is_none(store: Store, nonsense: int) -> None:
    store.replies.save(key(), replace(REPLY, prompt_tokens=nonsense))
    assert store.replies.find(key()) == replace(REPLY, prompt_tokens=None)


def test_the_later_of_two_replies_to_one_question_is_kept(store: Store) -> None:
    later = replace(REPLY, content="Later.")
    store.replies.save(key(), REPLY)
    store.replies.save(key(), later)
    assert (store.replies.find(key()), store.replies.size()) == (later, 1)


def test_each_use_is_counted_with_its_time_and_what_it_spared(store: Store) -> None:
    clock = Clock()
    cache = ReplyCache(store, clock)
    cache.save(key("a"), REPLY)
    cache.save(key("b"), replace(REPLY, prompt_tokens=None))
    saved = clock()
    clock.pass_by(DAY)
    for question in ("a", "a", "b", "c"):
        cache.find(key(question))
    assert cache.summarize() == ReplySummary(2, 3, 2 * (812 + 64) + 64, saved, saved)
    with store.reading() as connection:
        rows = connection.execute(select(ReplyRow.uses, ReplyRow.created_at, ReplyRow.last_used)).all()
    assert sorted(map(tuple, rows)) == [(1, saved, clock()), (2, saved, clock())]


def test_an_empty_cache_has_no_times(store: Store) -> None:
    assert store.replies.summarize() == ReplySummary(0, 0, 0, None, None)


def test_what_was_asked_is_kept_as_hash_and_name_alone(store: Store) -> None:
    store.replies.save(key(model="m-large"), REPLY)
    with store.reading() as connection:
        row = connection.execute(select(ReplyRow.key, ReplyRow.model, ReplyRow.prompt_hash)).one()
    assert tuple(row) == (key(model="m-large").digest, "m-large", "0123456789ab")


def test_a_moment_without_a_time_zone_is_rejected(store: Store) -> None:
    naive = ReplyCache(store, lambda: datetime(2026, 3, 1, 12, 0))  # noqa: DTZ001 - it is what must not pass
    with pytest.raises(Exception, match="a moment without a time zone"):
        naive.save(key(), REPLY)
    assert naive.size() == 0


def test_moments_are_kept_in_utc(store: Store) -> None:
    east = datetime.fromisoformat("2026-03-01T06:00:00+08:00")
    ReplyCache(store, lambda: east).save(key(), REPLY)
    oldest = store.replies.summarize().oldest
    assert (oldest, oldest and oldest.tzinfo) == (datetime(2026, 2, 28, 22, 0, tzinfo=UTC), UTC)


@pytest.mark.parametrize(
    ("older_than", "left"),
    [(None, ""), (timedelta(0), "c"), (DAY, "bc"), (2 * DAY, "abc"), (DAY / 2, "c"), (1.5 * DAY, "bc")],
)
def test_clearing_takes_what_was_saved_longer_ago(store: Store, older_than: timedelta | None, left: str) -> None:
    clock = Clock()
    cache = ReplyCache(store, clock)
    for question in "abc":
        cache.save(key(question), REPLY)
        clock.pass_by(DAY if question != "c" else timedelta(0))
    assert cache.clear(older_than) == 3 - len(left)
    assert "".join(question for question in "abc" if cache.find(key(question))) == left


def _bytes_of(place: StorePlace) -> bytes:
    assert place.path
    return b"".join(path.read_bytes() for path in sorted(place.path.parent.iterdir()))


def test_what_was_cleared_is_on_the_disk_no_more_and_its_room_is_free(file: StorePlace) -> None:
    marks = [f"mark-{number:04}-" for number in range(300)]
    with open_store(file) as store:
        for mark in marks:
            store.replies.save(key(mark), replace(REPLY, content=mark * 300))
        kept = _bytes_of(file)
        assert all(mark.encode() in kept for mark in marks)
        store.replies.clear()
        left = _bytes_of(file)
    assert not any(mark.encode() in left for mark in marks)
    assert len(left) < len(kept) / 5


def test_no_key_and_no_question_reaches_the_disk(file: StorePlace) -> None:
    secret, question = "sk-secret-0123456789", "A question that only the customer may see"
    asked = reply_key("m", f"https://{secret}:{secret}@host.example/{secret}/v1", [("user", question)], {}, {})
    with open_store(file) as store:
        store.replies.save(asked, REPLY)
        assert store.replies.find(asked) == REPLY
        kept = _bytes_of(file)
    assert REPLY.content.encode() in kept
    assert (secret.encode() in kept, question.encode() in kept, b"host.example" in kept) == (False, False, False)


texts = st.text(st.characters(), max_size=30)
counts = st.none() | st.integers(0, 2**63 - 1)
replies = st.builds(RawReply, texts, texts, st.none() | texts, texts, counts, counts)


class CacheBesideDict(RuleBasedStateMachine):
    """Whatever is done to the cache and to a dict, they hold the same; closing and opening changes nothing."""

    keys = Bundle[ReplyKey]("keys")
    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.place = file_place(Path(self.folder.name) / "yardstick.db")
        assert self.place.path
        shutil.copy(self.template, self.place.path)
        self.clock = Clock()
        self.held: dict[ReplyKey, tuple[RawReply, datetime]] = {}
        self.uses: dict[ReplyKey, int] = {}
        self.open()

    def open(self) -> None:
        self.store = open_store(self.place)
        self.cache = ReplyCache(self.store, self.clock)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @initialize(target=keys)
    def some_key(self) -> ReplyKey:
        return key("first")

    @rule(target=keys, question=texts)
    def ask(self, question: str) -> ReplyKey:
        return key(question)

    @rule(key=keys, reply=replies)
    def save(self, key: ReplyKey, reply: RawReply) -> None:
        self.cache.save(key, reply)
        self.held[key] = (reply, self.clock())
        self.uses[key] = 0

    @rule(key=keys)
    def find(self, key: ReplyKey) -> None:
        known = self.held.get(key)
        assert self.cache.find(key) == (known[0] if known else None)
        if known:
            self.uses[key] += 1

    @rule(hours=st.integers(1, 72))
    def wait(self, hours: int) -> None:
        self.clock.pass_by(timedelta(hours=hours))

    @rule(hours=st.none() | st.integers(0, 100))
    def clear(self, hours: int | None) -> None:
        age = None if hours is None else timedelta(hours=hours)
        gone = [asked for asked, (_, at) in self.held.items() if age is None or self.clock() - at > age]
        assert self.cache.clear(age) == len(gone)
        for asked in gone:
            del self.held[asked], self.uses[asked]

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.open()

    @rule()
    def count(self) -> None:
        held = self.cache.summarize()
        assert (self.cache.size(), held.replies, held.uses) == (len(self.held), len(self.held), sum(self.uses.values()))


@pytest.fixture(scope="module", autouse=True)
def template(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An empty store, made once: making one anew for every example would be most of the work."""
    place = file_place(tmp_path_factory.mktemp("template") / "yardstick.db")
    open_store(place).close()
    assert place.path
    CacheBesideDict.template = place.path


TestCacheBesideDict = CacheBesideDict.TestCase
# Each step is a real write; fifty of them an example find nothing that twenty do not.
TestCacheBesideDict.settings = settings(stateful_step_count=20)
