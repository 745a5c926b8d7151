"""A loan note on a day: what is due, what is owed in all, and the interest to that day. Pure.

Interest runs on the outstanding principal from the last repaid due date; the day of payout counts,
the day of repayment does not.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.quote.interest import interest_fen
from weilidai_core.quote.schedule import Row


class RowState(StrEnum):
    """Whether an instalment is repaid, due on this day, or still ahead."""

    PAID = "paid"
    SETTLED = "settled"
    DUE = "due"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Position:
    """A loan note on the day `on`; amounts in fen, days counted as interest days."""

    note: LoanNote
    on: date
    interest_days: int
    interest_to_day_fen: int

    @property
    def due_row(self) -> Row | None:
        """The instalment that is due on this day and not repaid, or None."""
        row = self.note.next_row
        return row if row is not None and row.due_on <= self.on else None

    @property
    def owed_fen(self) -> int:
        """Principal outstanding plus interest to the day: what would settle it now."""
        return self.note.outstanding_fen + self.interest_to_day_fen

    def state_of(self, row: Row) -> RowState:
        """How an instalment stands on this day."""
        if row.number <= len(self.note.paid):
            return RowState.PAID
        if self.note.settled_on is not None:
            return RowState.SETTLED
        return RowState.DUE if row.due_on <= self.on else RowState.AHEAD


def position(note: LoanNote, *, on: date) -> Position:
    """The position of a note on a day from its payout on; nothing accrues once it is settled."""
    days = 0 if note.settled_on is not None else max(0, (on - note.interest_paid_to).days)
    accrued = interest_fen(
        note.outstanding_fen, daily_rate=Fraction(note.daily_rate_ppm, 1_000_000), days=days
    )
    return Position(note=note, on=on, interest_days=days, interest_to_day_fen=accrued)


def next_due_on(notes: tuple[LoanNote, ...]) -> date | None:
    """The earliest due date of any unpaid instalment, or None when nothing is owed."""
    return min((row.due_on for note in notes if (row := note.next_row) is not None), default=None)


def due_after(notes: tuple[LoanNote, ...], *, on: date) -> date | None:
    """The earliest due date ahead of a day; None when nothing is owed, or something is due already."""
    earliest = next_due_on(notes)
    return earliest if earliest is not None and earliest > on else None
