"""Alembic's environment: runs inside the program's own transaction, on either engine."""

from alembic import context
from sqlalchemy import engine_from_config, pool

from weilidai_core.schema import SCHEMA

config = context.config


def run(connection):
    """Run the migrations on an open connection."""
    context.configure(connection=connection, target_metadata=SCHEMA, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = config.attributes.get("connection")
if given is not None:
    run(given)
else:
    engine = engine_from_config(config.get_section(config.config_ini_section) or {}, poolclass=pool.NullPool)
    with engine.begin() as connection:
        run(connection)
