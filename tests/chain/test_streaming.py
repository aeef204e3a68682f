"""A reply in pieces: what the caller hears of it, when it counts as whole, and what is made of one that is not."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain.streaming import MOST_CHARS, StreamReading, read_whole
from assistant.chain.wire_faults import CutOff, NotAChat, ServerSaid, TooMuch
from assistant.errors import ModelError
from assistant.tokens import Usage
from tests.chain.calling import SCHEMA, TEXT, answer_of, settings_for
from tests.chain.servers import Answer, ScriptedServer, chunk, completion, serving, streamed

HALVES = (TEXT[:20], TEXT[20:])
WHOLE = Answer(events=streamed(*HALVES))


def heard(*answers: Answer, **changes: Any) -> tuple[list[str], ScriptedServer]:
    """The pieces that a caller hears of the answers, one after the other."""
    pieces: list[str] = []
    server = ScriptedServer(answers)
    with serving(server) as base_url:
        assert answer_of(settings_for(base_url, **changes), on_text=pieces.append).reply.content == TEXT
    return pieces, server


def complaint(answer: Answer, **changes: Any) -> str:
    with serving(ScriptedServer([answer])) as base_url:
        with pytest.raises(ModelError) as caught:
            answer_of(settings_for(base_url, **changes), on_text=lambda _: None)
        return str(caught.value).replace(base_url.split("/")[2], "HOST")


def test_a_stream_is_asked_for_with_its_usage_and_heard_piece_by_piece() -> None:
    pieces, server = heard(WHOLE)
    assert pieces == list(HALVES)
    assert (server.requests[0].body["stream"], server.requests[0].body["stream_options"]) == (
        True,
        {"include_usage": True},
    )


def test_the_answer_of_a_stream_is_whole() -> None:
    with serving(ScriptedServer([WHOLE])) as base_url:
        answer = answer_of(settings_for(base_url), on_text=lambda _: None)
    assert (answer.reply.content, answer.reply.finish_reason, answer.reply.model) == (TEXT, "stop", "test-model")
    assert (answer.reply.prompt_tokens, answer.reply.completion_tokens) == (11, 7)
    assert answer.usage == Usage(11, 7, cached_tokens=8)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=completion(TEXT)),
        Answer(body=completion(TEXT), headers={"x-note": "the stream was not heeded"}),
    ],
)
def test_a_server_that_does_not_heed_the_wish_is_heard_at_once(answer: Answer) -> None:
    assert heard(answer)[0] == [TEXT]


def test_a_stream_that_nobody_asked_for_is_read_as_one() -> None:
    with serving(ScriptedServer([WHOLE])) as base_url:
        assert answer_of(settings_for(base_url)).reply.content == TEXT


def test_the_arguments_of_a_tool_call_are_the_reply() -> None:
    calls = [[{"index": 0, "function": {"name": "copy", "arguments": half}}] for half in HALVES]
    events = (*(chunk(tool_calls=call) for call in calls), chunk(finish="tool_calls"), "[DONE]")
    assert heard(Answer(events=events))[0] == list(HALVES)


def test_a_refusal_in_a_stream_is_kept() -> None:
    with serving(ScriptedServer([Answer(events=(chunk(refusal="I "), chunk(refusal="won't.", finish="stop")))])) as url:
        assert answer_of(settings_for(url), on_text=lambda _: None).reply.refusal == "I won't."


@pytest.mark.parametrize("fault", ["stall", "cut"])
def test_a_reply_that_has_ended_is_whole_even_if_the_connection_is_not(fault: str) -> None:
    ended = (chunk(TEXT), chunk(finish="stop"))
    assert heard(Answer(events=ended, fault=fault), stall_s=0.1)[0] == [TEXT]


@pytest.mark.parametrize("events", [(), (chunk(HALVES[0]),), (chunk(TEXT),), (chunk(TEXT), "[DONE]")])
@pytest.mark.parametrize("fault", ["", "cut"])
def test_a_stream_without_a_finish_reason_is_cut_off_however_whole_it_looks(
    events: tuple[Any, ...], fault: str
) -> None:
    line = complaint(Answer(events=(chunk(role="assistant"), *events), fault=fault))
    when = "in the middle of its reply" if events else "before it had answered"
    assert line == f"HOST broke off {when}. Try again."


def test_a_stream_that_stalls_is_left() -> None:
    server = ScriptedServer([Answer(events=(chunk(HALVES[0]),), fault="stall")])
    with serving(server) as base_url:
        with pytest.raises(ModelError) as caught:
            answer_of(settings_for(base_url, stall_s=0.2), on_text=lambda _: None)
        assert server.left.wait(30)
    assert str(caught.value).endswith("stopped in the middle of its reply: nothing came for 0.2 s. Try again.")


def test_a_stream_without_a_first_word_is_left() -> None:
    line = complaint(Answer(events=(chunk(TEXT),), fault="silent"), timeout_s=0.2)
    assert line.startswith("HOST did not answer within 0.2 s.")


def test_a_reply_that_trickles_on_and_on_is_left() -> None:
    server = ScriptedServer([Answer(body="data: " + json.dumps(chunk("")) + "\n\n", fault="endless")])
    server.script[0] = Answer(body=server.script[0].body, fault="endless", content_type="text/event-stream")
    with serving(server) as base_url:
        with pytest.raises(ModelError) as caught:
            answer_of(settings_for(base_url, total_s=0.3), on_text=lambda _: None)
        assert server.left.wait(30)
    assert "was not complete after 0.3 s. Use a faster model" in str(caught.value)


def test_a_reply_without_an_end_is_read_no_further_than_is_worth_it() -> None:
    piece = "data: " + json.dumps(chunk("x" * 10_000)) + "\n\n"
    server = ScriptedServer([Answer(body=piece, fault="endless", content_type="text/event-stream")])
    with serving(server) as base_url:
        with pytest.raises(ModelError) as caught:
            answer_of(settings_for(base_url), on_text=lambda _: None)
        assert server.left.wait(30)
    assert "sent far more than any copy is long; the rest was not read." in str(caught.value)


def test_a_text_that_begins_anew_is_announced_by_an_empty_piece() -> None:
    broken = Answer(events=(chunk(HALVES[0]),), fault="cut")
    with serving(ScriptedServer([broken, WHOLE])) as base_url:
        pieces: list[str] = []
        settings = settings_for(base_url, retries=1, longest_wait_s=0)
        assert answer_of(settings, on_text=pieces.append).reply.content == TEXT
    assert pieces == [HALVES[0], "", *HALVES]


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (
            {"error": {"message": "provider is down", "code": 502}},
            'HOST answered with an error: "provider is down". Try again, or use another model.',
        ),
        (
            "[1, 2]",
            "HOST answered, but not as a chat-completions server does. Check OPENAI_BASE_URL: it usually ends in /v1.",
        ),
        (
            "{broken",
            "HOST answered, but not as a chat-completions server does. Check OPENAI_BASE_URL: it usually ends in /v1.",
        ),
    ],
)
def test_a_stream_that_is_none_is_explained(event: Any, line: str) -> None:
    assert complaint(Answer(events=(chunk(HALVES[0]), event))) == line


def test_what_the_caller_raises_ends_the_call_and_is_no_fault_of_the_server() -> None:
    def stumble(piece: str) -> None:
        raise KeyError(piece)

    server = ScriptedServer([Answer(events=(chunk(TEXT),), fault="stall")])
    with serving(server) as base_url:
        with pytest.raises(KeyError):
            answer_of(settings_for(base_url, retries=3), on_text=stumble)
        assert server.left.wait(30)


class TestReading:
    """Chunk by chunk, without a wire."""

    def test_an_end_without_usage_leaves_the_usage_unknown(self) -> None:
        reading = StreamReading("m")
        reading.add(chunk(TEXT, finish="stop"))
        assert reading.received().usage is None

    def test_too_many_characters_are_too_much(self) -> None:
        reading = StreamReading("m")
        reading.add(chunk("x" * MOST_CHARS))
        with pytest.raises(TooMuch):
            reading.add(chunk("x"))

    def test_alternatives_that_nobody_asked_for_are_left_out(self) -> None:
        reading = StreamReading("m")
        reading.add({"choices": [{"index": 1, "delta": {"content": "B"}}, {"index": 0, "delta": {"content": "A"}}]})
        reading.add(chunk(finish="stop"))
        assert reading.received().reply.content == "A"

    @given(st.lists(st.text(max_size=8), max_size=8), st.none() | st.sampled_from(["stop", "length"]))
    def test_the_pieces_add_up_or_there_is_no_reply(self, pieces: list[str], finish: str | None) -> None:
        heard: list[str] = []
        reading = StreamReading("m", heard.append)
        for piece in pieces:
            reading.add(chunk(piece))
        reading.add(chunk(finish=finish, role="assistant"))
        if finish is None:
            with pytest.raises(CutOff):
                reading.received()
        else:
            assert reading.received().reply.content == "".join(pieces) == "".join(heard)

    json_values = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["choices", "delta", "message", "content", "tool_calls", "function", "arguments", "usage"]
                )
                | st.sampled_from(
                    ["index", "finish_reason", "model", "refusal", "prompt_tokens", "error", "type", "text"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=20,
    )

    @given(json_values)
    def test_no_chunk_whatever_breaks_it(self, value: Any) -> None:
        reading = StreamReading("m")
        with suppress(NotAChat, ServerSaid, CutOff):
            reading.add(value)
            assert isinstance(reading.received().reply.content, str)

    @given(json_values | st.lists(json_values).map(lambda choices: {"choices": choices}))
    def test_no_whole_reply_whatever_breaks_it(self, value: Any) -> None:
        with suppress(NotAChat, ServerSaid):
            assert isinstance(read_whole(json.dumps(value).encode(), "m").reply.content, str)


def test_the_schema_of_these_tests_is_one_that_servers_take() -> None:
    assert SCHEMA["additionalProperties"] is False
