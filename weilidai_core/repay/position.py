"""A loan note on a day: what is due, overdue, owed in all, and the interest and penalty to that day. Pure.

Everything is reckoned from the note's terms and movements (`loan.account`). Interest runs on the principal
that is not yet due; the day of payout counts, the day of repayment does not.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.loan.account import Account
from weilidai_core.loan.item import Item, Origin
from weilidai_core.quote.schedule import Row
from weilidai_core.words import Component


class RowState(StrEnum):
    """Whether an instalment is repaid, settled ahead, due, overdue, or still ahead."""

    PAID = "paid"
    SETTLED = "settled"
    DUE = "due"
    OVERDUE = "overdue"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Position:
    """A loan note on the day `on`; amounts in fen, days counted as interest days."""

    note: LoanNote
    on: date
    account: Account

    @property
    def interest_days(self) -> int:
        """Days of interest that are not paid yet."""
        unpaid = [item.row for item in self.account.items if item.unpaid_fen(Component.INTEREST)]
        start = unpaid[0].interest_from if unpaid else self.account.period_from
        return max(0, (self.on - start).days) if self.account.owed_fen else 0

    @property
    def interest_to_day_fen(self) -> int:
        """Interest to the day that is not paid: billed, and of the running period."""
        return self.account.unpaid_fen(Component.INTEREST) + self.account.running_interest_fen

    @property
    def penalty_to_day_fen(self) -> int:
        """Penalty to the day that is not paid."""
        return self.account.unpaid_fen(Component.PENALTY)

    @property
    def outstanding_fen(self) -> int:
        """Principal not yet repaid."""
        return self.account.outstanding_fen

    @property
    def due_row(self) -> Row | None:
        """The oldest instalment that is due by this day and not repaid, or None."""
        payable = self.account.payable
        return payable[0].row if payable else None

    @property
    def due_items(self) -> tuple[Item, ...]:
        """Everything billed that is payable by this day and not paid, oldest first."""
        return self.account.payable

    @property
    def due_fen(self) -> int:
        """What is payable by this day: instalments with their penalty."""
        return self.account.billed_fen

    @property
    def overdue_fen(self) -> int:
        """What of it fell due before this day."""
        return sum(item.owed_fen for item in self.account.payable if item.payable_on < self.on)

    @property
    def days_past_due(self) -> int:
        """Days since the oldest unpaid instalment fell due; 0 when nothing is."""
        return self.account.days_past_due

    @property
    def is_overdue(self) -> bool:
        """Whether the grace days are over and something is still unpaid."""
        return self.account.is_overdue

    @property
    def owed_fen(self) -> int:
        """Principal outstanding plus interest and penalty to the day: what would settle it now."""
        return self.account.owed_fen

    def state_of(self, row: Row) -> RowState:
        """How an instalment stands on this day."""
        for item in self.account.items:
            if item.origin is Origin.INSTALMENT and item.row == row:
                if not item.owed_fen:
                    return RowState.PAID
                return RowState.DUE if item.payable_on >= self.on else RowState.OVERDUE
        if row in self.account.closed:
            return RowState.SETTLED
        return RowState.DUE if row.due_on <= self.on else RowState.AHEAD


def position(note: LoanNote, *, on: date) -> Position:
    """The position of a note on a day from its payout on; nothing accrues once it is settled."""
    return Position(note=note, on=on, account=note.account(max(on, note.interest_from)))


def a_day_more_fen(note: LoanNote, *, on: date) -> int:
    """What waiting one more day costs: interest and penalty of tomorrow less today's, in fen."""
    now, tomorrow = position(note, on=on), position(note, on=on + timedelta(days=1))
    return tomorrow.owed_fen - now.owed_fen


def next_due_on(notes: tuple[LoanNote, ...]) -> date | None:
    """The earliest day on which any unpaid instalment is payable, or None when nothing is owed."""
    return min((day for note in notes if (day := note.next_due_on) is not None), default=None)


def due_after(notes: tuple[LoanNote, ...], *, on: date) -> date | None:
    """The earliest due date ahead of a day, or None when nothing is."""
    days = [row.due_on for note in notes for row in note.account(on).plan]
    return min((day for day in days if day > on), default=None)
