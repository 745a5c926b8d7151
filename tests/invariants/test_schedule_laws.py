"""What holds for every loan: 50 to 200,000 yuan, 1 to 60 instalments, any first day from 2000 to 2099.

No tolerance: each law is about whole fen.
"""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from weilidai_core.basics.calendar import add_months
from weilidai_core.basics.money import round_half_up
from weilidai_core.basics.rates import DailyRate, FlatFee, MonthlyRate, Rate
from weilidai_core.quote.cost import cost_of
from weilidai_core.quote.schedule import Row, schedule
from weilidai_core.words import RepaymentMethod

EQUAL_PRINCIPAL = RepaymentMethod.EQUAL_PRINCIPAL
EQUAL_INSTALMENT = RepaymentMethod.EQUAL_INSTALMENT
INTEREST_FIRST = RepaymentMethod.INTEREST_FIRST

# Small loans are where rounding could break a law, so they are asked for as often as all others together.
PRINCIPALS = st.one_of(st.integers(50_00, 100_00), st.integers(50_00, 200_000_00))
TENORS = st.integers(1, 60)
FIRST_DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
METHODS = st.sampled_from([EQUAL_PRINCIPAL, EQUAL_INSTALMENT, INTEREST_FIRST])
OFFERED_PPM = st.integers(200, 500)
RATES = st.one_of(
    st.integers(0, 2000).map(DailyRate.of_ppm),
    st.integers(0, 360_000).map(lambda ppm: MonthlyRate(Fraction(ppm, 1_000_000))),
    st.integers(0, 20_000).map(lambda ppm: FlatFee(Fraction(ppm, 1_000_000))),
)

loans = given(principal_fen=PRINCIPALS, rate=RATES, tenor=TENORS, method=METHODS, on=FIRST_DAYS)
offered = given(principal_fen=PRINCIPALS, daily_rate_ppm=OFFERED_PPM, tenor=TENORS, on=FIRST_DAYS)


def rows_of(principal_fen: int, rate: Rate, tenor: int, method: RepaymentMethod, on: date) -> tuple[Row, ...]:
    """The rows, the arguments in the order of a loan's sentence."""
    return schedule(principal_fen, rate=rate, tenor=tenor, method=method, on=on)


@loans
def test_principal_adds_up_exactly_and_the_last_balance_is_zero(
    principal_fen: int, rate: Rate, tenor: int, method: RepaymentMethod, on: date
) -> None:
    rows = rows_of(principal_fen, rate, tenor, method, on)

    assert len(rows) == tenor
    assert sum(row.principal_fen for row in rows) == principal_fen
    assert rows[-1].outstanding_fen == 0


@loans
def test_every_row_adds_up_and_follows_from_the_one_before(
    principal_fen: int, rate: Rate, tenor: int, method: RepaymentMethod, on: date
) -> None:
    rows = rows_of(principal_fen, rate, tenor, method, on)

    assert (rows[0].opening_fen, rows[0].interest_from) == (principal_fen, on)
    for number, row in enumerate(rows, start=1):
        assert row.number == number
        assert row.principal_fen + row.interest_fen == row.total_fen
        assert row.opening_fen - row.principal_fen == row.outstanding_fen
        assert row.days == (row.due_on - row.interest_from).days
    for one, following in pairwise(rows):
        assert (one.outstanding_fen, one.due_on) == (following.opening_fen, following.interest_from)


@loans
def test_nothing_in_a_row_is_ever_negative(
    principal_fen: int, rate: Rate, tenor: int, method: RepaymentMethod, on: date
) -> None:
    for row in rows_of(principal_fen, rate, tenor, method, on):
        assert min(row.interest_fen, row.principal_fen, row.outstanding_fen) >= 0


