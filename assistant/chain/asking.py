"""The call for alternatives: a rendered request goes out through the door, sentences come back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chain.alternatives import MOST, Again, Alternatives, Asked, alternatives_schema, request_of_place
from assistant.chain.door import Options, as_template, ask
from assistant.chain.failures import redacted
from assistant.chain.masked_request import mask_variables
from assistant.chain.reply import load_reply, one_line
from assistant.chain.settings import ModelSettings
from assistant.errors import ModelError
from assistant.schema.reply import RawReply

if TYPE_CHECKING:
    from assistant.chain.calls import Calls

# What the program says itself.
_OURS = frozenset({"market", "comparisons", "field", "place"})
# Half of a surrogate pair: no file or terminal could take it.
_BROKEN = re.compile("[\ud800-\udfff]")
_MARKS = ("• ", "- ", "[[")


def write_alternatives(
    asked: Asked, settings: ModelSettings, again: Again | None = None, calls: Calls | None = None
) -> tuple[tuple[str, ...], str]:
    """At most three alternatives, each one line and none empty, and the model's name; with `again` one for each fault.

    Raises `ModelError`, one line, for every fault on the way, and for a reply that is not of the form or holds no
    alternative; `BudgetReached` and `Cancelled` as `calls` has it.
    """
    messages, variables, prompt_hash = request_of_place(asked, again)
    read: list[tuple[str, ...]] = []

    def take(reply: RawReply) -> None:
        problem = ""
        try:
            rows = load_reply(reply, Alternatives, "sentence", "write the sentence").alternatives
            read.append(tuple(line for row in rows if (line := _line(row)))[:MOST])
            if not read[-1]:
                problem = f"{reply.model} answered without an alternative. Try again, or use another model."
        except ModelError as error:
            problem = str(error)
        # Outside the handler: what the reply held must not hang on to the error as its context.
        if problem:
            raise ModelError(redacted(problem, settings))

    brief = asked.brief
    masked = mask_variables(variables, _OURS, brief) if settings.masks else None
    if settings.replay_key:
        name = "sentence" if again is None else "sentence-repair"
        settings = replace(settings, replay_key=f"{settings.replay_key}/{name}")
    options = calls.options(masked.restore if masked is not None else None) if calls is not None else Options()
    options |= {"accept": take, "prompt_hash": prompt_hash}
    raw = ask(settings, as_template(messages), variables, alternatives_schema(), **options).reply
    texts = tuple(masked.restore(text) for text in read[-1]) if masked is not None else read[-1]
    return texts[: len(again.faults)] if again is not None else texts, raw.model


def _line(text: str) -> str:
    """One line, without the marks that stood around the place in the request."""
    line = one_line(_BROKEN.sub("", text))
    for mark in _MARKS:
        line = line.removeprefix(mark)
    return line.removesuffix("]]").strip()
