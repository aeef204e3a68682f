"""How each server can be asked, as it was found by trying. Of addresses and models it holds hashes alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from assistant.store.keys import server_key
from assistant.store.replies import INSERTS
from assistant.store.tables import ProfileRow

if TYPE_CHECKING:
    from assistant.store.opening import Store


def _now() -> datetime:
    return datetime.now(UTC)


class ServerProfiles:
    """Form and streaming by address and model. Threads and processes may use one store at once.

    What the words mean is the caller's affair. Every method raises `StoreError` where the store can't be read or
    written, and `InputError` for an address without a host.
    """

    def __init__(self, store: Store, now: Callable[[], datetime] = _now) -> None:
        self._store, self._now = store, now

    def find(self, base_url: str, model: str) -> tuple[str, str] | None:
        """Form and streaming; None where nothing is known."""
        asked = select(ProfileRow.form, ProfileRow.streaming).where(ProfileRow.key == server_key(base_url, model))
        with self._store.reading() as connection:
            row = connection.execute(asked).one_or_none()
        return None if row is None else (row.form, row.streaming)

    def save(self, base_url: str, model: str, form: str, streaming: str) -> None:
        """Remembers them in place of what was known."""
        kept = {"form": form, "streaming": streaming, "found_at": self._now()}
        with self._store.writing(durably=False) as connection:
            insert = INSERTS[connection.dialect.name](ProfileRow).values(key=server_key(base_url, model), **kept)
            connection.execute(insert.on_conflict_do_update(index_elements=[ProfileRow.key], set_=kept))

    def forget(self, base_url: str, model: str) -> None:
        """Forgets what was known, if anything was."""
        with self._store.writing(durably=False) as connection:
            connection.execute(delete(ProfileRow).where(ProfileRow.key == server_key(base_url, model)))
