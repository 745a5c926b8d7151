"""What early settlement and its receipt show: what is owed today, how it is made up, what it saves."""

from dataclasses import dataclass
from datetime import date, timedelta

from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.repay.bill_views import receipts_of
from weilidai_core.repay.payment_views import chosen_note
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.settle.early_settlement import EarlySettlement, early_settlement, first_settlement_on
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class SettlementView:
    """What settles a note today (None on the payout day), and `first_on`, the first day on which it can."""

    note: LoanNote
    bank: Sentence
    on: date
    owed: EarlySettlement | None
    first_on: date
    interest_reckoning: Sentence | None
    planned_interest_fen: int


@dataclass(frozen=True)
class SettledView:
    """A settled note: when, what came in all in all, and what early settlement saved."""

    note: LoanNote
    settled_on: date
    bank: Sentence
    is_early: bool
    instalments_repaid: int
    last_repaid_on: date | None
    interest_fen: int
    total_fen: int
    saved_fen: int
    available_fen: int


def settlement(world: World, *, number: str = "") -> SettlementView:
    """The early settlement of a note (see `chosen_note`) today. Raises `NoSuchLoanNote`."""
    history = read_history(world)
    on, note = day_of(history), chosen_note(history, number)
    first_on = first_settlement_on(note)
    owed = early_settlement(note, on=on) if note.settled_on is None and on >= first_on else None
    return SettlementView(
        note=note,
        bank=sentence(profile_of(history).person.bank_name),
        on=on,
        owed=owed,
        first_on=first_on,
        interest_reckoning=_reckoning(note, owed) if owed else None,
        planned_interest_fen=owed.interest_fen + owed.saved_fen if owed else 0,
    )


def _reckoning(note: LoanNote, owed: EarlySettlement) -> Sentence:
    return sentence(
        N_("{balance_fen} × {daily_rate_ppm} × {days} 天 = {interest_fen}。从 {from_on} 算起，今天不计。"),
        balance_fen=owed.principal_fen,
        daily_rate_ppm=note.daily_rate_ppm,
        days=owed.interest_days,
        interest_fen=owed.interest_fen,
        from_on=owed.on - timedelta(days=owed.interest_days),
    )


def settled(world: World, *, number: str = "") -> SettledView | None:
    """The receipt of a settled note, the latest one where none is named; None where it is not settled."""
    history = read_history(world)
    limit = available_limit_of(history)
    notes = [note for note in loan_notes_of(history) if note.settled_on and number in ("", note.number)]
    if not notes:
        return None
    note = max(notes, key=lambda each: each.settled_on or date.min)
    mine = [receipt for receipt in receipts_of(history) if receipt.loan_note == note.number]
    return SettledView(
        note=note,
        settled_on=note.settled_on or day_of(history),
        bank=sentence(profile_of(history).person.bank_name),
        is_early=note.settled_ahead,
        instalments_repaid=note.paid_count,
        last_repaid_on=note.paid_items[-1].row.due_on if note.paid_items else None,
        interest_fen=sum(receipt.interest_fen for receipt in mine),
        total_fen=sum(receipt.total_fen for receipt in mine),
        saved_fen=note.interest_saved_fen,
        available_fen=limit.available_fen if limit else 0,
    )
