"""Equal principal, interest first, flat interest and grace as Apache Fineract prints them, to the cent.

Its cumulative loan rounds interest half to even to the cent, a regular equal instalment half to even to whole
units of money, and puts the remainder in the last row. "Same as repayment period" is a twelfth of a year
(fifteen days: 15/365), "daily" is actual ÷ 365; "interest free periods" put interest off, they waive none.
The file states all this with its cases.
"""

import pytest

from tests.parity.day_counts import YearPart, actual_over, thirty_360
from tests.parity.other_lender import (
    after_grace,
    bullet,
    equal_principal,
    flat_instalments,
    half_even_to_whole_yuan,
    put_off,
)
from tests.parity.published_tables import (
    Case,
    annual_rate,
    charged,
    due_days,
    first_day,
    principal_fen,
    printed,
    table,
)
from tests.worked_examples.golden import needs, published
from weilidai_core.basics.money import parse_yuan, yuan_text
from weilidai_core.basics.rates import MonthlyRate
from weilidai_core.quote.instalment import Spread
from weilidai_core.quote.schedule import schedule
from weilidai_core.words import RepaymentMethod

PUBLISHED = published("fineract_cumulative_and_bullet.json")
BULLET = {name: case for name, case in PUBLISHED.items() if "method" in case["inputs"]}
CUMULATIVE = {name: case for name, case in PUBLISHED.items() if "amortization" in case["inputs"]}
FLAT = {name for name, case in CUMULATIVE.items() if case["inputs"]["interest_type"] == "FLAT"}
EQUAL_PRINCIPAL = {
    name for name, case in CUMULATIVE.items() if case["inputs"]["amortization"] == "EQUAL_PRINCIPAL_PAYMENTS"
}
ALL = 17
LEFT_OUT: dict[str, str] = {}
# Says "daily", but prints 1,000.00 × 26 % ÷ 12 = 21.67 in a month of 31 days: its days are 30/360.
# Inferred from the table, which then fits to the cent in all its rows.
DAILY_OF_30_360 = {"LoanChargeOff:7531"}

pytestmark = needs(PUBLISHED)


def day_count(name: str) -> YearPart:
    """A twelfth of a year for a month, unless interest is daily or the period is one of days."""
    asked = CUMULATIVE[name]["inputs"]
    by_the_day = asked["interest_period"] == "DAILY" or asked["repay_unit"] == "DAYS"
    return actual_over(365) if by_the_day and name not in DAILY_OF_30_360 else thirty_360


def cumulative(name: str) -> Spread:
    """The rows of a cumulative loan under its own settings."""
    case = CUMULATIVE[name]
    borne, principal, asked = (
        charged(case, day_count(name), flat=name in FLAT),
        principal_fen(case),
        case["inputs"],
    )
    if name in FLAT:
        return flat_instalments(principal, borne)
    if name in EQUAL_PRINCIPAL:
        return equal_principal(principal, borne)
    # Grace on interest changes no figure of the one table that has it: the file's own note says so.
    rows = after_grace(principal, borne, periods=asked["grace_on_principal"], to=half_even_to_whole_yuan)
    return put_off(rows, periods=asked["interest_free_periods"])


def total_interest(case: Case) -> int:
    """The published total in fen."""
    return parse_yuan(case["expected"]["total_interest"])


def test_every_published_case_is_tested_or_left_out_with_a_reason() -> None:
    assert len(PUBLISHED) == ALL
    assert {*BULLET, *CUMULATIVE, *LEFT_OUT} == set(PUBLISHED)
    assert not LEFT_OUT.keys() & {*BULLET, *CUMULATIVE}


@pytest.mark.parametrize("name", CUMULATIVE)
def test_the_cumulative_table_is_theirs_to_the_cent(name: str) -> None:
    rows = cumulative(name)

    assert table(rows) == printed(CUMULATIVE[name])
    assert sum(rows.interest) == total_interest(CUMULATIVE[name])


@pytest.mark.parametrize("name", BULLET)
def test_the_bullet_table_is_theirs_to_the_cent(name: str) -> None:
    rows = bullet(principal_fen(BULLET[name]), charged(BULLET[name]))

    assert table(rows) == printed(BULLET[name])
    assert sum(rows.interest) == total_interest(BULLET[name])


@pytest.mark.parametrize("name", BULLET)
def test_the_products_whole_interest_first_schedule_is_the_bullet(name: str) -> None:
    case = BULLET[name]

    rows = schedule(
        principal_fen(case),
        rate=MonthlyRate(annual_rate(case)),
        tenor=len(due_days(case)),
        method=RepaymentMethod.INTEREST_FIRST,
        on=first_day(case),
    )

    ours = [
        f"{yuan_text(row.principal_fen)} + {yuan_text(row.interest_fen)}"
        f" = {yuan_text(row.total_fen)}, {yuan_text(row.outstanding_fen)}"
        for row in rows
    ]
    assert ours == printed(case)
    assert [row.due_on for row in rows] == due_days(case)


@pytest.mark.parametrize("name", sorted(EQUAL_PRINCIPAL))
def test_the_products_equal_principal_parts_from_theirs_by_the_remainder_alone(name: str) -> None:
    # 5,000.00 ÷ 18 = 277.777…: they round it to 277.78 and end with 277.74, we cut it and end with 277.91.
    case = CUMULATIVE[name]

    rows = schedule(
        principal_fen(case),
        rate=MonthlyRate(annual_rate(case)),
        tenor=len(due_days(case)),
        method=RepaymentMethod.EQUAL_PRINCIPAL,
        on=first_day(case),
    )

    theirs = equal_principal(principal_fen(case), charged(case, thirty_360))
    assert [row.principal_fen for row in rows] == [277_77] * 17 + [277_91]
    assert theirs.parts == [277_78] * 17 + [277_74]
    # Up to 17 fen more owed bear a fifth of a fen a month: a row may round by one fen otherwise, no more.
    assert all(0 <= row.interest_fen - fen <= 1 for row, fen in zip(rows, theirs.interest, strict=True))
