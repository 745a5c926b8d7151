"""`weilidai log`: is it one tree, what does it say today, and going on after its key was lost."""

import pytest
from sqlalchemy import text

from tests.command_line.conftest import Weilidai
from tests.databases import SQLITE, Databases
from tests.worlds import walked
from weilidai_core.journey import Step
from weilidai_core.store import Store
from weilidai_core.trust.transparency.checkpoint import read


@pytest.fixture
def signed(databases: Databases) -> Store:
    """A database in which a contract was signed."""
    return walked(databases.store(SQLITE), until=Step.SIGN).store


def test_it_works(weilidai: Weilidai, signed: Store) -> None:
    ran = weilidai("log", "audit", "--database", signed.url, "--json")

    assert (ran.code, ran.err) == (0, "")
    assert ran.data["leaves"] > 5
    assert (ran.data["clean"], ran.data["checkpoints"], ran.data["broken"]) == (True, 1, [])


def test_a_leaf_that_was_changed_is_named(weilidai: Weilidai, signed: Store) -> None:
    with signed.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER log_leaf_refuses_update"))
        connection.execute(text("UPDATE log_leaf SET entry = zeroblob(32) WHERE leaf = 2"))

    ran = weilidai("log", "audit", "--database", signed.url, "--json")

    assert ran.code == 1
    assert "the hash at level 0, place 2 is not that of the leaves under it" in ran.data["broken"]
    assert any("is not what the log says" in each for each in ran.data["broken"])


def test_for_a_person_it_is_told_in_their_language(weilidai: Weilidai, signed: Store) -> None:
    assert "前后一致" in weilidai("log", "audit", "--database", signed.url).out
    assert "consistent" in weilidai("log", "audit", "--database", signed.url, lang="en").out


def test_a_checkpoint_is_a_note_that_the_logs_key_has_signed(weilidai: Weilidai, signed: Store) -> None:
    told = weilidai("log", "checkpoint", "--database", signed.url, "--json").data

    assert read(told["checkpoint"], key=told["key"]).size > 5
    assert weilidai("log", "checkpoint", "--database", signed.url).out == told["checkpoint"]


def test_a_log_goes_on_with_a_new_key(
    weilidai: Weilidai, signed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = weilidai("log", "checkpoint", "--database", signed.url, "--json").data
    monkeypatch.setenv("WEILIDAI_LOG_KEY", "B" * 43 + "=")
    refused = weilidai("log", "checkpoint", "--database", signed.url)

    assert weilidai("log", "new-key", "--database", signed.url).code == 0

    after = weilidai("log", "checkpoint", "--database", signed.url, "--json").data
    assert "weilidai log new-key" in refused.err
    assert after["key"] != before["key"]
    grown = (
        read(after["checkpoint"], key=after["key"]).size - read(before["checkpoint"], key=before["key"]).size
    )
    assert grown == 1
    assert weilidai("log", "audit", "--database", signed.url).code == 0
