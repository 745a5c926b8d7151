"""A quote is complete, and comes back from text as it was."""

from datetime import date

import pytest
from pydantic import ValidationError

from weilidai_core.basics.rates import RateNegative
from weilidai_core.quote.cost import cost_of
from weilidai_core.quote.quote import Quote, quote
from weilidai_core.quote.schedule import PrincipalNotPositive, Row, TenorOutOfRange
from weilidai_core.words import RepaymentMethod

ON = date(2020, 2, 10)


def asked(principal_fen: int = 10_000_00, daily_rate_ppm: int = 500, tenor: int = 5) -> Quote:
    """The standing example: 10,000 in five parts of equal principal."""
    return quote(
        principal_fen,
        daily_rate_ppm=daily_rate_ppm,
        tenor=tenor,
        method=RepaymentMethod.EQUAL_PRINCIPAL,
        on=ON,
    )


def test_it_works() -> None:
    answer = asked()

    assert (answer.principal_fen, answer.daily_rate_ppm, answer.tenor, answer.on) == (10_000_00, 500, 5, ON)
    assert answer.cost.total_interest_fen == 451_00
    assert answer.cost == cost_of(answer.rows)


def test_a_quote_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        asked().principal_fen = 1


def test_a_quote_comes_back_from_text_as_it_was() -> None:
    answer = asked()
    again = Quote.model_validate_json(answer.model_dump_json())

    assert again == answer
    assert all(isinstance(row, Row) for row in again.rows)


def test_nothing_to_lend_is_refused() -> None:
    with pytest.raises(PrincipalNotPositive):
        asked(principal_fen=0)


def test_no_instalments_are_refused() -> None:
    with pytest.raises(TenorOutOfRange):
        asked(tenor=0)


def test_a_negative_rate_is_refused() -> None:
    with pytest.raises(RateNegative):
        asked(daily_rate_ppm=-1)
