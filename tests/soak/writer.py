"""A process that writes: what a server does for its people, with each act acknowledged on its output.

`python -m tests.soak.writer` takes one line of JSON (a `Task`), opens the database, says "ready", waits for
another line, and works. An acknowledgement is one whole line, written at once, after the act was committed:
what the reader has read was acknowledged, however the process ended.
"""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Queue
from random import Random
from threading import Thread

from tests.soak.going_on import next_request
from weilidai_core.act import REQUESTS, act
from weilidai_core.errors import WeilidaiError
from weilidai_core.keys import key_of
from weilidai_core.scenarios.personas import persona
from weilidai_core.store import open_store
from weilidai_core.store.engine import DatabaseNotUsable
from weilidai_core.trust.actions import has_pin, set_pin
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history, world_by_token
from weilidai_core.world.world import World

ROOT = Path(__file__).resolve().parents[2]
LONGEST_SILENCE = 120.0
PAUSE_AFTER_AN_OUTAGE = 0.02


@dataclass(frozen=True)
class Task:
    """Either so many acts a thread (0: until killed) in these worlds, or so many clicks on one act.

    The worlds are dealt to the threads in turn, so each is written to by one thread of this process.
    """

    url: str
    worlds: tuple[str, ...]
    acts: int = 0
    threads: int = 1
    seed: int = 0
    clicks: int = 0
    key: str = ""
    kind: str = ""
    body: str = ""


@dataclass(frozen=True)
class Said:
    """One line of a writer: what became of one request. `problem` is empty where it was done."""

    world: str
    key: str
    step: int = 0
    repeated: bool = False
    problem: str = ""
    outage: bool = False
    milliseconds: int = 0


class Writer:
    """A writing process, as its parent holds it."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.writer"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        # Heard at once: a writer whose output nobody takes would stop in the middle of its work.
        self._lines: Queue[bytes] = Queue()
        self._ear = Thread(target=self._listen, daemon=True)
        self._ear.start()
        self._tell(json.dumps(asdict(task)))

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for line in output:
                self._lines.put(line)

    def wait_until_ready(self) -> None:
        """Until it has opened the database; it does nothing before `go`."""
        assert self._lines.get(timeout=LONGEST_SILENCE) == b"ready\n"

    def go(self) -> None:
        """Let it begin."""
        self._tell("go")

    def first(self, wanted: int) -> list[Said]:
        """Wait for the first so many acknowledgements."""
        return [Said(**json.loads(self._lines.get(timeout=LONGEST_SILENCE))) for _ in range(wanted)]

    def kill(self) -> None:
        """End it as a power switch would: no handler runs."""
        self.process.kill()

    def rest(self) -> list[Said]:
        """Everything it has acknowledged since; returns when it has ended."""
        self.process.wait()
        self._ear.join()
        lines = [self._lines.get() for _ in range(self._lines.qsize())]
        if self.process.stdin is not None:
            self.process.stdin.close()
        # A line that the kill has cut was not acknowledged.
        return [Said(**json.loads(line)) for line in lines if line.endswith(b"\n")]

    def _tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()


def main() -> None:
    """Read the task, open the database, wait for the word, work."""
    given = json.loads(sys.stdin.readline())
    task = Task(**{**given, "worlds": tuple(given["worlds"])})
    store = open_store(task.url)
    worlds = [world_by_token(store, token) for token in task.worlds]
    for world in worlds:
        read_history(world)
    os.write(1, b"ready\n")
    sys.stdin.readline()
    with ThreadPoolExecutor(task.threads) as threads:
        for number in range(task.threads):
            threads.submit(_work, task, worlds[number :: task.threads], Random(task.seed + number))


def _work(task: Task, worlds: list[World], chance: Random) -> None:
    if task.clicks:
        request = REQUESTS[task.kind].model_validate_json(task.body)
        for _ in range(task.clicks):
            do(worlds[0], request, task.key)
        return
    done = 0
    while not task.acts or done < task.acts:
        world = chance.choice(worlds)
        try:
            if not has_pin(world.store, world.id):
                pin = persona(world.persona).pin
                set_pin(world.store, world.id, pin=pin, again=pin)
            request = next_request(world, chance)
            key = key_of(request, read_history(world))
        except WeilidaiError as refused:
            # Another writer was quicker, or the database is away for a moment.
            _say(Said(world.token, "", problem=refused.code, outage=isinstance(refused, DatabaseNotUsable)))
            if isinstance(refused, DatabaseNotUsable):
                time.sleep(PAUSE_AFTER_AN_OUTAGE)
            continue
        done += do(world, request, key)


def do(world: World, request: Request, key: str) -> bool:
    """Do one thing and then acknowledge it; whether it was done now and by this writer."""
    began = time.perf_counter()
    try:
        outcome = act(world, request, key=key)
    except WeilidaiError as refused:
        _say(Said(world.token, key, problem=refused.code, outage=isinstance(refused, DatabaseNotUsable)))
        return False
    took = round((time.perf_counter() - began) * 1000)
    _say(Said(world.token, key, outcome.step, outcome.repeated, milliseconds=took))
    return not outcome.repeated


def _say(said: Said) -> None:
    # One write, one line; shorter than what a pipe takes in one piece, so threads do not mix theirs.
    os.write(1, f"{json.dumps(asdict(said))}\n".encode())


if __name__ == "__main__":
    main()
