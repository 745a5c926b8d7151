"""What a person at a phone waits for, in the real app and the installed Chromium; and a crowd of them.

Each time is split where it is spent: in the browser before sending, on the server and the wire, in drawing.
Loopback only; every count and every second is bounded here.
"""

import asyncio
import os
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Browser, Page, sync_playwright

from bench.measuring import Line
from bench.viewers import Viewer, watch_together
from tests.browser.app_server import ROOT, free_port
from tests.browser.phone import chromium, find_chromium, new_visitor, settled
from weilidai_core.journey import Step
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.walking import Walk, start, walk
from weilidai_core.store import open_store

TITLE = "The screen: one phone, and many"
STEPS, CHANGES, LOADS = 40, 40, 5
# Viewers share worlds, eight a world, so that making the worlds does not take longer than measuring.
WORLDS, CROWDS, CROWD_SECONDS = 50, ((200, 0.050), (400, 0.150)), 15.0
NINE_MBIT, ROUND_TRIP_MS = 9_000_000 / 8, 60
MOST_BYTES = 2_500_000

# Ears in the page: when it last sent, when the answer began and ended.
_EARS = """
window.wire = { sent: 0, first: 0, last: 0 };
const RealSocket = window.WebSocket;
window.WebSocket = class extends RealSocket {
    constructor(...all) {
        super(...all);
        this.addEventListener("message", () => {
            const now = performance.now();
            if (!window.wire.first) window.wire.first = now;
            window.wire.last = now;
        });
    }
    send(data) { Object.assign(window.wire, { sent: performance.now(), first: 0, last: 0 }); super.send(data); }
};
window.untilPainted = (begin, changed) => new Promise((done, fail) => {
    let started = 0;
    const late = setTimeout(() => fail(new Error("nothing was drawn")), 10000);
    const look = () => {
        if (!changed()) { requestAnimationFrame(look); return; }
        clearTimeout(late);
        // The frame in which it is seen is painted when the one after it begins.
        requestAnimationFrame(() => requestAnimationFrame(() => done({
            all: performance.now() - started,
            before: window.wire.sent - started,
            away: (window.wire.first || window.wire.sent) - window.wire.sent,
        })));
    };
    started = performance.now();
    begin();
    look();
});
"""
_STEP = """() => {
    const slide = [...document.querySelectorAll("*")].map((el) => el.shadowRoot?.querySelector(".slide")).find(Boolean);
    const shown = () => document.querySelector(".wl-figures").textContent;
    const before = shown(), up = Number(slide.value) < (Number(slide.min) + Number(slide.max)) / 2;
    return window.untilPainted(() => {
        slide.value = String(Number(slide.value) + (window.way ??= up ? 1 : -1) * Number(slide.step));
        slide.dispatchEvent(new Event("input"));
        slide.dispatchEvent(new Event("change"));
    }, () => shown() !== before);
}"""
_CHANGE = """(key) => {
    const tab = document.querySelector(`.st-key-tab_${key} button`);
    return window.untilPainted(() => tab.click(), () => {
        const body = document.querySelector(`.st-key-body_${key}`);
        return body && body.children.length > 0 && document.querySelector(`.st-key-tab_${key}_on`);
    });
}"""
_SEEN = """() => new Promise((done) => {
    const look = () => document.querySelector(".st-key-body_wallet [class*=st-key-cell_] button")
        ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))) : requestAnimationFrame(look);
    look();
})"""


def lines() -> Iterator[Line]:
    """A slider step, a page change, the first load; then two crowds."""
    executable = find_chromium()
    with tempfile.TemporaryDirectory(prefix="weilidai-bench-") as folder:
        app = _App(Path(folder))
        tokens = [app.world() for _one in range(WORLDS)]
        with app:
            if executable is None:
                yield Line(
                    "one phone", 0.0, "skipped: no Chromium (install one, or name it in WEILIDAI_CHROMIUM)"
                )
            else:
                with sync_playwright() as playwright, chromium(playwright, executable) as browser:
                    yield from _one_phone(browser, app, tokens[0])
        for count, bar in CROWDS:
            with app:
                yield _crowd(app, tokens, count, bar)


