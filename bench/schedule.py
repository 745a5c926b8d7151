"""Repayment schedules and their annual cost, against the packages that others publish.

The loan is the same for all: 10,000 yuan in 12 equal instalments at 0.05 % a day. Ours is dated, in whole fen
and explains each row; `loan-calculator` is dated and in floats; `amortization` has no dates, in cents.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pyxirr
from amortization.schedule import amortization_schedule
from loan_calculator import Loan

from bench.measuring import Line, seconds_for_one
from weilidai_core.basics.calendar import due_dates
from weilidai_core.basics.rates import DailyRate
from weilidai_core.quote.cost import cost_of
from weilidai_core.quote.quote import quote
from weilidai_core.quote.schedule import schedule
from weilidai_core.quote.xirr import xirr
from weilidai_core.words import RepaymentMethod

TITLE = "schedules: 12 equal instalments of 10,000 yuan, nothing cached"

ON, TENOR = date(2026, 1, 31), 12
RATE = DailyRate.of_ppm(500)
ANNUAL_RATE = 365 * 0.0005
TIMES_FASTER = 1.5
MANY = 10_000


def ours(on: date = ON, principal_fen: int = 10_000_00) -> object:
    """One schedule with its due dates."""
    return schedule(principal_fen, rate=RATE, tenor=TENOR, method=RepaymentMethod.EQUAL_INSTALMENT, on=on)


def loan_calculators(on: date = ON, principal: float = 10_000.0) -> object:
    """The same loan; its due dates have to be given, so they are reckoned as ours are."""
    return Loan(principal, ANNUAL_RATE, on, list(due_dates(on, TENOR)))


def loan_calculators_with_dates_given() -> object:
    """The same loan with its due dates lying ready: the most that can be said for it."""
    return Loan(10_000.0, ANNUAL_RATE, ON, DUE)


def amortizations(principal: float = 10_000.0) -> object:
    """The same loan without any dates."""
    return list(amortization_schedule(principal, ANNUAL_RATE, TENOR))


DUE = list(due_dates(ON, TENOR))
# Different days and amounts, so that nothing could be remembered from one schedule to the next.
LOANS = [(ON + timedelta(days=number % 365), 500_00 + 1_995 * number) for number in range(MANY)]


def lines() -> Iterator[Line]:
    """One schedule, ten thousand of them, and what they cost a year."""
    one = seconds_for_one(ours, times=2000)
    given = seconds_for_one(loan_calculators_with_dates_given, times=2000)
    peer = seconds_for_one(loan_calculators, times=2000)
    undated = seconds_for_one(amortizations, times=2000)
    ratio = given / one
    yield Line(
        "ours, dated, whole fen, each row explained", one, f"{ratio:.2f} × as fast", ratio >= TIMES_FASTER
    )
    yield Line("loan-calculator, its dates given", given, f"the bar is {TIMES_FASTER} ×")
    yield Line("loan-calculator, dates reckoned", peer, f"{peer / one:.2f} × ours")
    yield Line("amortization, no dates", undated, f"{undated / one:.2f} × ours")

    bulk = seconds_for_one(lambda: [ours(on, fen) for on, fen in LOANS], runs=3)
    bulk_peer = seconds_for_one(lambda: [loan_calculators(on, fen / 100) for on, fen in LOANS], runs=3)
    bulk_undated = seconds_for_one(lambda: [amortizations(fen / 100) for _, fen in LOANS], runs=3)
    ratio = bulk_peer / bulk
    yield Line(f"ours, {MANY:,} different loans", bulk, f"{ratio:.2f} × as fast", ratio >= TIMES_FASTER)
    yield Line(f"loan-calculator, {MANY:,}", bulk_peer)
    yield Line(f"amortization, {MANY:,}, no dates", bulk_undated, f"{bulk_undated / bulk:.2f} × ours")

    rows = schedule(10_000_00, rate=RATE, tenor=TENOR, method=RepaymentMethod.EQUAL_INSTALMENT, on=ON)
    flows = [(ON, 10_000_00), *[(row.due_on, -row.total_fen) for row in rows]]
    days, amounts = [on for on, _ in flows], [float(fen) for _, fen in flows]
    yield Line("ours, XIRR of one loan, its root verified", seconds_for_one(lambda: xirr(flows), times=2000))
    yield Line(
        "pyxirr, the same, taken as it is", seconds_for_one(lambda: pyxirr.xirr(days, amounts), times=2000)
    )
    yield Line("ours, all four annual rates of one loan", seconds_for_one(lambda: cost_of(rows), times=1000))
    yield Line(
        "ours, a whole quote",
        seconds_for_one(
            lambda: quote(
                10_000_00, daily_rate_ppm=500, tenor=TENOR, method=RepaymentMethod.EQUAL_INSTALMENT, on=ON
            ),
            times=1000,
        ),
    )
