"""One step: what customers said → their pains, wants, costs, values and words, pointed at by a model.

voices    what was said between tags, a numbered line for each customer in one go, a part at a time
reply     words with the number of their line, what they are, and what they come to
holding   what of a reply is taken, and what is dropped and why (`unheard`)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.chain.door import Options, as_template, ask
from assistant.chain.failures import redacted
from assistant.chain.holding import Holding, Row, Rows
from assistant.chain.reply import load_reply
from assistant.chain.settings import ModelSettings
from assistant.chain.unheard import UnheardError
from assistant.chain.voices import (
    LISTENED_CHARS,
    expected_output,
    lines_of,
    listening_schema,
    parts_of,
    request_of_voices,
)
from assistant.errors import ModelError
from assistant.personas.joining import Pointed
from assistant.personas.said import Listening
from assistant.prompts import load_prompt
from assistant.schema import Lang
from assistant.schema.reply import RawReply

if TYPE_CHECKING:
    from assistant.chain.calls import Calls


@dataclass(frozen=True, slots=True)
class HeardPart:
    """What a model heard in a part of a listening, as far as it was said there; in the order of the reply.

    `dropped` is what was not taken, its first words, masked, with the reason in the language of the listening. A summary
    that is dropped leaves the words that it was of.
    """

    pointed: tuple[Pointed, ...]
    dropped: tuple[tuple[str, str], ...] = ()


def find_heard(listening: Listening, settings: ModelSettings, calls: Calls | None = None) -> Iterator[HeardPart]:
    """What a model hears in what was listened to, asked about in parts as they are taken; nothing where nobody speaks.

    Only customers' words are sent, none that the rules have skipped; at most `LISTENED_CHARS` of them, and what lies
    beyond is the first thing dropped. Words are taken where they stand in their line letter for letter, blanks and the
    width of characters aside, and mean there what they mean by themselves, as far as rules can tell. Raises `ModelError`,
    one line, for every fault on the way and a reply that is not of the form; `BudgetReached` and `Cancelled` as `calls`
    has it.
    """
    lines, unread = lines_of(listening.told, settings.masks)
    if unread:
        beyond = Holding(listening.lang)
        beyond.drop(f"… +{unread:,}", UnheardError("unread", f"{LISTENED_CHARS:,}"))
        yield HeardPart((), tuple(beyond.dropped))
    holding = Holding(listening.lang)
    for part, text in parts_of(lines):
        pointed, dropped = len(holding.pointed), len(holding.dropped)
        holding.add(_ask(text, listening.lang, settings, calls), part)
        yield HeardPart(tuple(holding.pointed[pointed:]), tuple(holding.dropped[dropped:]))


def _ask(text: str, lang: Lang, settings: ModelSettings, calls: Calls | None) -> Sequence[Row]:
    messages, variables = request_of_voices(text, lang)
    read: list[Rows] = []

    def take(reply: RawReply) -> None:
        problem = ""
        try:
            read.append(load_reply(reply, Rows, "text", "listen"))
        except ModelError as error:
            problem = str(error)
        # Outside the handler: what the reply held must not hang on to the error as its context.
        if problem:
            raise ModelError(redacted(problem, settings))

    options = calls.options() if calls is not None else Options()
    options |= {
        "accept": take,
        "prompt_hash": load_prompt("listen", lang).hash,
        "expected_output": expected_output(text),
    }
    ask(settings, as_template(messages), variables, listening_schema(), **options)
    return read[-1].heard
