"""What went wrong on the way to a model → one line: what happened, and what to do next. Never the key."""

from __future__ import annotations

import email.utils
import math
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import openai

from assistant.chain.reply import shown
from assistant.chain.settings import ModelSettings, host_of

# A pause that somebody in front of a screen will sit through; longer ones are reported instead.
LONGEST_WAIT_S = 10.0
_PAUSE_S = 1.0

_ADDRESS = "Check OPENAI_BASE_URL: it usually ends in /v1."


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed call: the line to show, and what may be tried before showing it.

    `wait_s` is the pause after which the same call may succeed, None where repeating it is no use; `form_refused` says
    that the server may have stumbled over the form asked for, not over the words.
    """

    message: str
    wait_s: float | None = None
    form_refused: bool = False


def explain(error: Exception, settings: ModelSettings, content_type: str) -> Failure:
    """The failure behind `error`; `content_type` is that of the answer, empty where none came."""
    host = host_of(settings)
    if isinstance(error, openai.APIStatusError):
        return _status(error, settings)
    if isinstance(error, openai.APITimeoutError):
        return Failure(
            f"{host} did not answer within {settings.timeout_s:g} s. "
            "Try again, use a faster model, or set YARDSTICK_TIMEOUT_S to more seconds."
        )
    if isinstance(error, openai.APIConnectionError):
        return _connection(error, host)
    if "html" in content_type:
        return Failure(f"{host} answered with a web page, not with a model's reply. {_ADDRESS}")
    if isinstance(error, RuntimeError) and "Tracer" in str(error):
        return Failure("LANGCHAIN_TRACING or LANGCHAIN_HANDLER asks for a tracer that is gone. Unset it.")
    reported = error.args[0] if error.args else None
    if isinstance(reported, dict):
        return Failure(f"{host} answered with an error{_says(reported, settings)}. Try again, or use another model.")
    return Failure(f"{host} answered, but not as a chat-completions server does. {_ADDRESS}")


def redacted(line: str, settings: ModelSettings) -> str:
    """`line` without the key: some servers repeat it in their complaints."""
    # Made-up keys of local servers ("none", "ollama") are words, and no secret.
    return line.replace(settings.api_key, "***") if len(settings.api_key) > 6 else line


def retry_after_s(headers: Mapping[str, str], now_s: float) -> float | None:
    """Seconds to wait by `Retry-After` (seconds or a date) or `retry-after-ms`; None where the server names none.

    >>> retry_after_s({"retry-after": "20"}, 0.0)
    20.0
    >>> retry_after_s({"retry-after": "Thu, 01 Jan 1970 00:01:00 GMT"}, 0.0)
    60.0
    >>> retry_after_s({"retry-after": "soon"}, 0.0) is None
    True
    """
    for name, divisor in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        written = headers.get(name)
        if written is None:
            continue
        try:
            seconds = float(written) / divisor
        except ValueError:
            parsed = email.utils.parsedate_tz(written)
            seconds = email.utils.mktime_tz(parsed) - now_s if parsed else math.nan
        if math.isfinite(seconds):
            return max(0.0, seconds)
    return None


def _status(error: openai.APIStatusError, settings: ModelSettings) -> Failure:
    host, model, status = host_of(settings), settings.model, error.status_code
    says = _says(error.body, settings)
    if status in {402, 429}:
        return _rate_limit(error, host)
    if status == 401:
        return Failure(f"{host} does not accept the API key (401). Check OPENAI_API_KEY.")
    if status == 403:
        return Failure(f"{host} does not let this key use {model} (403){says}. Ask for access, or use another model.")
    if status == 404:
        about_model = error.code == "model_not_found" or "model" in says.lower()
        if about_model:
            return Failure(f"{host} has no model {model} (404). Name another with --model or YARDSTICK_MODEL.")
        return Failure(f"{host} has no chat completions at this address (404). {_ADDRESS}")
    if status == 413 or (status == 400 and _too_long(error)):
        return Failure(f"The request is longer than {model} takes ({status}). Shorten the facts or the persona.")
    if status in {400, 422}:
        return Failure(f"{host} rejected the request ({status}){says}. Use another model.", form_refused=True)
    if 300 <= status < 400:
        return Failure(f"{host} points to another address ({status}), which is not followed. {_ADDRESS}")
    if status not in {408, 409} and status < 500:
        return Failure(f"{host} rejected the request ({status}){says}. {_ADDRESS}")
    asked = retry_after_s(error.response.headers, time.time())
    wait_s = _PAUSE_S if asked is None else asked
    return Failure(f"{host} has a fault of its own ({status}){says}. Try again in a while.", _bearable(wait_s))


def _rate_limit(error: openai.APIStatusError, host: str) -> Failure:
    # Servers mark a used-up quota as retryable, but no pause refills it.
    used_up = "insufficient_quota" in (error.code, error.type) or "exceeded your current quota" in error.message
    if used_up or error.status_code == 402:
        code = error.status_code
        return Failure(f"The quota of this API key at {host} is used up ({code}). Waiting won't help: see its billing.")
    asked = retry_after_s(error.response.headers, time.time())
    if asked is None:
        return Failure(f"{host} gets too many calls with this key (429). Try again in a minute.", _PAUSE_S)
    return Failure(f"{host} asks for a pause of {_duration(asked)} (429). Try again after that.", _bearable(asked))


def _connection(error: openai.APIConnectionError, host: str) -> Failure:
    causes = list(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Failure(f"There is no server named {host}. Check OPENAI_BASE_URL and the network connection.")
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            why = shown(getattr(cause, "verify_message", "") or cause.reason or "TLS fault").lower().replace("_", " ")
            return Failure(
                f"No secure connection to {host} ({why}). "
                "Check that OPENAI_BASE_URL begins with https:// only where the server speaks it, and its certificate."
            )
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return Failure(f"Nothing answers at {host} (connection refused). Start the server, or check OPENAI_BASE_URL.")
    if any(isinstance(cause, OSError) and not isinstance(cause, ConnectionError) for cause in causes):
        return Failure(f"{host} can't be reached. Check the network connection and OPENAI_BASE_URL.", _PAUSE_S)
    return Failure(f"{host} broke off before it had answered. Try again.", _PAUSE_S)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _says(body: Any, settings: ModelSettings) -> str:
    """The server's own words, short, or nothing; as a rule they stand in `error.message`."""
    inner = body.get("error", body) if isinstance(body, dict) else body
    if isinstance(inner, dict):
        inner = inner.get("message") or inner.get("detail")
    if not isinstance(inner, str) or not inner.strip() or inner.lstrip().startswith("<"):
        return ""
    return f': "{shown(redacted(inner, settings))}"'


def _too_long(error: openai.APIStatusError) -> bool:
    message = error.message.lower()
    return error.code == "context_length_exceeded" or "context length" in message or "context window" in message


def _bearable(wait_s: float | None) -> float | None:
    return wait_s if wait_s is not None and wait_s <= LONGEST_WAIT_S else None


def _duration(seconds: float) -> str:
    return f"{math.ceil(seconds)} s" if seconds < 120 else f"{math.ceil(seconds / 60)} min"
