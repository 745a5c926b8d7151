"""Someone who walks the app knowing only what is written on it, in the language they chose.

Nothing here knows an address, a key or a selector of a page: labels are looked for as a person would.
A walker may be restless in two ways: refresh after every step, or click everything that sends twice.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.phone import settled
from weilidai_core.language import translator


@dataclass
class Walker:
    """One person at one phone."""

    page: Page
    url: str
    lang: str = "zh"
    refreshes: bool = False
    clicks_twice: bool = False

    def says(self, label: str) -> str:
        """What a label reads in this walker's language: its longest piece between the figures in it."""
        return max(self._pieces(label), key=len).strip()

    def wording(self, label: str) -> re.Pattern[str]:
        """What a label looks like once its figures are in it: 「还款 {amount}」 is no 「下载还款日历」."""
        # A slash would end the pattern where the browser reads it.
        pieces = (re.escape(piece).replace(r"\ ", r"\s").replace("/", ".") for piece in self._pieces(label))
        return re.compile(".+".join(pieces))

    def _pieces(self, label: str) -> list[str]:
        return re.split(r"\{\w+\}", translator(self.lang).gettext(label))

    def open(self) -> None:
        """Open the app at its front door."""
        self.page.goto(f"{self.url}/?lang={self.lang}")
        settled(self.page)

    def button(self, label: str) -> Locator:
        """The first button that reads so and is not greyed out."""
        return (
            self.page.get_by_role("button", name=self.wording(label))
            .and_(self.page.locator(":enabled"))
            .first
        )

    def go(self, label: str) -> None:
        """Tap something that only leads somewhere."""
        self.button(label).click()
        settled(self.page)

    def send(self, label: str, *, arrives: str, shows: str = "") -> None:
        """Tap something that does something (twice, if restless), and see the page it leads to.

        `shows` is what only the page afterwards says, where its title is the same as before.
        """
        button = self.button(label)
        expect(button).to_be_enabled()
        if self.clicks_twice:
            button.dblclick(delay=20)
        else:
            button.click()
        self.arrive(arrives, shows=shows)

    def arrive(self, title: str, *, shows: str = "") -> None:
        """Wait for the page with this title; a restless walker refreshes it and must still be there."""
        self._sees(title, shows)
        if self.refreshes:
            self.page.reload()
            settled(self.page)
            self._sees(title, shows)

    def _sees(self, title: str, shows: str) -> None:
        heading = self.page.get_by_role("heading", level=1).first
        expect(heading).to_have_text(self.says(title), timeout=20_000)
        if shows:
            expect(self.page.get_by_text(self.says(shows)).first).to_be_visible(timeout=20_000)
        settled(self.page)

    def choose(self, field: str, option: str) -> None:
        """Choose from a list, as with a thumb: bring it into sight, then tap it open."""
        box = self.page.get_by_role("combobox", name=self.says(field))
        wanted = self.page.get_by_role("option", name=self.says(option))
        box.scroll_into_view_if_needed()
        settled(self.page)
        box.click()
        try:
            wanted.wait_for(timeout=2_000)
        except TookTooLong:
            # A list closes when what is under it scrolls, and the tap may have scrolled: then once more.
            box.press("ArrowDown")
        wanted.click()
        settled(self.page)

    def read_to_the_end(self) -> None:
        """Read the paper on the screen down to its last line."""
        jump = self.page.get_by_role("button", name=self.says("跳到文末")).first
        jump.click()
        settled(self.page)

    def type_pin(self, pin: str, *, times: int) -> None:
        """Type the six digits on the keyboard, as often as asked."""
        for _time in range(times):
            field = self.page.locator("input[type=password]").last
            field.click()
            field.press_sequentially(pin, delay=10)
        settled(self.page)
