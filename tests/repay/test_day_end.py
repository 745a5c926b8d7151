"""The calendar: it only goes on, day by day, and everything that a day brings happens on that day."""

from datetime import date, timedelta

import pytest

from tests.worlds import (
    card_holds,
    do,
    draw,
    happened,
    let_pass,
    note_of,
    notes,
    plan,
    repay_next,
    repaying,
    rows,
    wait,
    walked,
)
from weilidai_core.audit import audit
from weilidai_core.events import (
    AutoDebitFailed,
    AutoDebitTried,
    DayAdvanced,
    InstalmentFellDue,
    InstalmentOverdue,
    Recorded,
    RepaymentReceived,
)
from weilidai_core.journey import Step
from weilidai_core.repay.day_end import (
    FARTHEST_DAYS,
    AdvanceDay,
    AdvanceToNextDue,
    AdvanceUntilOverdue,
    DayNotAhead,
    DayTooFar,
    NeverOverdue,
    OverdueAlready,
    WaitForAutoDebit,
    latest_day,
)
from weilidai_core.repay.position import position
from weilidai_core.repay.refusals import NothingOwed, NoTryLeft
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.settle.early_settlement import early_settlement
from weilidai_core.store import Store
from weilidai_core.words import RepaymentChannel
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    first = today(world)

    wait(world, 10)

    assert happened(world, DayAdvanced) == [DayAdvanced(from_on=first, to_on=first + timedelta(days=10))]
    assert today(world) == first + timedelta(days=10)


