"""提前结清: principal and interest to the day, no fee, from the day after the payout, on any day at all."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loan_notes import DAY, note
from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.settle.early_settlement import TooEarlyToSettle, early_settlement
from weilidai_core.words import RepaymentMethod


@st.composite
def notes_and_days(draw: st.DrawFn) -> tuple[LoanNote, date]:
    """Any note with any number of repaid instalments, and any day it can be settled on."""
    tenor = draw(st.sampled_from([3, 5, 6, 10, 12, 20, 24]))
    one = note(
        principal_fen=draw(st.integers(1, 4_000)) * 50_00,
        ppm=draw(st.integers(200, 500)),
        tenor=tenor,
        method=draw(st.sampled_from(RepaymentMethod)),
        on=draw(st.dates(date(2000, 1, 1), date(2099, 12, 31))),
        paid=draw(st.integers(0, tenor - 1)),
    )
    row = one.rows[one.paid_count]
    first = max(row.interest_from, one.interest_from + timedelta(days=1))
    return one, first + timedelta(days=draw(st.integers(0, (row.due_on - first).days)))


def test_it_works() -> None:
    # 12,000 yuan × 0.04 % × 10 days = 48 yuan.
    found = early_settlement(note(), on=DAY + timedelta(days=10))

    assert (found.principal_fen, found.interest_fen, found.total_fen) == (12_000_00, 48_00, 12_048_00)
    assert (found.interest_days, found.instalments_left) == (10, 12)


def test_the_shortest_loan_lasts_one_day() -> None:
    found = early_settlement(note(), on=DAY + timedelta(days=1))

    # 12,000 yuan × 0.04 % × 1 day = 4.80 yuan.
    assert (found.interest_days, found.interest_fen) == (1, 4_80)


def test_on_the_day_of_payout_it_is_too_early() -> None:
    with pytest.raises(TooEarlyToSettle) as refused:
        early_settlement(note(), on=DAY)

    assert refused.value.facts == {"first_on": DAY + timedelta(days=1)}


def test_after_a_repayment_only_the_rest_is_settled() -> None:
    one = note(paid=1)
    found = early_settlement(one, on=one.rows[0].due_on + timedelta(days=3))

    # 11,000 yuan × 0.04 % × 3 days = 13.20 yuan.
    assert (found.principal_fen, found.interest_fen, found.instalments_left) == (11_000_00, 13_20, 11)


def test_on_a_day_an_instalment_was_just_repaid_no_interest_is_left() -> None:
    one = note(paid=3)

    assert early_settlement(one, on=one.rows[2].due_on).interest_fen == 0


def test_what_is_saved_is_the_interest_that_will_not_be_charged() -> None:
    one = note()
    found = early_settlement(one, on=DAY + timedelta(days=10))

    assert found.saved_fen == sum(row.interest_fen for row in one.rows) - found.interest_fen


@given(notes_and_days())
def test_on_any_day_it_is_principal_and_interest_to_that_day(case: tuple[LoanNote, date]) -> None:
    one, on = case
    found = early_settlement(one, on=on)

    principal = one.principal_fen - sum(row.principal_fen for row in one.rows[: one.paid_count])
    days = (on - one.rows[one.paid_count].interest_from).days
    exact = Fraction(principal) * Fraction(one.daily_rate_ppm, 1_000_000) * days
    assert found.principal_fen == principal
    # Half up, and nothing else: no fee, no tolerance.
    assert found.interest_fen == (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    assert found.total_fen == found.principal_fen + found.interest_fen


@given(notes_and_days())
def test_it_never_costs_more_than_going_on(case: tuple[LoanNote, date]) -> None:
    one, on = case
    found = early_settlement(one, on=on)

    assert found.saved_fen >= 0
    assert found.total_fen + found.saved_fen == sum(row.total_fen for row in one.rows[one.paid_count :])


@given(notes_and_days())
def test_a_day_later_never_costs_less(case: tuple[LoanNote, date]) -> None:
    one, on = case

    assert (
        early_settlement(one, on=on + timedelta(days=1)).total_fen >= early_settlement(one, on=on).total_fen
    )


@given(notes_and_days())
def test_on_the_last_due_day_it_is_what_the_last_instalment_costs(case: tuple[LoanNote, date]) -> None:
    one, _ = case
    last = note(
        principal_fen=one.principal_fen,
        ppm=one.daily_rate_ppm,
        tenor=one.tenor,
        method=one.method,
        on=one.interest_from,
        paid=one.tenor - 1,
    )

    found = early_settlement(last, on=last.rows[-1].due_on)

    assert (found.total_fen, found.saved_fen) == (last.rows[-1].total_fen, 0)
