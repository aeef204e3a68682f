"""Whether a server answers as it must: one small question, asked as every other is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from assistant.chain.profiles import REMEMBERED, Form, Search, Streaming
from assistant.chain.settings import ModelSettings

if TYPE_CHECKING:
    from assistant.chain.calls import Calls
    from assistant.schema.reply import RawReply

# Words enough for a model that thinks first.
_EXPECTED = 400


class _Sum(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sum: int


@dataclass(frozen=True, slots=True)
class Tried:
    """What was found: in which form the server takes a question, whether it streams, the model that answered, how fast."""

    form: Form
    streaming: Streaming
    model: str
    seconds: float


def try_server(settings: ModelSettings, calls: Calls) -> Tried:
    """Asks once, past the cache, and remembers how the server can be asked.

    Raises `ModelError`, one line, for every fault on the way and for a reply that is not of the form; `BudgetReached`
    and `Cancelled` as `calls` has it; `InputError` for a price file that can't be read.
    """
    from assistant.chain.door import as_template, ask
    from assistant.chain.failures import redacted
    from assistant.chain.reply import load_reply
    from assistant.errors import ModelError
    from assistant.prompts import load_prompt

    prompt = load_prompt("try", "en")

    def accept(reply: RawReply) -> None:
        problem = ""
        try:
            load_reply(reply, _Sum, "question", "answer")
        except ModelError as error:
            problem = str(error)
        if problem:
            raise ModelError(redacted(problem, settings))

    options = calls.options() | {"accept": accept, "prompt_hash": prompt.hash, "expected_output": _EXPECTED}
    options |= {"cache": None, "on_text": _unheard}
    answer = ask(replace(settings, retries=0), as_template(prompt.messages), {}, sum_schema(), **options)
    found = Search(settings, calls.profiles or REMEMBERED, streams=True).profile
    return Tried(found.form, found.streaming, answer.reply.model or settings.model, answer.seconds)


def sum_schema() -> dict[str, Any]:
    """The JSON Schema of the reply, within what servers accept as strict."""
    number = {"sum": {"type": "integer"}}
    return {"type": "object", "properties": number, "required": ["sum"], "additionalProperties": False}


def _unheard(piece: str) -> None:
    """Asked for in pieces, as drafts are, so that it is found out whether the server can."""
