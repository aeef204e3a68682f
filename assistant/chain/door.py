"""The one place from which a language model is called. Everything that LangChain or the client would do by itself
(trace, reroute, stream, follow a redirect, wait, retry, look up a cache) is decided here instead.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import langsmith
import openai
from langchain_core.messages import BaseMessage
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from assistant.chain.failures import Failure, explain
from assistant.chain.reply import RawReply, shown
from assistant.chain.settings import ModelSettings
from assistant.errors import ModelError

# LangChain's advice on a rejected response_format is to call LangChain otherwise; here the next form is tried instead.
warnings.filterwarnings(
    "ignore", message=r"(This model does not support|Invalid schema for) OpenAI's structured output"
)

# Where no connection comes about within this time, none will.
_CONNECT_S = 10.0

# What a server that is none, or half one, makes the client stumble over.
_STUMBLES = (openai.OpenAIError, ValueError, KeyError, TypeError, IndexError, AttributeError, RuntimeError)


def as_template(messages: Sequence[tuple[str, str]]) -> ChatPromptTemplate:
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
    settings: ModelSettings, template: ChatPromptTemplate, variables: Mapping[str, str], schema: Mapping[str, Any]
) -> RawReply:
    """One answer, asked for as JSON of `schema`; where the server rejects that, as any JSON object.

    A fault that may pass by itself is tried again `settings.retries` times, after the pause that the server asks for.
    Raises `ModelError`, one line, for every fault that remains.
    """
    # `format_messages`, not `invoke`: every runnable that is invoked reports its input to a tracer, templates included.
    messages = template.format_messages(**variables)
    strict = {"type": "json_schema", "json_schema": {"name": "copy", "strict": True, "schema": dict(schema)}}
    outcome = _patiently(settings, messages, strict)
    if isinstance(outcome, Failure) and outcome.form_refused:
        outcome = _patiently(settings, messages, {"type": "json_object"})
    if isinstance(outcome, Failure):
        raise ModelError(outcome.message)
    return outcome


def _patiently(settings: ModelSettings, messages: list[BaseMessage], form: Mapping[str, Any]) -> RawReply | Failure:
    outcome = _once(settings, messages, form)
    for _ in range(settings.retries):
        if isinstance(outcome, RawReply) or outcome.wait_s is None:
            break
        time.sleep(outcome.wait_s)
        outcome = _once(settings, messages, form)
    return outcome


def _once(settings: ModelSettings, messages: list[BaseMessage], form: Mapping[str, Any]) -> RawReply | Failure:
    content_types: list[str] = []

    def note(response: _Response) -> None:
        content_types.append(response.headers.get("content-type", "").lower())

    # A client of our own: its redirects stay off, so that a text never goes to a host that the screen did not name.
    with openai.DefaultHttpxClient(follow_redirects=False, event_hooks={"response": [note]}) as http_client:
        try:
            with langsmith.tracing_context(enabled=False):
                message = _chat_model(settings, form, http_client).invoke(messages)
        except _STUMBLES as error:
            return explain(error, settings, content_types[-1] if content_types else "")
    return _raw_reply(message, settings)


class _Response(Protocol):
    @property
    def headers(self) -> Mapping[str, str]: ...


def _chat_model(settings: ModelSettings, form: Mapping[str, Any], http_client: Any) -> ChatOpenAI:
    return ChatOpenAI(
        model=settings.model,
        api_key=SecretStr(settings.api_key),
        # Always explicit: without it LANGSMITH_GATEWAY or OPENAI_API_BASE would choose the server.
        base_url=settings.base_url,
        timeout=openai.Timeout(settings.timeout_s, connect=min(_CONNECT_S, settings.timeout_s)),
        # The client would sleep up to two minutes on Retry-After, and retries a used-up quota.
        max_retries=0,
        default_headers={"x-replay-key": settings.replay_key} if settings.replay_key else None,
        http_client=http_client,
        # OPENAI_PROXY would clash with http_client; HTTPS_PROXY and its kin work as everywhere.
        openai_proxy=None,
        # Otherwise LangChain warns of proxies on behalf of an asynchronous client that nobody here uses.
        http_socket_options=(),
        # As `response_format` it would pass through the client's own parser, which drops the reply it can't read.
        extra_body={"response_format": dict(form)},
        use_responses_api=False,
        output_version="v0",
        disable_streaming=True,
        cache=False,
        # No temperature: reasoning models reject any but their own.
    )


def _raw_reply(message: BaseMessage, settings: ModelSettings) -> RawReply:
    usage = getattr(message, "usage_metadata", None) or {}
    told = message.response_metadata
    return RawReply(
        content=str(message.text),
        refusal=str(message.additional_kwargs.get("refusal") or ""),
        finish_reason=told.get("finish_reason"),
        model=shown(str(told.get("model_name") or settings.model)),
        prompt_tokens=usage.get("input_tokens"),
        completion_tokens=usage.get("output_tokens"),
    )
