"""提前还一部分: what is possible on a day, and what it would change. Pure.

Rule: from the day after the payout on, without a fee, once nothing that is due is unpaid. The interest to the
day comes first, the rest is principal; then either the tenor stays and each instalment shrinks, or the
instalment stays and the loan ends sooner.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from weilidai_core.borrow.loan_note import AFTER_ALL, LoanNote
from weilidai_core.loan.movement import Received
from weilidai_core.loan.replay import account
from weilidai_core.quote.schedule import Row
from weilidai_core.repay.position import position
from weilidai_core.repay.refusals import (
    AlreadyRepaid,
    DueFirst,
    NoInstalmentToKeep,
    PrepaymentOutside,
    TooEarlyToPrepay,
)
from weilidai_core.words import RepaymentMethod, RepaymentPurpose

WAYS = (RepaymentPurpose.KEEP_TENOR, RepaymentPurpose.KEEP_INSTALMENT)


@dataclass(frozen=True)
class Prepayment:
    """What a part prepayment would do, in fen; the plans are the instalments ahead, before and after."""

    principal_fen: int
    interest_fen: int
    saved_fen: int
    before: tuple[Row, ...]
    after: tuple[Row, ...]


def ways_of(note: LoanNote) -> tuple[RepaymentPurpose, ...]:
    """The ways in which a part of a note can be repaid ahead; interest first has no instalment to keep."""
    return WAYS[:1] if note.method is RepaymentMethod.INTEREST_FIRST else WAYS


def check_open(note: LoanNote, *, on: date) -> None:
    """Refuse a note of which nothing can be repaid ahead on a day.

    Raises `AlreadyRepaid`, `TooEarlyToPrepay`, `DueFirst`.
    """
    now = position(note, on=on)
    if note.settled_on is not None or not now.owed_fen:
        raise AlreadyRepaid
    first_on = note.interest_from + timedelta(days=1)
    if on < first_on:
        raise TooEarlyToPrepay(first_on=first_on)
    if now.due_fen:
        raise DueFirst(due_fen=now.due_fen)


def check_prepayment(note: LoanNote, *, amount_fen: int, purpose: RepaymentPurpose, on: date) -> None:
    """Refuse a part prepayment that is not possible.

    Raises the refusals of `check_open`, `NoInstalmentToKeep`, `PrepaymentOutside`.
    """
    check_open(note, on=on)
    if purpose is RepaymentPurpose.KEEP_INSTALMENT and purpose not in ways_of(note):
        raise NoInstalmentToKeep
    least, most = room_of(note, on=on)
    if purpose not in WAYS or not least < amount_fen < most:
        raise PrepaymentOutside(interest_fen=least, owed_fen=most)


def room_of(note: LoanNote, *, on: date) -> tuple[int, int]:
    """What a part prepayment must be more than (the interest to the day) and less than (all that is owed)."""
    now = position(note, on=on)
    return now.owed_fen - now.outstanding_fen, now.owed_fen


def prepayment(note: LoanNote, *, amount_fen: int, purpose: RepaymentPurpose, on: date) -> Prepayment:
    """What a part prepayment would do. Raises the refusals of `check_prepayment`."""
    check_prepayment(note, amount_fen=amount_fen, purpose=purpose, on=on)
    trial = Received("", on, AFTER_ALL, amount_fen, purpose)
    after = account(note.terms, (*note.movements, trial), on)
    booked = after.booked[""]
    return Prepayment(
        principal_fen=booked.principal_ahead_fen,
        interest_fen=amount_fen - booked.principal_ahead_fen,
        saved_fen=booked.interest_saved_fen,
        before=position(note, on=on).account.plan,
        after=after.plan,
    )
