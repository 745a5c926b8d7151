"""What a loan note shows: its terms, its schedule as it stands, its balance over time, where each yuan went.

The law kept here: every amount is a row of the schedule, an amount of the note's account, or a receipt of the
history, and says how it came about.
"""

from dataclasses import dataclass
from datetime import date

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.events import History, Refunded, WaiverGranted
from weilidai_core.quote.schedule import Row
from weilidai_core.repay.bill_views import Bill, Receipt, card_of, due_bills, next_bill, receipts_of
from weilidai_core.repay.payment_views import chosen_note
from weilidai_core.repay.position import RowState, position
from weilidai_core.sentences import Sentence
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Instalment:
    """A row of a note's schedule and how it stands today; `unpaid_fen` is what is still to be paid of it."""

    row: Row
    state: RowState
    unpaid_fen: int


@dataclass(frozen=True)
class Spent:
    """每一元去了哪里: what came in for a note and where it went, in fen."""

    received_fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    refunded_fen: int
    waived_fen: int
    saved_fen: int


@dataclass(frozen=True)
class LoanNoteView:
    """A loan note with its terms, its schedule and what would settle it today.

    `signed_fen` and `standing_fen` are the principal left after each instalment, from the payout on: as it
    was signed, and as the schedule stands now.
    """

    note: LoanNote
    on: date
    bank: Sentence
    annual_rate_ppm: int
    annual_rate_xirr_ppm: int
    owed_fen: int
    interest_to_day_fen: int
    penalty_to_day_fen: int
    days_past_due: int
    instalments: tuple[Instalment, ...]
    due: Bill | None
    upcoming: Bill | None
    receipts: tuple[Receipt, ...]
    spent: Spent
    signed_fen: tuple[int, ...]
    standing_fen: tuple[int, ...]


def loan_note(world: World, *, number: str = "") -> LoanNoteView:
    """One loan note: the one named, else the first that is open, else the latest. Raises `NoSuchLoanNote`."""
    history = read_history(world)
    on, note = day_of(history), chosen_note(history, number)
    now = position(note, on=on)
    due = due_bills((note,), on)
    mine = tuple(one for one in receipts_of(history) if one.loan_note == note.number)
    unpaid = {item.row: item.owed_fen for item in now.account.items}
    rows = now.account.rows
    return LoanNoteView(
        note=note,
        on=on,
        bank=card_of(history).bank,
        annual_rate_ppm=note.quote.cost.annual_rate_simple_360_ppm,
        annual_rate_xirr_ppm=note.quote.cost.annual_rate_xirr_ppm,
        owed_fen=now.owed_fen,
        interest_to_day_fen=now.interest_to_day_fen,
        penalty_to_day_fen=now.penalty_to_day_fen,
        days_past_due=now.days_past_due,
        instalments=tuple(Instalment(row, now.state_of(row), unpaid.get(row, row.total_fen)) for row in rows),
        due=due[0] if due else None,
        upcoming=None if due else next_bill(note, on),
        receipts=mine[::-1],
        spent=_spent(history, note, mine),
        signed_fen=(note.principal_fen, *(row.outstanding_fen for row in note.quote.rows)),
        standing_fen=(note.principal_fen, *(row.outstanding_fen for row in rows)),
    )


def _spent(history: History, note: LoanNote, receipts: tuple[Receipt, ...]) -> Spent:
    mine = [each.event for each in history if getattr(each.event, "loan_note", None) == note.number]
    counting = [one for one in receipts if one.is_counting]
    return Spent(
        received_fen=sum(one.total_fen + one.refunded_fen for one in counting),
        principal_fen=sum(one.principal_fen for one in counting),
        interest_fen=sum(one.interest_fen for one in counting),
        penalty_fen=sum(one.penalty_fen for one in counting),
        refunded_fen=sum(event.amount_fen for event in mine if isinstance(event, Refunded)),
        waived_fen=sum(
            event.penalty_fen + event.interest_fen for event in mine if isinstance(event, WaiverGranted)
        ),
        saved_fen=note.interest_saved_fen,
    )
