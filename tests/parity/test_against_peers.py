"""Random loans against packages that others wrote, where their convention can be ours.

Nothing of ours is loosened. A peer that reckons in floats may fall on the other side of an exact half fen,
so a loan with such a half in it is not compared; a peer that never rounds is compared with our exact factors.
"""

import math
from datetime import date
from fractions import Fraction

import pyxirr
from amortization.schedule import amortization_schedule
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from loan_calculator import Loan
from loan_calculator.irr import return_polynomial_factory

from tests.parity.day_counts import (
    Period,
    YearPart,
    actual_actual_isda,
    actual_over,
    thirty_360_bond,
    thirty_360_european,
)
from tests.parity.other_lender import given as given_factors
from weilidai_core.basics.calendar import due_dates
from weilidai_core.basics.rates import DailyRate, MonthlyRate
from weilidai_core.quote.instalment import in_parts, paid_equally, solved_instalment_fen
from weilidai_core.quote.interest import Charges, charges
from weilidai_core.quote.schedule import schedule
from weilidai_core.quote.xirr import daily_growth_rates, xirr
from weilidai_core.words import RepaymentMethod

# What the product offers and more: 1,000 to 200,000 yuan, 1 % to 36 % a year, up to 0.1 % a day, five years.
# (Far below 1 % a year our instalment may be a fen lower, so that it costs no less than equal principal.)
PRINCIPALS = st.integers(1_000_00, 200_000_00)
YEARLY_PPM = st.integers(10_000, 360_000)
DAILY_PPM = st.integers(1, 1_000)
TENORS = st.integers(1, 60)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
METHODS = st.sampled_from(list(RepaymentMethod))
# A float of some hundred thousand yuan is good to a millionth of a fen.
FLOAT_FEN = Fraction(1, 10**6)
# Of a daily rate: not a two-thousandth of a part per million a year, yet more than a float's own noise.
A_DAY = 1e-12
ISDA = {
    "ACT_360": actual_over(360),
    "ACT_364": actual_over(364),
    "ACT_365F": actual_over(365),
    "ACT_ACT_ISDA": actual_actual_isda,
    "THIRTY_360_ISDA": thirty_360_bond,
    "THIRTY_E_360": thirty_360_european,
}


def watched(numerator: int, denominator: int) -> int:
    """Half up, for loans in which no figure is so near to a half that a float could miss it."""
    over = Fraction(numerator, denominator) % 1
    assume(abs(over - Fraction(1, 2)) > FLOAT_FEN)
    return (2 * numerator + denominator) // (2 * denominator)


@given(principal=PRINCIPALS, ppm=YEARLY_PPM, tenor=TENORS, on=DAYS)
def test_a_twelfth_of_a_year_gives_every_row_of_amortization(
    principal: int, ppm: int, tenor: int, on: date
) -> None:
    # Convention: year ÷ 12, interest and instalment to the cent, the remainder last: all of it is ours.
    rate = MonthlyRate(Fraction(ppm, 10**6))
    borne = charges(rate, [30] * tenor)
    instalment = solved_instalment_fen(principal, borne, rounded=watched)
    paid_equally(principal, borne, instalment, rounded=watched)

    ours = schedule(principal, rate=rate, tenor=tenor, method=RepaymentMethod.EQUAL_INSTALMENT, on=on)

    theirs = [
        tuple(round(yuan * 100) for yuan in (row.principal, row.interest, row.amount, row.balance))
        for row in amortization_schedule(principal / 100, ppm / 10**6, tenor)
    ]
    assert [
        (row.principal_fen, row.interest_fen, row.total_fen, row.outstanding_fen) for row in ours
    ] == theirs


@given(principal=PRINCIPALS, ppm=YEARLY_PPM, tenor=TENORS)
def test_the_instalment_of_a_twelfth_of_a_year_is_that_of_spreadsheets(
    principal: int, ppm: int, tenor: int
) -> None:
    # pyxirr's PMT is the spreadsheets' unrounded one.
    borne = charges(MonthlyRate(Fraction(ppm, 10**6)), [30] * tenor)

    unrounded = pyxirr.pmt(ppm / 10**6 / 12, tenor, -principal)

    assert unrounded is not None
    assert solved_instalment_fen(principal, borne, rounded=watched) == math.floor(unrounded + 0.5)


