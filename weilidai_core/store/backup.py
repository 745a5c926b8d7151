"""备份与恢复: one file that holds everything, taken while the app runs, and a database made from it.

SQLite copies itself page by page, as of one moment. PostgreSQL is copied by its own programs, pg_dump
and pg_restore, which have to be as new as the server. Neither ever writes over something that is there.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import URL, inspect, make_url
from sqlalchemy.exc import ArgumentError

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_
from weilidai_core.store.engine import DatabaseAddressUnusable, DatabaseNotUsable, Store
from weilidai_core.store.opening import open_existing_store


class BackupTargetTaken(WeilidaiError):
    """Raised when there is something already where a back-up or a restored database is to go."""

    code = "backup-target-taken"
    text = N_("目标位置已经有内容了，没有覆盖它。")
    next_step = N_("请换一个位置，或者先把原来的移走。")


class BackupUnreadable(WeilidaiError):
    """Raised when a file is no back-up, or a damaged one; nothing has been restored."""

    code = "backup-unreadable"
    text = N_("这个文件不是完好的备份，什么都没有恢复。")
    next_step = N_("请检查路径，或者换一份备份。")


class PostgresProgramMissing(WeilidaiError):
    """Raised when PostgreSQL's own program for copying is not on this machine."""

    code = "postgres-program-missing"
    text = N_("这台机器上没有 {program}，PostgreSQL 要用它来备份和恢复。")
    next_step = N_("请安装与服务器同版本的 PostgreSQL 客户端。")


class PostgresProgramFailed(WeilidaiError):
    """Raised when PostgreSQL's own program gave up; `said` is the end of what it said."""

    code = "postgres-program-failed"
    text = N_("{program} 没有成功：{said}")
    next_step = N_("请检查数据库是否可用，客户端是否不低于服务器的版本。")


def back_up(url: str, *, to: Path) -> None:
    """Copy the database at `url`, as it is at one moment, into a new file; the app may go on meanwhile.

    Raises `BackupTargetTaken`, `DatabaseMissing`, `DatabaseNotUsable`, and the two of PostgreSQL.
    """
    if to.exists():
        raise BackupTargetTaken
    store = open_existing_store(url)
    half = to.with_name(f"{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        if store.engine.dialect.name == "sqlite":
            _copy(Path(str(store.engine.url.database)), half)
        else:
            _run("pg_dump", store.engine.url, "--format=custom", "--no-owner", f"--file={half}")
        # A name appears only when all of it is there; a link never replaces a file, as a rename would.
        os.link(half, to)
    except FileExistsError as error:
        raise BackupTargetTaken from error
    except (OSError, sqlite3.Error) as error:
        raise DatabaseNotUsable from error
    finally:
        with suppress(OSError):
            half.unlink()


def restore(url: str, *, source: Path) -> None:
    """Make the database at `url` from a back-up; there must be none there yet.

    Raises `BackupUnreadable`, `BackupTargetTaken`, `DatabaseAddressUnusable`, and as `open_store`.
    """
    if not source.is_file():
        raise BackupUnreadable
    try:
        name = make_url(url)
    except ArgumentError as error:
        raise DatabaseAddressUnusable from error
    if name.get_backend_name() == "sqlite":
        _restore_file(Path(name.database or ""), source)
        return
    store = Store(url)
    try:
        with store.reading() as session:
            taken = inspect(session.connection()).get_table_names()
        if taken:
            raise BackupTargetTaken
        _run("pg_restore", store.engine.url, "--no-owner", "--single-transaction", str(source))
    finally:
        store.close()


def _restore_file(file: Path, source: Path) -> None:
    if not file.name:
        raise DatabaseAddressUnusable
    if any(file.with_name(f"{file.name}{end}").exists() for end in ("", "-wal", "-shm")):
        raise BackupTargetTaken
    half = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _copy(source, half)
        os.link(half, file)
    except sqlite3.Error as error:
        raise BackupUnreadable from error
    except FileExistsError as error:
        raise BackupTargetTaken from error
    except OSError as error:
        raise DatabaseNotUsable from error
    finally:
        with suppress(OSError):
            half.unlink()


def _copy(source: Path, to: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as kept,
        closing(sqlite3.connect(to)) as made,
    ):
        kept.backup(made)
        # One file that stands for itself: no log beside it that could be forgotten.
        made.execute("PRAGMA journal_mode=DELETE")
        if (
            made.execute("PRAGMA integrity_check").fetchone() != ("ok",)
            or not made.execute("SELECT count(*) FROM sqlite_master WHERE name = 'event'").fetchone()[0]
        ):
            raise sqlite3.DatabaseError("no whole back-up")


def _run(program: str, url: URL, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise PostgresProgramMissing(program=program)
    # The password goes by the environment: a command line can be read by everyone on the machine.
    secret = {"PGPASSWORD": url.password} if url.password else {}
    address = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    # Two programs by their fixed names, and an address that the operator gave.
    ran = subprocess.run(  # noqa: S603
        [found, f"--dbname={address}", *arguments],
        env={**os.environ, **secret, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise PostgresProgramFailed(program=program, said=ran.stderr.strip()[-300:])
