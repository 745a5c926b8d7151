"""The machine's clock moves, back, forth and at every look: a journey's state does not change by a byte."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Python's own clock, and with it `date.today`, answers with another year at every look.
JUMPING = """
import itertools, time
seconds = itertools.cycle([0, 4e9, 946684800, 1.7e9, 2.2e9])
time.time = lambda: next(seconds)
time.time_ns = lambda: int(next(seconds) * 10**9)
import datetime
assert datetime.date.today().year != datetime.date.today().year
"""
WALKING = "from weilidai_core.command_line import main; main()"

# The same one floor down, for everything in the process: libraries, SQLite, the interpreter itself.
MOVED = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>
static const long jumps[] = {0, 4000000000L, 946684800L, 1700000000L, 2200000000L};
static unsigned looks;
static long now(void) { return jumps[looks++ % 5]; }
time_t time(time_t *kept) { time_t at = now(); if (kept) *kept = at; return at; }
int gettimeofday(struct timeval *at, void *zone) { at->tv_sec = now(); at->tv_usec = 0; return 0; }
int clock_gettime(clockid_t clock, struct timespec *at) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    if (clock != CLOCK_REALTIME) return real(clock, at);
    at->tv_sec = now(); at->tv_nsec = 0; return 0;
}
"""


def journey(program: str = WALKING, **environment: str) -> dict[str, object]:
    """A whole journey in a process of its own: its end, the books and the state hash."""
    ran = subprocess.run(
        [sys.executable, "-c", program, "journey", "--persona", "first-timer", "--json"],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    found: dict[str, object] = json.loads(ran.stdout)
    return found


def test_pythons_clock_jumping_at_every_look_changes_nothing() -> None:
    assert journey(JUMPING + WALKING) == journey()


def test_the_machines_clock_jumping_at_every_look_changes_nothing(tmp_path: Path) -> None:
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler on Linux, to put a clock of its own under a process")
    source, library = tmp_path / "moved.c", tmp_path / "moved.so"
    source.write_text(MOVED)
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    years = "import datetime; assert len({datetime.datetime.now().year for _ in range(5)}) > 3\n"

    assert journey(years + WALKING, LD_PRELOAD=str(library)) == journey()
