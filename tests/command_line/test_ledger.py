"""`weilidai ledger audit`: clean, or what is broken; and the command itself as it is installed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.command_line.conftest import Weilidai
from tests.databases import SQLITE, Databases
from tests.worlds import walked
from weilidai_core.audit import CHECKS
from weilidai_core.journey import Step
from weilidai_core.store import open_store
from weilidai_core.store.guards import triggers

ROOT = Path(__file__).parents[2]


def broken(databases: Databases, engine: str) -> str:
    """The address of a database in which someone has changed a contract."""
    store = databases.store(engine)
    walked(store, until=Step.SIGN)
    trigger = "contract_refuses_update"
    assert trigger in triggers(engine)
    with store.engine.begin() as connection:
        on = " ON contract" if engine != SQLITE else ""
        connection.execute(text(f"DROP TRIGGER {trigger}{on}"))
        connection.execute(text("UPDATE contract SET text = text || ' '"))
    return store.url


def test_it_works(weilidai: Weilidai, databases: Databases, engine: str) -> None:
    store = databases.store(engine)
    walked(store, until=Step.SETTLE)

    ran = weilidai("ledger", "audit", "--database", store.url, "--json")

    assert (ran.code, ran.err) == (0, "")
    assert (ran.data["clean"], ran.data["broken"], ran.data["worlds"]) == (True, [], 1)
    assert ran.data["laws"] == list(CHECKS)
    assert ran.data["entries"] > 0


def test_what_is_broken_is_named_and_the_exit_code_says_so(
    weilidai: Weilidai, databases: Databases, engine: str
) -> None:
    ran = weilidai("ledger", "audit", "--database", broken(databases, engine), "--json")

    assert ran.code == 1
    assert ran.data["clean"] is False
    assert {each["law"] for each in ran.data["broken"]} == {"contracts are what was signed"}
    assert "HT20260915-01" in ran.data["broken"][0]["detail"]


def test_for_a_person_it_is_told_in_their_language(weilidai: Weilidai, databases: Databases) -> None:
    url, wrong = databases.migrated(SQLITE), broken(databases, SQLITE)

    assert "账目全部对得上。" in weilidai("ledger", "audit", "--database", url).out
    english = weilidai("ledger", "audit", "--database", url, lang="en")
    assert english.code == 0
    assert not re.search(r"[一-龥]", english.out)
    found = weilidai("ledger", "audit", "--database", wrong)
    assert found.code == 1
    assert "contracts are what was signed" in found.out


def test_the_apps_own_database_is_audited_unless_told_otherwise(
    weilidai: Weilidai, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = databases.migrated(SQLITE)
    walked(open_store(url), until=Step.WALLET)
    monkeypatch.setenv("WEILIDAI_DATABASE_URL", url)

    assert weilidai("ledger", "audit", "--json").data["worlds"] == 1


def test_a_mistyped_path_is_refused_and_no_database_is_made_there(weilidai: Weilidai, tmp_path: Path) -> None:
    ran = weilidai("ledger", "audit", "--database", f"sqlite:///{tmp_path / 'mistyped.sqlite3'}")

    assert ran.code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_no_database_is_refused(weilidai: Weilidai, tmp_path: Path, language: str) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear applicant, " * 100)

    for address in ("nonsense", f"sqlite:///{letter}", f"postgresql:///x?host={tmp_path}"):
        ran = weilidai("ledger", "audit", "--database", address, lang=language)
        assert (ran.code, ran.out) == (2, "")
        assert bool(re.search(r"[一-龥]", ran.err)) == (language == "zh")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "weilidai_core", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_refusal_leaves_the_process_with_code_2_and_no_traceback() -> None:
    ran = run("journey", "--persona", "nobody")

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "nobody" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_where_the_terminal_knows_no_chinese_it_is_spelt_out() -> None:
    ran = run("personas", "--json", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert (ran.returncode, ran.stderr) == (0, "")
    assert '"name": "first-timer"' in ran.stdout


def test_without_a_command_it_says_what_it_can_do(weilidai: Weilidai) -> None:
    ran = weilidai()

    assert all(command in ran.out + ran.err for command in ("quote", "cost", "personas", "journey", "ledger"))
