"""A rate as it is typed, kept and shown."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weilidai_core.basics.rates import (
    DailyRate,
    FlatFee,
    MonthlyRate,
    RateMissing,
    RateNegative,
    RateTooFine,
    RateTooLong,
    RateUnreadable,
    annual_rate_simple_ppm,
    fraction_of,
    of_ppm,
    parse_percent,
    percent_text,
    ppm,
)
from weilidai_core.basics.typed_text import FullWidthTyped


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("0.05%", Fraction(1, 2000)),
        ("0.045%", Fraction(9, 20000)),
        (" 7.2 % ", Fraction(9, 125)),
        ("0%", Fraction(0)),
        ("100%", Fraction(1)),
        ("0.0001%", Fraction(1, 1_000_000)),
    ],
)
def test_a_percentage_is_read_exactly(typed: str, rate: Fraction) -> None:
    assert parse_percent(typed) == rate


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", RateMissing),
        ("  ", RateMissing),
        ("0.05", RateUnreadable),
        ("%", RateUnreadable),
        ("five%", RateUnreadable),
        ("0.05‰", RateUnreadable),
        (".5%", RateUnreadable),
        ("😀%", RateUnreadable),
        ("1%; DROP TABLE step", RateUnreadable),
        ("-0.05%", RateNegative),
        ("0.00001%", RateTooFine),
        ("1000%", RateTooLong),
        ("９%", FullWidthTyped),
        ("0.05％", FullWidthTyped),
    ],
)
def test_what_is_no_percentage_is_refused_by_name(typed: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        parse_percent(typed)


def test_the_refusal_names_the_field_it_is_about() -> None:
    with pytest.raises(RateUnreadable) as refused:
        parse_percent("0.05", field="daily-rate")

    assert refused.value.field == "daily-rate"


@given(st.integers(0, 9_999_999))
def test_a_rate_written_out_is_read_back(rate_ppm: int) -> None:
    assert ppm(parse_percent(percent_text(rate_ppm))) == rate_ppm
    assert of_ppm(rate_ppm) == parse_percent(percent_text(rate_ppm))


@pytest.mark.parametrize(
    ("rate_ppm", "text"), [(500, "0.0500%"), (115168, "11.5168%"), (0, "0.0000%"), (-999_999, "-99.9999%")]
)
def test_a_rate_is_written_with_all_its_decimals(rate_ppm: int, text: str) -> None:
    assert percent_text(rate_ppm) == text


def test_a_fraction_that_is_no_whole_ppm_is_rounded_half_up() -> None:
    assert ppm(Fraction(1, 3)) == 333_333
    assert ppm(Fraction(1, 2_000_000)) == 1


def test_every_kind_of_rate_gives_its_bare_fraction() -> None:
    third = Fraction(1, 3)

    assert [fraction_of(rate) for rate in (DailyRate(third), MonthlyRate(third), FlatFee(third))] == [
        third
    ] * 3


def test_a_daily_rate_is_made_of_parts_per_million() -> None:
    assert DailyRate.of_ppm(500) == DailyRate(Fraction(1, 2000))


@pytest.mark.parametrize(("daily", "yearly"), [(500, 180_000), (200, 72_000), (0, 0)])
def test_the_simple_annual_rate_is_360_days_of_the_daily_one(daily: int, yearly: int) -> None:
    """0.05 % a day is 18 % a year, 0.02 % is 7.2 %: the bounds that the lender publishes."""
    assert annual_rate_simple_ppm(daily) == yearly
