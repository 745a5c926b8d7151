"""逾期: how late, what it has cost, what one more day costs, what comes next; and the way out."""

from dataclasses import dataclass
from datetime import date, timedelta

from weilidai_core.basics.rates import annual_rate_simple_ppm
from weilidai_core.borrow.available_limit import is_frozen
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.events import BureauNoticeGiven, BureauReported
from weilidai_core.product import terms_on
from weilidai_core.repay.bill_views import Bill, due_bills
from weilidai_core.repay.position import position
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World

DAYS_AHEAD = 90


@dataclass(frozen=True)
class OverdueView:
    """Being overdue on the world's day; amounts in fen, rates in ppm.

    `waiting_fen` is the penalty in all if nothing is paid for 0, 1, 2 … more days.
    """

    on: date
    bills: tuple[Bill, ...]
    days_past_due: int
    overdue_fen: int
    penalty_fen: int
    tomorrow_fen: int
    waiting_fen: tuple[int, ...]
    is_in_grace: bool
    grace_days: int
    due_on: date
    penalty_from: date
    notice_on: date
    report_on: date
    is_noticed: bool
    is_reported: bool
    is_frozen: bool
    daily_rate_ppm: int
    penalty_daily_rate_ppm: int
    reckoning: Sentence

    @property
    def penalty_annual_rate_ppm(self) -> int:
        """The penalty's simple annual rate (daily rate × 360) in ppm."""
        return annual_rate_simple_ppm(self.penalty_daily_rate_ppm)


def overdue(world: World) -> OverdueView | None:
    """Where someone stands who is overdue; None where nothing is."""
    history = read_history(world)
    on, notes = day_of(history), loan_notes_of(history)
    bills = tuple(bill for bill in due_bills(notes, on) if bill.days_past_due)
    if not bills:
        return None
    terms = terms_on(on)
    behind = tuple(note for note in notes if position(note, on=on).days_past_due)
    waiting = tuple(_penalty(behind, on + timedelta(days=ahead)) for ahead in range(DAYS_AHEAD + 1))
    oldest, rate = bills[0], behind[0].daily_rate_ppm
    told = [each.event for each in history if isinstance(each.event, BureauNoticeGiven | BureauReported)]
    mine = [event for event in told if event.loan_note == oldest.loan_note and event.days_past_due]
    return OverdueView(
        on=on,
        bills=bills,
        days_past_due=oldest.days_past_due,
        overdue_fen=sum(bill.total_fen for bill in bills),
        penalty_fen=waiting[0],
        tomorrow_fen=waiting[1] - waiting[0],
        waiting_fen=waiting,
        is_in_grace=oldest.days_past_due <= terms.grace_days,
        grace_days=terms.grace_days,
        due_on=oldest.due_on,
        penalty_from=oldest.due_on + timedelta(days=terms.grace_days + 1),
        notice_on=oldest.due_on + timedelta(days=terms.bureau_notice_days),
        report_on=oldest.due_on + timedelta(days=terms.bureau_report_days),
        is_noticed=any(isinstance(event, BureauNoticeGiven) for event in mine),
        is_reported=any(isinstance(event, BureauReported) for event in mine),
        is_frozen=is_frozen(history),
        daily_rate_ppm=rate,
        penalty_daily_rate_ppm=rate * terms.penalty_times_percent // 100,
        reckoning=_reckoning(terms.grace_days),
    )


def _penalty(notes: tuple[LoanNote, ...], on: date) -> int:
    return sum(position(note, on=on).penalty_to_day_fen for note in notes)


def _reckoning(grace_days: int) -> Sentence:
    return sentence(
        N_(
            "罚息 = 逾期本金 × 日利率 × 1.5 × 逾期天数，不计复利。"
            "宽限 {grace_days} 天内还清不收；过了宽限期，从应还日算起。"
        ),
        grace_days=grace_days,
    )
