"""The cache of model replies: the same question is paid for once. It holds no question, and no key to any model."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assistant.schema.reply import RawReply
from assistant.store.failures import StoreError
from assistant.store.keys import ReplyKey
from assistant.store.tables import ReplyRow

if TYPE_CHECKING:
    from assistant.store.opening import Store

# Both have INSERT … ON CONFLICT, each with a statement of its own in SQLAlchemy.
INSERTS: dict[str, Callable[..., Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

_LARGEST = 2**63 - 1


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ReplySummary:
    """What the cache holds and has spared. `oldest` and `newest` (UTC) are None where it holds nothing."""

    replies: int
    uses: int
    spared_tokens: int
    oldest: datetime | None
    newest: datetime | None


class ReplyCache:
    """Replies by what was asked. Threads and processes may use one store at once.

    Every method raises `StoreError` where the store can't be read or written. `now` tells the time, with its zone.
    """

    def __init__(self, store: Store, now: Callable[[], datetime] = _now) -> None:
        self._store, self._now = store, now

    def find(self, key: ReplyKey) -> RawReply | None:
        """The reply to this question, counted as one more use; None if it was never asked."""
        columns = (
            ReplyRow.content,
            ReplyRow.refusal,
            ReplyRow.finish_reason,
            ReplyRow.reply_model,
            ReplyRow.prompt_tokens,
            ReplyRow.completion_tokens,
        )
        with self._store.reading() as connection:
            row = connection.execute(select(*columns).where(ReplyRow.key == key.digest)).one_or_none()
        if row is None:
            return None
        # A full disk is no reason to pay for the reply again.
        with suppress(StoreError):
            self._count_use(key)
        return RawReply(*row)

    def _count_use(self, key: ReplyKey) -> None:
        used = {"uses": ReplyRow.uses + 1, "last_used": self._now()}
        with self._store.writing(durably=False) as connection:
            connection.execute(update(ReplyRow).where(ReplyRow.key == key.digest).values(used))

    def save(self, key: ReplyKey, reply: RawReply) -> None:
        """Keeps a reply; it is on the disk when this returns. An earlier one to the same question gives way to it."""
        kept = {
            "model": key.model,
            "prompt_hash": key.prompt_hash,
            "content": reply.content,
            "refusal": reply.refusal,
            "finish_reason": reply.finish_reason,
            "reply_model": reply.model,
            "prompt_tokens": _countable(reply.prompt_tokens),
            "completion_tokens": _countable(reply.completion_tokens),
            "created_at": self._now(),
            "uses": 0,
            "last_used": None,
        }
        with self._store.writing() as connection:
            insert = INSERTS[connection.dialect.name](ReplyRow).values(key=key.digest, **kept)
            connection.execute(insert.on_conflict_do_update(index_elements=[ReplyRow.key], set_=kept))

    def clear(self, older_than: timedelta | None = None) -> int:
        """Deletes all replies, or those saved longer ago than this; how many there were. Their room is given back."""
        gone = delete(ReplyRow)
        if older_than is not None:
            gone = gone.where(ReplyRow.created_at < self._now() - older_than)
        with self._store.writing() as connection:
            count = connection.execute(gone).rowcount
        if count:
            # The replies are gone; a store that is busy, or too full to be packed, is packed another time.
            with suppress(StoreError):
                self._store.shrink()
        return count

    def size(self) -> int:
        """How many replies there are."""
        with self._store.reading() as connection:
            return connection.execute(select(func.count()).select_from(ReplyRow)).scalar_one()

    def summarize(self) -> ReplySummary:
        """What `yardstick cache show` shows."""
        tokens = func.coalesce(ReplyRow.prompt_tokens, 0) + func.coalesce(ReplyRow.completion_tokens, 0)
        asked = select(
            func.count(),
            func.coalesce(func.sum(ReplyRow.uses), 0),
            func.coalesce(func.sum(ReplyRow.uses * tokens), 0),
            func.min(ReplyRow.created_at),
            func.max(ReplyRow.created_at),
        )
        with self._store.reading() as connection:
            count, uses, spared, oldest, newest = connection.execute(asked).one()
        return ReplySummary(count, int(uses), int(spared), oldest, newest)


def _countable(tokens: int | None) -> int | None:
    """A number of tokens that a table can hold; a server that tells another tells nothing."""
    return tokens if tokens is not None and 0 <= tokens <= _LARGEST else None
