"""The real app, started as its own process on a free port with a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
STOP_SECONDS = 10
LOG_LINES = 40


class AppDidNotStart(Exception):
    """Raised when the app ends, or says nothing, before it is healthy; carries the end of its log."""


@dataclass(frozen=True)
class AppServer:
    """A running app: where it is, what it stores in, and what it has said."""

    url: str
    database_url: str
    log: Path

    def said(self, lines: int = LOG_LINES) -> str:
        """The last lines of the app's log."""
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


@contextmanager
def running_app(folder: Path, *, settings: dict[str, str] | None = None) -> Iterator[AppServer]:
    """The app, healthy, with its database and log in `folder`; ended by its handle when the block is left.

    `settings` are further environment variables for it. Raises AppDidNotStart.
    """
    folder.mkdir(parents=True, exist_ok=True)
    database_url = f"sqlite:///{folder / 'weilidai.sqlite'}"
    # No colours: the log is read in a test report.
    quiet = {"NO_COLOR": "1", "TERM": "dumb", "STREAMLIT_LOGGER_ENABLE_RICH": "false"}
    environment = {**os.environ, **quiet, "WEILIDAI_DATABASE_URL": database_url, **(settings or {})}
    log = folder / "app.log"
    # Between finding a free port and listening on it another process may take it: then once more.
    for attempts_left in (2, 1, 0):
        port = free_port()
        with log.open("ab") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", *_flags(port)],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            server = AppServer(f"http://localhost:{port}", database_url, log)
            if _becomes_healthy(process, server):
                yield server
                return
            if not attempts_left or "already in use" not in server.said():
                raise AppDidNotStart(f"the app on port {port}:\n{server.said()}")
        finally:
            _end(process)


def _flags(port: int) -> list[str]:
    # What is said here concerns the test alone; everything else is the product's own config.toml.
    return ["--server.port", str(port), "--server.headless", "true", "--server.fileWatcherType", "none"]


def free_port() -> int:
    """A port nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _becomes_healthy(process: subprocess.Popen[bytes], server: AppServer) -> bool:
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
