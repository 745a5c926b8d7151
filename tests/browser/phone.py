"""A phone in the hand: the installed Chromium, a screen of 390 × 844, and ears for all that goes wrong."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Response

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No sandbox: a build server runs as root in a container. The rest keeps the browser from calling home.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
    # The same letters on any machine, so that pictures can be compared.
    "--font-render-hinting=none",
]
PHONE = (390, 844)
DESKTOP = (1280, 900)
TAGS = {"zh": "zh-CN", "en": "en-GB"}

APP = "[data-testid=stApp]"
# Streamlit asks for these below the address of a page before it finds them at the root; it always has.
ASKED_IN_VAIN = re.compile(r"/[^/]+/_stcore/(?:health|host-config)(?:\?|$)")
# Idle and connected for a moment on end: between a click and the run it causes, the app looks idle too.
SETTLED = """(idleMs) => {
    const app = document.querySelector('[data-testid=stApp]');
    const idle = app && app.dataset.testScriptState === 'notRunning'
        && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-testid=stElementContainer], [data-testid=stHtml]');
    if (!idle) { window.idleSince = null; return false; }
    window.idleSince = window.idleSince || performance.now();
    return performance.now() - window.idleSince > idleMs;
}"""


def find_chromium() -> str | None:
    """The Chromium to drive: WEILIDAI_CHROMIUM, else the first known name on the PATH, else None."""
    named = os.environ.get("WEILIDAI_CHROMIUM")
    if named:
        return shutil.which(named)
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def chromium(playwright: Playwright, executable: str) -> Iterator[Browser]:
    """The browser, started quietly and closed when the block is left."""
    browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
    try:
        yield browser
    finally:
        browser.close()


@dataclass
class Complaints:
    """Everything a page complained about: console errors, script errors, failed requests."""

    heard: list[str] = field(default_factory=list)

    def listen_to(self, page: Page) -> None:
        """Hear everything from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"script error: {error}"))
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # A failed request is told with its address by `_response`; the console's line is its echo.
        echo = message.text.startswith("Failed to load resource")
        if message.type == "error" and not echo:
            self.heard.append(f"console: {message.text}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not ASKED_IN_VAIN.search(response.url):
            self.heard.append(f"HTTP {response.status}: {response.url}")


def new_visitor(browser: Browser, *, size: tuple[int, int] = PHONE, lang: str = "zh") -> BrowserContext:
    """A browser profile nobody has used: no cookie, so a world of its own."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale=TAGS[lang],
        timezone_id="Asia/Shanghai",
        # A page must hold still for a picture, and for those who asked their system for it.
        reduced_motion="reduce",
    )
    context.set_default_timeout(15_000)
    return context


PAINTED = """document.fonts.ready.then(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
)"""


def settled(page: Page, *, timeout: float = 30_000, idle_ms: int = 150) -> Page:
    """The page, once the app is connected, has drawn something and has not run for `idle_ms`."""
    page.wait_for_function(SETTLED, arg=idle_ms, timeout=timeout)
    # What was drawn last is on the screen two frames later, in its own letters.
    page.evaluate(PAINTED)
    return page


def exceptions_shown(page: Page) -> list[str]:
    """What Streamlit shows in red boxes, and its own English words for an address it does not know."""
    boxes = page.locator("[data-testid=stException]").all_inner_texts()
    return boxes + page.get_by_text("Page not found", exact=True).all_inner_texts()
