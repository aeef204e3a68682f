"""How many tokens a whole request is: its messages, what the chat's format adds, and the reply's schema."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.tokens.counting import Count, base_name, count, is_o200k

# OpenAI Cookbook, "How to count tokens with tiktoken", read on 2026-11-22; an estimate, it says itself. Its example comes
# to what the server counts for gpt-4o and gpt-4o-mini (124), to 1 more for gpt-5-2025-08-07 (110 for 109).
_PER_MESSAGE = 3
_PER_NAME = 1
_PER_REPLY = 3

# Room for other formats: ChatML, Llama 3 and Gemma spend up to 6 on a message, and some put a text of their own in
# front; that of gpt-oss, with its dates and channels, has some 70 tokens.
_PER_MESSAGE_ELSEWHERE = 8
_PREAMBLE = 128

# OpenAI does not say how a schema enters the prompt. Its open format does ("harmony", OpenAI Cookbook, 2025-08-05):
# as JSON below these headings.
_SCHEMA_HEADING = "# Response Formats\n\n## reply\n\n"


def count_messages(messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any] | None, model: str) -> Count:
    """The prompt's tokens for messages (`role`, `content`, `name` if any) and the JSON Schema of the reply, if any.

    Never exact: servers write messages out in formats of their own. For the o200k family it is what OpenAI's Cookbook
    adds up to, and `at_least` the words alone; for others an upper bound as `count` has it, and `at_least` is 0.

    >>> asked = [{"role": "system", "content": "Write one line."}, {"role": "user", "content": "Kettle, 1.7 L"}]
    >>> count_messages(asked, None, "gpt-4.1")
    Count(tokens=23, exact=False, how="estimate: o200k_base and OpenAI's Cookbook for the format", at_least=12)
    """
    known = is_o200k(model)
    own = known and not base_name(model).startswith("gpt-oss")
    parts = [count(text, model) for message in messages for text in message.values()]
    added = sum((_PER_MESSAGE if own else _PER_MESSAGE_ELSEWHERE) + _PER_NAME * ("name" in m) for m in messages)
    if schema is not None:
        parts.append(count(_SCHEMA_HEADING + json.dumps(schema, ensure_ascii=False), model))
    most = sum(part.tokens for part in parts) + added + _PER_REPLY + (0 if own else _PREAMBLE)
    least = sum(count(message.get("content", ""), model).least for message in messages)
    if own and all(part.exact for part in parts):
        how = "estimate: o200k_base and OpenAI's Cookbook for the format"
    elif known and all(part.exact for part in parts):
        how = "estimate: o200k_base, with room for the format"
    else:
        how = "at most: a token for each UTF-8 byte, with room for the format"
    return Count(most, exact=False, how=how, at_least=least)
