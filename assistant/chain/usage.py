"""What a server tells of the tokens that it used → `Usage`; None where it tells nothing, or nonsense."""

from __future__ import annotations

from typing import Any

from assistant.tokens import Usage


def read_usage(told: Any) -> Usage | None:
    """The usage in a reply's `usage`, as OpenAI writes it, or DeepSeek its cached tokens.

    >>> read_usage({"prompt_tokens": 11, "completion_tokens": 7, "prompt_tokens_details": {"cached_tokens": 8}})
    Usage(prompt_tokens=11, completion_tokens=7, cached_tokens=8, cache_write_tokens=None)
    >>> read_usage({"prompt_tokens": -1, "completion_tokens": 7}) is None
    True
    """
    if not isinstance(told, dict):
        return None
    prompt, completion = _count(told.get("prompt_tokens")), _count(told.get("completion_tokens"))
    if prompt is None or completion is None:
        return None
    details = told.get("prompt_tokens_details")
    details = details if isinstance(details, dict) else {}
    cached = _count(details.get("cached_tokens"))
    if cached is None:
        cached = _count(told.get("prompt_cache_hit_tokens"))
    try:
        return Usage(prompt, completion, cached, _count(details.get("cache_write_tokens")))
    except ValueError:
        return None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
