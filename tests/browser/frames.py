"""What an eye would catch between two states of a page: every frame is looked at from inside the page.

Each check is a JavaScript expression that is true where a frame is as it should be; what a bad frame showed
instead is kept in words.
"""

from playwright.sync_api import BrowserContext, Page

# A frame is checked when the one after it begins: then it has been painted as it is.
_RECORDER = """
window.frames_seen = { count: 0, bad: [] };
window.watch_frames = (checks) => {
  const seen = (window.frames_seen = { count: 0, bad: [] });
  const look = () => {
    if (seen !== window.frames_seen) return;
    seen.count += 1;
    for (const [name, check] of Object.entries(checks)) {
      const found = check();
      if (found !== true) seen.bad.push(`${name}: ${found} (frame ${seen.count})`);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    for (const { node, previousRect, currentRect } of entry.sources)
      window.shifts.push(`${node?.className ?? node?.nodeName}: ${previousRect.y} → ${currentRect.y}`);
}).observe({ type: "layout-shift", buffered: true });
"""

FRAMED = """framed: () => {
  const cover = document.getElementById("wl-first");
  if (cover && getComputedStyle(cover).display !== "none" && getComputedStyle(cover).visibility !== "hidden") return true;
  // Between the page's beginning and its cover the parser may take a breath; the ground is the cover's then.
  const ground = document.body && getComputedStyle(document.body).backgroundColor;
  if (document.readyState === "loading" && ground === "rgb(237, 237, 237)") return true;
  const app = document.querySelector("[data-testid=stApp]"), phone = document.querySelector(".st-key-phone");
  if (!app || getComputedStyle(app).visibility === "hidden") return document.body ? "nothing covers an empty page" : true;
  return phone === null ? "no phone" : getComputedStyle(phone).position === "fixed" || "the phone has no style";
}"""
FILLED = """filled: () => {
  const title = document.querySelector(".wl-title h1")?.textContent ?? "";
  const body = document.querySelector("[data-wl~=body]");
  if (!title) return "no title";
  return (body?.innerText ?? "").trim().length > 0 || `nothing in the body of ${title}`;
}"""
CLEAR = """clear: () => {
  for (const part of document.querySelectorAll(".st-key-phone .stElementContainer, .st-key-phone .stVerticalBlock"))
    if (Number(getComputedStyle(part).opacity) < 1) return `${part.className} at ${getComputedStyle(part).opacity}`;
  return true;
}"""


def record(visitor: BrowserContext, *, from_the_first: str = "") -> None:
    """Put the recorder into every page of this visitor; `from_the_first` is checked from its first frame on."""
    begin = f"window.watch_frames({{ {from_the_first} }});" if from_the_first else ""
    visitor.add_init_script(_RECORDER + begin)


def watch(page: Page, *checks: str) -> None:
    """Look at every frame from now on, and forget what was seen before."""
    page.evaluate(f"() => {{ window.watch_frames({{ {', '.join(checks)} }}); window.shifts.length = 0; }}")


def bad_frames(page: Page) -> list[str]:
    """What was wrong in the frames that were looked at. A test in which there were none proves nothing."""
    seen = page.evaluate("() => window.frames_seen")
    assert seen["count"] > 2
    return list(seen["bad"])


def shifts(page: Page) -> list[str]:
    """What moved although nobody touched it."""
    return list(page.evaluate("() => window.shifts"))
