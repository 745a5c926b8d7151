"""回到某一步、分叉、重来: a world is its steps, so an earlier state is built by taking fewer of them.

Law: a rebuilt world reaches the same state hash as its parent had at that step; nothing is copied but
the signer's PIN and the evidence of past signatures, which belong to the same person in the same past; for
the same reason it stands on its parent's leaves of the log and gets none of its own.
"""

import json

from weilidai_core.act import REQUESTS, act
from weilidai_core.errors import WeilidaiError
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.sentences import N_
from weilidai_core.trust.actions import inherit
from weilidai_core.trust.transparency.actions import inherit_leaves
from weilidai_core.world.actions import make_world
from weilidai_core.world.step import Request
from weilidai_core.world.views import StepTaken, read_history, steps_taken
from weilidai_core.world.world import World


class StepNotTaken(WeilidaiError):
    """Raised when a world is to be taken back to a step that it never took."""

    code = "step-not-taken"
    text = N_("这里只走过 {taken} 步，没有第 {wanted} 步。")
    next_step = N_("请选一个走过的步骤。")


def fork(world: World, *, step: int, secret: str | None = None) -> World:
    """A new world that has taken the first `step` steps of this one; both are kept. Raises `StepNotTaken`."""
    taken = steps_taken(world)
    if not 1 <= step <= len(taken):
        raise StepNotTaken(taken=len(taken), wanted=step)
    built = make_world(
        world.store,
        persona=world.persona,
        scenario=world.scenario,
        secret=secret,
        parent=world,
        steps=step,
    )
    with world.store.writing() as session:
        inherit(session, parent_id=world.id, world_id=built.id)
        inherit_leaves(session, parent_id=world.id, world_id=built.id, until_seq=_last_seq(world, step))
    for row in taken[:step]:
        act(built, _request_of(row), key=row.key)
    return built


def reset(world: World, *, secret: str | None = None) -> World:
    """A fresh world at the end of this one's scenario, begun on the same first day."""
    first_day = read_history(world)[0].on
    return play(world.store, scenario(world.scenario), on=first_day, secret=secret)


def _last_seq(world: World, step: int) -> int:
    return max(each.seq for each in read_history(world) if each.step <= step)


def _request_of(row: StepTaken) -> Request:
    kept = json.loads(row.request)
    return REQUESTS[kept["kind"]].model_validate(kept["body"])
