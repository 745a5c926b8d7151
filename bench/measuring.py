"""One measured line, and the one way to take a time: the best of several runs, collector off."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """What was measured, its seconds for one, and, where a bar stands, whether it holds and what it says."""

    what: str
    seconds: float
    note: str = ""
    holds: bool | None = None


def seconds_for_one(act: Callable[[], object], *, times: int = 1, runs: int = 5) -> float:
    """The seconds one call takes: the best of `runs` runs of `times` calls each.

    The best, because everything that disturbs a measurement on a shared machine makes it longer.
    """
    act()
    best = float("inf")
    collecting = gc.isenabled()
    gc.disable()
    try:
        for _run in range(runs):
            started = time.perf_counter()
            for _call in range(times):
                act()
            best = min(best, time.perf_counter() - started)
    finally:
        if collecting:
            gc.enable()
    return best / times


def written(seconds: float) -> str:
    """A duration in the unit that reads best."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.2f} {unit}"
    return f"{seconds / 1e-6:.1f} µs"


def at_percent(ordered: Sequence[float], percent: int) -> float:
    """The value below which so many percent of the ordered values lie."""
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]
