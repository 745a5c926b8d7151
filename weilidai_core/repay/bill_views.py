"""What the bills show: everything due over all loan notes, how each amount is made up, what comes next.

The law kept here: every amount is an unpaid amount of a loan note's account on the world's day, and says how
it came about; what waiting costs stands beside what is overdue.
"""

from dataclasses import dataclass
from datetime import date

from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of, receipts_booked
from weilidai_core.events import AutoDebitFailed, History
from weilidai_core.loan.item import Item, Origin
from weilidai_core.loan.movement import Received
from weilidai_core.product import terms_on
from weilidai_core.quote.schedule import Row
from weilidai_core.repay.auto_debit import tries_left
from weilidai_core.repay.bill import bill_of
from weilidai_core.repay.card import ENDLESS_FEN, card_balance_fen, cards_of, repayment_card
from weilidai_core.repay.position import a_day_more_fen, next_due_on, position
from weilidai_core.sentences import Sentence, sentence
from weilidai_core.words import Component, RepaymentChannel, RepaymentPurpose
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World

# Nothing, a little, enough for any bill: what the simulated balance can be set to.
CARD_PRESETS_FEN = (0, 100_00, 50_000_00)


@dataclass(frozen=True)
class Bill:
    """One instalment of one loan note that is due, or comes next; amounts are what is unpaid, in fen."""

    loan_note: str
    number: int
    tenor: int
    due_on: date
    days_left: int
    row: Row
    interest_fen: int
    principal_fen: int
    penalty_fen: int
    paid_fen: int
    is_overdue: bool
    is_instalment: bool = True

    @property
    def total_fen(self) -> int:
        """All three together."""
        return self.interest_fen + self.principal_fen + self.penalty_fen

    @property
    def days_past_due(self) -> int:
        """Days since it fell due; 0 before and on the day."""
        return max(0, -self.days_left)


@dataclass(frozen=True)
class NoteLine:
    """A loan note in the list: what it was, what is left, how far it is, how long it is overdue."""

    number: str
    principal_fen: int
    outstanding_fen: int
    paid_count: int
    tenor: int
    interest_from: date
    settled_on: date | None
    days_past_due: int


@dataclass(frozen=True)
class Receipt:
    """One payment that came in; `number` is the first instalment, None where it was paid ahead of all."""

    receipt: str
    loan_note: str
    on: date
    number: int | None
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    total_fen: int
    refunded_fen: int
    channel: RepaymentChannel
    purpose: RepaymentPurpose
    is_counting: bool = True


@dataclass(frozen=True)
class CardView:
    """还款卡（模拟）: the card that is debited, what is on it (None: always enough), when it is tried."""

    bank: Sentence
    card: str
    balance_fen: int | None
    others: tuple[str, ...]
    presets_fen: tuple[int, ...]
    times_left: tuple[str, ...]
    times: tuple[str, ...]
    failed_at: str
    short_fen: int


@dataclass(frozen=True)
class BillsView:
    """All bills of an applicant on the world's day; `due` and `upcoming` are never both filled.

    `a_day_more_fen` is what one more day costs in interest and penalty, all notes together.
    """

    on: date
    due: tuple[Bill, ...]
    due_fen: int
    days_past_due: int
    overdue_fen: int
    a_day_more_fen: int
    upcoming: tuple[Bill, ...]
    upcoming_on: date | None
    upcoming_fen: int
    days_left: int
    outstanding_fen: int
    open_notes: tuple[NoteLine, ...]
    settled_notes: tuple[NoteLine, ...]
    receipts: tuple[Receipt, ...]
    card: CardView | None

    @property
    def is_one_bill(self) -> bool:
        """Whether all that is due is one instalment."""
        return len(self.due) == 1 and self.due[0].is_instalment


def bills(world: World) -> BillsView:
    """Everything that is owed on the world's day, and what was repaid, the newest first."""
    history = read_history(world)
    on, notes = day_of(history), loan_notes_of(history)
    due = due_bills(notes, on)
    upcoming_on = None if due else next_due_on(notes)
    nexts = (bill for note in notes for bill in upcoming_bills(note, on))
    upcoming = tuple(bill for bill in nexts if bill.due_on == upcoming_on)
    return BillsView(
        on=on,
        due=due,
        due_fen=sum(bill.total_fen for bill in due),
        days_past_due=max((bill.days_past_due for bill in due), default=0),
        overdue_fen=sum(bill.total_fen for bill in due if bill.days_past_due),
        a_day_more_fen=sum(a_day_more_fen(note, on=on) for note in notes if position(note, on=on).due_fen),
        upcoming=upcoming,
        upcoming_on=upcoming_on,
        upcoming_fen=sum(bill.total_fen for bill in upcoming),
        days_left=(upcoming_on - on).days if upcoming_on else 0,
        outstanding_fen=sum(note.outstanding_fen for note in notes),
        open_notes=tuple(_line(note, on) for note in notes if note.settled_on is None),
        settled_notes=tuple(_line(note, on) for note in notes if note.settled_on is not None),
        receipts=receipts_of(history)[::-1],
        card=card_of(history) if notes else None,
    )


