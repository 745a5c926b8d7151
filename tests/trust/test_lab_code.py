"""The facilitator's code is one for the whole installation; a pass is one browser's, until a moment."""

import re

import pytest

from weilidai_core.trust.lab_code import is_lab_code, is_lab_pass, lab_code, lab_pass

BROWSER, NOW = "b" * 43, 1_800_000_000


def test_it_works() -> None:
    assert re.fullmatch(r"[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}", lab_code())
    assert is_lab_code(lab_code())
    assert is_lab_pass(lab_pass(BROWSER, until=NOW + 1), BROWSER, now=NOW)


def test_it_may_be_typed_as_one_likes() -> None:
    assert is_lab_code(f" {lab_code().replace('-', ' ').lower()} ")


@pytest.mark.parametrize("typed", ["", "-", "AAAA-AAAA-AAAA", "口令", "ＡＡＡＡ", "\x00", "A" * 10_000])
def test_anything_else_is_refused(typed: str) -> None:
    assert not is_lab_code(typed)
    assert not is_lab_code(lab_code()[:-1] + typed)


def test_another_key_has_another_code_and_honours_no_older_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    code, given = lab_code(), lab_pass(BROWSER, until=NOW + 1)
    monkeypatch.setenv("WEILIDAI_LAB_KEY", "A" * 43 + "=")

    assert lab_code() != code
    assert not is_lab_pass(given, BROWSER, now=NOW)


def test_a_pass_is_good_for_its_own_browser_and_time_only() -> None:
    given = lab_pass(BROWSER, until=NOW + 1)

    assert not is_lab_pass(given, "c" * 43, now=NOW)
    assert not is_lab_pass(given, BROWSER, now=NOW + 1)
    assert not is_lab_pass(given.replace(str(NOW + 1), str(NOW + 2)), BROWSER, now=NOW)
    assert not is_lab_pass(lab_pass("", until=NOW + 1), "", now=NOW)


@pytest.mark.parametrize("given", ["", ".", "1", "x.y", "９.x", "1" * 20 + ".x", "²."])
def test_what_is_no_pass_is_refused(given: str) -> None:
    assert not is_lab_pass(given, BROWSER, now=NOW)
