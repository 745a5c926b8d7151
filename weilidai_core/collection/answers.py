"""The answer to a dispute, reckoned from the account: figures, receipts, signature, contacts. Pure."""

from datetime import date

from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.collection.standing import Dispute, contacts_of, overdue_positions
from weilidai_core.events import EarlySettlementReceived, History, RepaymentReceived
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import DisputeAbout

ABOUT_LABELS: dict[DisputeAbout, str] = {
    DisputeAbout.AMOUNT: N_("金额不对"),
    DisputeAbout.ALREADY_REPAID: N_("已经还过了"),
    DisputeAbout.NOT_MINE: N_("不是我借的"),
    DisputeAbout.CONDUCT: N_("催收方式不当"),
}


def answer_to(history: History, dispute: Dispute, *, on: date) -> Sentence:
    """What the lender answers, with what it looked up."""
    match dispute.opened.about:
        case DisputeAbout.AMOUNT:
            return _amount(history, on)
        case DisputeAbout.ALREADY_REPAID:
            return _receipts(history)
        case DisputeAbout.NOT_MINE:
            return sentence(
                N_(
                    "合同 {contract} 是用您设的 PIN 签的，签署记录在合同里。"
                    "如果不是您签的，请告诉客服，我们先冻结账户再查。"
                ),
                contract=loan_notes_of(history)[-1].contract,
            )
        case DisputeAbout.CONDUCT:
            return sentence(
                N_(
                    "查了全部 {count} 次联系，每次的时间、方式和依据的规则都在催收记录里。"
                    "仍不认可，可以向监管部门投诉。"
                ),
                count=len(contacts_of(history)),
            )


def _amount(history: History, on: date) -> Sentence:
    overdue = overdue_positions(history, on)
    if not overdue:
        return sentence(N_("重新算过：到 {on} 没有逾期未还的金额。"), on=on)
    return sentence(
        N_("重新算过：到 {on} 逾期应还 {owed_fen}，其中罚息 {penalty_fen}，和借据、入账记录对得上。"),
        on=on,
        owed_fen=sum(one.overdue_fen for one in overdue),
        penalty_fen=sum(one.penalty_to_day_fen for one in overdue),
    )


def _receipts(history: History) -> Sentence:
    for each in reversed(history):
        if isinstance(each.event, RepaymentReceived | EarlySettlementReceived):
            return sentence(
                N_("查了入账记录：最近一笔还款是 {paid_on} 的 {amount_fen}，已经全部入账，没有漏记的。"),
                paid_on=each.on,
                amount_fen=each.event.amount_fen,
            )
    return sentence(N_("查了入账记录：到现在没有收到过还款。如果您有转账凭证，可以补充后再提。"))
