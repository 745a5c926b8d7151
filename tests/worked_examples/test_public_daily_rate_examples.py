"""Figures of public Chinese pages: the right ones reproduced to the fen, the wrong ones shown to be wrong."""

from datetime import date
from fractions import Fraction

import pytest

from tests.worked_examples.golden import needs, published
from tests.worked_examples.reckoning import (
    EQUAL_INSTALMENT,
    EQUAL_PRINCIPAL,
    daily,
    half_up,
    loan,
    total_interest,
)
from weilidai_core.basics.money import parse_yuan, yuan_text
from weilidai_core.basics.rates import MonthlyRate, parse_percent
from weilidai_core.quote.instalment import solved_instalment_fen, spread
from weilidai_core.quote.interest import charges, interest_fen

CASES = published("daily_rate_public_examples.json")
# What these tests answer for: a case that is added to the file is not passed over in silence.
RIGHT = {
    "wld_first_days",
    "wld_30day_0.02",
    "wld_30day_0.03",
    "wld_30day_0.045",
    "cn_630000_360_epi",
    "cn_630000_360_ep",
    "cn_1000000_240",
}
WRONG = {"wld_2500_5", "bad_10000_12_flat"}
# A mortgage page reckons unrounded: the same loan in millionths of a fen is as good as that.
FINE = 1_000_000

pytestmark = needs(CASES)


def test_every_published_case_is_answered_for() -> None:
    assert {name for name, case in CASES.items() if case["verified_by_us"]} == RIGHT
    assert {name for name, case in CASES.items() if not case["verified_by_us"]} == WRONG


def test_the_first_days_of_1000_in_five() -> None:
    # 1,000 × 0.0005 = 0.50 a day; a fifth is repaid after a month, 800 × 0.0005 = 0.40 a day.
    expected = CASES["wld_first_days"]["expected"]
    rows = loan("1000", rate=daily("0.05%"), tenor=5, method=EQUAL_PRINCIPAL, on="2026-03-01")
    a_day = [
        yuan_text(interest_fen(row.opening_fen, daily_rate=row.rate.per_day, days=1)) for row in rows[:2]
    ]

    assert a_day == [expected["interest_per_day_first_month"], expected["interest_per_day_second_month"]]


@pytest.mark.parametrize("name", ["wld_30day_0.02", "wld_30day_0.03", "wld_30day_0.045"])
def test_the_table_of_thirty_day_months(name: str) -> None:
    # Thirty days every month are a twelfth of 360 days: P × d × 30 × (n + 1) ÷ 2.
    case = CASES[name]
    year = MonthlyRate(360 * parse_percent(case["inputs"]["daily_rate_percent"] + "%"))
    for tenor, interest in case["expected"]["total_interest"].items():
        rows = loan(
            case["inputs"]["principal"], rate=year, tenor=int(tenor), method=EQUAL_PRINCIPAL, on="2026-03-01"
        )

        assert parse_yuan(total_interest(rows)) == parse_yuan(interest)


def test_one_figure_of_2500_in_five_is_a_misprint() -> None:
    # From the 10th of May the periods have 31, 30, 31, 31, 30 days. 1,500 × 0.0005 × 31 = 23.25, not 23.35.
    case = CASES["wld_2500_5"]
    rows = loan("2500", rate=daily("0.05%"), tenor=5, method=EQUAL_PRINCIPAL, on="2026-05-10")
    ours = [yuan_text(row.interest_fen) for row in rows]

    assert [row.days for row in rows] == case["inputs"]["days"]
    assert ours == case["our_interest"]
    assert [
        (us, page) for us, page in zip(ours, case["expected"]["interest"], strict=True) if us != page
    ] == [("23.25", "23.35")]


def test_630000_in_360_equal_instalments() -> None:
    expected = CASES["cn_630000_360_epi"]["expected"]
    year = MonthlyRate(parse_percent("4.9%"))
    rows = loan("630000", rate=year, tenor=360, method=EQUAL_INSTALMENT, on="2026-01-01")
    exact = Fraction(solved_instalment_fen(630_000_00 * FINE, charges(year, [30] * 360)), FINE * 100)

    assert yuan_text(rows[0].total_fen) == expected["instalment"]
    assert half_up(exact * 360, 1) == expected["total"]
    assert half_up(exact * 360 - 630_000, 1) == expected["interest"]


def test_630000_in_360_parts_of_equal_principal() -> None:
    expected = CASES["cn_630000_360_ep"]["expected"]
    year = MonthlyRate(parse_percent("4.9%"))
    rows = loan("630000", rate=year, tenor=360, method=EQUAL_PRINCIPAL, on="2026-01-01")
    exact = spread(630_000_00 * FINE, charges(year, [30] * 360), EQUAL_PRINCIPAL).interest
    interest = Fraction(sum(exact), FINE * 100)

    assert yuan_text(rows[0].total_fen) == expected["first"]
    assert half_up(Fraction(exact[0] - exact[1], FINE * 100), 2) == expected["monthly_decrease"]
    assert (half_up(interest + 630_000, 2), half_up(interest, 2)) == (expected["total"], expected["interest"])


def test_a_million_in_240_equal_instalments() -> None:
    # This page multiplies the rounded instalment: 6,544.44 × 240. Our last row takes the remainder instead.
    expected = CASES["cn_1000000_240"]["expected"]
    rows = loan(
        "1000000",
        rate=MonthlyRate(parse_percent("4.9%")),
        tenor=240,
        method=EQUAL_INSTALMENT,
        on="2026-01-01",
    )
    first = rows[0]

    assert yuan_text(first.total_fen) == expected["instalment"]
    assert [yuan_text(first.interest_fen), yuan_text(first.principal_fen)] == [
        expected["first_interest"],
        expected["first_principal"],
    ]
    assert first.total_fen * 240 == parse_yuan(expected["total"])


def test_interest_on_the_whole_principal_although_it_is_repaid_is_not_our_interest() -> None:
    # The page charges 10,000 × 0.0005 × 30 × 12 = 1,800; on what is owed the same loan costs about half.
    case = CASES["bad_10000_12_flat"]
    rows = loan(
        case["inputs"]["principal"], rate=daily("0.05%"), tenor=12, method=EQUAL_PRINCIPAL, on="2026-01-01"
    )

    assert interest_fen(10_000_00, daily_rate=daily("0.05%").per_day, days=360) == parse_yuan(
        case["expected"]["total_interest"]
    )
    assert parse_yuan(total_interest(rows)) < parse_yuan(case["expected"]["total_interest"]) * 6 // 10


def test_the_published_loan_of_2018() -> None:
    rows = loan("10,000", rate=daily("0.05%"), tenor=5, method=EQUAL_PRINCIPAL, on="2018-09-11")

    assert rows[0].interest_from == date(2018, 9, 11)
    assert total_interest(rows) == "457.00"
