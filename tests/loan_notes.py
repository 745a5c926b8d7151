"""Loan notes for tests of rules: no world, no database, any number of instalments repaid."""

from datetime import date

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.events import EarlySettlementReceived, RepaymentReceived
from weilidai_core.words import RepaymentMethod

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
    repaid = tuple(
        RepaymentReceived(
            loan_note="JJ",
            number=row.number,
            principal_fen=row.principal_fen,
            interest_fen=row.interest_fen,
            card="",
        )
        for row in fresh.rows[:paid]
    )
    early = None
    if settled_on is not None and paid < tenor:
        rest = principal_fen - sum(each.principal_fen for each in repaid)
        early = EarlySettlementReceived(
            loan_note="JJ", principal_fen=rest, interest_fen=0, interest_saved_fen=0, card=""
        )
    return LoanNote(
        "JJ", "HT", 1, principal_fen, tenor, method, ppm, on, "9999 **** 0018", repaid, early, settled_on
    )
