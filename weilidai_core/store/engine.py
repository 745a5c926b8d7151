"""The database behind the core, and the one way to read from or write to it.

Law: one transaction per act. On SQLite a write begins with BEGIN IMMEDIATE (a read that later
writes would silently lose other people's updates); on PostgreSQL with a lock on the log's head,
since there is one log and its writers queue.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlmodel import Session

from weilidai_core.basics.remembering import Remembered
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import History
from weilidai_core.events.made_of import forget_what_was_made
from weilidai_core.sentences import N_
from weilidai_core.store.connecting import LONGEST_WAIT_MS, connected, identity
from weilidai_core.store.world_keys import WorldKeys

HISTORIES_KEPT = 512
# How PostgreSQL calls it that a lock was not to be had in time.
LOCK_NOT_AVAILABLE = "55P03"
# And that nothing may be written: a stand-by has taken over, or an operator has set it so.
READ_ONLY = "25006"
VISITS_KEPT = 4096


class DatabaseNotUsable(WeilidaiError):
    """Raised when the database cannot be opened or written: locked, read-only, full or missing."""

    code = "database-not-usable"
    text = N_("数据暂时无法保存，您刚才的操作没有生效，之前的内容都还在。")
    next_step = N_("请稍等片刻再试一次。")
    for_operator = True


class DatabaseBusy(DatabaseNotUsable):
    """Raised when another writer held the database for longer than anybody is made to wait."""

    code = "database-busy"
    text = N_("系统正忙，您刚才的操作没有生效，之前的内容都还在。")
    next_step = N_("请过几秒再试一次。")


class DatabaseGone(DatabaseNotUsable):
    """Raised when the database file has been removed or exchanged under the running program.

    The open connections would go on writing into a file that nobody can find any more.
    """

    code = "database-gone"
    text = N_("找不到原来的数据库文件了，您刚才的操作没有保存。")
    next_step = N_("文件放回原处后可以接着走；换了另一个文件，要重新启动程序。")


class DatabaseAddressUnusable(WeilidaiError):
    """Raised when an address leads to no database; it may hold a password and is not shown."""

    code = "database-address-unusable"
    text = N_("用不了这个数据库地址。")
    next_step = N_("请写成 sqlite:///文件路径，或 postgresql://主机/数据库。")
    field = "database"
    for_operator = True


def default_url() -> str:
    """The database's address: `WEILIDAI_DATABASE_URL`, or a SQLite file under `var/`."""
    return os.environ.get("WEILIDAI_DATABASE_URL") or "sqlite:///var/weilidai.sqlite3"


