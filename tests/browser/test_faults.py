"""What a person sees when the server is killed, or the line goes between a click and its answer."""

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app_server import ROOT, AppServer, _becomes_healthy, _flags, free_port
from tests.browser.phone import Complaints, settled
from tests.browser.test_the_whole_journey import read_pin
from tests.browser.walker import Walker
from weilidai_core.audit import audit
from weilidai_core.scenarios.personas import persona
from weilidai_core.store import Store


class MortalApp:
    """The real app, which is killed and started again on the same port and the same database."""

    def __init__(self, folder: Path) -> None:
        self.port, self.log = free_port(), folder / "app.log"
        database_url = f"sqlite:///{folder / 'weilidai.sqlite'}"
        self.server = AppServer(f"http://localhost:{self.port}", database_url, self.log)
        self.start()

    def start(self) -> None:
        """Start it and wait until it is healthy."""
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", *_flags(self.port)],
                cwd=ROOT,
                env={**os.environ, "NO_COLOR": "1", "WEILIDAI_DATABASE_URL": self.server.database_url},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        assert _becomes_healthy(self.process, self.server), self.server.said()

    def kill(self) -> None:
        """As a power switch would."""
        self.process.kill()
        self.process.wait()


@pytest.fixture
def mortal(chromium_path: str, tmp_path: Path) -> Iterator[MortalApp]:
    """An app of this test alone."""
    app = MortalApp(tmp_path)
    yield app
    app.kill()


