"""还款卡（模拟）: the cards of the sample person, and what is on the repayment card on a day. Pure.

Rule: the balance starts from the sample profile, what comes in each month comes on its day, repayments leave
it, refunds come back. Payouts do not stay on it: they are spent on their purpose. Once `CardFunded` has set
it, or another card is chosen, nothing comes to it by itself any more: what was set is what there is.
"""

from datetime import date

from weilidai_core.apply.identity import mask_card_number
from weilidai_core.basics.calendar import due_dates
from weilidai_core.borrow.loan_note import ReceiptEvent, loan_notes_of
from weilidai_core.events import (
    CardFunded,
    EarlySettlementReceived,
    History,
    Recorded,
    Refunded,
    RepaymentCardChanged,
    RepaymentReceived,
    RepaymentReversed,
)
from weilidai_core.words import RepaymentChannel
from weilidai_core.world.clock import day_of
from weilidai_core.world.happened import facts_of, happened
from weilidai_core.world.profile import Wallet
from weilidai_core.world.views import profile_of

ENDLESS_FEN = 10**12
_MOVING = (
    RepaymentReceived,
    EarlySettlementReceived,
    RepaymentReversed,
    Refunded,
    CardFunded,
    RepaymentCardChanged,
)


def cards_of(history: History) -> tuple[str, ...]:
    """The masked cards that can be the repayment card: the bound one, and one more sample card."""
    number = profile_of(history).person.card_number
    return mask_card_number(number), mask_card_number(
        f"{number[:-4]}{(int(number[-4:]) + 4321) % 10_000:04d}"
    )


def repayment_card(history: History) -> str:
    """The masked card that is debited now."""
    if changes := facts_of(history, RepaymentCardChanged):
        return changes[-1].card
    notes = loan_notes_of(history)
    return notes[-1].card if notes else cards_of(history)[0]


def card_balance_fen(history: History) -> int:
    """What is on the repayment card on the world's day, in fen; never below zero."""
    wallet = profile_of(history).wallet
    start: date | None = history[0].on
    balance = ENDLESS_FEN if wallet.card_fen is None else wallet.card_fen
    for each in happened(history, *_MOVING):
        if isinstance(each.event, CardFunded | RepaymentCardChanged):
            start = None
        balance = _after(balance, each, wallet)
    return max(0, balance + (_income_fen(wallet, start, day_of(history)) if start else 0))


def _after(balance: int, each: Recorded, wallet: Wallet) -> int:
    match each.event:
        case CardFunded() as funded:
            return funded.balance_fen
        case RepaymentCardChanged():
            return wallet.savings_fen
        case Refunded() as refund:
            return balance + refund.amount_fen
        case RepaymentReversed() as taken_back:
            from_card = taken_back.channel is not RepaymentChannel.TRANSFER
            return balance + taken_back.amount_fen if from_card else balance
        case event if isinstance(event, ReceiptEvent):
            return balance - event.amount_fen if event.channel is not RepaymentChannel.TRANSFER else balance
        case _:
            return balance


def _income_fen(wallet: Wallet, after: date, to: date) -> int:
    """What came in after one day, up to and with another."""
    if not wallet.card_monthly_fen or to <= after:
        return 0
    months = (to.year - after.year) * 12 + to.month - after.month
    first = date(after.year - 1, 12, wallet.card_income_day)
    days = due_dates(first, after.month + months)[after.month - 1 :]
    return wallet.card_monthly_fen * sum(after < day <= to for day in days)
