"""逾期: what being overdue brings: milestones, the bureau's notice and report, the frozen limit."""

from weilidai_core.borrow.available_limit import is_frozen
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import (
    BureauNoticeGiven,
    BureauReported,
    Fact,
    InstalmentOverdue,
    LimitFrozen,
    LimitUnfrozen,
)
from weilidai_core.product import terms_on
from weilidai_core.repay.booking import accrue
from weilidai_core.repay.position import Position, position
from weilidai_core.words import Component
from weilidai_core.world.doing import Doing


def note_overdue(doing: Doing, _: Fact) -> None:
    """Reaction to a new day: each overdue note that reached a milestone, and what the bureau is told."""
    terms = terms_on(doing.on)
    for note in loan_notes_of(doing.history):
        now = position(note, on=doing.on)
        days = now.days_past_due
        if not days:
            continue
        if days in terms.overdue_milestones:
            accrue(doing, note.number)
            oldest = now.due_items[0]
            doing.record(
                InstalmentOverdue(
                    loan_note=note.number,
                    number=oldest.number,
                    due_on=oldest.payable_on,
                    days_past_due=days,
                    overdue_fen=now.overdue_fen,
                    penalty_fen=now.account.unpaid_fen(Component.PENALTY),
                )
            )
        _tell_the_bureau(doing, now)


def freeze_or_unfreeze(doing: Doing, _: Fact) -> None:
    """Reaction to a new day and to what is repaid: the limit is frozen while anything is overdue."""
    overdue = any(position(note, on=doing.on).is_overdue for note in loan_notes_of(doing.history))
    if overdue and not is_frozen(doing.history):
        doing.record(LimitFrozen())
    elif not overdue and is_frozen(doing.history):
        doing.record(LimitUnfrozen())


def report_cured(doing: Doing, _: Fact) -> None:
    """Reaction to what is repaid: a note that was reported and is overdue no more is reported as such."""
    for note in loan_notes_of(doing.history):
        reports = [
            each.event
            for each in doing.history
            if isinstance(each.event, BureauReported) and each.event.loan_note == note.number
        ]
        if reports and reports[-1].days_past_due and not position(note, on=doing.on).days_past_due:
            doing.record(BureauReported(loan_note=note.number, days_past_due=0, overdue_fen=0))


def _tell_the_bureau(doing: Doing, now: Position) -> None:
    """Tell the person first, report only afterwards (征信业管理条例, art. 15)."""
    terms, days = terms_on(doing.on), now.days_past_due
    note = now.note.number
    if days == terms.bureau_notice_days:
        reports_on = now.due_items[0].payable_on.toordinal() + terms.bureau_report_days
        doing.record(
            BureauNoticeGiven(
                loan_note=note,
                days_past_due=days,
                overdue_fen=now.overdue_fen,
                reports_on=doing.on.fromordinal(reports_on),
            )
        )
    elif days == terms.bureau_report_days:
        doing.record(BureauReported(loan_note=note, days_past_due=days, overdue_fen=now.overdue_fen))
