"""What the tests of the pages share: no browser, and tabs already on the page a test is about."""

from collections.abc import Callable

import pytest

from pages.kit import session
from tests.pages.tab import Tab, scene

ON_THE_WAY = ("welcome", "identity", "information", "consent")

OpenScene = Callable[..., Tab]


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest's cookies are stand-ins that differ from run to run; the tab's own secret is used instead."""
    monkeypatch.setattr(session, "cookie", lambda name: "")


@pytest.fixture
def open_scene() -> OpenScene:
    """Opens a scenario in a new tab by its address: `open_scene("first-timer-cost")`."""

    def opened(name: str, *, lang: str = "zh") -> Tab:
        tab = Tab(lang=lang)
        tab.app.query_params["scene"] = name
        tab.run()
        assert not tab.app.exception
        return tab

    return opened


@pytest.fixture
def applying() -> OpenScene:
    """A tab in which someone has tapped as far as a page: `applying(at="consent")`."""

    def tapped(name: str = "first-timer", *, at: str = "me", lang: str = "zh") -> Tab:
        tab = Tab(scene(name), lang=lang).open("welcome")
        if at not in ON_THE_WAY:
            return tab.open(at)
        for page in ON_THE_WAY[: ON_THE_WAY.index(at)]:
            assert tab.page == page
            if page == "information":
                tab.choose("information_purpose", "daily")
            tab.tap("primary")
        return tab

    return tapped
