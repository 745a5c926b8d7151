"""The first thing anyone sees: the app opens, in either language, and nothing complains."""

import pytest
from playwright.sync_api import Page, expect

from pages.kit.navigation import PAGES
from tests.browser.app_server import AppServer
from tests.browser.phone import APP, settled


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
    page: Page, server: AppServer, key: str
) -> None:
    page.goto(f"{server.url}/{PAGES[key].url}")
    settled(page)

    expect(page.locator(APP)).to_contain_text("模拟演示")
