"""Signed papers: each file by its SHA-256, and which world has it as which paper.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

from weilidai_core.store.guards import append_only, installing

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = ("paper_file", "signed_paper")


def upgrade() -> None:
    op.create_table(
        "paper_file",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_paper_file_digest_is_sha256")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_paper_file")),
    )
    op.create_table(
        "signed_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("data_sha256", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.CheckConstraint("length(data_sha256) = 64", name=op.f("ck_signed_paper_data_digest_is_sha256")),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_signed_paper_world_id")),
        sa.ForeignKeyConstraint(["sha256"], ["paper_file.sha256"], name=op.f("fk_signed_paper_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signed_paper")),
        sa.UniqueConstraint("world_id", "kind", "number", name=op.f("uq_signed_paper_world_id_kind_number")),
    )
    dialect = op.get_bind().dialect.name
    for statement in installing(dialect, append_only(dialect, APPEND_ONLY)):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("a signed paper is kept: to be without this table would be to lose it")
