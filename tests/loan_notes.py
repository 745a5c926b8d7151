"""Loan notes for tests of rules: no world, no database, any number of instalments repaid."""

from dataclasses import replace
from datetime import date

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.loan.movement import Movement, Received
from weilidai_core.words import RepaymentMethod, RepaymentPurpose

DAY = date(2026, 9, 15)


def note(
    *,
    principal_fen: int = 12_000_00,
    ppm: int = 400,
    tenor: int = 12,
    method: RepaymentMethod = RepaymentMethod.EQUAL_PRINCIPAL,
    on: date = DAY,
    paid: int = 0,
    settled_on: date | None = None,
) -> LoanNote:
    """A loan note paid out on 15 September 2026 unless told otherwise, with so many instalments repaid."""
    fresh = LoanNote("JJ", "HT", 1, principal_fen, tenor, method, ppm, on, "9999 **** 0018")
    repaid: tuple[Movement, ...] = tuple(
        Received(f"HK-{row.number}", row.due_on, row.number, row.total_fen, RepaymentPurpose.BILL)
        for row in fresh.rows[:paid]
    )
    if settled_on is not None and paid < tenor:
        repaid = (*repaid, Received("HK", settled_on, tenor + 1, 2 * principal_fen, RepaymentPurpose.SETTLE))
    return replace(fresh, movements=repaid, settled_on=settled_on)
