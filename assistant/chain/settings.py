"""Which model is asked, where, and for how long. Read from the environment; knows nothing of LangChain or OpenAI."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from assistant.errors import InputError

OPENAI_URL = "https://api.openai.com/v1"

# It answers without a thinking phase, so a draft arrives in seconds and well inside the time-out, and it keeps to a
# JSON Schema. YARDSTICK_MODEL, OPENAI_MODEL or --model name another.
DEFAULT_MODEL = "gpt-4.1"

# The client's own default is ten minutes: nobody waits so long in front of a screen.
TIMEOUT_S = 60.0

# Where no connection comes about within this time, none will.
CONNECT_S = 10.0

# A model that writes pauses for a second or two; one that has paused for so long has stopped.
STALL_S = 30.0

# No copy takes so long, whatever still trickles in.
TOTAL_S = 600.0

# A pause that somebody in front of a screen will sit through; longer ones are reported instead.
LONGEST_WAIT_S = 10.0

# A server on the user's own machine mostly wants no key, but the client refuses to start without one.
NO_KEY = "none-needed"

_LOCAL_NAMES = ("localhost", "host.docker.internal")


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """One way to a language model. The key never shows in `repr`.

    `timeout_s` bounds the wait for the first word, `stall_s` that for each further one, `total_s` the whole of one
    try. `retries` is how often a call is repeated after a fault that may pass by itself; a server that asks for a pause
    of more than `longest_wait_s` is not waited for. `replay_key` goes before the names of a draft's exchanges
    ("<replay_key>/write", "<replay_key>/repair-1") for a server that records and replays answers (header `x-replay-key`);
    leave it None otherwise. `masks` has names, addresses and numbers of people
    replaced before a text leaves the machine (`assistant.chain.masking`).

    >>> ModelSettings(api_key="sk-secret", base_url="https://api.openai.com/v1", model="gpt-4.1")
    ModelSettings(base_url='https://api.openai.com/v1', model='gpt-4.1', timeout_s=60.0, retries=1, replay_key=None,
    stall_s=30.0, total_s=600.0, longest_wait_s=10.0, masks=True)
    """

    api_key: str = field(repr=False)
    base_url: str
    model: str
    timeout_s: float = TIMEOUT_S
    retries: int = 1
    replay_key: str | None = None
    stall_s: float = STALL_S
    total_s: float = TOTAL_S
    longest_wait_s: float = LONGEST_WAIT_S
    masks: bool = True


def load_settings(env: Mapping[str, str] = os.environ, model: str | None = None) -> ModelSettings | None:
    """Settings from `OPENAI_API_KEY`, `OPENAI_BASE_URL`, `YARDSTICK_MODEL` or `OPENAI_MODEL`, `YARDSTICK_TIMEOUT_S`.

    `YARDSTICK_MASK=off` sends personal data as it stands.

    `model` (the command line's `--model`) beats the environment. Returns None where no model can be asked: there is no
    key, and the address is not that of a server of one's own. Raises `InputError` for an address, a key, a time-out or a
    switch that can't be one.

    >>> load_settings({}) is None
    True
    >>> load_settings({"OPENAI_BASE_URL": "http://localhost:11434/v1", "YARDSTICK_MODEL": "qwen3"}).model
    'qwen3'
    """
    base_url = env.get("OPENAI_BASE_URL", "").strip() or OPENAI_URL
    key = env.get("OPENAI_API_KEY", "").strip()
    host = _host(base_url)
    if not key:
        if not _is_local(host):
            return None
        key = NO_KEY
    if not key.isascii() or not key.isprintable() or " " in key:
        raise InputError("OPENAI_API_KEY holds a character that no key has (a blank, a line break). Copy it again.")
    named = (model or "").strip() or env.get("YARDSTICK_MODEL", "").strip() or env.get("OPENAI_MODEL", "").strip()
    timeout_s = _timeout(env)
    return ModelSettings(
        api_key=key,
        base_url=base_url,
        model=named or DEFAULT_MODEL,
        timeout_s=timeout_s,
        total_s=max(TOTAL_S, 2 * timeout_s),
        masks=_masks(env),
    )


def _masks(env: Mapping[str, str]) -> bool:
    written = env.get("YARDSTICK_MASK", "").strip().lower() or "on"
    if written not in {"on", "off"}:
        raise InputError(f"YARDSTICK_MASK: expected on or off, got {written[:20]!r}.")
    return written == "on"


def describe(settings: ModelSettings) -> str:
    """Model and host for the screen: never the key, nor a name and password inside the address.

    >>> describe(ModelSettings("sk-secret", "https://me:pw@models.example:8443/v1", "gpt-4.1"))
    'gpt-4.1 at models.example:8443'
    """
    return f"{settings.model} at {host_of(settings)}"


def host_of(settings: ModelSettings) -> str:
    """Host, and the port where one is given, as messages name them."""
    return urlsplit(settings.base_url).netloc.rpartition("@")[2]


def is_local(settings: ModelSettings) -> bool:
    """Whether the server is one's own: on this machine or in its own network, so that a call costs nothing.

    >>> is_local(ModelSettings("none-needed", "http://localhost:11434/v1", "qwen3"))
    True
    """
    return _is_local(_host(settings.base_url))


def _host(base_url: str) -> str:
    try:
        parts = urlsplit(base_url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"}:
        # The address itself is not shown: it may hold a password.
        raise InputError("OPENAI_BASE_URL is not a web address. Write it like https://api.openai.com/v1.")
    return host


def _is_local(host: str) -> bool:
    """True for this machine and its own network: loopback, private addresses, names without a dot, `.local`."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host in _LOCAL_NAMES or "." not in host or host.endswith((".localhost", ".local"))
    return address.is_loopback or address.is_private


def _timeout(env: Mapping[str, str]) -> float:
    written = env.get("YARDSTICK_TIMEOUT_S", "").strip()
    if not written:
        return TIMEOUT_S
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 86_400:
        raise InputError(f"YARDSTICK_TIMEOUT_S is {written[:20]!r}: write seconds, like 120.")
    return seconds
