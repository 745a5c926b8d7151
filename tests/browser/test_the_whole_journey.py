"""From the wallet to 结清 in the browser, knowing only the labels: calmly, refreshing, and clicking twice."""

from playwright.sync_api import Page, expect
from sqlmodel import Session, create_engine, select

from tests.browser.app_server import AppServer
from tests.browser.phone import settled
from tests.browser.walker import Walker
from weilidai_core.audit import audit
from weilidai_core.ledger.tables import JournalEntryRow
from weilidai_core.store import open_store
from weilidai_core.store.tables import EventRow
from weilidai_core.world.tables import WorldRow

DOCUMENTS = ("征信查询授权书", "个人信息处理授权书", "人脸信息授权书", "合作银行共享授权书")


# Calmly in English here; calmly in Chinese in `test_nothing_is_left`, which looks at the files afterwards.
def test_it_works(page: Page, server: AppServer) -> None:
    walker = Walker(page, server.url, lang="en")
    walk(walker)
    settle_the_rest(walker)
    assert_done_once(server, page)


# What a restless person does has nothing to do with the language, so each restlessness walks in one.
def test_with_a_refresh_after_every_step(page: Page, server: AppServer) -> None:
    walker = Walker(page, server.url, lang="zh", refreshes=True)
    walk(walker)
    settle_the_rest(walker)
    assert_done_once(server, page)


def test_with_every_submit_clicked_twice(page: Page, server: AppServer) -> None:
    walker = Walker(page, server.url, lang="en", clicks_twice=True)
    walk(walker)
    settle_the_rest(walker)
    assert_done_once(server, page)


def walk(walker: Walker) -> None:
    """From the front door to one repaid instalment, as the first-time borrower."""
    walker.open()
    pin = read_pin(walker)
    walker.go("钱包")
    walker.arrive("钱包")
    walker.go("微粒贷借钱")
    walker.arrive("微粒贷")
    walker.send("查额度", arrives="身份核对")
    walker.send("确认无误，下一步", arrives="完善信息")
    walker.choose("借款用途", "家电家居")
    walker.send("下一步", arrives="授权")
    for document in DOCUMENTS:
        agree_to(walker, document)
    walker.send("下一步，试算额度", arrives="额度试算")
    walker.send("提交申请", arrives="审核")
    walker.arrive("审核结果")
    walker.send("按这个方案继续", arrives="综合融资成本")
    open_again_after_a_refresh(walker, "看综合融资成本明示表", shows="确认，去读合同")
    walker.send("确认，去读合同", arrives="借款合同")
    walker.read_to_the_end()
    walker.send("已读完，去签署", arrives="签署合同")
    walker.type_pin(pin, times=2)
    walker.arrive("放款")
    walker.send("查看账单", arrives="账单")
    walker.send("模拟日：跳到 {day}", arrives="账单", shows="今天到期")
    walker.send("还款 {amount}", arrives="还款")
    walker.send("确认还款 {amount}", arrives="还款", shows="还款成功（模拟）")
    walker.send("完成", arrives="账单")


def settle_the_rest(walker: Walker) -> None:
    """Early settlement of the whole rest."""
    # The only loan note in the list, by the words under its number: borrowed so much, 1 of 12 repaid.
    walker.go("借 {principal} · 已还 {paid}/{tenor} 期")
    walker.arrive("借据")
    walker.go("提前结清")
    walker.arrive("提前结清")
    walker.send("确认结清 {amount}", arrives="已结清")
    walker.send("完成", arrives="借款")


def read_pin(walker: Walker) -> str:
    """The sample person's PIN, as the menu shows it."""
    walker.go("菜单")
    pin = walker.page.locator(".wl-pin b").inner_text()
    walker.page.keyboard.press("Escape")
    settled(walker.page)
    return pin


def agree_to(walker: Walker, document: str) -> None:
    """Open a document, read it to its end, agree."""
    title = walker.says(document)
    walker.page.get_by_role("button", name=title).first.click()
    settled(walker.page)
    walker.read_to_the_end()
    agree = walker.page.get_by_role("dialog").get_by_role("button", name=walker.says("同意"), exact=True)
    expect(agree).to_be_enabled()
    if walker.clicks_twice:
        agree.dblclick(delay=20)
    else:
        agree.click()
    expect(walker.page.get_by_role("dialog")).to_have_count(0)
    walker.arrive("授权")


def open_again_after_a_refresh(walker: Walker, opens: str, *, shows: str) -> None:
    """A pop-up that a refresh has closed is opened again; then its button is waited for."""
    if not walker.page.get_by_role("dialog").count():
        walker.go(opens)
    expect(walker.page.get_by_role("button", name=walker.says(shows))).to_be_enabled(timeout=20_000)


def assert_done_once(server: AppServer, page: Page) -> None:
    """One loan, one payout, one repayment, one settlement in this visitor's world; the books balance."""
    token = page.evaluate("new URLSearchParams(location.search).get('w')")
    engine = create_engine(server.database_url)
    with Session(engine) as session:
        world = session.exec(select(WorldRow.id).where(WorldRow.token == token)).one()
        kinds = list(session.exec(select(EventRow.kind).where(EventRow.world_id == world)))
        entries = list(session.exec(select(JournalEntryRow.kind).where(JournalEntryRow.world_id == world)))
    engine.dispose()
    once = (
        "application-started",
        "identity-confirmed",
        "information-completed",
        "application-submitted",
        "limit-granted",
        "plan-chosen",
        "cost-confirmed",
        "contract-signed",
        "loan-disbursed",
        "repayment-received",
        "early-settlement-received",
        "loan-settled",
    )
    assert {kind: kinds.count(kind) for kind in once} == dict.fromkeys(once, 1)
    assert kinds.count("consent-given") == len(DOCUMENTS)
    assert entries.count("loan-disbursed") == 1
    assert audit(open_store(server.database_url)).broken == ()
