"""Signed papers: the file's bytes by their SHA-256, and which world has it as which paper. Never changed."""

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlmodel import Field

from weilidai_core.store.table import Table, check


class PaperFileRow(Table, table=True):
    """A signed file, whole; worlds rebuilt from one another share it."""

    __tablename__ = "paper_file"
    __table_args__ = (check("digest_is_sha256", "length(sha256) = 64"),)

    sha256: str = Field(primary_key=True, max_length=64)
    content: bytes = Field(sa_type=LargeBinary, repr=False)


class SignedPaperRow(Table, table=True):
    """That a world has a paper of this kind and number: it is signed once."""

    __tablename__ = "signed_paper"
    __table_args__ = (
        UniqueConstraint("world_id", "kind", "number"),
        check("data_digest_is_sha256", "length(data_sha256) = 64"),
    )

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id")
    kind: str = Field(max_length=40)
    number: str = Field(max_length=40)
    data_sha256: str = Field(max_length=64)
    sha256: str = Field(foreign_key="paper_file.sha256", max_length=64)
