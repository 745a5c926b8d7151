"""Connections of both databases, prepared so that the laws of `engine` hold for each."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError

# Writers take turns, and a turn takes milliseconds: who waits for so long stands behind one that is stuck.
LONGEST_WAIT_MS = 10_000
# A writer that has not said a word for so long in the middle of a turn is put out, and the next one goes on.
LONGEST_SILENCE_MS = 60_000
CONNECTIONS_KEPT = 32


def identity(engine: Engine) -> tuple[int, int] | None:
    """Which file a SQLite database is; (0, 0) where it is gone, None where there is none."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or name == ":memory:":
        return None
    try:
        found = Path(name).stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def connected(url: str) -> Engine:
    """The engine for an address. Raises `ArgumentError` and what SQLAlchemy raises for a wrong one."""
    if url.startswith("postgres"):
        url = url.replace("postgres://", "postgresql://", 1).replace(
            "postgresql://", "postgresql+psycopg://", 1
        )
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
        event.listen(engine, "connect", _prepare_postgresql)
        return engine
    if not url.startswith("sqlite"):
        raise ArgumentError("neither SQLite nor PostgreSQL")
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
        # As many as pages run at once: one more would be opened, prepared and closed for a single reading.
        pool_size=CONNECTIONS_KEPT,
        pool_use_lifo=True,
    )
    if engine.url.database and engine.url.database != ":memory:":
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    # Without a limit a writer would wait for ever. One that an operator has set counts.
    limits = {"lock_timeout": LONGEST_WAIT_MS, "idle_in_transaction_session_timeout": LONGEST_SILENCE_MS}
    for name, milliseconds in limits.items():
        connection.execute(
            "SELECT set_config(%s, %s, false) WHERE current_setting(%s) = '0'",
            (name, str(milliseconds), name),
        )
    connection.commit()


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # pysqlite would begin transactions behind our back; we begin them ourselves below.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={LONGEST_WAIT_MS}",
        "journal_mode=WAL",
        "foreign_keys=ON",
        # Else INSERT OR REPLACE would remove a row without asking the trigger that forbids it.
        "recursive_triggers=ON",
        "synchronous=FULL",
        "trusted_schema=OFF",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    synchronous = options.get("weilidai_writes")
    if synchronous is None:
        if options.get("weilidai_begins", True):
            connection.exec_driver_sql("BEGIN")
        return
    # The connection may have served the other kind of write before.
    if connection.info.get("synchronous") != synchronous:
        connection.exec_driver_sql(f"PRAGMA synchronous={synchronous}")
        connection.info["synchronous"] = synchronous
    connection.exec_driver_sql("BEGIN IMMEDIATE")
