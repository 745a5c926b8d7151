"""The log for an operator: every act in a line, every fault under its id, nothing about anyone."""

import json
import logging
from io import StringIO
from typing import Any

import pytest

from tests.databases import SQLITE, Databases
from tests.pages.tab import SECRET, Tab
from tests.worlds import walked
from weilidai_core import act as acting
from weilidai_core.act import act
from weilidai_core.apply.actions import CompleteInformation, StartApplication
from weilidai_core.journey import Step
from weilidai_core.logbook import ProgramFault, open_logbook
from weilidai_core.scenarios.personas import PERSONAS, persona
from weilidai_core.store import Store
from weilidai_core.trust.actions import authorise
from weilidai_core.trust.pin import PinWrong
from weilidai_core.world.views import today


@pytest.fixture
def log() -> Any:
    """What the log has been given, from its lowest level on."""
    logger, stream = logging.getLogger("weilidai"), StringIO()
    open_logbook(stream, level="DEBUG")
    yield stream
    logger.handlers[:], logger.propagate = [], True


def lines(log: StringIO) -> list[dict[str, Any]]:
    """The lines; each is one JSON object."""
    return [json.loads(line) for line in log.getvalue().splitlines()]


def personal(name: str) -> set[str]:
    """All that is known or typed of a sample person, and the PIN."""
    one = persona(name)
    known = one.profile.person.model_dump(mode="json")
    typed = one.typed if isinstance(one.typed, dict) else one.typed.model_dump(mode="json")
    texts = {str(value) for value in [*known.values(), *typed.values()] if len(str(value)) > 3}
    return {*texts, one.profile.person.name, one.pin}


def test_every_act_is_one_line(sqlite_store: Store, log: StringIO) -> None:
    world = walked(sqlite_store, until=Step.WALLET)
    act(world, StartApplication(), key="begin")
    act(world, StartApplication(), key="begin")

    first, again = lines(log)[-2:]
    assert (first["what"], first["kind"], first["world"]) == ("act", "StartApplication", world.id)
    assert (first["step"], first["repeated"], first["refused"]) == (2, False, "")
    assert again["repeated"] is True
    assert first["milliseconds"] > 0


@pytest.mark.parametrize("name", [one.name for one in PERSONAS])
def test_nothing_personal_is_written_in_a_whole_journey(
    sqlite_store: Store, log: StringIO, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    world = walked(sqlite_store, who=name, until=Step.SETTLE)
    one = persona(name)
    with pytest.raises(Exception):  # noqa: B017, PT011 (refused, or a fault: the log is what is looked at)
        act(world, CompleteInformation(typed=one.typed), key="again")
    if one.profile.invited:
        with pytest.raises(Exception):  # noqa: B017, PT011
            authorise(sqlite_store, world.id, pin="975310", sha256="0" * 64, on=today(world))

    written = log.getvalue()
    assert len(lines(log)) >= 2
    assert [text for text in personal(name) | {"975310"} if text in written] == []


def test_a_fault_is_shown_with_the_id_under_which_it_stands_in_the_log(
    databases: Databases, log: StringIO, monkeypatch: pytest.MonkeyPatch, no_browser: None
) -> None:
    store = databases.store(SQLITE)
    monkeypatch.setenv("WEILIDAI_DATABASE_URL", store.url)
    tab = Tab(walked(store, until=Step.WALLET, secret=SECRET)).open("welcome")
    name = persona("first-timer").profile.person.name

    def breaking(*_: object) -> None:
        raise ZeroDivisionError(f"of {name}, PIN 975310")

    monkeypatch.setitem(acting.ACTIONS, StartApplication, breaking)
    tab.tap("primary")

    fault = next(line for line in lines(log) if line["what"] == "fault")
    assert fault["level"] == "ERROR"
    assert fault["error_id"] in tab.words
    assert ProgramFault.text in tab.words
    assert any("breaking" in place for place in fault["traceback"])
    assert "ZeroDivisionError" in fault["traceback"][-1]
    assert name not in log.getvalue()
    assert "975310" not in log.getvalue()


def test_the_pin_is_nowhere_after_wrong_guesses(sqlite_store: Store, log: StringIO) -> None:
    world = walked(sqlite_store, until=Step.SIGN)

    with pytest.raises(PinWrong):
        authorise(sqlite_store, world.id, pin="975310", sha256="0" * 64, on=today(world))

    assert "975310" not in log.getvalue()
