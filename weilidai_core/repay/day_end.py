"""Time: the simulated day moves on, one day after another, with everything that follows from each day.

Law: before a day is left, what is due on it is taken from the card as the terms say; then the next day
comes, and its reactions run before anything else. Days on which nothing can happen are passed in one step,
so moving n days and then m leads to the state of moving n + m.
"""

from collections.abc import Callable
from datetime import date, timedelta

from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import DayAdvanced, History, InstalmentFellDue
from weilidai_core.repay.auto_debit import debit, tries_left
from weilidai_core.repay.booking import accrue
from weilidai_core.repay.position import due_after, position
from weilidai_core.repay.refusals import NothingOwed, NoTryLeft
from weilidai_core.sentences import N_
from weilidai_core.world.clock import day_of
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request

FARTHEST_DAYS = 3 * 366

# What may happen by itself: given a history, the first day after the present one on which it would.
Eventful = Callable[[History], date | None]


class DayNotAhead(WeilidaiError):
    """Raised when the day asked for is not after the present one."""

    code = "day-not-ahead"
    text = N_("现在是 {on}，日历只能往后走。")
    next_step = N_("想回到更早的时候，请选「从头再来」。")
    field = "day"


class DayTooFar(WeilidaiError):
    """Raised when the day asked for is further away than anything in the product."""

    code = "day-too-far"
    text = N_("一次最多往后走到 {latest_on}。")
    next_step = N_("请选近一些的日子。")
    field = "day"


class NeverOverdue(WeilidaiError):
    """Raised when the calendar is to stop at so many days past due and the card pays everything before."""

    code = "never-overdue"
    text = N_("还款卡里的钱够扣，不会逾期到 {days} 天。")
    next_step = N_("先把还款卡的模拟余额改少，再试一次。")
    field = "day"


class OverdueAlready(WeilidaiError):
    """Raised when the calendar is to stop at so many days past due and a loan note is past them already."""

    code = "overdue-already"
    text = N_("已经有借款到期 {past} 天没还，不止 {days} 天了。")
    next_step = N_("请选更多的天数，或回到更早的一步。")
    field = "day"


class AdvanceDay(Request):
    """Move the simulated day to `to_on`, through everything that happens on the way."""

    to_on: date


class AdvanceToNextDue(Request):
    """Move the simulated day to the next due day of any loan note."""


class AdvanceUntilOverdue(Request):
    """Move the simulated day on until a loan note is so many days past due."""

    days_past_due: int


class WaitForAutoDebit(Request):
    """Let the next automatic debit of today happen."""


def advance_day(doing: Doing, request: AdvanceDay) -> None:
    """Move the day. Raises `DayNotAhead`, `DayTooFar`."""
    today = doing.on
    if request.to_on <= today:
        raise DayNotAhead(on=today)
    if request.to_on > latest_day(today):
        raise DayTooFar(latest_on=latest_day(today))
    doing.until = request.to_on


def advance_to_next_due(doing: Doing, _: AdvanceToNextDue) -> None:
    """Move the day to the next due day. Raises `NothingOwed`."""
    to_on = due_after(loan_notes_of(doing.history), on=doing.on)
    if to_on is None:
        raise NothingOwed
    doing.until = to_on


def advance_until_overdue(doing: Doing, request: AdvanceUntilOverdue) -> None:
    """Move the day on until a note is so many days past due.

    Raises `NothingOwed`, `OverdueAlready`, `NeverOverdue`.
    """
    if not any(note.settled_on is None for note in loan_notes_of(doing.history)):
        raise NothingOwed
    past = most_days_past_due(doing.history)
    if past >= request.days_past_due:
        raise OverdueAlready(past=past, days=request.days_past_due)
    doing.until = latest_day(doing.on)
    doing.stops = lambda history: most_days_past_due(history) >= request.days_past_due
    doing.must_stop = NeverOverdue(days=request.days_past_due)


def wait_for_auto_debit(doing: Doing, _: WaitForAutoDebit) -> None:
    """Run today's next automatic debit. Raises `NoTryLeft`."""
    left = tries_left(doing.history)
    if not left:
        raise NoTryLeft
    debit(doing, left[0])


def next_day(doing: Doing, eventful: tuple[Eventful, ...]) -> bool:
    """Take the calendar one step on: end the day, or begin the next on which something may happen.

    Whether there is more to do. Raises the act's own refusal where it never came to the stop it was to make.
    """
    if doing.until is None or (doing.stops is not None and doing.stops(doing.history)):
        return False
    today = doing.on
    if today >= doing.until:
        if doing.must_stop is not None:
            raise doing.must_stop
        return False
    left = tries_left(doing.history)
    if left:
        debit(doing, left[0])
        return True
    days = [day for each in eventful if (day := each(doing.history)) is not None and day > today]
    doing.record(DayAdvanced(from_on=today, to_on=min([doing.until, *days])))
    return True


def latest_day(today: date) -> date:
    """The furthest day that the calendar can be moved to in one go."""
    return min(today, date.max - timedelta(days=FARTHEST_DAYS)) + timedelta(days=FARTHEST_DAYS)


def most_days_past_due(history: History) -> int:
    """Days past due of the note that has been overdue longest."""
    on = day_of(history)
    return max((position(note, on=on).days_past_due for note in loan_notes_of(history)), default=0)


def next_due_day(history: History) -> date | None:
    """The next day on which an instalment falls due."""
    return due_after(loan_notes_of(history), on=day_of(history))


def tomorrow_while_unpaid(history: History) -> date | None:
    """Tomorrow, while anything that is due is unpaid: each day is tried, counted and told."""
    on = day_of(history)
    unpaid = any(position(note, on=on).due_fen for note in loan_notes_of(history))
    return on + timedelta(days=1) if unpaid else None


def let_instalments_fall_due(doing: Doing, advanced: DayAdvanced) -> None:
    """Reaction to a new day: the interest of every instalment whose day has come is booked, and it is due."""
    for note in loan_notes_of(doing.history):
        rows = [row for row in note.account(advanced.to_on).rows if row.due_on == advanced.to_on]
        due = [item.row for item in position(note, on=advanced.to_on).due_items]
        for row in rows:
            if row in due:
                accrue(doing, note.number)
                doing.record(
                    InstalmentFellDue(loan_note=note.number, number=row.number, total_fen=row.total_fen)
                )
