"""A trial: whatever is typed is answered, never raised; the first amount is modest; figures are reckoned."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weilidai_core.borrow.trial import Room, at_other_tenors, trial, under_each_method
from weilidai_core.language import render
from weilidai_core.words import RepaymentMethod

ON = date(2026, 9, 15)
ROOM = Room(available_fen=9_780_00, daily_rate_ppm=500, on=ON)


def test_it_works() -> None:
    tried = trial(ROOM, {"amount": "3,000", "tenor": "6", "method": "equal-instalment"})

    assert tried.refused is None
    assert tried.quote is not None
    assert tried.quote.principal_fen == 3_000_00
    assert tried.plan is not None
    assert (tried.plan.tenor, tried.plan.method) == (6, RepaymentMethod.EQUAL_INSTALMENT)
    assert tried.annual_rate_ppm == 180_000


def test_the_first_amount_is_half_of_the_room_in_whole_steps_and_never_the_most() -> None:
    tried = trial(ROOM, {})

    assert tried.bounds_fen == (50_00, 9_750_00, 50_00)
    assert tried.amount == "4850"
    assert tried.quote is not None
    assert tried.quote.principal_fen < ROOM.most_fen


def test_no_pick_is_the_most_that_can_be_borrowed() -> None:
    assert trial(Room(10_000_00, 200, ON), {}).picks_fen == (2_000_00, 3_000_00, 5_000_00, 8_000_00)
    assert trial(Room(50_00, 200, ON), {}).picks_fen == ()


def test_an_emptied_amount_stays_empty_and_is_asked_for() -> None:
    tried = trial(ROOM, {"amount": ""})

    assert tried.amount == ""
    assert tried.refused is not None
    assert tried.refused.code == "amount-missing"
    assert tried.refused.field == "amount"
    assert tried.plan is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("abc", "amount-unreadable"),
        ("-5", "amount-negative"),
        ("1.234", "amount-too-fine"),
        ("1" * 13, "amount-too-long"),
        ("１２３", "full-width-typed"),
        ("😀", "amount-unreadable"),
        ("'; DROP TABLE event; --", "amount-unreadable"),
        ("**5**", "amount-unreadable"),
        ("0", "amount-not-borrowable"),
        ("77", "amount-not-borrowable"),
        ("9800", "amount-not-borrowable"),
    ],
)
def test_bad_typing_is_refused_by_name_and_kept(typed: str, code: str) -> None:
    tried = trial(ROOM, {"amount": typed})

    assert tried.amount == typed
    assert tried.refused is not None
    assert tried.refused.code == code


def test_with_nothing_left_the_refusal_says_so() -> None:
    tried = trial(Room(available_fen=49_99, daily_rate_ppm=500, on=ON), {})

    assert tried.refused is not None
    assert tried.refused.code == "nothing-borrowable"
    assert under_each_method(tried) == ()
    assert at_other_tenors(tried) == ()


def test_a_tenor_the_method_does_not_have_becomes_its_longest_and_says_so() -> None:
    tried = trial(ROOM, {"tenor": "24", "method": "interest-first"})

    assert tried.tenor == 12
    assert tried.moved is not None
    assert render(tried.moved, "zh") == "先息后本最长 12 期，已从 24 期改为 12 期。"


def test_an_unknown_tenor_or_method_is_read_as_the_first_one() -> None:
    tried = trial(ROOM, {"tenor": "7", "method": "balloon"})

    assert (tried.tenor, tried.method, tried.moved) == (12, RepaymentMethod.EQUAL_PRINCIPAL, None)


def test_the_reckonings_add_up() -> None:
    tried = trial(ROOM, {"amount": "1000", "tenor": "3", "method": "interest-first"})
    assert tried.quote is not None
    yearly, first, interest, payable = (said.facts for said in tried.quote.reckonings)

    assert yearly == {"annual_ppm": 180_000, "rate_ppm": 500}
    assert first["total_fen"] == first["interest_fen"]
    # 30 + 31 + 30 days from 15 September, 0.50 yuan a day on 1,000 yuan.
    assert interest == {"interest_fen": 45_50, "tenor": 3}
    assert payable == {"payable_fen": 1_045_50, "principal_fen": 1_000_00, "interest_fen": 45_50}


def test_plans_beside_each_other_differ_in_one_thing() -> None:
    tried = trial(ROOM, {"amount": "5000", "tenor": "12"})
    by_method, by_tenor = under_each_method(tried), at_other_tenors(tried)

    assert [made.method for made in by_method] == list(RepaymentMethod)
    assert {made.tenor for made in by_method} == {12}
    assert [made.tenor for made in by_tenor] == [3, 5, 6, 10, 20, 24]
    assert {made.principal_fen for made in (*by_method, *by_tenor)} == {5_000_00}
    assert tried.quote in by_method


@given(st.dictionaries(st.sampled_from(["amount", "tenor", "method"]), st.text(max_size=30)))
def test_whatever_is_typed_there_is_either_a_quote_or_a_refusal(typed: dict[str, str]) -> None:
    tried = trial(ROOM, typed)

    assert (tried.quote is None) is (tried.refused is not None)
    assert tried.tenor in tried.tenors


@given(st.integers(50_00, 300_000_00))
def test_the_first_trial_of_any_room_has_a_quote_within_it(available_fen: int) -> None:
    tried = trial(Room(available_fen, 500, ON), {})

    assert tried.quote is not None
    assert tried.quote.principal_fen <= available_fen
