"""Whose side a text speaks from, and what it says over and over."""

from __future__ import annotations

import pytest

from assistant.documents import Kind, read_document
from assistant.lint.voice import find_repeated, find_voice
from assistant.schema import Lang


@pytest.mark.parametrize(
    ("lang", "text", "flagged"),
    [
        ("en", "We brew it. We pour it. Our tea is our pride, and you drink it.", True),
        ("en", "We brew it. We pour it.", False),
        ("en", "We brew it for you. Your tea is our tea, and you drink it as we do: your way.", False),
        ("en", "We sell in the US, the US and the US.", False),
        ("en", "“We like our cups, and we like our tea,” says a reader. You choose.", False),
        ("en", "WE BREW. WE'RE PROUD. OUR TEA.", True),
        ("zh-Hans", "我们烧水。我们泡茶。本公司的茶，您来喝。", True),
        ("zh-Hans", "我们烧水，您喝茶，您选杯子，你来。", False),
        ("zh-Hant", "我們燒水。我們泡茶。敝公司的茶，您來喝。", True),
        ("zh-Hant", "我們燒水，妳喝茶，您選杯子，你來。", False),
    ],
)
def test_a_text_that_says_we_more_than_you_is_noted_once(lang: Lang, text: str, flagged: bool) -> None:
    found = find_voice(read_document(text), lang)
    assert len(found) == flagged
    assert all(one.level == "information" for one in found)


def test_what_customers_say_in_a_quotation_set_apart_does_not_count() -> None:
    text = "> We love our cups. We do.\n\nTea.\n"
    assert find_voice(read_document(text, "markdown"), "en") == []


@pytest.mark.parametrize(
    ("lang", "kind", "text", "words"),
    [
        ("en", "text", "Taste the leaf! Hot water.\n\nTaste the leaf. More.\n\nTASTE THE LEAF!", ["Taste the leaf"]),
        ("en", "text", "Taste the leaf! Taste the leaf!", []),
        ("en", "text", "Order now! Order now! Order now!", []),
        ("en", "text", "Weighs 1.2 kg in all. Weighs 1.2 kg in all. Weighs 1.2 kg in all.", []),
        ("en", "markdown", "| in the box | in the box | in the box |\n|-|-|-|\n| in the box | x | y |", []),
        ("zh-Hans", "text", "一口回到童年！热水。一口回到童年。再来。一口回到童年！", ["一口回到童年"]),
        ("zh-Hant", "text", "好茶。好茶。好茶。", []),
    ],
)
def test_a_slogan_said_three_times_is_noted_at_the_second(lang: Lang, kind: Kind, text: str, words: list[str]) -> None:
    document = read_document(text, kind)
    found = find_repeated(document, lang)
    assert [document.text[one.start : one.end] for one in found] == words
    assert all(one.start > document.text.index(words[0]) for one in found)
