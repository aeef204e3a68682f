"""What the steps of the chain take in tokens, beside a naive chain that makes a call of each of them.

Both chains do the same work on the same briefs: insight, angle, the text of every field of the channel, a critique, and a
revision in which every text changes. The replies are the same words in both: the built-in writer's texts, and an insight,
an angle and questions written by hand. Nothing is sent. Ours is what `chain.writing` sends: two calls.

The naive chain is the one that is written first: one call for the insight, one for the angle, one for each field, one for
the critique, one for the revision. Each call repeats the whole brief, and what earlier calls found, since a call remembers
nothing. Its instructions are our own prompts', split by step, none padded and none twice in a call: a step gets its own part,
what data is and how to answer; the steps that write get all that is said about writing besides.

A draft of several channels in one call stands beside our own chain run for each of them: the same texts, the same notes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.chain.forms import answer_form, fields_of, reply_schema, wire_names
from assistant.chain.request import render_brief, render_previous
from assistant.chain.writing import request_of
from assistant.draft import resolve_persona, write
from assistant.plan import make_plan, read
from assistant.playbook import load_playbook
from assistant.prompts import load_prompt
from assistant.references import load_book
from assistant.schema import Plan
from assistant.schema.brief import Brief, Persona
from assistant.schema.channels import by_channel, joined_name
from assistant.tokens import count, count_messages

BRIEFS = Path(__file__).parent / "briefs.jsonl"
# Of the family that the product counts exactly.
MODEL = "gpt-4.1"
MOST_SHARE = 0.6

Messages = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Work:
    """One brief with all that both chains are taken to answer."""

    brief: Brief
    persona: Persona | None
    plan: Plan
    texts: Mapping[str, str]
    insight: str
    angle: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spent:
    """Tokens of both chains for one brief, in and out; `fixed` are those of our first request that every brief shares."""

    name: str
    calls: int
    ours: int
    naive_calls: int
    naive: int
    first: int
    fixed: int


def load_work(path: Path = BRIEFS) -> tuple[Work, ...]:
    """The briefs with their plans and the built-in writer's texts."""
    playbook, book = load_playbook(), load_book()
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        brief = Brief.model_validate(row["brief"])
        persona = resolve_persona(brief)
        plan = make_plan(read(brief, persona, book, playbook), brief, persona, playbook)
        texts = write(brief).variants[0].texts
        said = {name: texts.get(name, "") for name in fields_of(brief.channel)}
        found.append(Work(brief, persona, plan, said, row["insight"], row["angle"], tuple(row["questions"])))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Together:
    """Tokens of one brief for several channels, in and out: all in one call, and a call for each, both with the critique."""

    name: str
    calls: int
    together: int
    apart_calls: int
    apart: int


def measure_channels() -> list[Together]:
    """Every brief for its own channel and the first two others of product page, e-mail and post."""
    playbook, book = load_playbook(), load_book()
    found = []
    for line in BRIEFS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        brief = Brief.model_validate(row["brief"])
        others = [name for name in ("product_page", "email", "social") if name not in brief.channels]
        brief = brief.with_channels((*brief.channels, *others[:2]))
        persona = resolve_persona(brief)
        plan = make_plan(read(brief, persona, book, playbook), brief, persona, playbook)
        texts = write(brief).variants[0].texts
        said = {name: texts.get(name, "") for name in fields_of(brief.channel)}
        notes = (row["insight"], row["angle"], tuple(row["questions"]))
        alone = [
            Work(brief.for_channel(name), persona, plan.parts[name], part, *notes)
            for name, part in by_channel(said, brief.channels).items()
        ]
        whole, apart = list(_our_calls(Work(brief, persona, plan, said, *notes))), [_our_calls(one) for one in alone]
        calls = [call for one in apart for call in one]
        found.append(
            Together(
                f"{brief.lang} {brief.channels[0]}, 2 more",
                len(whole),
                sum(_tokens(*call) for call in whole),
                len(calls),
                sum(_tokens(*call) for call in calls),
            )
        )
    return found


def measure_steps() -> list[Spent]:
    """Both chains over every brief."""
    return [_measured(work) for work in load_work()]


def _measured(work: Work) -> Spent:
    ours, naive = list(_our_calls(work)), list(naive_calls(work))
    system = load_prompt("write", work.brief.lang).messages[0][1]
    return Spent(
        f"{work.brief.lang} {work.brief.channel}",
        len(ours),
        sum(_tokens(*call) for call in ours),
        len(naive),
        sum(_tokens(*call) for call in naive),
        count_messages(ours[0][0], ours[0][1], MODEL).tokens,
        count(system, MODEL).tokens,
    )


def _tokens(messages: Messages, schema: Mapping[str, Any], reply: Mapping[str, Any]) -> int:
    said = count(json.dumps(reply, ensure_ascii=False), MODEL).tokens
    return count_messages(messages, schema, MODEL).tokens + said


