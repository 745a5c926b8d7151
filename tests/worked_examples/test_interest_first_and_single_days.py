"""先息后本 and single days, reckoned by hand: interest on the whole principal until its end."""

from datetime import date

from tests.worked_examples.reckoning import INTEREST_FIRST, daily, loan, table
from weilidai_core.basics.calendar import days_between
from weilidai_core.quote.interest import interest_fen


def test_three_months_from_the_last_day_of_january_in_a_leap_year() -> None:
    # 20,000 at 0.02 % is 4.00 a day. 31 Jan → 29 Feb 29, → 31 Mar 31, → 30 Apr 30 days.
    rows = loan("20,000", rate=daily("0.02%"), tenor=3, method=INTEREST_FIRST, on="2024-01-31")

    assert table(rows) == [
        "2024-02-29 29 0.00 + 116.00 = 116.00, 20000.00",
        "2024-03-31 31 0.00 + 124.00 = 124.00, 20000.00",
        "2024-04-30 30 20000.00 + 120.00 = 20120.00, 0.00",
    ]


def test_a_loan_of_29_february_is_due_on_28_february_a_year_later_and_on_the_29th_again() -> None:
    # 1,000 at 0.05 % is 0.50 a day, paid out on the leap day. The 12th due date has no 29th; the 13th has.
    #   29 Jan → 28 Feb 2025: 30 days, 15.00       28 Feb → 29 Mar 2025: 29 days, 14.50
    rows = loan("1000", rate=daily("0.05%"), tenor=13, method=INTEREST_FIRST, on="2024-02-29")

    assert table(rows)[10:] == [
        "2025-01-29 31 0.00 + 15.50 = 15.50, 1000.00",
        "2025-02-28 30 0.00 + 15.00 = 15.00, 1000.00",
        "2025-03-29 29 1000.00 + 14.50 = 1014.50, 0.00",
    ]


def test_borrowed_today_and_repaid_tomorrow_is_one_day_of_interest() -> None:
    # The day of payout counts, the day of repayment does not: 10,000 × 0.0005 × 1 = 5.00.
    days = days_between(date(2026, 12, 31), date(2027, 1, 1))

    assert interest_fen(10_000_00, daily_rate=daily("0.05%").per_day, days=days) == 5_00


def test_one_day_across_the_leap_day_is_two_days() -> None:
    # 28 February → 1 March 2024 is 2 days, in 2023 it is 1: 800 × 0.0003 = 0.24 a day.
    leap = days_between(date(2024, 2, 28), date(2024, 3, 1))
    plain = days_between(date(2023, 2, 28), date(2023, 3, 1))

    assert interest_fen(800_00, daily_rate=daily("0.03%").per_day, days=leap) == 48
    assert interest_fen(800_00, daily_rate=daily("0.03%").per_day, days=plain) == 24


def test_half_a_fen_for_one_day_goes_up_and_less_goes_down() -> None:
    # 10.00 × 0.0005 = 0.005 → 0.01        9.99 × 0.0005 = 0.004995 → 0.00
    assert interest_fen(10_00, daily_rate=daily("0.05%").per_day, days=1) == 1
    assert interest_fen(9_99, daily_rate=daily("0.05%").per_day, days=1) == 0
