"""Many hands on one button, and many people at once: done once, in turn, and nobody told to try again.

The core has no retry loop to storm with: on PostgreSQL writers queue on one lock, which is counted here.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from threading import Barrier, Event, Thread

from sqlalchemy import text

from tests.databases import POSTGRESQL, Databases
from tests.soak.writer import Said, Task, Writer
from tests.worlds import give_pin, happened, rows, signing, walked
from weilidai_core.act import Outcome, act
from weilidai_core.audit import audit
from weilidai_core.events import LoanDisbursed
from weilidai_core.journey import Step
from weilidai_core.keys import key_of
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.walking import start
from weilidai_core.store import Store, open_store
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history, steps_taken
from weilidai_core.world.world import World

CLICKS, HANDS = 200, 8
ACTS, WRITERS, WORLDS = 800, 8, 16
WORLDS_OF_A_WRITER = 4
SAMPLE_SECONDS = 0.02


def about_to_sign(store: Store) -> tuple[World, Request, str]:
    """A world with a contract read and the PIN entered: the next click pays out."""
    world = walked(store, until=Step.CONTRACT)
    give_pin(world)
    request = signing(world)
    return world, request, key_of(request, read_history(world))


def assert_paid_out_once(world: World, repeated: list[bool], steps: set[int]) -> None:
    """One click did it, all the others were given its outcome."""
    assert sorted(repeated) == [False] + [True] * (CLICKS - 1)
    assert steps == {steps_taken(world)[-1].number}
    assert len(happened(world, LoanDisbursed)) == 1
    assert rows(world.store)["loan_note"] == 1
    assert audit(world.store).broken == ()


def test_200_clicks_from_8_threads_sign_once(
    databases: Databases, engine: str, measured: Callable[[str], None]
) -> None:
    world, request, key = about_to_sign(databases.store(engine))
    together = Barrier(HANDS)

    def hand(_: int) -> list[Outcome]:
        together.wait()
        return [act(world, request, key=key) for _click in range(CLICKS // HANDS)]

    began = time.monotonic()
    with ThreadPoolExecutor(HANDS) as threads:
        outcomes = [outcome for part in threads.map(hand, range(HANDS)) for outcome in part]
    took = time.monotonic() - began

    assert_paid_out_once(
        world, [outcome.repeated for outcome in outcomes], {outcome.step for outcome in outcomes}
    )
    measured(f"{CLICKS} clicks on one act from {HANDS} threads on {engine}: done once, {took:.1f} s")


def test_200_clicks_from_8_processes_sign_once(
    databases: Databases, engine: str, measured: Callable[[str], None]
) -> None:
    url = databases.migrated(engine)
    world, request, key = about_to_sign(open_store(url))
    task = Task(
        url=url,
        worlds=(world.token,),
        clicks=CLICKS // HANDS,
        key=key,
        kind=type(request).__name__,
        body=request.model_dump_json(),
    )
    said, took = work([task] * HANDS)

    assert [each for each in said if each.problem] == []
    assert_paid_out_once(world, [each.repeated for each in said], {each.step for each in said})
    measured(f"{CLICKS} clicks on one act from {HANDS} processes on {engine}: done once, {took:.1f} s")


def test_800_mixed_acts_by_8_writers_take_turns(
    databases: Databases, engine: str, measured: Callable[[str], None]
) -> None:
    url = databases.migrated(engine)
    with closing(Store(url)) as store:
        people = ("first-timer", "shopkeeper", "steady", "gig-worker")
        tokens = [start(store, persona(people[number % 4])).token for number in range(WORLDS)]
    # Each world belongs to two writers, who get in each other's way.
    tasks = [
        Task(
            url=url,
            worlds=tuple(tokens[(number * 2 + each) % WORLDS] for each in range(WORLDS_OF_A_WRITER)),
            acts=ACTS // WRITERS,
            seed=number,
        )
        for number in range(WRITERS)
    ]
    with watched(url) as seen:
        said, took = work(tasks)

    done = [each for each in said if not each.problem and not each.repeated]
    others = [each for each in said if each.problem]
    # "Try again" is what a retry storm would be made of.
    assert [each for each in others if each.outage] == []
    assert len(done) == ACTS
    assert seen.deadlocks == 0
    with closing(Store(url)) as store:
        kept = rows(store)["step"]
        assert kept == ACTS + WORLDS
        assert audit(store).broken == ()
    slowest = sorted(each.milliseconds for each in done)
    queue = f", at most {seen.longest} waiting for the lock, {seen.deadlocks} deadlocks" * (
        engine == POSTGRESQL
    )
    measured(
        f"{ACTS} mixed acts by {WRITERS} writers on {engine}: {took:.1f} s ({ACTS / took:.0f}/s), 0 retries, "
        f"{len(others)} refused because another was quicker, {sum(each.repeated for each in said)} repeated"
        f"{queue if engine == POSTGRESQL else ''}; an act took {slowest[len(slowest) // 2]} ms (median), "
        f"{slowest[len(slowest) * 95 // 100]} ms (95 %), {slowest[-1]} ms (slowest)"
    )


def work(tasks: list[Task]) -> tuple[list[Said], float]:
    """Let writers work that begin together; what they said, and the seconds it took."""
    writers = [Writer(task) for task in tasks]
    for writer in writers:
        writer.wait_until_ready()
    began = time.monotonic()
    for writer in writers:
        writer.go()
    with ThreadPoolExecutor(len(writers)) as threads:
        said = [each for part in threads.map(Writer.rest, writers) for each in part]
    return said, time.monotonic() - began


@dataclass
class Queue:
    """What PostgreSQL says of its locks: the most sessions seen waiting, and the deadlocks it broke."""

    longest: int = 0
    deadlocks: int = 0
    ended: Event = field(default_factory=Event)

    def look(self, store: Store) -> None:
        """Count those who wait, until told to end."""
        while not self.ended.wait(SAMPLE_SECONDS):
            self.longest = max(self.longest, _asked(store, _WAITING))


_WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)
_DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"


def _asked(store: Store, question: str) -> int:
    with store.reading() as session:
        return int(session.connection().execute(text(question)).scalar() or 0)


@contextmanager
def watched(url: str) -> Iterator[Queue]:
    """Watch the queue of writers from a connection of its own; SQLite keeps no such figures."""
    seen = Queue()
    if not url.startswith("postgres"):
        yield seen
        return
    with closing(Store(url)) as store:
        looking = Thread(target=seen.look, args=(store,))
        looking.start()
        try:
            yield seen
        finally:
            seen.ended.set()
            looking.join()
        seen.deadlocks = _asked(store, _DEADLOCKS)
