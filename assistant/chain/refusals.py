"""A rejected request → which part of it the server does not know: the form asked for, streaming, or neither."""

from __future__ import annotations

import re
from typing import Literal

Refused = Literal["", "form", "stream_options", "stream"]

_OPTIONS = re.compile(r"stream_options|include_usage")
_STREAM = re.compile(r"\bstream(?:ing|ed)?\b")
_FORM = re.compile(
    r"response_format|json_schema|json_object|json schema|structured output|\btools?\b|tool_choice|tool_use"
    r"|function call|grammar"
)
_FORM_FIELDS = ("response_format", "tools", "tool_choice", "text")


def refused_part(status: int, field: str | None, message: str) -> Refused:
    """What a server with this status rejects; `field` is what it names, `message` what it says, both may be missing.

    Statuses 400 and 422 without a word on what is wrong may mean the form. 404, 500 and 501 mean it only where they
    say so.

    >>> refused_part(400, None, "Unrecognized request argument supplied: stream_options")
    'stream_options'
    >>> refused_part(400, None, "bad request"), refused_part(400, "messages", "bad request")
    ('form', '')
    >>> refused_part(500, None, "stream error: INTERNAL_ERROR"), refused_part(500, None, "Failed to parse grammar")
    ('', 'form')
    """
    said = f"{field or ''} {message}".lower()
    if status not in {400, 404, 422, 500, 501}:
        return ""
    if _OPTIONS.search(said):
        return "stream_options"
    if _FORM.search(said):
        return "form"
    # Proxies speak of broken streams under 500, and mean the connection.
    if status != 500 and _STREAM.search(said):
        return "stream"
    if status not in {400, 422} or (field and not field.startswith(_FORM_FIELDS)):
        return ""
    return "form"
