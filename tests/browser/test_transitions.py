"""Between two states nothing flashes, goes blank, fades or jumps; what was set is there again afterwards."""

import secrets
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.app_server import AppServer
from tests.browser.frames import CLEAR, FILLED, FRAMED, bad_frames, record, shifts, watch
from tests.browser.phone import Complaints, new_visitor, settled
from tests.worlds import walked
from weilidai_core.journey import Step
from weilidai_core.store import open_store


@pytest.fixture
def phone(browser: Browser, server: AppServer, complaints: Complaints) -> Iterator[Page]:
    """A new visitor who sees every frame from the first one on."""
    with new_visitor(browser) as visitor:
        record(visitor, from_the_first=FRAMED)
        page = visitor.new_page()
        complaints.listen_to(page)
        yield page
        assert complaints.heard == []


def at_the_estimate(page: Page, server: AppServer) -> Page:
    """The page with the slider, at rest; its world is this visitor's."""
    secret = secrets.token_urlsafe(32)
    world = walked(open_store(server.database_url), until=Step.CONSENT, secret=secret)
    page.context.add_cookies([{"name": "weilidai", "value": secret, "url": server.url}])
    page.goto(f"{server.url}/estimate?lang=zh&w={world.token}")
    settled(page)
    page.locator(".told").wait_for()
    # The components bring their own scripts, which may still be on their way on a busy machine.
    page.locator("input.slide").wait_for()
    page.get_by_role("radio", name="12").wait_for()
    # Letters that arrive late move what they stand in: that is the first load's, not the slider's.
    page.evaluate("() => document.fonts.ready")
    return page


def slide(page: Page, steps: int = 1) -> None:
    """So many steps of the slider, by its keys, each answered before the next."""
    for _one in range(steps):
        before = page.locator(".told").inner_text()
        page.locator("input.slide").press("ArrowRight")
        expect(page.locator(".told")).not_to_have_text(before, use_inner_text=True)
    settled(page)


def amount(page: Page) -> str:
    """What stands in the large entry."""
    return page.locator("input.text").input_value()


def test_no_frame_of_the_first_load_is_bare(phone: Page, server: AppServer) -> None:
    phone.goto(f"{server.url}/wallet?lang=zh")
    settled(phone)

    assert bad_frames(phone) == []


def test_no_frame_between_two_pages_is_blank_or_faded(phone: Page, server: AppServer) -> None:
    phone.goto(f"{server.url}/wallet?lang=zh")
    settled(phone)
    # On a busy machine the first page may still be on its way; what is watched here is the change.
    phone.locator(".wl-title h1").wait_for()
    phone.get_by_role("button", name="微粒贷借钱").wait_for()
    watch(phone, FRAMED, FILLED, CLEAR)

    for tab in ("home", "chat", "me", "wallet", "home", "chat", "me", "wallet"):
        phone.locator(f".st-key-tab_{tab} button").click()
        phone.locator(f".st-key-tab_{tab}_on").wait_for()
        settled(phone)

    assert bad_frames(phone) == []


def test_a_step_of_the_slider_moves_and_fades_nothing(phone: Page, server: AppServer) -> None:
    at_the_estimate(phone, server)
    watch(phone, FILLED, CLEAR)

    slide(phone, 6)

    assert bad_frames(phone) == []
    assert shifts(phone) == []


def test_a_step_of_the_slider_brings_little_and_styles_little(phone: Page, server: AppServer) -> None:
    """Messages and bytes, not times: they say the same on any machine."""
    heard: list[int] = []
    phone.on("websocket", lambda socket: socket.on("framereceived", lambda data: heard.append(len(data))))
    at_the_estimate(phone, server)
    slide(phone)
    heard.clear()

    slide(phone)

    assert 0 < len(heard) <= 14
    assert sum(heard) <= 30_000


def test_the_amount_that_was_set_last_is_found_by_a_refresh_and_by_another_tab(
    phone: Page, server: AppServer
) -> None:
    at_the_estimate(phone, server)
    slide(phone, 2)
    kept = amount(phone)

    phone.reload()
    settled(phone)
    expect(phone.locator("input.text")).to_have_value(kept)

    other = phone.context.new_page()
    other.goto(phone.url)
    settled(other)
    expect(other.locator("input.text")).to_have_value(kept)


def test_moving_the_slider_faster_than_it_is_answered_breaks_nothing(phone: Page, server: AppServer) -> None:
    at_the_estimate(phone, server)
    slider, figures = phone.locator("input.slide"), phone.locator(".told")
    before = figures.inner_text()
    slider.focus()
    for _round in range(12):
        for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft"):
            phone.keyboard.press(key)
            # Faster than an answer, slower than a held key: each step is sent.
            phone.wait_for_timeout(25)

    expect(figures).to_have_text(before, use_inner_text=True)
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(slider).to_be_focused()


def test_an_opened_row_stays_open_while_the_slider_moves(phone: Page, server: AppServer) -> None:
    at_the_estimate(phone, server)
    row = phone.locator("details.wl-row").first
    row.locator("summary").click()
    before = row.inner_text()
    assert "=" in before

    slide(phone, 3)

    expect(row).to_have_attribute("open", "")
    expect(row).not_to_have_text(before, use_inner_text=True)


def test_what_the_slider_changed_in_place_is_what_a_fresh_page_draws(phone: Page, server: AppServer) -> None:
    at_the_estimate(phone, server)
    drawn = "() => document.querySelector('.in-place').innerHTML"
    slide(phone, 5)
    # More rows, then fewer, and an amount that is refused in between.
    for tenor, typed in (("24", "3000"), ("6", "1.5"), ("3", "2500")):
        phone.get_by_role("radio", name=tenor, exact=True).click()
        settled(phone)
        phone.locator("input.text").fill(typed)
        phone.locator("input.text").press("Enter")
        settled(phone)
        phone.wait_for_timeout(300)
        changed = phone.evaluate(drawn)

        phone.reload()
        settled(phone)
        phone.locator("input.slide").wait_for()
        phone.wait_for_function("() => document.querySelector('.in-place')?.childNodes.length > 0")

        assert phone.evaluate(drawn) == changed
        assert len(changed) > 100


def test_the_style_sheet_knows_every_key(phone: Page, server: AppServer) -> None:
    address = at_the_estimate(phone, server).url
    wrong = """() => [...document.querySelectorAll("[class*=st-key-], [data-key]")]
        .filter((el) => !el.classList.contains(`st-key-${el.dataset.key}`)).map((el) => el.className)"""
    for tab in ("estimate", "wallet", "me"):
        phone.goto(address.replace("/estimate", f"/{tab}"))
        settled(phone)
        assert phone.locator("[data-key]").count() > 5
        assert phone.evaluate(wrong) == []
