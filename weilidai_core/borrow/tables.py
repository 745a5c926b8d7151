"""Contracts and loan notes, one of each per drawdown: the database refuses a second."""

from typing import Annotated

from sqlalchemy import BigInteger, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field

from weilidai_core.borrow.contract import sha256_of
from weilidai_core.store.table import Table, check
from weilidai_core.vault import personal
from weilidai_core.vault.sealing import Seal, SealBroken


class ContractRow(Table, table=True):
    """A contract's exact text (sealed) and its SHA-256; never changed."""

    __tablename__ = "contract"
    __table_args__ = (
        UniqueConstraint("world_id", "number"),
        check("digest_is_sha256", "length(sha256) = 64"),
    )

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id")
    number: str = Field(max_length=40)
    sha256: str = Field(max_length=64)
    text: Annotated[str, personal.CONTRACT_TEXT] = Field(repr=False)


class LoanNoteRow(Table, table=True):
    """A loan note by its number; one contract is paid out once."""

    __tablename__ = "loan_note"
    __table_args__ = (
        UniqueConstraint("world_id", "number"),
        UniqueConstraint("world_id", "contract"),
        ForeignKeyConstraint(["world_id", "contract"], ["contract.world_id", "contract.number"]),
        check("principal_positive", "principal_fen > 0"),
    )

    id: int | None = Field(default=None, primary_key=True)
    world_id: int
    number: str = Field(max_length=40)
    contract: str = Field(max_length=40)
    principal_fen: int = Field(sa_type=BigInteger)


def opened_text(row: ContractRow, seal: Seal) -> str:
    """A contract's exact text. Raises `SealBroken`."""
    return seal.open(row.text, place=f"contract.text:{row.world_id}:{row.number}").decode()


def is_as_drawn_up(row: ContractRow, seal: Seal) -> bool:
    """Whether a contract's text is the one of its SHA-256; one that cannot be opened is not."""
    try:
        return sha256_of(opened_text(row, seal)) == row.sha256
    except SealBroken:
        return False
