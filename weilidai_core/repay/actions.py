"""Repaying an instalment, in full and on its day."""

from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import InterestAccrued, LoanSettled, RepaymentReceived
from weilidai_core.repay.position import position
from weilidai_core.sentences import N_
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request


class NoSuchLoanNote(WeilidaiError):
    """Raised when there is no loan note with this number in the world."""

    code = "no-such-loan-note"
    text = N_("没有找到这笔借据。")
    next_step = N_("请从账单里选一笔。")


class AlreadyRepaid(WeilidaiError):
    """Raised when what is to be repaid is no longer owed."""

    code = "already-repaid"
    text = N_("这一期已经还过了，没有重复扣款。")
    next_step = N_("可以在账单里查看。")


class NotYetDue(WeilidaiError):
    """Raised when an instalment is to be repaid before its day."""

    code = "not-yet-due"
    text = N_("第 {number} 期在 {due_on} 到期，当天才能还这一期。")
    next_step = N_("想早还清，可以提前结清整笔借款。")


class RepaymentAmountDiffers(WeilidaiError):
    """Raised when the amount confirmed is not what is due."""

    code = "repayment-amount-differs"
    text = N_("这一期应还 {due_fen}，与刚才确认的金额不一致，没有扣款。")
    next_step = N_("请按更新后的金额再确认一次。")


class RepayInstalment(Request):
    """Repay instalment `number` of a loan note; `total_fen` is what the applicant saw and confirmed."""

    loan_note: str
    number: int
    total_fen: int


def repay_instalment(doing: Doing, request: RepayInstalment) -> None:
    """Repay one instalment on its due day.

    Raises `NoSuchLoanNote`, `AlreadyRepaid`, `NotYetDue`, `RepaymentAmountDiffers`.
    """
    note = note_named(doing, request.loan_note)
    row = note.next_row
    if row is None or request.number < row.number:
        raise AlreadyRepaid
    wanted = note.rows[min(request.number, note.tenor) - 1]
    if request.number != row.number or row.due_on > doing.on:
        raise NotYetDue(number=request.number, due_on=wanted.due_on)
    if request.total_fen != row.total_fen:
        raise RepaymentAmountDiffers(due_fen=row.total_fen)
    accrue(doing, note)
    doing.record(
        RepaymentReceived(
            loan_note=note.number,
            number=row.number,
            principal_fen=row.principal_fen,
            interest_fen=row.interest_fen,
            card=note.card,
        )
    )


def settle_when_repaid(doing: Doing, repaid: RepaymentReceived) -> None:
    """Reaction to a repayment: when nothing is owed any more, the loan note is settled."""
    note = note_named(doing, repaid.loan_note)
    if note.settled_on is None and note.outstanding_fen == 0 and note.next_row is None:
        doing.record(LoanSettled(loan_note=note.number))


def accrue(doing: Doing, note: LoanNote) -> None:
    """Book the interest earned up to today, so that receipts meet a receivable of the same amount."""
    now = position(note, on=doing.on)
    if now.interest_days:
        doing.record(
            InterestAccrued(
                loan_note=note.number,
                from_on=note.interest_paid_to,
                to_on=doing.on,
                balance_fen=note.outstanding_fen,
                interest_fen=now.interest_to_day_fen,
            )
        )


def note_named(doing: Doing, number: str) -> LoanNote:
    """The loan note with this number. Raises `NoSuchLoanNote`."""
    for note in loan_notes_of(doing.history):
        if note.number == number:
            return note
    raise NoSuchLoanNote
