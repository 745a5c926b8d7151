"""What is tapped and typed to reach a state, by the words on the screen; made by the table, done on a page."""

from collections.abc import Callable

from tests.browser.phone import settled
from tests.browser.walker import Walker

Step = Callable[[Walker], None]


def tap(label: str) -> Step:
    """Tap the button that reads so."""
    return lambda walker: walker.go(label)


def tap_cell(key: str) -> Step:
    """Tap the row with this key, where what it reads is a figure or a name."""

    def step(walker: Walker) -> None:
        walker.page.locator(f"[class*='st-key-{key}'] button").first.click()
        settled(walker.page)

    return step


def fill(label: str, text: str) -> Step:
    """Type into the field of that name, and leave it."""

    def step(walker: Walker) -> None:
        field = walker.page.get_by_role("textbox", name=walker.says(label)).last
        field.fill(text)
        field.press("Tab")
        # A field is heard of after a pause in typing.
        walker.page.wait_for_timeout(450)
        settled(walker.page)

    return step


def ask(text: str) -> Step:
    """Type a question to the service desk and send it."""

    def step(walker: Walker) -> None:
        walker.page.locator(".st-key-asking-row input").fill(text)
        walker.go("发送")

    return step


def read(walker: Walker) -> None:
    """Read the paper to its end."""
    walker.read_to_the_end()


def pin(digits: str, *, times: int = 1) -> Step:
    """Type a PIN."""
    return lambda walker: walker.type_pin(digits, times=times)


def open_row(selector: str) -> Step:
    """Open a figure's reckoning, or an instalment's, in place; in the sheet where one is open."""

    def step(walker: Walker) -> None:
        sheet = walker.page.locator("[role=dialog]")
        ground = sheet if sheet.count() else walker.page.locator(".st-key-phone")
        ground.locator(selector).first.click()

    return step


def keys(digits: str) -> Step:
    """Press the number keys on the screen, and let the amount be heard."""

    def step(walker: Walker) -> None:
        for digit in digits:
            walker.page.locator(f".keys button[value='{digit}']").click()
        walker.page.wait_for_timeout(900)
        settled(walker.page)

    return step


def to_see(selector: str) -> Step:
    """Scroll until this stands in the middle of the screen."""
    return lambda walker: walker.page.locator(selector).first.evaluate(
        "el => el.scrollIntoView({ block: 'center' })"
    )


why = open_row(".wl-why")
reckoning = open_row("details.wl-row > summary")


def to_the_end(walker: Walker) -> None:
    """Scroll the page to its end."""
    walker.page.evaluate(
        """() => { const body = document.querySelector('.st-key-phone > div:has(> [class*="st-key-body_"])')
        body.scrollTop = body.scrollHeight }"""
    )


def lose_the_line(walker: Walker) -> None:
    """Show the frame as it is while the connection is lost."""
    walker.page.evaluate(
        "document.querySelector('[data-testid=stApp]').dataset.testConnectionState = 'CONNECTING'"
    )
