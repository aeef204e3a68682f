"""The one door to a language model: `call`, and `ask` for callers that are not asynchronous.

In order: the cache, the budget, the way that the server takes (`profiles`), the tries (`retrying`), one request over
the wire (`sending`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from langchain_core.messages import convert_to_openai_messages
from langchain_core.prompts import ChatPromptTemplate

from assistant.chain.caching import find_reply, keep_reply, key_of
from assistant.chain.cancelling import Cancel, run
from assistant.chain.failures import Failure
from assistant.chain.profiles import REMEMBERED, ProfileMemory, Search
from assistant.chain.retrying import CLOCK, Clock, pause_s
from assistant.chain.sending import send
from assistant.chain.settings import ModelSettings
from assistant.chain.spending import EXPECTED_OUTPUT, Spending, nothing
from assistant.chain.streaming import Received
from assistant.errors import ModelError
from assistant.schema.reply import RawReply
from assistant.tokens import Budget, Cost, Prices, Usage

if TYPE_CHECKING:
    from assistant.store.replies import ReplyCache

Message = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply and what it took.

    `usage` is what this call used by the server's count, None where it does not tell, nothing for a reply
    `from_cache`; `cost` None where usage or price is not known. `seconds` are those of the whole call, pauses included.
    """

    reply: RawReply
    usage: Usage | None
    cost: Cost | None
    seconds: float
    from_cache: bool = False


class Options(TypedDict, total=False):
    """What `call` can be given beyond the question."""

    on_text: Callable[[str], None] | None
    cancel: Cancel | None
    budget: Budget | None
    cache: ReplyCache | None
    expected_output: int | tuple[int, int]
    accept: Callable[[RawReply], object] | None
    on_reply: Callable[[Usage | None, Cost | None, bool], None] | None
    prompt_hash: str
    profiles: ProfileMemory
    prices: Prices | None
    clock: Clock


def as_template(messages: Sequence[Message]) -> ChatPromptTemplate:
    """A LangChain template of (role, text) with `{{variables}}`; single braces in the text are plain text.

    LangChain's own `{{...}}` format (mustache) would turn `&` into `&amp;` and a missing variable into nothing; its
    f-string format does neither, given that the text's own braces are doubled first. Values are never templates.

    >>> as_template([("user", 'Say {"a": 1} & {{what}}')]).invoke({"what": "<{b}>"}).to_messages()[0].content
    'Say {"a": 1} & <{b}>'
    """
    return ChatPromptTemplate.from_messages([(role, _f_string(text)) for role, text in messages])


