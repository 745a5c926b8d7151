"""The schedule's refusals and its rows' explanations; its figures are in worked_examples and invariants."""

from datetime import date
from fractions import Fraction

import pytest

from weilidai_core.basics.calendar import DayOutOfRange
from weilidai_core.basics.rates import DailyRate, FlatFee, MonthlyRate, Rate, RateNegative, RateTooHigh
from weilidai_core.errors import WeilidaiError
from weilidai_core.language import render
from weilidai_core.quote.schedule import PrincipalNotPositive, Row, TenorOutOfRange, schedule
from weilidai_core.words import RepaymentMethod

ON = date(2026, 3, 1)
RATE = DailyRate.of_ppm(500)


def rows_of(
    principal_fen: int = 1_000_00,
    rate: Rate = RATE,
    tenor: int = 2,
    method: RepaymentMethod = RepaymentMethod.EQUAL_INSTALMENT,
    on: date = ON,
) -> tuple[Row, ...]:
    """A loan of 1,000 over two months, but for what is said otherwise."""
    return schedule(principal_fen, rate=rate, tenor=tenor, method=method, on=on)


def test_it_works() -> None:
    assert [row.total_fen for row in rows_of()] == [511_53, 511_53]


@pytest.mark.parametrize("principal_fen", [0, -1])
def test_nothing_to_lend_is_refused(principal_fen: int) -> None:
    with pytest.raises(PrincipalNotPositive):
        rows_of(principal_fen=principal_fen)


@pytest.mark.parametrize("tenor", [-1, 0, 361])
def test_a_tenor_that_cannot_be_reckoned_with_is_refused(tenor: int) -> None:
    with pytest.raises(TenorOutOfRange) as refused:
        rows_of(tenor=tenor)

    assert refused.value.facts == {"shortest": 1, "longest": 360}


@pytest.mark.parametrize(
    "rate", [DailyRate.of_ppm(-1), MonthlyRate(Fraction(-1, 12)), FlatFee(Fraction(-1, 1000))]
)
def test_a_negative_rate_is_refused(rate: Rate) -> None:
    with pytest.raises(RateNegative):
        rows_of(rate=rate)


def test_a_rate_above_the_whole_amount_is_refused() -> None:
    with pytest.raises(RateTooHigh):
        rows_of(rate=DailyRate.of_ppm(1_000_001))


@pytest.mark.parametrize("on", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_day_that_cannot_be_reckoned_with_is_refused(on: date) -> None:
    with pytest.raises(DayOutOfRange):
        rows_of(on=on)


@pytest.mark.parametrize("method", list(RepaymentMethod))
def test_the_longest_tenor_at_the_highest_rate_still_closes(method: RepaymentMethod) -> None:
    rows = rows_of(rate=DailyRate.of_ppm(1_000_000), tenor=360, method=method)

    assert sum(row.principal_fen for row in rows) == 1_000_00
    assert min(row.principal_fen for row in rows) >= 0


@pytest.mark.parametrize("method", list(RepaymentMethod))
def test_fewer_fen_than_instalments_still_close(method: RepaymentMethod) -> None:
    rows = rows_of(principal_fen=5, tenor=12, method=method)

    assert (len(rows), sum(row.principal_fen for row in rows), rows[-1].outstanding_fen) == (12, 5, 0)


@pytest.mark.parametrize(
    ("rate", "chinese", "english"),
    [
        (RATE, "¥1,000.00 × 0.05% × 31 天 = ¥15.50", "¥1,000.00 × 0.05% × 31 days = ¥15.50"),
        (
            MonthlyRate(Fraction(12, 100)),
            "¥1,000.00 × 12.00% ÷ 12 个月 = ¥10.00",
            "¥1,000.00 × 12.00% ÷ 12 months = ¥10.00",
        ),
        (
            FlatFee(Fraction(6, 1000)),
            "借款本金 ¥1,000.00 × 0.60% = ¥6.00",
            "Amount borrowed ¥1,000.00 × 0.60% = ¥6.00",
        ),
    ],
)
def test_a_row_says_how_its_interest_came_about(rate: Rate, chinese: str, english: str) -> None:
    row = rows_of(rate=rate)[0]

    assert (render(row.reckoning, "zh"), render(row.reckoning, "en")) == (chinese, english)


def test_under_a_flat_fee_the_second_row_is_still_charged_on_the_whole_amount() -> None:
    row = rows_of(rate=FlatFee(Fraction(6, 1000)))[1]

    assert (row.opening_fen, row.charged_fen, row.interest_fen) == (500_00, 1_000_00, 6_00)


def test_every_refusal_of_the_schedule_is_a_sentence() -> None:
    with pytest.raises(WeilidaiError) as refused:
        rows_of(tenor=0)

    assert render(refused.value.sentence, "zh") == "期数要在 1 到 360 之间。"
