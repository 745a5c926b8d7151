"""What was put off to a day is payable on that day: bills, wallet, reminders, calendar and debit agree."""

from datetime import timedelta

from tests.worlds import do, note_of
from weilidai_core.borrow.views import home
from weilidai_core.events import InstalmentFellDue, NoticeSent
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.help.views import conversation
from weilidai_core.language import money, render
from weilidai_core.notices.views import repayment_calendar, said
from weilidai_core.repay.bill import bill_of
from weilidai_core.repay.bill_views import bills, next_bill, upcoming_bills
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.repay.hardship import AskHardship, DecideHardship
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.store import Store
from weilidai_core.words import Channel, HardshipReason, Notice
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World

# 1,000 yuan over 5 months at 0.045 % a day from 11 November; on 11 January two months' time were given.
# Interest billed for 30 days on 1,000 and for 31 on 800, then for 90 days on 1,000; principal 200.
CARRIED_FEN = 13_50 + 11_16
PAYABLE_FEN = CARRIED_FEN + 40_50 + 200_00


def put_off(store: Store) -> World:
    """Somebody whose instalments were put off."""
    return play(store, scenario("hardship-granted"), secret="s" * 43)


def test_it_works(store: Store) -> None:
    world = put_off(store)
    note, view = note_of(world), bills(world)
    day = note.next_due_on
    assert day is not None

    assert sum(item.owed_fen for item in bill_of((note,), on=day)) == PAYABLE_FEN
    assert (view.upcoming_on, view.upcoming_fen) == (day, PAYABLE_FEN)
    assert [bill.total_fen for bill in view.upcoming] == [13_50, 11_16, 240_50]
    assert all(bill.days_left == (day - view.on).days > 0 for bill in view.upcoming)
    assert [bill.is_instalment for bill in view.upcoming] == [False, False, True]
    assert next_bill(note, view.on) == view.upcoming[-1]
    (summary,) = home(world).notes
    assert (summary.next_due_on, summary.next_fen) == (day, PAYABLE_FEN)


def test_it_is_announced_and_debited_whole(store: Store) -> None:
    world = put_off(store)
    day = note_of(world).next_due_on
    assert day is not None
    do(world, AdvanceDay(to_on=day - timedelta(days=1)))
    do(world, AdvanceDay(to_on=day))

    told = {
        each.event.notice: each.event.figures
        for each in read_history(world)
        if isinstance(each.event, NoticeSent) and each.on > day - timedelta(days=4)
    }
    for notice in (Notice.DUE_IN_3_DAYS, Notice.DUE_TOMORROW, Notice.DUE_TODAY):
        assert told[notice]["amount_fen"] == PAYABLE_FEN
        assert told[notice]["principal_fen"] == 200_00
        assert told[notice]["interest_fen"] == CARRIED_FEN + 40_50
    assert (
        sum(isinstance(each.event, InstalmentFellDue) and each.on == day for each in read_history(world)) == 1
    )


def test_a_penalty_that_was_not_waived_is_named_as_one(store: Store) -> None:
    """1,000 yuan over 5 months, four days late, then two months' time without a waiver."""
    world = play(store, scenario("overdue-4"), secret="s" * 43)
    do(world, AskHardship(reason=HardshipReason.ILLNESS, months=2))
    do(world, DecideHardship(case=1, granted=True, months=2))
    note = note_of(world)
    day = note.next_due_on
    assert day is not None
    falling = note.latest.falling_on(day)
    penalty_fen = sum(bill.penalty_fen for bill in upcoming_bills(note, bills(world).on))
    assert falling.penalty_fen == penalty_fen > 0
    assert falling.total_fen == bills(world).upcoming_fen

    do(world, AskServiceDesk(question="下一期还多少"))
    answer = " ".join(render(one, "zh") for one in conversation(world).turns[-1].said)
    calendar = repayment_calendar(world, number="", lang="zh").content.decode().replace("\r\n ", "")
    assert f"罚息 {money(penalty_fen)}" in answer
    assert f"罚息 {money(penalty_fen)}" in calendar
    do(world, AdvanceDay(to_on=day - timedelta(days=1)))
    do(world, AdvanceDay(to_on=day))
    told = [
        each.event
        for each in read_history(world)
        if isinstance(each.event, NoticeSent) and each.on > day - timedelta(days=4)
    ]
    for notice in (Notice.DUE_IN_3_DAYS, Notice.DUE_TODAY):
        sent = next(one for one in told if one.notice is notice)
        words = render(said(read_history(world), sent, Channel.INBOX), "zh")
        assert f"罚息 {money(penalty_fen)}" in words
        assert f"利息 {money(falling.interest_fen)}" in words


def test_the_service_desk_and_the_calendar_say_the_same(store: Store) -> None:
    world = put_off(store)
    do(world, AskServiceDesk(question="下一期还多少"))

    answer = " ".join(render(one, "zh") for one in conversation(world).turns[-1].said)
    calendar = repayment_calendar(world, number="", lang="zh").content.decode().replace("\r\n ", "")
    assert money(PAYABLE_FEN) in answer
    assert money(PAYABLE_FEN) in calendar
    assert money(240_50) not in calendar
