"""What the examples reckoned by hand share: how a loan is asked for and how its rows are compared."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from weilidai_core.basics.money import parse_yuan, yuan_text
from weilidai_core.basics.rates import DailyRate, Rate, parse_percent
from weilidai_core.quote.schedule import Row, schedule
from weilidai_core.words import RepaymentMethod

EQUAL_PRINCIPAL = RepaymentMethod.EQUAL_PRINCIPAL
EQUAL_INSTALMENT = RepaymentMethod.EQUAL_INSTALMENT
INTEREST_FIRST = RepaymentMethod.INTEREST_FIRST


def daily(percent: str) -> DailyRate:
    """A daily rate written as on the page: "0.05%"."""
    return DailyRate(parse_percent(percent))


def loan(yuan: str, *, rate: Rate, tenor: int, method: RepaymentMethod, on: str) -> tuple[Row, ...]:
    """The rows of a loan, its amount and first day as they are written on paper."""
    return schedule(parse_yuan(yuan), rate=rate, tenor=tenor, method=method, on=date.fromisoformat(on))


def table(rows: Sequence[Row]) -> list[str]:
    """Each row as on paper: due date, days, principal + interest = total, outstanding."""
    return [
        f"{row.due_on} {row.days} {yuan_text(row.principal_fen)} + {yuan_text(row.interest_fen)}"
        f" = {yuan_text(row.total_fen)}, {yuan_text(row.outstanding_fen)}"
        for row in rows
    ]


def total_interest(rows: Sequence[Row]) -> str:
    """The interest of all rows in yuan."""
    return yuan_text(sum(row.interest_fen for row in rows))


def half_up(value: Fraction, decimals: int) -> str:
    """An exact value as printed with so many decimals."""
    scaled = int(value * 10**decimals + Fraction(1, 2))
    return f"{scaled // 10**decimals}.{scaled % 10**decimals:0{decimals}d}"
