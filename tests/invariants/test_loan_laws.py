"""Laws of money over random lives of loans: draw, pay, part, early, overdue, reverse, plan, advance.

They are lived in memory, so that many can be; `test_journey_laws` lives fewer on both engines, with the rows.
"""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invariants.lives import WISHES
from tests.invariants.loan_laws import books_of, loan_laws_hold
from tests.loan_notes import DAY, note
from tests.memory_world import MemoryWorld
from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.loan.movement import Movement, Received
from weilidai_core.repay.actions import ChangeRepaymentCard, FundCard, PrepayPart, Repay, RepayInstalment
from weilidai_core.repay.correcting import BackdateRepayment, ReverseRepayment
from weilidai_core.repay.day_end import AdvanceDay, AdvanceToNextDue, AdvanceUntilOverdue, WaitForAutoDebit
from weilidai_core.repay.hardship import AskHardship, DecideHardship
from weilidai_core.repay.position import position
from weilidai_core.repay.repayment_day import ChangeRepaymentDay
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.words import RepaymentMethod, RepaymentPurpose

LIVES, STEPS = 25, 15
ASKED = (
    Repay, Repay, RepayInstalment, PrepayPart, PrepayPart, SettleEarly, ReverseRepayment, BackdateRepayment,
    AskHardship, DecideHardship, ChangeRepaymentDay, ChangeRepaymentCard, FundCard, AdvanceDay, AdvanceDay,
    AdvanceToNextDue, AdvanceToNextDue, AdvanceUntilOverdue, WaitForAutoDebit,
)  # fmt: skip
AMOUNTS, RATES = st.integers(1_00, 50_000_00), st.sampled_from([200, 300, 333, 500])
METHODS = st.sampled_from(RepaymentMethod)
PARTS = st.sampled_from([RepaymentPurpose.KEEP_TENOR, RepaymentPurpose.KEEP_INSTALMENT])


@given(st.data())
@settings(max_examples=LIVES, deadline=None)
def test_every_life_of_loans_keeps_its_books(data: st.DataObject) -> None:
    world = MemoryWorld()
    for _ in range(STEPS):
        if not world.notes or (len(world.notes) < 3 and data.draw(st.integers(0, 5)) == 0):
            world.lend(
                data.draw(AMOUNTS),
                tenor=data.draw(st.sampled_from([3, 5, 12])),
                ppm=data.draw(RATES),
                method=data.draw(METHODS),
            )
        wish = data.draw(st.sampled_from(ASKED))
        world.tries(WISHES[wish](data.draw, world, world.history))  # type: ignore[arg-type]
        loan_laws_hold(world.history)


@given(st.data(), AMOUNTS, RATES, METHODS)
@settings(max_examples=40, deadline=None)
def test_paying_x_and_then_y_on_a_day_is_paying_x_and_y(
    data: st.DataObject, amount_fen: int, ppm: int, method: RepaymentMethod
) -> None:
    one = note(principal_fen=amount_fen, ppm=ppm, method=method)
    on = DAY + timedelta(days=data.draw(st.integers(1, 500)))
    now = position(one, on=on)
    x, y = (data.draw(st.integers(1, max(1, now.owed_fen // 2))) for _ in range(2))
    purpose = RepaymentPurpose.BILL
    interest = now.owed_fen - now.outstanding_fen - now.due_fen
    if not now.due_fen and x > interest:
        purpose = data.draw(PARTS)

    apart = paid(one, Received("x", on, 1, x, purpose), Received("y", on, 2, y, purpose))
    together = paid(one, Received("x", on, 1, x + y, purpose))

    for days in (0, 1, 40, 400):
        later = on + timedelta(days=days)
        assert apart.account(later).owed_fen == together.account(later).owed_fen
        assert apart.account(later).plan == together.account(later).plan


@given(st.data(), AMOUNTS, METHODS)
@settings(max_examples=30, deadline=None)
def test_booked_afterwards_ends_where_booked_in_order_ends(
    data: st.DataObject, amount_fen: int, method: RepaymentMethod
) -> None:
    days = st.integers(0, 300)
    movements = [
        Received(f"r{place}", DAY + timedelta(days=data.draw(days)), place, data.draw(AMOUNTS), purpose)
        for place, purpose in enumerate(
            data.draw(st.lists(PARTS | st.just(RepaymentPurpose.BILL), max_size=5))
        )
    ]
    one = note(principal_fen=amount_fen, method=method)

    shuffled = data.draw(st.permutations(movements))

    on = DAY + timedelta(days=400)
    assert paid(one, *shuffled).account(on) == paid(one, *movements).account(on)


@given(st.lists(st.integers(1, 60), min_size=2, max_size=6), st.sampled_from([0, 900_00, 100_000_00]))
@settings(max_examples=15, deadline=None)
def test_advancing_day_by_day_leads_where_advancing_at_once_leads(parts: list[int], card_fen: int) -> None:
    apart, together = MemoryWorld(), MemoryWorld()
    for world in (apart, together):
        world.lend(3_000_00, tenor=5)
        world.lend(1_000_00, tenor=3, ppm=333)
        world.card_holds(card_fen)
    for days in parts:
        apart.wait(days)
    together.wait(sum(parts))

    assert books_of(apart.history) == books_of(together.history)
    accounts = ([one.account(world.on) for one in world.notes] for world in (apart, together))
    assert next(accounts) == next(accounts)


def paid(one: LoanNote, *movements: Movement) -> LoanNote:
    """The note with these movements."""
    return replace(one, movements=movements)
