"""Commands that ask a model: a scripted server on loopback stands in for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.chain.servers import Answer, ScriptedServer, completion, serving

KEY = "sk-test-0123456789abcdef"
MODEL = "test-model"


def said(document: Any, **more: Any) -> Answer:
    """A model's reply that holds this JSON, or these words as they are."""
    content = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
    return Answer(body=completion(content, **more))


@contextmanager
def answering(monkeypatch: pytest.MonkeyPatch, *answers: Answer) -> Iterator[ScriptedServer]:
    """The surroundings of a command whose model gives these answers and no others."""
    server = ScriptedServer(answers)
    with serving(server) as url, monkeypatch.context() as patch:
        patch.setenv("OPENAI_API_KEY", KEY)
        patch.setenv("OPENAI_BASE_URL", url)
        patch.delenv("YARDSTICK_MASK", raising=False)
        patch.delenv("YARDSTICK_PRICES", raising=False)
        yield server


def asked(server: ScriptedServer, number: int = 0) -> str:
    """What the model was sent, all messages after one another."""
    return "\n".join(message["content"] for message in server.requests[number].body["messages"])
