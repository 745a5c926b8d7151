"""Settling in full: what was confirmed is what is taken, once, and then nothing is owed."""

from datetime import timedelta

import pytest

from tests.worlds import do, draw, happened, note_of, notes, plan, repaying, rows, wait, walked
from weilidai_core.audit import audit
from weilidai_core.events import AllocationLine, EarlySettlementReceived, LoanSettled
from weilidai_core.journey import Step
from weilidai_core.repay.refusals import AlreadyRepaid, NoSuchLoanNote
from weilidai_core.settle.actions import AlreadySettled, SettleEarly, SettlementAmountDiffers
from weilidai_core.settle.early_settlement import TooEarlyToSettle, early_settlement
from weilidai_core.store import Store
from weilidai_core.world.views import today
from weilidai_core.world.world import World


def settling(world: World, *, off: int = 0) -> SettleEarly:
    """The request to settle the first note today."""
    total = early_settlement(note_of(world), on=today(world)).total_fen
    return SettleEarly(loan_note=note_of(world).number, total_fen=total + off)


def lent(store: Store, days: int = 10) -> World:
    """A loan that was paid out so many days ago."""
    world = walked(store, until=Step.SIGN)
    wait(world, days)
    return world


def test_it_works(store: Store) -> None:
    world = lent(store)
    wanted = early_settlement(note_of(world), on=today(world))

    do(world, settling(world))

    one = note_of(world)
    assert (one.settled_on, one.outstanding_fen) == (today(world), 0)
    assert happened(world, EarlySettlementReceived) == [
        EarlySettlementReceived(
            loan_note=one.number,
            receipt=f"HK{today(world):%Y%m%d}-01",
            value_on=today(world),
            amount_fen=wanted.total_fen,
            lines=(AllocationLine(number=1, principal_fen=3_000_00, interest_fen=wanted.interest_fen),),
            interest_saved_fen=wanted.saved_fen,
            card=one.card,
        )
    ]
    assert audit(store).is_clean


def test_the_loan_is_settled_in_the_same_act(store: Store) -> None:
    world = lent(store)

    outcome = do(world, settling(world))

    assert any(isinstance(event, LoanSettled) for event in outcome.events)


def test_it_is_taken_once(store: Store) -> None:
    world = lent(store)
    request = settling(world)
    do(world, request)
    before = rows(store)

    assert do(world, request).repeated
    with pytest.raises(AlreadySettled):
        do(world, request, key="another tab")

    assert rows(store) == before


@pytest.mark.parametrize("off", [-1, 1, -3_000_00, 10**12])
def test_another_amount_than_what_settles_it_today_is_refused(store: Store, off: int) -> None:
    world = lent(store)

    with pytest.raises(SettlementAmountDiffers) as refused:
        do(world, settling(world, off=off))

    assert refused.value.facts["total_fen"] == settling(world).total_fen
    assert happened(world, EarlySettlementReceived) == []


def test_yesterdays_amount_is_refused_today(store: Store) -> None:
    world = lent(store)
    request = settling(world)
    wait(world, 1)

    with pytest.raises(SettlementAmountDiffers):
        do(world, request)


def test_on_the_day_of_payout_it_is_too_early(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    with pytest.raises(TooEarlyToSettle):
        do(world, SettleEarly(loan_note=note_of(world).number, total_fen=3_000_00))


@pytest.mark.parametrize("loan_note", ["", "JJ20260915-09", "🙂", "\0"])
def test_a_note_that_is_not_there_is_refused(store: Store, loan_note: str) -> None:
    with pytest.raises(NoSuchLoanNote):
        do(lent(store), SettleEarly(loan_note=loan_note, total_fen=1))


def test_an_instalment_due_today_is_settled_with_the_rest(store: Store) -> None:
    world = lent(store, days=300)
    instalment, request = repaying(note_of(world)), settling(world)

    assert request.total_fen == 3_000_00 + note_of(world).rows[0].interest_fen
    do(world, request)

    with pytest.raises(AlreadyRepaid):
        do(world, instalment)
    assert audit(store).is_clean


def test_other_notes_go_on(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00, tenor=3))
    second = draw(world, 500_00)
    wait(world, 10)
    do(world, settling(world))

    wait(world, 300)

    assert today(world) == second.rows[0].due_on
    do(world, repaying(notes(world)[1]))
    assert [one.settled_on is None for one in notes(world)] == [False, True]


def test_after_settling_a_due_day_passes_without_a_bill(store: Store) -> None:
    world = lent(store)
    due_on = note_of(world).rows[0].due_on
    do(world, settling(world))

    wait(world, 300)

    assert today(world) - due_on > timedelta(days=200)
