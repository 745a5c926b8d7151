"""分录: which accounts an event moves, and by how much.

Payout: loan principal is debited, settlement credited. Interest and penalty: receivable debited, income
credited, on the day they are earned (the other way round where less was earned than was booked). Receipt:
settlement debited, receivables and principal credited, what is too much owed back until it is refunded. A
reversal is the opposite entry of its receipt; a waiver turns a receivable into an expense.
"""

from typing import NamedTuple

from weilidai_core.events import (
    EarlySettlementReceived,
    Event,
    InterestAccrued,
    LoanDisbursed,
    PenaltyAccrued,
    Refunded,
    RepaymentReceived,
    RepaymentReversed,
    WaiverAdjusted,
    WaiverGranted,
)
from weilidai_core.ledger.accounts import Account

Sides = tuple[tuple[Account, int], ...]


class Posting(NamedTuple):
    """One side of an entry, in fen; exactly one of debit and credit is above zero."""

    account: Account
    loan_note: str
    debit_fen: int
    credit_fen: int


def postings_for(event: Event) -> tuple[Posting, ...]:
    """The balanced postings of an event; none where no money moves."""
    return tuple(
        Posting(account, getattr(event, "loan_note", ""), max(amount, 0), max(-amount, 0))
        for account, amount in _sides(event)
        if amount
    )


def _sides(event: Event) -> Sides:
    match event:
        case LoanDisbursed():
            return (
                (Account.LOAN_PRINCIPAL, event.principal_fen),
                (Account.SETTLEMENT, -event.principal_fen),
            )
        case InterestAccrued():
            return (
                (Account.INTEREST_RECEIVABLE, event.interest_fen),
                (Account.INTEREST_INCOME, -event.interest_fen),
            )
        case PenaltyAccrued():
            return (
                (Account.PENALTY_RECEIVABLE, event.penalty_fen),
                (Account.PENALTY_INCOME, -event.penalty_fen),
            )
        case RepaymentReceived() | EarlySettlementReceived():
            return _received(event)
        case RepaymentReversed():
            return tuple((account, -amount) for account, amount in _received(event))
        case Refunded():
            return ((Account.OVERPAYMENT, event.amount_fen), (Account.SETTLEMENT, -event.amount_fen))
        case WaiverGranted() | WaiverAdjusted():
            return (
                (Account.WAIVER, event.interest_fen + event.penalty_fen),
                (Account.INTEREST_RECEIVABLE, -event.interest_fen),
                (Account.PENALTY_RECEIVABLE, -event.penalty_fen),
            )
        case _:
            return ()


def _received(event: RepaymentReceived | EarlySettlementReceived | RepaymentReversed) -> Sides:
    return (
        (Account.SETTLEMENT, event.amount_fen),
        (Account.INTEREST_RECEIVABLE, -event.interest_fen),
        (Account.LOAN_PRINCIPAL, -event.principal_fen),
        (Account.PENALTY_RECEIVABLE, -event.penalty_fen),
        (Account.OVERPAYMENT, -event.excess_fen),
    )
