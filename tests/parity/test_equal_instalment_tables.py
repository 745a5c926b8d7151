"""等额本息 as Apache Fineract's progressive loan prints it, row by row to the cent.

Its conventions, from the head of the file: interest half to even to the cent per period, the instalment
solved on the actual factors, the remainder in the last row, which is smoothed where it is far off.
"""

from collections.abc import Callable
from fractions import Fraction

import pytest

from tests.parity.day_counts import DAY_COUNTS
from tests.parity.other_lender import equal_instalments, half_even
from tests.parity.published_tables import (
    annual_rate,
    charged,
    day_count_name,
    due_days,
    first_day,
    periods,
    principal_fen,
    printed,
    table,
)
from tests.worked_examples.golden import needs, published
from weilidai_core.basics.calendar import due_dates
from weilidai_core.basics.money import yuan_text
from weilidai_core.basics.rates import DailyRate, MonthlyRate, Rate
from weilidai_core.quote.instalment import Spread, spread
from weilidai_core.quote.schedule import schedule
from weilidai_core.words import RepaymentMethod

PUBLISHED = published("fineract_progressive_equal_instalment.json")
CASES = {
    name: case
    for name, case in PUBLISHED.items()
    if case["inputs"]["method"] == "equal_instalment" and day_count_name(case) in DAY_COUNTS
}
# A case that is added to the file is not passed over in silence; today none has to be left out.
ALL = 69
LEFT_OUT: dict[str, str] = {}
# Fineract's last row was far off, and it took the smoothed instalment: here alone its table is not ours too.
SMOOTHED = {
    "EMICalculation:49",
    "EMICalculation:114",
    "EMICalculation:280",
    "ProgressiveEMICalculatorTest.test_disbursedAmt100_dayInYears364_daysInMonthActual_repayEvery2Week",
}
# Where a rate of ours says the same as a day count of theirs: a twelfth of a year, or a day of a fixed year.
OUR_RATES: dict[str, Callable[[Fraction], Rate]] = {
    "30/360": MonthlyRate,
    "act/360": lambda annual: DailyRate(annual / 360),
    "act/365": lambda annual: DailyRate(annual / 365),
}
MONTHLY = {name: case for name, case in CASES.items() if case["inputs"]["repay_unit"] == "MONTHS"}
OURS = {
    name: case
    for name, case in MONTHLY.items()
    if case["inputs"]["repay_every"] == 1 and day_count_name(case) in OUR_RATES and name not in SMOOTHED
}
WITH_FACTORS = [name for name, case in CASES.items() if "rate_factor" in case["expected"]["rows"][0]]

pytestmark = needs(PUBLISHED)


def test_every_published_case_is_tested_or_left_out_with_a_reason() -> None:
    assert len(PUBLISHED) == ALL
    assert {*CASES, *LEFT_OUT} == set(PUBLISHED)
    assert not LEFT_OUT.keys() & CASES.keys()


def test_every_day_count_of_the_driver_is_met() -> None:
    assert {day_count_name(case) for case in CASES.values()} == set(DAY_COUNTS)


@pytest.mark.parametrize("name", CASES)
def test_the_table_is_theirs_to_the_cent(name: str) -> None:
    case = CASES[name]

    assert table(equal_instalments(principal_fen(case), charged(case), smoothed=True)) == printed(case)


@pytest.mark.parametrize("name", [name for name in CASES if name not in WITH_FACTORS])
def test_the_totals_are_theirs_to_the_cent(name: str) -> None:
    case = CASES[name]

    rows = equal_instalments(principal_fen(case), charged(case), smoothed=True)

    totals = sum(rows.interest), sum(rows.interest) + sum(rows.parts)
    expected = case["expected"]["total_interest"], case["expected"]["total_due"]
    assert (yuan_text(totals[0]), yuan_text(totals[1])) == expected


@pytest.mark.parametrize("name", WITH_FACTORS)
def test_what_a_period_bears_is_theirs_to_twelve_digits(name: str) -> None:
    case = CASES[name]
    year_part = DAY_COUNTS[day_count_name(case)]

    factors = [annual_rate(case) * year_part(period) for period in periods(case)]

    theirs = [int(Fraction(row["rate_factor"]) * 10**12) for row in case["expected"]["rows"]]
    assert [half_even(factor.numerator * 10**12, factor.denominator) for factor in factors] == theirs


@pytest.mark.parametrize("name", MONTHLY)
def test_the_monthly_due_dates_are_the_products_own(name: str) -> None:
    case, every = MONTHLY[name], MONTHLY[name]["inputs"]["repay_every"]

    dates = due_dates(first_day(case), every * len(due_days(case)))

    assert list(dates[every - 1 :: every]) == due_days(case)


@pytest.mark.parametrize("name", CASES)
def test_only_smoothing_parts_their_tables_from_ours(name: str) -> None:
    # Nothing of theirs but the factors: half up, no smoothing, exactly as a product loan is spread.
    case = CASES[name]

    rows = spread(principal_fen(case), charged(case), RepaymentMethod.EQUAL_INSTALMENT)

    assert (table(rows) != printed(case)) == (name in SMOOTHED)


@pytest.mark.parametrize("name", OURS)
def test_the_products_whole_schedule_is_theirs_where_its_rates_can_say_the_same(name: str) -> None:
    case = OURS[name]

    rows = schedule(
        principal_fen(case),
        rate=OUR_RATES[day_count_name(case)](annual_rate(case)),
        tenor=len(due_days(case)),
        method=RepaymentMethod.EQUAL_INSTALMENT,
        on=first_day(case),
    )

    columns = zip(*[(row.opening_fen, row.principal_fen, row.interest_fen) for row in rows], strict=True)
    assert [row.due_on for row in rows] == due_days(case)
    assert table(Spread(*map(list, columns))) == printed(case)
