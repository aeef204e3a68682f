"""Run by Alembic: on opening with the connection of the store, from Alembic's command line with one of its own."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from assistant.store.places import find_place
from assistant.store.tables import VERSION_TABLE, Base


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        version_table=VERSION_TABLE,
        # SQLite changes a column by making the table anew.
        render_as_batch=True,
        # A database may be shared with other programs.
        include_name=lambda name, kind, _: kind != "table" or name in Base.metadata.tables,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _migrate(given)
else:
    from assistant.store.opening import connect_to_migrate

    with connect_to_migrate(find_place()) as own:
        _migrate(own)
