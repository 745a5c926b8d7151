"""What happens to a loan after it was paid out, for scenarios: each one act or a few, through `act`."""

from collections.abc import Callable
from datetime import timedelta

from weilidai_core.borrow.actions import ChoosePlan
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import HardshipAsked
from weilidai_core.repay.actions import FundCard, PrepayPart, Repay
from weilidai_core.repay.bill import billed_fen
from weilidai_core.repay.booking import active_receipts
from weilidai_core.repay.correcting import ReverseRepayment
from weilidai_core.repay.day_end import AdvanceDay, AdvanceToNextDue, AdvanceUntilOverdue, WaitForAutoDebit
from weilidai_core.repay.hardship import AskHardship, DecideHardship
from weilidai_core.repay.position import position
from weilidai_core.scenarios.walking import Walk, draw_down
from weilidai_core.words import HardshipReason, RepaymentMethod, RepaymentPurpose
from weilidai_core.world.views import read_history, today

Happening = Callable[[Walk], None]


def bill_due(walking: Walk) -> None:
    """The next bill's day has come."""
    walking.do(AdvanceToNextDue())


def bill_paid(walking: Walk) -> None:
    """What is due was paid by hand."""
    notes = loan_notes_of(read_history(walking.world))
    walking.do(Repay(amount_fen=billed_fen(notes, on=today(walking.world))))


def auto_debit(walking: Walk) -> None:
    """The next automatic debit of the day was tried."""
    walking.do(WaitForAutoDebit())


def days_pass(days: int) -> Happening:
    """So many days have passed."""
    return lambda walking: walking.do(AdvanceDay(to_on=today(walking.world) + timedelta(days=days)))


def card_holds(balance_fen: int) -> Happening:
    """The repayment card holds so much, in fen."""
    return lambda walking: walking.do(FundCard(balance_fen=balance_fen))


def overdue(days: int) -> tuple[Happening, ...]:
    """The card is empty, and the loan so many days past due."""
    return card_holds(0), lambda walking: walking.do(AdvanceUntilOverdue(days_past_due=days))


def prepaid(purpose: RepaymentPurpose, *, principal_fen: int) -> Happening:
    """So much principal of the first loan was repaid ahead, with the interest to the day."""

    def happening(walking: Walk) -> None:
        note = loan_notes_of(read_history(walking.world))[0]
        now = position(note, on=today(walking.world))
        amount = principal_fen + now.owed_fen - now.outstanding_fen
        walking.do(PrepayPart(loan_note=note.number, amount_fen=amount, purpose=purpose))

    return happening


def second_loan(amount_fen: int, *, tenor: int) -> Happening:
    """Another loan was drawn."""

    def happening(walking: Walk) -> None:
        plan = ChoosePlan(amount_fen=amount_fen, tenor=tenor, method=RepaymentMethod.EQUAL_INSTALMENT)
        draw_down(walking, plan)

    return happening


def hardship_asked(walking: Walk) -> None:
    """A hardship plan was asked for."""
    walking.do(AskHardship(reason=HardshipReason.INCOME_LOST, months=2))


def hardship_granted(walking: Walk) -> None:
    """It was granted, with the penalty waived."""
    asked = [each.event for each in read_history(walking.world) if isinstance(each.event, HardshipAsked)][-1]
    walking.do(DecideHardship(case=asked.case, granted=True, months=asked.months, waives_penalty=True))


def last_receipt_reversed(walking: Walk) -> None:
    """The latest repayment was returned by the bank."""
    receipt = active_receipts(read_history(walking.world))[-1]
    walking.do(ReverseRepayment(receipt=receipt.number))
