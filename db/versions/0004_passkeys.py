"""Passkeys, and the challenges that were spent on them.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

from weilidai_core.store.guards import append_only, installing

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

APPEND_ONLY = ("passkey", "spent_challenge")


def upgrade() -> None:
    op.create_table(
        "passkey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("credential_id", sa.String(length=1400), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_passkey_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("world_id", "credential_id", name=op.f("uq_passkey_world_id_credential_id")),
    )
    op.create_table(
        "spent_challenge",
        sa.Column("challenge", sa.String(length=64), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("evidence_id", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.CheckConstraint("length(challenge) = 64", name=op.f("ck_spent_challenge_challenge_is_sha256")),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_spent_challenge_world_id")),
        sa.PrimaryKeyConstraint("challenge", name=op.f("pk_spent_challenge")),
    )
    with op.batch_alter_table("spent_challenge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_spent_challenge_world_id"), ["world_id"], unique=False)
    dialect = op.get_bind().dialect.name
    for statement in installing(dialect, append_only(dialect, APPEND_ONLY)):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("a spent challenge must stay spent: to be without this table would be to forget it")