def due_bills(notes: tuple[LoanNote, ...], on: date) -> tuple[Bill, ...]:
    """Every unpaid amount that is payable by a day, the oldest first."""
    named = {note.number: note for note in notes}
    return tuple(_due(named[each.loan_note], each.item, on) for each in bill_of(notes, on=on))


def upcoming_bills(note: LoanNote, on: date) -> tuple[Bill, ...]:
    """What will be payable on a note's next day: what an extension carried there, then the instalment."""
    day = note.next_due_on
    if day is None or day <= on:
        return ()
    carried = (item for item in note.latest.items if item.owed_fen and item.payable_on == day)
    falling_due = (row for row in note.latest.plan[:1] if row.due_on == day)
    return (
        *(_due(note, item, on) for item in carried),
        *(_falling_due(note, row, on) for row in falling_due),
    )


def next_bill(note: LoanNote, on: date) -> Bill | None:
    """The next instalment of a note that is not due yet, or None when nothing is owed."""
    return next(iter(upcoming_bills(note, on)[::-1]), None)


def _falling_due(note: LoanNote, row: Row, on: date) -> Bill:
    return Bill(
        loan_note=note.number,
        number=row.number,
        tenor=note.tenor,
        due_on=row.due_on,
        days_left=(row.due_on - on).days,
        row=row,
        interest_fen=row.interest_fen,
        principal_fen=row.principal_fen,
        penalty_fen=0,
        paid_fen=0,
        is_overdue=False,
    )


def receipts_of(history: History) -> tuple[Receipt, ...]:
    """Every payment that came in, oldest first; one that was taken back does not count."""
    counting = {
        move.receipt
        for note in loan_notes_of(history)
        for move in note.movements
        if isinstance(move, Received)
    }
    found = []
    for each in receipts_booked(history):
        event = each.event
        ahead = event.purpose is not RepaymentPurpose.BILL
        found.append(
            Receipt(
                receipt=each.number,
                loan_note=event.loan_note,
                on=each.value_on,
                number=None if ahead else event.number or None,
                principal_fen=event.principal_fen,
                interest_fen=event.interest_fen,
                penalty_fen=event.penalty_fen,
                total_fen=event.principal_fen + event.interest_fen + event.penalty_fen,
                refunded_fen=event.excess_fen,
                channel=event.channel,
                purpose=event.purpose,
                is_counting=each.number in counting,
            )
        )
    return tuple(found)


def card_of(history: History) -> CardView:
    """The repayment card on the world's day."""
    on, card, balance = day_of(history), repayment_card(history), card_balance_fen(history)
    times = terms_on(on).auto_debit_times
    failed = next(
        (
            each.event
            for each in reversed(history)
            if isinstance(each.event, AutoDebitFailed) and each.on == on
        ),
        None,
    )
    return CardView(
        bank=sentence(profile_of(history).person.bank_name),
        card=card,
        balance_fen=balance if balance < ENDLESS_FEN // 2 else None,
        others=tuple(other for other in cards_of(history) if other != card),
        presets_fen=CARD_PRESETS_FEN,
        times_left=tuple(times[attempt - 1] for attempt in tries_left(history)),
        times=times,
        failed_at=failed.at if failed else "",
        short_fen=failed.short_fen if failed else 0,
    )


def _due(note: LoanNote, item: Item, on: date) -> Bill:
    return Bill(
        loan_note=note.number,
        number=item.number,
        tenor=note.tenor,
        due_on=item.payable_on,
        days_left=(item.payable_on - on).days,
        row=item.row,
        interest_fen=item.unpaid_fen(Component.INTEREST),
        principal_fen=item.unpaid_fen(Component.PRINCIPAL),
        penalty_fen=item.unpaid_fen(Component.PENALTY),
        paid_fen=sum(item.paid_fen(part) for part in Component),
        is_overdue=item.payable_on < on,
        # Where an extension spread the principal anew, its interest alone is left to pay.
        is_instalment=item.origin is Origin.INSTALMENT and not item.moved_fen,
    )


def _line(note: LoanNote, on: date) -> NoteLine:
    return NoteLine(
        number=note.number,
        principal_fen=note.principal_fen,
        outstanding_fen=note.outstanding_fen,
        paid_count=note.paid_count,
        tenor=note.tenor,
        interest_from=note.interest_from,
        settled_on=note.settled_on,
        days_past_due=position(note, on=on).days_past_due,
    )
