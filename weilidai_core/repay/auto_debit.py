"""自动扣款: what is due is taken from the repayment card at the terms' times of day, note by note, whole.

Rule: on a due day and in the grace days every time of the day is tried; afterwards once a day, at the last;
after so many days as the terms say, only on the next due day. A note's bill is taken whole or not at all, the
oldest first.
"""

from datetime import date

from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import AutoDebitFailed, AutoDebitTried, History
from weilidai_core.product import terms_on
from weilidai_core.repay.bill import bill_of, billed_fen, shares
from weilidai_core.repay.booking import Incoming, receive
from weilidai_core.repay.card import card_balance_fen, repayment_card
from weilidai_core.repay.position import position
from weilidai_core.words import RepaymentChannel, RepaymentPurpose
from weilidai_core.world.clock import day_of
from weilidai_core.world.doing import Doing
from weilidai_core.world.happened import latest


def tries_left(history: History) -> tuple[int, ...]:
    """The tries that are still ahead today, as 1, 2, 3; none where nothing is due."""
    on, notes = day_of(history), loan_notes_of(history)
    if not billed_fen(notes, on=on):
        return ()
    terms = terms_on(on)
    count = len(terms.auto_debit_times)
    standing = [position(note, on=on) for note in notes]
    days = max(now.days_past_due for now in standing)
    falls_due = any(item.payable_on == on for now in standing for item in now.due_items)
    if days > terms.auto_debit_most_days and not falls_due:
        return ()
    first = 1 if falls_due or days <= terms.grace_days else count
    return tuple(range(max(_tried(history, on) + 1, first), count + 1))


def debit(doing: Doing, attempt: int) -> None:
    """Try once to take what is due."""
    times = terms_on(doing.on).auto_debit_times
    notes = loan_notes_of(doing.history)
    bill = bill_of(notes, on=doing.on)
    wanted = sum(each.owed_fen for each in bill)
    card, balance, taken = repayment_card(doing.history), card_balance_fen(doing.history), []
    for share in shares(bill, wanted):
        if share.amount_fen <= balance:
            balance -= share.amount_fen
            taken.append(share)
    taken_fen = sum(share.amount_fen for share in taken)
    at = times[attempt - 1]
    doing.record(AutoDebitTried(attempt=attempt, at=at, wanted_fen=wanted, taken_fen=taken_fen, card=card))
    for share in taken:
        incoming = Incoming(share.amount_fen, RepaymentPurpose.BILL, RepaymentChannel.AUTO_DEBIT, doing.on)
        receive(doing, share.loan_note, incoming)
    if taken_fen < wanted:
        is_last = attempt == len(times)
        short = wanted - taken_fen
        doing.record(AutoDebitFailed(attempt=attempt, at=at, short_fen=short, is_last=is_last, card=card))


def _tried(history: History, on: date) -> int:
    last = latest(history, AutoDebitTried)
    if last is None or last.on != on or not isinstance(last.event, AutoDebitTried):
        return 0
    return last.event.attempt
