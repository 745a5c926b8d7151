"""The account of a loan note on a day: what was billed, what is ahead, what is owed. Pure; see `replay`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from weilidai_core.basics.rates import DailyRate
from weilidai_core.loan.allocation import Line
from weilidai_core.loan.item import Item, Origin
from weilidai_core.loan.movement import LoanTerms
from weilidai_core.quote.interest import interest_fen
from weilidai_core.quote.schedule import Row
from weilidai_core.words import Component


class Booked(NamedTuple):
    """How one receipt was allocated, what of it was too much, and what a prepayment of it saved."""

    lines: tuple[Line, ...]
    rest_fen: int
    principal_ahead_fen: int = 0
    interest_saved_fen: int = 0
    rows_before: int = 0
    rows_after: int = 0


class FallingDue(NamedTuple):
    """What falls due on one day, by its parts, in fen."""

    principal_fen: int
    interest_fen: int
    penalty_fen: int

    @property
    def total_fen(self) -> int:
        """All three together."""
        return sum(self)

    @classmethod
    def together(cls, notes: Iterable["FallingDue"]) -> "FallingDue":
        """What falls due on several notes."""
        return cls(*(sum(part) for part in zip(cls(0, 0, 0), *notes, strict=True)))


@dataclass(frozen=True)
class Account:
    """A loan note's account on the day `on`, in fen.

    `items` have been billed, `plan` is still ahead, `closed` is what settling ahead left out. `booked` tells
    how each receipt was allocated; `waived` what each waiver took away, in order.
    """

    terms: LoanTerms
    on: date
    items: tuple[Item, ...]
    plan: tuple[Row, ...]
    closed: tuple[Row, ...]
    period_from: date
    booked: dict[str, Booked]
    waived: tuple[tuple[Line, ...], ...]

    @property
    def balance_ahead_fen(self) -> int:
        """Principal that is not yet due."""
        return self.plan[0].opening_fen if self.plan else 0

    @property
    def outstanding_fen(self) -> int:
        """Principal not yet repaid, due or not."""
        return self.balance_ahead_fen + self.unpaid_fen(Component.PRINCIPAL)

    @property
    def running_days(self) -> int:
        """Days of interest in the running period, up to the day."""
        return max(0, (self.on - self.period_from).days) if self.plan else 0

    @property
    def running_interest_fen(self) -> int:
        """Interest of the running period up to the day; not billed yet."""
        rate = DailyRate.of_ppm(self.terms.daily_rate_ppm).per_day
        return interest_fen(self.balance_ahead_fen, daily_rate=rate, days=self.running_days)

    @property
    def interest_earned_fen(self) -> int:
        """All interest from the payout to the day: what the books must have accrued."""
        return sum(item.row.interest_fen for item in self.items) + self.running_interest_fen

    @property
    def penalty_earned_fen(self) -> int:
        """All penalty to the day: what the books must have accrued."""
        return sum(item.penalty_fen for item in self.items)

    @property
    def waived_fen(self) -> tuple[int, int]:
        """Interest and penalty that waivers have taken away."""
        lines = [line for each in self.waived for line in each]
        return sum(line.interest_fen for line in lines), sum(line.penalty_fen for line in lines)

    def unpaid_fen(self, part: Component) -> int:
        """What has been billed of one part and not paid."""
        return sum(item.unpaid_fen(part) for item in self.items)

    def falling_on(self, day: date) -> FallingDue:
        """What is payable on exactly that day: its instalment, and what an extension carried there."""
        items = [item for item in self.items if item.payable_on == day]
        rows = [row for row in self.plan if row.due_on == day]
        return FallingDue(
            principal_fen=sum(item.unpaid_fen(Component.PRINCIPAL) for item in items)
            + sum(row.principal_fen for row in rows),
            interest_fen=sum(item.unpaid_fen(Component.INTEREST) for item in items)
            + sum(row.interest_fen for row in rows),
            penalty_fen=sum(item.unpaid_fen(Component.PENALTY) for item in items),
        )

    @property
    def billed_fen(self) -> int:
        """What has been billed, is payable by the day, and is not paid."""
        return sum(item.owed_fen for item in self.payable)

    @property
    def payable(self) -> tuple[Item, ...]:
        """The billed items that are payable by the day and not paid, oldest first."""
        return tuple(item for item in self.items if item.owed_fen and item.payable_on <= self.on)

    @property
    def owed_fen(self) -> int:
        """What would settle the note on the day: everything outstanding with interest and penalty."""
        return sum(item.owed_fen for item in self.items) + self.balance_ahead_fen + self.running_interest_fen

    @property
    def days_past_due(self) -> int:
        """Days since the oldest unpaid instalment fell due; 0 when nothing is."""
        open_ones = [item.payable_on for item in self.items if item.is_billed_open]
        return max(0, (self.on - min(open_ones)).days) if open_ones else 0

    @property
    def is_overdue(self) -> bool:
        """Whether the grace days are over and something is still unpaid."""
        return self.days_past_due > self.terms.grace_days

    @property
    def rows(self) -> tuple[Row, ...]:
        """The schedule as it stands: instalments that were billed, then what is ahead or was left out."""
        return (
            *(item.row for item in self.items if item.origin is Origin.INSTALMENT),
            *(self.plan or self.closed),
        )
