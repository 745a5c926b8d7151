"""借据: one paid-out loan as it stands, folded from the history. Pure; nothing here is stored.

Its schedule and its balances are reckoned again from its terms and its movements (`loan.account`), so a row
can never disagree with them. Overdue is not a state but a question about a day.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

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
from weilidai_core.loan.account import Account
from weilidai_core.loan.item import Item, Origin
from weilidai_core.loan.movement import DayMoved, Extended, LoanTerms, Movement, Received, Waived
from weilidai_core.loan.replay import account
from weilidai_core.product import terms_on
from weilidai_core.quote.quote import Quote, quote
from weilidai_core.quote.schedule import Row
from weilidai_core.words import Component, RepaymentMethod
from weilidai_core.world.happened import happened

# The place of what is only tried out: after everything of its day.
AFTER_ALL = 10**9

# What was folded last, by the first event of each world; a day that follows a day folds only what is new.
WORLDS_KEPT = 256
_KEPT: dict[int, tuple[History, dict[str, "LoanNote"], str]] = {}

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


@dataclass(frozen=True)
class LoanNote:
    """One loan note; amounts in fen. `movements` are what counts: nothing that was taken back is among them.

    `interest_booked_fen` and `penalty_booked_fen` are what the books have accrued so far, `waived_booked_fen`
    what of each they have waived; `orders` remembers
    the place of every receipt, so that one that is booked anew keeps it.
    """

    number: str
    contract: str
    drawdown: int
    principal_fen: int
    tenor: int
    method: RepaymentMethod
    daily_rate_ppm: int
    interest_from: date
    card: str
    movements: tuple[Movement, ...] = ()
    settled_on: date | None = None
    interest_booked_fen: int = 0
    interest_booked_to: date | None = None
    penalty_booked_fen: int = 0
    waived_booked_fen: tuple[int, int] = (0, 0)
    orders: tuple[tuple[str, int], ...] = ()

    @property
    def quote(self) -> Quote:
        """The schedule as it was signed, and its costs."""
        return _quote(self.principal_fen, self.daily_rate_ppm, self.tenor, self.method, self.interest_from)

    @property
    def terms(self) -> LoanTerms:
        """What was signed, with the product's rules on that day."""
        product = terms_on(self.interest_from)
        return LoanTerms(
            self.principal_fen,
            self.tenor,
            self.method,
            self.daily_rate_ppm,
            self.interest_from,
            product.grace_days,
            product.penalty_times_percent,
            product.allocation_order,
        )

    def account(self, on: date) -> Account:
        """The account on a day."""
        return account(self.terms, self.movements, on)

    def extended(self, months: int, *, on: date) -> Account:
        """The account on a day as it would be with an extension of so many months on that day."""
        return account(self.terms, (*self.movements, Extended(on, AFTER_ALL, months)), on)

    @cached_property
    def latest(self) -> Account:
        """The account right after the last thing that moved on it."""
        days = [movement.value_on for movement in self.movements]
        return self.account(max((self.interest_from, *days)))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The schedule's rows as they stand: those signed, until something draws them up anew."""
        return self.latest.rows

    @property
    def outstanding_fen(self) -> int:
        """Principal not yet repaid."""
        return self.latest.outstanding_fen

    @cached_property
    def paid_items(self) -> tuple[Item, ...]:
        """The instalments that are repaid in full, in turn."""
        billed = (item for item in self.latest.items if item.origin is Origin.INSTALMENT)
        return tuple(item for item in billed if not item.owed_fen)

    @property
    def paid_count(self) -> int:
        """How many instalments are repaid."""
        return len(self.paid_items)

    @property
    def next_row(self) -> Row | None:
        """The first instalment that is not repaid in full, or None when nothing is owed."""
        unpaid = [item for item in self.latest.items if item.owed_fen]
        if unpaid:
            return unpaid[0].row
        return self.latest.plan[0] if self.latest.plan else None

    @property
    def next_due_on(self) -> date | None:
        """The day from which the next unpaid instalment is payable, or None when nothing is owed."""
        days = [item.payable_on for item in self.latest.items if item.owed_fen]
        days += [row.due_on for row in self.latest.plan[:1]]
        return min(days, default=None)

    def paid_fen(self, part: Component) -> int:
        """What came in for one part so far: interest, principal or penalty."""
        return sum(item.paid_fen(part) for item in self.latest.items)

    @property
    def settled_ahead(self) -> bool:
        """Whether it was settled before its last instalment fell due."""
        return self.settled_on is not None and bool(self.latest.closed)

    @property
    def interest_saved_fen(self) -> int:
        """Interest that prepaying and settling ahead have saved so far."""
        return sum(booked.interest_saved_fen for booked in self.latest.booked.values())


@lru_cache(maxsize=2048)
def _quote(principal_fen: int, daily_rate_ppm: int, tenor: int, method: RepaymentMethod, on: date) -> Quote:
    return quote(principal_fen, daily_rate_ppm=daily_rate_ppm, tenor=tenor, method=method, on=on)


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
    if len(_KEPT) >= WORLDS_KEPT:
        _KEPT.clear()
    _KEPT[id(history[0])] = (history, dict(notes), card)
    return tuple(notes.values())


def _folded_before(history: History) -> tuple[dict[str, LoanNote], str, int]:
    """The notes of the longest beginning of a history that is known already, and how long that is.

    A history only ever grows, and an event is one object in it: where the last known one is in its place, so
    is all before it.
    """
    kept = _KEPT.get(id(history[0]))
    if kept is None or kept[0][0] is not history[0]:
        return {}, "", 0
    known, notes, card = kept
    if len(known) > len(history) or history[len(known) - 1] is not known[-1]:
        return {}, "", 0
    return dict(notes), card, len(known)


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
