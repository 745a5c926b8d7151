"""Which notice follows from which fact: the reactions of this room, each a line in the one table.

Law: every one is written on the simulated day it belongs to, also where the calendar passed several days at
once, so that going day by day and going at once tell the same.
"""

from datetime import date, timedelta

from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.events import (
    ApplicationDecided,
    DayAdvanced,
    EarlySettlementReceived,
    InstalmentFellDue,
    LoanDisbursed,
    LoanSettled,
    RepaymentReceived,
)
from weilidai_core.notices.actions import tell
from weilidai_core.words import Notice, Outcome
from weilidai_core.world.doing import Doing

# How long before its due day an instalment is announced.
REMINDERS: tuple[tuple[int, Notice], ...] = ((3, Notice.DUE_IN_3_DAYS), (1, Notice.DUE_TOMORROW))


def remind_ahead(doing: Doing, advanced: DayAdvanced) -> None:
    """Reaction to a new day: an instalment that is three days or one day ahead is announced."""
    notes = [note for note in loan_notes_of(doing.history) if note.next_row is not None]
    passed = (advanced.to_on - advanced.from_on).days if notes else 0
    for day in (advanced.from_on + timedelta(days=count + 1) for count in range(passed)):
        for note in notes:
            for ahead, notice in REMINDERS:
                _announce(doing, note, due_in=ahead, notice=notice, on=day)


def _announce(doing: Doing, note: LoanNote, *, due_in: int, notice: Notice, on: date) -> None:
    due_on = on + timedelta(days=due_in)
    row = next((row for row in note.rows[note.paid_count :] if row.due_on == due_on), None)
    if row is not None:
        tell(
            doing,
            notice,
            loan_note=note.number,
            on=on,
            number=row.number,
            tenor=note.tenor,
            due_on=row.due_on,
            amount_fen=row.total_fen,
            principal_fen=row.principal_fen,
            interest_fen=row.interest_fen,
        )


def tell_due(doing: Doing, due: InstalmentFellDue) -> None:
    """Reaction to a due day: what is due today, and from which card it is taken."""
    note = _note(doing, due.loan_note)
    row = next(row for row in note.rows if row.number == due.number)
    tell(
        doing,
        Notice.DUE_TODAY,
        loan_note=note.number,
        number=row.number,
        tenor=note.tenor,
        amount_fen=due.total_fen,
        principal_fen=row.principal_fen,
        interest_fen=row.interest_fen,
    )


def tell_received(doing: Doing, received: RepaymentReceived | EarlySettlementReceived) -> None:
    """Reaction to money that came in: how it was split, and what is left; once, also if booked anew."""
    if received.replaces:
        return
    tell(
        doing,
        Notice.REPAYMENT_RECEIVED,
        loan_note=received.loan_note,
        paid_on=doing.on,
        amount_fen=received.amount_fen,
        principal_fen=received.principal_fen,
        interest_fen=received.interest_fen,
        penalty_fen=received.penalty_fen,
        outstanding_fen=_note(doing, received.loan_note).outstanding_fen,
    )


def tell_settled(doing: Doing, settled: LoanSettled) -> None:
    """Reaction to a settlement: nothing is owed on this note any more."""
    tell(doing, Notice.SETTLED, loan_note=settled.loan_note, paid_on=doing.on)


def tell_decided(doing: Doing, decided: ApplicationDecided) -> None:
    """Reaction to a review: the limit with its annual rate, or where the reasons against it are."""
    limit = available_limit_of(doing.history)
    if decided.outcome is Outcome.DECLINED or limit is None:
        tell(doing, Notice.REVIEW_DECLINED)
        return
    tell(
        doing,
        Notice.REVIEW_PASSED,
        limit_fen=limit.limit_fen,
        annual_rate_ppm=limit.daily_rate_ppm * 360,
    )


def tell_disbursed(doing: Doing, paid_out: LoanDisbursed) -> None:
    """Reaction to a payout: the amount, its annual rate, and the first instalment."""
    note = _note(doing, paid_out.loan_note)
    first = note.rows[0]
    tell(
        doing,
        Notice.LOAN_DISBURSED,
        loan_note=note.number,
        amount_fen=note.principal_fen,
        annual_rate_ppm=note.quote.cost.annual_rate_simple_360_ppm,
        tenor=note.tenor,
        due_on=first.due_on,
        first_fen=first.total_fen,
    )


def _note(doing: Doing, number: str) -> LoanNote:
    return next(note for note in loan_notes_of(doing.history) if note.number == number)
