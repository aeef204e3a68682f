"""Autosaves, and the labels of versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Says of each version whether it is an autosave and what it is called. Those that are there were asked for."""
    # The body stays last, since SQLite reads through it to what comes after; a server does not, and adds in place.
    anew = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table("document_versions", recreate="always" if anew else "never") as versions:
        versions.add_column(
            # A program that has been running since before goes on saving, and knows nothing of autosaves.
            sa.Column("auto", sa.Boolean(), nullable=False, server_default=sa.false()),
            insert_after="size" if anew else None,
        )
        versions.add_column(sa.Column("label", sa.LargeBinary(), nullable=True), insert_after="auto" if anew else None)
