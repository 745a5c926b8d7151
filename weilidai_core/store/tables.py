"""The event table, the one append-only history of every world, and the keys its bodies are sealed with."""

from datetime import date
from typing import Annotated

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from weilidai_core.store.table import Table, check
from weilidai_core.vault import personal


class EventRow(Table, table=True):
    """One event; never changed and never removed (the database refuses both). Its body is sealed."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("world_id", "seq"),
        check("seq_from_one", "seq >= 1"),
    )

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id", index=True)
    seq: int
    step: int
    on: date
    kind: str = Field(max_length=40)
    body: Annotated[str, personal.KNOWN] = Field(repr=False)


class VaultKeyRow(Table, table=True):
    """A key of the ring by its number, and a mark to know it by; the key itself is never here."""

    __tablename__ = "vault_key"

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    mark: str = Field(max_length=32)


class WorldKeyRow(Table, table=True):
    """A world's own key, sealed with the ring; gone for good once the world was erased, on this day."""

    __tablename__ = "world_key"
    __table_args__ = (check("sealed_or_erased", "(sealed IS NULL) = (erased_on IS NOT NULL)"),)

    world_id: int = Field(primary_key=True, foreign_key="world.id", sa_column_kwargs={"autoincrement": False})
    sealed: str | None = Field(default=None, max_length=100, repr=False)
    erased_on: date | None = None
