"""A seal opens in its own place, with its own key, unchanged, and nowhere else."""

from string import ascii_letters, digits

import pytest

from weilidai_core.vault.sealing import Seal, SealBroken, new_key

PLACE = "event.body:1:1"
LETTERS = f"{ascii_letters}{digits}+/="


def test_it_works() -> None:
    seal = Seal(new_key())
    sealed = seal.close("身份证 🙂".encode(), place=PLACE)

    assert seal.open(sealed, place=PLACE).decode() == "身份证 🙂"
    assert "身份证" not in sealed


def test_the_same_text_is_sealed_differently_each_time() -> None:
    seal = Seal(new_key())

    assert seal.close(b"text", place=PLACE) != seal.close(b"text", place=PLACE)


@pytest.mark.parametrize("place", ["event.body:1:2", "event.body:2:1", "step.request:1:1", ""])
def test_it_opens_in_no_other_place(place: str) -> None:
    seal = Seal(new_key())
    sealed = seal.close(b"text", place=PLACE)

    with pytest.raises(SealBroken):
        seal.open(sealed, place=place)


def test_it_opens_with_no_other_key() -> None:
    sealed = Seal(new_key()).close(b"text", place=PLACE)

    with pytest.raises(SealBroken):
        Seal(new_key()).open(sealed, place=PLACE)


@pytest.mark.parametrize("text", [b"tex", b"text", b"texts"])
def test_every_changed_character_is_noticed(text: bytes) -> None:
    """Also the last one before the padding, of which decoding drops two or four bits."""
    seal = Seal(new_key())
    sealed = seal.close(text, place=PLACE)

    for at, character in enumerate(sealed):
        for other in set(LETTERS) - {character}:
            with pytest.raises(SealBroken):
                seal.open(sealed[:at] + other + sealed[at + 1 :], place=PLACE)


@pytest.mark.parametrize("sealed", ["", "scribble", "🙂", "AAAA", '{"kind": "day-advanced"}'])
def test_what_was_never_sealed_is_refused(sealed: str) -> None:
    with pytest.raises(SealBroken) as refused:
        Seal(new_key()).open(sealed, place=PLACE)

    # Not even the chain of errors quotes what was tried.
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_a_mark_is_equal_for_equal_content_under_one_key_only() -> None:
    key = new_key()

    assert Seal(key).mark("15412345678") == Seal(key).mark("15412345678")
    assert Seal(key).mark("15412345678") != Seal(key).mark("15412345679")
    assert Seal(key).mark("15412345678") != Seal(new_key()).mark("15412345678")