@given(principal=PRINCIPALS, ppm=DAILY_PPM, tenor=TENORS, on=DAYS)
def test_given_loan_calculators_factors_the_instalment_is_its_own(
    principal: int, ppm: int, tenor: int, on: date
) -> None:
    # It compounds daily on the actual days: a fen bears (1 + d)^days - 1. Those factors are given to ours.
    theirs, borne = loan_calculators(principal, ppm, due_dates(on, tenor), on, "progressive-price-schedule")

    assert solved_instalment_fen(principal, borne, rounded=watched) == math.floor(
        theirs.due_payments[0] + 0.5
    )


@given(principal=PRINCIPALS, ppm=DAILY_PPM, tenor=TENORS, on=DAYS)
def test_given_loan_calculators_factors_equal_principal_bears_its_interest(
    principal: int, ppm: int, tenor: int, on: date
) -> None:
    # It never rounds. So the principal is made one that divides, and each of our rows is its, rounded.
    principal -= principal % tenor
    theirs, borne = loan_calculators(
        principal, ppm, due_dates(on, tenor), on, "constant-amortization-schedule"
    )

    ours = in_parts(principal, borne, principal // tenor, rounded=watched)

    assert ours.parts == [round(part) for part in theirs.amortizations]
    assert ours.interest == [math.floor(fen + 0.5) for fen in theirs.interest_payments]


@given(principal=PRINCIPALS, ppm=DAILY_PPM, tenor=st.integers(2, 60), method=METHODS, on=DAYS)
def test_the_annual_rate_is_that_of_two_other_packages(
    principal: int, ppm: int, tenor: int, method: RepaymentMethod, on: date
) -> None:
    # pyxirr stops at about 1e-9 of the rate. Of loan-calculator only the equation is asked: its own search
    # takes a wrong derivative and runs away from loans that repay late.
    rows = schedule(principal, rate=DailyRate.of_ppm(ppm), tenor=tenor, method=method, on=on)
    flows = [(on, principal), *[(row.due_on, -row.total_fen) for row in rows]]
    (growth,) = daily_growth_rates(flows)

    owed = return_polynomial_factory(
        principal, [row.total_fen for row in rows], [(row.due_on - on).days for row in rows]
    )
    yearly = pyxirr.xirr([day for day, _ in flows], [float(fen) for _, fen in flows])

    assert owed(math.expm1(growth) - A_DAY) < 0 < owed(math.expm1(growth) + A_DAY)
    assert yearly is not None
    assert math.isclose(math.expm1(growth * 365), yearly, abs_tol=1e-9)
    assert abs(xirr(flows).rates_ppm[0] - yearly * 10**6) <= 0.51


@settings(max_examples=500)
@given(name=st.sampled_from(list(ISDA)), start=DAYS, days=st.integers(0, 4000))
def test_the_drivers_day_counts_are_those_of_isda(name: str, start: date, days: int) -> None:
    end, year_part = date.fromordinal(start.toordinal() + days), ISDA[name]

    theirs = pyxirr.year_fraction(start, end, getattr(pyxirr.DayCount, name))

    assert math.isclose(exactly(year_part, start, end), theirs, rel_tol=1e-12, abs_tol=1e-12)


def exactly(year_part: YearPart, start: date, end: date) -> float:
    """A part of a year as a float, once it is reckoned."""
    return float(year_part(Period(start, end, 1, "DAYS")))


def loan_calculators(
    principal: int, ppm: int, due: tuple[date, ...], on: date, kind: str
) -> tuple[Loan, Charges]:
    """Its loan at a daily rate, in fen, and what a fen bears in each of its periods, exactly."""
    theirs = Loan(principal, (1 + ppm / 10**6) ** 365 - 1, on, list(due), amortization_schedule_type=kind)
    each = 1 + Fraction(theirs.daily_interest_rate)
    starts = [on, *due[:-1]]
    return theirs, given_factors(
        [each ** (end - start).days - 1 for start, end in zip(starts, due, strict=True)]
    )
