"""The store: one write transaction at a time, one consistent state for a reader, and outages said as such."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from tests.databases import POSTGRESQL, SQLITE, Databases
from tests.worlds import rows, walked
from weilidai_core.act import act
from weilidai_core.apply.actions import ConfirmIdentity, StartApplication
from weilidai_core.journey import Step
from weilidai_core.language import LANGUAGES, render
from weilidai_core.store import DatabaseNotUsable, Store, default_url, open_store
from weilidai_core.store import engine as turns
from weilidai_core.store.engine import HISTORIES_KEPT, DatabaseAddressUnusable, DatabaseBusy
from weilidai_core.world.actions import make_world
from weilidai_core.world.tables import BrowserRow, WorldRow
from weilidai_core.world.views import read_history


def browser(number: int = 1) -> BrowserRow:
    """A browser of whom nothing is known but a digest."""
    return BrowserRow(secret_sha256=f"{number:064d}")


def test_it_works(store: Store) -> None:
    with store.writing() as session:
        session.add(browser())

    with store.reading() as session:
        assert session.exec(select(BrowserRow)).one().secret_sha256 == browser().secret_sha256


def test_an_exception_rolls_the_whole_transaction_back(store: Store) -> None:
    def failing() -> None:
        with store.writing() as session:
            session.add(browser())
            session.flush()
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        failing()

    assert rows(store)["browser"] == 0


def test_what_a_reader_changes_is_not_kept(sqlite_store: Store) -> None:
    with sqlite_store.reading() as session:
        session.add(browser())
        session.flush()

    assert rows(sqlite_store)["browser"] == 0


def test_a_reader_sees_one_state_however_often_it_asks(store: Store) -> None:
    with store.reading() as reader:
        before = len(reader.exec(select(BrowserRow)).all())
        with store.writing() as writer:
            writer.add(browser())
        after = len(reader.exec(select(BrowserRow)).all())

    assert (before, after) == (0, 0)
    assert rows(store)["browser"] == 1


def synchronous(store: Store, *, waits_for_disk: bool) -> int:
    """What SQLite does at the end of such a transaction: 2 waits for the disk, 1 does not."""
    with store.writing(waits_for_disk=waits_for_disk) as session:
        return int(session.connection().execute(text("PRAGMA synchronous")).scalar_one())


def test_only_what_may_be_typed_again_does_not_wait_for_the_disk(sqlite_store: Store) -> None:
    assert synchronous(sqlite_store, waits_for_disk=False) == 1
    # The same connection serves both.
    assert synchronous(sqlite_store, waits_for_disk=True) == 2
    with sqlite_store.writing() as session:
        assert session.connection().execute(text("PRAGMA synchronous")).scalar_one() == 2


def test_a_write_that_does_not_wait_for_the_disk_is_whole_or_not_there(store: Store) -> None:
    def failing() -> None:
        with store.writing(waits_for_disk=False) as session:
            session.add(browser())
            session.flush()
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        failing()
    assert rows(store)["browser"] == 0

    with store.writing(waits_for_disk=False) as session:
        session.add(browser())
    assert rows(store)["browser"] == 1


def test_a_constraint_that_refuses_is_a_fault_and_not_an_outage(store: Store) -> None:
    def twice() -> None:
        with store.writing() as session:
            session.add(browser())
            session.add(browser())

    with pytest.raises(IntegrityError):
        twice()


def test_a_locked_database_is_said_to_be_unusable_and_nothing_is_lost(databases: Databases) -> None:
    store = databases.store(SQLITE)
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=20"))
    world = walked(store, until=Step.WALLET)
    assert store.engine.url.database is not None
    other = sqlite3.connect(store.engine.url.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(DatabaseNotUsable):
        act(world, StartApplication(), key="begin")
    assert len(read_history(world)) == 1

    other.execute("ROLLBACK")
    assert not act(world, StartApplication(), key="begin").repeated
    other.close()


def test_writers_of_one_process_take_turns_and_wait_no_longer_than_said(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = databases.store(SQLITE)
    world = walked(store, until=Step.WALLET)
    order: list[str] = []

    def second() -> None:
        act(world, StartApplication(), key="begin")
        order.append("second")

    with ThreadPoolExecutor(1) as threads:
        with store.writing():
            waiting = threads.submit(second)
            time.sleep(0.1)
            order.append("first")
        waiting.result()
        assert order == ["first", "second"]

        monkeypatch.setattr(turns, "LONGEST_WAIT_MS", 20)
        with store.writing(), pytest.raises(DatabaseBusy):
            threads.submit(act, world, ConfirmIdentity(), key="confirm").result()
    assert len(read_history(world)) == 2


def test_a_database_that_cannot_be_written_is_said_to_be_unusable(databases: Databases) -> None:
    store = databases.store(SQLITE)
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))

    with pytest.raises(DatabaseNotUsable):
        make_world(store, persona="steady", scenario="steady")


def test_a_server_that_does_not_answer_is_said_to_be_unusable(tmp_path: Path) -> None:
    with pytest.raises(DatabaseNotUsable):
        open_store(f"postgresql:///weilidai?host={tmp_path}")


@pytest.mark.parametrize(
    "address",
    ["nonsense", "mysql://who:secret@there/weilidai", "sqlite", "nothing://x", "sqlite:///{file}/a.db"],
)
def test_an_address_of_no_database_is_refused(tmp_path: Path, address: str) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(DatabaseAddressUnusable) as refused:
        open_store(address.format(file=tmp_path / "file"))

    assert "secret" not in "".join(render(refused.value.sentence, lang) for lang in LANGUAGES)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear applicant, " * 1000)

    with pytest.raises(DatabaseAddressUnusable):
        open_store(f"sqlite:///{file}")

    assert file.read_text() == "Dear applicant, " * 1000


def test_the_folder_of_a_new_file_is_made(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/a/b/weilidai.sqlite3")

    assert rows(store)["world"] == 0
    store.close()


def test_the_default_address_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEILIDAI_DATABASE_URL", "sqlite:///elsewhere.sqlite3")
    assert default_url() == "sqlite:///elsewhere.sqlite3"

    monkeypatch.delenv("WEILIDAI_DATABASE_URL")
    assert default_url().startswith("sqlite:///var/")


def test_only_committed_histories_are_remembered_and_only_so_many(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.WALLET)
    history = sqlite_store.remembered(world.id)
    assert len(history) == 1

    for other in range(1, HISTORIES_KEPT + 1):
        sqlite_store.remember(world.id + other, history)

    assert sqlite_store.remembered(world.id) == ()
    assert len(read_history(world)) == 1


def test_a_shorter_history_never_replaces_a_longer_one(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.WELCOME)
    history = read_history(world)

    sqlite_store.remember(world.id, history[:1])

    assert sqlite_store.remembered(world.id) == history


def test_sqlite_writes_survive_a_power_cut_and_keep_foreign_keys(sqlite_store: Store) -> None:
    with sqlite_store.reading() as session:
        found = {
            pragma: session.connection().execute(text(f"PRAGMA {pragma}")).scalar()
            for pragma in ("synchronous", "journal_mode", "foreign_keys", "recursive_triggers")
        }

    assert found == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1, "recursive_triggers": 1}


def test_postgresql_readers_cannot_write(databases: Databases) -> None:
    store = databases.store(POSTGRESQL)

    def writing() -> None:
        with store.reading() as session:
            session.add(WorldRow(token="t", persona="steady", scenario="steady"))
            session.flush()

    with pytest.raises(DatabaseNotUsable) as refused:
        writing()
    assert "read-only transaction" in str(refused.value.__cause__)
