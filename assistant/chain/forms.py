"""The form of a reply, by step: as a JSON Schema for the server, as a line for the model, as a model for what comes back.

A first reply has the texts whole; a later one null for a text that stays as it is. What stands beside the texts (`notes`)
is asked of every server, and a reply without it is taken all the same: a text that was paid for is not thrown away for it.
A channel may have a field of a note's name: then the field is asked for, and the note is not. Of several channels
all texts stand in one reply, each under its name on the wire.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, create_model

from assistant.playbook import FieldShape, Playbook, load_playbook
from assistant.playbook.entries import Role
from assistant.schema.channels import parted_name

Step = Literal["write", "repair", "critique"]

# Texts of several lines come as lists, so that a model cannot run two lines into one.
PARAGRAPHS: frozenset[Role] = frozenset({"body", "post"})
LISTED: frozenset[Role] = frozenset({"bullets", "headlines", "lines", *PARAGRAPHS})

_BEFORE: dict[Step, tuple[str, ...]] = {
    "write": ("insight", "rests_on", "angle"),
    "repair": (),
    "critique": ("objections",),
}
_AFTER: dict[Step, tuple[str, ...]] = {"write": ("proposed_reference",), "repair": (), "critique": ()}


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ProposedReference(_Form):
    """See `notes.Proposal`."""

    figure: str
    thing: str
    why: str


class RaisedObjection(_Form):
    """See `notes.Objection`."""

    field: str
    words: str
    question: str
    mended: bool


_NOTE_TYPES: dict[str, Any] = {
    "insight": str | None,
    "rests_on": list[str] | None,
    "angle": str | None,
    "proposed_reference": ProposedReference | None,
    "objections": list[RaisedObjection] | None,
}


# One, or several at once.
Channels = str | tuple[str, ...]
# What joins channel and field on the wire: some servers take no dot in the name of a parameter.
_JOINT = "__"


def fields_of(channel: Channels, playbook: Playbook | None = None) -> Mapping[str, FieldShape]:
    """The texts that a model writes for a channel, in the channel's order; for several, as "<channel>.<field>"."""
    return (playbook or load_playbook()).channel(channel).written


def wire_names(channel: Channels, playbook: Playbook | None = None) -> Mapping[str, str]:
    """The key in a request and a reply of each text by its name, in their order; for one channel they are the same.

    >>> wire_names(("sms", "headline"))
    {'sms.message': 'sms__message', 'headline.headline': 'headline__headline', 'headline.subhead': 'headline__subhead'}
    """
    names: dict[str, str] = {}
    for name in fields_of(channel, playbook):
        key = name if isinstance(channel, str) else _JOINT.join(parted_name(name))
        while key in names.values():
            # A channel "a__b" with a field "c" beside a channel "a" with a field "b__c".
            key += "_"
        names[name] = key
    return names


def notes_of(step: Step, channel: Channels, playbook: Playbook | None = None) -> tuple[str, ...]:
    """The keys of what stands beside the texts."""
    fields = fields_of(channel, playbook)
    return tuple(name for name in (*_BEFORE[step], *_AFTER[step]) if name not in fields)


def reply_model(step: Step, channel: Channels, playbook: Playbook | None = None) -> type[BaseModel]:
    """The reply for a channel of the playbook: a text for each of its fields, a list where it has several lines."""
    made: dict[str, Any] = {name: (_NOTE_TYPES[name], None) for name in notes_of(step, channel, playbook)}
    wire = wire_names(channel, playbook)
    for name, shape in fields_of(channel, playbook).items():
        # Running text comes in paragraphs; a server without schemas may send it as one.
        kind: Any = (list[str] | str if shape.role in PARAGRAPHS else list[str]) if shape.role in LISTED else str
        made[wire[name]] = (kind, ...) if step == "write" else (kind | None, None)
    return create_model("Reply", __base__=_Form, **made)


def reply_schema(channel: Channels, playbook: Playbook | None = None, step: Step = "write") -> dict[str, Any]:
    """The JSON Schema of a reply, within what servers accept as strict: all required, nothing else allowed.

    >>> reply_schema("bullets")["required"]
    ['insight', 'rests_on', 'angle', 'bullets', 'proposed_reference']
    >>> reply_schema("sms", step="repair")["properties"]
    {'message': {'type': ['string', 'null']}}
    """
    fields, wire = fields_of(channel, playbook), wire_names(channel, playbook)
    notes = {name: _note_schema(name, wire.values()) for name in notes_of(step, channel, playbook)}
    texts = {wire[name]: _text_schema(shape, whole=step == "write") for name, shape in fields.items()}
    first = {name: notes.pop(name) for name in _BEFORE[step] if name in notes}
    return _object({**first, **texts, **notes})


def answer_form(channel: Channels, playbook: Playbook | None = None, step: Step = "write") -> str:
    """The form as a model reads it at the end of a request.

    >>> answer_form("headline", step="repair")
    '{"headline": "…", "subhead": "…"}'
    """
    notes, wire = notes_of(step, channel, playbook), wire_names(channel, playbook)
    shown: dict[str, Any] = {name: _SHOWN[name] for name in _BEFORE[step] if name in notes}
    for name, shape in fields_of(channel, playbook).items():
        shown[wire[name]] = ["…", "…"] if shape.role in LISTED else "…"
    shown |= {name: _SHOWN[name] for name in _AFTER[step] if name in notes}
    return json.dumps(shown, ensure_ascii=False)


_SHOWN: dict[str, Any] = {
    "insight": "…",
    "rests_on": [],
    "angle": "…",
    "proposed_reference": None,
    "objections": [{"field": "…", "words": "…", "question": "…", "mended": True}],
}


def _text_schema(shape: FieldShape, whole: bool) -> dict[str, Any]:
    kind = "array" if shape.role in LISTED else "string"
    schema: dict[str, Any] = {"type": kind if whole else [kind, "null"]}
    return schema | ({"items": {"type": "string"}} if kind == "array" else {})


def _note_schema(name: str, keys: Iterable[str]) -> dict[str, Any]:
    text: dict[str, Any] = {"type": "string"}
    if name == "rests_on":
        return {"type": "array", "items": text}
    if name == "proposed_reference":
        return _object({"figure": text, "thing": text, "why": text}) | {"type": ["object", "null"]}
    if name == "objections":
        where = {"type": "string", "enum": list(keys)}
        item = _object({"field": where, "words": text, "question": text, "mended": {"type": "boolean"}})
        return {"type": "array", "items": item}
    return text


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
