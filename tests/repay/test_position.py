"""A loan note on a day: what is due, what is owed, and the interest to that day, to the fen."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.loan_notes import DAY, note
from weilidai_core.quote.interest import interest_fen
from weilidai_core.repay.position import RowState, next_due_on, position
from weilidai_core.words import RepaymentMethod


def test_it_works() -> None:
    # 12,000 yuan × 0.04 % × 10 days = 48 yuan.
    now = position(note(), on=DAY + timedelta(days=10))

    assert (now.interest_days, now.interest_to_day_fen, now.owed_fen) == (10, 48_00, 12_048_00)


def test_on_the_day_of_payout_nothing_has_accrued() -> None:
    now = position(note(), on=DAY)

    assert (now.interest_days, now.interest_to_day_fen, now.owed_fen) == (0, 0, 12_000_00)


def test_before_the_payout_nothing_is_reckoned_backwards() -> None:
    assert position(note(), on=DAY - timedelta(days=5)).interest_days == 0


@pytest.mark.parametrize("paid", range(12))
@pytest.mark.parametrize("method", RepaymentMethod)
def test_on_the_due_day_the_interest_is_the_schedules(paid: int, method: RepaymentMethod) -> None:
    one = note(paid=paid, method=method)
    row = one.next_row
    assert row is not None

    assert position(one, on=row.due_on).interest_to_day_fen == row.interest_fen


def test_after_a_repayment_interest_runs_on_what_is_left() -> None:
    one = note(paid=1)
    now = position(one, on=one.rows[0].due_on + timedelta(days=3))

    # 11,000 yuan × 0.04 % × 3 days = 13.20 yuan.
    assert (now.interest_days, now.interest_to_day_fen) == (3, 13_20)


def test_a_settled_note_owes_nothing_on_any_day() -> None:
    one = note(paid=2, settled_on=date(2026, 11, 20))

    for days in (66, 100, 1000):
        now = position(one, on=DAY + timedelta(days=days))
        assert (now.interest_days, now.owed_fen, now.due_row) == (0, 0, None)


def test_an_instalment_is_due_on_its_day_and_not_before() -> None:
    one = note()
    due_on = one.rows[0].due_on

    assert position(one, on=due_on - timedelta(days=1)).due_row is None
    assert position(one, on=due_on).due_row == one.rows[0]


def test_a_repaid_instalment_is_not_due_again() -> None:
    one = note(paid=1)

    assert position(one, on=one.rows[0].due_on).due_row is None


def test_each_row_says_how_it_stands() -> None:
    one = note(paid=1, tenor=3)
    now = position(one, on=one.rows[1].due_on)

    assert [now.state_of(row) for row in one.rows] == [RowState.PAID, RowState.DUE, RowState.AHEAD]


def test_what_early_settlement_left_out_is_settled_and_not_paid() -> None:
    one = note(paid=1, tenor=3, settled_on=date(2026, 10, 20))
    now = position(one, on=date(2026, 12, 1))

    assert [now.state_of(row) for row in one.rows] == [RowState.PAID, RowState.SETTLED, RowState.SETTLED]


def test_the_next_due_day_is_the_earliest_of_all_notes() -> None:
    first, second = note(paid=2), note(paid=1)

    assert next_due_on((first, second)) == second.rows[1].due_on
    assert next_due_on(()) is None
    assert next_due_on((note(paid=12, settled_on=date(2027, 9, 15)),)) is None


@pytest.mark.parametrize("days", [1, 29, 30])
def test_interest_to_the_day_is_balance_times_rate_times_days(days: int) -> None:
    one = note(principal_fen=9_999_99, ppm=333)

    assert position(one, on=DAY + timedelta(days=days)).interest_to_day_fen == interest_fen(
        9_999_99, daily_rate=Fraction(333, 1_000_000), days=days
    )
