"""Two versions of a text, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.differences import LONGEST, find_differences, find_words
from assistant.draft import Change, diff_sentences
from assistant.schema import LANGS, Lang


def told(before: str, after: str, lang: Lang = "en") -> list[tuple[str, str, str]]:
    return [(one.kind, one.before, one.after) for one in diff_sentences(before, after, lang)]


def marked(one: Change) -> tuple[list[str], list[str]]:
    return [one.before[a:b] for a, b in one.marks_before], [one.after[a:b] for a, b in one.marks_after]


def test_what_stayed_is_kept_and_what_came_and_went_stands_in_reading_order() -> None:
    before = "You wait for a bus. It weighs 620 g. Nobody waves."
    after = "You wait for a bus. Press it, and tea comes. It weighs about 620 g."
    assert told(before, after) == [
        ("kept", "You wait for a bus.", "You wait for a bus."),
        ("added", "", "Press it, and tea comes."),
        ("changed", "It weighs 620 g.", "It weighs about 620 g."),
        ("removed", "Nobody waves.", ""),
    ]


@pytest.mark.parametrize(
    ("lang", "before", "after", "old", "new"),
    [
        ("en", "It weighs 620 g.", "It weighs 1.7 kg.", ["620 g"], ["1.7 kg"]),
        ("en", "A kettle for two.", "A kettle for two people.", [], [" people"]),
        ("en", "It holds 1.7 L.", "It holds 17 L.", ["1.7"], ["17"]),
        ("zh-Hans", "水壶重620克，不占地方。", "水壶只重620克，不占地方。", [], ["只"]),
        ("zh-Hans", "它重620克。", "它重1.7公斤。", ["620克"], ["1.7公斤"]),
        ("zh-Hant", "水壺容量有1.7公升。", "水壺容量1.7公升。", ["有"], []),
    ],
)
def test_a_change_is_marked_by_words_and_in_chinese_by_characters(
    lang: Lang, before: str, after: str, old: list[str], new: list[str]
) -> None:
    (one,) = diff_sentences(before, after, lang)
    assert one.kind == "changed"
    assert marked(one) == (old, new)


def test_a_sentence_that_is_another_is_no_change_of_the_first() -> None:
    assert [kind for kind, _, _ in told("It weighs 620 g.", "Nobody waves.")] == ["removed", "added"]


def test_of_two_that_might_have_become_it_the_likest_one_has() -> None:
    found = told("It weighs 620 g and runs. It weighs 620 g.", "It weighs 700 g.")
    assert [(kind, before) for kind, before, _ in found] == [
        ("removed", "It weighs 620 g and runs."),
        ("changed", "It weighs 620 g."),
    ]


def test_lines_of_a_list_are_told_apart_and_white_space_is_no_change() -> None:
    assert told("1.7 L\n620 g\nquiet", "1.7 L\n\nquiet  ") == [
        ("kept", "1.7 L", "1.7 L"),
        ("removed", "620 g", ""),
        ("kept", "quiet", "quiet"),
    ]
    assert diff_sentences("", " \n", "en") == ()


def test_a_text_of_very_many_sentences_is_not_searched_for_pairs() -> None:
    before = " ".join(f"Old number {n} goes." for n in range(120))
    after = " ".join(f"New number {n} comes." for n in range(120))
    found = diff_sentences(before, after, "en")
    assert [one.kind for one in found] == ["removed"] * 120 + ["added"] * 120


def test_a_very_long_text_is_another_as_a_whole() -> None:
    old = "a b " * LONGEST
    (one,) = find_differences(old, f"{old}c")
    assert one == (0, len(old), 0, len(old) + 1)


@given(
    st.text(alphabet="ab 1.。重克\n!“”", max_size=60),
    st.text(alphabet="ab 1.。重克\n!“”", max_size=60),
    st.sampled_from(LANGS),
)
def test_both_texts_can_be_read_off_the_changes(before: str, after: str, lang: Lang) -> None:
    found = diff_sentences(before, after, lang)
    for text, side in ((before, "before"), (after, "after")):
        at = 0
        for one in found:
            said, start = getattr(one, side), getattr(one, f"{side}_at")
            assert start >= at
            assert text[start : start + len(said)] == said
            assert not text[at:start].strip()
            at = start + len(said)
        assert not text[at:].strip()
    for one in found:
        if one.kind == "changed":
            assert one.marks_before or one.marks_after
            cut = [_without(one.before, one.marks_before), _without(one.after, one.marks_after)]
            assert cut[0] == cut[1]


def _without(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(marks):
        text = text[:start] + text[end:]
    return text


@given(st.text(max_size=80))
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(find_words(text)) == text
