"""A question to a model → the key under which its reply is kept. Pure; the API key is no part of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from assistant.errors import InputError

# Counted up when the making of keys changes: earlier replies are then no longer found.
_FORM = 1

_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class ReplyKey:
    """What was asked: its SHA-256 in hexadecimal, the model that was asked for, the version of the prompt."""

    digest: str
    model: str
    prompt_hash: str


def reply_key(
    model: str,
    base_url: str,
    messages: Sequence[tuple[str, str]],
    schema: Mapping[str, Any],
    sampling: Mapping[str, Any],
    prompt_hash: str = "",
) -> ReplyKey:
    """The key of a question. Of the address only host and port count: a name, a password, a path leave no trace.

    `messages` are (role, text) as rendered; the order in `schema` counts, since models write in it; the order in
    `sampling` does not. `prompt_hash` names the prompt's version and is kept beside the reply; what a prompt says is in
    the messages. Raises `InputError` for an address without a host.

    >>> key = reply_key("m", "https://me:pw@host.example/v1", [("user", "Hello")], {}, {"temperature": 0.2, "seed": 1})
    >>> key == reply_key("m", "https://HOST.example:443", [("user", "Hello")], {}, {"seed": 1, "temperature": 0.2})
    True
    >>> key == reply_key("m", "https://host.example/v1", [("user", "Hello!")], {}, {"seed": 1, "temperature": 0.2})
    False
    """
    asked = [
        _FORM,
        model,
        _host(base_url),
        [[role, text] for role, text in messages],
        schema,
        sorted(sampling.items()),
    ]
    # ASCII: half a surrogate pair has no bytes in UTF-8.
    written = json.dumps(asked, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return ReplyKey(hashlib.sha256(written.encode("ascii")).hexdigest(), model, prompt_hash)


def server_key(base_url: str, model: str) -> str:
    """The key of a model at an address: SHA-256, hexadecimal. The path counts here, and only as part of the hash.

    Raises `InputError` for an address without a host.

    >>> server_key("https://me:pw@host.example/v1/", "m") == server_key("https://HOST.example:443/v1", "m")
    True
    >>> server_key("https://host.example/v1", "m") == server_key("https://host.example/v2", "m")
    False
    """
    named = json.dumps([_FORM, _host(base_url), urlsplit(base_url).path.rstrip("/"), model])
    return hashlib.sha256(named.encode("ascii")).hexdigest()


def _host(base_url: str) -> str:
    try:
        parts = urlsplit(base_url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host:
        # The address itself is not shown: it may hold a password.
        raise InputError("The model's address has no host. Write it like https://api.openai.com/v1.")
    return f"{host}:{port or _PORTS.get(parts.scheme, 0)}"
