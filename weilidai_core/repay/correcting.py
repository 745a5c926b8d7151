"""更正: the operator's two acts on what was booked: a receipt is taken back, or booked afterwards.

Law: history is never edited. A receipt is taken back by its opposite entry, once; one that is booked
afterwards counts from its value day; both end in the state of having been booked in order.
"""

from datetime import date, timedelta
from typing import Literal

from weilidai_core.product import terms_on
from weilidai_core.repay.booking import Incoming, active_receipts, note_named, receive, take_back
from weilidai_core.repay.refusals import AlreadyRepaid, NoSuchReceipt, RepaymentAmountOutside, ValueDayOutside
from weilidai_core.words import RepaymentChannel, RepaymentPurpose
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request


class ReverseRepayment(Request):
    """冲正: take a receipt back, because the bank returned it or because it was a mistake."""

    receipt: str
    reason: Literal["bounced", "mistaken"] = "bounced"


class BackdateRepayment(Request):
    """补记: book money that came in by transfer on an earlier day and was not booked then."""

    loan_note: str
    amount_fen: int
    value_on: date


def reverse_repayment(doing: Doing, request: ReverseRepayment) -> None:
    """Take a receipt back. Raises `NoSuchReceipt`."""
    for receipt in active_receipts(doing.history):
        if receipt.number == request.receipt:
            return take_back(doing, receipt, reason=request.reason)
    raise NoSuchReceipt


def backdate_repayment(doing: Doing, request: BackdateRepayment) -> None:
    """Book a receipt that counts from an earlier day; what is too much by now goes back.

    Raises `NoSuchLoanNote`, `AlreadyRepaid`, `ValueDayOutside`, `RepaymentAmountOutside`.
    """
    note = note_named(doing, request.loan_note)
    if not note.account(doing.on).outstanding_fen:
        raise AlreadyRepaid
    earliest = earliest_value_on(doing, note.interest_from)
    if not earliest <= request.value_on <= doing.on:
        raise ValueDayOutside(earliest_on=earliest, latest_on=doing.on)
    most = note.account(doing.on).owed_fen
    if not 0 < request.amount_fen <= most:
        raise RepaymentAmountOutside(most_fen=most, amount_fen=request.amount_fen)
    incoming = Incoming(
        request.amount_fen, RepaymentPurpose.BILL, RepaymentChannel.TRANSFER, request.value_on
    )
    receive(doing, note.number, incoming)


def earliest_value_on(doing: Doing, interest_from: date) -> date:
    """The earliest day from which a receipt may still count."""
    return max(interest_from, doing.on - timedelta(days=terms_on(doing.on).backdating_most_days))
