"""One step: one place in a text → three alternatives for it, by a model.

The request has the brief's facts and comparisons as the writing step has them, the whole text with the place marked, and
the copywriter's wish. Nothing here judges an alternative: whoever asks holds each to the gate in its place and asks again,
once, for those that fail.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from assistant.chain.forms import fields_of
from assistant.chain.request import as_data, render_brief, render_comparisons, wanted, worth_telling
from assistant.prompts import Prompt, load_prompt
from assistant.schema.nouns import Comparison, Plan

if TYPE_CHECKING:
    from assistant.playbook import Playbook
    from assistant.schema.brief import Brief, Persona

MOST = 3
# Of what has been offered before, so much is shown.
_BESIDES, _SHOWN = 12, 300
_OWN_TAG = re.compile(r"[<＜](?=\s{0,9}/?\s{0,9}(?:text|wish)\b)", re.IGNORECASE)
# What `render_brief` says of the brief and a sentence needs.
_OF_THE_BRIEF = ("market", "product", "facts", "proof", "reader", "style")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a model is asked: `texts` with the place `start`:`end` in `field`, of a brief for one channel.

    `about` are the ids of the facts that the place tells: all their comparisons are offered. `wish` is the copywriter's
    own words; `known` a wish that the prompt has words for ("shorter"), before them. `besides` was offered and not wanted.
    """

    brief: Brief
    persona: Persona | None
    plan: Plan
    playbook: Playbook
    texts: Mapping[str, str]
    field: str
    start: int
    end: int
    about: tuple[str, ...] = ()
    wish: str = ""
    known: str = ""
    besides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Again:
    """What goes back: the alternatives as they came, and of some of them, by number from 0, what is wrong."""

    texts: tuple[str, ...]
    faults: Mapping[int, tuple[str, ...]]


class Alternatives(BaseModel):
    """The form of a reply."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    alternatives: list[str]


def alternatives_schema() -> dict[str, Any]:
    """The JSON Schema of a reply, within what servers accept as strict.

    >>> alternatives_schema()["required"]
    ['alternatives']
    """
    listed = {"type": "array", "items": {"type": "string"}}
    return {
        "type": "object",
        "properties": {"alternatives": listed},
        "required": ["alternatives"],
        "additionalProperties": False,
    }


def request_of_place(asked: Asked, again: Again | None = None) -> tuple[list[tuple[str, str]], dict[str, str], str]:
    """Messages, the variables' values and the hash of the prompts; what is the same for every place comes first."""
    brief, plan = asked.brief, asked.plan
    prompt, written = load_prompt("sentence", brief.lang), load_prompt("write", brief.lang)
    whole = render_brief(brief, asked.persona, plan, written, asked.playbook)
    variables = {name: whole[name] for name in _OF_THE_BRIEF}
    shape = fields_of(brief.channel, asked.playbook)[asked.field]
    variables |= {
        "comparisons": render_comparisons(_offered(asked), written.words),
        "text": _text(asked),
        "field": asked.field,
        "place": wanted(asked.field, shape, written.words),
        "besides": "\n".join(f"- {_data(one)[:_SHOWN]}" for one in asked.besides[-_BESIDES:])
        or prompt.words["none.besides"],
        "wish": _wish(asked, prompt),
    }
    messages = list(prompt.messages)
    if again is not None:
        variables["previous"] = json.dumps({"alternatives": list(again.texts)}, ensure_ascii=False)
        variables["findings"] = "\n".join(_faulty(n, again, prompt.words) for n in sorted(again.faults))
        opening, closing = prompt.words["repair.opening"], prompt.words["repair.closing"]
        back = f"{opening}\n\n<findings>\n{{{{findings}}}}\n</findings>\n\n{closing}"
        messages += [("assistant", "{{previous}}"), ("user", back)]
    return messages, variables, f"{prompt.hash}+{written.hash}"


def _offered(asked: Asked) -> tuple[Comparison, ...]:
    """What is worth telling anywhere in the text, and whatever there is for the facts of the place."""
    worth = {one.id for one in worth_telling(asked.plan)}
    return tuple(
        one
        for one in asked.plan.comparisons
        if one.kind != "ladder" and (one.id in worth or one.id.rpartition("-")[0] in asked.about)
    )


def _text(asked: Asked) -> str:
    """The texts of the channel that somebody writes, by name, line by line; the place between double brackets."""
    blocks = []
    for name in fields_of(asked.brief.channel, asked.playbook):
        said = asked.texts.get(name, "")
        if not said:
            continue
        if name != asked.field:
            lines = [_data(line) for line in said.split("\n")]
        else:
            parts = (said[: asked.start], said[asked.start : asked.end], said[asked.end :])
            before, standing, after = (part.split("\n") for part in parts)
            # One place is one line: what stands before and behind it on its line goes with it.
            marked = f"{_beside(before[-1], '>')}[[{_data(standing[0])}]]{_beside(after[0], '<')}"
            lines = [*map(_data, before[:-1]), marked, *map(_data, after[1:])]
        blocks.append("\n".join([f"{as_data(name)}:", *(f"  {line}" for line in lines if line)]))
    return "\n".join(blocks)


def _beside(text: str, side: str) -> str:
    """What stands beside the place, with the blank that parts them: one line of data has none at its ends."""
    kept = _data(text)
    if not kept:
        return ""
    return f"{kept}{' ' * text[-1].isspace()}" if side == ">" else f"{' ' * text[0].isspace()}{kept}"


def _wish(asked: Asked, prompt: Prompt) -> str:
    said = [prompt.words[f"wish.{asked.known}"]] if asked.known else []
    said += [_data(asked.wish)] if asked.wish.strip() else []
    return "\n".join(said) or prompt.words["none.wish"]


def _faulty(number: int, again: Again, words: Mapping[str, str]) -> str:
    lines = [_said(words["alternative"], n=str(number + 1), text=_data(again.texts[number]))]
    return "\n".join([*lines, *(f"  {_said(words['objection'], text=_data(why))}" for why in again.faults[number])])


def _data(text: str) -> str:
    return _OWN_TAG.sub("‹", as_data(text.replace("[[", "[").replace("]]", "]")))


def _said(form: str, **values: str) -> str:
    """The form with its gaps filled in, once: what is put in may hold braces of its own."""
    return re.sub(r"\{([a-z]+)\}", lambda gap: values[gap[1]], form)
