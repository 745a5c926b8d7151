"""Coming back: a second drawdown, two tabs at once, the back button, an address too early, a conversation."""

import re

from playwright.sync_api import Page, expect

from tests.browser.app_server import AppServer
from tests.browser.phone import settled
from tests.browser.test_the_whole_journey import open_again_after_a_refresh, read_pin
from tests.browser.walker import Walker


def opened(page: Page, server: AppServer, scene: str, *, title: str, lang: str = "zh") -> Walker:
    """A walker in a scene, at the page it opens."""
    walker = Walker(page, server.url, lang=lang)
    page.goto(f"{server.url}/?scene={scene}&lang={lang}")
    walker.arrive(title)
    return walker


def test_with_a_limit_in_hand_a_second_loan_needs_no_new_application(page: Page, server: AppServer) -> None:
    walker = opened(page, server, "second-drawdown", title="借款")
    pin = read_pin(walker)

    walker.send("再借一笔", arrives="借款试算")
    walker.send("下一步：看综合融资成本", arrives="综合融资成本")
    open_again_after_a_refresh(walker, "看综合融资成本明示表", shows="确认，去读合同")
    walker.send("确认，去读合同", arrives="借款合同")
    walker.read_to_the_end()
    walker.send("已读完，去签署", arrives="签署合同")
    walker.type_pin(pin, times=1)

    walker.arrive("放款")
    walker.send("查看账单", arrives="账单")
    expect(page.get_by_role("button", name=re.compile(r"JJ\d+-0[12]")).first).to_be_visible()


def test_two_tabs_that_sign_the_same_contract_pay_out_once(page: Page, server: AppServer) -> None:
    walker = opened(page, server, "first-timer-sign", title="签署合同")
    pin = read_pin(walker)
    second = page.context.new_page()
    second.goto(page.url)
    other = Walker(second, server.url)
    other.arrive("签署合同")

    walker.type_pin(pin, times=2)
    walker.arrive("放款")
    # The other tab still shows the page to sign; it is told what happened, and nothing is paid twice.
    other.type_pin(pin, times=2)

    expect(second.get_by_role("heading", level=1).first).not_to_have_text("签署合同")
    second.goto(f"{server.url}/bills?{page.url.split('?')[1]}")
    settled(second)
    expect(second.get_by_role("button", name=re.compile(r"已还 0.12 期"))).to_have_count(1)


def test_the_back_button_leads_back_and_forward_again(page: Page, server: AppServer) -> None:
    walker = opened(page, server, "first-timer", title="钱包")
    walker.go("微粒贷借钱")
    walker.arrive("微粒贷")

    page.go_back()
    walker.arrive("钱包")
    page.go_forward()
    walker.arrive("微粒贷")


def test_an_address_too_early_leads_to_the_missing_step_and_says_why(page: Page, server: AppServer) -> None:
    page.goto(f"{server.url}/sign?lang=zh")
    walker = Walker(page, server.url)

    walker.arrive("微粒贷")
    expect(page.get_by_text("获得额度之后才能借款，先完成申请。")).to_be_visible()


def test_an_answer_has_the_accounts_own_figures_and_stays(page: Page, server: AppServer) -> None:
    walker = opened(page, server, "first-timer-paid", title="放款")
    walker.send("完成", arrives="借款")
    walker.go("客服")
    walker.arrive("客服")

    walker.go("我一共还欠多少")

    answer = page.get_by_text(re.compile("截至今天一共 ¥3,000.00"))
    expect(answer).to_be_visible()
    page.reload()
    settled(page)
    expect(answer).to_be_visible()
