"""The transparency log: its head, leaves, nodes, salts, what rebuilt worlds stand on, checkpoints.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

from weilidai_core.store.guards import append_only, installing

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

APPEND_ONLY = ("log_leaf", "log_node", "log_reuse", "log_checkpoint")


def upgrade() -> None:
    op.create_table(
        "log_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=60), nullable=False),
        sa.Column("public_key", sa.String(length=44), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("peaks", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_log_head_only_one")),
        sa.CheckConstraint("size >= 0", name=op.f("ck_log_head_size_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_head")),
    )
    op.create_table(
        "log_leaf",
        sa.Column("leaf", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.CheckConstraint("leaf >= 0", name=op.f("ck_log_leaf_leaf_not_negative")),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_log_leaf_world_id")),
        sa.PrimaryKeyConstraint("leaf", name=op.f("pk_log_leaf")),
        sa.UniqueConstraint("world_id", "seq", "kind", name=op.f("uq_log_leaf_world_id_seq_kind")),
    )
    op.create_table(
        "log_node",
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("level", "place", name=op.f("pk_log_node")),
    )
    op.create_table(
        "log_salt",
        sa.Column("leaf", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["leaf"], ["log_leaf.leaf"], name=op.f("fk_log_salt_leaf")),
        sa.PrimaryKeyConstraint("leaf", name=op.f("pk_log_salt")),
    )
    op.create_table(
        "log_reuse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("leaf", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["leaf"], ["log_leaf.leaf"], name=op.f("fk_log_reuse_leaf")),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_log_reuse_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_reuse")),
        sa.UniqueConstraint("world_id", "seq", "kind", name=op.f("uq_log_reuse_world_id_seq_kind")),
    )
    op.create_table(
        "log_checkpoint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("public_key", sa.String(length=44), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_checkpoint")),
        sa.UniqueConstraint("size", "public_key", name=op.f("uq_log_checkpoint_size_public_key")),
    )
    dialect = op.get_bind().dialect.name
    for statement in installing(dialect, append_only(dialect, APPEND_ONLY)):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("a log that could be taken away would be no log")
