"""One step: findings of the praise rules that are in doubt → a model's opinion on each, shown beside the finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from assistant.chain.door import Options, as_template, ask
from assistant.chain.doubts import PART, Doubt, opinions_schema, request_of_doubts
from assistant.chain.failures import redacted
from assistant.chain.masking import mask
from assistant.chain.reply import load_reply, shown
from assistant.chain.settings import ModelSettings
from assistant.errors import ModelError
from assistant.lint.opinion import Opinion, Verdict
from assistant.prompts import load_prompt
from assistant.schema import Lang
from assistant.schema.reply import RawReply

if TYPE_CHECKING:
    from assistant.chain.calls import Calls

WHY_CHARS = 200

# A reason needs no address, and nobody is to be led to one.
_ADDRESS = re.compile(r"https?:|www\.|\w@\w", re.IGNORECASE)


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


def _line(text: str) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= WHY_CHARS else line[: WHY_CHARS - 1] + "…"
