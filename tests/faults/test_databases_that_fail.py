"""A database that is locked, read-only, full, gone or newer: said in words in both languages, nothing lost.

Each fault is brought about for real; where only root can do that, and the test is not root, the nearest
that anyone can do stands in, and says so in its name.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from tests.databases import POSTGRESQL, SQLITE, Databases
from tests.pages.tab import SECRET, Tab
from tests.worlds import hash_of, rows, walked
from weilidai_core.act import act
from weilidai_core.apply.actions import StartApplication
from weilidai_core.audit import audit
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import Step
from weilidai_core.language import translator
from weilidai_core.store import DatabaseNotUsable, Store, connecting, open_store, opening
from weilidai_core.store.engine import DatabaseBusy, DatabaseGone
from weilidai_core.store.opening import DatabaseIsNewer
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World

LANGUAGES = ("zh", "en")
# More acts than could fit into what a full disk may still hold.
ROOM = 40


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte of our own; only root can mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = os.geteuid() == 0 and shutil.which("mount") is not None
    if not mounted or mount("-t", "tmpfs", "-o", "size=1m", "none", str(folder)):
        pytest.skip("only root can mount a disk to fill; the page limit of SQLite stands in for it")
    yield folder
    opened = opening._opened.pop(address(folder), None)
    if opened is not None:
        opened.close()
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def mount(*arguments: str) -> int:
    """Run mount; its exit code."""
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode


def address(folder: Path) -> str:
    """The address of a database in a folder."""
    return f"sqlite:///{folder / 'weilidai.sqlite3'}"


def file_of(store: Store) -> Path:
    """The file of a SQLite store."""
    return Path(str(store.engine.url.database))


def impatient(store: Store) -> Store:
    """The same store, which waits 20 ms for a lock where the product waits ten seconds."""
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=20"))
    return store


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Another program holds the database for as long as the block lasts."""
    if store.engine.dialect.name == POSTGRESQL:
        with store.engine.connect() as other:
            other.execute(text("LOCK TABLE log_head IN EXCLUSIVE MODE"))
            yield
        return
    with closing(sqlite3.connect(file_of(store), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def refused(world: World, kind: type[WeilidaiError] = DatabaseNotUsable) -> None:
    """An act that the database refuses, and that leaves no trace."""
    with pytest.raises(kind) as error:
        act(world, StartApplication(), key="begin")
    for lang in LANGUAGES:
        assert translator(lang).gettext(error.value.text)
        assert translator(lang).gettext(error.value.next_step)


def goes_on(world: World, before: int) -> None:
    """Once the fault is over: what was there is there, and the same act is done now, once."""
    assert len(read_history(world)) == before
    assert not act(world, StartApplication(), key="begin").repeated
    assert audit(world.store).is_clean


def test_a_writer_behind_a_stuck_one_is_told_that_it_is_busy(
    databases: Databases, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "LONGEST_WAIT_MS", 60)
    store = databases.store(engine)
    world = walked(store, until=Step.WALLET)

    with locked(store):
        refused(world, DatabaseBusy)
        # What is only read goes on meanwhile.
        assert len(read_history(world)) == 1

    goes_on(world, 1)


def test_an_operators_own_limit_of_waiting_counts(databases: Databases) -> None:
    store = databases.store(POSTGRESQL)
    world = walked(store, until=Step.WALLET)
    with store.engine.begin() as connection:
        name = store.engine.url.database
        connection.execute(text(f"ALTER DATABASE {name} SET lock_timeout = '50ms'"))
    store.engine.dispose()

    with store.engine.connect() as connection:
        assert connection.execute(text("SHOW lock_timeout")).scalar() == "50ms"
        assert connection.execute(text("SHOW idle_in_transaction_session_timeout")).scalar() == "1min"
    with locked(store):
        refused(world, DatabaseBusy)

    goes_on(world, 1)


def test_a_writer_that_falls_silent_in_its_turn_is_put_out(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "LONGEST_SILENCE_MS", 60)
    store = databases.store(POSTGRESQL)
    world = walked(store, until=Step.WALLET)

    outcome = None
    # The other one says nothing more; that it was put out is told to it when it speaks again.
    with suppress(DBAPIError), locked(store):
        outcome = act(world, StartApplication(), key="begin")

    assert outcome is not None
    assert not outcome.repeated


def test_a_server_that_ends_every_connection(databases: Databases) -> None:
    store = databases.store(POSTGRESQL)
    world = walked(store, until=Step.WALLET)
    other, left = Store(store.url), 1

    def ended(_connection: object) -> None:
        nonlocal left
        if not left:
            return
        left -= 1
        with other.engine.begin() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )

    event.listen(store.engine, "commit", ended)
    refused(world)
    other.close()

    goes_on(world, 1)


def fill(folder: Path) -> None:
    """Leave not a byte on the disk."""
    with (folder / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"0" * 4096)
        except OSError:
            return


def test_the_disk_is_full(small_disk: Path) -> None:
    store = open_store(address(small_disk))
    world = walked(store, until=Step.WALLET)
    fill(small_disk)

    done = 1
    # The log of the database may still have room for an act or two.
    while len(world_events := read_history(world)) < ROOM:
        try:
            act(world, StartApplication(), key=f"begin-{done}")
        except DatabaseNotUsable:
            break
        done += 1
    assert len(world_events) < ROOM, "the disk never filled"
    assert len(read_history(world)) == done

    (small_disk / "filler").unlink()
    before = len(read_history(world))
    assert not act(world, StartApplication(), key="at last").repeated
    assert len(read_history(world)) >= before
    assert audit(store).is_clean


def test_the_disk_is_full_by_the_page_limit_of_sqlite(databases: Databases) -> None:
    store = databases.store(SQLITE)
    world = walked(store, until=Step.WALLET)
    store.engine.dispose()

    def no_page_more(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(store.engine, "connect", no_page_more)
    with pytest.raises(DatabaseNotUsable):
        walked(store, until=Step.SETTLE)
    event.remove(store.engine, "connect", no_page_more)
    store.engine.dispose()

    goes_on(world, 1)


def test_a_disk_that_has_become_read_only(small_disk: Path) -> None:
    store = open_store(address(small_disk))
    world = walked(store, until=Step.WALLET)
    store.engine.dispose()
    assert mount("-o", "remount,ro", str(small_disk)) == 0

    refused(world)

    assert mount("-o", "remount,rw", str(small_disk)) == 0
    goes_on(world, 1)


def test_a_postgresql_that_has_become_read_only(databases: Databases) -> None:
    store = databases.store(POSTGRESQL)
    world = walked(store, until=Step.WALLET)
    name = store.engine.url.database
    with store.engine.begin() as connection:
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
    store.engine.dispose()

    refused(world)

    with store.engine.begin() as connection:
        connection.execute(text("SET TRANSACTION READ WRITE"))
        connection.execute(text(f"ALTER DATABASE {name} RESET default_transaction_read_only"))
    store.engine.dispose()
    goes_on(world, 1)


def test_a_file_that_cannot_be_written(databases: Databases, tmp_path: Path) -> None:
    store = databases.store(SQLITE)
    world = walked(store, until=Step.WALLET)
    store.engine.dispose()
    # A root account may write anything; for it the connection itself is made one that only reads.
    if os.geteuid() == 0:
        only_reads: Callable[..., object] = lambda connection, _: connection.execute("PRAGMA query_only=ON")  # noqa: E731
        event.listen(store.engine, "connect", only_reads)
    file_of(store).chmod(0o444)

    refused(world)

    file_of(store).chmod(0o644)
    if os.geteuid() == 0:
        event.remove(store.engine, "connect", only_reads)
    store.engine.dispose()
    goes_on(world, 1)


def test_a_file_that_is_taken_away_while_running_is_missed_at_once(databases: Databases) -> None:
    store = databases.store(SQLITE)
    world = walked(store, until=Step.WALLET)
    file, away = file_of(store), file_of(store).with_suffix(".away")
    names = [file.with_name(f"{file.name}{end}") for end in ("", "-wal", "-shm")]
    there = [name for name in names if name.exists()]
    for name in there:
        name.rename(away.with_name(f"{away.name}{name.name.removeprefix(file.name)}"))

    refused(world, DatabaseGone)
    # Nothing is made in its place: an empty database would look as if everything had been lost.
    assert not file.exists()

    for name in there:
        away.with_name(f"{away.name}{name.name.removeprefix(file.name)}").rename(name)
    goes_on(world, 1)


def test_a_file_that_was_exchanged_while_running_is_not_taken_for_the_old_one(databases: Databases) -> None:
    store, other = databases.store(SQLITE), databases.store(SQLITE)
    world = walked(store, until=Step.WALLET)
    other.close()
    file_of(store).rename(file_of(store).with_suffix(".away"))
    shutil.copyfile(file_of(other), file_of(store))

    refused(world, DatabaseGone)

    assert rows(Store(other.url))["event"] == 0


FAULTS: dict[str, Callable[[Store], object]] = {
    "gone": lambda store: file_of(store).rename(file_of(store).with_suffix(".away")),
    "newer": lambda store: make_newer(store),
    "damaged": lambda store: make_letter(store),
}


def make_newer(store: Store) -> None:
    """Let a newer version of the program have opened the database, and this one start again."""
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opening._opened.pop(store.url).close()


def make_letter(store: Store) -> None:
    """Put something else in the file's place, and let the program start again."""
    opening._opened.pop(store.url).close()
    file_of(store).write_text("Dear applicant, " * 100)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_person_is_told_inside_the_frame_with_an_id_to_quote(
    databases: Databases,
    monkeypatch: pytest.MonkeyPatch,
    no_browser: None,
    fault: str,
    lang: str,
) -> None:
    store = databases.store(SQLITE)
    monkeypatch.setenv("WEILIDAI_DATABASE_URL", store.url)
    world = walked(store, until=Step.WALLET, secret=SECRET)
    FAULTS[fault](store)

    words = Tab(world, lang=lang).run().words

    kinds: dict[str, type[WeilidaiError]] = {
        "gone": DatabaseGone,
        "newer": DatabaseIsNewer,
        "damaged": opening.DatabaseAddressUnusable,
    }
    assert translator(lang).gettext(kinds[fault].text) in words
    assert {"zh": "错误编号", "en": "Error number"}[lang] in words
    opening._opened.pop(store.url, None)


def test_an_outage_in_the_middle_is_said_beside_the_button_and_the_click_can_be_made_again(
    databases: Databases, monkeypatch: pytest.MonkeyPatch, no_browser: None
) -> None:
    store = impatient(databases.store(SQLITE))
    monkeypatch.setenv("WEILIDAI_DATABASE_URL", store.url)
    tab = Tab(walked(store, until=Step.WALLET, secret=SECRET)).open("welcome")
    before = hash_of(tab.world)
    with closing(sqlite3.connect(file_of(store), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        tab.tap("primary")
        assert DatabaseBusy.text in tab.words
        assert "错误编号" in tab.words
        other.execute("ROLLBACK")
    assert hash_of(tab.world) == before

    tab.tap("primary")

    assert tab.page == "identity"
