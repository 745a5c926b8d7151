"""分录: which accounts each movement of money touches, and that the two sides are always equal."""

from datetime import date

import pytest

from tests.worlds import happened, rows, walked
from weilidai_core.events import (
    DayAdvanced,
    EarlySettlementReceived,
    Event,
    InterestAccrued,
    LoanDisbursed,
    LoanSettled,
    RepaymentReceived,
)
from weilidai_core.journey import Step
from weilidai_core.language import translator
from weilidai_core.ledger.accounts import Account
from weilidai_core.ledger.posting import Posting, postings_for
from weilidai_core.ledger.views import account_totals
from weilidai_core.store import Store
from weilidai_core.words import RepaymentMethod

DAY = date(2026, 9, 15)


def disbursed(principal_fen: int = 3_000_00) -> LoanDisbursed:
    """A payout."""
    return LoanDisbursed(
        drawdown=1,
        loan_note="JJ",
        contract="HT",
        principal_fen=principal_fen,
        tenor=3,
        method=RepaymentMethod.EQUAL_PRINCIPAL,
        daily_rate_ppm=400,
        interest_from=DAY,
        card="9999",
    )


def accrued(interest_fen: int = 36_00) -> InterestAccrued:
    """A month's interest."""
    return InterestAccrued(
        loan_note="JJ", from_on=DAY, to_on=date(2026, 10, 15), balance_fen=3_000_00, interest_fen=interest_fen
    )


def repaid(principal_fen: int = 1_000_00, interest_fen: int = 36_00) -> RepaymentReceived:
    """One instalment."""
    return RepaymentReceived(
        loan_note="JJ", number=1, principal_fen=principal_fen, interest_fen=interest_fen, card="9999"
    )


def settled_early() -> EarlySettlementReceived:
    """The rest, early."""
    return EarlySettlementReceived(
        loan_note="JJ", principal_fen=2_000_00, interest_fen=8_00, interest_saved_fen=20_00, card="9999"
    )


def sides(event: Event) -> list[tuple[Account, int, int]]:
    """The postings of an event without their loan note."""
    return [(posting.account, posting.debit_fen, posting.credit_fen) for posting in postings_for(event)]


def test_it_works() -> None:
    assert postings_for(disbursed()) == (
        Posting(Account.LOAN_PRINCIPAL, "JJ", 3_000_00, 0),
        Posting(Account.SETTLEMENT, "JJ", 0, 3_000_00),
    )


def test_interest_is_earned_when_it_accrues() -> None:
    assert sides(accrued()) == [
        (Account.INTEREST_RECEIVABLE, 36_00, 0),
        (Account.INTEREST_INCOME, 0, 36_00),
    ]


@pytest.mark.parametrize(
    ("event", "principal_fen", "interest_fen"),
    [(repaid(), 1_000_00, 36_00), (settled_early(), 2_000_00, 8_00)],
    ids=["an instalment", "early settlement"],
)
def test_what_is_repaid_meets_the_receivable_and_the_principal(
    event: Event, principal_fen: int, interest_fen: int
) -> None:
    assert sides(event) == [
        (Account.SETTLEMENT, principal_fen + interest_fen, 0),
        (Account.INTEREST_RECEIVABLE, 0, interest_fen),
        (Account.LOAN_PRINCIPAL, 0, principal_fen),
    ]


def test_a_side_of_nothing_is_left_out() -> None:
    assert [account for account, *_ in sides(repaid(principal_fen=0))] == [
        Account.SETTLEMENT,
        Account.INTEREST_RECEIVABLE,
    ]
    assert postings_for(accrued(0)) == ()


@pytest.mark.parametrize("event", [DayAdvanced(from_on=DAY, to_on=DAY), LoanSettled(loan_note="JJ")])
def test_where_no_money_moves_nothing_is_posted(event: Event) -> None:
    assert postings_for(event) == ()


@pytest.mark.parametrize("event", [disbursed(), accrued(), repaid(), repaid(0, 1), settled_early()])
def test_both_sides_are_equal(event: Event) -> None:
    postings = postings_for(event)

    assert sum(posting.debit_fen for posting in postings) == sum(posting.credit_fen for posting in postings)


def test_the_books_of_a_settled_loan_hold_only_the_interest_earned(store: Store) -> None:
    world = walked(store, until=Step.SETTLE)
    interest = sum(each.interest_fen for each in happened(world, RepaymentReceived))
    (early,) = happened(world, EarlySettlementReceived)
    assert early is not None

    with store.reading() as session:
        balances = {total.account: total.balance_fen for total in account_totals(session, world.id)}

    assert balances == {
        Account.SETTLEMENT: interest + early.interest_fen,
        Account.LOAN_PRINCIPAL: 0,
        Account.INTEREST_RECEIVABLE: 0,
        Account.INTEREST_INCOME: -(interest + early.interest_fen),
    }


def test_a_world_without_money_has_empty_books(store: Store) -> None:
    world = walked(store, until=Step.CONTRACT)

    with store.reading() as session:
        assert account_totals(session, world.id) == ()
    assert rows(store)["posting"] == 0


def test_the_books_of_one_world_are_not_anothers(store: Store) -> None:
    one, other = walked(store, until=Step.SIGN), walked(store, until=Step.SETTLE)

    with store.reading() as session:
        assert {total.account for total in account_totals(session, one.id)} == {
            Account.LOAN_PRINCIPAL,
            Account.SETTLEMENT,
        }
        assert len(account_totals(session, other.id)) == 4


def test_every_account_has_its_name_in_both_languages() -> None:
    assert all(translator("en").gettext(account.label) != account.label for account in Account)
