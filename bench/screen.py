"""What a person at a phone waits for, in the real app and the installed Chromium.

Each time ends where the frame that shows the answer has been painted, and is split where it is spent: in the
browser before sending, on the server and the wire, in drawing. Beside it stands the work behind one step in
processor time, which other work on the machine lengthens little: the server's, the browser's in script, style
and layout; and the messages it takes. Loopback only; every count is bounded here.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.app import App
from bench.measuring import Line, at_percent
from tests.browser.phone import chromium, find_chromium, new_visitor, settled

TITLE = "The screen: one phone"
STEPS, CHANGES, LOADS = 40, 40, 5
# Left out: the first ones find nothing ready yet.
WARMING = 4
TABS = ("home", "chat", "me", "wallet")
NINE_MBIT, ROUND_TRIP_MS = 9_000_000 / 8, 60
MOST_BYTES = 2_500_000

# Ears in the page: when it last sent, when the answer began and ended.
_EARS = """
window.wire = { sent: 0, first: 0, messages: 0, bytes: 0 };
const RealSocket = window.WebSocket;
window.WebSocket = class extends RealSocket {
    constructor(...all) {
        super(...all);
        this.addEventListener("message", ({ data }) => {
            window.wire.first ||= performance.now();
            window.wire.messages += 1;
            window.wire.bytes += data.byteLength ?? data.size ?? 0;
        });
    }
    send(data) { Object.assign(window.wire, { sent: performance.now(), first: 0 }); super.send(data); }
};
window.untilPainted = (begin, changed) => new Promise((done, fail) => {
    let started = 0;
    const late = setTimeout(() => fail(new Error("nothing was drawn")), 10000);
    const look = () => {
        if (!changed()) { requestAnimationFrame(look); return; }
        clearTimeout(late);
        // Seen before the frame is painted; a message sent now arrives right after it was.
        const painted = new MessageChannel();
        painted.port1.onmessage = () => done({
            all: performance.now() - started,
            before: window.wire.sent - started,
            away: (window.wire.first || window.wire.sent) - window.wire.sent,
        });
        painted.port2.postMessage(0);
    };
    started = performance.now();
    begin();
    look();
});
"""
_STEP = """() => {
    const slide = [...document.querySelectorAll("*")].map((el) => el.shadowRoot?.querySelector(".slide")).find(Boolean);
    const shown = () => document.querySelector(".wl-rows").textContent;
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
    """A slider step, a page change, the first load."""
    executable = find_chromium()
    if executable is None:
        yield Line("one phone", 0.0, "skipped: no Chromium (install one, or name it in WEILIDAI_CHROMIUM)")
        return
    with tempfile.TemporaryDirectory(prefix="weilidai-bench-") as folder:
        app = App(Path(folder))
        guest = app.guest()
        with app, sync_playwright() as playwright, chromium(playwright, executable) as browser:
            yield from _one_phone(browser, app, guest)


def _one_phone(browser: Browser, app: App, guest: tuple[str, str]) -> Iterator[Line]:
    secret, token = guest
    at = f"http://localhost:{app.port}"
    with new_visitor(browser) as visitor:
        visitor.add_cookies([{"name": "weilidai", "value": secret, "url": at}])
        visitor.add_init_script(_EARS)
        page = visitor.new_page()
        page.goto(f"{at}/estimate?lang=zh&w={token}")
        settled(page)
        page.locator(".wl-rows").wait_for(state="attached")
        wire = visitor.new_cdp_session(page)
        wire.send("Performance.enable")
        yield _waited(
            "slider step to new schedule painted", 0.060, _measured(app, page, wire, [_STEP] * STEPS)
        )
        page.goto(f"{at}/wallet?lang=zh&w={token}")
        settled(page)
        changes = [f"() => ({_CHANGE})('{TABS[one % 4]}')" for one in range(CHANGES)]
        yield _waited("page change, tap to new page painted", 0.250, _measured(app, page, wire, changes))
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


Measured = tuple[list[dict[str, float]], dict[str, float]]


def _measured(app: App, page: Page, wire: CDPSession, acts: Sequence[str]) -> Measured:
    """The times of each act, and what all of them cost on the way, for one."""
    for act in acts[:WARMING]:
        _calm(page).evaluate(act)
    before = _spent(app, _calm(page), wire)
    times = [_calm(page).evaluate(act) for act in acts]
    after = _spent(app, _calm(page), wire)
    return times, {name: (after[name] - before[name]) / len(acts) for name in after}


def _spent(app: App, page: Page, wire: CDPSession) -> dict[str, float]:
    told = {each["name"]: each["value"] for each in wire.send("Performance.getMetrics")["metrics"]}
    return {
        "server": app.cpu_seconds(),
        "script": told["ScriptDuration"],
        "style": told["RecalcStyleDuration"],
        "layout": told["LayoutDuration"],
        **page.evaluate("() => ({ messages: window.wire.messages, bytes: window.wire.bytes })"),
    }


def _waited(what: str, bar: float, measured: Measured) -> Line:
    times, one = measured
    every = {part: sorted(each[part] / 1000 for each in times) for part in ("all", "before", "away")}
    drawing = sorted((each["all"] - each["before"] - each["away"]) / 1000 for each in times)
    parts = {"browser": every["before"], "server and wire": every["away"], "drawing": drawing}
    told = ", ".join(f"{name} {_ms(at_percent(part, 50))}" for name, part in parts.items())
    work = ", ".join(f"{name} {_ms(one[name])}" for name in ("server", "script", "style", "layout"))
    p95 = at_percent(every["all"], 95)
    return Line(
        what,
        p95,
        f"p95, bar {_ms(bar)} ms; p50 {_ms(at_percent(every['all'], 50))}: {told}; work of one: {work} ms, "
        f"{one['messages']:.0f} messages, {one['bytes'] / 1000:.0f} kB",
        p95 <= bar,
    )


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.0f}"
