"""A brief takes what people write and says what it can't take."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

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