class _App:
    """`uvicorn app:app` under uvloop, on a free port of this machine, with a database of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = f"sqlite:///{folder / 'bench.sqlite'}"
        self.store = open_store(self.database)
        self.port = 0

    def world(self) -> tuple[str, str]:
        """A new world at the estimate, and the secret of the browser it belongs to."""
        who, secret = persona("first-timer"), secrets.token_urlsafe(32)
        world = start(self.store, who, secret=secret)
        walk(Walk(world, who, who.plan), until=Step.CONSENT)
        return secret, world.token

    def __enter__(self) -> "_App":
        self.port = free_port()
        command = [
            sys.executable,
            "-m",
            "uvicorn",
            "app:app",
            "--host",
            "localhost",
            "--port",
            str(self.port),
        ]
        with (self.folder / "app.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--loop", "uvloop", "--log-level", "warning"],
                cwd=ROOT,
                env={**os.environ, "WEILIDAI_DATABASE_URL": self.database},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"http://localhost:{self.port}/_stcore/health", timeout=2):
                    return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the app did not start")

    def __exit__(self, *_raised: object) -> None:
        self.process.terminate()
        self.process.wait(10)

    def cpu_seconds(self) -> float:
        """Processor time the app has used."""
        used = psutil.Process(self.process.pid).cpu_times()
        return float(used.user + used.system)


def _one_phone(browser: Browser, app: _App, world: tuple[str, str]) -> Iterator[Line]:
    secret, token = world
    at = f"http://localhost:{app.port}"
    with new_visitor(browser) as visitor:
        visitor.add_cookies([{"name": "weilidai", "value": secret, "url": at}])
        visitor.add_init_script(_EARS)
        page = visitor.new_page()
        page.goto(f"{at}/estimate?lang=zh&w={token}")
        settled(page)
        page.locator(".wl-figures").wait_for()
        steps = [_calm(page).evaluate(_STEP) for _one in range(STEPS + 5)][5:]
        yield _waited("slider step to new schedule painted", steps, 0.060)
        page.goto(f"{at}/wallet?lang=zh&w={token}")
        settled(page)
        order = ("home", "chat", "me", "wallet")
        changes = [_calm(page).evaluate(_CHANGE, order[one % 4]) for one in range(CHANGES + 4)][4:]
        yield _waited("page change, tap to new page painted", changes, 0.250)
    near = [_first_load(browser, f"{at}/wallet?lang=zh", slow=False) for _one in range(LOADS)]
    far = [_first_load(browser, f"{at}/wallet?lang=zh", slow=True) for _one in range(LOADS)]
    size = max(sent for _seconds, sent in near + far)
    for what, loads, bar in (("this machine", near, 1.5), ("9 Mbit/s and 60 ms", far, 3.0)):
        took = sorted(seconds for seconds, _sent in loads)[len(loads) // 2]
        yield Line(f"first load of the wallet, {what}", took, f"median of {LOADS}, bar {bar} s", took <= bar)
    note = f"{size / 1e6:.2f} MB transferred at most, bar {MOST_BYTES / 1e6} MB"
    yield Line("what the first load brings", 0.0, note, size <= MOST_BYTES)


def _calm(page: Page) -> Page:
    """The page at rest: people do not tap while it is still drawing."""
    page.wait_for_timeout(220)
    return page


def _first_load(browser: Browser, address: str, *, slow: bool) -> tuple[float, int]:
    """Seconds until the wallet is on the screen of a browser that was never here, and the bytes it took."""
    with new_visitor(browser) as visitor:
        page = visitor.new_page()
        wire, sent = visitor.new_cdp_session(page), [0]
        wire.send("Network.enable")
        if slow:
            speed = {"offline": False, "latency": ROUND_TRIP_MS}
            wire.send(
                "Network.emulateNetworkConditions",
                {**speed, "downloadThroughput": NINE_MBIT, "uploadThroughput": NINE_MBIT},
            )

        def finished(told: dict[str, Any]) -> None:
            sent[0] += int(told["encodedDataLength"])

        def framed(told: dict[str, Any]) -> None:
            sent[0] += len(told["response"]["payloadData"]) * 3 // 4

        wire.on("Network.loadingFinished", finished)
        wire.on("Network.webSocketFrameReceived", framed)
        page.goto(address, wait_until="commit")
        seconds = float(page.evaluate(_SEEN)) / 1000
        settled(page)
        page.wait_for_load_state("networkidle")
        return seconds, sent[0]


def _crowd(app: _App, worlds: Sequence[tuple[str, str]], count: int, bar: float) -> Line:
    viewers = [Viewer(*worlds[number % len(worlds)]) for number in range(count)]
    began, used = time.monotonic(), app.cpu_seconds()
    took = asyncio.run(watch_together(viewers, app.port, "estimate", seconds=CROWD_SECONDS))
    share = (app.cpu_seconds() - used) / (time.monotonic() - began)
    p95 = _at(took, 95)
    note = f"p95 of {len(took)} steps, p50 {_at(took, 50) * 1e3:.0f} ms, {share:.0%} of a core, bar {bar * 1e3:.0f} ms"
    return Line(f"{count} viewers, a slider step each 3 s", p95, note, p95 <= bar)


def _waited(what: str, measured: list[dict[str, float]], bar: float) -> Line:
    every = {part: sorted(one[part] / 1000 for one in measured) for part in ("all", "before", "away")}
    drawing = sorted((one["all"] - one["before"] - one["away"]) / 1000 for one in measured)
    parts = {"browser": every["before"], "server and wire": every["away"], "drawing": drawing}
    told = ", ".join(f"{name} {_at(part, 50) * 1e3:.0f}" for name, part in parts.items())
    p95 = _at(every["all"], 95)
    note = f"p95, bar {bar * 1e3:.0f} ms; p50 {_at(every['all'], 50) * 1e3:.0f} ms: {told}"
    return Line(what, p95, note, p95 <= bar)


def _at(ordered: Sequence[float], percent: int) -> float:
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]
