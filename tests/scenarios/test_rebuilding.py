"""Back to a step, a fork, a fresh start: a world is its steps, so an earlier one has fewer of them."""

from datetime import date

import pytest

from tests.worlds import (
    choosing,
    confirm_cost,
    do,
    draw,
    hash_of,
    notes,
    open_drawdown,
    plan,
    repay_next,
    rows,
    signing,
    walked,
)
from weilidai_core.audit import audit
from weilidai_core.borrow.actions import ReadContract
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.journey import Step
from weilidai_core.scenarios.rebuilding import StepNotTaken, fork, reset
from weilidai_core.scenarios.scenarios import SCENARIOS, play, scenario
from weilidai_core.store import Store
from weilidai_core.trust.actions import authorise, has_pin
from weilidai_core.trust.pin import PinWrong
from weilidai_core.world.step import state_hash
from weilidai_core.world.views import read_history, steps_taken, today


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.WELCOME)

    forked = fork(world, step=1)

    assert len(read_history(forked)) == 1
    assert len(read_history(world)) == 2


def test_a_fork_at_every_step_has_the_parents_hash_at_that_step(store: Store) -> None:
    world = walked(store, until=Step.SETTLE)
    history = read_history(world)

    for step in range(1, len(steps_taken(world)) + 1):
        until_then = tuple(each for each in history if each.step <= step)
        assert hash_of(fork(world, step=step)) == state_hash(until_then)
    assert audit(store).is_clean


def test_a_richer_life_forks_to_its_own_hash(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00, tenor=3))
    draw(world, 500_00)
    repay_next(world)
    do(world, AskServiceDesk(question="我一共还欠多少"))
    do(world, choosing(500_00))
    confirm_cost(world)

    forked = fork(world, step=len(steps_taken(world)))

    assert hash_of(forked) == hash_of(world)
    assert notes(forked) == notes(world)
    assert audit(store).is_clean


def test_both_futures_go_on_by_themselves(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    forked = fork(world, step=len(steps_taken(world)))
    state = hash_of(world)

    repay_next(forked)

    assert hash_of(world) == state
    assert notes(forked)[0].paid_count == 1


def test_a_fork_of_a_fork_is_the_same_again(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    forked = fork(world, step=len(steps_taken(world)))

    again = fork(forked, step=len(steps_taken(forked)))

    assert hash_of(again) == hash_of(world)


@pytest.mark.parametrize("step", [0, -1, 3])
def test_a_step_that_was_not_taken_is_refused(store: Store, step: int) -> None:
    world = walked(store, until=Step.WELCOME)
    before = rows(store)

    with pytest.raises(StepNotTaken) as refused:
        fork(world, step=step)

    assert refused.value.facts == {"taken": 2, "wanted": step}
    assert rows(store) == before


def test_the_signers_pin_goes_along_and_wrong_ones_stay_wrong(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    forked = fork(world, step=2)

    assert has_pin(store, forked.id)
    with pytest.raises(PinWrong):
        authorise(store, forked.id, pin="135790", sha256="0" * 64, on=today(forked))


def test_a_fork_before_the_signature_can_sign_anew(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    steps = [step.number for step in steps_taken(world) if "SignContract" in step.request]

    forked = fork(world, step=steps[0] - 2)
    drawdown = open_drawdown(forked)
    assert drawdown.contract is not None
    do(forked, ReadContract(contract=drawdown.contract.contract, sha256=drawdown.contract.sha256))
    do(forked, signing(forked))

    assert notes(forked) == notes(world)
    assert audit(store).is_clean


def test_a_reset_is_a_fresh_world_at_the_end_of_the_scenario(store: Store) -> None:
    world = play(store, scenario("first-timer-paid"))
    state = hash_of(world)
    repay_next(world)

    fresh = reset(world)

    assert fresh.token != world.token
    assert hash_of(fresh) == state
    assert hash_of(world) != state


def test_a_reset_begins_on_the_same_first_day(store: Store) -> None:
    world = play(store, scenario("first-timer-paid"), on=date(2027, 1, 31))

    assert hash_of(reset(world)) == hash_of(world)


@pytest.mark.parametrize("name", [one.name for one in SCENARIOS])
def test_every_scenario_can_be_reset(sqlite_store: Store, name: str) -> None:
    world = play(sqlite_store, scenario(name))

    assert hash_of(reset(world)) == hash_of(world)
