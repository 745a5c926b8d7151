"""等额本息, reckoned by hand: one amount each time, solved on the actual days; the last takes the rest."""

from fractions import Fraction

from tests.worked_examples.reckoning import (
    EQUAL_INSTALMENT,
    EQUAL_PRINCIPAL,
    daily,
    loan,
    table,
    total_interest,
)
from weilidai_core.basics.rates import MonthlyRate


def test_two_instalments_over_31_and_30_days() -> None:
    # 1,000 at 0.05 % from 1 March 2026. A fen bears 31 × 0.0005 = 0.0155, then 30 × 0.0005 = 0.015.
    #   A = 1,000 × 1.0155 × 1.015 ÷ (1.015 + 1) = 1,030.7325 ÷ 2.015 = 511.5297… → 511.53
    #   1,000.00 × 0.0155 = 15.50        511.53 - 15.50 = 496.03       503.97 left
    #     503.97 × 0.015  = 7.55955 → 7.56                             503.97 + 7.56 = 511.53
    rows = loan("1000", rate=daily("0.05%"), tenor=2, method=EQUAL_INSTALMENT, on="2026-03-01")

    assert table(rows) == [
        "2026-04-01 31 496.03 + 15.50 = 511.53, 503.97",
        "2026-05-01 30 503.97 + 7.56 = 511.53, 0.00",
    ]


def test_a_short_february_bears_less_interest_and_repays_more() -> None:
    # 2,000 at 0.04 % from 31 January 2025, due 28 Feb and 31 Mar: 28 and 31 × 0.0004 = 0.0112 and 0.0124.
    #   A = 2,000 × 1.0112 × 1.0124 ÷ 2.0124 = 2,047.47776 ÷ 2.0124 = 1,017.4308… → 1,017.43
    #   2,000.00 × 0.0112 = 22.40        1,017.43 - 22.40 = 995.03     1,004.97 left
    #   1,004.97 × 0.0124 = 12.461628 → 12.46                          1,004.97 + 12.46 = 1,017.43
    rows = loan("2000", rate=daily("0.04%"), tenor=2, method=EQUAL_INSTALMENT, on="2025-01-31")

    assert table(rows) == [
        "2025-02-28 28 995.03 + 22.40 = 1017.43, 1004.97",
        "2025-03-31 31 1004.97 + 12.46 = 1017.43, 0.00",
    ]


def test_one_instalment_is_the_principal_and_its_interest() -> None:
    # 500 for the 29 days of February 2024 at 0.02 %: 500 × 0.0002 × 29 = 2.90.
    rows = loan("500", rate=daily("0.02%"), tenor=1, method=EQUAL_INSTALMENT, on="2024-02-01")

    assert table(rows) == ["2024-03-01 29 500.00 + 2.90 = 502.90, 0.00"]


def test_twelve_instalments_of_10000() -> None:
    # 10,000 at 0.03 % from 1 December 2026: a published figure, 883.53 a month. The first row is by hand
    # 10,000 × 0.0003 × 31 = 93.00 and 883.53 - 93.00 = 790.53; together 11 × 883.53 + 883.52 = 10,602.35.
    rows = loan("10,000", rate=daily("0.03%"), tenor=12, method=EQUAL_INSTALMENT, on="2026-12-01")

    assert table(rows)[0] == "2027-01-01 31 790.53 + 93.00 = 883.53, 9209.47"
    assert [row.total_fen for row in rows] == [883_53] * 11 + [883_52]
    assert total_interest(rows) == "602.35"


def test_a_twelfth_of_the_annual_rate_does_not_look_at_the_days() -> None:
    # 1,000 at 12 % a year, 1 % a month, in 3. A = 1,000 × 1.030301 ÷ 3.0301 = 340.0221… → 340.02
    #   10.00 and 330.02, 669.98 left;  6.6998 → 6.70 and 333.32, 336.66 left;  3.3666 → 3.37 and 336.66.
    # The last instalment is one fen more, 340.03: the remainder.
    year = MonthlyRate(Fraction(12, 100))
    rows = loan("1000", rate=year, tenor=3, method=EQUAL_INSTALMENT, on="2026-01-31")

    assert table(rows) == [
        "2026-02-28 28 330.02 + 10.00 = 340.02, 669.98",
        "2026-03-31 31 333.32 + 6.70 = 340.02, 336.66",
        "2026-04-30 30 336.66 + 3.37 = 340.03, 0.00",
    ]


def test_rounding_never_makes_equal_instalments_cheaper_than_equal_principal() -> None:
    # 52.90 at 0.02 % from 28 April 2007 in 13. The exact instalment is 4.24513, half up 4.25: half a fen too
    # much, thirteen times, and the interest would come to 2.27. Equal principal costs 2.28, and equal
    # instalments may not cost less; with 4.24 they cost 2.28 as well, and the last row takes what is over.
    equal = loan("52.90", rate=daily("0.02%"), tenor=13, method=EQUAL_INSTALMENT, on="2007-04-28")
    by_principal = loan("52.90", rate=daily("0.02%"), tenor=13, method=EQUAL_PRINCIPAL, on="2007-04-28")

    assert (total_interest(equal), total_interest(by_principal)) == ("2.28", "2.28")
    assert [row.total_fen for row in equal] == [4_24] * 12 + [4_30]


def test_without_interest_the_parts_are_equal_and_the_last_takes_the_fen() -> None:
    # 100 in 3 at 0 %: 33.333… → 33.33, 33.33 and 33.34.
    rows = loan("100", rate=daily("0%"), tenor=3, method=EQUAL_INSTALMENT, on="2026-03-01")

    assert [row.total_fen for row in rows] == [33_33, 33_33, 33_34]
