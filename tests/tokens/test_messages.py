"""A request is its words, the chat's format and the schema; an estimate that says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tokens import count, count_messages

# OpenAI Cookbook, "How to count tokens with tiktoken": its example, and what the server counted.
COOKBOOK = [
    {
        "role": "system",
        "content": "You are a helpful, pattern-following assistant that translates corporate jargon into plain English.",
    },
    {"role": "system", "name": "example_user", "content": "New synergies will help drive top-line growth."},
    {"role": "system", "name": "example_assistant", "content": "Things working well together will increase revenue."},
    {
        "role": "system",
        "name": "example_user",
        "content": "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
    },
    {
        "role": "system",
        "name": "example_assistant",
        "content": "Let's talk later when we're less busy about how to do better.",
    },
    {
        "role": "user",
        "content": "This late pivot means we don't have time to boil the ocean for the client deliverable.",
    },
]
SCHEMA = {"type": "object", "properties": {"headline": {"type": "string"}, "标语": {"type": "string"}}}
MESSAGES = st.lists(st.fixed_dictionaries({"role": st.sampled_from(["system", "user"]), "content": st.text()}))


@pytest.mark.parametrize("model", ["gpt-4o", "gpt-4o-mini"])
def test_the_cookbooks_example_is_what_the_server_counted(model: str) -> None:
    found = count_messages(COOKBOOK, None, model)
    assert (found.tokens, found.exact) == (124, False)
    assert found.how == "estimate: o200k_base and OpenAI's Cookbook for the format"


@pytest.mark.parametrize(
    ("messages", "tokens"),
    [
        ([], 3),
        ([{"role": "user", "content": ""}], 3 + 3 + 1),
        ([{"role": "user", "content": "kettle"}], 3 + 3 + 1 + 2),
        ([{"role": "user", "content": "kettle", "name": "kettle"}], 3 + 3 + 1 + 2 + 1 + 2),
    ],
)
def test_the_formats_share(messages: list[dict[str, str]], tokens: int) -> None:
    assert count_messages(messages, None, "gpt-4.1").tokens == tokens


@pytest.mark.parametrize("model", ["gpt-4.1", "qwen3"])
def test_a_schema_costs_at_least_its_own_text(model: str) -> None:
    bare, with_schema = (count_messages(COOKBOOK, schema, model) for schema in (None, SCHEMA))
    assert with_schema.tokens - bare.tokens > 20
    assert with_schema.at_least == bare.at_least


def test_a_schema_counts_its_chinese_as_chinese() -> None:
    schema = {"title": "标语" * 100}
    plain = count_messages([], {"title": ""}, "gpt-4.1").tokens
    assert count_messages([], schema, "gpt-4.1").tokens - plain <= count("标语" * 100, "gpt-4.1").tokens + 1


@pytest.mark.parametrize(
    ("model", "how"),
    [
        ("gpt-oss:20b", "estimate: o200k_base, with room for the format"),
        ("qwen3", "at most: a token for each UTF-8 byte, with room for the format"),
    ],
)
def test_other_formats_get_more_room_and_say_so(model: str, how: str) -> None:
    found = count_messages(COOKBOOK, SCHEMA, model)
    assert found.how == how
    assert found.tokens > count_messages(COOKBOOK, SCHEMA, "gpt-4.1").tokens + 100


def test_too_many_blanks_make_it_a_bound() -> None:
    found = count_messages([{"role": "user", "content": " " * 200_000}], None, "gpt-4.1")
    assert found.how.startswith("at most")


@given(messages=MESSAGES, model=st.sampled_from(["gpt-4.1", "gpt-oss:20b", "qwen3"]))
def test_it_is_never_exact_and_its_least_never_more_than_its_most(messages: list[dict[str, str]], model: str) -> None:
    found = count_messages(messages, SCHEMA, model)
    assert not found.exact
    assert 0 <= found.least < found.tokens
