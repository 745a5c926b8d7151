"""The app as it is hosted, for the subjects that need it: its own process, port and database; its guests."""

import os
import secrets
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psutil

from tests.browser.app_server import ROOT, free_port
from weilidai_core.journey import Step
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.walking import Walk, start, walk
from weilidai_core.store import open_store


class App:
    """`uvicorn app:app` under uvloop, on a free port of this machine, with its database in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = f"sqlite:///{folder / 'bench.sqlite'}"
        self.store = open_store(self.database)
        self.port = 0

    def guest(self) -> tuple[str, str]:
        """A browser's secret, and the token of its own world, which stands at the estimate."""
        who, secret = persona("first-timer"), secrets.token_urlsafe(32)
        world = start(self.store, who, secret=secret)
        walk(Walk(world, who, who.plan), until=Step.CONSENT)
        return secret, world.token

    def __enter__(self) -> "App":
        self.port = free_port()
        command = ["-m", "uvicorn", "app:app", "--host", "localhost", "--port", str(self.port)]
        with (self.folder / "app.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *command, "--loop", "uvloop", "--log-level", "warning"],
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
        self.__exit__()
        raise RuntimeError("the app did not start")

    def __exit__(self, *_raised: object) -> None:
        self.process.terminate()
        self.process.wait(10)

    def cpu_seconds(self) -> float:
        """Processor time the app has used."""
        used = psutil.Process(self.process.pid).cpu_times()
        return float(used.user + used.system)
