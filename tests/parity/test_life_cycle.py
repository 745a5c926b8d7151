"""A loan's life as Apache Fineract's tests print it: what is ours too, and by which rule the rest differs.

Their loans are 30/360 with days inside a month prorated; the schedule, the interest to a day and the
allocation come from the product's own functions, their day count from the driver beside this file.
"""

from datetime import date
from fractions import Fraction
from itertools import accumulate
from operator import sub

import pytest

from tests.parity.day_counts import thirty_360
from tests.parity.other_lender import borne, equal_instalments, half_even
from tests.parity.published_tables import (
    Case,
    annual_rate,
    due_days,
    first_day,
    periods,
    principal_fen,
    printed,
    table,
)
from tests.worked_examples.golden import needs, published
from weilidai_core.basics.money import parse_yuan, yuan_text
from weilidai_core.basics.rates import MonthlyRate
from weilidai_core.loan.allocation import Line, allocate
from weilidai_core.loan.item import Item, Origin
from weilidai_core.quote.instalment import Spread
from weilidai_core.quote.schedule import Row, schedule
from weilidai_core.words import Component, RepaymentMethod

PUBLISHED = published("fineract_life_cycle.json")
OURS = {"EMICalculation:1239": "settled ahead: outstanding principal and interest to the day"}
_OVERDUE = "overdue principal bears ordinary interest inside the schedule; ours bears penalty beside it"
_NEXT = "money ahead of its day pays the next instalment; ours repays principal and draws the plan up anew"
_LAST = "money ahead of its day pays the last instalment and no interest; ours pays interest to the day first"
_REST = "whoever settles ahead pays interest to the end of the running month; ours to the day"
DIFFERENT = {
    "EMICalculation:1305": _REST,
    "EMICalculation:1371": _OVERDUE,
    "EMICalculation:1418": f"{_REST}; {_OVERDUE}",
    "EMICalculation:1874": _OVERDUE,
    "EMICalculation:3220": _OVERDUE,
    "EMICalculation:3496": _NEXT,
    "EMICalculation:3556": _NEXT,
    "EMICalculation:3686": _NEXT,
    "EMICalculation:3746": _NEXT,
    "EMICalculation:5289": _LAST,
    "EMICalculation:5350": _LAST,
}
# Their order inside an instalment, which is one of the orders that the terms can say.
ORDER = (Component.PENALTY, Component.INTEREST, Component.PRINCIPAL)

pytestmark = needs(PUBLISHED)


def test_every_published_case_is_ours_or_differs_by_a_rule_that_is_named() -> None:
    assert {*OURS, *DIFFERENT} == set(PUBLISHED)
    assert not OURS.keys() & DIFFERENT.keys()


@pytest.mark.parametrize("name", OURS)
def test_the_whole_new_table_is_theirs_to_the_cent(name: str) -> None:
    case = PUBLISHED[name]

    assert table(settled_ahead(case)) == printed(case)


@pytest.mark.parametrize("name", OURS)
def test_every_payment_is_split_as_theirs(name: str) -> None:
    case = PUBLISHED[name]
    rows, paid_on = signed(case), date.fromisoformat(case["inputs"]["events"][-1]["on"])
    first = allocate(rows[0].total_fen, (billed(rows[0]),), order=ORDER, on=rows[0].due_on)
    balance = rows[1].opening_fen

    lines = [*first.lines, Line(2, interest_to(case, balance, paid_on), balance, 0)]

    assert [shown(line) for line in lines] == theirs(case)


@pytest.mark.parametrize("name", ["EMICalculation:3220"])
def test_an_instalment_that_is_paid_overdue_is_split_as_theirs(name: str) -> None:
    # Their table goes on otherwise, but the money itself goes where it would go here.
    case = PUBLISHED[name]
    (event,) = case["inputs"]["events"]
    items = (billed(signed(case)[0]),)

    done = allocate(parse_yuan(event["amount"]), items, order=ORDER, on=date.fromisoformat(event["on"]))

    assert ([shown(line) for line in done.lines], done.rest_fen) == (theirs(case), 0)


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_schedule_that_every_life_starts_from_is_the_products(name: str) -> None:
    case = PUBLISHED[name]

    rows = equal_instalments(principal_fen(case), borne(annual_rate(case), periods(case), thirty_360))

    assert rows.parts == [row.principal_fen for row in signed(case)]
    assert yuan_text(signed(case)[0].total_fen) == case["inputs"]["regular_instalment"]


def signed(case: Case) -> tuple[Row, ...]:
    """The schedule as it was signed, from the product's own function."""
    return schedule(
        principal_fen(case),
        rate=MonthlyRate(annual_rate(case)),
        tenor=len(due_days(case)),
        method=RepaymentMethod.EQUAL_INSTALMENT,
        on=first_day(case),
    )


def settled_ahead(case: Case) -> Spread:
    """The table after settling in the second month: the instalment stays, and no later row bears interest."""
    rows = signed(case)
    paid_on = date.fromisoformat(case["inputs"]["events"][-1]["on"])
    instalment = rows[0].total_fen
    interest = [rows[0].interest_fen, interest_to(case, rows[1].opening_fen, paid_on)]
    interest += [0] * (len(rows) - len(interest))
    parts = [instalment - bears for bears in interest[:-1]]
    parts.append(principal_fen(case) - sum(parts))
    openings = list(accumulate(parts[:-1], sub, initial=principal_fen(case)))
    return Spread(openings, parts, interest)


def interest_to(case: Case, balance_fen: int, on: date) -> int:
    """A twelfth of the yearly rate, for the part of the month that had passed by a day; rounded once."""
    month = next(period for period in periods(case) if period.start <= on < period.end)
    exact = Fraction(balance_fen) * annual_rate(case) / 12 * (on - month.start).days / month.days
    return half_even(exact.numerator, exact.denominator)


def billed(row: Row) -> Item:
    """An instalment whose day has come."""
    return Item(row, Origin.INSTALMENT, row.due_on, ((row.due_on, row.principal_fen),))


def shown(line: Line) -> tuple[str, str, str]:
    """A payment as published: in all, principal, interest."""
    return yuan_text(line.total_fen), yuan_text(line.principal_fen), yuan_text(line.interest_fen)


def theirs(case: Case) -> list[tuple[str, str, str]]:
    """The published payments."""
    return [(each["amount"], each["principal"], each["interest"]) for each in case["expected"]["payments"]]
