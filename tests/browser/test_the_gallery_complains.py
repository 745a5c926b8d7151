"""The gallery's checks can fail: a page with a known defect is told, and the same page without it is not."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from gallery.checking import AXE, wrong_with
from gallery.states import states
from gallery.views import SIZES, View
from tests.browser.phone import Complaints, exceptions_shown, new_visitor

# A frame as the app's own, with room for what is wrong in it.
FRAME = """<!doctype html><html lang="{lang}"><title>x</title><style>
.st-key-phone {{ position: fixed; inset: 0; overflow: hidden auto; background: white; color: #191919;
                 font: 16px/1.5 sans-serif }}
button {{ min-width: 64px; min-height: 64px }} p {{ margin: 0 }}
</style><main class="st-key-phone"><h1>{title}</h1>{body}</main></html>"""

DEFECTS = {
    "sideways": '<p style="width:900px">a</p>',
    "cut off": '<p style="width:60px;overflow:hidden;white-space:nowrap">far too long for its box</p>',
    "cut off above": '<div style="height:12px;overflow:hidden"><p>one</p></div>',
    "cut off in a field": '<input aria-label="amount" value="1,300.00" style="width:40px">',
    "cut off placeholder": '<input aria-label="amount" placeholder="far too long for it" style="width:60px">',
    "overlap": '<p style="position:absolute;top:90px">one</p><p style="position:absolute;top:92px">two</p>',
    "covered": '<p>under</p><div style="position:relative;top:-24px;height:24px;background:white"></div>',
    "untranslated": "<p>还没有翻译</p>",
    "untranslated label": '<button aria-label="没有翻译">x</button>',
    "untranslated in a shadow": "<div id=shade></div>",
    "unfilled": "<p>Due on {day}</p>",
    "target": '<button style="min-width:0;min-height:0;width:30px;height:30px">x</button>',
    "target in large letters": '<button style="min-height:0;height:50px">x</button>',
    "error": '<p class="wl-error-state">failed</p>',
    "axe: color-contrast": '<p style="color:#bbb">pale words</p>',
    "axe: button-name": "<button></button>",
    "axe: label": "<input>",
}
# What the check calls it; the rest of a defect's name says where it is.
KINDS = (
    "sideways",
    "cut off",
    "overlap",
    "covered",
    "untranslated",
    "unfilled",
    "target",
    "error",
    "axe: color-contrast",
    "axe: button-name",
    "axe: label",
)
IN_A_SHADOW = "document.querySelector('#shade').attachShadow({ mode: 'open' }).innerHTML = '<p>没有翻译</p>'"
SHOWN = next(state for state in states() if state.name == "me-first")


def said_of(
    browser: Browser, body: str, *, lang: str = "en", elder: bool = False, title: str = "Title"
) -> list[str]:
    """What the checks say of a page with this in its frame."""
    view = View("phone", lang, elder=elder)
    with new_visitor(browser, size=SIZES["phone"], lang=lang) as visitor:
        page, ears = visitor.new_page(), Complaints()
        ears.listen_to(page)
        page.set_content(FRAME.format(lang=lang, title=title, body=body))
        if "shade" in body:
            page.evaluate(IN_A_SHADOW)
        page.evaluate(AXE)
        return [*ears.heard, *exceptions_shown(page), *wrong_with(page, SHOWN, view, own=[])]


@pytest.mark.parametrize("kind", DEFECTS)
def test_a_defect_is_told(browser: Browser, kind: str) -> None:
    told = said_of(browser, DEFECTS[kind], elder="large letters" in kind)
    begins = next(each for each in KINDS if kind.startswith(each))

    assert any(each.startswith(begins) for each in told)


@pytest.mark.parametrize("left", ["Close", "this was left in English"])
def test_english_left_on_a_chinese_page_is_told(browser: Browser, left: str) -> None:
    told = said_of(browser, f"<p>{left}</p>", lang="zh", title="题")

    assert [each.split(":")[0] for each in told] == ["untranslated"]


def test_a_page_that_names_the_wrong_language_is_told(browser: Browser) -> None:
    with new_visitor(browser) as visitor:
        page = visitor.new_page()
        page.set_content(FRAME.format(lang="zh-CN", title="Title", body=""))
        page.evaluate(AXE)

        assert [each.split(":")[0] for each in wrong_with(page, SHOWN, View("phone", "en"), own=[])] == [
            "language"
        ]


def test_what_the_console_and_streamlit_say_is_told(browser: Browser) -> None:
    told = said_of(
        browser,
        '<div data-testid="stException">Traceback</div><script>console.error("broken"); nothing()</script>',
    )

    assert any("broken" in each for each in told)
    assert any(each.startswith("script error") for each in told)
    assert "Traceback" in told


def test_a_page_without_a_defect_is_left_alone(browser: Browser) -> None:
    assert said_of(browser, "<p>All is well.</p><button>On</button>") == []


def test_a_state_that_shows_an_error_may_show_it_and_nothing_else(browser: Browser) -> None:
    with new_visitor(browser) as visitor:
        page = visitor.new_page()
        page.set_content(FRAME.format(lang="en", title="Title", body=DEFECTS["error"] + DEFECTS["unfilled"]))
        page.evaluate(AXE)
        told = wrong_with(page, replace(SHOWN, is_error=True), View("phone", "en"), own=[])

    assert [each.split(":")[0] for each in told] == ["unfilled"]
