"""The real app and a real browser for the tests that need both; each process of a run has both.

Without a Chromium these tests are skipped and say so; with WEILIDAI_BROWSER=required they fail instead.
"""

import os
import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.app_server import ROOT, AppServer, running_app
from tests.browser.phone import Complaints, chromium, exceptions_shown, find_chromium, new_visitor

PICTURES_OF_FAILURES = ROOT / "var" / "failed"
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser, so it is marked here, once."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """After a failure: remember it for the picture, and add what the app said."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    server = getattr(item, "funcargs", {}).get("server")
    if report.failed and isinstance(server, AppServer):
        report.sections.append(("The app's log", server.said()))
    return report


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium to drive."""
    found = find_chromium()
    if found:
        return found
    reason = "no Chromium: install one, or name it in WEILIDAI_CHROMIUM"
    if os.environ.get("WEILIDAI_BROWSER") == "required":
        pytest.fail(f"{reason} (WEILIDAI_BROWSER=required)", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def server(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The real app with an empty database. Asks for the browser first: without one it need not start."""
    with running_app(tmp_path_factory.mktemp("app")) as app:
        yield app


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """The browser; every test opens its own visitor in it."""
    with sync_playwright() as playwright, chromium(playwright, chromium_path) as opened:
        yield opened


@pytest.fixture
def complaints() -> Complaints:
    """What this test's pages complained about; a test that expects a complaint takes it out of `heard`."""
    return Complaints()


@pytest.fixture
def page(
    browser: Browser, server: AppServer, complaints: Complaints, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A new visitor's phone in Chinese, at no address yet; the test fails on any complaint of the page."""
    with new_visitor(browser) as context:
        opened = context.new_page()
        complaints.listen_to(opened)
        yield opened
        if request.node.stash.get(FAILED, False):
            name = re.sub(r"[^\w.-]+", "_", request.node.nodeid)
            opened.screenshot(path=PICTURES_OF_FAILURES / f"{name}.png")
            return
        assert exceptions_shown(opened) == []
        assert complaints.heard == []
