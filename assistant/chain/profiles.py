"""What a server can do: in which form it can be asked for JSON, and whether it streams. Found by trying, remembered."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol, cast, get_args

from assistant.chain.refusals import Refused
from assistant.chain.settings import ModelSettings
from assistant.store import StoreError

Form = Literal["json_schema", "tool", "json_object", "plain"]
Streaming = Literal["usage", "bare", "none"]

# Strictest first.
FORMS: tuple[Form, ...] = get_args(Form)

# Models take it for the name of what they make.
_NAME = "copy"


@dataclass(frozen=True, slots=True)
class Profile:
    """A way to ask: the form of the reply, and streaming with the usage told at the end, without it, or none at all."""

    form: Form = "json_schema"
    streaming: Streaming = "usage"

    def form_fields(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """The request's fields that ask for the form; none for plain text.

        >>> Profile("json_object").form_fields({})
        {'response_format': {'type': 'json_object'}}
        """
        if self.form == "json_schema":
            named = {"name": _NAME, "strict": True, "schema": dict(schema)}
            return {"response_format": {"type": "json_schema", "json_schema": named}}
        if self.form == "tool":
            function = {"name": _NAME, "strict": True, "parameters": dict(schema)}
            return {
                "tools": [{"type": "function", "function": function}],
                "tool_choice": {"type": "function", "function": {"name": _NAME}},
            }
        return {"response_format": {"type": "json_object"}} if self.form == "json_object" else {}

    def stream_fields(self) -> dict[str, Any]:
        """The request's fields that ask for a stream."""
        if self.streaming == "none":
            return {"stream": False}
        # With an address of one's own, LangChain and the client would leave the usage out.
        return {"stream": True} | ({"stream_options": {"include_usage": True}} if self.streaming == "usage" else {})


class ProfileMemory(Protocol):
    """Where profiles are remembered, by address and model: in a store (`Store.profiles`), or in the program."""

    def find(self, base_url: str, model: str) -> tuple[str, str] | None:
        """Form and streaming; None where nothing is known."""

    def save(self, base_url: str, model: str, form: str, streaming: str) -> None:
        """Remembers them in place of what was known."""

    def forget(self, base_url: str, model: str) -> None:
        """Forgets what was known."""


class ProcessMemory:
    """Profiles remembered until the program ends."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[str, str]] = {}
        self._lock = threading.Lock()

    def find(self, base_url: str, model: str) -> tuple[str, str] | None:
        """See `ProfileMemory`."""
        with self._lock:
            return self._known.get((base_url, model))

    def save(self, base_url: str, model: str, form: str, streaming: str) -> None:
        """See `ProfileMemory`."""
        with self._lock:
            self._known[base_url, model] = (form, streaming)

    def forget(self, base_url: str, model: str) -> None:
        """See `ProfileMemory`."""
        with self._lock:
            self._known.pop((base_url, model), None)

    def clear(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._known.clear()


REMEMBERED = ProcessMemory()


class Search:
    """The search for a way that a server takes, one refusal at a time. What is remembered is tried first.

    A store that can't be read or written only makes the search longer.
    """

    def __init__(self, settings: ModelSettings, memory: ProfileMemory, *, streams: bool) -> None:
        self._settings, self._memory, self._streams = settings, memory, streams
        self._known = self._recall()
        self._best = self._known or Profile()
        self._refused: set[Form] = set()
        self._last_resort = False

    @property
    def profile(self) -> Profile:
        """The way to try now."""
        return self._best if self._streams else replace(self._best, streaming="none")

    def refuse(self, refused: Refused) -> bool:
        """Notes a refusal of the present way; whether there is another one left."""
        if not refused:
            return False
        if self._known == self._best:
            self._forget()
        if refused != "form":
            return self._without_streaming("bare" if refused == "stream_options" else "none")
        self._refused.add(self._best.form)
        left = [form for form in FORMS if form not in self._refused]
        if left and not self._last_resort:
            self._best = replace(self._best, form=left[0])
            return True
        # A server that names nothing may have meant the stream all the while.
        if self._last_resort or not self._without_streaming("none"):
            return False
        self._last_resort = True
        self._best = replace(self._best, form=FORMS[0])
        return True

    def succeed(self) -> None:
        """The present way is one that the server takes."""
        if self._best != self._known:
            with suppress(StoreError):
                self._memory.save(self._settings.base_url, self._settings.model, self._best.form, self._best.streaming)

    def _without_streaming(self, streaming: Streaming) -> bool:
        order: tuple[Streaming, ...] = get_args(Streaming)
        if not self._streams or self._best.streaming == "none":
            return False
        # Refused twice over the same option: then it is the stream.
        lesser = max(order.index(streaming), order.index(self._best.streaming) + 1)
        self._best = replace(self._best, streaming=order[lesser])
        return True

    def _recall(self) -> Profile | None:
        with suppress(StoreError):
            form, streaming = self._memory.find(self._settings.base_url, self._settings.model) or ("", "")
            if form in FORMS and streaming in get_args(Streaming):
                return Profile(form, cast(Streaming, streaming))
        return None

    def _forget(self) -> None:
        self._known = None
        with suppress(StoreError):
            self._memory.forget(self._settings.base_url, self._settings.model)
