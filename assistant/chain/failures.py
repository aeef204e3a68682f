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

import httpx2
import openai

from assistant.chain.refusals import Refused, refused_part
from assistant.chain.reply import shown
from assistant.chain.settings import CONNECT_S, ModelSettings, host_of
from assistant.chain.wire_faults import CutOff, ServerSaid, Slow, TooMuch

_ADDRESS = "Check OPENAI_BASE_URL: it usually ends in /v1."


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed call: the line to show, and what may be tried before showing it.

    `passing` says that the same call may succeed later, after `asked_s` where the server asks for a pause; `refused`
    what the server may have stumbled over that is not the words; `charged` that the call may have to be paid for
    although its reply was lost.
    """

    message: str
    passing: bool = False
    asked_s: float | None = None
    refused: Refused = ""
    charged: bool = False


def explain(error: Exception, settings: ModelSettings, content_type: str = "", *, began: bool = False) -> Failure:
    """The failure behind `error`; `content_type` is that of the answer, empty where none came.

    `began` says that part of the reply had come.
    """
    host = host_of(settings)
    if isinstance(error, openai.APIStatusError):
        return _status(error, settings)
    if isinstance(error, openai.APITimeoutError):
        return Failure(_slow(host, min(CONNECT_S, settings.timeout_s)))
    if isinstance(error, Slow):
        return _too_slow(error, host)
    if isinstance(error, openai.APIConnectionError | httpx2.HTTPError | CutOff):
        return _connection(error, host, began)
    if isinstance(error, TooMuch):
        return Failure(
            f"{host} sent far more than any copy is long; the rest was not read. Try again, or use another model.",
            charged=True,
        )
    if isinstance(error, ServerSaid | openai.APIError):
        return _reported(error.body, settings)
    if "html" in content_type:
        return Failure(f"{host} answered with a web page, not with a model's reply. {_ADDRESS}")
    return Failure(f"{host} answered, but not as a chat-completions server does. {_ADDRESS}", charged=True)


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
    refused = refused_part(status, error.param, f"{error.code} {error.message}")
    if status == 404 and not refused:
        about_model = error.code == "model_not_found" or "model" in says.lower()
        if about_model:
            return Failure(f"{host} has no model {model} (404). Name another with --model or YARDSTICK_MODEL.")
        return Failure(f"{host} has no chat completions at this address (404). {_ADDRESS}")
    if error.code == "content_filter":
        return Failure(f"The content filter of {host} rejects the request ({status}). Change the brief or the model.")
    if status == 413 or (status == 400 and _too_long(error)):
        return Failure(f"The request is longer than {model} takes ({status}). Shorten the facts or the persona.")
    if refused or status in {400, 422}:
        return Failure(f"{host} rejected the request ({status}){says}. Use another model.", refused=refused)
    if 300 <= status < 400:
        return Failure(f"{host} points to another address ({status}), which is not followed. {_ADDRESS}")
    if status not in {408, 409} and status < 500:
        return Failure(f"{host} rejected the request ({status}){says}. {_ADDRESS}")
    asked_s = retry_after_s(error.response.headers, time.time())
    return Failure(f"{host} has a fault of its own ({status}){says}. Try again in a while.", True, asked_s)


def _rate_limit(error: openai.APIStatusError, host: str) -> Failure:
    # Servers mark a used-up quota as retryable, but no pause refills it.
    used_up = "insufficient_quota" in (error.code, error.type) or "exceeded your current quota" in error.message
    if used_up or error.status_code == 402:
        code = error.status_code
        return Failure(f"The quota of this API key at {host} is used up ({code}). Waiting won't help: see its billing.")
    asked_s = retry_after_s(error.response.headers, time.time())
    if asked_s is None:
        return Failure(f"{host} gets too many calls with this key (429). Try again in a minute.", True)
    return Failure(f"{host} asks for a pause of {_duration(asked_s)} (429). Try again after that.", True, asked_s)


def _slow(host: str, seconds: float) -> str:
    return (
        f"{host} did not answer within {seconds:g} s. "
        "Try again, use a faster model, or set YARDSTICK_TIMEOUT_S to more seconds."
    )


def _too_slow(error: Slow, host: str) -> Failure:
    if error.wait == "first word":
        return Failure(_slow(host, error.seconds), charged=True)
    if error.wait == "next word":
        line = f"{host} stopped in the middle of its reply: nothing came for {error.seconds:g} s. Try again."
        return Failure(line, passing=True, charged=True)
    line = f"The reply of {host} was not complete after {error.seconds:g} s. Use a faster model, or set "
    return Failure(line + "YARDSTICK_TIMEOUT_S to more seconds.", charged=True)


def _reported(body: Any, settings: ModelSettings) -> Failure:
    """An error that comes under status 200."""
    inner = body.get("error", body) if isinstance(body, dict) else body
    told = " ".join(str(inner.get(key)) for key in ("code", "type")) if isinstance(inner, dict) else ""
    passing = any(word in told for word in ("429", "500", "502", "503", "529", "overloaded", "server_error"))
    passing = passing and "quota" not in told
    line = f"{host_of(settings)} answered with an error{_says(body, settings)}. Try again, or use another model."
    return Failure(line, passing, charged=True)


def _connection(error: Exception, host: str, began: bool) -> Failure:
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
        return Failure(f"{host} can't be reached. Check the network connection and OPENAI_BASE_URL.", True)
    when = "in the middle of its reply" if began else "before it had answered"
    return Failure(f"{host} broke off {when}. Try again.", True, charged=True)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that led to it; a host with several addresses fails once for each."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        current = waiting.pop(0)
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        waiting.append(current.__cause__ or current.__context__)
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)


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


def _duration(seconds: float) -> str:
    return f"{math.ceil(seconds)} s" if seconds < 120 else f"{math.ceil(seconds / 60)} min"
