"""One step: findings of the praise rules that are in doubt → a model's opinion on each, shown beside the finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from assistant.chain.door import Options, as_template, ask
from assistant.chain.failures import redacted
from assistant.chain.masking import mask
from assistant.chain.reply import load_reply, shown
from assistant.chain.request import as_data
from assistant.chain.settings import ModelSettings
from assistant.errors import ModelError
from assistant.lint.opinion import Opinion, Verdict
from assistant.praise.sentences import sentence_around
from assistant.prompts import Prompt, load_prompt
from assistant.schema import Lang
from assistant.schema.reply import RawReply

if TYPE_CHECKING:
    from assistant.chain.calls import Calls

# As many findings as one reply answers with ease.
PART = 40
WHY_CHARS = 200

# How much of a neighbour is shown: a text without full stops is one sentence.
_NEIGHBOUR, _SENTENCE = 160, 600
# A reason needs no address, and nobody is to be led to one.
_ADDRESS = re.compile(r"https?:|www\.|\w@\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding in doubt: its span in the text, and what its rule says of it."""

    start: int
    end: int
    message: str


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    id: int
    verdict: Verdict
    why: str


class _Rows(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    opinions: list[_Row]


def find_opinions(
    text: str,
    lang: Lang,
    doubts: Sequence[Doubt],
    settings: ModelSettings,
    calls: Calls | None = None,
    names: Sequence[str] = (),
) -> Iterator[tuple[int, Opinion]]:
    """A model's opinion on findings in a text, as (place in `doubts`, opinion), asked for in parts as they are taken.

    Findings that the model leaves out, answers in two ways or gives no reason for have none. A reason is one line of at
    most `WHY_CHARS`. `names` are the brand's own, never masked. Raises `ModelError`, one line, for every fault on the way
    and every reply that is not of the form; `BudgetReached` and `Cancelled` as `calls` has it.
    """
    for first in range(0, len(doubts), PART):
        part = doubts[first : first + PART]
        yield from _opinions(text, lang, part, first, settings, calls, names)


def _opinions(
    text: str,
    lang: Lang,
    doubts: Sequence[Doubt],
    first: int,
    settings: ModelSettings,
    calls: Calls | None,
    names: Sequence[str],
) -> Iterator[tuple[int, Opinion]]:
    prompt = load_prompt("opinion", lang)
    messages, variables = request_of_doubts(text, lang, doubts, prompt)
    read: list[_Rows] = []

    def take(reply: RawReply) -> None:
        problem = ""
        try:
            read.append(load_reply(reply, _Rows, "text", "give an opinion"))
        except ModelError as error:
            problem = str(error)
        # Outside the handler: what the reply held must not hang on to the error as its context.
        if problem:
            raise ModelError(redacted(problem, settings))

    masked = mask(tuple(variables.values()), lang, keep=names) if settings.masks else None
    if masked is not None:
        variables = dict(zip(variables, masked.texts, strict=True))
    options = calls.options() if calls is not None else Options()
    options |= {"accept": take, "prompt_hash": prompt.hash}
    raw = ask(settings, as_template(messages), variables, opinions_schema(), **options).reply
    rows: dict[int, set[_Row]] = {}
    for row in read[-1].opinions:
        rows.setdefault(row.id, set()).add(row)
    for number in range(1, len(doubts) + 1):
        said = rows.get(number, set())
        if len(said) != 1:
            continue
        (row,) = said
        why = _line(masked.restore(row.why) if masked is not None else row.why)
        if why and not _ADDRESS.search(why):
            yield first + number - 1, Opinion(shown(raw.model), row.verdict, why)


def opinions_schema() -> dict[str, Any]:
    """The JSON Schema of a reply, within what servers accept as strict."""
    verdict = {"type": "string", "enum": ["keep", "fine here"]}
    row = _object({"id": {"type": "integer"}, "verdict": verdict, "why": {"type": "string"}})
    return _object({"opinions": {"type": "array", "items": row}})


def request_of_doubts(
    text: str, lang: Lang, doubts: Sequence[Doubt], prompt: Prompt
) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Messages and variables: each finding with the sentence that it stands in, marked, and the neighbours of that."""
    findings = (_finding(text, lang, doubt, number, prompt.words) for number, doubt in enumerate(doubts, 1))
    return list(prompt.messages), {"findings": "\n".join(findings)}


def _finding(text: str, lang: Lang, doubt: Doubt, number: int, words: Mapping[str, str]) -> str:
    low, high = sentence_around(text, doubt.start, doubt.end, lang)
    low, high = max(low, doubt.start - _SENTENCE), min(high, doubt.end + _SENTENCE)
    parts = (text[low : doubt.start], text[doubt.start : doubt.end], text[doubt.end : high])
    # Spaces at the borders are lost on the way to one line.
    before, caught, after = (_data(part) for part in parts)
    left = " " if parts[0][-1:].isspace() and before else ""
    right = " " if parts[2][:1].isspace() and after else ""
    lines = [_said(words["finding.head"], id=str(number), sentence=f"{before}{left}[[{caught}]]{right}{after}")]
    around = ((text[max(0, low - _NEIGHBOUR) : low], "before"), (text[high : high + _NEIGHBOUR], "after"))
    for piece, where in around:
        neighbour = _data(piece)
        if neighbour:
            lines.append("  " + _said(words[f"finding.{where}"], text=neighbour))
    lines.append("  " + _said(words["finding.message"], text=_data(doubt.message)))
    return "\n".join(lines)


def _data(text: str) -> str:
    return as_data(text.replace("[[", "[").replace("]]", "]"))


def _said(form: str, **values: str) -> str:
    """The form with its gaps filled in, once: what is put in may hold braces of its own."""
    return re.sub(r"\{([a-z]+)\}", lambda gap: values[gap[1]], form)


def _line(text: str) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= WHY_CHARS else line[: WHY_CHARS - 1] + "…"


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
