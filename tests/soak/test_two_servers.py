"""The whole journey on PostgreSQL with two app processes behind a sticky proxy; then one of them dies."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.app_server import AppServer
from tests.browser.phone import Complaints, exceptions_shown, new_visitor, settled
from tests.browser.test_the_whole_journey import (
    DOCUMENTS,
    agree_to,
    assert_done_once,
    open_again_after_a_refresh,
    read_pin,
    settle_the_rest,
    walk,
)
from tests.browser.walker import Walker
from tests.databases import POSTGRESQL, Databases
from tests.soak.sticky_proxy import Proxy, running_proxy
from tests.soak.two_servers import Served, running_servers


@pytest.fixture
def database_url(databases: Databases) -> str:
    """A migrated PostgreSQL database."""
    return databases.migrated(POSTGRESQL)


def test_the_whole_journey_behind_a_sticky_proxy(
    browser: Browser, database_url: str, tmp_path: Path, measured: Callable[[str], None]
) -> None:
    complaints = Complaints()
    with (
        running_servers(tmp_path, database_url, number=2) as served,
        running_proxy(*(one.port for one in served)) as proxy,
    ):
        for _ in range(2):
            with new_visitor(browser) as context:
                page = context.new_page()
                complaints.listen_to(page)
                walker = Walker(page, proxy.url)
                walk(walker)
                settle_the_rest(walker)
                assert_done_once(AppServer(proxy.url, database_url, served[0].log), page)
                assert exceptions_shown(page) == []
    assert complaints.heard == []
    measured(f"the whole journey on PostgreSQL behind a sticky proxy: {handed_to(proxy)}")


def test_the_journey_goes_on_when_its_server_dies(
    browser: Browser, database_url: str, tmp_path: Path, measured: Callable[[str], None]
) -> None:
    with (
        running_servers(tmp_path, database_url, number=2) as served,
        running_proxy(*(one.port for one in served)) as proxy,
        new_visitor(browser) as context,
    ):
        page = context.new_page()
        walker = Walker(page, proxy.url)
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
        died = kill_the_one_in_use(served, proxy)
        # The page connects again by itself, to the other server, which has never seen this browser.
        expect(page.locator("[data-testid=stApp]")).to_have_attribute(
            "data-test-connection-state", "CONNECTED", timeout=60_000
        )
        settled(page, timeout=60_000)
        walker.arrive("借款合同")
        walker.read_to_the_end()
        walker.send("已读完，去签署", arrives="签署合同")
        walker.type_pin(pin, times=2)
        walker.arrive("放款")
        walker.send("查看账单", arrives="账单")
        walker.send("模拟日：跳到 {day}", arrives="账单", shows="今天到期")
        walker.send("还款 {amount}", arrives="还款")
        walker.send("确认还款 {amount}", arrives="还款", shows="还款成功（模拟）")
        walker.send("完成", arrives="账单")
        settle_the_rest(walker)
        assert_done_once(AppServer(proxy.url, database_url, served[0].log), page)
        assert exceptions_shown(page) == []
        assert proxy.sockets[0] == died
        assert proxy.sockets[-1] != died
    measured(f"one of two servers killed before the signature: done once; {handed_to(proxy)}")


def kill_the_one_in_use(served: tuple[Served, ...], proxy: Proxy) -> int:
    """Kill the server that the browser talks to; its port."""
    one = next(one for one in served if one.port == proxy.sockets[-1])
    one.kill()
    return one.port


def handed_to(proxy: Proxy) -> str:
    """How many WebSockets each server had."""
    counts = [proxy.sockets.count(port) for port in proxy.servers]
    return f"{len(proxy.sockets)} WebSockets, {' and '.join(map(str, counts))} to each server"
