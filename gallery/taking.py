"""Taking the pictures: one app, one browser, and a page for each view, which goes from state to state."""

import base64
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Error, Page, sync_playwright

from gallery.checking import AXE, names_of_people, wrong_with
from gallery.sheet import Picture
from gallery.state import State
from gallery.states import states
from gallery.views import SIZES, View, views_of
from gallery.worlds import world_for
from pages.kit.session import LAB_COOKIE, SECRET_COOKIE
from tests.browser.app_server import AppServer, running_app
from tests.browser.phone import Complaints, chromium, exceptions_shown, new_visitor, settled
from tests.browser.walker import Walker
from weilidai_core.errors import WeilidaiError
from weilidai_core.store import open_store
from weilidai_core.trust.lab_code import KEY_SETTING, PASS_SECONDS, lab_pass
from weilidai_core.world.views import read_history, world_by_token
from weilidai_core.world.world import World

PATIENCE_MS = 60_000
IDLE_MS = 80
LONG_IDLE_MS = 500
# Nothing is still on its way: no face of the page's font, and no words of a button (Streamlit brings its
# Markdown in a script of its own).
DRAWN = """() => document.fonts.status === "loaded" && ![...document.querySelectorAll(
    ".st-key-phone :is(button, summary), [role=dialog] button")].some((el) => !el.textContent.trim() && !el.ariaLabel)
    && ![...document.querySelectorAll("button[data-testid^=stBaseButton]:has([data-testid=stIconMaterial])")].some(
        (el) => !el.ariaLabel && !el.querySelector("p")?.textContent.trim())
    && !document.querySelector("[data-testid=stSkeleton], .stPlotlyChart:not(:has(svg.main-svg))")
    && ![...document.querySelectorAll("*")].some((el) => [...el.shadowRoot?.querySelectorAll("button, label, .told") ?? []]
        .some((part) => !part.innerText.trim() && !part.ariaLabel && !part.ariaHidden && part.checkVisibility({ visibilityProperty: true })))"""
