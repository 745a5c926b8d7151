"""Offers that are not priced by the day, reckoned by hand: a twelfth of the annual rate, and a flat fee."""

from fractions import Fraction

from tests.worked_examples.reckoning import (
    EQUAL_INSTALMENT,
    EQUAL_PRINCIPAL,
    INTEREST_FIRST,
    loan,
    table,
    total_interest,
)
from weilidai_core.basics.rates import FlatFee, MonthlyRate
from weilidai_core.quote.cost import cost_of

FEE = FlatFee(Fraction(6, 1000))


def test_a_flat_fee_is_charged_on_the_first_principal_every_time() -> None:
    # 1,200 in 3 at 0.6 % each: 400.00 and 1,200 × 0.006 = 7.20, whatever is repaid already.
    rows = loan("1200", rate=FEE, tenor=3, method=EQUAL_INSTALMENT, on="2026-01-15")

    assert table(rows) == [
        "2026-02-15 31 400.00 + 7.20 = 407.20, 800.00",
        "2026-03-15 28 400.00 + 7.20 = 407.20, 400.00",
        "2026-04-15 31 400.00 + 7.20 = 407.20, 0.00",
    ]


def test_under_a_flat_fee_equal_principal_and_equal_instalments_are_the_same() -> None:
    equal = loan("1000", rate=FEE, tenor=7, method=EQUAL_INSTALMENT, on="2026-01-15")

    assert equal == loan("1000", rate=FEE, tenor=7, method=EQUAL_PRINCIPAL, on="2026-01-15")


def test_the_same_0_6_percent_costs_twice_as_much_as_a_fee_than_as_a_rate() -> None:
    # 10,000 in 12. As a fee: 12 × 60.00 = 720.00. As a monthly rate on what is owed (7.2 % a year):
    # A = 10,000 × 0.006 ÷ (1 - 1.006^-12) = 866.19…, 12 times less 10,000 is 394.28.
    # The fee of 0.6 % a month is 13.03 % a year (IRR × 12), not 7.2 %; 13.84 % with compounding.
    fee = loan("10,000", rate=FEE, tenor=12, method=EQUAL_INSTALMENT, on="2026-01-01")
    rate = loan(
        "10,000", rate=MonthlyRate(Fraction(72, 1000)), tenor=12, method=EQUAL_INSTALMENT, on="2026-01-01"
    )

    assert (total_interest(fee), total_interest(rate)) == ("720.00", "394.28")
    assert round(cost_of(fee).annual_rate_irr_ppm, -2) == 130_300
    assert round(cost_of(rate).annual_rate_irr_ppm, -2) == 72_000


def test_equal_principal_at_a_twelfth_of_the_annual_rate() -> None:
    # 600 at 12 % in 3 parts of 200: 6.00 + 4.00 + 2.00.
    rows = loan("600", rate=MonthlyRate(Fraction(12, 100)), tenor=3, method=EQUAL_PRINCIPAL, on="2026-01-31")

    assert [row.interest_fen for row in rows] == [6_00, 4_00, 2_00]


def test_a_flat_fee_before_the_principal() -> None:
    rows = loan("1200", rate=FEE, tenor=2, method=INTEREST_FIRST, on="2026-01-15")

    assert [row.total_fen for row in rows] == [7_20, 1207_20]
