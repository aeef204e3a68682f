"""Two questions have one key if, and only if, a model could not tell them apart."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import InputError
from assistant.store import ReplyKey, reply_key

ASKED: dict[str, Any] = {
    "model": "m",
    "base_url": "https://models.example/v1",
    "messages": [("system", "Write."), ("user", "A kettle: 1.7 L")],
    "schema": {"properties": {"headline": {}, "body": {}}},
    "sampling": {"temperature": 0.2, "seed": 7},
}


@pytest.mark.parametrize(
    "other",
    [
        {"model": "m2"},
        {"base_url": "https://elsewhere.example/v1"},
        {"base_url": "https://models.example:8443/v1"},
        {"base_url": "http://models.example/v1"},
        {"messages": [("system", "Write."), ("user", "A kettle: 1.8 L")]},
        {"messages": [("user", "Write."), ("user", "A kettle: 1.7 L")]},
        {"messages": [("user", "A kettle: 1.7 L"), ("system", "Write.")]},
        {"messages": [("system", "Write.A kettle: 1.7 L"), ("user", "")]},
        {"schema": {"properties": {"body": {}, "headline": {}}}},
        {"schema": {}},
        {"sampling": {"temperature": 0.3, "seed": 7}},
        {"sampling": {"temperature": 0.2}},
    ],
)
def test_a_question_that_differs_has_a_key_of_its_own(other: dict[str, Any]) -> None:
    assert reply_key(**{**ASKED, **other}).digest != reply_key(**ASKED).digest


@pytest.mark.parametrize(
    "same",
    [
        {"base_url": "https://MODELS.example:443/v1/"},
        {"base_url": "https://sk-secret:pw@models.example/openai/v1?token=x"},
        {"sampling": {"seed": 7, "temperature": 0.2}},
        {"prompt_hash": "another"},
    ],
)
def test_a_question_put_otherwise_has_the_same_key(same: dict[str, Any]) -> None:
    assert reply_key(**{**ASKED, **same}).digest == reply_key(**ASKED).digest


def test_a_key_stays_what_it_is_from_version_to_version() -> None:
    """Replies that users have paid for are found under it; a change that makes it another drops them all."""
    digest = reply_key(**ASKED).digest
    assert digest == "8ed42868a4b2cc5236ab3e3067b095a20a6a8675f05f0abb4948305c980b10be"


texts = st.text(st.characters(), max_size=20)
questions = st.lists(st.tuples(texts, texts), max_size=3)


@given(questions, questions)
def test_only_equal_messages_have_equal_keys(one: list[tuple[str, str]], two: list[tuple[str, str]]) -> None:
    keys = [reply_key("m", "https://h/v1", messages, {}, {}) for messages in (one, two)]
    assert (keys[0] == keys[1]) == (one == two)


@given(texts)
def test_any_text_has_a_key_of_64_digits(text: str) -> None:
    assert set(reply_key(text, "https://h/v1", [("user", text)], {"a": text}, {}).digest) <= set("0123456789abcdef")
    assert len(reply_key(text, "https://h/v1", [], {}, {}).digest) == 64


def test_nothing_that_a_key_is_made_of_can_hold_the_api_key() -> None:
    asked = list(inspect.signature(reply_key).parameters)
    assert asked == ["model", "base_url", "messages", "schema", "sampling", "prompt_hash"]
    assert list(ReplyKey.__annotations__) == ["digest", "model", "prompt_hash"]


def test_an_address_without_a_host_is_told_without_repeating_it() -> None:
    with pytest.raises(InputError, match="has no host") as caught:
        reply_key("m", "sk-secret", [], {}, {})
    assert "sk-secret" not in str(caught.value)
