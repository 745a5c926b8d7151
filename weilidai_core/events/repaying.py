"""What happens to a loan note until nothing is owed on it: due, repaid, early, overdue, reversed, settled.

A receipt carries its number, the day its money counts from (`value_on`) and how it was allocated, line by
line. Receipts of older histories, which had one instalment and no number, are read as such a line.
"""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from weilidai_core.events.fact import Fact
from weilidai_core.vault import personal
from weilidai_core.words import RepaymentChannel, RepaymentPurpose


class AllocationLine(BaseModel):
    """入账: what of a receipt went to one instalment, in fen; its `number` is the schedule's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int
    interest_fen: int = 0
    principal_fen: int = 0
    penalty_fen: int = 0

    @property
    def total_fen(self) -> int:
        """All three together."""
        return self.interest_fen + self.principal_fen + self.penalty_fen


class _Receipt(Fact):
    loan_note: str
    receipt: str = ""
    value_on: date | None = None
    amount_fen: int
    lines: tuple[AllocationLine, ...]
    excess_fen: int = 0
    card: personal.Card
    channel: RepaymentChannel = RepaymentChannel.MANUAL
    purpose: RepaymentPurpose = RepaymentPurpose.BILL
    replaces: str = ""

    @property
    def principal_fen(self) -> int:
        """Principal repaid."""
        return sum(line.principal_fen for line in self.lines)

    @property
    def interest_fen(self) -> int:
        """Interest paid."""
        return sum(line.interest_fen for line in self.lines)

    @property
    def penalty_fen(self) -> int:
        """Penalty interest paid."""
        return sum(line.penalty_fen for line in self.lines)

    @property
    def number(self) -> int:
        """The first instalment that the receipt went to, 0 where it went to none."""
        return self.lines[0].number if self.lines else 0


def _as_line(body: Any, *, number: int) -> Any:
    """An older receipt: one principal and one interest, without lines."""
    if not isinstance(body, dict) or "lines" in body:
        return body
    kept = {name: value for name, value in body.items() if name not in _OLDER}
    principal_fen, interest_fen = body["principal_fen"], body["interest_fen"]
    line = {"number": number, "principal_fen": principal_fen, "interest_fen": interest_fen}
    return {**kept, "amount_fen": principal_fen + interest_fen, "lines": [line]}


_OLDER = {"number", "principal_fen", "interest_fen"}


class InterestAccrued(Fact):
    """Interest earned on a loan note up to a day (that day not counted), beyond what was booked before.

    Below zero where a backdated booking or a reversal makes it less than was booked.
    """

    kind: Literal["interest-accrued"] = "interest-accrued"
    loan_note: str
    from_on: date
    to_on: date
    balance_fen: int
    interest_fen: int


class PenaltyAccrued(Fact):
    """罚息: penalty interest earned on overdue principal up to a day, beyond what was booked before."""

    kind: Literal["penalty-accrued"] = "penalty-accrued"
    loan_note: str
    to_on: date
    penalty_fen: int


class InstalmentFellDue(Fact):
    """The day of an instalment came."""

    kind: Literal["instalment-fell-due"] = "instalment-fell-due"
    loan_note: str
    number: int
    total_fen: int


class InstalmentOverdue(Fact):
    """逾期: the oldest unpaid instalment of a note reached a milestone of days past due."""

    kind: Literal["instalment-overdue"] = "instalment-overdue"
    loan_note: str
    number: int
    due_on: date
    days_past_due: int
    overdue_fen: int
    penalty_fen: int


class AutoDebitTried(Fact):
    """自动扣款: the `attempt`-th try of the day, at a time of day, for what is due on all notes together."""

    kind: Literal["auto-debit-tried"] = "auto-debit-tried"
    attempt: int
    at: str
    wanted_fen: int
    taken_fen: int
    card: personal.Card


class AutoDebitFailed(Fact):
    """A try that did not bring everything; `is_last` says that it was the last of the day."""

    kind: Literal["auto-debit-failed"] = "auto-debit-failed"
    attempt: int
    at: str
    short_fen: int
    reason: Literal["card-short"] = "card-short"
    is_last: bool
    card: personal.Card


class RepaymentReceived(_Receipt):
    """还款: money came in for a loan note, with where every fen of it went."""

    kind: Literal["repayment-received"] = "repayment-received"

    @model_validator(mode="before")
    @classmethod
    def _older(cls, body: Any) -> Any:
        return _as_line(body, number=body["number"]) if isinstance(body, dict) and "number" in body else body


class EarlySettlementReceived(_Receipt):
    """提前结清: the whole rest of a loan note was repaid before it was due."""

    kind: Literal["early-settlement-received"] = "early-settlement-received"
    interest_saved_fen: int
    purpose: RepaymentPurpose = RepaymentPurpose.SETTLE

    @model_validator(mode="before")
    @classmethod
    def _older(cls, body: Any) -> Any:
        return _as_line(body, number=0)


class Prepaid(Fact):
    """提前还一部分: principal repaid ahead of its day, what it saves, and how the schedule goes on."""

    kind: Literal["prepaid"] = "prepaid"
    loan_note: str
    receipt: str
    purpose: RepaymentPurpose
    principal_fen: int
    interest_fen: int
    interest_saved_fen: int
    instalments_before: int
    instalments_after: int


class Overpaid(Fact):
    """多还: more came in than was owed for; the rest goes back."""

    kind: Literal["overpaid"] = "overpaid"
    loan_note: str
    receipt: str
    excess_fen: int


class Refunded(Fact):
    """退款: what was paid too much went back to the card."""

    kind: Literal["refunded"] = "refunded"
    loan_note: str
    receipt: str
    amount_fen: int
    card: personal.Card


class RepaymentReversed(_Receipt):
    """冲正: a receipt was taken back, once; the lines are those of the receipt `receipt`.

    `is_rebooked`: the same money is booked again in the same act, because something before it changed.
    """

    kind: Literal["repayment-reversed"] = "repayment-reversed"
    reason: Literal["bounced", "mistaken", "rebooked"]

    @property
    def is_rebooked(self) -> bool:
        """Whether the same money is booked again at once."""
        return self.reason == "rebooked"


class ExtensionGranted(Fact):
    """展期: what is owed is spread anew, the next instalment so many months later."""

    kind: Literal["extension-granted"] = "extension-granted"
    loan_note: str
    months: int
    first_due_on: date


class WaiverGranted(Fact):
    """减免: penalty interest and overdue interest that need not be paid."""

    kind: Literal["waiver-granted"] = "waiver-granted"
    loan_note: str
    lines: tuple[AllocationLine, ...]

    @property
    def penalty_fen(self) -> int:
        """Penalty interest waived."""
        return sum(line.penalty_fen for line in self.lines)

    @property
    def interest_fen(self) -> int:
        """Interest waived."""
        return sum(line.interest_fen for line in self.lines)


class WaiverAdjusted(Fact):
    """What a waiver takes away became more (or, below zero, less), because something before it changed."""

    kind: Literal["waiver-adjusted"] = "waiver-adjusted"
    loan_note: str
    interest_fen: int
    penalty_fen: int


class RepaymentDayChanged(Fact):
    """还款日变更: from the next instalment on, a loan note falls due on another day of the month."""

    kind: Literal["repayment-day-changed"] = "repayment-day-changed"
    loan_note: str
    day: int
    first_due_on: date


class LoanSettled(Fact):
    """结清: nothing is owed on this loan note any more."""

    kind: Literal["loan-settled"] = "loan-settled"
    loan_note: str


class LoanReopened(Fact):
    """A settled loan note owes again, because a receipt was taken back."""

    kind: Literal["loan-reopened"] = "loan-reopened"
    loan_note: str
