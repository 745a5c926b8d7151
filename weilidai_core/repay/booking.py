"""入账: booking a receipt, taking one back, and keeping the books at what has been earned.

Laws: accrual is the rounded running total less what is booked; a receipt is allocated by the account's own
replay; where something earlier changes, the later receipts whose lines change with it are taken back and
booked anew, once, in the same act; what is too much goes back at once.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from weilidai_core.borrow.loan_note import LoanNote, Receipt, loan_notes_of, receipts_booked
from weilidai_core.events import (
    AllocationLine,
    EarlySettlementReceived,
    History,
    InterestAccrued,
    Overpaid,
    PenaltyAccrued,
    Prepaid,
    Refunded,
    RepaymentReceived,
    RepaymentReversed,
    WaiverAdjusted,
)
from weilidai_core.loan.account import Booked
from weilidai_core.loan.allocation import Line
from weilidai_core.loan.movement import Movement, Received
from weilidai_core.repay.refusals import NoSuchLoanNote
from weilidai_core.words import RepaymentChannel, RepaymentPurpose
from weilidai_core.world.doing import Doing
from weilidai_core.world.happened import facts_of

Reason = Literal["bounced", "mistaken", "rebooked"]


class Incoming(NamedTuple):
    """Money that comes in for a note: how much, what for, how, and from which day it counts."""

    amount_fen: int
    purpose: RepaymentPurpose
    channel: RepaymentChannel
    value_on: date
    replaces: str = ""


def note_named(doing: Doing, number: str) -> LoanNote:
    """The loan note with this number. Raises `NoSuchLoanNote`."""
    for note in loan_notes_of(doing.history):
        if note.number == number:
            return note
    raise NoSuchLoanNote


def accrue(doing: Doing, number: str) -> None:
    """Book what a note has earned by today and is not booked: interest, penalty, what of them is waived."""
    note = note_named(doing, number)
    now = note.account(doing.on)
    interest = now.interest_earned_fen - note.interest_booked_fen
    if interest:
        doing.record(
            InterestAccrued(
                loan_note=number,
                from_on=note.interest_booked_to or note.interest_from,
                to_on=doing.on,
                balance_fen=note.outstanding_fen,
                interest_fen=interest,
            )
        )
    penalty = now.penalty_earned_fen - note.penalty_booked_fen
    if penalty:
        doing.record(PenaltyAccrued(loan_note=number, to_on=doing.on, penalty_fen=penalty))
    more = [now_fen - was for now_fen, was in zip(now.waived_fen, note.waived_booked_fen, strict=True)]
    if any(more):
        doing.record(WaiverAdjusted(loan_note=number, interest_fen=more[0], penalty_fen=more[1]))


def receive(doing: Doing, number: str, incoming: Incoming) -> None:
    """Book a receipt; later ones whose lines change are booked anew, and what is too much goes back."""
    accrue(doing, number)
    note = note_named(doing, number)
    receipt = _next_number(doing)
    order = len(doing.history) + 1
    movement = Received(receipt, incoming.value_on, order, incoming.amount_fen, incoming.purpose)
    changed = _take_back_changed(doing, note, (*note.movements, movement))
    _record(doing, number, receipt, incoming)
    _book_anew(doing, number, changed)
    accrue(doing, number)


def take_back(doing: Doing, receipt: Receipt, *, reason: Reason) -> None:
    """Reverse a receipt; later ones whose lines change are booked anew."""
    number = receipt.event.loan_note
    accrue(doing, number)
    note = note_named(doing, number)
    kept = tuple(
        one for one in note.movements if not (isinstance(one, Received) and one.receipt == receipt.number)
    )
    changed = _take_back_changed(doing, note, kept)
    _reverse(doing, receipt, reason=reason)
    _book_anew(doing, number, changed)
    accrue(doing, number)


def active_receipts(history: History, number: str = "") -> tuple[Receipt, ...]:
    """The receipts that stand, of one note or of all, in the order of booking."""
    gone = {one.receipt for one in facts_of(history, RepaymentReversed)}
    return tuple(
        receipt
        for receipt in receipts_booked(history)
        if receipt.number not in gone and number in ("", receipt.event.loan_note)
    )


def refunded_fen(history: History, receipt: str) -> int:
    """What of a receipt went back."""
    return sum(one.amount_fen for one in facts_of(history, Refunded) if one.receipt == receipt)


def lines_of(lines: tuple[Line, ...]) -> tuple[AllocationLine, ...]:
    """The lines of an allocation as an event carries them."""
    return tuple(AllocationLine(**line._asdict()) for line in lines)


def _take_back_changed(doing: Doing, note: LoanNote, after: tuple[Movement, ...]) -> list[Receipt]:
    """Reverse the receipts that are allocated otherwise once the movements are `after`."""
    was, will_be = note.account(doing.on).booked, replace(note, movements=after).account(doing.on).booked
    changed = [
        receipt
        for receipt in active_receipts(doing.history, note.number)
        if receipt.number in will_be and _differs(was[receipt.number], will_be[receipt.number])
    ]
    for receipt in reversed(changed):
        _reverse(doing, receipt, reason="rebooked")
    places = {one.receipt: (one.value_on, one.order) for one in note.movements if isinstance(one, Received)}
    return sorted(changed, key=lambda receipt: places[receipt.number])


def _differs(one: Booked, other: Booked) -> bool:
    return (one.lines, one.rest_fen) != (other.lines, other.rest_fen)


def _reverse(doing: Doing, receipt: Receipt, *, reason: Reason) -> None:
    event = receipt.event
    back = refunded_fen(doing.history, receipt.number)
    doing.record(
        RepaymentReversed(
            loan_note=event.loan_note,
            receipt=receipt.number,
            value_on=receipt.value_on,
            amount_fen=event.amount_fen - back,
            lines=event.lines,
            excess_fen=event.excess_fen - back,
            card=event.card,
            channel=event.channel,
            purpose=event.purpose,
            reason=reason,
        )
    )


def _book_anew(doing: Doing, number: str, changed: list[Receipt]) -> None:
    for receipt in changed:
        event = receipt.event
        amount = event.amount_fen - refunded_fen(doing.history, receipt.number)
        if amount:
            incoming = Incoming(amount, event.purpose, event.channel, receipt.value_on, receipt.number)
            _record(doing, number, _next_number(doing), incoming)


def _record(doing: Doing, number: str, receipt: str, incoming: Incoming) -> None:
    """The receipt, what it did ahead of its day, and what of it goes back."""
    note = note_named(doing, number)
    order = dict(note.orders).get(incoming.replaces, len(doing.history) + 1)
    movement = Received(receipt, incoming.value_on, order, incoming.amount_fen, incoming.purpose)
    booked = replace(note, movements=(*note.movements, movement)).account(doing.on).booked[receipt]
    fields = {
        "loan_note": number,
        "receipt": receipt,
        "value_on": incoming.value_on,
        "amount_fen": incoming.amount_fen,
        "lines": lines_of(booked.lines),
        "excess_fen": booked.rest_fen,
        "card": note.card,
        "channel": incoming.channel,
        "purpose": incoming.purpose,
        "replaces": incoming.replaces,
    }
    if incoming.purpose is RepaymentPurpose.SETTLE:
        doing.record(EarlySettlementReceived(**fields, interest_saved_fen=booked.interest_saved_fen))  # type: ignore[arg-type]
    else:
        doing.record(RepaymentReceived(**fields))  # type: ignore[arg-type]
    for fact in _following(note, receipt, incoming, booked):
        doing.record(fact)


def _following(
    note: LoanNote, receipt: str, incoming: Incoming, booked: Booked
) -> Iterator[Prepaid | Overpaid | Refunded]:
    if booked.principal_ahead_fen and incoming.purpose is not RepaymentPurpose.SETTLE:
        yield Prepaid(
            loan_note=note.number,
            receipt=receipt,
            purpose=incoming.purpose,
            principal_fen=booked.principal_ahead_fen,
            interest_fen=booked.lines[-1].interest_fen,
            interest_saved_fen=booked.interest_saved_fen,
            instalments_before=booked.rows_before,
            instalments_after=booked.rows_after,
        )
    if booked.rest_fen:
        yield Overpaid(loan_note=note.number, receipt=receipt, excess_fen=booked.rest_fen)
        yield Refunded(loan_note=note.number, receipt=receipt, amount_fen=booked.rest_fen, card=note.card)


def _next_number(doing: Doing) -> str:
    return f"HK{doing.on:%Y%m%d}-{len(receipts_booked(doing.history)) + 1:02d}"
