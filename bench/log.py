"""The transparency log at a hundred thousand entries: an entry, proofs, a checkpoint, the whole audit."""

import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Line, seconds_for_one
from weilidai_core.store import open_store
from weilidai_core.trust.transparency.actions import About, append, head_of, sign_head
from weilidai_core.trust.transparency.audit_views import audited
from weilidai_core.trust.transparency.tree import is_included
from weilidai_core.trust.transparency.views import consistency, inclusion, root_at
from weilidai_core.world.actions import make_world

TITLE = "The transparency log, 100,000 entries"
ENTRIES = 100_000
APPEND_BAR, PROOF_BAR = 60e-6, 100e-6
TEXT = (
    '{"card":"6222 **** **** 0018","interest_fen":2345,"kind":"repayment-received","loan_note":'
    '"JJ20260308-01","number":3,"on":"2026-05-08","principal_fen":123456}'
)


def lines() -> Iterator[Line]:
    """One entry in an open transaction, proofs, and what surrounds them."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WEILIDAI_KEY_FOLDER"] = str(Path(folder) / "keys")
        store = open_store(f"sqlite:///{Path(folder) / 'log.sqlite3'}")
        world = make_world(store, persona="steady", scenario="steady")
        started = time.perf_counter()
        with store.writing() as session:
            for first in range(0, ENTRIES, 1000):
                append(session, world.id, [About(first + each, "bench", TEXT) for each in range(1000)])
        yield Line("one entry of a thousand at once", (time.perf_counter() - started) / ENTRIES)
        with store.writing() as session:
            seq = iter(range(ENTRIES, 10 * ENTRIES))
            one = seconds_for_one(
                lambda: append(session, world.id, [About(next(seq), "bench", TEXT)]), times=1000
            )
            yield Line("one entry, its commit aside", one, "the bar is 60 µs", one <= APPEND_BAR)
        chance = random.Random(6962)
        with store.reading() as session:
            head = head_of(session)
            assert head is not None
            size = head.size
            proof = seconds_for_one(lambda: inclusion(session, chance.randrange(size), size), times=1000)
            yield Line("an inclusion proof", proof, "the bar is 100 µs", proof <= PROOF_BAR)
            growth = seconds_for_one(
                lambda: consistency(session, chance.randrange(1, size), size), times=1000
            )
            yield Line("a consistency proof", growth, "the bar is 100 µs", growth <= PROOF_BAR)
            path, root = inclusion(session, 7, size), root_at(session, size)
            yield Line(
                "checking an inclusion proof",
                seconds_for_one(
                    lambda: is_included(b"", index=7, size=size, path=path, root=root), times=1000
                ),
            )
            yield Line("signing a checkpoint", seconds_for_one(lambda: sign_head(head), times=200))
            yield Line("reckoning the whole log again", seconds_for_one(lambda: audited(session), runs=1))
        store.close()
