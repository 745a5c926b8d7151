"""How figures are written, to the character, in both languages."""

from datetime import date

import pytest

from weilidai_core.language import day, money, number, percent, short_day


def test_it_works() -> None:
    assert money(1_234_56) == "¥1,234.56"


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "¥0.00"),
        (1, "¥0.01"),
        (10, "¥0.10"),
        (99_99, "¥99.99"),
        (1_000_00, "¥1,000.00"),
        (200_000_00, "¥200,000.00"),
        (-1, "-¥0.01"),
        (-1_234_567_89, "-¥1,234,567.89"),
    ],
)
def test_money_has_two_decimals_and_groups_of_three(fen: int, text: str) -> None:
    assert money(fen) == text
    assert number(fen) == text.replace("¥", "")


@pytest.mark.parametrize(
    ("ppm", "text"),
    [
        (0, "0.00%"),
        (108_000, "10.80%"),
        (144_000, "14.40%"),
        (400, "0.04%"),
        (450, "0.045%"),
        (675, "0.0675%"),
        (1, "0.0001%"),
        (9_999, "0.9999%"),
        (10_000, "1.00%"),
        (123_449, "12.34%"),
        (123_450, "12.35%"),
        (999_999, "100.00%"),
        (2_160_000, "216.00%"),
        (-450, "-0.045%"),
        (-108_000, "-10.80%"),
    ],
)
def test_a_rate_has_two_decimals_and_a_small_one_keeps_its_own(ppm: int, text: str) -> None:
    assert percent(ppm) == text


@pytest.mark.parametrize(
    ("language", "long", "short"), [("zh", "2026年3月8日", "3月8日"), ("en", "8 Mar 2026", "8 Mar")]
)
def test_a_day_is_written_as_the_language_does(language: str, long: str, short: str) -> None:
    assert day(date(2026, 3, 8), language) == long
    assert short_day(date(2026, 3, 8), language) == short