Call = tuple[Messages, Mapping[str, Any], Mapping[str, Any]]


def _our_calls(work: Work) -> Iterator[Call]:
    channel = work.brief.channel
    notes = {"insight": work.insight, "rests_on": ["e1"], "angle": work.angle}
    written = {**notes, **_listed(work), "proposed_reference": None}
    yield _filled(request_of(work.brief, work.persona, work.plan)), reply_schema(channel), written
    again = request_of(work.brief, work.persona, work.plan, (), work.texts, critique=True)
    revised = {"objections": _objections(work), **_listed(work)}
    yield _filled(again), reply_schema(channel, step="critique"), revised


def naive_calls(work: Work) -> Iterator[Call]:
    prompt, critique = load_prompt("write", work.brief.lang), load_prompt("critique", work.brief.lang)
    who, writing, data, think, answering = _parts(prompt.messages[0][1])
    heading, insight, angle = think[0], think[1], think[2]
    variables = render_brief(work.brief, work.persona, work.plan, prompt)
    whole = _rendered(prompt.messages[1][1], variables)
    # The brief ends in what is to be written and how to answer: only the calls that write need it.
    brief = whole.partition(f"\n\n{_last_heading(prompt.messages[1][1])}")[0]
    found = {"insight": work.insight, "rests_on": ["e1"]}
    yield _asked([who, data, heading, insight, answering], [brief]), _schema(found), found
    opening = {"angle": work.angle}
    yield _asked([who, data, heading, angle, answering], [brief, _json(found)]), _schema(opening), opening
    planned = _json({**found, **opening})
    wanted = {line[2:].partition(":")[0]: line for line in variables["fields"].split("\n")}
    for name, text in _listed(work).items():
        one = {**variables, "fields": wanted[name], "answer_form": _json({name: "…"})}
        asked = _rendered(prompt.messages[1][1], one)
        yield _asked([who, *writing, data, answering], [asked, planned]), _schema({name: text}), {name: text}
    reads, revises = _halves(critique.messages[0][1])
    objections = {"objections": _objections(work)}
    texts = _json(_listed(work))
    yield _asked([who, data, answering], [brief, texts, reads]), _schema(objections), objections
    asked = _rendered(
        prompt.messages[1][1], {**variables, "answer_form": answer_form(work.brief.channel, step="repair")}
    )
    again = _asked([who, *writing, data, answering], [asked, planned, texts, _json(objections), revises])
    yield again, _schema(_listed(work)), _listed(work)


def _parts(system: str) -> tuple[str, list[str], str, list[str], str]:
    """Our instructions by step: who one is, on writing, what data is, heading and lines on insight and angle, the answer."""
    who, *sections = system.split("\n\n## ")
    how, may, data, usage, think, answer = sections
    return who, [how, may, usage], data, think.split("\n"), answer.split("\n")[0] + "\n" + answer.split("\n")[1]


def _last_heading(user: str) -> str:
    return [line for line in user.split("\n") if line.startswith("## ")][-1]


def _halves(critique: str) -> tuple[str, str]:
    """How to read as the customer, and how to revise; the findings of a check, which there are none of, belong to neither."""
    reads, note, revises = [part for part in critique.split("\n\n") if part.strip()][:3]
    return f"{reads}\n\n{note}", revises


def _asked(system: Sequence[str], user: Sequence[str]) -> Messages:
    return [{"role": "system", "content": "\n\n".join(system)}, {"role": "user", "content": "\n\n".join(user)}]


def _filled(request: tuple[list[tuple[str, str]], dict[str, str], str]) -> Messages:
    messages, variables, _ = request
    return [{"role": role, "content": _rendered(text, variables)} for role, text in messages]


def _rendered(template: str, variables: Mapping[str, str]) -> str:
    for name, value in variables.items():
        template = template.replace(f"{{{{{name}}}}}", value)
    return template


def _listed(work: Work) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(render_previous(work.texts, work.brief.channel))
    return whole


def _objections(work: Work) -> list[dict[str, Any]]:
    """The questions about the first text, of every channel."""
    several = len(work.brief.channels) > 1
    parts = by_channel(work.texts, work.brief.channels) if several else {"": work.texts}
    wire = wire_names(work.brief.channel)
    first = [
        joined_name(channel, next(iter(texts))) if several else next(iter(texts)) for channel, texts in parts.items()
    ]
    return [
        {"field": wire[name], "words": work.texts[name].split("\n")[0][:20], "question": one, "mended": False}
        for name in first
        for one in work.questions
    ]


def _schema(reply: Mapping[str, Any]) -> dict[str, Any]:
    """The smallest strict schema of a reply."""
    properties = {name: _shape(value) for name, value in reply.items()}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _shape(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return _schema(value)
    if isinstance(value, list):
        return {"type": "array", "items": _shape(value[0] if value else "")}
    return {"type": "boolean" if isinstance(value, bool) else "string"}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
