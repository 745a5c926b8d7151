"""What every test may rely on: a database of its own, and chances that are the same on any machine."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# The databases of both engines, for every test that asks for one of these names.
from tests.databases import (  # noqa: F401
    databases,
    engine,
    migrated_file,
    postgres_server,
    sqlite_store,
    store,
)

ROOT = Path(__file__).resolve().parent.parent

# The database and the keys of whoever runs the tests are never touched: each process of the run has its own
# folder, and the settings are made before any test module can read them.
_scratch = tempfile.TemporaryDirectory(prefix="weilidai-tests-")
os.environ["WEILIDAI_DATABASE_URL"] = f"sqlite:///{Path(_scratch.name) / 'weilidai.sqlite'}"
os.environ["WEILIDAI_KEY_FOLDER"] = str(Path(_scratch.name) / "keys")

# No deadline: on two shared cores a slow example says nothing about the law under test.
settings.register_profile("default", deadline=None)
# A build server looks further, and prints what is needed to see the failure again.
settings.register_profile("ci", deadline=None, max_examples=200, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default"))


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """The address of an empty database that belongs to this test alone."""
    return f"sqlite:///{tmp_path / 'weilidai.sqlite'}"
