"""One whole journey without a browser, and one rerun of a page."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Line, seconds_for_one
from weilidai_core.journey import Step
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.walking import Walk, start, walk
from weilidai_core.store import open_store

TITLE = "The journey"


def lines() -> Iterator[Line]:
    """A journey from the wallet to settlement, and the pages' server time."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        store = open_store(database)
        who = persona("first-timer")

        def journey() -> None:
            walk(Walk(start(store, who), who, who.plan), until=Step.SETTLE)

        yield Line("one headless journey, wallet to settled", seconds_for_one(journey, runs=5), note="28 acts, argon2 twice")
        os.environ["WEILIDAI_DATABASE_URL"] = database
        yield from _reruns()


def _reruns() -> Iterator[Line]:
    # Imported here: the core is measured without Streamlit in the process.
    from streamlit.testing.v1 import AppTest

    for page in ("me/me.py", "me/wallet.py", "borrow/home.py"):
        app = AppTest.from_file("pages/main.py", default_timeout=30).run()
        app.switch_page(page).run()
        assert not app.exception
        yield Line(f"one rerun of {page}", seconds_for_one(lambda app=app: app.run(), runs=10))
