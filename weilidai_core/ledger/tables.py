"""Journal entries and their postings; the database refuses an entry whose sides differ."""

from datetime import date

from sqlalchemy import BigInteger, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field

from weilidai_core.store.table import Table, check


class JournalEntryRow(Table, table=True):
    """The entry of one event; inserted after its postings, when they must balance."""

    __tablename__ = "journal_entry"
    __table_args__ = (UniqueConstraint("world_id", "seq"),)

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id")
    seq: int
    on: date
    kind: str = Field(max_length=40)


class PostingRow(Table, table=True):
    """One side of an entry: two columns, one of them above zero, never both."""

    __tablename__ = "posting"
    __table_args__ = (
        UniqueConstraint("world_id", "seq", "line"),
        ForeignKeyConstraint(
            ["world_id", "seq"],
            ["journal_entry.world_id", "journal_entry.seq"],
            deferrable=True,
            initially="DEFERRED",
        ),
        check("one_side", "(debit_fen > 0 AND credit_fen = 0) OR (debit_fen = 0 AND credit_fen > 0)"),
    )

    id: int | None = Field(default=None, primary_key=True)
    world_id: int
    seq: int
    line: int
    account: str = Field(max_length=40)
    loan_note: str = Field(max_length=40)
    debit_fen: int = Field(sa_type=BigInteger)
    credit_fen: int = Field(sa_type=BigInteger)
