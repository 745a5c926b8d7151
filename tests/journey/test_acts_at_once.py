"""Two clicks, two tabs: what is asked for at the same moment happens once, or one after the other."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.worlds import do, give_pin, note_of, notes, repaying, rows, signing, walked
from weilidai_core.act import Outcome, act
from weilidai_core.apply.actions import StartApplication
from weilidai_core.audit import audit
from weilidai_core.events import LoanDisbursed, RepaymentReceived
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.journey import Step
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.store import Store
from weilidai_core.world.step import KeyUsedOtherwise
from weilidai_core.world.views import read_history, steps_taken

CLICKS = 16


def at_once(*clicks: Callable[[], Outcome]) -> list[Outcome | Exception]:
    """Run all clicks in threads that start together; what each gave or raised."""
    gate = Barrier(len(clicks))

    def clicked(click: Callable[[], Outcome]) -> Outcome | Exception:
        gate.wait()
        try:
            return click()
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(clicks)) as threads:
        return list(threads.map(clicked, clicks))


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    done = at_once(*[lambda: act(world, StartApplication(), key="begin")] * CLICKS)

    assert (
        sorted(outcome.repeated for outcome in done if isinstance(outcome, Outcome)) == [False] + [True] * 15
    )
    assert rows(store)["step"] == 2


def test_one_signature_pays_out_once(store: Store) -> None:
    world = walked(store, until=Step.CONTRACT)
    give_pin(world)
    request = signing(world)

    done = at_once(*[lambda: act(world, request, key="sign")] * CLICKS)

    assert [outcome for outcome in done if isinstance(outcome, Exception)] == []
    assert sum(isinstance(each.event, LoanDisbursed) for each in read_history(world)) == 1
    assert rows(store)["loan_note"] == 1
    assert audit(store).is_clean


def test_one_repayment_is_taken_once(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    do(world, AdvanceDay(to_on=note_of(world).rows[0].due_on))
    request = repaying(note_of(world))

    done = at_once(*[lambda: act(world, request, key="repay")] * CLICKS)

    assert {outcome.step for outcome in done if isinstance(outcome, Outcome)} == {
        read_history(world)[-1].step
    }
    assert sum(isinstance(each.event, RepaymentReceived) for each in read_history(world)) == 1
    assert audit(store).is_clean


def test_the_same_repayment_under_different_keys_is_taken_once(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    do(world, AdvanceDay(to_on=note_of(world).rows[0].due_on))
    request = repaying(note_of(world))

    done = at_once(*[lambda key=f"tab {tab}": act(world, request, key=key) for tab in range(CLICKS)])

    assert (
        sorted(str(outcome) for outcome in done if isinstance(outcome, Exception)) == ["already-repaid"] * 15
    )
    assert notes(world)[0].paid_count == 1
    assert audit(store).is_clean


def test_different_acts_at_once_all_land(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    questions = [AskServiceDesk(question=f"第 {number} 个问题") for number in range(CLICKS)]

    done = at_once(*[lambda asked=asked: act(world, asked, key=asked.question) for asked in questions])

    assert [outcome for outcome in done if isinstance(outcome, Exception)] == []
    assert [step.number for step in steps_taken(world)] == list(range(1, CLICKS + 2))
    assert audit(store).is_clean


def test_different_worlds_at_once_do_not_disturb_each_other(store: Store) -> None:
    worlds = [walked(store, until=Step.WALLET) for _ in range(8)]

    done = at_once(*[lambda one=one: act(one, StartApplication(), key="begin") for one in worlds])

    assert [outcome.step for outcome in done if isinstance(outcome, Outcome)] == [2] * 8
    assert audit(store).is_clean


def test_of_two_contents_under_one_key_one_is_done_and_the_others_are_told(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    questions = [AskServiceDesk(question=f"第 {number} 个问题") for number in range(4)]

    done = at_once(*[lambda asked=asked: act(world, asked, key="ask") for asked in questions])

    assert sum(isinstance(outcome, Outcome) for outcome in done) == 1
    assert sum(isinstance(outcome, KeyUsedOtherwise) for outcome in done) == 3
