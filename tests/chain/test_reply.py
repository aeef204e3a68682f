"""What counts as a reply, case by case, and that no text whatever breaks the parser."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain.reply import MAX_REPLY_CHARS, parse_reply
from assistant.errors import ModelError
from assistant.schema.reply import RawReply

GOOD = '{"headline": "H", "subhead": "S"}'


def raw(content: str, finish: str | None = "stop", refusal: str = "") -> RawReply:
    return RawReply(content, refusal, finish, "m", 1, 1)


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        f"\n  {GOOD}  \n",
        f"```json\n{GOOD}\n```",
        f"```\n{GOOD}\n```",
        f"<think>First I count {{the}} words.</think>\n{GOOD}",
        f"<think>\n</think>\n\n```json\n{GOOD}\n```",
    ],
)
def test_a_fence_or_a_thinking_part_around_the_object_is_taken_off(content: str) -> None:
    assert parse_reply(raw(content), "headline").texts == {"headline": "H", "subhead": "S"}


@pytest.mark.parametrize("finish", ["stop", None, "tool_calls"])
def test_a_complete_object_counts_whatever_a_server_calls_its_end(finish: str | None) -> None:
    assert parse_reply(raw(GOOD, finish), "headline").texts["headline"] == "H"


BAD = [
    ('{"headline": "H"}', "outside the form asked for (subhead: Field required)"),
    (
        '{"headline": "H", "subhead": "S", "note": "N"}',
        "outside the form asked for (note: Extra inputs are not permitted)",
    ),
    ('{"headline": 7, "subhead": "S"}', "outside the form asked for (headline: Input should be a valid string)"),
    ('{"headline": null, "subhead": "S"}', "outside the form asked for (headline: Input should be a valid string)"),
    ('{"headline": "H", "subhead": "\\ud800"}', "with a broken character in the subhead"),
    ('{"headline": "H", "headline": "I", "subhead": "S"}', "with broken JSON"),
    ('{"headline": "H", "subhead": "S', "with broken JSON"),
    ("{'headline': 'H', 'subhead': 'S'}", "with broken JSON"),
    ('{"headline": "H", "subhead": "S"} Enjoy!', "with text around the JSON"),
    ('Here you are: {"headline": "H", "subhead": "S"}', "with text around the JSON"),
    ("Stay dry.", "in prose instead of JSON"),
    ('["H", "S"]', "without a JSON object"),
    ('"H"', "without a JSON object"),
    ('{"headline": " \\n", "subhead": "S"}', "with an empty headline"),
    ('[{"headline": "H", "subhead": "S"}]', "without a JSON object"),
    ("{" * 5000, "with broken JSON"),
    ("[" * 90_000 + "{", "with text around the JSON"),
    ("x" * (MAX_REPLY_CHARS + 1), "100,001 characters long"),
]


@pytest.mark.parametrize(("content", "problem"), BAD, ids=[problem[:40] + case[:12] for case, problem in BAD])
def test_a_reply_outside_the_schema_is_shown_not_swallowed(content: str, problem: str) -> None:
    with pytest.raises(ModelError) as caught:
        parse_reply(raw(content), "headline")
    line = str(caught.value)
    assert line.startswith(f"m answered {problem}")
    assert f'The reply begins: "{content[:8].strip()}' in line
    assert len(line) < 300


def test_bullets_are_one_text_without_marks_or_blank_lines() -> None:
    content = json.dumps({"bullets": ["• Light\nto carry", "- 290 g ", "", "−5 °C is fine"]})
    assert parse_reply(raw(content), "bullets").texts == {"bullets": "Light to carry\n290 g\n−5 °C is fine"}


def test_bullets_that_are_all_blank_are_no_bullets() -> None:
    with pytest.raises(ModelError, match="with an empty bullets"):
        parse_reply(raw('{"bullets": ["", " "]}'), "bullets")


def test_control_characters_do_not_reach_a_terminal() -> None:
    content = json.dumps({"headline": "\x1b[31mRed\x07 alert", "subhead": "a\r\nb"})
    assert parse_reply(raw(content), "headline").texts == {"headline": "[31mRed alert", "subhead": "a b"}


@pytest.mark.parametrize(
    ("reply", "start"),
    [
        (raw(GOOD, refusal="No."), 'm declined to write: "No."'),
        (raw(GOOD, "content_filter"), "The content filter of m withheld the reply."),
        (raw(GOOD, "length"), "m was cut off before the end of its reply"),
        (raw("<think>still thinking"), "m sent an empty reply."),
    ],
)
def test_what_the_server_says_of_a_reply_counts_before_its_content(reply: RawReply, start: str) -> None:
    with pytest.raises(ModelError) as caught:
        parse_reply(reply, "headline")
    assert str(caught.value).startswith(start)


@given(st.text(max_size=200) | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_any_text_is_either_a_reply_or_one_line(content: str) -> None:
    outcome = ""
    try:
        outcome = parse_reply(raw(content), "bullets").texts["bullets"].replace("\n", " ")
    except ModelError as error:
        outcome = str(error)
    assert len(outcome.splitlines()) == 1


@given(st.dictionaries(st.sampled_from(["headline", "subhead", "x"]), st.text(max_size=30) | st.integers() | st.none()))
def test_texts_come_back_clean_or_not_at_all(document: dict[str, object]) -> None:
    try:
        texts = parse_reply(raw(json.dumps(document)), "headline").texts
    except ModelError:
        return
    assert list(texts) == ["headline", "subhead"]
    for text in texts.values():
        assert text == " ".join(text.split())
        assert text
