"""Personal data under lock: a key for every world, and what lies open is sealed with it.

Revision ID: 0005
"""

import json

import sqlalchemy as sa
from alembic import op

from weilidai_core.store.guards import KEYS, installing, lifting
from weilidai_core.vault.key_ring import make_ring
from weilidai_core.vault.sealing import Seal, new_key

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Column by column: what is sealed, and the column that names its place within a world.
SEALED = (
    ("event", "body", "seq"),
    ("step", "request", "number"),
    ("draft", "body", "form"),
    ("contract", "text", "number"),
)


def upgrade() -> None:
    op.create_table(
        "vault_key",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_vault_key")),
    )
    op.create_table(
        "world_key",
        sa.Column("world_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.String(length=100), nullable=True),
        sa.Column("erased_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(sealed IS NULL) = (erased_on IS NOT NULL)", name=op.f("ck_world_key_sealed_or_erased")
        ),
        sa.ForeignKeyConstraint(["world_id"], ["world.id"], name=op.f("fk_world_key_world_id")),
        sa.PrimaryKeyConstraint("world_id", name=op.f("pk_world_key")),
    )
    connection = op.get_bind()
    dialect = connection.dialect.name
    for statement in installing(dialect, KEYS):
        op.execute(statement)
    _seal_what_lies_open(connection, dialect)


def _seal_what_lies_open(connection: sa.Connection, dialect: str) -> None:
    worlds = connection.execute(sa.text("SELECT id FROM world ORDER BY id")).scalars().all()
    if not worlds:
        # A new database gets its key with its first world: nothing is made before it is needed.
        return
    ring = make_ring()
    connection.execute(
        sa.text("INSERT INTO vault_key (number, mark) VALUES (:number, :mark)"),
        {"number": ring.newest, "mark": ring.mark(ring.newest)},
    )
    lift, restore = lifting(dialect, ("event", "step", "contract"))
    for statement in lift:
        connection.execute(sa.text(statement))
    for world in worlds:
        key = new_key()
        connection.execute(
            sa.text("INSERT INTO world_key (world_id, sealed) VALUES (:world, :sealed)"),
            {"world": world, "sealed": ring.wrap(key, place=f"world_key.sealed:{world}")},
        )
        _seal_world(connection, world, Seal(key))
    for statement in restore:
        connection.execute(sa.text(statement))


def _seal_world(connection: sa.Connection, world: int, seal: Seal) -> None:
    step = _table("step", "number", "request", "fingerprint")
    for row in connection.execute(sa.select(step).where(step.c.world_id == world)).all():
        # The fingerprint told equal requests by an open digest, from which a phone number could be guessed.
        asked = json.loads(row.request)
        mark = seal.mark(_canonical([asked["kind"], asked["body"]]))
        connection.execute(sa.update(step).where(step.c.id == row.id).values(fingerprint=mark))
    for name, column, place in SEALED:
        table = _table(name, column, place)
        for row in connection.execute(sa.select(table).where(table.c.world_id == world)).mappings().all():
            sealed = seal.close(row[column].encode(), place=f"{name}.{column}:{world}:{row[place]}")
            connection.execute(sa.update(table).where(table.c.id == row["id"]).values({column: sealed}))


def _table(name: str, *columns: str) -> sa.TableClause:
    return sa.table(name, *(sa.column(column) for column in ("id", "world_id", *columns)))


def _canonical(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def downgrade() -> None:
    raise RuntimeError("what is sealed is not laid open again")
