"""Opening the database: created and migrated at first use, refused when it is newer than the code."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_
from weilidai_core.store.engine import (
    DatabaseAddressUnusable,
    DatabaseNotUsable,
    Store,
    default_url,
    is_outage,
)

# Any number will do, as long as nothing else in the database takes a lock by it.
MIGRATING = 7_245_901

MIGRATIONS = Path(__file__).parents[2] / "db"

_opened: dict[str, Store] = {}
_opening = Lock()


class DatabaseIsNewer(WeilidaiError):
    """Raised when the database was written by a newer version of this program."""

    code = "database-is-newer"
    text = N_("这个数据库来自更新的版本，当前版本不能打开它；里面的内容没有改动。")
    next_step = N_("请升级程序，或者换一个数据库文件。")
    for_operator = True


class DatabaseMissing(WeilidaiError):
    """Raised when a database that should be there is not; nothing is made in its place."""

    code = "database-missing"
    text = N_("这个地址上没有数据库。")
    next_step = N_("请检查地址；先运行一次应用，数据库就会建好。")


def open_existing_store(url: str | None = None) -> Store:
    """The store at `url`, which must be there already. Raises `DatabaseMissing` and as `open_store`."""
    try:
        name = make_url(default_url() if url is None else url)
        there = name.get_backend_name() != "sqlite" or (name.database and Path(name.database).is_file())
    except (ArgumentError, OSError, ValueError) as error:
        raise DatabaseAddressUnusable from error
    if not there:
        raise DatabaseMissing
    return open_store(url)


def open_store(url: str | None = None) -> Store:
    """The store at `url` (default: `default_url()`), migrated; one per address and process.

    Raises `DatabaseAddressUnusable`, `DatabaseIsNewer`, `DatabaseNotUsable`, and the refusals of the keys.
    """
    address = default_url() if url is None else url
    with _opening:
        store = _opened.get(address)
        if store is None:
            store = Store(address)
            try:
                if _migrate(store.engine):
                    # It may have sealed what lay open: the old pages still hold it.
                    store.write_over_old_pages()
            except DatabaseError as error:
                if isinstance(error, OperationalError):
                    raise DatabaseNotUsable from error
                if is_outage(error):
                    # A file that is there, but is no database.
                    raise DatabaseAddressUnusable from error
                raise
            except (TypeError, ValueError) as error:
                # No path, no number or no setting where the address has one.
                raise DatabaseAddressUnusable from error
            with store.engine.connect() as connection:
                store.keys.unlock(connection)
            store.hold_on_to_the_file()
            _opened[address] = store
        return store


def migrations() -> Config:
    """Alembic's configuration, so that the command line and the tests use the same history."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


@contextmanager
def looking(url: str) -> Iterator[Connection]:
    """A plain connection, thrown away afterwards: none of the settings that the app would make."""
    name = make_url(url)
    if name.get_backend_name() == "postgresql":
        name = name.set(drivername="postgresql+psycopg")
    engine = create_engine(name, hide_parameters=True)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _migrate(engine: Engine) -> bool:
    """Bring the database up to date; whether there was anything to do."""
    config = migrations()
    script = ScriptDirectory.from_config(config)
    head = script.get_current_head()
    with engine.connect() as connection:
        has_version = inspect(connection).has_table("alembic_version")
        present = (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if has_version
            else None
        )
    if present == head:
        return False
    if present is not None and present not in {revision.revision for revision in script.walk_revisions()}:
        raise DatabaseIsNewer
    # One write transaction for all of it: two processes that start together take turns.
    with engine.execution_options(weilidai_writes="FULL").begin() as connection:
        if engine.dialect.name == "postgresql":
            # However long another process takes to bring the database up to date.
            connection.execute(text("SET LOCAL lock_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:migrating)"), {"migrating": MIGRATING})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return True
