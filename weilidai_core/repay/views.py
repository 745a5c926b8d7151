"""What the bills, a loan note and a repayment show: what is due, when, and how it is made up.

The law kept here: every amount on these pages is a row of the signed schedule or a receipt of the history,
and says how it came about.
"""

from dataclasses import dataclass
from datetime import date

from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.events import EarlySettlementReceived, History, RepaymentReceived
from weilidai_core.quote.schedule import Row
from weilidai_core.repay.position import RowState, next_due_on, position
from weilidai_core.repay.refusals import NoSuchLoanNote
from weilidai_core.sentences import Sentence, sentence
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Bill:
    """One instalment of one loan note that is due today or next."""

    loan_note: str
    number: int
    tenor: int
    due_on: date
    days_left: int
    row: Row


@dataclass(frozen=True)
class NoteLine:
    """A loan note in the list: what it was, what is left, how far it is."""

    number: str
    principal_fen: int
    outstanding_fen: int
    paid_count: int
    tenor: int
    interest_from: date
    settled_on: date | None


@dataclass(frozen=True)
class Receipt:
    """One payment that came in; `number` is the instalment, None where the note was settled early."""

    loan_note: str
    on: date
    number: int | None
    principal_fen: int
    interest_fen: int
    total_fen: int


@dataclass(frozen=True)
class BillsView:
    """All bills of an applicant on the world's day; `due` and `upcoming` are never both filled."""

    on: date
    due: tuple[Bill, ...]
    due_fen: int
    upcoming: tuple[Bill, ...]
    upcoming_on: date | None
    upcoming_fen: int
    days_left: int
    outstanding_fen: int
    open_notes: tuple[NoteLine, ...]
    settled_notes: tuple[NoteLine, ...]
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True)
class Instalment:
    """A row of a note's schedule and how it stands today."""

    row: Row
    state: RowState


@dataclass(frozen=True)
class LoanNoteView:
    """A loan note with its terms, its schedule and what would settle it today."""

    note: LoanNote
    on: date
    bank: Sentence
    annual_rate_ppm: int
    annual_rate_xirr_ppm: int
    owed_fen: int
    interest_to_day_fen: int
    instalments: tuple[Instalment, ...]
    due: Bill | None
    upcoming: Bill | None


@dataclass(frozen=True)
class RepaymentView:
    """One of three: the receipt asked for, the bill that is due today, or the one that is still ahead."""

    note: LoanNote
    bank: Sentence
    on: date
    receipt: Receipt | None
    due: Bill | None
    ahead: Bill | None
    also_due: tuple[Bill, ...]
    outstanding_fen: int
    available_fen: int


def bills(world: World) -> BillsView:
    """Everything that is owed on the world's day, and what was repaid, the newest first."""
    history = read_history(world)
    on, notes = day_of(history), loan_notes_of(history)
    due = _due(notes, on)
    upcoming_on = None if due else next_due_on(notes)
    upcoming = tuple(bill for note in notes if (bill := _bill(note, on)) and bill.due_on == upcoming_on)
    return BillsView(
        on=on,
        due=due,
        due_fen=sum(bill.row.total_fen for bill in due),
        upcoming=upcoming,
        upcoming_on=upcoming_on,
        upcoming_fen=sum(bill.row.total_fen for bill in upcoming),
        days_left=(upcoming_on - on).days if upcoming_on else 0,
        outstanding_fen=sum(note.outstanding_fen for note in notes),
        open_notes=tuple(_line(note) for note in notes if note.settled_on is None),
        settled_notes=tuple(_line(note) for note in notes if note.settled_on is not None),
        receipts=receipts_of(history)[::-1],
    )


def loan_note(world: World, *, number: str = "") -> LoanNoteView:
    """One loan note: the one named, else the first that is open, else the latest. Raises `NoSuchLoanNote`."""
    history = read_history(world)
    on, note = day_of(history), chosen_note(history, number)
    now = position(note, on=on)
    bill = _bill(note, on)
    is_due = now.due_row is not None
    return LoanNoteView(
        note=note,
        on=on,
        bank=_bank(history),
        annual_rate_ppm=note.quote.cost.annual_rate_simple_360_ppm,
        annual_rate_xirr_ppm=note.quote.cost.annual_rate_xirr_ppm,
        owed_fen=now.owed_fen,
        interest_to_day_fen=now.interest_to_day_fen,
        instalments=tuple(Instalment(row, now.state_of(row)) for row in note.rows),
        due=bill if is_due else None,
        upcoming=None if is_due else bill,
    )


def repayment(world: World, *, number: str = "", paid: str = "") -> RepaymentView:
    """The repayment page of a note; `paid` is the instalment whose receipt is wanted, as in the address.

    Raises `NoSuchLoanNote`.
    """
    history = read_history(world)
    on, note = day_of(history), chosen_note(history, number)
    limit = available_limit_of(history)
    bill = _bill(note, on)
    is_due = position(note, on=on).due_row is not None
    mine = [receipt for receipt in receipts_of(history) if receipt.loan_note == note.number]
    return RepaymentView(
        note=note,
        bank=_bank(history),
        on=on,
        receipt=next((receipt for receipt in mine if paid and str(receipt.number) == paid), None),
        due=bill if is_due else None,
        ahead=None if is_due else bill,
        also_due=tuple(other for other in _due(loan_notes_of(history), on) if other.loan_note != note.number),
        outstanding_fen=note.outstanding_fen,
        available_fen=limit.available_fen if limit else 0,
    )


def receipts_of(history: History) -> tuple[Receipt, ...]:
    """Every payment that came in, oldest first."""
    found = []
    for each in history:
        event = each.event
        if isinstance(event, RepaymentReceived | EarlySettlementReceived):
            number = event.number if isinstance(event, RepaymentReceived) else None
            total = event.principal_fen + event.interest_fen
            found.append(
                Receipt(event.loan_note, each.on, number, event.principal_fen, event.interest_fen, total)
            )
    return tuple(found)


def chosen_note(history: History, number: str) -> LoanNote:
    """The note of that number; without one the first open note, else the latest. Raises `NoSuchLoanNote`."""
    notes = loan_notes_of(history)
    if number:
        notes = tuple(note for note in notes if note.number == number)
    if not notes:
        raise NoSuchLoanNote
    return next((note for note in notes if note.settled_on is None), notes[-1])


def _due(notes: tuple[LoanNote, ...], on: date) -> tuple[Bill, ...]:
    return tuple(bill for note in notes if position(note, on=on).due_row and (bill := _bill(note, on)))


def _bill(note: LoanNote, on: date) -> Bill | None:
    row = note.next_row
    if row is None:
        return None
    return Bill(note.number, row.number, note.tenor, row.due_on, (row.due_on - on).days, row)


def _line(note: LoanNote) -> NoteLine:
    return NoteLine(
        number=note.number,
        principal_fen=note.principal_fen,
        outstanding_fen=note.outstanding_fen,
        paid_count=note.paid_count,
        tenor=note.tenor,
        interest_from=note.interest_from,
        settled_on=note.settled_on,
    )


def _bank(history: History) -> Sentence:
    return sentence(profile_of(history).person.bank_name)
