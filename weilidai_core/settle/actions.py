"""Settling a loan note early, in full."""

from weilidai_core.errors import WeilidaiError
from weilidai_core.repay.actions import check_card
from weilidai_core.repay.booking import Incoming, note_named, receive
from weilidai_core.sentences import N_
from weilidai_core.settle.early_settlement import early_settlement
from weilidai_core.words import RepaymentChannel, RepaymentPurpose
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request


class AlreadySettled(WeilidaiError):
    """Raised when a loan note on which nothing is owed is to be settled."""

    code = "already-settled"
    text = N_("这笔借款已经结清，没有重复扣款。")
    next_step = N_("可以在账单里查看。")


class SettlementAmountDiffers(WeilidaiError):
    """Raised when the amount confirmed is not what settles the note today."""

    code = "settlement-amount-differs"
    text = N_("今天结清需要 {total_fen}，与刚才确认的金额不一致，没有扣款。")
    next_step = N_("请按更新后的金额再确认一次。")


class SettleEarly(Request):
    """Settle a loan note in full; `total_fen` is what the applicant saw and confirmed."""

    loan_note: str
    total_fen: int


def settle_early(doing: Doing, request: SettleEarly) -> None:
    """Repay everything that is owed on a note.

    Raises `NoSuchLoanNote`, `AlreadySettled`, `TooEarlyToSettle`, `SettlementAmountDiffers`, `CardShort`.
    """
    note = note_named(doing, request.loan_note)
    if note.settled_on is not None:
        raise AlreadySettled
    wanted = early_settlement(note, on=doing.on)
    if request.total_fen != wanted.total_fen:
        raise SettlementAmountDiffers(total_fen=wanted.total_fen)
    check_card(doing, wanted.total_fen)
    incoming = Incoming(wanted.total_fen, RepaymentPurpose.SETTLE, RepaymentChannel.MANUAL, doing.on)
    receive(doing, note.number, incoming)
