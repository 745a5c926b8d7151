"""The presenter's panel is for who knows the operator's code, and does what the menu does."""

import pytest

from pages.kit.presenter import SETTING
from tests.pages.conftest import OpenScene
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.repay.position import next_due_on
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history

CODE = "a code of the operator's own"
IN_THE_PANEL = "panel_restart"


def keys(tab: object) -> set[str]:
    """The keys of the buttons that are there."""
    return {str(button.key) for button in tab.app.button}  # type: ignore[attr-defined]


def test_it_works(open_scene: OpenScene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, CODE)
    tab = open_scene("first-timer-paid")
    tab.app.query_params["presenter"] = CODE
    tab.app.run()

    assert IN_THE_PANEL in keys(tab)
    assert "演示者面板" in tab.words
    due_on = next_due_on(loan_notes_of(read_history(tab.world)))
    tab.app.button(key="panel_due").click().run()
    assert day_of(read_history(tab.world)) == due_on
    assert IN_THE_PANEL in keys(tab)


@pytest.mark.parametrize(
    ("code", "said"), [("", ""), ("", CODE), (CODE, ""), (CODE, "1"), (CODE, CODE + "x")]
)
def test_nobody_sees_it_without_the_code(
    open_scene: OpenScene, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    monkeypatch.setenv(SETTING, code)
    tab = open_scene("first-timer-paid")
    tab.app.query_params["presenter"] = said
    tab.app.run()

    assert IN_THE_PANEL not in keys(tab)
    assert "演示者面板" not in tab.words
