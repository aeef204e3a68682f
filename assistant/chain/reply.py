"""What a model sent back → texts, or one line that says why not. Strict: nothing is guessed, nothing is swallowed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.chain.forms import PARAGRAPHS, Channels, Step, fields_of, notes_of, reply_model, wire_names
from assistant.chain.notes import Notes, Objection, Proposal
from assistant.errors import ModelError
from assistant.playbook import Playbook
from assistant.schema.reply import RawReply

# A product page is some two thousand characters. Far more is no copy, and parsing it is no use.
MAX_REPLY_CHARS = 100_000

_SHOWN_CHARS = 80
_THINKING = ("<think>", "</think>")


M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The texts by field, in the channel's order, none empty; and what the model says beside them."""

    texts: dict[str, str]
    notes: Notes


def parse_reply(
    raw: RawReply,
    channel: Channels,
    playbook: Playbook | None = None,
    step: Step = "write",
    previous: Mapping[str, str] | None = None,
) -> Parsed:
    """The texts of a reply, bullets joined by line breaks, and its notes; a text that a later step leaves is `previous`'.

    Raises `ModelError` for a refusal, a reply that was filtered or cut off, an empty one, one that is not a single JSON
    object, and one that does not keep to the step's form. A code fence around the object and a thinking part before it
    are taken off: servers add them unasked.
    """
    reply = dict(load_reply(raw, reply_model(step, channel, playbook)))
    texts: dict[str, str] = {}
    fields = fields_of(channel, playbook)
    wire = wire_names(channel, playbook)
    for name, key in wire.items():
        if reply[key] is None and previous is not None and previous.get(name):
            texts[name] = previous[name]
            continue
        value = reply[key] or ""
        paragraphs = isinstance(value, str) and fields[name].role in PARAGRAPHS
        texts[name] = _joined(value.splitlines() if paragraphs else value)
        if not texts[name]:
            raise _unusable(raw, f"with an empty {name}", raw.content)
        # JSON can spell half of a surrogate pair; no file or terminal could take it.
        if _is_broken(texts[name]):
            raise _unusable(raw, f"with a broken character in the {name}", raw.content)
    given = {name: reply[name] for name in notes_of(step, channel, playbook) if reply[name] is not None}
    return Parsed(texts, _notes(given, wire).mapped(lambda text: "" if _is_broken(text) else one_line(text)))


def _notes(given: Mapping[str, Any], wire: Mapping[str, str]) -> Notes:
    names = {key: name for name, key in wire.items()}
    proposal = given.get("proposed_reference")
    return Notes(
        insight=given.get("insight", ""),
        rests_on=tuple(given.get("rests_on", ())),
        angle=given.get("angle", ""),
        proposal=proposal and Proposal(proposal.figure, proposal.thing, proposal.why),
        objections=tuple(
            Objection(names.get(o.field, o.field), o.words, o.question, o.mended) for o in given.get("objections", ())
        ),
    )


def _is_broken(text: str) -> bool:
    return any(unicodedata.category(c) == "Cs" for c in text)


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
        return one_line(value)
    return "\n".join(line for item in value if (line := one_line(item).removeprefix("• ").removeprefix("- ")))


def one_line(text: str) -> str:
    """One line, without control characters: the text is shown in terminals and pages."""
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) != "Cc").split())


def _unusable(raw: RawReply, problem: str, content: str) -> ModelError:
    return ModelError(
        f'{raw.model} answered {problem}. The reply begins: "{shown(content)}" Try again, or use another model.'
    )
