"""The pages of a loan's life after the payout: paying, paying ahead, being overdue, asking for time."""

import pytest

from pages.kit.format import money, number
from tests.pages.conftest import OpenScene
from tests.worlds import do
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import (
    CardFunded,
    HardshipAsked,
    HardshipDecided,
    Prepaid,
    RepaymentCardChanged,
    RepaymentReceived,
)
from weilidai_core.repay.actions import FundCard
from weilidai_core.repay.bill_views import bills
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.repay.overdue_views import overdue
from weilidai_core.repay.position import position
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history


def test_it_works(open_scene: OpenScene) -> None:
    tab = open_scene("overdue-4").open("bills")
    due = bills(tab.world)

    assert "已逾期 4 天" in tab.words
    assert money(due.due_fen) in tab.words
    assert money(due.a_day_more_fen) in tab.words


def test_all_that_is_due_is_paid_at_once(open_scene: OpenScene) -> None:
    tab = open_scene("overdue-4").open("bills")
    tab.tap(next(key for key in tab.keys if key.endswith("repayment_card")))
    tab.tap(next(key for key in tab.keys if key.endswith("fund_5000000"))).open("pay")
    came = tab.count(RepaymentReceived)
    tab.tap("confirm_payment")

    assert tab.count(CardFunded) >= 1
    assert tab.count(RepaymentReceived) == came + 1
    assert not bills(tab.world).due
    assert "还款成功" in tab.words


def test_paying_with_an_empty_card_is_refused_in_words_and_changes_nothing(open_scene: OpenScene) -> None:
    tab = open_scene("overdue-4").open("pay")
    came = tab.count(RepaymentReceived)
    tab.tap("confirm_payment")

    assert tab.count(RepaymentReceived) == came
    assert "没有扣款" in tab.words


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_waiting_costs_is_the_views_own(open_scene: OpenScene, lang: str) -> None:
    tab = open_scene("overdue-4", lang=lang).open("overdue")
    now = overdue(tab.world)

    assert now is not None
    assert money(now.tomorrow_fen) in tab.words
    assert money(now.penalty_fen) in tab.words
    assert money(now.waiting_fen[-1]) in tab.words


def test_a_part_is_repaid_ahead_and_says_what_it_saved(open_scene: OpenScene) -> None:
    tab = open_scene("bill-paid").open("prepay")
    note = loan_notes_of(read_history(tab.world))[0]
    before = position(note, on=day_of(read_history(tab.world))).owed_fen
    assert "少付利息" in tab.words
    tab.tap("confirm_prepayment")

    after = loan_notes_of(read_history(tab.world))[0]
    assert tab.count(Prepaid) == 1
    assert position(after, on=day_of(read_history(tab.world))).owed_fen < before
    assert "还款成功" in tab.words


def test_time_is_asked_for_and_granted(open_scene: OpenScene) -> None:
    tab = open_scene("overdue-4").open("hardship").tap("ask_hardship")
    assert tab.count(HardshipAsked) == 1
    assert "申请已提交" in tab.words

    tab.tap("grant")
    assert tab.count(HardshipDecided) == 1
    assert "同意了您的申请" in tab.words
    assert overdue(tab.world) is None


def test_another_card_is_debited_from_now_on(open_scene: OpenScene) -> None:
    tab = open_scene("bill-paid").open("bills")
    tab.tap(next(key for key in tab.keys if key.endswith("repayment_card")))
    other = next(key for key in tab.keys if key.startswith("cell_blue_card_"))
    tab.tap(other)

    assert tab.count(RepaymentCardChanged) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_was_put_off_is_billed_line_by_line_before_and_on_its_day(
    open_scene: OpenScene, lang: str
) -> None:
    tab = open_scene("hardship-granted", lang=lang).open("bills")
    ahead = bills(tab.world)
    assert number(ahead.upcoming_fen) in tab.words
    assert all(money(bill.total_fen) in tab.words for bill in ahead.upcoming)
    assert "-31" not in tab.open("loan_note").words

    assert ahead.upcoming_on is not None
    do(tab.world, AdvanceDay(to_on=ahead.upcoming_on))
    tab.open("bills")
    due = bills(tab.world).due
    assert len(due) == 3
    assert all(money(bill.total_fen) in tab.words for bill in due)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_granted_case_stays_told_when_nothing_is_due_any_more(open_scene: OpenScene, lang: str) -> None:
    tab = open_scene("hardship-granted", lang=lang)
    note = loan_notes_of(read_history(tab.world))[0]
    owed_fen = position(note, on=day_of(read_history(tab.world))).owed_fen
    do(tab.world, FundCard(balance_fen=owed_fen))
    do(tab.world, SettleEarly(loan_note=note.number, total_fen=owed_fen))
    tab.open("hardship")

    assert "2 个月" in tab.words or "2 months" in tab.words
    assert "None" not in tab.words
