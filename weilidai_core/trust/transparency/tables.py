"""The log in the database: its leaves, the hash of every complete subtree, its checkpoints; salts apart.

All of it is append-only but the head, which only counts on, and the salts, which erasure may remove.
"""

from sqlalchemy import BigInteger, LargeBinary, UniqueConstraint
from sqlmodel import Field

from weilidai_core.store.table import Table, check


class LogHeadRow(Table, table=True):
    """The one row that says how far the log has come; `peaks` are its complete subtrees, from the left."""

    __tablename__ = "log_head"
    __table_args__ = (check("only_one", "id = 1"), check("size_not_negative", "size >= 0"))

    id: int = Field(primary_key=True)
    origin: str = Field(max_length=60)
    public_key: str = Field(max_length=44)
    size: int = Field(sa_type=BigInteger)
    peaks: bytes = Field(sa_type=LargeBinary)


class LogLeafRow(Table, table=True):
    """One leaf: 32 bytes that say nothing by themselves, and the place in a world that they are about."""

    __tablename__ = "log_leaf"
    __table_args__ = (
        UniqueConstraint("world_id", "seq", "kind"),
        check("leaf_not_negative", "leaf >= 0"),
    )

    # Given by the log, never by the database: it counts without a gap.
    leaf: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    entry: bytes = Field(sa_type=LargeBinary)
    world_id: int | None = Field(default=None, foreign_key="world.id")
    seq: int
    kind: str = Field(max_length=40)


class LogNodeRow(Table, table=True):
    """The hash of one complete subtree; level 0 are the leaves' own hashes."""

    __tablename__ = "log_node"

    level: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    place: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    hash: bytes = Field(sa_type=LargeBinary)


class LogSaltRow(Table, table=True):
    """What stands before a leaf's text in its digest; without it nobody can say what the leaf is about."""

    __tablename__ = "log_salt"

    leaf: int = Field(
        primary_key=True,
        sa_type=BigInteger,
        foreign_key="log_leaf.leaf",
        sa_column_kwargs={"autoincrement": False},
    )
    salt: bytes = Field(sa_type=LargeBinary, repr=False)


class LogReuseRow(Table, table=True):
    """That a rebuilt world stands on a leaf of the world it was rebuilt from, instead of having its own."""

    __tablename__ = "log_reuse"
    __table_args__ = (UniqueConstraint("world_id", "seq", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id")
    seq: int
    kind: str = Field(max_length=40)
    leaf: int = Field(sa_type=BigInteger, foreign_key="log_leaf.leaf")


class LogCheckpointRow(Table, table=True):
    """A signed checkpoint that was handed out."""

    __tablename__ = "log_checkpoint"
    __table_args__ = (UniqueConstraint("size", "public_key"),)

    id: int | None = Field(default=None, primary_key=True)
    size: int = Field(sa_type=BigInteger)
    public_key: str = Field(max_length=44)
    note: str
