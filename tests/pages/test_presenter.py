"""The presenter's panel is for a browser with the facilitator's pass, and does what the menu does."""

import pytest

from pages.kit import session
from pages.kit.presenter import PANEL, SHOWN
from pages.kit.session import LAB_COOKIE, SECRET_COOKIE
from tests.pages.conftest import OpenScene
from tests.pages.tab import Tab
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.repay.position import next_due_on
from weilidai_core.trust.lab_code import lab_pass
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history

BROWSER, ANOTHER, FAR_OFF, GONE_BY = "b" * 43, "c" * 43, 4_000_000_000, 1_000_000_000
IN_THE_PANEL = "panel_restart"


def carry(monkeypatch: pytest.MonkeyPatch, lab: str) -> None:
    """Let the browser carry this pass."""
    cookies = {SECRET_COOKIE: BROWSER, LAB_COOKIE: lab}
    monkeypatch.setattr(session, "cookie", lambda name: cookies.get(name, ""))


def keys(tab: Tab) -> set[str]:
    """The keys of the buttons that are there."""
    return {str(button.key) for button in tab.app.button}


def test_it_works(open_scene: OpenScene, monkeypatch: pytest.MonkeyPatch) -> None:
    carry(monkeypatch, lab_pass(BROWSER, until=FAR_OFF))
    tab = open_scene("first-timer-paid")
    assert IN_THE_PANEL not in keys(tab)

    tab.open("lab").tap("panel_shown")
    assert tab.page == "wallet"
    assert IN_THE_PANEL in keys(tab)
    assert "演示者面板" in tab.words
    due_on = next_due_on(loan_notes_of(read_history(tab.world)))
    tab.tap("panel_due")
    assert day_of(read_history(tab.world)) == due_on
    assert IN_THE_PANEL in keys(tab)

    tab.open("lab").tap("panel_away")
    assert IN_THE_PANEL not in keys(tab)
    assert PANEL not in tab.app.query_params


@pytest.mark.parametrize(
    ("whose", "until", "said"),
    [("", FAR_OFF, SHOWN), (ANOTHER, FAR_OFF, SHOWN), (BROWSER, GONE_BY, SHOWN), (BROWSER, FAR_OFF, "")],
    ids=["no pass", "another's pass", "an old pass", "unasked"],
)
def test_nobody_sees_it_without_a_pass_or_unasked(
    open_scene: OpenScene, monkeypatch: pytest.MonkeyPatch, whose: str, until: int, said: str
) -> None:
    carry(monkeypatch, lab_pass(whose, until=until) if whose else "made up")
    tab = open_scene("first-timer-paid")
    tab.app.query_params[PANEL] = said
    tab.run()

    assert IN_THE_PANEL not in keys(tab)
    assert "演示者面板" not in tab.words
