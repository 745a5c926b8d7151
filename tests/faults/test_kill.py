"""kill -9 at every act of the journey, in the middle of it and just after it: nothing torn, nothing lost."""

import json
import multiprocessing

from tests.databases import Databases
from tests.faults.dying import AFTER_COMMIT, BEFORE_COMMIT, act_and_wait_for_the_end
from tests.worlds import give_pin, hash_of, signing, walked
from weilidai_core.act import REQUESTS, act
from weilidai_core.audit import audit
from weilidai_core.borrow.actions import SignContract
from weilidai_core.journey import Step
from weilidai_core.store import Store
from weilidai_core.world.actions import make_world
from weilidai_core.world.views import StepTaken, read_history, steps_taken
from weilidai_core.world.world import World

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.faults.dying"])


def killed(store: Store, world: World, step: StepTaken, *, at: str) -> None:
    """Let another process carry out a step, and kill it at that point as a power switch would."""
    asked = json.loads(step.request)
    here, there = PROCESSES.Pipe()
    process = PROCESSES.Process(
        target=act_and_wait_for_the_end,
        args=(store.url, world.token, asked["kind"], json.dumps(asked["body"]), step.key, at, there),
    )
    process.start()
    assert here.poll(30), "the process never came to the point"
    assert here.recv() == "there"
    process.kill()
    process.join()


def test_at_every_act_people_go_on_where_they_were(databases: Databases, engine: str) -> None:
    store = databases.store(engine)
    whole = walked(store, until=Step.SETTLE)
    steps = steps_taken(whole)
    assert len(steps) > 15
    world = make_world(store, persona=whole.persona, scenario=whole.scenario)

    for number, step in enumerate(steps, start=1):
        asked = json.loads(step.request)
        request = REQUESTS[asked["kind"]].model_validate(asked["body"])
        if isinstance(request, SignContract):
            give_pin(world)
            assert signing(world) == request
        before = len(read_history(world))

        killed(store, world, step, at=BEFORE_COMMIT)
        assert (len(read_history(world)), len(steps_taken(world))) == (before, number - 1)
        # Every third act is killed once more, after the commit and before its answer.
        if number % 3 == 0:
            killed(store, world, step, at=AFTER_COMMIT)
            assert len(steps_taken(world)) == number

        assert act(world, request, key=step.key).repeated is (number % 3 == 0)

    assert hash_of(world) == hash_of(whole)
    assert audit(store).is_clean
