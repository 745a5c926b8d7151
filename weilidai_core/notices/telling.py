"""Which notice follows from which fact: the reactions of this room, each a line in the one table.

Law: every one is written on the simulated day it belongs to, also where the calendar passed several days at
once, so that going day by day and going at once tell the same.
"""

from datetime import date, timedelta

from weilidai_core.basics.rates import annual_rate_simple_ppm
from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.events import (
    ApplicationDecided,
    AutoDebitFailed,
    BureauNoticeGiven,
    DayAdvanced,
    EarlySettlementReceived,
    HardshipDecided,
    History,
    InstalmentFellDue,
    InstalmentOverdue,
    LimitFrozen,
    LimitUnfrozen,
    LoanDisbursed,
    LoanSettled,
    RepaymentReceived,
)
from weilidai_core.notices.actions import tell
from weilidai_core.repay.position import a_day_more_fen
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import Notice, Outcome
from weilidai_core.world.clock import day_of
from weilidai_core.world.doing import Doing

# How long before its due day an instalment is announced.
OVERDUE_TOLD = (2, 7, 30, 60, 90)
REMINDERS: tuple[tuple[int, Notice], ...] = ((3, Notice.DUE_IN_3_DAYS), (1, Notice.DUE_TOMORROW))


def next_reminder_day(history: History) -> date | None:
    """The next day on which an instalment is announced, so that the calendar does not pass it."""
    today = day_of(history)
    days = [
        row.due_on - timedelta(days=ahead)
        for note in loan_notes_of(history)
        if note.next_row is not None
        for row in note.rows[note.paid_count :]
        for ahead, _notice in REMINDERS
    ]
    return min((day for day in days if day > today), default=None)


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
        falling = note.latest.falling_on(due_on)
        tell(
            doing,
            notice,
            loan_note=note.number,
            on=on,
            number=row.number,
            tenor=note.tenor,
            due_on=row.due_on,
            amount_fen=falling.total_fen,
            **falling._asdict(),
        )


def tell_due(doing: Doing, due: InstalmentFellDue) -> None:
    """Reaction to a due day: what is due today, and from which card it is taken."""
    note = _note(doing, due.loan_note)
    falling = note.account(doing.on).falling_on(doing.on)
    tell(
        doing,
        Notice.DUE_TODAY,
        loan_note=note.number,
        number=due.number,
        tenor=note.tenor,
        amount_fen=falling.total_fen,
        **falling._asdict(),
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


def tell_debit_failed(doing: Doing, failed: AutoDebitFailed) -> None:
    """Reaction to a failed debit: told at the first try of a due day, while the day can still be saved."""
    due = [
        each.event
        for each in doing.history
        if isinstance(each.event, InstalmentFellDue) and each.on == doing.on
    ]
    if failed.attempt > 1 or not due:
        return
    tell(
        doing,
        Notice.AUTO_DEBIT_FAILED,
        loan_note=due[0].loan_note,
        due_on=doing.on,
        amount_fen=failed.short_fen,
    )


def tell_overdue(doing: Doing, overdue: InstalmentOverdue) -> None:
    """Reaction to a milestone of days past due: what is owed today, and what one more day costs."""
    if overdue.days_past_due not in OVERDUE_TOLD:
        return
    note = _note(doing, overdue.loan_note)
    tell(
        doing,
        Notice.OVERDUE,
        loan_note=note.number,
        due_on=overdue.due_on,
        overdue_days=overdue.days_past_due,
        amount_fen=overdue.overdue_fen - overdue.penalty_fen,
        owed_fen=overdue.overdue_fen,
        one_more_day_fen=a_day_more_fen(note, on=doing.on),
        penalty_percent=note.terms.penalty_times_percent,
    )


def tell_before_report(doing: Doing, given: BureauNoticeGiven) -> None:
    """Reaction to the notice that has to come before anything negative is reported."""
    tell(
        doing,
        Notice.BEFORE_BUREAU_REPORT,
        loan_note=given.loan_note,
        owed_fen=given.overdue_fen,
        report_on=given.reports_on,
    )


def tell_frozen(doing: Doing, _: LimitFrozen) -> None:
    """Reaction to a frozen limit: why, and what brings it back."""
    reason = sentence(N_("有逾期未还，还清就恢复。"))
    tell(doing, Notice.LIMIT_FROZEN, changed_on=doing.on, reason=reason)


def tell_unfrozen(doing: Doing, _: LimitUnfrozen) -> None:
    """Reaction to a limit that is back."""
    limit = available_limit_of(doing.history)
    if limit is not None:
        tell(doing, Notice.LIMIT_RESTORED, changed_on=doing.on, limit_fen=limit.limit_fen)


def tell_hardship(doing: Doing, decided: HardshipDecided) -> None:
    """Reaction to a decision on a hardship case: what was granted, or what is missing."""
    if not decided.granted:
        outcome = sentence(N_("现有材料看不出暂时还不上的原因。"))
        tell(doing, Notice.HARDSHIP_REFUSED, outcome=outcome)
        return
    tell(doing, Notice.HARDSHIP_GRANTED, outcome=_granted(decided))


def _granted(decided: HardshipDecided) -> Sentence:
    if not decided.months:
        return sentence(N_("逾期产生的罚息减免。"))
    both = N_("下一期推后 {months} 个月，逾期产生的罚息减免。")
    later = N_("下一期推后 {months} 个月再还。")
    return sentence(both if decided.waives_penalty else later, months=decided.months)


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
        annual_rate_ppm=annual_rate_simple_ppm(limit.daily_rate_ppm),
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
