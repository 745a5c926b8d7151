"""Several app processes on one PostgreSQL database, started as the README says: uvicorn with uvloop."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.app_server import ROOT, START_SECONDS, STOP_SECONDS, free_port


@dataclass(frozen=True)
class Served:
    """One app process, and where it listens."""

    port: int
    process: "subprocess.Popen[bytes]"
    log: Path

    def kill(self) -> None:
        """End it as a power switch would."""
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        """Ask it to end, and see to it."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()


@contextmanager
def running_servers(folder: Path, database_url: str, *, number: int) -> Iterator[tuple[Served, ...]]:
    """So many app processes, all healthy; those still running are ended when the block is left."""
    with ExitStack() as stack:
        served = tuple(_started(folder, database_url, each) for each in range(number))
        for one in served:
            stack.callback(one.end)
        for one in served:
            _wait_until_healthy(one)
        yield served


def _started(folder: Path, database_url: str, number: int) -> Served:
    port, log = free_port(), folder / f"server-{number}.log"
    environment = {**os.environ, "WEILIDAI_DATABASE_URL": database_url, "NO_COLOR": "1", "TERM": "dumb"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "app:app", "--loop", "uvloop", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    return Served(port, process, log)


def _wait_until_healthy(one: Served) -> None:
    until = time.monotonic() + START_SECONDS
    while one.process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://localhost:{one.port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"server on port {one.port}:\n{one.log.read_text(encoding='utf-8')[-4000:]}")
