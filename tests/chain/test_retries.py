"""Which faults are tried again, how often, and after which pause. Nobody waits: the pauses are written down."""

from __future__ import annotations

import email.utils
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain.failures import Failure
from assistant.chain.retrying import pause_s
from assistant.errors import ModelError
from tests.chain.calling import TEXT, Waits, answer_of, settings_for
from tests.chain.servers import Answer, ScriptedServer, chunk, completion, serving, streamed

GOOD = Answer(body=completion(TEXT))


def fault(status: int, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, {"error": {"message": "not now"}}, named)


def waited(script: list[Answer], *, fails: bool = False, **changes: Any) -> list[float]:
    """The pauses of one call over the script."""
    waits = Waits()
    with serving(ScriptedServer(script)) as base_url:
        settings = settings_for(base_url, **{"retries": 5, **changes})
        if fails:
            with pytest.raises(ModelError):
                answer_of(settings, clock=waits.clock())
        else:
            assert answer_of(settings, clock=waits.clock()).reply.content == TEXT
    return waits.slept


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 529])
def test_a_fault_that_may_pass_is_tried_again_after_pauses_that_grow(status: int) -> None:
    assert waited([*[fault(status)] * 5, GOOD]) == [0.75, 1.5, 3.0, 6.0, 7.5]


@pytest.mark.parametrize("broken", ["hang up", "reset", "cut"])
def test_a_connection_that_breaks_is_tried_again(broken: str) -> None:
    assert waited([Answer(body=completion(TEXT), fault=broken), GOOD]) == [0.75]


def test_a_stream_that_stalls_is_tried_again() -> None:
    waits = Waits()
    stalled = Answer(events=(chunk("{"),), fault="stall")
    with serving(ScriptedServer([stalled, Answer(events=streamed(TEXT))])) as base_url:
        settings = settings_for(base_url, retries=1, stall_s=0.2)
        assert answer_of(settings, on_text=lambda _: None, clock=waits.clock()).reply.content == TEXT
    assert waits.slept == [0.75]


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"retry_after": "0"}, 0.0),
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": "10"}, 10.0),
        ({"retry_after_ms": "250"}, 0.25),
        ({"retry_after_ms": "250", "retry_after": "3600"}, 0.25),
        ({"retry_after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry_after": "soon"}, 0.75),
        ({"retry_after": "nan"}, 0.75),
        ({"retry_after": "-5"}, 0.0),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_the_pause_that_the_server_asks_for_is_kept(status: int, headers: dict[str, str], pause: float) -> None:
    assert waited([fault(status, **headers), GOOD]) == [pause]


def test_a_pause_until_a_date_is_kept() -> None:
    until = email.utils.formatdate(time.time() + 3600, usegmt=True)
    (pause,) = waited([fault(429, retry_after=until), GOOD], longest_wait_s=4000)
    assert 3000 < pause <= 3600


@pytest.mark.parametrize("pause", ["10.001", "3600", email.utils.formatdate(4e9, usegmt=True)])
def test_a_pause_longer_than_anybody_waits_is_reported_at_once(pause: str) -> None:
    assert waited([fault(429, retry_after=pause)], fails=True) == []


def test_who_waits_longer_is_not_told_to_go() -> None:
    assert waited([fault(429, retry_after="3600"), GOOD], longest_wait_s=3600) == [3600.0]


@pytest.mark.parametrize("retries", [0, 1, 3])
def test_it_is_tried_as_often_as_set_and_then_explained(retries: int) -> None:
    assert len(waited([fault(503)] * (retries + 1), fails=True, retries=retries)) == retries


@pytest.mark.parametrize(
    "answer",
    [
        fault(401),
        fault(402),
        fault(403),
        fault(404),
        fault(413),
        Answer(429, {"error": {"message": "pay", "code": "insufficient_quota"}}, {"x-should-retry": "true"}),
        Answer(429, {"error": {"message": "You exceeded your current quota"}}, {"retry-after": "0"}),
        Answer(200, "<html></html>", content_type="text/html"),
    ],
    ids=lambda answer: str(answer.status),
)
def test_a_fault_that_stays_is_not_tried_again(answer: Answer) -> None:
    assert waited([answer], fails=True) == []


def test_an_error_that_comes_under_status_200_is_tried_again_if_it_may_pass() -> None:
    overloaded = Answer(body={"error": {"message": "try later", "type": "overloaded_error"}})
    assert waited([overloaded, GOOD]) == [0.75]
    assert waited([Answer(body={"error": {"message": "no", "type": "invalid"}})], fails=True) == []


def test_the_tries_are_counted_over_all_forms() -> None:
    refused = Answer(400, {"error": {"message": "no json_schema"}})
    assert waited([fault(503), refused, fault(503), GOOD], retries=2) == [0.75, 1.5]


def test_the_seconds_of_an_answer_include_its_pauses() -> None:
    waits = Waits()
    with serving(ScriptedServer([fault(429, retry_after="7"), GOOD])) as base_url:
        assert answer_of(settings_for(base_url, retries=1), clock=waits.clock()).seconds == 7.0


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True), st.floats(0, 3600))
def test_no_pause_is_longer_than_allowed_nor_shorter_than_half_of_what_it_grows_to(
    tries: int, chance: float, longest_s: float
) -> None:
    pause = pause_s(Failure("", passing=True), tries, longest_s, chance)
    assert pause is not None
    assert min(longest_s, 2 ** min(tries - 1, 30)) / 2 <= pause <= longest_s
