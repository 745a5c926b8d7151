"""`weilidai personas`: the sample people, who they are, what is expected of them."""

import re

from tests.command_line.conftest import Weilidai
from weilidai_core.scenarios.personas import PERSONAS


def test_it_works(weilidai: Weilidai) -> None:
    ran = weilidai("personas", "--json")

    assert (ran.code, ran.err) == (0, "")
    assert [one["name"] for one in ran.data] == [one.name for one in PERSONAS]


def test_each_says_who_they_are_and_what_is_expected(weilidai: Weilidai) -> None:
    found = {one["name"]: one for one in weilidai("personas", "--json").data}

    assert len(found) >= 6
    assert all(one["who"] and one["expectation"] for one in found.values())
    assert {name: one["expected"] for name, one in found.items()} == {
        one.name: one.expected.value for one in PERSONAS
    }
    assert found["first-timer"]["plan"] == {
        "amount": "3000.00",
        "tenor": 12,
        "method": "equal-instalment",
    }


def test_english_is_english(weilidai: Weilidai) -> None:
    for arguments in (["personas"], ["personas", "--json"]):
        ran = weilidai(*arguments, lang="en")
        assert ran.code == 0
        assert not re.search(r"[一-龥]", ran.out)


def test_an_unknown_language_falls_back_to_chinese(weilidai: Weilidai) -> None:
    assert weilidai("personas", lang="tlh").out == weilidai("personas").out


def test_no_secret_of_a_sample_person_is_listed(weilidai: Weilidai) -> None:
    out = weilidai("personas", "--json").out

    for one in PERSONAS:
        assert one.pin not in out
        assert one.profile.person.id_number not in out
