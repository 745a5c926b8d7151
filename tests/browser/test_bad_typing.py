"""The worst five things to type, into the real form and the real amount: a sentence, and the typing stays."""

import pytest
from playwright.sync_api import Page, expect

from tests.bad_typing import TYPED, assert_clear
from tests.browser.app_server import AppServer
from tests.browser.phone import settled
from tests.browser.walker import Walker

WORST = [TYPED[kind] for kind in ("too long", "emoji", "full-width digits", "sql", "html")]
FIELDS = ("工作单位", "月收入", "居住地", "联系人姓名", "联系人手机号")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_works(page: Page, server: AppServer, lang: str) -> None:
    walker = Walker(page, server.url, lang=lang)
    page.goto(f"{server.url}/?lang={lang}&scene=first-timer")
    settled(page)
    walker.send("微粒贷借钱", arrives="微粒贷")
    walker.send("查额度", arrives="身份核对")
    walker.send("确认无误，下一步", arrives="完善信息")
    typing = dict(zip(FIELDS, WORST, strict=True))
    for field, typed in typing.items():
        page.get_by_role("textbox", name=walker.says(field), exact=True).fill(typed)
    walker.go("下一步")

    page.reload()
    settled(page)
    for field, typed in typing.items():
        expect(page.get_by_role("textbox", name=walker.says(field), exact=True)).to_have_value(typed)
    walker.go("下一步")
    # The purpose was never chosen: one more.
    told = page.locator(".wl-refused")
    expect(told).to_have_count(len(FIELDS) + 1)
    for said in told.all_inner_texts():
        assert_clear(said, lang=lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_amount(page: Page, server: AppServer, lang: str) -> None:
    walker = Walker(page, server.url, lang=lang)
    page.goto(f"{server.url}/?lang={lang}&scene=second-drawdown")
    settled(page)
    walker.send("借一笔", arrives="借款试算")
    amount = page.get_by_role("textbox", name=walker.says("借款金额（元）"))
    for typed in WORST:
        amount.fill(typed)
        amount.press("Enter")
        under_it = page.locator("p.refused")
        expect(under_it).not_to_be_empty()
        settled(page)
        assert_clear(under_it.inner_text(), lang=lang)
        expect(amount).to_have_value(typed)

    page.reload()
    settled(page)
    expect(amount).to_have_value(WORST[-1])
