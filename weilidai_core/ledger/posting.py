"""分录: which accounts an event moves, and by how much.

Payout: loan principal is debited, settlement credited. Interest: receivable debited, income
credited, on the day it is earned. Repayment: settlement debited, receivable and principal credited.
"""

from typing import NamedTuple

from weilidai_core.events import (
    EarlySettlementReceived,
    Event,
    InterestAccrued,
    LoanDisbursed,
    RepaymentReceived,
)
from weilidai_core.ledger.accounts import Account


class Posting(NamedTuple):
    """One side of an entry, in fen; exactly one of debit and credit is above zero."""

    account: Account
    loan_note: str
    debit_fen: int
    credit_fen: int


def postings_for(event: Event) -> tuple[Posting, ...]:
    """The balanced postings of an event; none where no money moves."""
    sides: tuple[tuple[Account, int], ...]
    match event:
        case LoanDisbursed():
            sides = (
                (Account.LOAN_PRINCIPAL, event.principal_fen),
                (Account.SETTLEMENT, -event.principal_fen),
            )
        case InterestAccrued():
            sides = (
                (Account.INTEREST_RECEIVABLE, event.interest_fen),
                (Account.INTEREST_INCOME, -event.interest_fen),
            )
        case RepaymentReceived() | EarlySettlementReceived():
            sides = (
                (Account.SETTLEMENT, event.principal_fen + event.interest_fen),
                (Account.INTEREST_RECEIVABLE, -event.interest_fen),
                (Account.LOAN_PRINCIPAL, -event.principal_fen),
            )
        case _:
            return ()
    return tuple(
        Posting(account, event.loan_note, max(amount, 0), max(-amount, 0))
        for account, amount in sides
        if amount
    )
