"""The first thing anyone sees: the app opens, in either language, and nothing complains."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.kit.navigation import PAGES
from tests.browser.app_server import AppServer
from tests.browser.phone import APP, Complaints, exceptions_shown, new_visitor, settled


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab for all addresses: it fetches the scripts once, and forgets who it was before each."""
    with new_visitor(browser) as context:
        yield context.new_page()


def test_it_works(page: Page, server: AppServer) -> None:
    page.goto(server.url)
    settled(page)

    expect(page.locator(APP)).to_contain_text("模拟演示")


def test_it_speaks_english(page: Page, server: AppServer) -> None:
    page.goto(f"{server.url}/?lang=en")
    settled(page)

    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("key", list(PAGES))
def test_every_address_opens_inside_the_frame_as_the_first_request(
    tab: Page, server: AppServer, complaints: Complaints, key: str
) -> None:
    tab.context.clear_cookies()
    complaints.listen_to(tab)
    tab.goto(f"{server.url}/{PAGES[key].url}")
    settled(tab)

    expect(tab.locator(APP)).to_contain_text("模拟演示")
    assert exceptions_shown(tab) == []
    assert complaints.heard == []
