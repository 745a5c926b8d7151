"""The event table: the one append-only history of every world."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from weilidai_core.store.table import Table, check


class EventRow(Table, table=True):
    """One event; never changed and never removed (the database refuses both)."""

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
    body: str
