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
from tests.browser.test_the_whole_journey import open_again_after_a_refresh, read_pin
from tests.browser.walker import Walker
from weilidai_core.audit import audit
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
                if self.is_cut:
                    browser.close()
                    continue
                app = socket.create_connection(("localhost", self.to))
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


def test_the_server_is_killed_twice_on_the_way_and_people_go_on(
    page: Page, mortal: MortalApp, complaints: Complaints
) -> None:
    walker = Walker(page, mortal.server.url)
    page.goto(f"{walker.url}/?scene=first-timer-cost&lang=zh")
    walker.arrive("综合融资成本")

    mortal.kill()
    offline(page)
    mortal.start()
    # The tab comes back by itself; whoever is in a hurry refreshes.
    expect(page.get_by_text("网络断开了，正在重新连接")).to_be_hidden(timeout=30_000)
    walker.arrive("综合融资成本")
    page.reload()
    walker.arrive("综合融资成本")
    open_again_after_a_refresh(walker, "看综合融资成本明示表", shows="确认，去读合同")
    walker.send("确认，去读合同", arrives="借款合同")
    mortal.kill()
    mortal.start()
    page.reload()
    walker.arrive("借款合同")
    # What the browser said while there was no server is the kill itself; from here on it may say nothing.
    complaints.heard.clear()
    pin = read_pin(walker)
    walker.read_to_the_end()
    walker.send("已读完，去签署", arrives="签署合同")
    walker.type_pin(pin, times=2)

    walker.arrive("放款")
    assert is_clean(mortal.server.database_url)


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
            field = page.locator("input[inputmode=numeric]").last
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
