"""What the tests of faults share."""

import pytest

from pages.kit import session


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test harness's cookies are stand-ins; the tab's own secret is used instead."""
    monkeypatch.setattr(session, "cookie", lambda name: "")
