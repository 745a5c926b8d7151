"""Lives of loans reckoned by hand, to the fen: calendar corners, early, overdue, taken back, carried on.

Unless it says otherwise: 12,000 yuan from 15 September 2026 at 0.04 % a day in 12 parts of equal principal,
due on the 15th. Overdue principal bears 1.5 × 0.04 % = 0.06 % a day instead; one grace day.
"""

from dataclasses import replace
from datetime import date

import pytest

from tests.loan_notes import note
from tests.memory_world import MemoryWorld
from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.events import AutoDebitFailed, PenaltyAccrued, RepaymentReceived
from weilidai_core.ledger.accounts import Account
from weilidai_core.loan.movement import DayMoved, Extended, Movement, Received, Waived
from weilidai_core.repay.actions import Repay
from weilidai_core.repay.correcting import BackdateRepayment, ReverseRepayment
from weilidai_core.repay.day_end import AdvanceToNextDue, WaitForAutoDebit
from weilidai_core.repay.position import a_day_more_fen, position
from weilidai_core.settle.early_settlement import early_settlement
from weilidai_core.words import Component, RepaymentChannel, RepaymentMethod, RepaymentPurpose

OCTOBER = date(2026, 10, 15)


def paying(
    one: LoanNote, on: date, amount_fen: int, purpose: RepaymentPurpose = RepaymentPurpose.BILL
) -> LoanNote:
    """The note after so much came in."""
    return moved(one, Received(f"HK-{len(one.movements)}", on, len(one.movements), amount_fen, purpose))


def moved(one: LoanNote, movement: Movement) -> LoanNote:
    """The note after a movement."""
    return replace(one, movements=(*one.movements, movement))


def table(one: LoanNote) -> list[tuple[date, int, int, int]]:
    """What is ahead: due on, days, principal, interest."""
    return [(row.due_on, row.days, row.principal_fen, row.interest_fen) for row in one.latest.plan]


def test_a_loan_of_31_january() -> None:
    # 3,000 at 0.05 %: 3,000 × 28 days = 42.00; 2,000 × 31 days = 31.00; 1,000 × 30 days = 15.00.
    one = note(principal_fen=3_000_00, ppm=500, tenor=3, on=date(2026, 1, 31))
    assert table(one) == [
        (date(2026, 2, 28), 28, 1_000_00, 42_00),
        (date(2026, 3, 31), 31, 1_000_00, 31_00),
        (date(2026, 4, 30), 30, 1_000_00, 15_00),
    ]

    for row in one.rows:
        one = paying(one, row.due_on, row.total_fen)

    assert position(one, on=date(2027, 1, 1)).owed_fen == 0


def test_a_loan_over_a_leap_day() -> None:
    # 3,000 at 0.04 % from 29 January 2028: 31 days = 37.20; then 2,000 × 29 days = 23.20; 1,000 × 31 = 12.40.
    one = note(principal_fen=3_000_00, tenor=3, on=date(2028, 1, 29))
    assert table(one) == [
        (date(2028, 2, 29), 31, 1_000_00, 37_20),
        (date(2028, 3, 29), 29, 1_000_00, 23_20),
        (date(2028, 4, 29), 31, 1_000_00, 12_40),
    ]

    one = paying(one, date(2028, 2, 29), 1_037_20)

    # Settled the next day: 2,000 × 0.04 % × 1 day = 0.80; saved 23.20 + 12.40 − 0.80 = 34.80.
    found = early_settlement(one, on=date(2028, 3, 1))
    assert (found.total_fen, found.saved_fen) == (2_000_80, 34_80)


def test_one_payment_over_two_notes_with_different_rates() -> None:
    # Note 1: 1,000 at 0.05 %, 30 days = 15.00, with 333.33 of principal: 348.33. Note 2: 2,000 at 0.03 %,
    # 30 days = 18.00, with 666.66: 684.66. Of 400 yuan note 1 takes 348.33; of the 51.67 that are left 18.00
    # are interest and 33.67 principal of note 2.
    world = MemoryWorld()
    one, other = world.lend(1_000_00, tenor=3, ppm=500), world.lend(2_000_00, tenor=3, ppm=300)
    world.do(AdvanceToNextDue())

    world.do(Repay(amount_fen=400_00))

    assert [
        (each.loan_note, each.amount_fen, each.interest_fen, each.principal_fen)
        for each in world.happened(RepaymentReceived)
    ] == [(one, 348_33, 15_00, 333_33), (other, 51_67, 18_00, 33_67)]
    assert position(world.notes[1], on=world.on).due_fen == 632_99


