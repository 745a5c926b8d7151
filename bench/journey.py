"""One whole journey without a browser, and one rerun of a page."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Line, seconds_for_one
from weilidai_core.journey import Step
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.scenarios.walking import Walk, start, walk
from weilidai_core.store import open_store
from weilidai_core.world.views import steps_taken
from weilidai_core.world.world import World

TITLE = "The journey"
SECRET = "the secret of one browser"
ENTRY = Path(__file__).resolve().parents[1] / "pages" / "main.py"


def lines() -> Iterator[Line]:
    """A journey from the wallet to settlement, and the pages' server time."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        store = open_store(database)
        who = persona("first-timer")

        def journey() -> World:
            world = start(store, who)
            walk(Walk(world, who, who.plan), until=Step.SETTLE)
            return world

        acts = len(steps_taken(journey()))
        yield Line(
            "one headless journey, wallet to settled",
            seconds_for_one(journey),
            note=f"{acts} acts, argon2 twice",
        )
        os.environ["WEILIDAI_DATABASE_URL"] = database
        yield from _reruns(play(store, scenario("second-drawdown"), secret=SECRET))


def _reruns(world: World) -> Iterator[Line]:
    # Imported here: the core is measured without Streamlit in the process.
    from streamlit.logger import set_log_level
    from streamlit.testing.v1 import AppTest

    # It would remark on every page that no browser is there.
    set_log_level("ERROR")
    for page in ("me", "wallet", "home", "quote", "bills"):
        app = AppTest.from_file(str(ENTRY), default_timeout=30)
        app.session_state["wl_secret"] = SECRET
        app.session_state["wl_pending"] = (page, {})
        app.query_params["w"] = world.token
        app.run()
        if app.session_state["wl_page"] != page:
            raise RuntimeError(f"the page {page} did not open")
        yield Line(f"one rerun of the page {page}", seconds_for_one(app.run, runs=10), note="server time")
