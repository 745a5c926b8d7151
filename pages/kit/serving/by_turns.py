"""Runs take turns: who came first is answered first, by a thread that then serves the next.

Streamlit starts a thread for every run, and the interpreter lets those that are under way go on by a moment
each, so that they all end late. One after the other, the first ends early and the last no later: with four
hundred viewers those who wait longest wait half as long. A run that takes long (a page that reckons, or waits
for the next figure) loses its turn and goes on beside the others, as every run did before.
"""

import asyncio
import sys
import threading
from collections import deque
from contextvars import Context
from queue import SimpleQueue
from typing import Final

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

# Several times what a slider step takes; then the next who waits is let in (seconds).
LONGEST: Final = 0.025
# So many threads stay when there is nothing to do.
_MOST_RESTING: Final = 8


class Turns:
    """Whose turn it is among the runs of a server, who waits for it, and the threads that are free."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now: ScriptRunner | None = None
        self._waiting: deque[ScriptRunner] = deque()
        self._is_watched = False
        self._resting: list[SimpleQueue[ScriptRunner]] = []

    def start(self, runner: ScriptRunner) -> None:
        """Have the runner run when it is its turn; returns at once."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            # Only the server's event loop keeps turns; a developer's file watcher has a thread of its own.
            self._employ(runner)
            return
        with self._lock:
            if self._now is not None:
                self._waiting.append(runner)
                if not self._is_watched:
                    self._is_watched = True
                    loop.call_later(LONGEST, self._hurry, loop, self._now)
                return
            self._now = runner
        self._employ(runner)

    def _hurry(self, loop: asyncio.AbstractEventLoop, before: ScriptRunner | None) -> None:
        """Let the next one in if it is still the turn of who had it before."""
        following = None
        with self._lock:
            if self._now is before:
                following = self._now = self._following()
            self._is_watched = bool(self._waiting)
            if self._is_watched:
                loop.call_later(LONGEST, self._hurry, loop, self._now)
        if following:
            self._employ(following)

    def _following(self) -> ScriptRunner | None:
        return self._waiting.popleft() if self._waiting else None

    def _employ(self, runner: ScriptRunner) -> None:
        try:
            place = self._resting.pop()
        except IndexError:
            place = SimpleQueue()
            # As Streamlit's own: a page that hangs does not keep the program from ending.
            threading.Thread(
                target=self._serve, args=(place,), daemon=True, name="ScriptRunner.scriptThread"
            ).start()
        place.put(runner)

    def _serve(self, place: SimpleQueue[ScriptRunner]) -> None:
        """A thread's life: run who is given to it, and then who waits, until there are enough that rest."""
        while True:
            runner: ScriptRunner | None = place.get()
            while runner:
                _run(runner)
                with self._lock:
                    had_turn = self._now is runner
                    runner = self._following() if had_turn else None
                    if had_turn:
                        self._now = runner
            if len(self._resting) >= _MOST_RESTING:
                return
            self._resting.append(place)


def take_turns() -> None:
    """From now on runs take turns; for the launcher."""
    turns = Turns()

    def start(self: ScriptRunner) -> None:
        turns.start(self)

    ScriptRunner.start = start  # type: ignore[method-assign]


def _run(runner: ScriptRunner) -> None:
    """Run it in this thread as in a new one: nothing is there from who ran here before."""
    here = threading.current_thread()
    own = set(vars(here))
    runner._script_thread = here
    try:
        Context().run(runner._run_script_thread)
    except BaseException:
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), here)))
    finally:
        # Streamlit keeps at its thread whose run it is.
        for name in set(vars(here)) - own:
            delattr(here, name)
