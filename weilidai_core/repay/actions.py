"""What someone can do to repay: a bill, any part of it, a part ahead; and what follows from a repayment."""

from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.events import (
    CardFunded,
    EarlySettlementReceived,
    ExtensionGranted,
    LoanReopened,
    LoanSettled,
    RepaymentCardChanged,
    RepaymentReceived,
    RepaymentReversed,
    WaiverGranted,
)
from weilidai_core.repay.bill import bill_of, billed_fen, shares
from weilidai_core.repay.booking import Incoming, note_named, receive
from weilidai_core.repay.card import card_balance_fen, cards_of, repayment_card
from weilidai_core.repay.position import position
from weilidai_core.repay.prepayment import check_prepayment
from weilidai_core.repay.refusals import (
    AlreadyRepaid,
    CardShort,
    NoSuchCard,
    NoSuchLoanNote,
    NothingDue,
    NotYetDue,
    RepaymentAmountDiffers,
    RepaymentAmountOutside,
)
from weilidai_core.vault import personal
from weilidai_core.words import RepaymentChannel, RepaymentPurpose
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request

Moving = RepaymentReceived | EarlySettlementReceived | RepaymentReversed | WaiverGranted | ExtensionGranted


class RepayInstalment(Request):
    """Repay instalment `number` of a loan note; `total_fen` is what the applicant saw and confirmed."""

    loan_note: str
    number: int
    total_fen: int


class Repay(Request):
    """主动还款: pay so much of what is due, over the notes named or over all, oldest first."""

    amount_fen: int
    loan_notes: tuple[str, ...] = ()
    channel: RepaymentChannel = RepaymentChannel.MANUAL


class PrepayPart(Request):
    """提前还一部分: repay principal ahead, and keep either the tenor or the instalment."""

    loan_note: str
    amount_fen: int
    purpose: RepaymentPurpose


class ChangeRepaymentCard(Request):
    """Let another of the person's cards be debited; masked as it is listed."""

    card: personal.Card


class FundCard(Request):
    """Set the simulated balance of the repayment card, so that it can be short or hold enough."""

    balance_fen: int


def repay_instalment(doing: Doing, request: RepayInstalment) -> None:
    """Repay one instalment, with its penalty where it is overdue.

    Raises `NoSuchLoanNote`, `AlreadyRepaid`, `NotYetDue`, `RepaymentAmountDiffers`, `CardShort`.
    """
    note = note_named(doing, request.loan_note)
    row = note.next_row
    if row is None or request.number < row.number:
        raise AlreadyRepaid
    due = position(note, on=doing.on).due_items
    if request.number != row.number or not due:
        later = [one for one in note.rows if one.number >= request.number] or [note.rows[-1]]
        raise NotYetDue(number=request.number, due_on=later[0].due_on)
    if request.total_fen != due[0].owed_fen:
        raise RepaymentAmountDiffers(due_fen=due[0].owed_fen)
    check_card(doing, request.total_fen)
    receive(doing, note.number, _by_hand(doing, request.total_fen))


def repay(doing: Doing, request: Repay) -> None:
    """Pay any amount of what is due.

    Money sent from elsewhere may be more than is due; the rest goes back. Raises `NoSuchLoanNote`,
    `NothingDue`, `RepaymentAmountOutside`, `CardShort`.
    """
    notes = _chosen(doing, request.loan_notes)
    most = billed_fen(notes, on=doing.on)
    if not most:
        raise NothingDue
    is_sent = request.channel is RepaymentChannel.TRANSFER
    if request.amount_fen <= 0 or (request.amount_fen > most and not is_sent):
        raise RepaymentAmountOutside(most_fen=most, amount_fen=request.amount_fen)
    if not is_sent:
        check_card(doing, request.amount_fen)
    found = shares(bill_of(notes, on=doing.on), request.amount_fen)
    too_much = max(0, request.amount_fen - most)
    for index, share in enumerate(found):
        amount = share.amount_fen + (too_much if index == len(found) - 1 else 0)
        incoming = Incoming(amount, RepaymentPurpose.BILL, request.channel, doing.on)
        receive(doing, share.loan_note, incoming)


def prepay_part(doing: Doing, request: PrepayPart) -> None:
    """Repay a part of a note ahead of its days.

    Raises `NoSuchLoanNote`, `AlreadyRepaid`, `TooEarlyToPrepay`, `DueFirst`, `NoInstalmentToKeep`,
    `PrepaymentOutside`, `CardShort`.
    """
    note = note_named(doing, request.loan_note)
    check_prepayment(note, amount_fen=request.amount_fen, purpose=request.purpose, on=doing.on)
    check_card(doing, request.amount_fen)
    incoming = Incoming(request.amount_fen, request.purpose, RepaymentChannel.MANUAL, doing.on)
    receive(doing, note.number, incoming)


def change_repayment_card(doing: Doing, request: ChangeRepaymentCard) -> None:
    """Let another card be debited. Raises `NoSuchCard`."""
    if request.card not in cards_of(doing.history) or request.card == repayment_card(doing.history):
        raise NoSuchCard
    doing.record(RepaymentCardChanged(card=request.card))


def fund_card(doing: Doing, request: FundCard) -> None:
    """Set the simulated balance. Raises `RepaymentAmountOutside` below zero."""
    if not 0 <= request.balance_fen <= MOST_ON_CARD_FEN:
        raise RepaymentAmountOutside(most_fen=MOST_ON_CARD_FEN, amount_fen=request.balance_fen)
    doing.record(CardFunded(card=repayment_card(doing.history), balance_fen=request.balance_fen))


MOST_ON_CARD_FEN = 1_000_000_00


def settle_when_repaid(doing: Doing, moved: Moving) -> None:
    """Reaction to what moves on a note: settled when nothing is owed any more, reopened when it is again."""
    note = note_named(doing, moved.loan_note)
    owed = note.account(doing.on).owed_fen
    if note.settled_on is None and not owed:
        doing.record(LoanSettled(loan_note=note.number))
    elif note.settled_on is not None and owed:
        doing.record(LoanReopened(loan_note=note.number))


def check_card(doing: Doing, amount_fen: int) -> None:
    """Refuse what the repayment card does not hold. Raises `CardShort`."""
    balance = card_balance_fen(doing.history)
    if balance < amount_fen:
        raise CardShort(amount_fen=amount_fen, balance_fen=balance)


def _by_hand(doing: Doing, amount_fen: int) -> Incoming:
    return Incoming(amount_fen, RepaymentPurpose.BILL, RepaymentChannel.MANUAL, doing.on)


def _chosen(doing: Doing, numbers: tuple[str, ...]) -> tuple[LoanNote, ...]:
    notes = loan_notes_of(doing.history)
    if not numbers:
        return notes
    if set(numbers) - {note.number for note in notes}:
        raise NoSuchLoanNote
    return tuple(note for note in notes if note.number in numbers)
