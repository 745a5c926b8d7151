"""还款日变更: the instalments still ahead fall due on another day of the month; its effect is shown first."""

from dataclasses import dataclass, replace
from datetime import date

from weilidai_core.borrow.loan_note import AFTER_ALL, LoanNote, loan_notes_of
from weilidai_core.events import History, RepaymentDayChanged
from weilidai_core.loan.movement import DayMoved
from weilidai_core.product import terms_on
from weilidai_core.repay.bill import billed_fen
from weilidai_core.repay.booking import accrue
from weilidai_core.repay.refusals import NothingOwed, NotWhileDue, RepaymentDayOutside
from weilidai_core.world.clock import day_of
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request


class ChangeRepaymentDay(Request):
    """Let every open loan note fall due on this day of the month from its next instalment on."""

    day: int


@dataclass(frozen=True)
class DayEffect:
    """What another repayment day does to one note: its next due day, its bill, all interest ahead, in fen."""

    loan_note: str
    due_before_on: date
    due_after_on: date
    next_before_fen: int
    next_after_fen: int
    interest_before_fen: int
    interest_after_fen: int


def change_repayment_day(doing: Doing, request: ChangeRepaymentDay) -> None:
    """Move the repayment day. Raises `NothingOwed`, `NotWhileDue`, `RepaymentDayOutside`."""
    for effect in effects(doing.history, request.day):
        accrue(doing, effect.loan_note)
        doing.record(
            RepaymentDayChanged(loan_note=effect.loan_note, day=request.day, first_due_on=effect.due_after_on)
        )


def effects(history: History, day: int) -> tuple[DayEffect, ...]:
    """What it does to every open note. Raises `NothingOwed`, `NotWhileDue`, `RepaymentDayOutside`."""
    on = day_of(history)
    notes = tuple(note for note in loan_notes_of(history) if note.account(on).plan)
    if not notes:
        raise NothingOwed
    if due := billed_fen(loan_notes_of(history), on=on):
        raise NotWhileDue(due_fen=due)
    offered = terms_on(on).repayment_days
    if day not in offered or all(note.account(on).plan[0].due_on.day == day for note in notes):
        raise RepaymentDayOutside(first=offered[0], last=offered[-1])
    return tuple(_effect(note, day, on=on) for note in notes)


def _effect(note: LoanNote, day: int, *, on: date) -> DayEffect:
    moved = replace(note, movements=(*note.movements, DayMoved(on, AFTER_ALL, day)))
    before, after = note.account(on).plan, moved.account(on).plan
    return DayEffect(
        loan_note=note.number,
        due_before_on=before[0].due_on,
        due_after_on=after[0].due_on,
        next_before_fen=before[0].total_fen,
        next_after_fen=after[0].total_fen,
        interest_before_fen=sum(row.interest_fen for row in before),
        interest_after_fen=sum(row.interest_fen for row in after),
    )
