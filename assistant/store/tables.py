"""What is kept, in types that SQLite and PostgreSQL share. A change here takes a migration; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    DateTime,
    Dialect,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    String,
    false,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

# The version table's own name, so that a database may be shared with other programs that use Alembic.
VERSION_TABLE = "yardstick_version"


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, aware in Python. SQLite has no time zones: there it is UTC without saying so."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC. Raises `ValueError` for a naive one: nobody knows when that was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Verbatim(TypeDecorator[str]):
    """Text from outside, kept as it is: a database's own text type rejects NUL or half a surrogate pair."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """The text in UTF-8, halves of surrogate pairs included."""
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """The text as it was."""
        return None if value is None else bytes(value).decode("utf-8", "surrogatepass")


class Base(DeclarativeBase):
    """All tables. Constraints have names, since a later migration can only change what it can name."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class ReplyRow(Base):
    """A model's reply to one question. The question itself is not kept: its hash is the key."""

    __tablename__ = "replies"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    model: Mapped[str] = mapped_column(Verbatim)
    prompt_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[str] = mapped_column(Verbatim)
    refusal: Mapped[str] = mapped_column(Verbatim)
    finish_reason: Mapped[str | None] = mapped_column(Verbatim)
    reply_model: Mapped[str] = mapped_column(Verbatim)
    prompt_tokens: Mapped[int | None] = mapped_column(BigInteger)
    completion_tokens: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    uses: Mapped[int] = mapped_column(Integer)
    last_used: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ProfileRow(Base):
    """The way to ask a model at an address. Neither name is kept: an address may hold a secret."""

    __tablename__ = "profiles"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    form: Mapped[str] = mapped_column(String(32))
    streaming: Mapped[str] = mapped_column(String(32))
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DocumentRow(Base):
    """Which version of a document is its newest. Whoever changes this row has the right to the next version.

    What a list shows stands here too: joined with the versions it would cost the square of what there is, where
    PostgreSQL has not counted the rows yet.
    """

    __tablename__ = "documents"

    workspace: Mapped[str] = mapped_column(String(255), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    id: Mapped[str] = mapped_column(String(255), primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    deleted: Mapped[bool] = mapped_column(Boolean)
    name: Mapped[str] = mapped_column(Verbatim)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by: Mapped[str] = mapped_column(Verbatim)
    size: Mapped[int] = mapped_column(Integer)


class VersionRow(Base):
    """One version of a document: its body as JSON in UTF-8, or none where the document was deleted.

    `auto` where nobody asked for it; a label where somebody wants to find it again.
    """

    __tablename__ = "document_versions"
    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "kind", "id"],
            ["documents.workspace", "documents.kind", "documents.id"],
            name="fk_document_versions_document",
        ),
    )

    workspace: Mapped[str] = mapped_column(String(255), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    id: Mapped[str] = mapped_column(String(255), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Verbatim)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by: Mapped[str] = mapped_column(Verbatim)
    size: Mapped[int] = mapped_column(Integer)
    auto: Mapped[bool] = mapped_column(Boolean, server_default=false())
    label: Mapped[str | None] = mapped_column(Verbatim)
    # Last, so that SQLite can read the others without it.
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
