"""A rule is data in, a complete answer out: it imports no table, opens no session and reads no clock.

A rule file is every file of the core but the doors and what stands behind them, which are named here.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import CORE, core_files, imported_modules, is_within, name_of, tree

# The three doors of every stage, and the one extra action: it runs one day.
DOORS = {"tables.py", "actions.py", "views.py", "day_end.py"}
# Rooms whose whole business is to keep, to move or to run.
ROOMS_BEHIND_THE_DOORS = {"vault", "store", "world", "ledger", "scenarios", "command_line"}
FILES_BEHIND_THE_DOORS = {
    "act.py",
    "reactions.py",
    "schema.py",
    "audit.py",
    "logbook.py",
    "doctor.py",
    "log_check.py",
    "papers/filing.py",
    "trust/passkeys.py",
    # A signature is dated with the real moment, and nothing else is.
    "trust/moment.py",
}

TABLES_AND_SESSIONS = ("sqlmodel", "sqlalchemy", "alembic", "sqlite3", "psycopg", "weilidai_core.store")
CLOCKS = {
    "date": {"today"},
    "datetime": {"now", "today", "utcnow"},
    "time": {"gmtime", "localtime", "monotonic", "perf_counter", "time", "time_ns"},
}


def is_rule(path: Path) -> bool:
    """Whether a file of the core is a rule."""
    within = path.relative_to(CORE)
    return not (
        path.name in DOORS
        # A door with many pages behind it has several leaves.
        or path.name.endswith("_views.py")
        or within.parts[0] in ROOMS_BEHIND_THE_DOORS
        or within.as_posix() in FILES_BEHIND_THE_DOORS
    )


def impurities(module: ast.Module) -> Iterator[str]:
    """Where a file reaches for a table, a session or a clock."""
    for line, name in imported_modules(module):
        if any(is_within(name, forbidden) for forbidden in TABLES_AND_SESSIONS):
            yield f"{line} imports {name}"
        if name.startswith("weilidai_core.") and name.rsplit(".", 1)[-1] == "tables":
            yield f"{line} imports the tables {name}"
    yield from clocks(module)


def clocks(module: ast.Module) -> Iterator[str]:
    """Where a file reads the real time."""
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            if node.attr in CLOCKS.get(name, ()):
                yield f"{node.lineno} reads the clock {name}.{node.attr}"
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield f"{node.lineno} imports from time"


def test_no_rule_imports_a_table_opens_a_session_or_reads_a_clock() -> None:
    rules = [path for path in core_files() if is_rule(path)]

    assert rules, "the core has no rules"
    assert [f"{name_of(path)}:{offence}" for path in rules for offence in impurities(tree(path))] == []


def test_only_the_store_the_log_and_the_command_line_know_the_real_day() -> None:
    # Time is an argument everywhere: the world has its own day. Real moments are the rows' housekeeping.
    edges = {"store", "logbook.py", "command_line"}
    inner = [
        path
        for path in core_files()
        if path.relative_to(CORE).parts[0] not in edges
        and path.relative_to(CORE).as_posix() != "trust/moment.py"
    ]

    assert [f"{name_of(path)}:{offence}" for path in inner for offence in clocks(tree(path))] == []


@pytest.mark.parametrize(
    "breach",
    [
        "from sqlmodel import Session",
        "import sqlalchemy.orm",
        "from weilidai_core.repay.tables import LoanNote",
        "from weilidai_core.repay import tables",
        "from weilidai_core.store import engine",
        "def due(): return date.today()",
        "import datetime\nnow = datetime.datetime.now()",
        "from time import time",
    ],
)
def test_a_breach_is_noticed(breach: str) -> None:
    assert list(impurities(ast.parse(breach))) != []


def test_a_rule_may_use_dates_it_is_given() -> None:
    pure = "from datetime import date, timedelta\ndef due(on: date) -> date: return on + timedelta(days=1)\n"

    assert list(impurities(ast.parse(pure))) == []
