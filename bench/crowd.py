"""Many people at once: each in a world and a browser of their own, a slider step every three seconds.

Wall time tells what they wait; processor time for one rerun tells the same on a machine that has other work.
"""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.app import App
from bench.measuring import Line, at_percent
from bench.viewers import Viewer, watch_together

TITLE = "The crowd: each with a world of their own, a slider step each 3 s"
CROWDS, SECONDS = ((200, 0.050), (400, 0.150)), 15.0


def lines() -> Iterator[Line]:
    """Two hundred viewers, and four hundred."""
    with tempfile.TemporaryDirectory(prefix="weilidai-bench-") as folder:
        app = App(Path(folder))
        guests = [app.guest() for _one in range(max(count for count, _bar in CROWDS))]
        for count, bar in CROWDS:
            with app:
                yield _crowd(app, guests[:count], bar)


def _crowd(app: App, guests: Sequence[tuple[str, str]], bar: float) -> Line:
    viewers = [Viewer(*guest) for guest in guests]
    used: list[float] = []
    watched = watch_together(
        viewers,
        app.port,
        "estimate",
        seconds=SECONDS,
        arrived=lambda: used.append(app.cpu_seconds()),
    )
    took = asyncio.run(watched)
    cpu = app.cpu_seconds() - used[0]
    reruns = len(took)
    p95 = at_percent(took, 95)
    note = (
        f"p95 of {reruns} steps, bar {bar * 1e3:.0f} ms; p50 {at_percent(took, 50) * 1e3:.0f} ms, "
        f"{cpu / reruns * 1e3:.1f} ms of processor each, {cpu / SECONDS:.0%} of a core"
    )
    return Line(f"{len(viewers)} viewers", p95, note, p95 <= bar)
