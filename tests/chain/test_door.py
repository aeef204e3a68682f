"""What leaves through the door: where to, with what, and what LangChain would have added by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.tracers.langchain import wait_for_all_tracers
from langsmith import tracing_context

from assistant.chain import ModelSettings, write
from assistant.chain.door import as_template
from tests.chain.samples import FAULTY, FINDINGS, sample
from tests.chain.servers import Answer, Request, ScriptedServer, completion, serving

GOOD = json.dumps({"headline": "H", "subhead": "S", "bullets": ["a", "b"], "paragraph": "P"})


def asked(changes: dict[str, Any] | None = None, answer: Answer | None = None, **more: Any) -> Request:
    """The one request that a call of `write` sends; `changes` go into the brief."""
    brief, persona, plan = sample("en")
    server = ScriptedServer([answer or Answer(body=completion(GOOD))])
    with serving(server) as base_url:
        settings = ModelSettings(api_key="sk-test", base_url=base_url, model="test-model", **more)
        write(brief.model_copy(update=changes or {}), persona, plan, settings)
    return server.requests[0]


def test_the_request_is_a_plain_chat_completion_with_a_strict_schema() -> None:
    request = asked()
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == "Bearer sk-test"
    assert set(request.body) == {"model", "messages", "response_format", "stream"}
    assert request.body["stream"] is False
    assert request.body["response_format"]["json_schema"]["strict"] is True
    schema = request.body["response_format"]["json_schema"]["schema"]
    assert schema["required"] == list(schema["properties"])
    texts = ["headline", "subhead", "paragraph", "bullets"]
    assert schema["required"] == ["insight", "rests_on", "angle", *texts, "proposed_reference"]
    assert schema["additionalProperties"] is False
    assert [message["role"] for message in request.body["messages"]] == ["system", "user"]


@pytest.mark.parametrize("model", ["gpt-5-pro", "o3", "some-codex", "gpt-6-luna"])
def test_every_model_is_asked_over_chat_completions(model: str) -> None:
    server = ScriptedServer([Answer(body=completion(GOOD))])
    with serving(server) as base_url:
        write(*sample("en"), ModelSettings(api_key="sk-test", base_url=base_url, model=model))
    assert server.requests[0].path == "/v1/chat/completions"
    assert "temperature" not in server.requests[0].body or server.requests[0].body["temperature"] == 1


def test_the_replay_key_is_sent_only_where_one_is_set() -> None:
    assert "x-replay-key" not in asked().headers
    assert asked(replay_key="brief-07").headers["x-replay-key"] == "brief-07/write"


@pytest.fixture
def ambient_tracing() -> Iterator[None]:
    """The surroundings of somebody who traces everything else."""
    with tracing_context(enabled=True):
        yield


def test_no_gateway_proxy_or_tracer_gets_the_text(ambient_tracing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = ScriptedServer([])  # any call fails the test
    with serving(elsewhere) as other_url:
        for name in ("LANGSMITH_GATEWAY", "OPENAI_API_BASE", "OPENAI_BASE_URL", "OPENAI_PROXY"):
            monkeypatch.setenv(name, other_url)
        for name in ("LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"):
            monkeypatch.setenv(name, other_url)
        monkeypatch.setenv("LANGSMITH_API_KEY", "ls-test")
        assert asked().headers["authorization"] == "Bearer sk-test"
        # Tracers send in the background: only after this has every one of them said what it had to say.
        wait_for_all_tracers()


def test_user_text_arrives_as_it_was_written() -> None:
    odd = "Torque {max} & <b>40</b> N·m {{fact}} 100 % ${x} {% if %} \\n “ok”"
    request = asked({"product": odd, "proof": (odd,), "tone": odd})
    assert request.body["messages"][1]["content"].count(odd) == 3


def test_the_fixed_part_comes_first_and_is_the_same_for_every_brief() -> None:
    first, second = (
        asked(),
        asked({"product": "Otherwise", "stage": "after", "market": None, "channel": "product_page"}),
    )
    assert first.body["messages"][0] == second.body["messages"][0]
    assert first.body["messages"][1] != second.body["messages"][1]


def test_a_repair_shows_the_model_its_text_and_quotes_what_is_wrong() -> None:
    server = ScriptedServer([Answer(body=completion(GOOD))])
    with serving(server) as base_url:
        settings = ModelSettings(api_key="sk-test", base_url=base_url, model="test-model")
        reply = write(*sample("en"), settings, findings=FINDINGS, previous=FAULTY)
    system, user, mine, repair = server.requests[0].body["messages"]
    assert [system["role"], user["role"], mine["role"], repair["role"]] == ["system", "user", "assistant", "user"]
    assert [system, user] == asked().body["messages"]
    shown = json.loads(mine["content"])
    assert shown["bullets"] == FAULTY["bullets"].split("\n")
    assert {name: shown[name] for name in ("headline", "subhead", "paragraph")}.items() <= FAULTY.items()
    assert (
        '- in subhead, at "half the weight of your lunch": No fact and no comparison proves this' in repair["content"]
    )
    assert '- in bullets, at "premium": Praise' in repair["content"]
    assert reply.prompt_hash.count("+") == 1


def test_findings_or_a_critique_without_their_text_are_a_mistake_of_the_caller() -> None:
    settings = ModelSettings(api_key="sk-test", base_url="http://127.0.0.1:9/v1", model="test-model")
    with pytest.raises(ValueError, match="without the text"):
        write(*sample("en"), settings, findings=FINDINGS)
    with pytest.raises(ValueError, match="without the text"):
        write(*sample("en"), settings, critique=True)


def test_the_reply_carries_model_tokens_and_the_prompts_hash() -> None:
    server = ScriptedServer([Answer(body=completion(GOOD)), Answer(body=completion(GOOD, usage=False))])
    with serving(server) as base_url:
        settings = ModelSettings(api_key="sk-test", base_url=base_url, model="alias")
        told, untold = write(*sample("en"), settings), write(*sample("zh-Hans"), settings)
    assert (told.model, told.prompt_tokens, told.completion_tokens) == ("test-model", 11, 7)
    assert (untold.prompt_tokens, untold.completion_tokens) == (None, None)
    assert told.texts == {"headline": "H", "subhead": "S", "bullets": "a\nb", "paragraph": "P"}
    assert len(told.prompt_hash) == 12
    assert told.prompt_hash != untold.prompt_hash


@pytest.mark.parametrize(("channel", "fields"), [("headline", ["headline", "subhead"]), ("bullets", ["bullets"])])
def test_each_channel_asks_for_its_own_fields(channel: str, fields: list[str]) -> None:
    whole = json.loads(GOOD)
    answer = Answer(body=completion(json.dumps({field: whole[field] for field in fields})))
    request = asked({"channel": channel}, answer)
    assert request.body["response_format"]["json_schema"]["schema"]["required"][3:-1] == fields
    written = request.body["messages"][1]["content"]
    assert [f for f in ("headline", "subhead", "bullets", "paragraph") if f"\n- {f}: " in written] == fields


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_template_changes_neither_its_own_text_nor_a_value(text: str, value: str) -> None:
    text = text.replace("{{", "").replace("}}", "")
    message = as_template([("user", f"{text} {{{{x}}}}!")]).invoke({"x": value}).to_messages()[0]
    assert message.content == f"{text} {value}!"


def test_importing_the_chain_loads_no_heavy_library() -> None:
    code = (
        "import sys, assistant.chain, assistant.prompts;"
        "print([m for m in ('pydantic', 'openai', 'langchain_core', 'langsmith', 'httpx2', 'yaml') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
