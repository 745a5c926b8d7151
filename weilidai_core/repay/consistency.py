"""What must hold of every loan note's receipts and of what it has earned; the audit asks this. Pure."""

from collections.abc import Iterator

from weilidai_core.borrow.loan_note import Receipt, loan_notes_of
from weilidai_core.events import AllocationLine, History, RepaymentReversed
from weilidai_core.repay.booking import active_receipts, lines_of
from weilidai_core.world.clock import day_of


def allocated_otherwise(history: History) -> Iterator[str]:
    """Receipts whose lines are not those of the terms, and receipts that were taken back twice."""
    for note in loan_notes_of(history):
        booked = note.account(max(day_of(history), note.interest_from)).booked
        for receipt in active_receipts(history, note.number):
            if not _says(receipt, lines_of(booked[receipt.number].lines)):
                yield f"{note.number}: receipt {receipt.number} is not allocated as the terms say"
    taken_back = [each.event.receipt for each in history if isinstance(each.event, RepaymentReversed)]
    if len(taken_back) != len(set(taken_back)):
        yield "a receipt was taken back twice"


def earned_unbooked(history: History) -> Iterator[str]:
    """Notes on which less interest or penalty is booked than was earned when something last moved."""
    for note in loan_notes_of(history):
        now = note.latest
        short = (
            now.interest_earned_fen - note.interest_booked_fen,
            now.penalty_earned_fen - note.penalty_booked_fen,
        )
        if note.movements and max(short) > 0:
            yield f"{note.number}: {short} fen of interest and penalty earned and not booked"


def _says(receipt: Receipt, lines: tuple[AllocationLine, ...]) -> bool:
    event = receipt.event
    if event.receipt:
        return event.lines == lines
    # A receipt of an older history says only its sums.
    found = event.model_copy(update={"lines": lines})
    return (event.interest_fen, event.principal_fen, event.penalty_fen) == (
        found.interest_fen,
        found.principal_fen,
        found.penalty_fen,
    )
