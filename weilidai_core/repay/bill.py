"""账单: what is due by a day over all loan notes, and in which order one payment meets it. Pure."""

from dataclasses import dataclass
from datetime import date

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.loan.item import Item
from weilidai_core.repay.position import position


@dataclass(frozen=True)
class BillItem:
    """One unpaid amount of one loan note, in fen."""

    loan_note: str
    item: Item

    @property
    def owed_fen(self) -> int:
        """What is still to be paid of it."""
        return self.item.owed_fen


@dataclass(frozen=True)
class Share:
    """What one loan note gets of a payment, in fen."""

    loan_note: str
    amount_fen: int


def bill_of(notes: tuple[LoanNote, ...], *, on: date) -> tuple[BillItem, ...]:
    """Everything payable by a day and not paid: the oldest first, notes of one day in the order of payout."""
    items = [BillItem(note.number, item) for note in notes for item in position(note, on=on).due_items]
    return tuple(sorted(items, key=lambda each: each.item.payable_on))


def billed_fen(notes: tuple[LoanNote, ...], *, on: date) -> int:
    """What is payable by a day in all."""
    return sum(each.owed_fen for each in bill_of(notes, on=on))


def shares(bill: tuple[BillItem, ...], amount_fen: int) -> tuple[Share, ...]:
    """How one payment is split over notes, oldest amounts first; no more than the bill."""
    rest, got = amount_fen, dict.fromkeys((each.loan_note for each in bill), 0)
    for each in bill:
        taken = min(rest, each.owed_fen)
        got[each.loan_note] += taken
        rest -= taken
    return tuple(Share(note, amount) for note, amount in got.items() if amount)