def _f_string(text: str) -> str:
    """`{{name}}` → `{name}`; every other brace doubled."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    return doubled.replace("{{{{", "{").replace("}}}}", "}")


def ask(
    settings: ModelSettings,
    template: ChatPromptTemplate,
    variables: Mapping[str, str],
    schema: Mapping[str, Any],
    **options: Unpack[Options],
) -> Answer:
    """`call`, for a caller in any thread, whether an event loop runs in it or not."""
    # `format_messages`, not `invoke`: every runnable that is invoked reports its input to a tracer, templates included.
    rendered = convert_to_openai_messages(template.format_messages(**variables))
    assert isinstance(rendered, list)
    messages = [(str(message["role"]), str(message["content"])) for message in rendered]

    def asked(cancel: Cancel) -> Coroutine[Any, Any, Answer]:
        given: Options = {**options, "cancel": cancel}
        return call(settings, messages, schema, **given)

    return run(asked, options.get("cancel"))


async def call(
    settings: ModelSettings,
    messages: Sequence[Message],
    schema: Mapping[str, Any],
    *,
    on_text: Callable[[str], None] | None = None,
    cancel: Cancel | None = None,
    budget: Budget | None = None,
    cache: ReplyCache | None = None,
    expected_output: int | tuple[int, int] = EXPECTED_OUTPUT,
    accept: Callable[[RawReply], object] | None = None,
    on_reply: Callable[[Usage | None, Cost | None, bool], None] | None = None,
    prompt_hash: str = "",
    profiles: ProfileMemory = REMEMBERED,
    prices: Prices | None = None,
    clock: Clock = CLOCK,
) -> Answer:
    """One answer to (role, text) messages, asked for as JSON of `schema` in the strictest form that the server takes.

    The reply is as it came: what it holds is the caller's to parse. With `on_text` it is streamed, piece by piece; an
    empty piece says that a try has failed and the text begins anew. `cancel` stops the call and closes its connection.
    `accept` parses the reply and raises `ModelError` for a bad one: only an accepted reply is kept in the `cache`, and
    one in it that is accepted no more is asked for again. `on_reply` hears what each whole reply took, before it is
    accepted or not, and whether it came from the cache. A `budget` has `expected_output` (tokens, thinking included;
    the most, or the fewest and the most) set aside for each try. A fault that may pass by itself is tried again
    `settings.retries` times.

    Raises `ModelError`, one line, for every fault that remains; `BudgetReached` before a budget is passed; `Cancelled`;
    `InputError` for a budget that can't be held, a price file or a store that can't be read.
    """

    async def answered() -> Answer:
        start = clock.tick()
        key = key_of(settings, messages, schema, prompt_hash)
        kept = _accepted(await find_reply(cache, key), accept) if cache is not None else None
        if kept is not None:
            if on_text is not None:
                on_text(kept.content)
            answer = Answer(kept, Usage(0, 0, 0, 0), nothing(budget), clock.tick() - start, from_cache=True)
            if on_reply is not None:
                on_reply(answer.usage, answer.cost, True)
            return answer
        spending = await asyncio.to_thread(Spending, settings, messages, schema, budget, expected_output, prices)
        search = Search(settings, profiles, streams=on_text is not None)
        outcome = await _persistently(settings, messages, schema, search, spending, on_text, clock)
        if isinstance(outcome, Failure):
            raise ModelError(outcome.message)
        cost = spending.cost_of(outcome.usage)
        if on_reply is not None:
            on_reply(outcome.usage, cost, False)
        if accept is not None:
            accept(outcome.reply)
            if cache is not None:
                await keep_reply(cache, key, outcome.reply)
        return Answer(outcome.reply, outcome.usage, cost, clock.tick() - start)

    return await (cancel or Cancel()).guard(answered())


def _accepted(reply: RawReply | None, accept: Callable[[RawReply], object] | None) -> RawReply | None:
    if reply is not None and accept is not None:
        try:
            accept(reply)
        except ModelError:
            return None
    return reply


async def _persistently(
    settings: ModelSettings,
    messages: Sequence[Message],
    schema: Mapping[str, Any],
    search: Search,
    spending: Spending,
    on_text: Callable[[str], None] | None,
    clock: Clock,
) -> Received | Failure:
    """The first try that succeeds, else why none did: of a server that takes no form, what it said of the first."""
    refusal: Failure | None = None
    text = _Text(on_text)
    tries = 1
    while True:
        with spending.reserved() as bill:
            outcome = await send(settings, messages, schema, search.profile, text.hear if on_text else None)
            bill.settle(outcome)
        if isinstance(outcome, Received):
            search.succeed()
            text.hear_whole(outcome.reply.content)
            return outcome
        text.begin_anew()
        if outcome.refused:
            refusal = refusal or outcome
            if search.refuse(outcome.refused):
                continue
            return refusal
        wait_s = pause_s(outcome, tries, settings.longest_wait_s, clock.chance())
        if wait_s is None or tries > settings.retries:
            return outcome
        await clock.sleep(wait_s)
        tries += 1


class _Text:
    """What the caller has heard of the reply so far."""

    def __init__(self, on_text: Callable[[str], None] | None) -> None:
        self._on_text, self._heard = on_text, False

    def hear(self, piece: str) -> None:
        """A piece of it."""
        self._heard = True
        if self._on_text is not None:
            self._on_text(piece)

    def hear_whole(self, text: str) -> None:
        """All of it, where it did not come in pieces."""
        if not self._heard:
            self.hear(text)

    def begin_anew(self) -> None:
        """What was heard is no part of it."""
        if self._heard:
            self.hear("")
            self._heard = False
