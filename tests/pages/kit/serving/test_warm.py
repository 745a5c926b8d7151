"""What is loaded at the start is never looked through again, and all garbage is collected seldom."""

import subprocess
import sys

from tests.conftest import ROOT

# In a program of its own: what is frozen stays so.
PROGRAM = """
import gc
from pages.kit.serving import warm
warm.warm_up().join()
print(gc.get_freeze_count() > 100_000, gc.get_threshold()[2] == warm.COLLECTIONS_BETWEEN, gc.isenabled())
"""


def test_it_works() -> None:
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )

    assert said.stdout.split() == ["True", "True", "True"]
