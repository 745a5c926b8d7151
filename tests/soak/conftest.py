"""What takes too long for `make test`: run by `make soak`, which prints what was measured.

Everything in this folder is marked `soak`, and is left out unless it is asked for with `-m soak`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

# The browser for the walk with two servers; they are the browser tests' own.
from tests.browser.conftest import browser, chromium_path  # noqa: F401

MEASURED = "measured"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here, once."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.soak)
            item.add_marker(pytest.mark.timeout(900))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each thing that was measured, above pytest's own closing line."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for name, said in report.user_properties:
                if name == MEASURED:
                    terminalreporter.write_line(f"· {said}")


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say what was measured; it is printed at the end of the run."""
    return lambda said: record_property(MEASURED, said)
