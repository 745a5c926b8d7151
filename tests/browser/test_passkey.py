"""A passkey in the real browser, with a virtual authenticator: set up, then signed with."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.browser.app_server import AppServer
from tests.browser.phone import settled


@contextmanager
def authenticator(page: Page, *, verifies: bool = True) -> Iterator[None]:
    """A device's own authenticator, as the browser sees it."""
    talk = page.context.new_cdp_session(page)
    talk.send("WebAuthn.enable")
    made = talk.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": verifies,
            }
        },
    )
    page.verifying = lambda on: talk.send(  # type: ignore[attr-defined]
        "WebAuthn.setUserVerified", {"authenticatorId": made["authenticatorId"], "isUserVerified": on}
    )
    yield
    talk.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": made["authenticatorId"]})


def words(page: Page) -> str:
    """All that stands on the page."""
    return page.locator("[class*=st-key-body_]").first.inner_text()


def test_it_is_set_up_and_signs(server: AppServer, page: Page) -> None:
    page.goto(f"{server.url}/?scene=first-timer-sign")
    settled(page)
    with authenticator(page):
        page.locator("[class*=st-key-cell_blue_security] button").first.click()
        settled(page)
        page.get_by_role("button", name="登记这台设备").click()
        page.get_by_text("登记过的设备：1 台").wait_for()
        page.get_by_role("button", name="回去签署").click()
        settled(page)

        # Whoever does not prove who they are signs nothing; the PIN is still offered.
        page.verifying(False)  # type: ignore[attr-defined]
        page.get_by_role("button", name="用 Face ID / 指纹签署").click()
        page.get_by_text("设备没有确认").wait_for()
        assert page.get_by_text("设置 6 位签署 PIN").first.is_visible()

        page.verifying(True)  # type: ignore[attr-defined]
        page.get_by_role("button", name="用 Face ID / 指纹签署").click()
        page.get_by_text("放款成功").wait_for()
        settled(page)
        assert "用通行密钥签署" in words(page)