class Line:
    """The line between the browser and the app; it can lose the answers, and it can be cut and mended."""

    def __init__(self, to: int) -> None:
        self.to, self.loses_answers, self.is_cut = to, False, False
        self._open: list[socket.socket] = []
        self._door = socket.create_server(("localhost", 0))
        self.url = f"http://localhost:{self._door.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Everything that is open breaks, and nothing new gets through."""
        self.is_cut = True
        while self._open:
            end = self._open.pop()
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def mend(self) -> None:
        """The line is there again."""
        self.is_cut = self.loses_answers = False

    def close(self) -> None:
        """For good."""
        self.cut()
        self._door.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self._door.accept()
                app = None
                with suppress(ConnectionRefusedError):
                    app = None if self.is_cut else socket.create_connection(("localhost", self.to))
                if app is None:
                    browser.close()
                    continue
                self._open += [browser, app]
                for source, to in ((browser, app), (app, browser)):
                    threading.Thread(
                        target=self._carry, args=(source, to, to is browser), daemon=True
                    ).start()

    def _carry(self, source: socket.socket, to: socket.socket, answers: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if not (answers and self.loses_answers):
                    to.sendall(data)
        with suppress(OSError):
            to.shutdown(socket.SHUT_RDWR)


@contextmanager
def line_to(url: str) -> Iterator[Line]:
    """A line to the app, taken down when the block is left."""
    line = Line(int(url.rpartition(":")[2]))
    try:
        yield line
    finally:
        line.close()


def is_clean(database_url: str) -> bool:
    """Whether the books hold, looked at from outside."""
    store = Store(database_url)
    try:
        return audit(store).is_clean
    finally:
        store.close()


def offline(page: Page) -> None:
    """The page says that the line is gone."""
    expect(page.get_by_text("网络断开了，正在重新连接")).to_be_visible(timeout=20_000)


def wait_out_the_reading_time(walker: Walker) -> None:
    """Look at the cost table until its time is over; without a server nothing can be confirmed."""
    expect(walker.page.get_by_text("阅读时间已到，可以确认了").first).to_be_visible(timeout=15_000)
    expect(walker.button("确认，去读合同")).to_have_count(0)


def read_the_contract(walker: Walker) -> None:
    """Read the contract to its end; without a server nothing can be signed."""
    walker.page.get_by_role("button", name="跳到文末").click()
    expect(walker.page.get_by_text("已读完全文")).to_be_visible()
    expect(walker.button("已读完，去签署")).to_have_count(0)


def test_the_server_is_killed_twice_under_somebody_reading_who_never_refreshes(
    page: Page, mortal: MortalApp, complaints: Complaints
) -> None:
    walker = Walker(page, mortal.server.url)
    page.goto(f"{walker.url}/?scene=first-timer-cost&lang=zh")
    walker.arrive("综合融资成本")
    pin = persona("first-timer").pin

    for read, wakes, arrives in (
        (wait_out_the_reading_time, "确认，去读合同", "借款合同"),
        (read_the_contract, "已读完，去签署", "签署合同"),
    ):
        mortal.kill()
        offline(page)
        read(walker)
        mortal.start()
        # What was read is told to the new server without another touch, and the first tap is not lost.
        expect(walker.button(wakes)).to_be_enabled(timeout=30_000)
        # What the browser said while there was no server is the kill itself; from here on it may say nothing.
        complaints.heard.clear()
        walker.send(wakes, arrives=arrives)

    walker.type_pin(pin, times=2)
    walker.arrive("放款")
    assert is_clean(mortal.server.database_url)


def test_what_is_read_while_the_line_is_cut_is_told_when_it_is_mended(
    page: Page, server: AppServer, complaints: Complaints
) -> None:
    with line_to(server.url) as line:
        walker = Walker(page, line.url)
        page.goto(f"{line.url}/?scene=first-timer-contract&lang=zh")
        walker.arrive("借款合同")
        line.cut()
        offline(page)
        read_the_contract(walker)
        line.mend()
        expect(walker.button("已读完，去签署")).to_be_enabled(timeout=30_000)
        complaints.heard.clear()

        walker.send("已读完，去签署", arrives="签署合同")


def test_an_amount_typed_while_the_line_is_cut_is_tried_when_it_is_mended(
    page: Page, server: AppServer, complaints: Complaints
) -> None:
    with line_to(server.url) as line:
        walker = Walker(page, line.url)
        page.goto(f"{line.url}/?lang=zh&scene=second-drawdown")
        settled(page)
        walker.send("借一笔", arrives="借款试算")
        amount = page.get_by_role("textbox", name="借款金额（元）")
        under_it = page.locator("p.refused")
        line.cut()
        offline(page)
        amount.fill("一万")
        amount.press("Enter")
        expect(under_it).to_be_empty()
        line.mend()

        expect(under_it).not_to_be_empty(timeout=30_000)
        expect(amount).to_have_value("一万")
        complaints.heard.clear()


def test_a_lost_answer_does_nothing_twice_and_the_page_says_that_the_line_is_gone(
    page: Page, server: AppServer
) -> None:
    with line_to(server.url) as line:
        walker = Walker(page, line.url)
        page.goto(f"{line.url}/?scene=first-timer-sign&lang=zh")
        walker.arrive("签署合同")
        pin = read_pin(walker)
        line.loses_answers = True
        for _time in range(2):
            field = page.locator("input[type=password]").last
            field.click()
            field.press_sequentially(pin, delay=10)
        page.wait_for_timeout(1500)
        line.cut()
        offline(page)
        line.mend()
        expect(page.get_by_text("网络断开了，正在重新连接")).to_be_hidden(timeout=30_000)
        page.reload()
        settled(page)

        expect(page.get_by_role("heading", level=1).first).not_to_have_text("签署合同")
        page.goto(f"{line.url}/bills?{page.url.partition('?')[2]}")
        settled(page)
        expect(page.get_by_role("button", name=re.compile(r"已还 0.12 期"))).to_have_count(1)
    assert is_clean(server.database_url)


@pytest.mark.parametrize("cookie", ["garbage", "k" * 3800])
def test_an_altered_cookie_gives_a_new_world_and_no_failure(
    page: Page, server: AppServer, cookie: str
) -> None:
    page.context.add_cookies([{"name": "weilidai", "value": cookie, "url": server.url}])

    Walker(page, server.url).open()

    kept = next(each for each in page.context.cookies() if each["name"] == "weilidai")
    assert kept["value"] != cookie
    assert len(kept["value"]) == 43
