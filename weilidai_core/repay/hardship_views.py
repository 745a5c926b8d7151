"""困难帮扶 as a person sees it: what can be asked for, what it would change, and what was decided."""

from dataclasses import dataclass
from datetime import date

from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.events import HardshipAsked, HardshipDecided, History, WaiverGranted
from weilidai_core.loan.account import Account
from weilidai_core.product import terms_on
from weilidai_core.repay.bill_views import due_bills
from weilidai_core.repay.hardship import open_case
from weilidai_core.repay.position import next_due_on
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Extension:
    """What so many months of extension would change: the first day anything is due, the interest it adds."""

    months: int
    first_due_on: date
    added_interest_fen: int


@dataclass(frozen=True)
class Decision:
    """The last answer to a case: the day, whether it was granted, months put off, interest and penalty waived
    in fen."""

    on: date
    is_granted: bool
    months: int
    waived_fen: int


@dataclass(frozen=True)
class HardshipView:
    """Whether a plan can be asked for, the open case, and the last decision; amounts in fen."""

    on: date
    is_owing: bool
    next_due_on: date | None
    penalty_fen: int
    options: tuple[Extension, ...]
    asked: HardshipAsked | None
    last_asked: HardshipAsked | None
    decision: Decision | None


def hardship(world: World) -> HardshipView:
    """The hardship page on the world's day."""
    history = read_history(world)
    on = day_of(history)
    notes = tuple(note for note in loan_notes_of(history) if note.settled_on is None)
    asked = [each.event for each in history if isinstance(each.event, HardshipAsked)]
    return HardshipView(
        on=on,
        is_owing=bool(notes),
        next_due_on=next_due_on(notes),
        penalty_fen=sum(bill.penalty_fen for bill in due_bills(notes, on)),
        options=tuple(
            _extension(notes, months, on) for months in range(1, terms_on(on).extension_most_months + 1)
        )
        if any(note.outstanding_fen for note in notes)
        else (),
        asked=open_case(history),
        last_asked=asked[-1] if asked else None,
        decision=_decision(history),
    )


def _decision(history: History) -> Decision | None:
    for each in reversed(history):
        if isinstance(each.event, HardshipDecided):
            waivers = (
                other.event
                for other in history
                if isinstance(other.event, WaiverGranted) and other.step == each.step
            )
            return Decision(
                on=each.on,
                is_granted=each.event.granted,
                months=each.event.months,
                waived_fen=sum(event.penalty_fen + event.interest_fen for event in waivers),
            )
    return None


def _extension(notes: tuple[LoanNote, ...], months: int, on: date) -> Extension:
    owing = tuple(note for note in notes if note.outstanding_fen)
    extended = tuple(note.extended(months, on=on) for note in owing)
    before = sum(_interest_fen(note.account(on)) for note in owing)
    return Extension(
        months=months,
        first_due_on=min(account.plan[0].due_on for account in extended),
        added_interest_fen=sum(_interest_fen(account) for account in extended) - before,
    )


def _interest_fen(account: Account) -> int:
    """All interest of a note, billed and ahead."""
    rows = (*(item.row for item in account.items), *account.plan)
    return sum(row.interest_fen for row in rows)