class Store:
    """One opened database; safe to share between threads."""

    def __init__(self, url: str) -> None:
        """Open `url`; nothing is created or migrated here (see `open_store`).

        Raises `DatabaseAddressUnusable`.
        """
        self.url = url
        try:
            self.engine = connected(url)
        except (ArgumentError, ImportError, OSError, TypeError, ValueError) as error:
            raise DatabaseAddressUnusable from error
        self.keys = WorldKeys()
        self._writes = self.engine.execution_options(weilidai_writes="FULL")
        self._notes = self.engine.execution_options(weilidai_writes="NORMAL")
        self._reads = self.engine
        self._looks = self.engine.execution_options(weilidai_begins=False)
        if self.engine.dialect.name == "postgresql":
            # One snapshot for all of its queries, as a SQLite read transaction has by itself.
            self._reads = self.engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
            self._looks = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._histories: Remembered[int, History] = Remembered(HISTORIES_KEPT)
        # Which world a browser may enter never changes once it is written.
        self.visits: Remembered[tuple[str, str], Any] = Remembered(VISITS_KEPT)
        self._file: tuple[int, int] | None = None
        # SQLite lets those who wait for a turn sleep longer and longer; here the next one starts at once.
        self._turn = Lock() if self.engine.dialect.name == "sqlite" else None

    def hold_on_to_the_file(self) -> None:
        """Remember which file this is, once it is there; from now on no other is taken for it."""
        self._file = identity(self.engine)

    def _check_the_file(self) -> None:
        if self._file is not None and identity(self.engine) != self._file:
            raise DatabaseGone

    @contextmanager
    def writing(self, *, waits_for_disk: bool = True) -> Iterator[Session]:
        """A session in one write transaction: commits at the end, rolls back on any exception.

        Without `waits_for_disk` it outlives a killed program all the same; only when the machine itself
        fails may the last of such commits be missing. Made for typing, which comes with every slider step.

        Raises `DatabaseNotUsable` when the database refuses to open or commit the transaction, and its
        `DatabaseBusy` when another writer was in the way for `LONGEST_WAIT_MS`.
        """
        self._check_the_file()
        engine = self._writes if waits_for_disk else self._notes
        try:
            with self._taking_turns(), self._session(engine) as session, session.begin():
                if engine.dialect.name == "postgresql":
                    session.connection().execute(text("LOCK TABLE log_head IN EXCLUSIVE MODE"))
                    if not waits_for_disk:
                        session.connection().execute(text("SET LOCAL synchronous_commit TO off"))
                yield session
        except (DatabaseError, NoConnectionFree) as error:
            if is_outage(error):
                raise (DatabaseBusy if _is_busy(error) else DatabaseNotUsable) from error
            raise

    @contextmanager
    def reading(self, *, once: bool = False) -> Iterator[Session]:
        """A session for reading one consistent state; nothing it changes is kept.

        `once` is for a single query, which sees one state by itself: no transaction is begun for it.

        Raises `DatabaseNotUsable` when the database cannot be read.
        """
        self._check_the_file()
        try:
            with self._session(self._looks if once else self._reads) as session:
                yield session
        except (DatabaseError, NoConnectionFree) as error:
            if is_outage(error):
                raise (DatabaseBusy if _is_busy(error) else DatabaseNotUsable) from error
            raise

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=LONGEST_WAIT_MS / 1000):
            raise DatabaseBusy
        try:
            yield
        finally:
            self._turn.release()

    def _session(self, engine: Engine) -> Session:
        # What is written or read through a session is sealed or opened with this store's keys.
        return Session(engine, expire_on_commit=False, info={"keys": self.keys})

    def remembered(self, world_id: int) -> History:
        """The part of a world's history that this process has already read (committed events only)."""
        return self._histories.get(world_id, ())

    def remember(self, world_id: int, history: History) -> None:
        """Keep a committed history; it only ever grows, so a longer one is always the newer one."""
        self._histories.put(world_id, history, unless=lambda kept: len(kept) > len(history))

    def forget(self, world_id: int) -> None:
        """Forget what was remembered of a world that was erased, and whatever was made of any history."""
        self._histories.drop(lambda known, _: known == world_id)
        self.visits.drop(lambda _, world: world.id == world_id)
        forget_what_was_made()

    def write_over_old_pages(self) -> bool:
        """Leave nothing in the database's files of what was removed; False while someone still reads it.

        SQLite overwrites what is deleted (secure_delete) and here empties its log; PostgreSQL drops the dead
        rows of the tables concerned.
        """
        if self.engine.dialect.name == "postgresql":
            with self.engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT")
                connection.exec_driver_sql("VACUUM world_key, vault_key, draft, pin")
            return True
        with closing(self.engine.raw_connection()) as raw, closing(raw.cursor()) as cursor:
            cursor.execute("PRAGMA busy_timeout=2000")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            cursor.execute("PRAGMA busy_timeout=10000")
        return not busy

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def is_outage(error: DatabaseError | NoConnectionFree) -> bool:
    """Whether the database itself failed, rather than a constraint refusing wrong data."""
    return _sqlstate(error) == READ_ONLY or error.__class__.__name__ in {
        "OperationalError",
        "InterfaceError",
        "DatabaseError",
        "TimeoutError",
    }


def _sqlstate(error: DatabaseError | NoConnectionFree) -> str:
    # What PostgreSQL calls it; nothing where another database or the pool failed.
    return getattr(error.orig, "sqlstate", None) or "" if isinstance(error, DatabaseError) else ""


def _is_busy(error: DatabaseError | NoConnectionFree) -> bool:
    cause = error.orig if isinstance(error, DatabaseError) else None
    if isinstance(cause, sqlite3.Error):
        # The low byte is the kind; the rest says where it came about.
        return cause.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    return isinstance(error, NoConnectionFree) or _sqlstate(error) == LOCK_NOT_AVAILABLE
