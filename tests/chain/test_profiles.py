"""How a server can be asked: found by trying, remembered, forgotten when it no longer holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from assistant.chain.profiles import FORMS, ProcessMemory, Profile, ProfileMemory, Search
from assistant.chain.refusals import Refused, refused_part
from assistant.errors import ModelError
from assistant.store import open_store
from assistant.store.places import file_place
from tests.chain.calling import ELSEWHERE, SCHEMA, TEXT, answer_of, settings_for
from tests.chain.servers import Answer, Request, ScriptedServer, completion, serving, streamed

GOOD = Answer(body=completion(TEXT))
STREAM = Answer(events=streamed(TEXT))


def refusal(message: str, status: int = 400, **more: str) -> Answer:
    return Answer(status, {"error": {"message": message, **more}})


NO_SCHEMA = refusal("'response_format' of type 'json_schema' is not supported with this model")
NO_TOOLS = refusal("test-model does not support tools")


def form_of(request: Request) -> str:
    body = request.body
    if "tools" in body:
        return "tool"
    return str(body["response_format"]["type"]) if "response_format" in body else "plain"


def streaming_of(request: Request) -> str:
    return "none" if not request.body["stream"] else "usage" if "stream_options" in request.body else "bare"


def asked(
    script: Sequence[Answer], *, calls: int = 1, streams: bool = False, memory: ProfileMemory | None = None
) -> list[Request]:
    """The requests that so many calls send to a server with this script."""
    server = ScriptedServer(script)
    memory = memory or ProcessMemory()
    with serving(server) as base_url:
        for _ in range(calls):
            heard = (lambda _: None) if streams else None
            assert answer_of(settings_for(base_url), profiles=memory, on_text=heard).reply.content == TEXT
    return server.requests


@pytest.mark.parametrize("status", [400, 422])
@pytest.mark.parametrize(
    ("script", "forms"),
    [
        (["schema"], ["json_schema", "tool"]),
        (["schema", "tools"], ["json_schema", "tool", "json_object"]),
        (["schema", "tools", "object"], ["json_schema", "tool", "json_object", "plain"]),
    ],
)
def test_each_form_is_tried_after_the_stricter_one(status: int, script: list[str], forms: list[str]) -> None:
    said = {"schema": "no json_schema", "tools": "no tool_choice", "object": "response_format is unknown"}
    requests = asked([*(refusal(said[step], status) for step in script), GOOD])
    assert [form_of(request) for request in requests] == forms
    assert all(request.body["messages"] == requests[0].body["messages"] for request in requests)


def test_a_tool_is_forced_and_strict() -> None:
    body = asked([NO_SCHEMA, GOOD])[1].body
    assert body["tools"] == [{"type": "function", "function": {"name": "copy", "strict": True, "parameters": SCHEMA}}]
    assert body["tool_choice"] == {"type": "function", "function": {"name": "copy"}}


@pytest.mark.parametrize("arguments", [TEXT, {"bullets": ["Six cups at once", "1.7 L"]}])
def test_the_arguments_of_a_tool_call_come_back_as_the_reply(arguments: Any) -> None:
    call = {"id": "1", "type": "function", "function": {"name": "copy", "arguments": arguments}}
    assert asked([NO_SCHEMA, Answer(body=completion(None, finish="tool_calls", tool_calls=[call]))])


def test_what_was_found_is_remembered() -> None:
    requests = asked([NO_SCHEMA, NO_TOOLS, GOOD, GOOD, GOOD], calls=3)
    assert [form_of(request) for request in requests][2:] == ["json_object"] * 3


def test_what_was_found_is_forgotten_when_the_server_refuses_it() -> None:
    memory = ProcessMemory()
    requests = asked([NO_SCHEMA, NO_TOOLS, GOOD, refusal("no response_format"), GOOD, GOOD], calls=3, memory=memory)
    assert [form_of(request) for request in requests][2:] == [
        "json_object",
        "json_object",
        "json_schema",
        "json_schema",
    ]


def test_models_and_addresses_are_remembered_apart() -> None:
    memory = ProcessMemory()
    memory.save("http://a/v1", "m", "plain", "none")
    assert [memory.find(*at) for at in (("http://a/v1", "m"), ("http://a/v2", "m"), ("http://a/v1", "n"))] == [
        ("plain", "none"),
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("script", "streaming"),
    [
        ([STREAM], ["usage"]),
        ([refusal("Unknown field: stream_options"), STREAM], ["usage", "bare"]),
        ([refusal("streaming is not supported"), GOOD], ["usage", "none"]),
        ([refusal("x", param="stream_options"), refusal("x", param="stream"), GOOD], ["usage", "bare", "none"]),
    ],
)
def test_a_server_that_refuses_to_stream_is_asked_for_less(script: list[Answer], streaming: list[str]) -> None:
    requests = asked([*script, script[-1]], calls=2, streams=True)
    assert [streaming_of(request) for request in requests] == [*streaming, streaming[-1]]
    assert {form_of(request) for request in requests} == {"json_schema"}


def test_a_server_that_does_not_say_what_it_refuses_may_have_meant_the_stream() -> None:
    requests = asked([*[refusal("bad request")] * 4, GOOD], streams=True)
    assert [(form_of(r), streaming_of(r)) for r in requests] == [
        *((form, "usage") for form in FORMS),
        ("json_schema", "none"),
    ]


@pytest.mark.parametrize(("streams", "calls"), [(False, 4), (True, 5)])
def test_a_server_that_refuses_every_way_is_quoted_with_its_first_word(streams: bool, calls: int) -> None:
    said = [refusal(f"bad request {number}") for number in range(calls)]
    memory = ProcessMemory()
    with serving(ScriptedServer(said)) as base_url:
        memory.save(base_url, "test-model", "json_object", "usage")
        with pytest.raises(ModelError) as caught:
            answer_of(settings_for(base_url), on_text=print if streams else None, profiles=memory)
    assert str(caught.value).endswith('rejected the request (400): "bad request 0". Use another model.')
    assert memory.find(base_url, "test-model") is None


@pytest.mark.parametrize(
    "answer",
    [refusal("no such message role", param="messages"), refusal("flagged", code="content_filter"), refusal("no", 403)],
)
def test_a_refusal_of_the_words_is_not_taken_for_one_of_the_form(answer: Answer) -> None:
    server = ScriptedServer([answer])
    with serving(server) as base_url, pytest.raises(ModelError):
        answer_of(settings_for(base_url), profiles=ProcessMemory())
    assert len(server.requests) == 1


def test_a_store_remembers_for_the_next_program(tmp_path: Path) -> None:
    place = file_place(tmp_path / "yardstick.db")
    server = ScriptedServer([NO_SCHEMA, GOOD, GOOD])
    with serving(server) as base_url:
        for _ in range(2):
            with open_store(place) as store:
                answer_of(settings_for(base_url), profiles=store.profiles)
    assert [form_of(request) for request in server.requests] == ["json_schema", "tool", "tool"]


def test_a_word_that_this_program_does_not_know_is_nothing_known() -> None:
    memory = ProcessMemory()
    memory.save(ELSEWHERE, "test-model", "grammar", "usage")
    assert Search(settings_for(ELSEWHERE), memory, streams=True).profile == Profile()


def test_a_call_that_does_not_stream_forgets_nothing_about_streaming() -> None:
    memory = ProcessMemory()
    memory.save(ELSEWHERE, "test-model", "json_schema", "bare")
    search = Search(settings_for(ELSEWHERE), memory, streams=False)
    search.refuse("form")
    search.succeed()
    assert memory.find(ELSEWHERE, "test-model") == ("tool", "bare")


@pytest.mark.parametrize(
    ("status", "field", "message", "refused"),
    [
        # As OpenAI, Azure, Ollama, vLLM, llama.cpp's server, OpenRouter and DeepSeek put it.
        (400, "response_format", "Invalid parameter: 'response_format' of type 'json_schema' is not supported", "form"),
        (400, None, "registry.ollama.ai/library/gemma:2b does not support tools", "form"),
        (400, None, "Unrecognized request argument supplied: stream_options", "stream_options"),
        (404, None, "No endpoints found that support tool use", "form"),
        (500, None, 'response_format type must be one of "text" or "json_object", but got: json_schema', "form"),
        (400, None, "This response_format type is unavailable now", "form"),
        (501, None, "streaming is not implemented", "stream"),
        (502, None, "upstream: response_format", ""),
        (400, "temperature", "Unsupported value", ""),
        (404, None, "The model `x` does not exist", ""),
        (500, None, "the upstream server failed", ""),
    ],
)
def test_what_a_server_refuses_is_told_from_its_words(
    status: int, field: str | None, message: str, refused: Refused
) -> None:
    assert refused_part(status, field, message) == refused
