"""What a signing PIN must be, and what a successful check leaves behind."""

import pytest
from pydantic import ValidationError

from weilidai_core.trust.pin import (
    Authorised,
    PinNotSixDigits,
    PinTooSimple,
    check_pin,
    evidence_of,
)
from weilidai_core.words import SigningMethod


def test_it_works() -> None:
    check_pin("402719")


@pytest.mark.parametrize(
    "pin",
    [
        "",
        "12345",
        "4027190",
        "40271x",
        "40 719",
        "-40271",
        "４０２７１９",
        "٤٠٢٧١٩",
        "²40271",
        "🙂" * 6,
        "一二三四五六",
        "402719\n",
    ],
)
def test_anything_but_six_digits_is_refused(pin: str) -> None:
    with pytest.raises(PinNotSixDigits):
        check_pin(pin)


@pytest.mark.parametrize(
    "pin", ["000000", "999999", "123456", "012345", "567890", "654321", "098765", "987654"]
)
def test_a_repeated_digit_or_a_plain_run_is_refused(pin: str) -> None:
    with pytest.raises(PinTooSimple):
        check_pin(pin)


@pytest.mark.parametrize("pin", ["123457", "112233", "000001", "132435"])
def test_anything_less_plain_is_the_applicants_own_choice(pin: str) -> None:
    check_pin(pin)


def test_the_evidence_is_named_after_the_text_it_is_for() -> None:
    assert evidence_of("ab" * 32) == "pin-abababababababab"
    assert evidence_of("ab" * 32) != evidence_of("cd" * 32)


def test_what_was_authorised_cannot_be_changed() -> None:
    authorised = Authorised(method=SigningMethod.PIN, evidence_id="pin-1", sha256="0" * 64)

    with pytest.raises(ValidationError):
        authorised.sha256 = "1" * 64
