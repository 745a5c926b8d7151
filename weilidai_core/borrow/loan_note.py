"""借据: every loan note of a history, folded from its events. Pure; nothing here is stored.

A note itself, with its terms and what it owes, is `borrow.note`; here is what each event does to it.
"""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from weilidai_core.borrow.note import AFTER_ALL, LoanNote
from weilidai_core.events import (
    EarlySettlementReceived,
    ExtensionGranted,
    History,
    InterestAccrued,
    LoanDisbursed,
    LoanReopened,
    LoanSettled,
    PenaltyAccrued,
    Recorded,
    Refunded,
    RepaymentCardChanged,
    RepaymentDayChanged,
    RepaymentReceived,
    RepaymentReversed,
    WaiverAdjusted,
    WaiverGranted,
)
from weilidai_core.events.made_of import MadeOf
from weilidai_core.loan.movement import DayMoved, Extended, Movement, Received, Waived
from weilidai_core.world.happened import happened

__all__ = ["AFTER_ALL", "LoanNote", "Receipt", "ReceiptEvent", "loan_notes_of", "receipts_booked"]

# Notes by number, and the card a later payout takes; a day that follows a day folds only what is new.
_NOTES: MadeOf[tuple[dict[str, LoanNote], str]] = MadeOf()

ReceiptEvent = RepaymentReceived | EarlySettlementReceived


class Receipt(NamedTuple):
    """A receipt in its place: its number, the day it was booked on, and what it says."""

    number: str
    on: date
    event: ReceiptEvent

    @property
    def value_on(self) -> date:
        """The day its money counts from."""
        return self.event.value_on or self.on


def loan_notes_of(history: History) -> tuple[LoanNote, ...]:
    """Every loan note in the order of payout."""
    if not history:
        return ()
    notes, card, done = _folded_before(history)
    for each in history[done:]:
        event = each.event
        if isinstance(event, LoanDisbursed):
            fields = event.model_dump(exclude={"kind", "loan_note"})
            note = LoanNote(number=event.loan_note, **fields)
            notes[event.loan_note] = replace(note, card=card) if card else note
        elif isinstance(event, RepaymentCardChanged):
            card = event.card
            notes = {number: replace(note, card=card) for number, note in notes.items()}
        elif type(event) in _FOLDING:
            notes[event.loan_note] = _folded(notes[event.loan_note], each)  # type: ignore[union-attr]
    _NOTES.keep(history, (dict(notes), card))
    return tuple(notes.values())


def _folded_before(history: History) -> tuple[dict[str, LoanNote], str, int]:
    """The notes of a beginning of the history that is known already, and how long that is."""
    made = _NOTES.of(history)
    if made is None or len(made.history) > len(history):
        return {}, "", 0
    notes, card = made.value
    return dict(notes), card, len(made.history)


def receipts_booked(history: History) -> tuple[Receipt, ...]:
    """Every receipt, oldest first; one of an older history has no number, and is known by its place."""
    return tuple(
        Receipt(each.event.receipt or f"#{each.seq}", each.on, each.event)
        for each in happened(history, RepaymentReceived, EarlySettlementReceived)
        if isinstance(each.event, ReceiptEvent)
    )


_FOLDING = {
    RepaymentReceived,
    EarlySettlementReceived,
    RepaymentReversed,
    Refunded,
    WaiverGranted,
    WaiverAdjusted,
    ExtensionGranted,
    RepaymentDayChanged,
    InterestAccrued,
    PenaltyAccrued,
    LoanSettled,
    LoanReopened,
}


def _folded(note: LoanNote, each: Recorded) -> LoanNote:
    """The note after one more event of its own."""
    match each.event:
        case RepaymentReceived() | EarlySettlementReceived() as receipt:
            return _received(note, receipt, each)
        case RepaymentReversed() as taken_back:
            kept = (one for one in note.movements if not _is(one, taken_back.receipt))
            return replace(note, movements=tuple(kept))
        case Refunded() as refund:
            less = tuple(
                replace(one, amount_fen=one.amount_fen - refund.amount_fen)
                if isinstance(one, Received) and one.receipt == refund.receipt
                else one
                for one in note.movements
            )
            return replace(note, movements=less)
        case WaiverGranted() as waiver:
            move: Movement = Waived(each.on, each.seq, waiver.penalty_fen, waiver.interest_fen)
            return replace(_waived(note, waiver), movements=(*note.movements, move))
        case WaiverAdjusted() as adjusted:
            return _waived(note, adjusted)
        case ExtensionGranted() as extension:
            move = Extended(each.on, each.seq, extension.months)
            return replace(note, movements=(*note.movements, move))
        case RepaymentDayChanged() as moved:
            move = DayMoved(each.on, each.seq, moved.day)
            return replace(note, movements=(*note.movements, move))
        case _:
            return _booked(note, each)


def _waived(note: LoanNote, change: WaiverGranted | WaiverAdjusted) -> LoanNote:
    interest_fen, penalty_fen = note.waived_booked_fen
    booked = interest_fen + change.interest_fen, penalty_fen + change.penalty_fen
    return replace(note, waived_booked_fen=booked)


def _booked(note: LoanNote, each: Recorded) -> LoanNote:
    match each.event:
        case InterestAccrued() as accrued:
            booked_fen = note.interest_booked_fen + accrued.interest_fen
            return replace(note, interest_booked_fen=booked_fen, interest_booked_to=accrued.to_on)
        case PenaltyAccrued() as penalty:
            return replace(note, penalty_booked_fen=note.penalty_booked_fen + penalty.penalty_fen)
        case LoanSettled():
            return replace(note, settled_on=each.on)
        case _:
            return replace(note, settled_on=None)


def _received(note: LoanNote, receipt: ReceiptEvent, each: Recorded) -> LoanNote:
    number = receipt.receipt or f"#{each.seq}"
    order = dict(note.orders).get(receipt.replaces, each.seq)
    move = Received(number, receipt.value_on or each.on, order, receipt.amount_fen, receipt.purpose)
    return replace(note, movements=(*note.movements, move), orders=(*note.orders, (number, order)))


def _is(movement: Movement, receipt: str) -> bool:
    return isinstance(movement, Received) and movement.receipt == receipt
