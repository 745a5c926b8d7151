"""Time: the simulated day moves on, and stops on any day on which an instalment falls due.

A day with an unpaid instalment is not left: in this product's present scope every loan is repaid on
time or early, so the calendar waits for the repayment instead of inventing what lateness costs.
"""

from datetime import date, timedelta

from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import DayAdvanced, InstalmentFellDue
from weilidai_core.repay.position import next_due_on, position
from weilidai_core.sentences import N_
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request

FARTHEST_DAYS = 3 * 366


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


class InstalmentDueToday(WeilidaiError):
    """Raised when the day cannot move on because an instalment is due and not repaid."""

    code = "instalment-due-today"
    text = N_("今天 {on} 有一期账单到期，应还 {total_fen}。日历会等您还完再往后走。")
    next_step = N_("请到账单里还款，或提前结清。")
    field = "day"


class AdvanceDay(Request):
    """Move the simulated day to `to_on`, or to the first due day on the way."""

    to_on: date


def advance_day(doing: Doing, request: AdvanceDay) -> None:
    """Move the day. Raises `DayNotAhead`, `DayTooFar`, `InstalmentDueToday`."""
    today = doing.on
    if request.to_on <= today:
        raise DayNotAhead(on=today)
    if request.to_on > latest_day(today):
        raise DayTooFar(latest_on=latest_day(today))
    due_on = next_due_on(loan_notes_of(doing.history))
    if due_on is not None and due_on <= today:
        raise InstalmentDueToday(on=today, total_fen=_due_today_fen(doing))
    to_on = min(request.to_on, due_on) if due_on is not None else request.to_on
    doing.record(DayAdvanced(from_on=today, to_on=to_on))


def latest_day(today: date) -> date:
    """The furthest day that the calendar can be moved to in one go."""
    return today + timedelta(days=FARTHEST_DAYS)


def let_instalments_fall_due(doing: Doing, advanced: DayAdvanced) -> None:
    """Reaction to a new day: every instalment whose day has come is noted as due."""
    for note in loan_notes_of(doing.history):
        row = position(note, on=advanced.to_on).due_row
        if row is not None:
            doing.record(InstalmentFellDue(loan_note=note.number, number=row.number, total_fen=row.total_fen))


def _due_today_fen(doing: Doing) -> int:
    due = (position(note, on=doing.on).due_row for note in loan_notes_of(doing.history))
    return sum(row.total_fen for row in due if row is not None)
