"""The introduction that is put together once is the one that Streamlit puts together for every run."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner_utils.run_descriptor import RunDescriptor
from streamlit.source_util import PageHash, PageInfo

from pages.kit.serving import introduced_once

Pages = dict[PageHash, PageInfo]


def pages(*names: str) -> Pages:
    return {
        f"key of {name}": PageInfo(
            script_path=f"{name}.py",
            page_script_hash=f"key of {name}",
            page_name=name,
            icon="",
            url_pathname=name,
        )
        for name in names
    }


def session(name: str, *, running: bool = True) -> Any:
    made: Any = AppSession.__new__(AppSession)
    made.shutdown = lambda: None
    made.id, made._run_on_save = name, running
    made._script_data = SimpleNamespace(name="main", is_hello=False, main_script_path=str(Path("main.py")))
    made._pages_manager = SimpleNamespace(
        main_script_path="main.py", main_script_hash="main", get_pages=lambda: pages("Home")
    )
    made._state = AppSessionState.APP_IS_RUNNING if running else AppSessionState.APP_NOT_RUNNING
    return made


def introductions() -> list[ForwardMsg]:
    """Of two viewers, in two languages, on two pages, for a page and for a fragment, at rest and not."""
    return [
        session(viewer, running=running)._create_new_session_message(
            page, RunDescriptor.create(fragments), known
        )
        for viewer, running in (("one", True), ("two", False))
        for page in ("key of Home", "key of Me")
        for known in (pages("Home", "Me"), pages("Start", "Ich"), None)
        for fragments in (None, ["a fragment"])
    ]


def without_run(message: ForwardMsg) -> ForwardMsg:
    assert message.metadata.run.script_run_id
    message.metadata.run.script_run_id = ""
    return message


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> list[ForwardMsg]:
    """What Streamlit says by itself; from then on as the launcher does it, for one test only."""
    theirs = introductions()
    monkeypatch.setattr(AppSession, "_create_new_session_message", AppSession._create_new_session_message)
    monkeypatch.setattr(introduced_once, "_made", {})
    introduced_once.remember()
    return theirs


def test_it_is_the_same(remembered: list[ForwardMsg]) -> None:
    ours = introductions()

    assert [without_run(each) for each in ours] == [without_run(each) for each in remembered]
    assert len({each.SerializeToString() for each in ours}) == len(ours)
    assert ours[0].new_session.custom_theme.primary_color
    assert not ours[0].new_session.custom_theme.HasField("dark")


def test_it_is_put_together_once_for_each_language(remembered: list[ForwardMsg]) -> None:
    introductions()
    introductions()

    assert len(introduced_once._made) == 3


def test_what_one_run_is_told_does_not_change_the_next(remembered: list[ForwardMsg]) -> None:
    first = introductions()[0]
    first.new_session.custom_theme.primary_color = "changed"

    assert without_run(introductions()[0]) == without_run(remembered[0])
