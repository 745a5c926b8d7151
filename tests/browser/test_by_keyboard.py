"""The whole journey by keyboard alone, with the focus always to be seen; and the page at 200 % zoom."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.app_server import AppServer
from tests.browser.keyboard import NO_POINTER, ByKeyboard, slide
from tests.browser.phone import Complaints, new_visitor, settled
from tests.browser.test_the_whole_journey import DOCUMENTS, assert_done_once, open_again_after_a_refresh
from weilidai_core.scenarios.personas import persona

# A desktop window of 1280 × 900 at 200 % has half as many points each way.
ZOOMED = (640, 450)
# What lies outside the screen and cannot be scrolled to, or is cut off sideways.
LOST = """() => {
    const lost = [];
    const seen = document.querySelector('[role=dialog]') ?? document.querySelector('.st-key-phone');
    if (document.scrollingElement.scrollWidth > innerWidth + 1) lost.push('the window scrolls sideways');
    for (const el of seen.querySelectorAll('button, h1, h2, p, dd, dt, summary, a[href], input')) {
        if (!el.checkVisibility({ opacityProperty: true })) continue;
        if (getComputedStyle(el).clipPath !== 'none' || el.closest('.wl-hidden')) continue;
        el.scrollIntoView({ block: 'center' });
        const box = el.getBoundingClientRect();
        const over = box.left < -1 || box.right > innerWidth + 1 || box.bottom < 1 || box.top > innerHeight - 1;
        if (over && box.width) lost.push(el.innerText || el.tagName);
    }
    return lost;
}"""


@pytest.fixture(scope="module", params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    """Both languages, one after the other."""
    return str(request.param)


@pytest.fixture(scope="module")
def desktop(browser: Browser, lang: str) -> Iterator[Page]:
    """A window at 200 %: it fetches the scripts once."""
    with new_visitor(browser, size=ZOOMED, lang=lang) as context:
        yield context.new_page()


# Which key leads where has nothing to do with the language.
def test_the_whole_journey(page: Page, server: AppServer) -> None:
    page.add_init_script(NO_POINTER)
    walker = ByKeyboard(page, server.url, lang="en")
    walker.open()
    walker.go("钱包")
    walker.arrive("钱包")
    walker.go("微粒贷借钱")
    walker.arrive("微粒贷")
    walker.send("查额度", arrives="身份核对")
    walker.send("确认无误，下一步", arrives="完善信息")
    walker.choose("借款用途", "家电家居")
    walker.send("下一步", arrives="授权")
    for document in DOCUMENTS:
        walker.agree_to(document)
    walker.send("下一步，试算额度", arrives="额度试算")
    slide(walker, page)
    walker.send("提交申请", arrives="审核")
    walker.arrive("审核结果")
    walker.send("按这个方案继续", arrives="综合融资成本")
    open_again_after_a_refresh(walker, "看综合融资成本明示表", shows="确认，去读合同")
    walker.send("确认，去读合同", arrives="借款合同")
    walker.read_to_the_end()
    walker.send("已读完，去签署", arrives="签署合同")
    walker.type_pin(persona("first-timer").pin, times=2)
    walker.arrive("放款")
    walker.send("查看账单", arrives="账单")
    walker.send("模拟日：跳到 {day}", arrives="账单", shows="今天到期")
    walker.send("还款 {amount}", arrives="还款")
    walker.send("确认还款 {amount}", arrives="还款", shows="还款成功（模拟）")
    walker.send("完成", arrives="账单")
    walker.go("借 {principal} · 已还 {paid}/{tenor} 期")
    walker.arrive("借据")
    walker.go("提前结清")
    walker.arrive("提前结清")
    walker.send("确认结清 {amount}", arrives="已结清")
    walker.send("完成", arrives="借款")
    assert_done_once(server, page)


@pytest.mark.parametrize(
    "scene", ["first-timer", "counter-offer", "first-timer-cost", "first-timer-sign", "first-timer-repaid"]
)
def test_nothing_is_lost_at_twice_the_size(
    desktop: Page, server: AppServer, complaints: Complaints, scene: str, lang: str
) -> None:
    desktop.context.clear_cookies()
    complaints.listen_to(desktop)
    desktop.goto(f"{server.url}/?scene={scene}&lang={lang}")
    settled(desktop)
    # On a busy machine what the server has sent is not all laid out yet.
    for _look in range(20):
        lost = desktop.evaluate(LOST)
        if not lost:
            break
        desktop.wait_for_timeout(250)

    assert lost == []
    assert complaints.heard == []
