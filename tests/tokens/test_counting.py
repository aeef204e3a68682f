"""Exact where the tokenizer is known, never too low where it is not."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.tokens import Count, count
from assistant.tokens import vocabulary as vocabulary_module
from assistant.tokens.counting import is_o200k

# Counts of OpenAI's own tokenizer, o200k_base.
EXACT = [
    ("", 0),
    ("tiktoken is great!", 6),
    ("antidisestablishmentarianism", 6),
    ("2 + 2 = 4", 7),
    ("お誕生日おめでとう", 8),
]


@pytest.mark.parametrize(("text", "tokens"), EXACT)
def test_a_known_text_has_its_known_count(text: str, tokens: int) -> None:
    assert count(text, "gpt-4o") == Count(tokens, exact=True, how="o200k_base")


@pytest.mark.parametrize(
    "model",
    [
        "gpt-4o",
        "gpt-4o-mini",
        "gpt-4o-2024-08-06",
        "chatgpt-4o-latest",
        "gpt-4.1",
        "gpt-4.1-nano-2025-04-14",
        "gpt-4.5-preview",
        "gpt-5",
        "gpt-5.2",
        "gpt-5-mini",
        "gpt-5.6-luna",
        "o1",
        "o3-mini",
        "o4-mini",
        "gpt-oss:20b",
        "openai/gpt-oss-120b",
        "openai/gpt-4.1",
        "ft:gpt-4o-2024-08-06:acme::abc",
    ],
)
def test_the_o200k_family_is_known_by_name(model: str) -> None:
    assert is_o200k(model)


@pytest.mark.parametrize(
    "model",
    [
        *("gpt-4", "gpt-4-turbo", "gpt-4-32k", "gpt-3.5-turbo", "ft:gpt-3.5-turbo:acme::x", "gpt-6-sol", "qwen3"),
        *("llama3", "deepseek-chat", "mistral-large", "o200k", "my-gpt-4o", "GPT-4O", "ft:", "", "o3x"),
    ],
)
def test_no_other_name_is_taken_for_one_of_them(model: str) -> None:
    assert not is_o200k(model)


@given(text=st.text())
@example(text="\ufdfa")  # 18 characters after normalisation
@example(text="\ud800")
def test_the_bound_holds_for_the_tokenizer_that_we_have(text: str) -> None:
    bound = count(text, "qwen3")
    assert not bound.exact
    assert bound.how.startswith("at most")
    assert count(text, "gpt-4.1").tokens <= bound.tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", 0),
        ("kettle", 7),
        ("水壶", 7),
        ("續航", 7),
        ("😀", 5),
        ("\ud800", 4),
        ("ﷺ", 34),
    ],
)
def test_the_bound_is_a_token_a_byte_and_one(text: str, tokens: int) -> None:
    assert count(text, "llama3").tokens == tokens


def test_an_upper_bound_says_nothing_of_the_least() -> None:
    assert (count("水壶", "llama3").least, count("水壶", "gpt-4.1").least) == (0, count("水壶", "gpt-4.1").tokens)


def test_what_looks_like_a_special_token_is_text() -> None:
    assert count("<|endoftext|>", "gpt-4.1").tokens > 1


@pytest.mark.parametrize("unit", ["a", "A", "中", "-", "1", "A1 ", "\u0301"])
def test_a_long_run_is_counted(unit: str) -> None:
    assert count(unit * 120_000, "gpt-4.1").exact


def test_a_long_run_of_blanks_is_counted() -> None:
    for text in (" " * 100_000, "\n" * 100_000 + "x", (" " * 60_000 + "x") * 3):
        assert count(text, "gpt-4.1").exact


def test_a_run_of_blanks_that_tiktoken_can_not_take_gets_a_bound() -> None:
    for text in (" " * 2_000_000, "x" + "\t \u3000" * 700_000 + "x"):
        found = count(text, "gpt-4.1")
        assert (found.exact, found.tokens) == (False, len(text.encode()) + 1)
        assert "blanks" in found.how


def test_a_python_without_lzma_gets_a_bound_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary_module._encoding.cache_clear()
    monkeypatch.setitem(sys.modules, "lzma", None)
    found = count("kettle", "gpt-4.1")
    assert (found.tokens, found.exact, "lzma" in found.how) == (7, False, True)
