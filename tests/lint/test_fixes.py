"""Replacements that cannot change a fact: what goes, and everything that stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents import Kind, read_document
from assistant.lint import lint
from assistant.lint.fixes import apply_fixes, find_fixes
from assistant.schema import Lang


def fixed(text: str, lang: Lang = "en", kind: Kind = "markdown", names: tuple[str, ...] = ()) -> str:
    linted = lint(read_document(text, kind), lang)
    return apply_fixes(text, find_fixes(linted, names))


@pytest.mark.parametrize(
    ("lang", "text", "new"),
    [
        ("en", "Our truly world-class kettle", "Our world-class kettle"),
        ("en", "Our truly **world**-class kettle", "Our **world**-class kettle"),
        ("en", "Truly world-class kettles", "World-class kettles"),
        ("en", "A truly amazing kettle", "An amazing kettle"),
        ("en", "This is an absolutely world-class kettle", "This is a world-class kettle"),
        ("en", "The very best tea", "The best tea"),
        ("en", "It is simply the best tea", "It is the best tea"),
        ("zh-Hans", "这是极其卓越的产品", "这是卓越的产品"),
        ("zh-Hant", "這是極其卓越的產品", "這是卓越的產品"),
        ("en", "Out now!!", "Out now!"),
        ("en", "Out now!!! Here.", "Out now! Here."),
        ("zh-Hans", "快来！！！", "快来！"),
        ("zh-Hant", "快來！！真的", "快來！真的"),
    ],
)
def test_empty_words_and_doubled_marks_go(lang: Lang, text: str, new: str) -> None:
    assert fixed(text, lang) == new


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Our world-class kettle"),
        ("en", "Arguably world-class, quite possibly the best kettle"),
        ("en", "One of the most trusted kettles"),
        ("en", "Made of truly stainless steel"),
        ("en", "It is not truly world-class"),
        ("en", "A truly unique kettle"),
        ("en", "“A truly world-class kettle!!” says a guest, who may say so"),
        ("en", "> A truly world-class kettle!!"),
        ("en", "Use `truly world-class!!` [now](a!!b) <b title='now!!'>"),
        ("en", "truly\nworld-class kettle"),
        ("en", "5!! is 15, x!! == y, !!important, what?!! [a]!![b]"),
        ("en", "Wow![picture](x.png)"),
        ("zh-Hans", "非常规武器"),
        ("zh-Hans", "推出真正的旗舰产品"),
        ("zh-Hans", "“快来！！”他说"),
    ],
)
def test_what_could_carry_meaning_stays(lang: Lang, text: str) -> None:
    assert fixed(text, lang) == text


def test_a_name_keeps_its_marks() -> None:
    assert fixed("At Yahoo!! today!!", names=("Yahoo!!",)) == "At Yahoo!! today!!"
    assert fixed("At Yahoo!! today!!") == "At Yahoo! today!"


def test_nothing_in_tags_attributes_scripts_or_comments_is_touched() -> None:
    text = (
        '<p title="now!!" data-a=\'truly world-class\'>Now!!<script>a=!!b;"x!!"</script><!-- x!! --> <code>y!!</code>'
    )
    assert fixed(text, kind="html") == text.replace("Now!!", "Now!")


def test_a_finding_that_a_note_allows_is_left_alone() -> None:
    text = "Our truly world-class kettle <!-- yardstick: allow empty-class because a quotation -->"
    assert fixed(text) == text


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "A",
                "an",
                "truly",
                "very",
                "world-class",
                "best",
                "the",
                "kettle",
                "12",
                "!!",
                "！！",
                '"',
                "“",
                "”",
                "`",
            ]
        ),
        max_size=12,
    )
)
def test_only_empty_words_articles_and_marks_ever_go_and_a_second_run_finds_nothing(words: list[str]) -> None:
    text = " ".join(words)
    new = fixed(text, kind="text")
    light = {"a", "an", "truly", "very"}

    def rest(of: str) -> list[str]:
        return [word for word in of.lower().replace("!", " ").replace("！", " ").split() if word not in light]

    assert rest(new) == rest(text)
    assert fixed(new, kind="text").count("!!") == 0 or '"' in text or "“" in text
