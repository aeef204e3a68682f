"""One request over the wire, one answer back. Everything that LangChain or the client would do by itself (trace,
reroute, follow a redirect, wait, retry, look up a cache, read on for ever) is decided here instead.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import httpx2
import openai
from langchain_openai import ChatOpenAI

from assistant.chain.failures import Failure, explain
from assistant.chain.profiles import Profile
from assistant.chain.settings import CONNECT_S, ModelSettings
from assistant.chain.streaming import Received, StreamReading, read_whole
from assistant.chain.wire_faults import NotAChat, Slow, TooMuch, WireFault

T = TypeVar("T")

# What a stream carries beside the text is some fifty times its length.
_MOST_STREAMED_BYTES = 64 * 2**20
_MOST_BYTES = 4 * 2**20
# A complaint is a line or two; behind a proxy it may be a page.
_MOST_COMPLAINED_BYTES = 2**16

# Once the reply is over, only the usage may follow; some servers then leave the connection open.
_AFTER_END_S = 5.0


async def send(
    settings: ModelSettings,
    messages: Sequence[tuple[str, str]],
    schema: Mapping[str, Any],
    profile: Profile,
    on_text: Callable[[str], None] | None,
) -> Received | Failure:
    """The answer to (role, text) messages, asked for as `profile` says. A cancelled task closes the connection.

    `on_text` is given each piece of a streamed reply; what it raises ends the call.
    """
    reading = StreamReading(settings.model, on_text)
    # A client of our own: its redirects stay off, so that a text never goes to a host that the screen did not name.
    hooks: dict[str, list[Any]] = {"response": [_bound]}
    client = openai.DefaultAsyncHttpxClient(follow_redirects=False, verify=_trust(), event_hooks=hooks)
    content_type: list[str] = []
    try:
        async with asyncio.timeout(settings.total_s), client:
            return await _exchange(settings, messages, schema, profile, client, reading, content_type)
    except TimeoutError:
        return explain(Slow("whole reply", settings.total_s), settings, began=reading.began)
    except (openai.OpenAIError, httpx2.HTTPError, WireFault) as error:
        return explain(error, settings, "".join(content_type), began=reading.began)


async def _exchange(
    settings: ModelSettings,
    messages: Sequence[tuple[str, str]],
    schema: Mapping[str, Any],
    profile: Profile,
    client: httpx2.AsyncClient,
    reading: StreamReading,
    content_type: list[str],
) -> Received:
    chat = _chat_model(settings, client)
    patience = _Patience(settings, reading)
    request = chat.async_client.with_streaming_response.create(
        model=settings.model,
        messages=[{"role": role, "content": text} for role, text in messages],
        # As `response_format` it would pass through the client's own parser, which drops the reply it can't read.
        extra_body=profile.form_fields(schema),
        **profile.stream_fields(),
        # No temperature: reasoning models reject any but their own.
    )
    # Left by hand: what goes wrong in the block must not wait for the rest of the answer.
    response = await patience.wait_for(request.__aenter__())
    try:
        content_type.append(response.headers.get("content-type", "").lower())
        if "text/event-stream" in content_type[-1]:
            stream = openai.AsyncStream(cast_to=object, response=response.http_response, client=chat.root_async_client)
            try:
                async for chunk in patience.each(stream):
                    reading.add(chunk)
            except (openai.APIConnectionError, Slow):
                if not reading.finished:
                    raise
            return reading.received()
        pieces = [piece async for piece in patience.each(response.iter_bytes())]
        return read_whole(b"".join(pieces), settings.model)
    finally:
        await request.__aexit__(None, None, None)


class _Patience:
    """How long each piece of an answer is waited for."""

    def __init__(self, settings: ModelSettings, reading: StreamReading) -> None:
        self._settings, self._reading = settings, reading
        self._first_by = asyncio.get_running_loop().time() + settings.timeout_s

    async def wait_for(self, first: Any) -> Any:
        """The answer's head. Raises `Slow`."""
        try:
            async with asyncio.timeout_at(self._first_by):
                return await first
        except TimeoutError:
            raise Slow("first word", self._settings.timeout_s) from None

    async def each(self, source: AsyncIterator[T]) -> AsyncIterator[T]:
        """The pieces of the answer's body. Raises `Slow`, and `NotAChat` where the client can't read them."""
        until, wait = self._first_by, Slow("first word", self._settings.timeout_s)
        iterator = aiter(source)
        while True:
            try:
                async with asyncio.timeout_at(until):
                    piece = await anext(iterator)
            except StopAsyncIteration:
                return
            except TimeoutError:
                raise wait from None
            except (ValueError, KeyError, TypeError, AttributeError):
                raise NotAChat from None
            yield piece
            seconds = self._settings.stall_s
            if self._reading.finished:
                seconds = min(seconds, _AFTER_END_S)
            until, wait = asyncio.get_running_loop().time() + seconds, Slow("next word", seconds)


class _Bounded(httpx2.AsyncByteStream):
    """A body that ends where it should long have ended by itself: `strictly`, with `TooMuch`."""

    def __init__(self, body: httpx2.AsyncByteStream, most: int, *, strictly: bool) -> None:
        self._body, self._left, self._strictly = body, most, strictly

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._body:
            self._left -= len(part)
            if self._left < 0:
                if self._strictly:
                    raise TooMuch
                return
            yield part

    async def aclose(self) -> None:
        await self._body.aclose()


async def _bound(response: httpx2.Response) -> None:
    streamed = "text/event-stream" in response.headers.get("content-type", "").lower()
    most = _MOST_STREAMED_BYTES if streamed else _MOST_BYTES
    if response.is_error:
        most = _MOST_COMPLAINED_BYTES
    assert isinstance(response.stream, httpx2.AsyncByteStream)
    response.stream = _Bounded(response.stream, most, strictly=not response.is_error)


@cache
def _trust() -> ssl.SSLContext:
    """Whose certificates count. Reading them takes longer than all else that a call does before it is sent."""
    return httpx2.create_ssl_context()


def _chat_model(settings: ModelSettings, client: httpx2.AsyncClient) -> ChatOpenAI:
    async def key() -> str:
        return settings.api_key

    return ChatOpenAI(
        model=settings.model,
        # From a key at hand LangChain would make a synchronous client as well, with certificates of its own.
        api_key=key,
        # Always explicit: without it LANGSMITH_GATEWAY or OPENAI_API_BASE would choose the server.
        base_url=settings.base_url,
        # How long an answer is waited for is decided piece by piece.
        timeout=openai.Timeout(None, connect=min(CONNECT_S, settings.timeout_s)),
        # The client would sleep up to two minutes on Retry-After, and retries a used-up quota.
        max_retries=0,
        # A small packed body may unpack into one of any size.
        default_headers={"accept-encoding": "identity"}
        | ({"x-replay-key": settings.replay_key} if settings.replay_key else {}),
        http_async_client=client,
        # OPENAI_PROXY would clash with the client; HTTPS_PROXY and its kin work as everywhere.
        openai_proxy=None,
        # Otherwise LangChain warns of proxies on behalf of a synchronous client that nobody here uses.
        http_socket_options=(),
        use_responses_api=False,
        cache=False,
    )
