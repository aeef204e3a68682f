"""A reply as it comes: at every moment what is shown is the beginning of what will stand there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain.masking import mask
from assistant.chain.partial import SoFar, find_texts
from assistant.chain.reply import parse_reply
from assistant.errors import ModelError
from assistant.schema.reply import RawReply

# Characters that a reply may hold and a reader may stumble over.
ODD = st.sampled_from(
    ["\\", '"', "/", "\u0000", "\u0007", "\t", "\n", "\u2028", "\u00e9", "克", "😀", "•", "-", " ", "{", "]", "⟦", "`"]
)
TEXTS = st.lists(st.one_of(ODD, st.characters(exclude_categories=["Cs"])), min_size=1, max_size=12).map("".join)
ITEMS = st.lists(st.one_of(TEXTS, TEXTS.map("- ".__add__), TEXTS.map("• ".__add__)), min_size=1, max_size=4)


def accepted(content: str) -> dict[str, str]:
    return parse_reply(RawReply(content, "", "stop", "test-model", None, None), "product_page").texts


@given(
    headline=TEXTS,
    subhead=TEXTS,
    bullets=ITEMS,
    paragraph=TEXTS,
    ascii_only=st.booleans(),
    indent=st.sampled_from([None, 2]),
    wrap=st.sampled_from(["{}", " \n{}", "```json\n{}\n```", '<think>{{"headline": "no"}}</think>\n{}']),
)
def test_what_stands_there_at_any_moment_begins_what_will_stand_there(
    headline: str, subhead: str, bullets: list[str], paragraph: str, ascii_only: bool, indent: int | None, wrap: str
) -> None:
    reply = {"headline": headline, "subhead": subhead, "bullets": bullets, "paragraph": paragraph}
    content = wrap.format(json.dumps(reply, ensure_ascii=ascii_only, indent=indent))
    try:
        final = accepted(content)
    except ModelError:
        # Empty fields: there is no final text to be the beginning of.
        return
    before: dict[str, str] = {}
    for end in range(len(content) + 1):
        found = find_texts(content[:end])
        assert set(before) <= set(found)
        for name, text in found.items():
            assert final[name].startswith(text)
            assert text.startswith(before.get(name, ""))
        before = found
    assert before == final


@pytest.mark.parametrize(
    ("prefix", "texts"),
    [
        ("", {}),
        ("{", {}),
        ('{"headl', {}),
        ('{"headline"', {}),
        ('{"headline": "', {}),
        ('{"headline": "A \\', {"headline": "A"}),
        ('{"headline": "A\\u', {"headline": "A"}),
        ('{"headline": "A\\ud83', {"headline": "A"}),
        ('{"headline": "A\\ud83d', {"headline": "A"}),
        ('{"headline": "A\\ud83d\\ude0', {"headline": "A"}),
        ('{"headline": "A\\ud83d\\ude00', {"headline": "A😀"}),
        # Half a pair that nothing follows, and the halves of one that a server has sent apart.
        ('{"headline": "A\\ud83d."', {"headline": "A\ufffd."}),
        ('{"headline": "A\ud83d\ude00"', {"headline": "A😀"}),
        ('{"bullets": []', {}),
        ('{"bullets": ["', {}),
        ('{"bullets": ["a", "•', {"bullets": "a"}),
        ('{"bullets": ["a", "• b', {"bullets": "a\nb"}),
        ('{"score": 5, "more": {"headline": "no"}, "headline": "B', {"headline": "B"}),
        ('{"more": {"headline": "no', {}),
        ('{"bullets": [["a"]], "headline": "B"}', {}),
        ('{"headline": "A" "B"}', {"headline": "A"}),
        ('{"headline": "A\nB"}', {"headline": "A"}),
        ('{"headline": "A\\x41"}', {"headline": "A"}),
        ("I am sorry, I can't.", {}),
        ('["headline"]', {}),
        ("<think>A page about {", {}),
        ("```json", {}),
    ],
)
def test_a_reply_that_is_cut_anywhere_shows_what_is_sure(prefix: str, texts: dict[str, str]) -> None:
    assert find_texts(prefix) == texts


@given(st.text(st.one_of(ODD, st.sampled_from(list('{}[]:,"\\u09afD'))), max_size=60))
def test_no_text_at_all_makes_the_reader_stumble(text: str) -> None:
    for found in find_texts(text).values():
        # Half a surrogate pair could be shown nowhere.
        assert found.encode("utf-8").decode("utf-8") == found


def test_brackets_without_end_are_passed_over() -> None:
    assert find_texts('{"headline": "A", "more": ' + "[" * 90_000) == {"headline": "A"}


def test_more_than_a_reply_may_hold_is_not_read() -> None:
    assert len(find_texts('{"headline": "' + "a" * 300_000)["headline"]) < 100_001


def heard(so_far: SoFar, *pieces: Any) -> dict[str, str]:
    for piece in pieces:
        so_far.hear(piece)
    return dict(so_far.texts())


def test_a_try_that_failed_leaves_nothing_behind() -> None:
    assert heard(SoFar(), '{"headline": "Wro', "", '{"head', 'line": "Ri') == {"headline": "Ri"}


def test_the_next_reply_begins_with_nothing() -> None:
    so_far = SoFar()
    assert heard(so_far, '{"headline": "One"}') == {"headline": "One"}
    so_far.begin()
    assert so_far.texts() == {}


def test_people_who_were_masked_are_shown_by_their_names_and_never_half() -> None:
    so_far, masked = SoFar(), mask(["“Quiet.” — Priya, Leeds"], "en")
    so_far.begin(masked.restore)
    assert heard(so_far, '{"headline": "Ask \\u27e6pers') == {"headline": "Ask"}
    assert heard(so_far, "on-1⟧ in Leeds") == {"headline": "Ask Priya in Leeds"}
    assert heard(so_far, '.", "subhead": "No one') == {"headline": "Ask Priya in Leeds.", "subhead": "No one"}
