"""The first tables: browsers, worlds, steps, events, drafts, signatures, contracts, loan notes, books.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

from weilidai_core.store.guards import BOOKS, append_only, installing

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# Those of these first tables: a later table brings its own guards with it.
APPEND_ONLY = (
    "event",
    "step",
    "journal_entry",
    "posting",
    "contract",
    "loan_note",
    "authorisation",
    "pin_attempt",
)


def upgrade() -> None:
    op.create_table(
        "browser",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("secret_sha256", sa.String(length=64), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_browser")),
        sa.UniqueConstraint("secret_sha256", name=op.f("uq_browser_secret_sha256")),
    )
    op.create_table(
        "world",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=24), nullable=False),
        sa.Column("browser_id", sa.Integer(), nullable=True),
        sa.Column("persona", sa.String(length=40), nullable=False),
        sa.Column("scenario", sa.String(length=60), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("parent_steps", sa.Integer(), nullable=False),
        sa.CheckConstraint("parent_steps >= 0", name=op.f("ck_world_steps_reused_not_negative")),
        sa.ForeignKeyConstraint(["browser_id"], ["browser.id"], name=op.f("fk_world_browser_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["world.id"], name=op.f("fk_world_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_world")),
        sa.UniqueConstraint("token", name=op.f("uq_world_token")),
    )
    with op.batch_alter_table("world", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_world_browser_id"), ["browser_id"], unique=False)

    op.create_table(
        "authorisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.String(length=40), nullable=False),
        sa.Column("method", sa.String(length=10), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_authorisation_digest_is_sha256")),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_authorisation_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authorisation")),
        sa.UniqueConstraint("world_id", "evidence_id", name=op.f("uq_authorisation_world_id_evidence_id")),
    )
    op.create_table(
        "contract",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_contract_digest_is_sha256")),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_contract_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract")),
        sa.UniqueConstraint("world_id", "number", name=op.f("uq_contract_world_id_number")),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_draft_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("world_id", "form", name=op.f("uq_draft_world_id_form")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_event_seq_from_one")),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_event_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("world_id", "seq", name=op.f("uq_event_world_id_seq")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_world_id"), ["world_id"], unique=False)

    op.create_table(
        "journal_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_journal_entry_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint("world_id", "seq", name=op.f("uq_journal_entry_world_id_seq")),
    )
    op.create_table(
        "pin",
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("argon2", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_pin_world_id")),
        sa.PrimaryKeyConstraint("world_id", name=op.f("pk_pin")),
    )
    op.create_table(
        "pin_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_pin_attempt_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pin_attempt")),
    )
    with op.batch_alter_table("pin_attempt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pin_attempt_world_id"), ["world_id"], unique=False)

    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("request", sa.String(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_step_number_from_one")),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_step_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
        sa.UniqueConstraint("world_id", "key", name=op.f("uq_step_world_id_key")),
        sa.UniqueConstraint("world_id", "number", name=op.f("uq_step_world_id_number")),
    )
    op.create_table(
        "loan_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("contract", sa.String(length=40), nullable=False),
        sa.Column("principal_fen", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("principal_fen > 0", name=op.f("ck_loan_note_principal_positive")),
        sa.ForeignKeyConstraint(
            ["world_id", "contract"],
            ["contract.world_id", "contract.number"],
            name=op.f("fk_loan_note_world_id_contract"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loan_note")),
        sa.UniqueConstraint("world_id", "contract", name=op.f("uq_loan_note_world_id_contract")),
        sa.UniqueConstraint("world_id", "number", name=op.f("uq_loan_note_world_id_number")),
    )
    op.create_table(
        "posting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("loan_note", sa.String(length=40), nullable=False),
        sa.Column("debit_fen", sa.BigInteger(), nullable=False),
        sa.Column("credit_fen", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(debit_fen > 0 AND credit_fen = 0) OR (debit_fen = 0 AND credit_fen > 0)",
            name=op.f("ck_posting_one_side"),
        ),
        sa.ForeignKeyConstraint(
            ["world_id", "seq"],
            ["journal_entry.world_id", "journal_entry.seq"],
            name=op.f("fk_posting_world_id_seq"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posting")),
        sa.UniqueConstraint("world_id", "seq", "line", name=op.f("uq_posting_world_id_seq_line")),
    )

    dialect = op.get_bind().dialect.name
    for statement in installing(dialect, (*append_only(dialect, APPEND_ONLY), *BOOKS)):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("the first tables hold everything; there is nothing before them")
