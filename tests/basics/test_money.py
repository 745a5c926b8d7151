"""An amount as it is typed, and the one rounding."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weilidai_core.basics.money import (
    AmountMissing,
    AmountNegative,
    AmountTooFine,
    AmountTooLong,
    AmountUnreadable,
    parse_yuan,
    round_half_up,
    yuan_text,
)
from weilidai_core.basics.typed_text import FullWidthTyped
from weilidai_core.errors import WeilidaiError


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("10000", 1_000_000),
        ("10,000", 1_000_000),
        ("10000.5", 1_000_050),
        ("10,000.50", 1_000_050),
        ("  10,000.50  ", 1_000_050),
        ("¥10,000", 1_000_000),
        ("￥ 10000", 1_000_000),
        ("\u300010000\u3000", 1_000_000),
        ("0", 0),
        ("0.01", 1),
        ("007", 700),
        ("999999999999.99", 99_999_999_999_999),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, fen: int) -> None:
    assert parse_yuan(typed) == fen


@pytest.mark.parametrize("typed", ["", "   ", "\u3000", "¥", "￥ "])
def test_nothing_typed_is_missing(typed: str) -> None:
    with pytest.raises(AmountMissing):
        parse_yuan(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "abc",
        "一万",
        "1万",
        "1e5",
        "10 000",
        "1,00",
        "1,0000",
        ",100",
        "1.",
        ".5",
        "1.2.3",
        "++1",
        "+1",
        "--1",
        "😀",
        "10000😀",
        "1'; DROP TABLE loan_note; --",
        "**100**",
        "[100](https://example.org)",
        "<b>1</b>",
        "٣٤",
        "½",
        "1\n2",
        "NaN",
        "Infinity",
        "-",
        "0x10",
        "1_000",
    ],
)
def test_what_is_no_amount_is_unreadable(typed: str) -> None:
    with pytest.raises(AmountUnreadable):
        parse_yuan(typed)


@pytest.mark.parametrize("typed", ["-100", "−100", "-¥100", "¥-100", "－１００", "-0.01"])
def test_a_negative_amount_is_named_as_such(typed: str) -> None:
    with pytest.raises(AmountNegative):
        parse_yuan(typed)


@pytest.mark.parametrize("typed", ["1.234", "0.001", "10,000.500"])
def test_parts_of_a_fen_are_refused(typed: str) -> None:
    with pytest.raises(AmountTooFine):
        parse_yuan(typed)


@pytest.mark.parametrize("typed", ["1000000000000", "9" * 5000, "1,000,000,000,000"])
def test_an_absurdly_long_amount_is_refused(typed: str) -> None:
    with pytest.raises(AmountTooLong) as refused:
        parse_yuan(typed)

    assert refused.value.facts == {"longest": 12}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("１００００", "10000"),
        ("1００00", "10000"),
        ("10，000", "10,000"),
        ("10000．50", "10000.50"),
        ("100。5", "100.5"),
    ],
)
def test_full_width_digits_are_shown_back_in_half_width(typed: str, shown: str) -> None:
    with pytest.raises(FullWidthTyped) as refused:
        parse_yuan(typed)

    assert refused.value.facts == {"half_width": shown}


def test_the_refusal_names_the_field_it_is_about() -> None:
    with pytest.raises(AmountUnreadable) as refused:
        parse_yuan("abc", field="amount")

    assert refused.value.field == "amount"


def test_no_refusal_repeats_what_was_typed() -> None:
    with pytest.raises(AmountUnreadable) as refused:
        parse_yuan("<script>")

    assert refused.value.facts == {}


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    with contextlib.suppress(WeilidaiError):
        assert parse_yuan(typed) >= 0


@given(st.integers(0, 10**14 - 1))
def test_an_amount_written_out_is_read_back(fen: int) -> None:
    assert parse_yuan(yuan_text(fen)) == fen


@pytest.mark.parametrize(("fen", "text"), [(0, "0.00"), (5, "0.05"), (123456, "1234.56"), (-5, "-0.05")])
def test_an_amount_is_written_with_two_decimals(fen: int, text: str) -> None:
    assert yuan_text(fen) == text


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [
        (0, 2, 0),
        (1, 2, 1),
        (3, 2, 2),
        (5, 2, 3),
        (9, 20, 0),
        (11, 20, 1),
        (-1, 2, 0),
        (-3, 4, -1),
        (10**40, 10**20, 10**20),
    ],
)
def test_half_goes_up(numerator: int, denominator: int, rounded: int) -> None:
    assert round_half_up(numerator, denominator) == rounded