def test_a_part_ahead_that_keeps_the_tenor() -> None:
    # On 25 September, day 10: 12,000 × 0.04 % × 10 = 48.00 of interest, so 3,048 repays 3,000. 9,000 in 12
    # parts of 750: to 15 October 20 days, 9,000 × 0.04 % × 20 = 72.00; then 8,250 × 0.04 % × 31 = 102.30.
    one = paying(note(), date(2026, 9, 25), 3_048_00, RepaymentPurpose.KEEP_TENOR)

    assert len(table(one)) == 12
    assert table(one)[:2] == [(OCTOBER, 20, 750_00, 72_00), (date(2026, 11, 15), 31, 750_00, 102_30)]
    assert one.latest.booked["HK-0"].lines == ((1, 48_00, 3_000_00, 0),)


def test_a_part_ahead_that_keeps_the_instalments_principal() -> None:
    # The same 3,000, and 1,000 each month as before: nine instalments are left instead of twelve.
    one = paying(note(), date(2026, 9, 25), 3_048_00, RepaymentPurpose.KEEP_INSTALMENT)

    assert [part for _, _, part, _ in table(one)] == [1_000_00] * 9
    assert table(one)[0] == (OCTOBER, 20, 1_000_00, 72_00)
    assert table(one)[-1][0] == date(2027, 6, 15)


def test_a_part_ahead_that_keeps_an_equal_instalment() -> None:
    # 3,000 at 0.05 % in 3: 1 + f = 1.015, 1.0155, 1.015, so 3,000 × 1.0461934875 ÷ 3.0457325 = 1,030.48 each.
    # As planned: 45.00, 31.23 and 15.23 of interest, 91.46 in all. On 30 September, day 15: interest 22.50,
    # so 1,022.50 repays 1,000. Then 2,000 × 0.05 % × 15 = 15.00, principal 1,015.48; 984.52 × 0.05 % × 31 =
    # 15.26 and the rest, 984.52: one instalment fewer. 22.50 + 15.00 + 15.26 = 52.76, so 38.70 is saved.
    one = note(principal_fen=3_000_00, ppm=500, tenor=3, method=RepaymentMethod.EQUAL_INSTALMENT)
    assert [interest for _, _, _, interest in table(one)] == [45_00, 31_23, 15_23]

    one = paying(one, date(2026, 9, 30), 1_022_50, RepaymentPurpose.KEEP_INSTALMENT)

    assert table(one) == [(OCTOBER, 15, 1_015_48, 15_00), (date(2026, 11, 15), 31, 984_52, 15_26)]
    assert one.interest_saved_fen == 38_70


@pytest.mark.parametrize(
    ("days", "penalty_fen"),
    [
        (0, 0),
        (1, 0),  # the grace day: as if on time
        (3, 1_80),  # 1,000 × 0.06 % × 3
        (4, 2_40),
        (30, 18_00),
    ],
)
def test_one_instalment_overdue(days: int, penalty_fen: int) -> None:
    # Due on 15 October: 12,000 × 0.04 % × 30 = 144.00 of interest and 1,000 of principal.
    now = position(note(), on=date.fromordinal(OCTOBER.toordinal() + days))

    assert now.due_fen == 1_144_00 + penalty_fen
    assert (now.days_past_due, now.is_overdue) == (days, days > 1)


def test_91_days_overdue() -> None:
    # On 14 January 2027, each with its own days: 15 October 91 days 54.60, 15 November 60 days 36.00,
    # 15 December 30 days 18.00. Interest 144.00, 11,000 × 31 days = 136.40, 10,000 × 30 days = 120.00.
    # Due: 3,000 + 400.40 + 108.60 = 3,509.00. Running: 9,000 × 0.04 % × 30 = 108.00. All: 12,617.00.
    one, on = note(), date(2027, 1, 14)
    now = position(one, on=on)

    assert [item.penalty_fen for item in now.due_items] == [54_60, 36_00, 18_00]
    assert (now.days_past_due, now.due_fen, now.owed_fen) == (91, 3_509_00, 12_617_00)
    # One more day: 3,000 × 0.06 % + 9,000 × 0.04 % = 1.80 + 3.60.
    assert a_day_more_fen(one, on=on) == 5_40


