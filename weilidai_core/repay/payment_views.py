"""What paying shows before it is done: how an amount would be allocated, what a part ahead would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from weilidai_core.basics.money import parse_yuan, yuan_text
from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import History
from weilidai_core.loan.allocation import Line, allocate
from weilidai_core.product import terms_on
from weilidai_core.repay.bill import bill_of, billed_fen, shares
from weilidai_core.repay.bill_views import (
    Bill,
    CardView,
    Receipt,
    card_of,
    due_bills,
    next_bill,
    receipts_of,
)
from weilidai_core.repay.position import position
from weilidai_core.repay.prepayment import Prepayment, check_open, prepayment, room_of, ways_of
from weilidai_core.repay.refusals import NoSuchLoanNote, RepaymentAmountOutside
from weilidai_core.words import Component, RepaymentPurpose
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Allocated:
    """What one amount of the bill would get, and what would be left of it, in fen."""

    loan_note: str
    tenor: int
    line: Line
    left_fen: int


@dataclass(frozen=True)
class PaymentView:
    """主动还款: an amount as it was typed, within what is due, and where it would go; nothing is paid yet."""

    on: date
    due_fen: int
    amount: str
    amount_fen: int
    refused: WeilidaiError | None
    lines: tuple[Allocated, ...]
    order: tuple[Component, ...]
    card: CardView

    @property
    def bounds_fen(self) -> tuple[int, int, int]:
        """The slider's lowest, highest and step, in fen; whole yuan, while any fen can be typed."""
        return 1_00, max(1_00, -(-self.due_fen // 100) * 100), 1_00


@dataclass(frozen=True)
class PrepaymentView:
    """提前还一部分: an amount and a way as they were chosen, and what they would change.

    `least_fen` and `most_fen` are what the amount has to lie between; `closed` says why nothing can be paid
    ahead now.
    """

    note: LoanNote
    on: date
    least_fen: int
    most_fen: int
    amount: str
    amount_fen: int
    purpose: RepaymentPurpose
    ways: tuple[RepaymentPurpose, ...]
    closed: WeilidaiError | None
    refused: WeilidaiError | None
    would: Prepayment | None
    card: CardView

    @property
    def bounds_fen(self) -> tuple[int, int, int]:
        """The slider's lowest, highest and step, in fen; whole yuan, while any fen can be typed."""
        return 1_00, max(1_00, self.most_fen // 100 * 100), 1_00


@dataclass(frozen=True)
class RepaymentView:
    """One of three: the receipt asked for, the bill that is due, or the one that is still ahead."""

    note: LoanNote
    on: date
    receipt: Receipt | None
    due: Bill | None
    ahead: Bill | None
    also_due: tuple[Bill, ...]
    outstanding_fen: int
    available_fen: int
    card: CardView


def payment(world: World, typed: Mapping[str, str]) -> PaymentView:
    """The amount typed (all that is due where nothing was), and its allocation."""
    history = read_history(world)
    on, notes = day_of(history), loan_notes_of(history)
    due = billed_fen(notes, on=on)
    text = typed.get("amount") or yuan_text(due)
    amount, refused = _amount(text, least_fen=1, most_fen=due)
    return PaymentView(
        on=on,
        due_fen=due,
        amount=text,
        amount_fen=amount,
        refused=refused,
        lines=() if refused else _allocated(notes, amount, on),
        order=terms_on(on).allocation_order,
        card=card_of(history),
    )


def prepaying(world: World, typed: Mapping[str, str], *, number: str = "") -> PrepaymentView:
    """A part prepayment of a note as it was typed; half of what is owed where nothing was.

    Raises `NoSuchLoanNote`.
    """
    history = read_history(world)
    on, note = day_of(history), chosen_note(history, number)
    least, most = room_of(note, on=on)
    ways = ways_of(note)
    purpose = next((way for way in ways if way == typed.get("purpose")), ways[0])
    text = typed.get("amount") or yuan_text((most // 2) // 100_00 * 100_00 or most // 2)
    closed, refused, would, amount = None, None, None, 0
    try:
        check_open(note, on=on)
    except WeilidaiError as why:
        closed = why
    else:
        try:
            amount = parse_yuan(text, field="amount")
            would = prepayment(note, amount_fen=amount, purpose=purpose, on=on)
        except WeilidaiError as why:
            refused = why
    return PrepaymentView(
        note=note,
        on=on,
        least_fen=least,
        most_fen=most,
        amount=text,
        amount_fen=amount,
        purpose=purpose,
        ways=ways,
        closed=closed,
        refused=refused,
        would=would,
        card=card_of(history),
    )


def repayment(world: World, *, number: str = "", paid: str = "") -> RepaymentView:
    """The repayment page of a note; `paid` names the receipt that is wanted, as in the address.

    Raises `NoSuchLoanNote`.
    """
    history = read_history(world)
    on, note = day_of(history), chosen_note(history, number)
    limit = available_limit_of(history)
    due = due_bills(loan_notes_of(history), on)
    mine = [bill for bill in due if bill.loan_note == note.number]
    came = [one for one in receipts_of(history) if one.loan_note == note.number]
    named = (one for one in came[::-1] if paid and paid in {one.receipt, str(one.number)})
    return RepaymentView(
        note=note,
        on=on,
        receipt=next(named, None),
        due=mine[0] if mine else None,
        ahead=None if mine else next_bill(note, on),
        also_due=tuple(bill for bill in due if bill not in mine[:1]),
        outstanding_fen=note.outstanding_fen,
        available_fen=limit.available_fen if limit else 0,
        card=card_of(history),
    )


def chosen_note(history: History, number: str) -> LoanNote:
    """The note of that number; without one the first open note, else the latest. Raises `NoSuchLoanNote`."""
    notes = loan_notes_of(history)
    if number:
        notes = tuple(note for note in notes if note.number == number)
    if not notes:
        raise NoSuchLoanNote
    return next((note for note in notes if note.settled_on is None), notes[-1])


def _amount(text: str, *, least_fen: int, most_fen: int) -> tuple[int, WeilidaiError | None]:
    try:
        amount = parse_yuan(text, field="amount")
    except WeilidaiError as refused:
        return 0, refused
    if not least_fen <= amount <= most_fen:
        return 0, RepaymentAmountOutside(most_fen=most_fen, amount_fen=amount)
    return amount, None


def _allocated(notes: tuple[LoanNote, ...], amount_fen: int, on: date) -> tuple[Allocated, ...]:
    found = []
    named = {note.number: note for note in notes}
    for share in shares(bill_of(notes, on=on), amount_fen):
        note = named[share.loan_note]
        done = allocate(share.amount_fen, position(note, on=on).account.items, order=note.terms.order, on=on)
        left = {item.number: item.owed_fen for item in done.items}
        found += [Allocated(note.number, note.tenor, line, left.get(line.number, 0)) for line in done.lines]
    return tuple(found)
