"""The form of a reply: what the server is told, what the model is shown and what is accepted are one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest

from assistant.chain.forms import LISTED, Channels, Step, answer_form, fields_of, reply_model, reply_schema, wire_names
from assistant.chain.reply import parse_reply
from assistant.errors import ModelError
from assistant.playbook import load_playbook
from assistant.playbook.entries import ChannelEntry
from assistant.schema.reply import RawReply

STEPS: tuple[Step, ...] = get_args(Step)
BOOK = load_playbook()
OWN = ChannelEntry.model_validate(
    {
        "name": {"en": "Poster", "zh-Hans": "海报", "zh-Hant": "海報"},
        "fields": {"angle": {"role": "line"}, "objections": {"role": "bullets"}},
    }
)
POSTERS = replace(BOOK, channels={**BOOK.channels, "poster": OWN})
SEVERAL = ("product_page", "email", "search_ad")
PREVIOUS = {"headline": "H", "subhead": "S"}


def raw(document: Any) -> RawReply:
    return RawReply(json.dumps(document), "", "stop", "m", 1, 1)


def objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema and every object inside it."""
    if "properties" in schema:
        yield schema
    for inner in (*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else ())):
        yield from objects(inner)


def filled(schema: dict[str, Any], name: str = "") -> Any:
    """A value that keeps to a schema."""
    kind = schema["type"] if isinstance(schema["type"], str) else schema["type"][0]
    if kind == "object":
        return {key: filled(inner, key) for key, inner in schema["properties"].items()}
    if kind == "array":
        return [filled(schema["items"])]
    return {"boolean": True, "string": schema.get("enum", ["text"])[0]}[kind]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("channel", [*sorted(BOOK.channels), SEVERAL])
def test_a_schema_is_strict_at_every_level_and_its_reply_is_accepted(channel: Channels, step: Step) -> None:
    schema = reply_schema(channel, step=step)
    for one in objects(schema):
        assert one["required"] == list(one["properties"])
        assert one["additionalProperties"] is False
    assert set(parse_reply(raw(filled(schema)), channel, step=step).texts) == set(fields_of(channel))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("channel", [*sorted(BOOK.channels), SEVERAL])
def test_the_form_that_a_model_is_shown_is_the_schemas(channel: Channels, step: Step) -> None:
    shown = json.loads(answer_form(channel, step=step))
    schema = reply_schema(channel, step=step)
    assert list(shown) == schema["required"]
    assert set(reply_model(step, channel).model_fields) == set(shown)
    for name, shape in fields_of(channel).items():
        assert isinstance(shown[wire_names(channel)[name]], list) == (shape.role in LISTED)


@pytest.mark.parametrize("step", ["repair", "critique"])
@pytest.mark.parametrize("reply", [{"headline": "New"}, {"headline": "New", "subhead": None}])
def test_what_a_later_reply_leaves_stays_as_it_was(step: Step, reply: dict[str, Any]) -> None:
    parsed = parse_reply(raw(reply), "headline", None, step, PREVIOUS)
    assert parsed.texts == {"headline": "New", "subhead": "S"}


def test_a_text_that_is_left_and_never_was_is_empty() -> None:
    with pytest.raises(ModelError, match="with an empty subhead"):
        parse_reply(raw({"headline": "New"}), "headline", None, "repair", {"headline": "H"})


@pytest.mark.parametrize("step", ["repair", "critique"])
def test_an_empty_text_is_not_a_text_that_stays(step: Step) -> None:
    with pytest.raises(ModelError, match="with an empty headline"):
        parse_reply(raw({"headline": " ", "subhead": None}), "headline", None, step, PREVIOUS)


def test_a_field_of_a_notes_name_is_asked_for_and_the_note_is_not() -> None:
    assert reply_schema("poster", POSTERS)["required"] == [
        "insight",
        "rests_on",
        "angle",
        "objections",
        "proposed_reference",
    ]
    reply = {"insight": "I", "angle": "Look up", "objections": ["None", "At all"]}
    parsed = parse_reply(raw(reply), "poster", POSTERS)
    assert parsed.texts == {"angle": "Look up", "objections": "None\nAt all"}
    assert (parsed.notes.insight, parsed.notes.angle, parsed.notes.objections) == ("I", "", ())
    assert list(json.loads(answer_form("poster", POSTERS, "critique"))) == ["angle", "objections"]


@pytest.mark.parametrize("channel", sorted(BOOK.channels))
def test_the_texts_of_one_channel_go_by_their_own_names(channel: str) -> None:
    assert all(name == key for name, key in wire_names(channel).items())


def test_two_texts_never_share_a_name_on_the_wire() -> None:
    def channel(field: str) -> ChannelEntry:
        return ChannelEntry.model_validate({"name": {"en": "x"}, "fields": {field: {"role": "line"}}})

    book = replace(BOOK, channels={"a__b": channel("c"), "a": channel("b__c")})
    assert wire_names(("a__b", "a"), book) == {"a__b.c": "a__b__c", "a.b__c": "a__b__c_"}
    parsed = parse_reply(raw({"a__b__c": "One", "a__b__c_": "Two"}), ("a__b", "a"), book)
    assert parsed.texts == {"a__b.c": "One", "a.b__c": "Two"}


def test_an_objection_in_one_of_several_channels_comes_back_under_the_texts_name() -> None:
    said = {"field": "sms__message", "words": "w", "question": "q?", "mended": True}
    reply = {"objections": [said], "sms__message": "M", "headline__headline": None, "headline__subhead": "S"}
    parsed = parse_reply(raw(reply), ("sms", "headline"), None, "critique", {"headline.headline": "H"})
    assert parsed.texts == {"sms.message": "M", "headline.headline": "H", "headline.subhead": "S"}
    assert [one.field for one in parsed.notes.objections] == ["sms.message"]


def test_an_empty_text_of_several_is_named() -> None:
    with pytest.raises(ModelError, match="with an empty headline.subhead"):
        parse_reply(
            raw({"sms__message": "M", "headline__headline": "H", "headline__subhead": " "}), ("sms", "headline")
        )
