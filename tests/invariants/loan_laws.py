"""What holds of every loan note at every moment, from a history alone; the books are its events' postings."""

from collections import Counter

from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of, receipts_booked
from weilidai_core.events import History, Refunded, RepaymentReversed, WaiverAdjusted, WaiverGranted
from weilidai_core.ledger.accounts import Account
from weilidai_core.ledger.posting import postings_for
from weilidai_core.repay.consistency import allocated_otherwise, earned_unbooked
from weilidai_core.words import Component
from weilidai_core.world.clock import day_of


def books_of(history: History, loan_note: str = "") -> Counter[Account]:
    """Debit less credit by account, of one note or of all; every entry balances."""
    found: Counter[Account] = Counter()
    for each in history:
        postings = postings_for(each.event)
        assert sum(one.debit_fen - one.credit_fen for one in postings) == 0
        for one in postings:
            if loan_note in ("", one.loan_note):
                found[one.account] += one.debit_fen - one.credit_fen
    return found


def loan_laws_hold(history: History) -> None:
    """Balanced, derived again, never below zero, and at settlement in the sum."""
    assert [*allocated_otherwise(history), *earned_unbooked(history)] == []
    for one in loan_notes_of(history):
        books, now = books_of(history, one.number), one.account(day_of(history))
        assert books[Account.LOAN_PRINCIPAL] == now.outstanding_fen >= 0
        assert min(books[Account.INTEREST_RECEIVABLE], books[Account.PENALTY_RECEIVABLE]) >= 0
        assert books[Account.OVERPAYMENT] == 0
        assert all(item.unpaid_fen(part) >= 0 for item in now.items for part in Component)
        assert sum(row.principal_fen for row in now.plan) == now.balance_ahead_fen
        assert (one.settled_on is None) == (now.owed_fen > 0)
        if one.next_due_on is not None and one.next_due_on > now.on:
            # What is announced for the next day is what will be payable on it, part by part.
            announced, then = one.latest.falling_on(one.next_due_on), one.account(one.next_due_on)
            assert announced == then.falling_on(one.next_due_on)
            assert announced.total_fen == one.next_fen == then.billed_fen
        if one.settled_on is not None:
            assert books[Account.INTEREST_RECEIVABLE] == books[Account.PENALTY_RECEIVABLE] == 0
            assert net_received_fen(history, one) == (
                one.principal_fen
                + now.interest_earned_fen
                + now.penalty_earned_fen
                - waived_fen(history, one)
            )


def net_received_fen(history: History, one: LoanNote) -> int:
    """What came in for a note, less what went back and what was taken back."""
    received = sum(
        each.event.amount_fen for each in receipts_booked(history) if each.event.loan_note == one.number
    )
    back = sum(
        each.event.amount_fen
        for each in history
        if isinstance(each.event, Refunded | RepaymentReversed) and each.event.loan_note == one.number
    )
    return received - back


def waived_fen(history: History, one: LoanNote) -> int:
    """What of a note was waived."""
    return sum(
        each.event.penalty_fen + each.event.interest_fen
        for each in history
        if isinstance(each.event, WaiverGranted | WaiverAdjusted) and each.event.loan_note == one.number
    )