CONNECTED = "document.querySelector('[data-testid=stApp]').dataset.testConnectionState === 'CONNECTED'"
# The rows of a long schedule are drawn when they come into sight; here they are looked at all the same.
ALL_OF_IT = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync("* { content-visibility: visible !important }")
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet] }"""


@dataclass
class Studio:
    """A running app, a browser, and the pages that are open in it."""

    server: AppServer
    browser: Browser
    folder: Path
    own: list[str]
    secret: str
    pages: dict[tuple[str, str], tuple[Page, Complaints]] = field(default_factory=dict)
    made: dict[str, tuple[World, int]] = field(default_factory=dict)

    def page_for(self, view: View) -> tuple[Page, Complaints]:
        """A page for this screen and language, and its ears; opened once. All of them are one browser."""
        key = (view.size, view.lang)
        if key not in self.pages:
            context = new_visitor(self.browser, size=SIZES[view.size], lang=view.lang)
            context.add_cookies([{"name": SECRET_COOKIE, "value": self.secret, "url": self.server.url}])
            context.add_init_script(AXE)
            # A busy machine is slow, which is not what is looked for here.
            context.set_default_timeout(PATIENCE_MS)
            page, ears = context.new_page(), Complaints()
            ears.listen_to(page)
            self.pages[key] = (page, ears)
        return self.pages[key]

    def take(self, state: State, view: View) -> Picture:
        """One picture, and what is wrong with it."""
        page, ears = self.page_for(view)
        ears.heard.clear()
        file = f"{state.name}-{view.name}.png"
        try:
            self._reach(page, state, view)
            seen = wrong_with(page, state, view, self.own)
            if seen and page.evaluate(CONNECTED):
                # On a busy machine one more run may come after the page looked still: what is wrong with a
                # state is still wrong a moment later.
                settled(page, idle_ms=LONG_IDLE_MS)
                seen = wrong_with(page, state, view, self.own)
            wrong = ears.heard + exceptions_shown(page) + seen
        except (Error, WeilidaiError, AssertionError, LookupError) as error:
            wrong = [*ears.heard, f"not reached: {type(error).__name__} {str(error).splitlines()[:1]}"]
        try:
            page.screenshot(path=self.folder / file)
        except Error as error:
            wrong.append(f"no picture: {str(error).splitlines()[0]}")
        if state.first_paint:
            page.unroute_all(behavior="ignoreErrors")
        return Picture(state.name, state.shows, view.name, file, list(dict.fromkeys(wrong)))

    def _reach(self, page: Page, state: State, view: View) -> None:
        if state.first_paint:
            # The scripts never arrive: what stands there is what the first bytes brought.
            page.route("**/static/js/**", lambda _route: None)
            page.goto(self.server.url + state.address(lang=view.lang, elder=view.elder), wait_until="commit")
            page.wait_for_selector("#wl-first")
            return
        page.context.clear_cookies(name=LAB_COOKIE)
        if state.facilitates:
            good = lab_pass(self.secret, until=int(time.time()) + PASS_SECONDS)
            page.context.add_cookies([{"name": LAB_COOKIE, "value": good, "url": self.server.url}])
        # A scene is opened by its address once, as a visitor would; after that its world is there.
        token = self._world_of(state).token if state.page or state.name in self.made else ""
        page.goto(self.server.url + state.address(lang=view.lang, elder=view.elder, world=token))
        settled(page, idle_ms=IDLE_MS)
        walker = Walker(page, self.server.url, lang=view.lang)
        for tap in state.taps:
            tap(walker)
        if state.taps and page.evaluate(CONNECTED):
            # A tap takes a moment to reach the server: what is still there from before it is not the answer.
            page.evaluate("window.idleSince = null")
            settled(page, idle_ms=IDLE_MS)
        page.wait_for_function(DRAWN)
        page.evaluate(ALL_OF_IT)
        if not (token or state.is_error):
            world = world_by_token(open_store(self.server.database_url), token_in(page.url))
            self.made[state.name] = world, len(read_history(world))

    def _world_of(self, state: State) -> World:
        """The state's world: the one of its last picture, unless something has happened in it since."""
        world, length = self.made.get(state.name, (None, 0))
        if world is None or state.taps or len(read_history(world)) != length:
            store = open_store(self.server.database_url)
            world = world_for(store, state.scene, state.happened, secret=self.secret)
            self.made[state.name] = world, len(read_history(world))
        return world


def token_in(address: str) -> str:
    """The world that an address names."""
    return parse_qs(urlsplit(address).query)["w"][0]


def take_all(executable: str, names: list[str], share: tuple[int, int], folder: Path) -> Iterator[Picture]:
    """The pictures of every `share[1]`-th of the named states, from the `share[0]`-th on."""
    numbered = list(enumerate(states()))
    chosen = [each for each in numbered if not names or each[1].name in names]
    with ExitStack() as open_things:
        home = Path(open_things.enter_context(tempfile.TemporaryDirectory(prefix="weilidai-gallery-")))
        # The app that is photographed knows the passes that are made here.
        os.environ.setdefault(KEY_SETTING, base64.b64encode(secrets.token_bytes(32)).decode())
        server = open_things.enter_context(running_app(home))
        playwright = open_things.enter_context(sync_playwright())
        browser = open_things.enter_context(chromium(playwright, executable))
        studio = Studio(server, browser, folder, names_of_people(), secrets.token_urlsafe(32))
        for number, state in chosen[share[0] :: share[1]]:
            for view in views_of(number):
                picture = studio.take(state, view)
                if any("HTTP 5" in each or each.startswith("error") for each in picture.wrong):
                    print(server.said(12), file=sys.stderr)
                yield picture


def take_share(executable: str, names: list[str], share: tuple[int, int], folder: Path) -> list[Picture]:
    """As `take_all`, told as it goes; for a process of its own."""
    taken: list[Picture] = []
    for picture in take_all(executable, names, share, folder):
        taken.append(picture)
        for each in picture.wrong:
            print(f"{picture.file}: {each}", file=sys.stderr, flush=True)
    return taken