@loans
def test_every_row_carries_the_reckoning_of_its_interest(
    principal_fen: int, rate: Rate, tenor: int, method: RepaymentMethod, on: date
) -> None:
    for row in rows_of(principal_fen, rate, tenor, method, on):
        match row.rate:
            case DailyRate(per_day):
                exact = row.opening_fen * per_day * row.days
            case MonthlyRate(per_year):
                exact = row.opening_fen * per_year / 12
            case FlatFee(per_instalment):
                exact = principal_fen * per_instalment

        assert row.interest_fen == round_half_up(exact.numerator, exact.denominator)


@loans
def test_every_due_date_is_reckoned_from_the_first_day(
    principal_fen: int, rate: Rate, tenor: int, method: RepaymentMethod, on: date
) -> None:
    for row in rows_of(principal_fen, rate, tenor, method, on):
        assert row.due_on == add_months(on, row.number)
        assert row.due_on.day == on.day or (row.due_on + timedelta(days=1)).day == 1


@offered
@example(principal_fen=52_90, daily_rate_ppm=200, tenor=13, on=date(2007, 4, 28))
@example(principal_fen=52_90, daily_rate_ppm=200, tenor=13, on=date(2071, 3, 31))
@example(principal_fen=56_82, daily_rate_ppm=200, tenor=14, on=date(2061, 1, 30))
def test_interest_grows_from_equal_principal_to_equal_instalment_to_interest_first(
    principal_fen: int, daily_rate_ppm: int, tenor: int, on: date
) -> None:
    rate = DailyRate.of_ppm(daily_rate_ppm)
    by_principal, equal, at_the_end = (
        sum(row.interest_fen for row in rows_of(principal_fen, rate, tenor, method, on))
        for method in (EQUAL_PRINCIPAL, EQUAL_INSTALMENT, INTEREST_FIRST)
    )

    assert by_principal <= equal <= at_the_end


@offered
def test_equal_instalments_differ_only_in_the_last_row_and_there_by_less_than_a_yuan(
    principal_fen: int, daily_rate_ppm: int, tenor: int, on: date
) -> None:
    rows = rows_of(principal_fen, DailyRate.of_ppm(daily_rate_ppm), tenor, EQUAL_INSTALMENT, on)
    totals = [row.total_fen for row in rows]

    assert len(set(totals[:-1])) <= 1
    assert max(totals) - min(totals) < 1_00


@offered
def test_a_loan_always_has_one_annual_rate_and_it_lies_where_it_must(
    principal_fen: int, daily_rate_ppm: int, tenor: int, on: date
) -> None:
    cost = cost_of(rows_of(principal_fen, DailyRate.of_ppm(daily_rate_ppm), tenor, EQUAL_INSTALMENT, on))

    assert cost.annual_rate_simple_360_ppm == daily_rate_ppm * 360
    assert cost.annual_rate_simple_365_ppm == daily_rate_ppm * 365
    assert cost.total_payable_fen == principal_fen + cost.total_interest_fen
    # Compounding makes a rate larger; 5 % of it is room for the interest of fifty yuan in whole fen.
    assert (
        cost.annual_rate_simple_365_ppm * 95 // 100
        < cost.annual_rate_xirr_ppm
        < daily_rate_ppm * 365 * 115 // 100
    )


@pytest.mark.parametrize("daily_rate_ppm", [200, 500])
@pytest.mark.parametrize("tenor", range(8, 21))
def test_no_small_loan_breaks_the_order_of_interest(tenor: int, daily_rate_ppm: int) -> None:
    # Where plain rounding breaks the order: fifty-odd yuan over a year or so.
    rate = DailyRate.of_ppm(daily_rate_ppm)
    for principal_fen in range(50_00, 57_00, 4):
        by_principal, equal, at_the_end = (
            sum(row.interest_fen for row in rows_of(principal_fen, rate, tenor, method, date(2007, 4, 28)))
            for method in (EQUAL_PRINCIPAL, EQUAL_INSTALMENT, INTEREST_FIRST)
        )

        assert by_principal <= equal <= at_the_end
