"""Consents: the texts that can be agreed to, word for word, and every answer with the text it is to.

Revision ID: 0006
"""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

from weilidai_core.apply.consent import DOCUMENTS, document_text
from weilidai_core.store.guards import append_only, installing
from weilidai_core.vault.key_ring import make_ring
from weilidai_core.vault.sealing import Seal

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

APPEND_ONLY = ("consent_text", "consent")


def upgrade() -> None:
    op.create_table(
        "consent_text",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("document", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=20), nullable=False),
        sa.Column("lang", sa.String(length=2), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_consent_text_digest_is_sha256")),
        sa.CheckConstraint("lang IN ('zh', 'en')", name=op.f("ck_consent_text_language_known")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_consent_text")),
        sa.UniqueConstraint(
            "document", "version", "lang", name=op.f("uq_consent_text_document_version_lang")
        ),
    )
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["text_sha256"], ["consent_text.sha256"], name=op.f("fk_consent_text_sha256")
        ),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_consent_world_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sa.UniqueConstraint("world_id", "seq", name=op.f("uq_consent_world_id_seq")),
    )
    connection = op.get_bind()
    dialect = connection.dialect.name
    for statement in installing(dialect, append_only(dialect, APPEND_ONLY)):
        op.execute(statement)
    _keep_what_was_answered(connection)


def _keep_what_was_answered(connection: sa.Connection) -> None:
    """The answers of existing worlds, from their histories; their texts are those still in force."""
    event, key = (
        _table("event", "world_id", "seq", "on", "kind", "body"),
        _table("world_key", "world_id", "sealed"),
    )
    answered = connection.execute(
        sa.select(event, key.c.sealed)
        .join_from(event, key, event.c.world_id == key.c.world_id)
        .where(event.c.kind.in_(("consent-given", "consent-refused")), key.c.sealed.is_not(None))
        .order_by(event.c.world_id, event.c.seq)
    ).all()
    if not answered:
        return
    texts = _texts()
    connection.execute(sa.insert(_table("consent_text", *texts[0])), texts)
    known, ring = {text["sha256"] for text in texts}, make_ring()
    for row in answered:
        seal = Seal(ring.unwrap(row.sealed, place=f"world_key.sealed:{row.world_id}"))
        body = json.loads(seal.open(row.body, place=f"event.body:{row.world_id}:{row.seq}"))
        if body["sha256"] in known:
            kept = {"world_id": row.world_id, "seq": row.seq, "on": row.on, "text_sha256": body["sha256"]}
            given = row.kind == "consent-given"
            connection.execute(sa.insert(_table("consent", *kept, "given")).values(**kept, given=given))


def _texts() -> list[dict[str, str]]:
    return [
        {
            "sha256": hashlib.sha256(document_text(terms.document, lang=lang).encode()).hexdigest(),
            "document": terms.document.value,
            "version": terms.version,
            "lang": lang,
            "body": document_text(terms.document, lang=lang),
        }
        for terms in DOCUMENTS
        for lang in ("zh", "en")
    ]


def _table(name: str, *columns: str) -> sa.TableClause:
    typed = {"on": sa.Date()}
    return sa.table(name, *(sa.column(column, typed.get(column)) for column in columns))


def downgrade() -> None:
    raise RuntimeError("an answer is kept: to be without this table would be to lose it")
