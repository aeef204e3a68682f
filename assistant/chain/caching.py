"""Replies that were paid for once. Only whole ones are kept, and only when the caller has accepted them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from assistant.chain.settings import ModelSettings
from assistant.schema.reply import RawReply
from assistant.store import ReplyKey, StoreError, reply_key

if TYPE_CHECKING:
    from assistant.store.replies import ReplyCache

# A forced tool call ends with either.
_WHOLE = {"stop", "tool_calls"}


def key_of(
    settings: ModelSettings, messages: Sequence[tuple[str, str]], schema: Mapping[str, Any], prompt_hash: str
) -> ReplyKey:
    """The key of a question. A recording may hold several answers to one question, under names of its own."""
    sampling = {"replay_key": settings.replay_key} if settings.replay_key else {}
    return reply_key(settings.model, settings.base_url, messages, schema, sampling, prompt_hash)


async def find_reply(cache: ReplyCache, key: ReplyKey) -> RawReply | None:
    """The reply to this question, if it was kept. Raises `StoreError`, before any money is spent."""
    return await asyncio.to_thread(cache.find, key)


async def keep_reply(cache: ReplyCache, key: ReplyKey, reply: RawReply) -> None:
    """Keeps a whole reply. A store that can't be written does not take it from the caller who has paid for it."""
    if reply.finish_reason in _WHOLE and reply.content and not reply.refusal:
        with suppress(StoreError):
            await asyncio.to_thread(cache.save, key, reply)
