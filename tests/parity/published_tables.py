"""What the published files ask for and print, in the words of the driver.

A published case is a plain dictionary, read in place; amounts are texts with two decimals.
"""

from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from tests.parity.day_counts import DAY_COUNTS, Period, YearPart
from tests.parity.other_lender import borne
from weilidai_core.basics.money import parse_yuan, yuan_text
from weilidai_core.quote.instalment import Spread
from weilidai_core.quote.interest import Charges

Case = dict[str, Any]


def principal_fen(case: Case) -> int:
    """The principal in fen."""
    return parse_yuan(case["inputs"]["principal"])


def annual_rate(case: Case) -> Fraction:
    """The yearly rate, exactly."""
    return Fraction(case["inputs"]["annual_rate_percent"]) / 100


def first_day(case: Case) -> date:
    """The day of payout."""
    return periods(case)[0].start


def due_days(case: Case) -> list[date]:
    """The due dates as given."""
    return [period.end for period in periods(case)]


def periods(case: Case) -> list[Period]:
    """The periods: listed one by one, or as a first day and due dates; monthly unless it says otherwise."""
    asked = case["inputs"]
    pairs = asked.get("periods") or list(pairwise([asked["disbursed_on"], *asked["due_dates"]]))
    every, unit = asked.get("repay_every", 1), asked.get("repay_unit", "MONTHS")
    return [Period(date.fromisoformat(start), date.fromisoformat(end), every, unit) for start, end in pairs]


def day_count_name(case: Case) -> str:
    """The day count by its usual name."""
    asked = case["inputs"]
    return asked.get("day_count") or f"{asked['days_in_month']}/{asked['days_in_year']}"


def charged(case: Case, day_count: YearPart | None = None, *, flat: bool = False) -> Charges:
    """What a fen bears in each period under the case's own day count, or the one named."""
    return borne(annual_rate(case), periods(case), day_count or DAY_COUNTS[day_count_name(case)], flat=flat)


def printed(case: Case) -> list[str]:
    """Each row as published: principal + interest = due, balance."""
    return [
        f"{row['principal']} + {row['interest']} = {row['due']}, {row['balance']}"
        for row in case["expected"]["rows"]
    ]


def table(rows: Spread) -> list[str]:
    """Each of our rows in the same form."""
    return [
        f"{yuan_text(part)} + {yuan_text(interest)}"
        f" = {yuan_text(part + interest)}, {yuan_text(opening - part)}"
        for opening, part, interest in zip(*rows, strict=True)
    ]
