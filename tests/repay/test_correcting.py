"""冲正 and 补记: a receipt taken back once, one booked afterwards, and the later ones booked anew."""

from datetime import date, timedelta

import pytest

from tests.memory_world import MemoryWorld
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import (
    LoanReopened,
    LoanSettled,
    Refunded,
    RepaymentReceived,
    RepaymentReversed,
    WaiverAdjusted,
)
from weilidai_core.ledger.accounts import Account
from weilidai_core.ledger.posting import postings_for
from weilidai_core.repay.actions import Repay
from weilidai_core.repay.correcting import BackdateRepayment, ReverseRepayment
from weilidai_core.repay.day_end import AdvanceToNextDue
from weilidai_core.repay.hardship import AskHardship, DecideHardship
from weilidai_core.repay.position import position
from weilidai_core.repay.refusals import AlreadyRepaid, NoSuchReceipt, RepaymentAmountOutside, ValueDayOutside
from weilidai_core.words import HardshipReason

OCTOBER = date(2026, 10, 15)


def overdue(days: int = 10) -> MemoryWorld:
    """A world whose first bill, of 1,144.00 yuan on 15 October, is so many days past due."""
    world = MemoryWorld()
    world.lend()
    world.card_holds(0)
    world.do(AdvanceToNextDue())
    world.wait(days)
    return world


def test_it_works() -> None:
    world = overdue()
    world.card_holds(2_000_00)
    world.do(Repay(amount_fen=1_000_00))
    before = world.balances()
    (receipt,) = world.happened(RepaymentReceived)

    world.do(ReverseRepayment(receipt=receipt.receipt))

    (taken_back,) = world.happened(RepaymentReversed)
    assert (taken_back.receipt, taken_back.lines) == (receipt.receipt, receipt.lines)
    # The opposite entry, side by side.
    assert [(one.account, one.debit_fen, one.credit_fen) for one in postings_for(taken_back)] == [
        (one.account, one.credit_fen, one.debit_fen) for one in postings_for(receipt)
    ]
    after = world.balances()
    assert after[Account.SETTLEMENT] == before[Account.SETTLEMENT] - 1_000_00
    assert position(world.notes[0], on=world.on).due_fen == 1_150_00


def test_a_receipt_is_taken_back_once() -> None:
    world = overdue()
    world.card_holds(2_000_00)
    world.do(Repay(amount_fen=1_000_00))
    request = ReverseRepayment(receipt=world.happened(RepaymentReceived)[0].receipt)
    world.do(request)

    with pytest.raises(NoSuchReceipt):
        world.do(request)


@pytest.mark.parametrize("receipt", ["", "HK20261025-09", "🙂", "#1"])
def test_a_receipt_that_is_not_there_is_refused(receipt: str) -> None:
    with pytest.raises(NoSuchReceipt):
        overdue().do(ReverseRepayment(receipt=receipt))


def test_what_came_later_is_booked_anew_once() -> None:
    # 200 on the 10th day, all of it interest and principal; then 300 from the due day comes to light: the 200
    # now meets principal alone, and is booked anew, once.
    world = overdue()
    world.card_holds(200_00)
    world.do(Repay(amount_fen=200_00))

    world.do(BackdateRepayment(loan_note="JJ-1", amount_fen=300_00, value_on=OCTOBER))

    later, earlier, anew = world.happened(RepaymentReceived)
    assert [(one.interest_fen, one.principal_fen) for one in (later, earlier, anew)] == [
        (144_00, 56_00),
        (144_00, 156_00),
        (0, 200_00),
    ]
    assert (anew.replaces, anew.value_on) == (later.receipt, later.value_on)
    assert [one.receipt for one in world.happened(RepaymentReversed)] == [later.receipt]


def test_what_was_paid_twice_goes_back() -> None:
    world = MemoryWorld()
    world.lend(1_000_00, tenor=3)
    world.do(AdvanceToNextDue())
    world.wait(1)

    world.do(BackdateRepayment(loan_note="JJ-1", amount_fen=345_33, value_on=world.on - timedelta(days=1)))

    assert [each.amount_fen for each in world.happened(Refunded)] == [345_33]
    assert world.balances()[Account.OVERPAYMENT] == 0


def test_a_settled_note_owes_again_when_its_last_receipt_bounces() -> None:
    world = MemoryWorld()
    world.lend(1_000_00, tenor=3)
    world.wait(200)
    assert len(world.happened(LoanSettled)) == 1

    world.do(ReverseRepayment(receipt=world.happened(RepaymentReceived)[-1].receipt))

    assert len(world.happened(LoanReopened)) == 1
    assert world.notes[0].settled_on is None
    assert position(world.notes[0], on=world.on).is_overdue


@pytest.mark.parametrize(
    ("amount_fen", "days_ago", "refusal"),
    [
        (0, 5, RepaymentAmountOutside),
        (13_000_00, 5, RepaymentAmountOutside),
        (100_00, -1, ValueDayOutside),
        (100_00, 41, ValueDayOutside),  # before the payout
    ],
)
def test_what_cannot_be_booked_afterwards(
    amount_fen: int, days_ago: int, refusal: type[WeilidaiError]
) -> None:
    world = overdue()
    value_on = world.on - timedelta(days=days_ago)

    with pytest.raises(refusal):
        world.do(BackdateRepayment(loan_note="JJ-1", amount_fen=amount_fen, value_on=value_on))


def test_nothing_is_booked_afterwards_on_a_settled_note() -> None:
    world = MemoryWorld()
    world.lend(1_000_00, tenor=3)
    world.wait(200)

    with pytest.raises(AlreadyRepaid):
        world.do(BackdateRepayment(loan_note="JJ-1", amount_fen=1, value_on=world.on))


def test_a_waiver_takes_away_no_more_than_there_is_in_the_end() -> None:
    # 6.00 of penalty were waived; then the bill turns out to have been paid on its day: nothing was to waive.
    world = overdue()
    world.do(AskHardship(reason=HardshipReason.ILLNESS, months=1))
    world.do(DecideHardship(case=1, granted=True, waives_penalty=True))
    assert world.balances()[Account.WAIVER] == 6_00

    world.do(BackdateRepayment(loan_note="JJ-1", amount_fen=1_144_00, value_on=OCTOBER))

    assert [each.penalty_fen for each in world.happened(WaiverAdjusted)] == [-6_00]
    books = world.balances()
    assert (books[Account.WAIVER], books[Account.PENALTY_INCOME]) == (0, 0)
    assert books[Account.PENALTY_RECEIVABLE] == 0
