"""A brief takes what people write and says what it can't take."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from assistant.errors import InputError
from assistant.schema.brief import BRIEF_FACTS, FACT_CHARS, Brief


def test_only_facts_are_required_and_blank_lines_are_no_facts() -> None:
    brief = Brief(facts=("Weight: 620 g", "  ", ""))
    assert brief.facts == ("Weight: 620 g",)
    assert (brief.lang, brief.channel, brief.stage) == ("en", "product_page", "evaluation")


@pytest.mark.parametrize("lang", ["zh-hant", "ZH-HANT", "zh-Hant"])
def test_a_language_is_taken_in_any_case(lang: str) -> None:
    assert Brief(facts=("a",), lang=lang).lang == "zh-Hant"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"facts": []},
        {"facts": ["  "]},
        {"facts": ["a"], "chanel": "ad"},
        {"facts": ["a"], "lang": "fr"},
        {"facts": ["a"], "market": "mars"},
        {"facts": ["x" * (FACT_CHARS + 1)]},
        {"facts": ["a"] * (BRIEF_FACTS + 1)},
        {"facts": "one string"},
        {"facts": [1]},
    ],
)
def test_what_is_no_brief_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Brief.model_validate(document)


def test_a_brief_cannot_be_changed_after_the_fact() -> None:
    with pytest.raises(ValidationError):
        Brief(facts=("a",)).product = "b"


@pytest.mark.parametrize(
    ("given", "channel", "channels"),
    [
        ("email", "email", ("email",)),
        (["email"], "email", ("email",)),
        ([" email ", "sms"], ("email", "sms"), ("email", "sms")),
        (("sms", "email", "a", "b", "c", "d"),) * 2 + (("sms", "email", "a", "b", "c", "d"),),
    ],
)
def test_a_channel_is_one_or_several_in_their_order(given: Any, channel: Any, channels: tuple[str, ...]) -> None:
    brief = Brief(facts=("a",), channel=given)
    assert (brief.channel, brief.channels) == (channel, channels)
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "expected 1 to 6 channels, got 0"),
        (list("abcdefg"), "expected 1 to 6 channels, got 7"),
        (["email", "sms", " email"], "entry 3: email stands there already"),
        (["email", "X Y"], "entry 2: String should match pattern"),
        (["email", ["sms"]], "entry 2: Input should be a valid string"),
        ("a.b", "String should match pattern"),
        ({"email": 1}, "Input should be a valid string"),
        (None, "Input should be a valid string"),
    ],
)
def test_what_can_be_no_channels_is_refused_with_the_place(given: Any, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Brief.model_validate({"facts": ["a"], "channel": given})
    [error] = caught.value.errors()
    assert error["loc"] == ("channel",)
    assert error["msg"].removeprefix("Value error, ").startswith(said)
    with pytest.raises(InputError, match=f"^channel: {said}"):
        Brief(facts=("a",)).with_channels(given)


def test_the_brief_of_one_channel_differs_in_channel_and_seed_alone() -> None:
    brief = Brief(facts=("a",), channel=("email", "sms"), seed=7, product="Otter")
    assert brief.for_channel("email") == Brief(facts=("a",), channel="email", seed=7, product="Otter")
    assert brief.for_channel("sms") == Brief(facts=("a",), channel="sms", seed=8, product="Otter")
