"""Someone who walks the app with Tab, Enter and the arrow keys alone. A pointer would be a complaint."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.phone import settled
from tests.browser.walker import Walker

MOST_TABS = 90
NO_POINTER = "addEventListener('pointerdown', () => console.error('a pointer was used'), true)"
# What has the focus, also inside a component: its words, its name, what kind of thing it is.
_FOCUSED = """() => {
    let el = document.activeElement;
    while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
    const root = el.getRootNode();
    const by = (name) => (el.getAttribute(name) ?? "").split(" ").map((id) => id && root.getElementById?.(id)?.textContent).join(" ");
    const option = el.getAttribute("aria-activedescendant");
    const labels = [...(el.labels ?? [])].map((label) => label.innerText).join(" ");
    const box = el.getBoundingClientRect();
    const ring = getComputedStyle(el).outlineStyle !== "none" || el.matches("input");
    return {
        words: [el.innerText, el.getAttribute("aria-label"), by("aria-labelledby"), labels].filter(Boolean).join(" "),
        tag: el.tagName.toLowerCase(), role: el.getAttribute("role") ?? el.type ?? "", off: el.disabled === true,
        option: option ? document.getElementById(option)?.innerText ?? "" : "",
        inDialog: Boolean(document.activeElement.closest("[role=dialog]")),
        seen: box.width > 0 && box.height > 0, ring,
    };
}"""
Focused = dict[str, str | bool]


class ByKeyboard(Walker):
    """A walker who never points at anything."""

    def focused(self) -> Focused:
        """What has the focus now."""
        found: Focused = self.page.evaluate(_FOCUSED)
        return found

    def tab_to(self, what: str, fits: Callable[[Focused], bool]) -> Focused:
        """Press Tab until the focus is on what fits; it must be on the screen and show that it has it."""
        passed = []
        for _press in range(MOST_TABS):
            now = self.focused()
            if fits(now):
                assert now["seen"], f"{what} has the focus but is not on the screen"
                assert now["ring"], f"{what} does not show that it has the focus"
                return now
            passed.append(str(now["words"])[:20])
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{what} is not reached by Tab; passed: {passed}")

    def to_button(self, label: str) -> None:
        """The focus on the button that reads so."""
        wording = self.wording(label)
        expect(self.button(label)).to_be_enabled(timeout=20_000)
        self.tab_to(
            label,
            lambda now: bool(now["tag"] == "button" and wording.search(str(now["words"])) and not now["off"]),
        )

    def go(self, label: str) -> None:
        self.to_button(label)
        self.page.keyboard.press("Enter")
        settled(self.page)

    def send(self, label: str, *, arrives: str, shows: str = "") -> None:
        self.go(label)
        self.arrive(arrives, shows=shows)

    def choose(self, field: str, option: str) -> None:
        words, wanted = self.says(field), self.says(option)
        self.tab_to(words, lambda now: now["role"] == "combobox" and words in str(now["words"]))
        for _press in range(20):
            self.page.keyboard.press("ArrowDown")
            if wanted in str(self.focused()["option"]):
                self.page.keyboard.press("Enter")
                settled(self.page)
                return
        raise AssertionError(f"{wanted} is not reached by the arrow keys")

    def type_pin(self, pin: str, *, times: int) -> None:
        self.tab_to("the PIN", lambda now: now["role"] == "password")
        for _time in range(times):
            self.page.keyboard.type(pin, delay=15)
            # The boxes are emptied for the second time.
            self.page.wait_for_timeout(250)
        settled(self.page)

    def agree_to(self, document: str) -> None:
        """Open a document, read it to its end, agree; the focus stays in the sheet until it closes."""
        self.go(document)
        self.page.wait_for_function("document.activeElement.closest('[role=dialog]')", timeout=3_000)
        self.read_to_the_end()
        words = self.says("同意")
        alone = re.compile(rf"(?:^|\s){re.escape(words)}\s*$")
        agree = self.page.get_by_role("dialog").get_by_role("button", name=words, exact=True)
        expect(agree).to_be_enabled()
        self.tab_to(
            words,
            lambda now: bool(now["inDialog"] and now["tag"] == "button" and alone.match(str(now["words"]))),
        )
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("dialog")).to_have_count(0)
        settled(self.page)

    def read_to_the_end(self) -> None:
        """Tab to the way to the end and take it; a paper whose last link was passed has been read already."""
        jump = self.page.get_by_role("button", name=self.says("跳到文末")).first
        words = self.says("跳到文末")
        expect(jump).to_be_visible()
        for _press in range(MOST_TABS):
            if not jump.is_visible():
                break
            if words in str(self.focused()["words"]) and self.focused()["tag"] == "button":
                self.page.keyboard.press("Enter")
                break
            self.page.keyboard.press("Tab")
        expect(jump).to_be_hidden()
        settled(self.page)


def slide(walker: ByKeyboard, page: Page) -> None:
    """Move the amount by two steps with the arrow keys, and see the schedule follow."""
    before = page.locator(".told").inner_text()
    walker.tab_to("the slider", lambda now: now["role"] == "range")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".told")).not_to_have_text(before, use_inner_text=True)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".told")).to_have_text(before, use_inner_text=True)
    settled(page)