def test_a_part_of_an_overdue_bill() -> None:
    # On 17 October, 2 days: 1,000 × 0.06 % × 2 = 1.20. 644 pays 144.00 of interest and 500 of principal.
    # On 25 October 500 × 0.06 % × 8 = 2.40 has come to it: 500 + 3.60 = 503.60.
    one = paying(note(), date(2026, 10, 17), 644_00)

    assert one.latest.booked["HK-0"].lines == ((1, 144_00, 500_00, 0),)
    assert position(one, on=date(2026, 10, 25)).due_fen == 503_60


def test_a_failed_debit_paid_the_same_evening_costs_nothing() -> None:
    world = MemoryWorld()
    world.lend()
    world.do(AdvanceToNextDue())
    world.card_holds(100_00)
    world.do(WaitForAutoDebit())
    world.card_holds(2_000_00)

    world.wait(1)

    assert [each.at for each in world.happened(AutoDebitFailed)] == ["10:00"]
    (received,) = world.happened(RepaymentReceived)
    assert (received.amount_fen, received.value_on) == (1_144_00, OCTOBER)
    assert received.channel is RepaymentChannel.AUTO_DEBIT
    assert position(world.notes[0], on=world.on).due_fen == 0
    assert world.happened(PenaltyAccrued) == []


def test_a_repayment_that_bounced_and_came_again_for_its_day() -> None:
    # Paid on 15 October, taken back on the 25th: 1,144.00 with 1,000 × 0.06 % × 10 = 6.00 of penalty is due.
    # Then the bank finds that it had come on the 15th after all: nothing is due, and no penalty is kept.
    world = MemoryWorld()
    name = world.lend()
    world.do(AdvanceToNextDue())
    world.do(Repay(amount_fen=1_144_00))
    world.card_holds(0)
    world.wait(10)
    (receipt,) = world.happened(RepaymentReceived)

    world.do(ReverseRepayment(receipt=receipt.receipt))
    assert position(world.notes[0], on=world.on).due_fen == 1_150_00
    assert world.balances()[Account.PENALTY_RECEIVABLE] == 6_00

    world.do(BackdateRepayment(loan_note=name, amount_fen=1_144_00, value_on=OCTOBER))
    assert position(world.notes[0], on=world.on).due_fen == 0
    assert world.balances()[Account.PENALTY_INCOME] == 0


def test_an_extension_with_the_penalty_waived() -> None:
    # On 25 October nothing was paid: interest 144.00, penalty 6.00 (waived), and 11,000 × 0.04 % × 10 = 44.00
    # of the running month. 12,000 is spread over 12 again; the next day was 15 November, a month on is
    # 15 December: 12,000 × 0.04 % × 51 = 244.80 with 1,000. Due then: 1,000 + 244.80 + 144 + 44 = 1,432.80.
    on = date(2026, 10, 25)
    one = moved(note(), Waived(on, 0, 6_00, 0))

    one = moved(one, Extended(on, 1, 1))

    assert (position(one, on=on).due_fen, position(one, on=on).days_past_due) == (0, 0)
    assert table(one)[0] == (date(2026, 12, 15), 51, 1_000_00, 244_80)
    assert len(table(one)) == 12
    then = position(one, on=date(2026, 12, 15))
    assert (then.due_fen, then.account.unpaid_fen(Component.PENALTY)) == (1_432_80, 0)


def test_another_repayment_day() -> None:
    # From 20 September on the 5th: to 5 October 20 days, 12,000 × 0.04 % × 20 = 96.00; then 11,000 for 31
    # days = 136.40.
    one = moved(note(), DayMoved(date(2026, 9, 20), 0, 5))

    assert table(one)[:2] == [
        (date(2026, 10, 5), 20, 1_000_00, 96_00),
        (date(2026, 11, 5), 31, 1_000_00, 136_40),
    ]
