"""The whole journey on PostgreSQL, with two app processes behind nginx as the README says; then one dies.

Where there is no nginx, a proxy of the tests' own stands in for it.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.app_server import AppServer
from tests.browser.phone import Complaints, exceptions_shown, new_visitor, settled
from tests.browser.test_faults import offline, read_the_contract
from tests.browser.test_the_whole_journey import assert_done_once, settle_the_rest, walk
from tests.browser.walker import Walker
from tests.databases import POSTGRESQL, Databases
from tests.soak.nginx import Nginx, running_nginx
from tests.soak.sticky_proxy import Proxy, running_proxy
from tests.soak.two_servers import Served, running_servers
from weilidai_core.scenarios.personas import persona


@pytest.fixture
def database_url(databases: Databases) -> str:
    """A migrated PostgreSQL database."""
    return databases.migrated(POSTGRESQL)


def running_front(folder: Path, served: tuple[Served, ...]) -> AbstractContextManager[Nginx | Proxy]:
    """What keeps each browser with one of these servers."""
    ports = tuple(one.port for one in served)
    if shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin"):
        return running_nginx(folder, *ports)
    return running_proxy(*ports)


def test_a_whole_journey_on_each_of_two_servers(
    browser: Browser, database_url: str, tmp_path: Path, measured: Callable[[str], None]
) -> None:
    complaints = Complaints()
    with (
        running_servers(tmp_path, database_url, number=2) as served,
        running_front(tmp_path, served) as proxy,
    ):
        for port in proxy.servers:
            with visitor_of(browser, proxy, port) as page:
                complaints.listen_to(page)
                walker = Walker(page, proxy.url)
                walk(walker)
                settle_the_rest(walker)
                assert proxy.handed[-1] == port
                assert_done_once(AppServer(proxy.url, database_url, served[0].log), page)
                assert exceptions_shown(page) == []
        counts = handed_to(proxy)
    assert complaints.heard == []
    measured(f"a whole journey on each of two servers, on PostgreSQL behind {proxy.kind}: {counts}")


def test_the_journey_goes_on_when_its_server_dies(
    browser: Browser, database_url: str, tmp_path: Path, measured: Callable[[str], None]
) -> None:
    with (
        running_servers(tmp_path, database_url, number=2) as served,
        running_front(tmp_path, served) as proxy,
        visitor_of(browser, proxy, served[0].port) as page,
    ):
        walker = Walker(page, proxy.url)
        page.goto(f"{walker.url}/?scene=first-timer-contract&lang=zh")
        walker.arrive("借款合同")
        assert proxy.handed[-1] == served[0].port
        served[0].kill()
        # The page connects again by itself, to the other server, which has never seen this tab.
        offline(page)
        read_the_contract(walker)
        expect(walker.button("已读完，去签署")).to_be_enabled(timeout=30_000)
        walker.send("已读完，去签署", arrives="签署合同")
        walker.type_pin(persona("first-timer").pin, times=2)
        walker.arrive("放款")
        walker.send("查看账单", arrives="账单")
        walker.send("模拟日：跳到 {day}", arrives="账单", shows="今天到期")
        walker.send("还款 {amount}", arrives="还款")
        walker.send("确认还款 {amount}", arrives="还款", shows="还款成功（模拟）")
        walker.send("完成", arrives="账单")
        settle_the_rest(walker)
        assert_done_once(AppServer(proxy.url, database_url, served[1].log), page)
        assert exceptions_shown(page) == []
        assert proxy.handed[-1] == served[1].port
        counts = handed_to(proxy)
    measured(f"one of two servers killed under somebody reading, behind {proxy.kind}: done once; {counts}")


@contextmanager
def visitor_of(browser: Browser, proxy: Nginx | Proxy, port: int) -> Iterator[Page]:
    """A newcomer whom the proxy keeps with one of its servers; others of whom it does not are sent away."""
    for _ in range(32):
        with new_visitor(browser) as context:
            page = context.new_page()
            page.goto(f"{proxy.url}/?lang=zh")
            settled(page)
            if proxy.handed[-1] == port:
                yield page
                return
    raise AssertionError(f"nobody is kept with the server on port {port}")


def handed_to(proxy: Nginx | Proxy) -> str:
    """How many requests each server had."""
    handed = proxy.handed
    return (
        f"{len(handed)} requests, {' and '.join(str(handed.count(port)) for port in proxy.servers)} to each"
    )
