"""`weilidai doctor`, `backup` and `restore`: what is wrong and how to mend it, in both languages."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.command_line.conftest import Weilidai
from tests.databases import SQLITE, Databases
from tests.worlds import walked
from weilidai_core import doctor
from weilidai_core.journey import Step
from weilidai_core.store import Store

LOOKED_AT = {"database", "schema", "fonts", "log key", "log"}


@pytest.fixture(autouse=True)
def only_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the machine is like must not decide these tests."""
    kept = {name: check for name, check in doctor.CHECKS.items() if name in LOOKED_AT}
    monkeypatch.setattr(doctor, "CHECKS", kept)


def file_of(store: Store) -> Path:
    """The file of a SQLite store."""
    return Path(str(store.engine.url.database))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_is_well(weilidai: Weilidai, databases: Databases, engine: str, language: str) -> None:
    ran = weilidai("doctor", "--database", databases.store(engine).url, lang=language)

    assert (ran.code, ran.err) == (0, "")
    assert "✗" not in ran.out
    assert bool(re.search(r"[一-龥]", ran.out)) == (language == "zh")


def test_a_missing_database_is_no_fault_and_none_is_made(weilidai: Weilidai, tmp_path: Path) -> None:
    ran = weilidai("doctor", "--database", f"sqlite:///{tmp_path}/new.sqlite3", "--json")

    assert (ran.code, ran.data["well"]) == (0, True)
    assert list(tmp_path.iterdir()) == []


FAULTS = {
    "newer": "UPDATE alembic_version SET version_num = '9999'",
    "guard gone": "DROP TRIGGER event_refuses_delete",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_inside_is_said_with_a_way_to_mend_it(
    weilidai: Weilidai, databases: Databases, fault: str
) -> None:
    store = databases.store(SQLITE)
    with store.engine.begin() as connection:
        connection.execute(text(FAULTS[fault]))

    ran = weilidai("doctor", "--database", store.url, "--json")

    assert ran.code == 1
    wrong = [each for each in ran.data["checks"] if not each["well"]]
    assert [each["check"] for each in wrong] == ["schema"]
    assert wrong[0]["mend"]


def test_a_locked_and_a_damaged_file_are_told_apart(weilidai: Weilidai, databases: Databases) -> None:
    store = databases.store(SQLITE)
    with closing(sqlite3.connect(file_of(store), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        locked = weilidai("doctor", "--database", store.url)
    store.close()
    file_of(store).write_text("Dear applicant, " * 100)
    damaged = weilidai("doctor", "--database", store.url)

    assert (locked.code, damaged.code) == (1, 1)
    assert "锁住" in locked.out
    assert "不是数据库" in damaged.out


def test_the_whole_list_can_be_looked_at(monkeypatch: pytest.MonkeyPatch, weilidai: Weilidai) -> None:
    monkeypatch.undo()

    assert set(doctor.examine("sqlite:///nowhere.sqlite3")) == set(doctor.CHECKS)


def test_backup_and_restore(weilidai: Weilidai, databases: Databases, tmp_path: Path) -> None:
    store = databases.store(SQLITE)
    walked(store, until=Step.SIGN)
    file, url = tmp_path / "weilidai.backup", f"sqlite:///{tmp_path}/restored.sqlite3"

    assert weilidai("backup", "--database", store.url, "--to", file).code == 0
    restored = weilidai("restore", "--from", file, "--database", url)

    assert restored.code == 0
    assert "账目全部对得上。" in restored.out
    again = weilidai("restore", "--from", file, "--database", url, lang="en")
    assert (again.code, again.out) == (2, "")


def test_the_log_and_its_key_are_looked_at(
    weilidai: Weilidai, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = walked(databases.store(SQLITE), until=Step.SIGN).store
    assert weilidai("doctor", "--database", store.url).code == 0

    with store.engine.begin() as connection:
        connection.execute(text("UPDATE log_head SET size = size + 1"))
    changed = weilidai("doctor", "--database", store.url)
    monkeypatch.setenv("WEILIDAI_LOG_KEY", "A" * 43 + "=")
    other_key = weilidai("doctor", "--database", store.url)

    assert (changed.code, other_key.code) == (1, 1)
    assert "weilidai log audit" in changed.out
    assert "weilidai log new-key" not in changed.out
    assert "weilidai log new-key" in other_key.out
