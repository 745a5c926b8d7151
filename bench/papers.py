"""The signing ceremony on the server, from the PIN to the filed contract, and checking a file."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator

from bench.measuring import Line, seconds_for_one
from tests.worlds import do, give_pin, open_drawdown, signing, walked
from weilidai_core.journey import Step
from weilidai_core.papers.filing import signed_contract
from weilidai_core.store import open_store
from weilidai_core.trust.authority import authority
from weilidai_core.trust.verification import verified

TITLE = "Papers"
CEREMONIES = 15
BAR_SECONDS = 0.6


def lines() -> Iterator[Line]:
    """The whole ceremony (median of CPU time: the machine may be shared), and one check."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WEILIDAI_KEY_FOLDER"] = f"{folder}/keys"
        store = open_store(f"sqlite:///{folder}/bench.sqlite3")
        took = []
        for _ceremony in range(CEREMONIES + 1):
            world = walked(store, until=Step.CONTRACT)
            give_pin(world)
            made = open_drawdown(world).contract
            if made is None:
                raise RuntimeError("a contract is there to be signed")
            started = time.process_time()
            do(world, signing(world))
            paper = signed_contract(world, made.contract)
            took.append(time.process_time() - started)
        # The first makes keys and reads the fonts.
        median = statistics.median(took[1:])
        yield Line(
            "a whole ceremony: PIN, act, PDF/A, two signatures, filed",
            median,
            note=f"≤ {BAR_SECONDS} s; the first took {took[0]:.2f} s",
            holds=median <= BAR_SECONDS,
        )
        root = authority().root
        yield Line(
            "one check of a signed contract", seconds_for_one(lambda: verified(paper.content, root=root))
        )
        store.close()
