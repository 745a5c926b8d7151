"""What happens to a loan note until nothing is owed on it."""

from datetime import date
from typing import Literal

from weilidai_core.events.fact import Fact


class InterestAccrued(Fact):
    """Interest earned on a loan note up to a day (that day not counted)."""

    kind: Literal["interest-accrued"] = "interest-accrued"
    loan_note: str
    from_on: date
    to_on: date
    balance_fen: int
    interest_fen: int


class InstalmentFellDue(Fact):
    """The day of an instalment came."""

    kind: Literal["instalment-fell-due"] = "instalment-fell-due"
    loan_note: str
    number: int
    total_fen: int


class RepaymentReceived(Fact):
    """One instalment was repaid on its due day."""

    kind: Literal["repayment-received"] = "repayment-received"
    loan_note: str
    number: int
    principal_fen: int
    interest_fen: int
    card: str


class EarlySettlementReceived(Fact):
    """The whole rest of a loan note was repaid before it was due."""

    kind: Literal["early-settlement-received"] = "early-settlement-received"
    loan_note: str
    principal_fen: int
    interest_fen: int
    interest_saved_fen: int
    card: str


class LoanSettled(Fact):
    """结清: nothing is owed on this loan note any more."""

    kind: Literal["loan-settled"] = "loan-settled"
    loan_note: str
