"""Due dates over a month's end: ours stay at its last day, another lender's may roll to the 1st of the next.

Source: Fineract's month-end strategies; every due date is reckoned from the first day, as ours are.
"""

from datetime import date

import pytest

from tests.parity.other_lender import equal_instalments, rolled_due_dates
from tests.parity.published_tables import charged, due_days, first_day, principal_fen, printed, table
from tests.worked_examples.golden import needs, published
from weilidai_core.basics.calendar import due_dates

PUBLISHED = published("fineract_month_end.json")
DATES = {name: case for name, case in PUBLISHED.items() if "seed" in case["inputs"]}
TABLES = {name: case for name, case in PUBLISHED.items() if "rows" in case["expected"]}
ALL = 9
LEFT_OUT: dict[str, str] = {}
STRATEGIES = {"last_day_of_month": due_dates, "first_day_of_next_month": rolled_due_dates}

pytestmark = needs(PUBLISHED)


def test_every_published_case_is_tested_or_left_out_with_a_reason() -> None:
    assert len(PUBLISHED) == ALL
    assert {*DATES, *TABLES, *LEFT_OUT} == set(PUBLISHED)
    assert not LEFT_OUT.keys() & {*DATES, *TABLES}


@pytest.mark.parametrize("name", DATES)
def test_the_due_dates_are_theirs(name: str) -> None:
    asked = DATES[name]["inputs"]

    dates = STRATEGIES[asked["strategy"]](date.fromisoformat(asked["seed"]), asked["n"])

    assert [day.isoformat() for day in dates] == DATES[name]["expected"]["due_dates"]


@pytest.mark.parametrize("name", TABLES)
def test_the_table_is_theirs_to_the_cent(name: str) -> None:
    case = TABLES[name]

    assert table(equal_instalments(principal_fen(case), charged(case), smoothed=True)) == printed(case)


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_dates_are_those_of_one_of_the_two_strategies(name: str) -> None:
    case = TABLES[name]
    dates = (rolled_due_dates if "roll" in case["scenario"] else due_dates)(first_day(case), 3)

    assert list(dates) == due_days(case)


def test_from_a_day_that_every_month_has_nothing_rolls() -> None:
    assert rolled_due_dates(date(2025, 1, 28), 36) == due_dates(date(2025, 1, 28), 36)
