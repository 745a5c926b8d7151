"""Runs take turns: in the order in which they came, one at a time, and no slow one is waited for."""

import asyncio
import inspect
import threading
import time
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import Any

import pytest
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context_attr import SCRIPT_RUN_CONTEXT_ATTR_NAME

from pages.kit.serving import by_turns
from pages.kit.serving.by_turns import Turns

SHOWN: ContextVar[str] = ContextVar("SHOWN", default="nothing")
# Nothing here takes so long unless it never ends (seconds).
FOR_EVER = 20.0


class Runner:
    """A viewer's run, as Streamlit has it: what it does, in which thread it did it, and that it is over."""

    def __init__(self, does: Callable[[], object]) -> None:
        self.does, self.over = does, threading.Event()
        self._script_thread: threading.Thread | None = None
        self.ran_in: threading.Thread | None = None

    def _run_script_thread(self) -> None:
        assert self._script_thread is threading.current_thread()
        self.ran_in = self._script_thread
        try:
            self.does()
        finally:
            self.over.set()


def start_all(turns: Turns, runners: Sequence[Any]) -> None:
    """All of them come while another one runs; the server's event loop goes on until all are over."""
    all_came: Any = threading.Event()
    before: Any = Runner(lambda: all_came.wait(FOR_EVER))

    async def serve() -> None:
        for runner in [before, *runners]:
            turns.start(runner)
        all_came.set()
        until = time.monotonic() + FOR_EVER
        while not all(each.over.is_set() for each in runners):
            assert time.monotonic() < until, "somebody's turn never came"
            await asyncio.sleep(0.001)

    asyncio.run(serve())


def test_who_came_first_is_answered_first_and_nobody_cuts_in() -> None:
    told: list[str] = []

    def run(number: int) -> None:
        told.append(f"begin {number}")
        time.sleep(0.0005)
        told.append(f"end {number}")

    runners = [Runner(lambda number=number: run(number)) for number in range(30)]  # type: ignore[misc]
    start_all(Turns(), runners)

    assert told == [f"{what} {number}" for number in range(30) for what in ("begin", "end")]
    assert len({each.ran_in for each in runners}) == 1


def test_a_thread_that_rests_serves_who_comes_later() -> None:
    turns, first = Turns(), Runner(lambda: None)
    start_all(turns, [first])
    until = time.monotonic() + FOR_EVER
    while not turns._resting and time.monotonic() < until:
        time.sleep(0.001)
    known = threading.enumerate()
    second = Runner(lambda: None)
    start_all(turns, [second])

    assert second.ran_in in known


def test_who_waits_for_another_is_no_obstacle_to_it() -> None:
    """As many as one likes: each is let in beside those who take long."""
    together = threading.Barrier(25)
    runners = [Runner(lambda: together.wait(FOR_EVER)) for _one in range(25)]
    turns = Turns()

    start_all(turns, runners)

    assert len({each.ran_in for each in runners}) == 25
    # Those who have nothing to do any more go, but for a few.
    until = time.monotonic() + FOR_EVER
    while sum(each.ran_in.is_alive() for each in runners if each.ran_in) > by_turns._MOST_RESTING:
        assert time.monotonic() < until
        time.sleep(0.001)


def test_after_a_slow_one_there_are_turns_again() -> None:
    turns, slow_ends = Turns(), threading.Event()
    slow = Runner(lambda: slow_ends.wait(FOR_EVER))
    start_all(turns, [slow, Runner(slow_ends.set)])
    running: list[int] = []

    def run() -> None:
        running.append(1)
        assert len(running) == 1
        time.sleep(0.001)
        running.pop()

    start_all(turns, [Runner(run) for _one in range(10)])

    assert (slow.over.is_set(), turns._now, list(turns._waiting)) == (True, None, [])


def test_who_does_not_come_by_the_event_loop_runs_at_once() -> None:
    turns, ends = Turns(), threading.Event()
    watcher: Any = Runner(ends.set)
    waits: Any = Runner(lambda: ends.wait(FOR_EVER))

    async def serve() -> None:
        turns.start(waits)
        await asyncio.to_thread(turns.start, watcher)

    asyncio.run(serve())

    assert (watcher.over.wait(FOR_EVER), waits.over.wait(FOR_EVER)) == (True, True)


def test_a_run_finds_nothing_of_who_ran_before() -> None:
    found: list[tuple[str, object]] = []

    def run() -> None:
        found.append((SHOWN.get(), get_script_run_ctx(suppress_warning=True)))
        SHOWN.set("somebody's loan")
        setattr(threading.current_thread(), SCRIPT_RUN_CONTEXT_ATTR_NAME, "somebody's session")

    runners = [Runner(run) for _one in range(3)]
    start_all(Turns(), runners)

    assert found == [("nothing", None)] * 3
    assert len({each.ran_in for each in runners}) == 1


def test_a_run_that_breaks_is_told_of_and_the_next_one_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda given: told.append(str(given.exc_value)))

    def breaks() -> None:
        raise RuntimeError("broken")

    following = Runner(lambda: told.append("the next one"))
    start_all(Turns(), [Runner(breaks), following])

    assert told == ["broken", "the next one"]


def test_the_launcher_has_streamlits_runners_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ScriptRunner, "start", ScriptRunner.start)
    by_turns.take_turns()
    monkeypatch.setattr(ScriptRunner, "_run_script_thread", lambda self: self.over.set())
    runners: list[Any] = [ScriptRunner.__new__(ScriptRunner) for _one in range(3)]
    for each in runners:
        each._script_thread, each.over = None, threading.Event()

    async def serve() -> None:
        for runner in runners:
            runner.start()

    asyncio.run(serve())

    assert all(each.over.wait(FOR_EVER) for each in runners)
    assert all(each._script_thread.name == "ScriptRunner.scriptThread" for each in runners)


def test_streamlit_starts_a_run_as_it_did_when_this_was_written() -> None:
    """What `Turns` replaces is a new thread that runs this method and dies with the program, nothing else."""
    lines = [each.strip() for each in inspect.getsource(ScriptRunner.start).splitlines()]
    code = [each for each in lines[lines.index('"""', 2) + 1 :] if each and not each.startswith("#")]

    assert code == [
        "if self._script_thread is not None:",
        'raise RuntimeError("ScriptRunner was already started")',
        "self._script_thread = threading.Thread(",
        "target=self._run_script_thread,",
        'name="ScriptRunner.scriptThread",',
        "daemon=True,",
        ")",
        "self._script_thread.start()",
    ]
