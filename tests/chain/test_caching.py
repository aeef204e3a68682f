"""A rerun costs nothing and says so; only whole replies that the caller has accepted are kept."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant.chain.caching import key_of
from assistant.chain.door import Answer as DoorAnswer
from assistant.chain.door import as_template, ask
from assistant.errors import ModelError
from assistant.schema.reply import RawReply
from assistant.store import open_store
from assistant.store.opening import Store
from assistant.store.places import file_place
from assistant.tokens import Budget, Usage
from tests.chain.calling import ELSEWHERE, KEY, MESSAGES, SCHEMA, TEXT, answer_of, bullets, settings_for
from tests.chain.servers import Answer, ScriptedServer, completion, serving, streamed

GOOD = Answer(body=completion(TEXT))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(file_place(tmp_path / "data" / "yardstick.db")) as opened:
        yield opened


def answers(store: Store, script: list[Answer], calls: int, **options: Any) -> list[DoorAnswer]:
    with serving(ScriptedServer(script)) as base_url:
        given = {"cache": store.replies, "accept": bullets, **options}
        return [answer_of(settings_for(base_url), **given) for _ in range(calls)]


def test_a_rerun_costs_nothing_and_says_so(store: Store) -> None:
    heard: list[str] = []
    first, again = answers(store, [GOOD], 2, on_text=heard.append)
    assert (first.from_cache, again.from_cache) == (False, True)
    assert again.reply == first.reply
    assert (again.usage, again.cost and again.cost.amount) == (Usage(0, 0, 0, 0), Decimal(0))
    assert heard == [TEXT, TEXT]


def test_a_streamed_reply_is_kept_as_one_that_was_not(store: Store) -> None:
    first, again = answers(store, [Answer(events=streamed(TEXT))], 2, on_text=lambda _: None)
    assert (again.from_cache, again.reply) == (True, first.reply)


def test_neither_a_spent_budget_nor_a_missing_price_stops_what_costs_nothing(store: Store) -> None:
    there = settings_for(ELSEWHERE, model="has-no-price")
    key = key_of(there, MESSAGES, SCHEMA, "")
    store.replies.save(key, RawReply(TEXT, "", "stop", "m", 11, 7))
    answer = answer_of(there, cache=store.replies, accept=bullets, budget=Budget(Decimal(0), currency="EUR"))
    assert (answer.from_cache, answer.cost and answer.cost.currency) == (True, "EUR")


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=completion(TEXT, finish=None)),
        Answer(body=completion(TEXT, finish="length")),
        Answer(body=completion(TEXT, refusal="No.")),
        Answer(body=completion("")),
    ],
    ids=["no end", "cut off", "refused", "empty"],
)
def test_a_reply_that_is_not_whole_is_not_kept(store: Store, answer: Answer) -> None:
    answers(store, [answer, answer], 2, accept=lambda _: None)
    assert store.replies.size() == 0


def test_a_reply_that_the_caller_does_not_accept_is_not_kept(store: Store) -> None:
    with pytest.raises(ModelError, match="outside the form"):
        answers(store, [Answer(body=completion('{"title": "x"}'))], 1)
    assert store.replies.size() == 0


def test_a_reply_that_nobody_vouches_for_is_not_kept(store: Store) -> None:
    answers(store, [GOOD, GOOD], 2, accept=None)
    assert store.replies.size() == 0


def test_a_kept_reply_that_is_accepted_no_more_is_asked_for_again(store: Store) -> None:
    with serving(ScriptedServer([Answer(body=completion('{"old": 1}')), GOOD])) as base_url:
        answer_of(settings_for(base_url), cache=store.replies, accept=lambda _: None)
        newer = [answer_of(settings_for(base_url), cache=store.replies, accept=bullets) for _ in range(2)]
    assert [(answer.from_cache, answer.reply.content) for answer in newer] == [(False, TEXT), (True, TEXT)]


def test_another_question_model_or_recording_is_another_key(store: Store) -> None:
    server = ScriptedServer([GOOD] * 5)
    with serving(server) as base_url:
        for changes in ({}, {"model": "other"}, {"replay_key": "a"}, {"replay_key": "b"}):
            answer_of(settings_for(base_url, **changes), cache=store.replies, accept=bullets)
        asked = as_template([("user", "Another kettle.")])
        ask(settings_for(base_url), asked, {}, SCHEMA, cache=store.replies, accept=bullets)
    assert store.replies.size() == 5


def test_a_reply_that_cannot_be_kept_still_reaches_who_has_paid_for_it(store: Store) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill_the_disk(_: RawReply) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))

    try:
        (answer,) = answers(store, [GOOD], 1, accept=fill_the_disk)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (answer.reply.content, store.replies.size()) == (TEXT, 0)


def test_the_key_to_the_model_reaches_no_file(store: Store, tmp_path: Path) -> None:
    with serving(ScriptedServer([GOOD])) as base_url:
        answer_of(settings_for(base_url), cache=store.replies, profiles=store.profiles, accept=bullets)
    kept = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())
    assert (TEXT.encode() in kept, KEY.encode() in kept) == (True, False)
