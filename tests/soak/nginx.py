"""nginx with the very lines of the README, in front of servers of this machine.

Only the addresses are others: where it listens, and where the servers are. Around the lines stands what a
system's own nginx.conf has: the events, the http block, and files in a folder of the test's own.
"""

import os
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.app_server import ROOT, free_port

_LINES = re.compile(r"```nginx\n(.*?)```", re.DOTALL)
_AROUND = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    log_format handed "$upstream_addr";
    access_log {folder}/handed.log handed;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{lines}
}}
"""
START_SECONDS = 10


def readme_lines() -> str:
    """The nginx lines of the README."""
    (lines,) = _LINES.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    return str(lines)


@dataclass(frozen=True)
class Nginx:
    """A running nginx: where it listens, and its servers' ports."""

    servers: tuple[int, ...]
    port: int
    folder: Path
    kind: str = "nginx"

    @property
    def url(self) -> str:
        """Where a browser goes: a name, as in the street, which the machine itself answers to."""
        return f"http://weilidai.localhost:{self.port}"

    @property
    def handed(self) -> list[int]:
        """The ports of the servers that answered, oldest first; a WebSocket counts when it has ended."""
        told = (self.folder / "handed.log").read_text(encoding="utf-8").split("\n")
        # Where one server did not answer and the next one did, both stand there.
        return [int(line.rpartition(":")[2]) for line in told if ":" in line]


@contextmanager
def running_nginx(folder: Path, *servers: int) -> Iterator[Nginx]:
    """nginx in front of servers on these ports; ended by its handle when the block is left."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    assert program is not None
    one = Nginx(servers, free_port(), folder)
    lines = readme_lines()
    written = re.findall(r"server 127\.0\.0\.1:(\d+);", lines)
    assert len(written) == len(servers)
    for address, port in zip(written, servers, strict=True):
        lines = lines.replace(f"server 127.0.0.1:{address};", f"server 127.0.0.1:{port};")
    assert lines.count("listen 80;") == 1
    lines = lines.replace("listen 80;", f"listen 127.0.0.1:{one.port};")
    settings = folder / "nginx.conf"
    settings.write_text(
        _AROUND.format(user="user root;" if os.geteuid() == 0 else "", folder=folder, lines=lines),
        encoding="utf-8",
    )
    with (folder / "nginx.log").open("wb") as output:
        process = subprocess.Popen(
            [program, "-p", str(folder), "-c", str(settings)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_it_answers(one, process)
        yield one
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def _wait_until_it_answers(one: Nginx, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{one.port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise AssertionError((one.folder / "nginx.log").read_text(encoding="utf-8")[-2000:])
