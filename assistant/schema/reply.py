"""A language model's reply, as the way to it hears it and the store keeps it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawReply:
    """A reply as it came over the wire, refused or cut off included. Token counts are None where nobody told them."""

    content: str
    refusal: str
    finish_reason: str | None
    model: str
    prompt_tokens: int | None
    completion_tokens: int | None
