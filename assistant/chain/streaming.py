"""A reply in pieces, or in one: chunks → a `Received`. A stream that does not say that it has ended has not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assistant.chain.reply import shown
from assistant.chain.usage import read_usage
from assistant.chain.wire_faults import CutOff, NotAChat, ServerSaid, TooMuch
from assistant.schema.reply import RawReply
from assistant.tokens import Usage

# Ten times what is worth parsing: a model may think aloud before it writes.
MOST_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Received:
    """A whole reply and what it took; `usage` is None where the server does not tell."""

    reply: RawReply
    usage: Usage | None


class StreamReading:
    """Collects the chunks of a stream; `on_text` hears of each piece of the reply as it comes.

    The arguments of a tool call are the reply where there are any.
    """

    def __init__(self, model: str, on_text: Callable[[str], None] | None = None) -> None:
        self._model, self._on_text = model, on_text
        self._content: list[str] = []
        self._arguments: list[str] = []
        self._refusal: list[str] = []
        self._chars = 0
        self._finish: str | None = None
        self._usage: Usage | None = None

    @property
    def began(self) -> bool:
        """Whether a piece of the reply has come."""
        return self._chars > 0

    @property
    def finished(self) -> bool:
        """Whether the server has said that the reply is over; its usage may still follow."""
        return self._finish is not None

    def add(self, chunk: Any) -> None:
        """Raises `ServerSaid`, `NotAChat`, `TooMuch`, and whatever `on_text` raises."""
        if not isinstance(chunk, dict):
            raise NotAChat
        if chunk.get("error"):
            raise ServerSaid(chunk)
        if isinstance(chunk.get("model"), str) and chunk["model"]:
            self._model = chunk["model"]
        self._usage = read_usage(chunk.get("usage")) or self._usage
        choice = _first(chunk.get("choices"))
        if choice is None:
            return
        delta = choice.get("delta")
        if isinstance(delta, dict):
            self._keep(self._refusal, delta.get("refusal"))
            self._keep(self._content, text_of(delta.get("content")), told=True)
            self._keep(self._arguments, arguments_of(delta), told=True)
        if isinstance(choice.get("finish_reason"), str):
            self._finish = choice["finish_reason"]

    def received(self) -> Received:
        """The reply. Raises `CutOff` where its end never came."""
        if self._finish is None:
            raise CutOff
        content = "".join(self._arguments) or "".join(self._content)
        return _received(content, "".join(self._refusal), self._finish, self._model, self._usage)

    def _keep(self, kept: list[str], piece: Any, *, told: bool = False) -> None:
        if not isinstance(piece, str) or not piece:
            return
        kept.append(piece)
        self._chars += len(piece)
        if self._chars > MOST_CHARS:
            raise TooMuch
        if told and self._on_text is not None:
            self._on_text(piece)


def read_whole(body: bytes, model: str) -> Received:
    """The reply in a `chat.completion` object. Raises `NotAChat`, `ServerSaid`, `TooMuch`."""
    try:
        whole = json.loads(body)
    except (ValueError, RecursionError):
        raise NotAChat from None
    if not isinstance(whole, dict):
        raise NotAChat
    if whole.get("error"):
        raise ServerSaid(whole)
    choice = _first(whole.get("choices"))
    message = choice.get("message") if choice else None
    if choice is None or not isinstance(message, dict):
        raise NotAChat
    content = arguments_of(message) or text_of(message.get("content"))
    if len(content) > MOST_CHARS:
        raise TooMuch
    finish, named, refusal = choice.get("finish_reason"), whole.get("model"), message.get("refusal")
    return _received(
        content,
        refusal if isinstance(refusal, str) else "",
        finish if isinstance(finish, str) else None,
        named if isinstance(named, str) and named else model,
        read_usage(whole.get("usage")),
    )


def text_of(content: Any) -> str:
    """The text of a message's content: a string, or a list of parts.

    >>> text_of([{"type": "thinking", "thinking": []}, {"type": "text", "text": "{}"}])
    '{}'
    """
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text"]
        return "".join(part for part in parts if isinstance(part, str))
    return content if isinstance(content, str) else ""


def arguments_of(message: dict[str, Any]) -> str:
    """The arguments of the first tool call in a message or in a piece of one; empty where there are none."""
    call = _first(message.get("tool_calls"))
    function = call.get("function") if call else None
    arguments = function.get("arguments") if isinstance(function, dict) else None
    # Some servers send the arguments parsed.
    return json.dumps(arguments, ensure_ascii=False) if isinstance(arguments, dict) else text_of(arguments)


def _first(items: Any) -> dict[str, Any] | None:
    """The one of index 0: others are alternatives that nobody asked for."""
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and not item.get("index"):
            return item
    return None


def _received(content: str, refusal: str, finish: str | None, model: str, usage: Usage | None) -> Received:
    prompt, completion = (usage.prompt_tokens, usage.completion_tokens) if usage else (None, None)
    return Received(RawReply(content, refusal, finish, shown(model), prompt, completion), usage)
