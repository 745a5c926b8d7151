"""What a loan costs, under each name that lenders use."""

from datetime import date
from fractions import Fraction

import pytest

from weilidai_core.basics.rates import DailyRate, FlatFee, MonthlyRate
from weilidai_core.quote.cost import cost_of
from weilidai_core.quote.schedule import schedule
from weilidai_core.words import RepaymentMethod

ON = date(2026, 12, 1)


def test_twelve_equal_instalments_of_10000_at_0_03_percent() -> None:
    rows = schedule(
        10_000_00, rate=DailyRate.of_ppm(300), tenor=12, method=RepaymentMethod.EQUAL_INSTALMENT, on=ON
    )
    cost = cost_of(rows)

    assert (cost.total_interest_fen, cost.total_payable_fen) == (602_35, 10_602_35)
    assert (cost.first_payment_fen, cost.largest_payment_fen, cost.last_payment_fen) == (
        883_53,
        883_53,
        883_52,
    )
    # 0.03 % × 360 = 10.8 %, × 365 = 10.95 %; 11.52 % is the published XIRR of this loan.
    assert (cost.annual_rate_simple_360_ppm, cost.annual_rate_simple_365_ppm) == (108_000, 109_500)
    assert round(cost.annual_rate_xirr_ppm, -2) == 115_200


@pytest.mark.parametrize(("daily_rate_ppm", "xirr_ppm"), [(200, 75_500), (300, 115_200), (500, 198_600)])
@pytest.mark.parametrize("tenor", [5, 10, 20])
def test_the_effective_rate_hardly_depends_on_the_tenor(
    daily_rate_ppm: int, xirr_ppm: int, tenor: int
) -> None:
    rows = schedule(
        10_000_00,
        rate=DailyRate.of_ppm(daily_rate_ppm),
        tenor=tenor,
        method=RepaymentMethod.EQUAL_PRINCIPAL,
        on=ON,
    )

    assert round(cost_of(rows).annual_rate_xirr_ppm, -2) == xirr_ppm


def test_one_short_month_by_hand() -> None:
    # 10,000 for the 28 days of February at 0.05 %: 140.00, that is 1.4 %.
    # IRR × 12 = 1.4 % × 12 = 16.8 %, because a period of 28 days counts as a month.
    # XIRR = 1.014 ^ (365 ÷ 28) - 1: ln 1.014 = 0.01390290, × 13.0357143 = 0.18123423, e ^ that = 1.198696.
    rows = schedule(
        10_000_00,
        rate=DailyRate.of_ppm(500),
        tenor=1,
        method=RepaymentMethod.INTEREST_FIRST,
        on=date(2026, 2, 1),
    )
    cost = cost_of(rows)

    assert cost.annual_rate_irr_ppm == 168_000
    assert cost.annual_rate_xirr_ppm == 198_696


def test_a_loan_without_interest_costs_nothing_under_any_name() -> None:
    rows = schedule(
        10_000_00, rate=DailyRate.of_ppm(0), tenor=12, method=RepaymentMethod.EQUAL_INSTALMENT, on=ON
    )
    cost = cost_of(rows)

    assert (cost.total_interest_fen, cost.annual_rate_irr_ppm, cost.annual_rate_xirr_ppm) == (0, 0, 0)
    assert (cost.annual_rate_simple_360_ppm, cost.annual_rate_simple_365_ppm) == (0, 0)


def test_a_flat_fee_shows_what_it_costs_on_the_principal_actually_owed() -> None:
    # 1,200 for two months at 1 %: 24.00 on 1,200 × 31 + 600 × 28 = 54,000 yuan-days from 1 January 2026.
    # 24 ÷ 54,000 × 360 = 16 %, × 365 = 16.2222 %: not the 12 % that 12 × 1 % suggests.
    rows = schedule(
        1_200_00,
        rate=FlatFee(Fraction(1, 100)),
        tenor=2,
        method=RepaymentMethod.EQUAL_INSTALMENT,
        on=date(2026, 1, 1),
    )
    cost = cost_of(rows)

    assert (cost.annual_rate_simple_360_ppm, cost.annual_rate_simple_365_ppm) == (160_000, 162_222)


def test_the_periodic_rate_of_a_monthly_rate_is_the_annual_rate_again() -> None:
    rows = schedule(
        100_000_00,
        rate=MonthlyRate(Fraction(12, 100)),
        tenor=12,
        method=RepaymentMethod.INTEREST_FIRST,
        on=ON,
    )

    assert cost_of(rows).annual_rate_irr_ppm == 120_000
