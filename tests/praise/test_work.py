"""How much is done: linear on an endless line, and nothing skipped that would have mattered. Calls are counted, not time."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from types import FrameType
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.praise import find_praise, load_rules
from assistant.praise.needs import as_seen, find_needs
from assistant.praise.sentences import Outline, enclosing, sentence_around
from assistant.schema import LANGS, Lang

ENDLESS: list[tuple[Lang, str]] = [
    ("en", "Our best!! "), ("en", "our best "), ("en", '"our best" '), ("en", "“our best "), ("en", "Not our best, "),
    ("zh-Hans", "全球领先，"), ("zh-Hans", "“全球领先”"), ("zh-Hant", "業界領先！"),
]  # fmt: skip


def calls(text: str, lang: Lang) -> int:
    """How many functions, Python's own included, are called while a text is read."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        find_praise(text, lang)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("lang", "part"), ENDLESS)
def test_an_endless_line_of_hits_takes_work_in_proportion_to_its_length(lang: Lang, part: str) -> None:
    find_praise(part * 400, lang)  # what is compiled on first use is no part of the work
    assert calls(part * 1600, lang) < 4.4 * calls(part * 400, lang)


@pytest.mark.parametrize(("lang", "part"), [("en", "Our best!! "), ("en", "Our best. "), ("zh-Hans", "我们全球领先。")])
def test_a_long_line_finds_in_each_of_its_parts_what_the_part_alone_has(lang: Lang, part: str) -> None:
    alone = [(one.rule, one.start, one.end) for one in find_praise(part, lang)]
    assert alone
    wanted = [(rule, start + n * len(part), end + n * len(part)) for n in range(500) for rule, start, end in alone]
    assert [(one.rule, one.start, one.end) for one in find_praise(part * 500, lang)] == wanted


def expressions(conditions: Any) -> Iterator[str]:
    for condition in conditions:
        for place, value in cast("Mapping[str, Any]", condition).items():
            if place in ("before", "after", "clause", "sentence", "quoted", "outside"):
                yield from value
        yield from expressions(condition.get("not", ()))


@pytest.mark.parametrize("lang", LANGS)
def test_an_expression_matches_no_text_that_lacks_what_it_needs(lang: Lang) -> None:
    book = load_rules(lang)
    examples = [text for rule in book.rules for text in (*rule.flag, *rule.allow)][::7]
    needs = {
        (re.compile(source, re.IGNORECASE), words)
        for conditions in book.checks.values()
        for source in expressions(conditions)
        for words in find_needs(source, lang)
    }
    assert len(needs) > 100
    for text in examples:
        seen = as_seen(text, lang)
        lacking = [one for one, words in needs if not any(word in seen for word in words) and one.search(text)]
        assert lacking == [], text


@pytest.mark.parametrize("lang", LANGS)
def test_letters_that_an_expression_takes_for_one_another_are_seen_alike(lang: Lang) -> None:
    everything = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x20000))))
    for letter in sorted({letter for word in load_rules(lang).needs.literals for letter in word if letter.isalpha()}):
        if letter < "\u2e80":
            taken = re.findall(letter, everything, re.IGNORECASE)
            assert {as_seen(one, lang).strip() for one in taken} == {letter}


@pytest.mark.parametrize(
    ("source", "text"),
    [(r"\bour\b", "sour"), (r"(?:19|20)\d\d", "in 1850"), ("without proof", "proof"), (r"n['’]t (?:a|the)\b", "want")],
)
def test_a_text_without_the_words_is_told_from_one_with_them(source: str, text: str) -> None:
    assert any(not any(word in as_seen(text, "en") for word in words) for words in find_needs(source, "en"))


PIECES = [
    "best",
    " ",
    ". ",
    "! B",
    "\n",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "(",
    ")",
    "《",
    "》",
    "「",
    "」",
    "。",
    "，",
    "Mr. ",
    "..",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(LANGS), st.integers(0, 60), st.integers(1, 5))
@settings(deadline=None)
def test_a_text_outlined_at_once_is_the_text_looked_at_place_by_place(
    pieces: list[str], lang: Lang, start: int, length: int
) -> None:
    text = "".join(pieces)
    start = min(start, len(text))
    end = min(start + length, len(text))
    outline = Outline(text, lang)
    for shape in ("quotes", "title", "brackets"):
        assert outline.enclosing(start, end, shape) == enclosing(text, start, end, shape)
    assert outline.sentence_around(start, end) == sentence_around(text, start, end, lang)
