"""困难帮扶: somebody who cannot pay asks for a plan: an extension, and the penalty waived."""

from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.events import (
    ExtensionGranted,
    HardshipAsked,
    HardshipDecided,
    History,
    WaiverGranted,
)
from weilidai_core.loan.allocation import waive
from weilidai_core.product import terms_on
from weilidai_core.repay.booking import accrue, lines_of, note_named
from weilidai_core.repay.refusals import (
    HardshipMonthsOutside,
    HardshipUnderWay,
    NoHardshipCase,
    NothingOwed,
)
from weilidai_core.words import Component, HardshipReason
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request


class AskHardship(Request):
    """困难申请: ask that the next instalment come so many months later, and say why."""

    reason: HardshipReason
    months: int


class DecideHardship(Request):
    """Decide an open case: granted for so many months, with the penalty waived or not; or refused."""

    case: int
    granted: bool
    months: int = 0
    waives_penalty: bool = False


def open_case(history: History) -> HardshipAsked | None:
    """The hardship case that is not decided yet, or None."""
    for each in reversed(history):
        if isinstance(each.event, HardshipDecided):
            return None
        if isinstance(each.event, HardshipAsked):
            return each.event
    return None


def ask_hardship(doing: Doing, request: AskHardship) -> None:
    """Ask for a plan. Raises `NothingOwed`, `HardshipUnderWay`, `HardshipMonthsOutside`."""
    if not _open_notes(doing.history):
        raise NothingOwed
    if open_case(doing.history) is not None:
        raise HardshipUnderWay
    _check_months(doing, request.months, least=1)
    cases = sum(isinstance(each.event, HardshipAsked) for each in doing.history)
    doing.record(HardshipAsked(case=cases + 1, reason=request.reason, months=request.months))


def decide_hardship(doing: Doing, request: DecideHardship) -> None:
    """Decide a case, with effect at once. Raises `NoHardshipCase`, `HardshipMonthsOutside`."""
    asked = open_case(doing.history)
    if asked is None or asked.case != request.case:
        raise NoHardshipCase
    if not request.granted:
        doing.record(HardshipDecided(case=request.case, granted=False))
        return
    _check_months(doing, request.months, least=0 if request.waives_penalty else 1)
    doing.record(
        HardshipDecided(
            case=request.case,
            granted=True,
            months=request.months,
            waives_penalty=request.waives_penalty,
        )
    )
    for note in _open_notes(doing.history):
        accrue(doing, note.number)
        if request.waives_penalty:
            _waive(doing, note)
        if request.months:
            _extend(doing, note.number, request.months)


def _waive(doing: Doing, note: LoanNote) -> None:
    now = note.account(doing.on)
    lines = waive(now.unpaid_fen(Component.PENALTY), 0, now.items).lines
    if lines:
        doing.record(WaiverGranted(loan_note=note.number, lines=lines_of(lines)))


def _extend(doing: Doing, number: str, months: int) -> None:
    """Spread a note anew, if principal is still owed on it."""
    note = note_named(doing, number)
    if not note.outstanding_fen:
        return
    first = note.extended(months, on=doing.on).plan[0].due_on
    doing.record(ExtensionGranted(loan_note=number, months=months, first_due_on=first))
    accrue(doing, number)


def _open_notes(history: History) -> tuple[LoanNote, ...]:
    return tuple(note for note in loan_notes_of(history) if note.settled_on is None)


def _check_months(doing: Doing, months: int, *, least: int) -> None:
    most = terms_on(doing.on).extension_most_months
    if not least <= months <= most:
        raise HardshipMonthsOutside(most=most)
