"""What Yardstick keeps on disk: one SQLite file in a data folder, or a database that `YARDSTICK_STORE` names.

    places       where the store is                              no database is needed to know that
    keys         a question to a model → the key of its reply    the API key is no part of it
    versions     what a document may be; that somebody was faster
    tables       what is kept, in portable types                 migrations/ makes the tables, step by step
    connections  to a file or a server                           what either is set to changes nothing
    opening      opens, makes or brings up to date               a newer program's store is left alone
    replies      the cache of model replies
    profiles     how each server can be asked
    documents    the work of a workspace, version by version     nothing is overwritten unseen
    history      the versions of one document                    autosaves give way, what was asked for does not
    failures     what goes wrong → one line

SQLAlchemy and Alembic are imported when a store is opened, not before:

    with open_store() as store:
        reply = store.replies.find(key)
        store.documents.save("draft", "rocket", {"text": "…"}, expected=0)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.store.failures import StoreError
from assistant.store.keys import ReplyKey, reply_key
from assistant.store.places import StorePlace, find_place
from assistant.store.versions import Document, Outdated, Row, Saved, Version

if TYPE_CHECKING:
    from assistant.store.opening import Store

__all__ = [
    "Document",
    "Outdated",
    "ReplyKey",
    "Row",
    "Saved",
    "StoreError",
    "StorePlace",
    "Version",
    "find_place",
    "open_store",
    "reply_key",
]


def open_store(place: StorePlace | None = None, *, workspace: str = "local") -> Store:
    """The store at a place (default: where the environment says), made or brought up to date if need be.

    Its documents are those of the workspace, and of no other. Close it, or use it in a `with`. Threads may share it; a
    forked process opens its own. Raises `StoreError` for a place that can't be used and for a store that a newer
    Yardstick made; that one is left as it is. `InputError` for a workspace whose name can't be one.
    """
    from assistant.store.opening import open_at

    return open_at(place or find_place(), workspace)
