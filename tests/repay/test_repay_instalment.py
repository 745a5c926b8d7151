"""还款: one instalment, in full, on its day, once; with the last one the loan is settled."""

import pytest

from tests.worlds import do, draw, happened, note_of, notes, plan, repay_next, repaying, rows, wait, walked
from weilidai_core.audit import audit
from weilidai_core.events import AllocationLine, InterestAccrued, LoanSettled, RepaymentReceived
from weilidai_core.journey import Step
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.repay.refusals import (
    AlreadyRepaid,
    NoSuchLoanNote,
    NotYetDue,
    RepaymentAmountDiffers,
)
from weilidai_core.settle.actions import AlreadySettled, SettleEarly
from weilidai_core.store import Store
from weilidai_core.words import RepaymentMethod
from weilidai_core.world.views import today
from weilidai_core.world.world import World


def due_today(store: Store, **asked: object) -> World:
    """A world in which the first instalment falls due today."""
    world = walked(store, until=Step.SIGN, **asked)  # type: ignore[arg-type]
    do(world, AdvanceDay(to_on=note_of(world).rows[0].due_on))
    return world


def test_it_works(store: Store) -> None:
    world = due_today(store)
    row = note_of(world).rows[0]

    do(world, repaying(note_of(world)))

    assert happened(world, RepaymentReceived) == [
        RepaymentReceived(
            loan_note="JJ20260915-01",
            receipt=f"HK{row.due_on:%Y%m%d}-01",
            value_on=row.due_on,
            amount_fen=row.total_fen,
            lines=(AllocationLine(number=1, principal_fen=row.principal_fen, interest_fen=row.interest_fen),),
            card=note_of(world).card,
        )
    ]
    assert note_of(world).outstanding_fen == row.outstanding_fen
    assert audit(store).is_clean


def test_the_interest_is_booked_before_it_is_received(store: Store) -> None:
    world = due_today(store)
    row = note_of(world).rows[0]

    do(world, repaying(note_of(world)))

    accrued = happened(world, InterestAccrued)[-1]
    assert isinstance(accrued, InterestAccrued)
    assert (accrued.from_on, accrued.to_on, accrued.interest_fen) == (
        row.interest_from,
        row.due_on,
        row.interest_fen,
    )


def test_an_instalment_is_repaid_once(store: Store) -> None:
    world = due_today(store)
    request = repaying(note_of(world))
    do(world, request)
    before = rows(store)

    assert do(world, request).repeated
    with pytest.raises(AlreadyRepaid):
        do(world, request, key="another tab")

    assert rows(store) == before


def test_before_its_day_an_instalment_cannot_be_repaid(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    wait(world, 5)

    with pytest.raises(NotYetDue) as refused:
        do(world, repaying(note_of(world)))

    assert refused.value.facts == {"number": 1, "due_on": note_of(world).rows[0].due_on}


@pytest.mark.parametrize("number", [2, 12, 13, 10**9])
def test_a_later_instalment_cannot_be_repaid_first(store: Store, number: int) -> None:
    world = due_today(store)

    with pytest.raises(NotYetDue):
        do(world, repaying(note_of(world)).model_copy(update={"number": number}))


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_instalment_before_the_first(store: Store, number: int) -> None:
    world = due_today(store)

    with pytest.raises(AlreadyRepaid):
        do(world, repaying(note_of(world)).model_copy(update={"number": number}))


@pytest.mark.parametrize("off", [-1, 1, -(10**12)])
def test_another_amount_than_what_is_due_is_refused(store: Store, off: int) -> None:
    world = due_today(store)
    request = repaying(note_of(world))

    with pytest.raises(RepaymentAmountDiffers) as refused:
        do(world, request.model_copy(update={"total_fen": request.total_fen + off}))

    assert refused.value.facts["due_fen"] == request.total_fen
    assert happened(world, RepaymentReceived) == []


@pytest.mark.parametrize("loan_note", ["", "JJ20260915-02", "🙂", "'; DELETE FROM posting; --", "\0"])
def test_a_note_that_is_not_there_is_refused(store: Store, loan_note: str) -> None:
    world = due_today(store)

    with pytest.raises(NoSuchLoanNote):
        do(world, repaying(note_of(world)).model_copy(update={"loan_note": loan_note}))


def test_another_worlds_note_is_not_there(store: Store) -> None:
    mine = due_today(store)
    theirs = walked(store, who="steady", until=Step.SIGN)

    with pytest.raises(NoSuchLoanNote):
        do(mine, repaying(note_of(theirs)))


@pytest.mark.parametrize("method", RepaymentMethod)
def test_the_last_instalment_settles_the_loan(store: Store, method: RepaymentMethod) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00, tenor=3, method=method))

    for _ in range(3):
        repay_next(world)

    one = note_of(world)
    assert (one.settled_on, one.outstanding_fen, one.next_row) == (today(world), 0, None)
    assert len(happened(world, LoanSettled)) == 1
    assert sum(each.principal_fen for each in happened(world, RepaymentReceived)) == 1_000_00
    assert audit(store).is_clean


def test_a_settled_loan_takes_no_further_repayment(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00, tenor=3))
    for _ in range(2):
        repay_next(world)
    last = repaying(note_of(world))
    repay_next(world)

    with pytest.raises(AlreadyRepaid):
        do(world, last, key="again")
    with pytest.raises(AlreadySettled):
        do(world, SettleEarly(loan_note=last.loan_note, total_fen=0))


def test_each_note_is_repaid_by_itself(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00, tenor=3))
    second = draw(world, 500_00)
    do(world, AdvanceDay(to_on=second.rows[0].due_on))

    do(world, repaying(second))

    assert [one.paid_count for one in notes(world)] == [0, 1]
    do(world, repaying(note_of(world)))
    assert [one.paid_count for one in notes(world)] == [1, 1]
    assert audit(store).is_clean
