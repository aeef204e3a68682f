"""What a model sent back → texts, or one line that says why not. Strict: nothing is guessed, nothing is swallowed."""

from __future__ import annotations

import json
import unicodedata
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from assistant.errors import ModelError
from assistant.playbook import Playbook, load_playbook
from assistant.playbook.entries import Role
from assistant.schema.reply import RawReply

# A product page is some two thousand characters. Far more is no copy, and parsing it is no use.
MAX_REPLY_CHARS = 100_000

_SHOWN_CHARS = 80
_THINKING = ("<think>", "</think>")


M = TypeVar("M", bound=BaseModel)


class _Texts(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


# Texts of several lines come as lists, so that a model cannot run two lines into one.
LISTED: frozenset[Role] = frozenset({"bullets", "headlines", "lines"})


def reply_model(channel: str, playbook: Playbook | None = None) -> type[BaseModel]:
    """The reply for a channel of the playbook: a text for each of its fields, a list where it has several lines."""
    shapes = (playbook or load_playbook()).channel(channel).written
    fields: dict[str, Any] = {name: (list[str] if shape.role in LISTED else str, ...) for name, shape in shapes.items()}
    return create_model("Reply", __base__=_Texts, **fields)


def reply_schema(channel: str, playbook: Playbook | None = None) -> dict[str, Any]:
    """The JSON Schema of a channel's reply, within what servers accept as strict: all required, nothing else allowed.

    >>> reply_schema("bullets")["required"]
    ['bullets']
    """
    schema = reply_model(channel, playbook).model_json_schema()
    properties = {name: {k: v for k, v in p.items() if k != "title"} for name, p in schema["properties"].items()}
    return {
        "type": "object",
        "properties": properties,
        "required": list(schema["required"]),
        "additionalProperties": False,
    }


def parse_reply(raw: RawReply, channel: str, playbook: Playbook | None = None) -> dict[str, str]:
    """The texts by field, in the channel's order; bullets are joined by line breaks. No text is empty.

    Raises `ModelError` for a refusal, a reply that was filtered or cut off, an empty one, one that is not a single JSON
    object, and one that does not keep to the channel's schema. A code fence around the object and a thinking part
    before it are taken off: servers add them unasked.
    """
    reply = load_reply(raw, reply_model(channel, playbook))
    texts = {name: _joined(value) for name, value in reply}
    for name, text in texts.items():
        if not text:
            raise _unusable(raw, f"with an empty {name}", raw.content)
        # JSON can spell half of a surrogate pair; no file or terminal could take it.
        if any(unicodedata.category(c) == "Cs" for c in text):
            raise _unusable(raw, f"with a broken character in the {name}", raw.content)
    return texts


def load_reply(raw: RawReply, form: type[M], given: str = "brief", asked: str = "write") -> M:
    """The one JSON object of a whole reply, of a form; `given` and `asked` say in messages what it was an answer to.

    Raises `ModelError` as `parse_reply` does.
    """
    if raw.refusal.strip():
        raise ModelError(f'{raw.model} declined to {asked}: "{shown(raw.refusal)}" Change the {given} or the model.')
    if raw.finish_reason == "content_filter":
        raise ModelError(f"The content filter of {raw.model} withheld the reply. Change the {given} or the model.")
    if raw.finish_reason == "length":
        raise ModelError(
            f"{raw.model} was cut off before the end of its reply (finish_reason length). "
            f"Shorten the {given}, raise the server's token limit, or use another model."
        )
    content = _unwrapped(raw.content)
    if not content:
        raise ModelError(f"{raw.model} sent an empty reply. Try again, or use another model.")
    if len(content) > MAX_REPLY_CHARS:
        raise _unusable(raw, f"{len(content):,} characters long", content)
    return _checked(_json(raw, content), raw, form)


def shown(text: str) -> str:
    """The first words of `text` on one line, for a message: no line breaks, no control characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _SHOWN_CHARS else line[: _SHOWN_CHARS - 1] + "…"


def _unwrapped(content: str) -> str:
    text = content.strip()
    opening, closing = _THINKING
    if text.startswith(opening):
        text = text.partition(closing)[2].strip()
    if text.startswith("```") and text.endswith("```") and len(text) > len("``````"):
        # The rest of the first line names a language.
        text = text.removesuffix("```").partition("\n")[2].strip()
    return text


def _json(raw: RawReply, content: str) -> Any:
    try:
        return json.loads(content, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        starts = content.lstrip().startswith("{")
        inside = isinstance(error, json.JSONDecodeError) and error.msg == "Extra data"
        problem = "with text around the JSON" if inside or (not starts and "{" in content) else "with broken JSON"
        if "{" not in content:
            problem = "in prose instead of JSON"
    raise _unusable(raw, problem, content)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _checked(document: Any, raw: RawReply, form: type[M]) -> M:
    try:
        return form.model_validate(document)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    raise _unusable(
        raw,
        f"outside the form asked for ({shown(place)}: {first['msg']})" if place else "without a JSON object",
        raw.content,
    )


def _joined(value: str | list[str]) -> str:
    if isinstance(value, str):
        return _line(value)
    return "\n".join(line for item in value if (line := _line(item).removeprefix("• ").removeprefix("- ")))


def _line(text: str) -> str:
    """One line, without control characters: the text is shown in terminals and pages."""
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) != "Cc").split())


def _unusable(raw: RawReply, problem: str, content: str) -> ModelError:
    return ModelError(
        f'{raw.model} answered {problem}. The reply begins: "{shown(content)}" Try again, or use another model.'
    )
