"""What moves a loan note's account, each with the day from which it counts. Pure.

Movements are replayed by `value_on`, and on one day in the order in which they were booked; so a receipt
that is booked afterwards, or one that is taken back, leads to the state it would have led to in order.
"""

from dataclasses import dataclass
from datetime import date

from weilidai_core.words import Component, RepaymentMethod, RepaymentPurpose


@dataclass(frozen=True, slots=True)
class LoanTerms:
    """What was signed, and the product's rules on that day; amounts in fen, the rate in ppm a day."""

    principal_fen: int
    tenor: int
    method: RepaymentMethod
    daily_rate_ppm: int
    interest_from: date
    grace_days: int
    penalty_times_percent: int
    order: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """Money that came in; `amount_fen` is without what was sent back."""

    receipt: str
    value_on: date
    order: int
    amount_fen: int
    purpose: RepaymentPurpose


@dataclass(frozen=True, slots=True)
class Waived:
    """Penalty and interest that need not be paid, in fen, oldest instalment first."""

    value_on: date
    order: int
    penalty_fen: int
    interest_fen: int


@dataclass(frozen=True, slots=True)
class Extended:
    """展期: everything outstanding is spread anew, the next due date so many months later."""

    value_on: date
    order: int
    months: int


@dataclass(frozen=True, slots=True)
class DayMoved:
    """The instalments that are not yet due fall due on another day of the month."""

    value_on: date
    order: int
    day: int


Movement = Received | Waived | Extended | DayMoved
