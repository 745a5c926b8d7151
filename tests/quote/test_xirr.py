"""One rate, several or none: each is an answer of its own."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from weilidai_core.language import render
from weilidai_core.quote.xirr import Xirr, XirrAnswer, xirr

START = date(2020, 1, 1)


def yearly(*amounts: int) -> list[tuple[date, int]]:
    """One flow every 365 days."""
    return [(START + timedelta(days=365 * number), amount) for number, amount in enumerate(amounts)]


def test_a_year_at_ten_percent() -> None:
    assert xirr(yearly(-100_00, 110_00)) == Xirr(answer=XirrAnswer.ONE_RATE, rates_ppm=(100_000,))


def test_the_borrowers_side_has_the_same_rate() -> None:
    assert xirr(yearly(100_00, -110_00)).rates_ppm == (100_000,)


def test_the_order_of_the_flows_does_not_matter() -> None:
    flows = yearly(-100_00, 60_00, 55_00)

    assert xirr(flows[::-1]) == xirr(flows)


def test_flows_of_one_day_are_one_flow() -> None:
    assert xirr([*yearly(-100_00, 110_00), (START, -50_00), (START, 50_00)]).rates_ppm == (100_000,)


@pytest.mark.parametrize(
    "flows",
    [[], yearly(100), yearly(100, 50), yearly(-1, -1, -1), yearly(0, 0), [(START, -100), (START, 110)]],
)
def test_money_in_one_direction_has_no_rate(flows: list[tuple[date, int]]) -> None:
    assert xirr(flows) == Xirr(answer=XirrAnswer.ONE_DIRECTION)


def test_two_rates_are_both_told() -> None:
    # -100 × 1.1² + 230 × 1.1 - 132 = 0 and -100 × 1.2² + 230 × 1.2 - 132 = 0.
    assert xirr(yearly(-100_00, 230_00, -132_00)) == Xirr(
        answer=XirrAnswer.SEVERAL_RATES, rates_ppm=(100_000, 200_000)
    )


def test_three_rates_are_all_told() -> None:
    # (x - 1.05)(x - 1.2)(x - 1.5) = x³ - 3.75x² + 4.635x - 1.89, times 100,000.
    assert xirr(yearly(100_000, -375_000, 463_500, -189_000)).rates_ppm == (50_000, 200_000, 500_000)


def test_a_rate_that_only_touches_zero_is_one_rate() -> None:
    # -100 (x - 1.1)² = -100x² + 220x - 121.
    assert xirr(yearly(-100_00, 220_00, -121_00)) == Xirr(answer=XirrAnswer.ONE_RATE, rates_ppm=(100_000,))


def test_flows_that_balance_at_no_rate_say_so() -> None:
    assert xirr(yearly(-100_00, 220_00, -122_00)) == Xirr(answer=XirrAnswer.NO_RATE)


def test_a_rate_of_zero_is_a_rate() -> None:
    assert xirr(yearly(-100_00, 50_00, 50_00)).rates_ppm == (0,)


def test_zero_may_be_one_of_two_rates() -> None:
    # -100 (x - 1)(x - 1.2) = -100x² + 220x - 120.
    assert xirr(yearly(-100_00, 220_00, -120_00)).rates_ppm == (0, 200_000)


@pytest.mark.parametrize("scale", [1, 10**4, 10**8])
def test_the_size_of_the_amounts_does_not_matter(scale: int) -> None:
    assert xirr([(on, amount * scale) for on, amount in yearly(-100_00, 60_00, 55_00)]) == xirr(
        yearly(-100_00, 60_00, 55_00)
    )


def test_a_near_total_loss_is_never_below_minus_100_percent() -> None:
    assert xirr([(START, -(10**14)), (START + timedelta(days=1), 1)]).rates_ppm == (-1_000_000,)


def test_a_rate_that_cannot_be_written_is_said_to_be_too_large() -> None:
    assert xirr([(START, -1), (START + timedelta(days=1), 10**14)]).answer is XirrAnswer.TOO_LARGE


def test_doubling_in_a_day_is_absurd_but_still_a_rate() -> None:
    answer = xirr([(START, -1), (START + timedelta(days=1), 2)])

    assert answer.answer is XirrAnswer.ONE_RATE
    assert answer.rates_ppm[0] == pytest.approx(2**365 * 10**6)


@pytest.mark.parametrize(
    ("flows", "chinese", "english"),
    [
        (
            yearly(-100_00, 110_00),
            "按实际天数折算，年化利率（XIRR）是 10.00%。",
            "On the actual days, the annual rate (XIRR) is 10.00%.",
        ),
        (
            yearly(-100_00, 230_00, -132_00),
            "有 2 个年化利率都说得通：10.0000% · 20.0000%。收支多次换向时，不能只看其中一个。",
            (
                "2 annual rates fit: 10.0000% · 20.0000%. "
                "Where money changes direction several times, none of them alone is the cost."
            ),
        ),
        (
            yearly(1),
            "算不出年化利率：至少要有一天收入、另一天支出。",
            "There is no annual rate: money must come in on one day and go out on another.",
        ),
        (
            yearly(-100_00, 220_00, -122_00),
            "算不出年化利率：没有哪个利率能让这些收支相抵。",
            "There is no annual rate: at no rate do these amounts balance.",
        ),
        (
            [(START, -1), (START + timedelta(days=1), 10**14)],
            "年化利率大得写不出来：折算成一年，超过了 300 位数。",
            "The annual rate is too large to write: over a year it has more than 300 digits.",
        ),
    ],
)
def test_each_answer_is_a_sentence(flows: list[tuple[date, int]], chinese: str, english: str) -> None:
    sentence = xirr(flows).sentence

    assert (render(sentence, "zh"), render(sentence, "en")) == (chinese, english)


@given(
    st.lists(
        st.tuples(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(-(10**7), 10**7)),
        max_size=12,
    )
)
def test_any_flows_have_an_answer_and_its_rates_balance_them(flows: list[tuple[date, int]]) -> None:
    answer = xirr(flows)

    assert bool(answer.rates_ppm) == (answer.answer in {XirrAnswer.ONE_RATE, XirrAnswer.SEVERAL_RATES})
    assert all(rate >= -1_000_000 for rate in answer.rates_ppm)
    assert list(answer.rates_ppm) == sorted(answer.rates_ppm)


@given(st.integers(-900_000, 5_000_000), st.integers(1, 3650), st.integers(10**6, 10**9))
def test_one_payment_out_and_one_back_give_the_rate_they_were_made_with(
    rate_ppm: int, days: int, paid_fen: int
) -> None:
    back = round(paid_fen * (1 + rate_ppm / 10**6) ** (days / 365))
    # Nothing comes back of some losses; then there is no second flow, and no rate to meet.
    assume(back > 0)
    found = xirr([(START, -paid_fen), (START + timedelta(days=days), back)])

    # The amount paid back is in whole fen, so the rate it was made with is met only as closely as that.
    slack = 10**6 * (1 + rate_ppm / 10**6) * 365 / days / max(back, 1)
    assert abs(found.rates_ppm[0] - rate_ppm) <= 2 * slack + 1
