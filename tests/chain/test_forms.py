"""The form of a reply: what the server is told, what the model is shown and what is accepted are one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest

from assistant.chain.forms import LISTED, Step, answer_form, fields_of, reply_model, reply_schema
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
@pytest.mark.parametrize("channel", sorted(BOOK.channels))
def test_a_schema_is_strict_at_every_level_and_its_reply_is_accepted(channel: str, step: Step) -> None:
    schema = reply_schema(channel, step=step)
    for one in objects(schema):
        assert one["required"] == list(one["properties"])
        assert one["additionalProperties"] is False
    assert set(parse_reply(raw(filled(schema)), channel, step=step).texts) == set(fields_of(channel))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("channel", sorted(BOOK.channels))
def test_the_form_that_a_model_is_shown_is_the_schemas(channel: str, step: Step) -> None:
    shown = json.loads(answer_form(channel, step=step))
    schema = reply_schema(channel, step=step)
    assert list(shown) == schema["required"]
    assert set(reply_model(step, channel).model_fields) == set(shown)
    for name, shape in fields_of(channel).items():
        assert isinstance(shown[name], list) == (shape.role in LISTED)


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