def test_what_is_due_is_taken_from_the_card_before_the_day_ends(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    row = note_of(world).rows[0]
    wait(world, 300)
    assert happened(world, InstalmentFellDue) == [
        InstalmentFellDue(loan_note=note_of(world).number, number=1, total_fen=row.total_fen)
    ]
    assert happened(world, RepaymentReceived) == []

    let_pass(world, 1)

    (received,) = happened(world, RepaymentReceived)
    assert (received.amount_fen, received.channel) == (row.total_fen, RepaymentChannel.AUTO_DEBIT)
    assert [each.on for each in read_history(world) if each.event == received] == [row.due_on]
    assert note_of(world).paid_count == 1


def test_a_year_passes_in_one_go(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    let_pass(world, 400)

    assert note_of(world).settled_on == note_of(world).rows[-1].due_on
    assert len(happened(world, RepaymentReceived)) == 12
    assert audit(store).is_clean


def test_n_days_and_then_m_lead_where_n_and_m_lead(store: Store) -> None:
    together, apart = (walked(store, until=Step.SIGN) for _ in range(2))
    for world in (together, apart):
        card_holds(world, 600_00)

    let_pass(together, 200)
    for days in (1, 29, 31, 60, 79):
        let_pass(apart, days)

    def told(world: World) -> list[Recorded]:
        return [
            each._replace(seq=0, step=0)
            for each in read_history(world)
            if not isinstance(each.event, DayAdvanced)
        ]

    assert told(together) == told(apart)
    assert happened(together, InstalmentOverdue)


def test_it_passes_days_before_that_without_stopping(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    eve = note_of(world).rows[0].due_on - timedelta(days=1)

    do(world, AdvanceDay(to_on=eve))

    assert today(world) == eve
    assert happened(world, InstalmentFellDue) == []


def test_after_the_repayment_it_goes_on_to_the_next_due_day(store: Store) -> None:
    world = walked(store, until=Step.REPAY)

    wait(world, 300)

    assert today(world) == note_of(world).rows[1].due_on


def test_after_early_settlement_it_goes_on_too(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    wait(world, 300)
    total = early_settlement(note_of(world), on=today(world)).total_fen
    do(world, SettleEarly(loan_note=note_of(world).number, total_fen=total))

    before = today(world)
    wait(world, 300)

    assert (today(world) - before).days == 300


def test_every_instalment_of_the_day_is_taken(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00, tenor=3))
    draw(world, 500_00)
    wait(world, 300)
    one, other = notes(world)
    assert len(happened(world, InstalmentFellDue)) == 2
    do(world, repaying(one))

    let_pass(world, 1)

    (tried,) = happened(world, AutoDebitTried)
    assert (tried.attempt, tried.wanted_fen, tried.taken_fen) == (
        1,
        other.rows[0].total_fen,
        other.rows[0].total_fen,
    )
    assert [note.paid_count for note in notes(world)] == [1, 1]


def test_a_short_card_is_tried_through_the_day(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    card_holds(world, 0)
    wait(world, 300)

    let_pass(world, 1)

    tries = happened(world, AutoDebitFailed)
    assert [(one.attempt, one.at, one.is_last) for one in tries] == [
        (1, "10:00", False),
        (2, "16:00", False),
        (3, "21:00", True),
    ]
    assert {one.short_fen for one in tries} == {note_of(world).rows[0].total_fen}


def test_a_failed_try_is_paid_the_same_evening(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    card_holds(world, 0)
    wait(world, 300)
    do(world, WaitForAutoDebit())
    card_holds(world, 1_000_00)

    do(world, WaitForAutoDebit())

    assert [(one.attempt, one.taken_fen > 0) for one in happened(world, AutoDebitTried)] == [
        (1, False),
        (2, True),
    ]
    with pytest.raises(NoTryLeft):
        do(world, WaitForAutoDebit())


def test_it_stops_where_a_note_is_so_many_days_past_due(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    card_holds(world, 0)

    do(world, AdvanceUntilOverdue(days_past_due=30))

    assert position(note_of(world), on=today(world)).days_past_due == 30
    with pytest.raises(OverdueAlready) as refused:
        do(world, AdvanceUntilOverdue(days_past_due=30))
    assert refused.value.facts == {"past": 30, "days": 30}


def test_who_can_pay_is_never_overdue(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    before = rows(store)

    with pytest.raises(NeverOverdue):
        do(world, AdvanceUntilOverdue(days_past_due=30))

    assert rows(store) == before


def test_it_goes_to_the_next_due_day(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    for row in note_of(world).rows[:2]:
        do(world, AdvanceToNextDue())
        assert today(world) == row.due_on


def test_without_a_loan_there_is_no_next_due_day(store: Store) -> None:
    with pytest.raises(NothingOwed):
        do(walked(store, until=Step.WALLET), AdvanceToNextDue())


def test_notes_of_different_days_each_stop_it(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00, tenor=3))
    wait(world, 7)
    second = draw(world, 500_00)

    repay_next(world)
    wait(world, 300)

    assert today(world) == second.rows[0].due_on
    do(world, repaying(second))
    assert audit(store).is_clean


@pytest.mark.parametrize("days", [0, -1, -10_000])
def test_it_does_not_go_back_or_stand_still(store: Store, days: int) -> None:
    world = walked(store, until=Step.WALLET)

    with pytest.raises(DayNotAhead):
        wait(world, days)


def test_it_goes_three_years_at_most_in_one_go(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    with pytest.raises(DayTooFar) as refused:
        wait(world, FARTHEST_DAYS + 1)

    assert refused.value.facts["latest_on"] == latest_day(today(world))
    wait(world, FARTHEST_DAYS)


def test_the_last_day_there_is_does_not_break_it(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.WALLET)

    with pytest.raises(DayTooFar):
        do(world, AdvanceDay(to_on=date.max))


def test_the_events_of_a_new_day_carry_that_day(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    wait(world, 300)

    assert [each.on for each in read_history(world) if isinstance(each.event, InstalmentFellDue)] == [
        today(world)
    ]


def test_clicking_twice_moves_it_once(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    request = AdvanceDay(to_on=today(world) + timedelta(days=1))

    assert [do(world, request, key="tomorrow").repeated for _ in range(2)] == [False, True]
    assert len(happened(world, DayAdvanced)) == 1


@pytest.mark.parametrize(
    "first_day", [date(2027, 1, 29), date(2027, 1, 30), date(2027, 1, 31), date(2028, 1, 31)]
)
def test_a_loan_of_a_months_end_falls_due_on_the_months_end(store: Store, first_day: date) -> None:
    world = walked(store, until=Step.SIGN, on=first_day, plan=plan(1_000_00, tenor=3))
    days = []
    for _ in range(3):
        repay_next(world)
        days.append(today(world))

    leap = first_day.year == 2028
    assert days == [
        date(first_day.year, 2, 29 if leap else 28),
        date(first_day.year, 3, first_day.day),
        date(first_day.year, 4, min(first_day.day, 30)),
    ]
