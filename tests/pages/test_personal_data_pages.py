"""The pages about the person's own data: all of it masked, a copy to take along, and the end of it."""

import json

import pytest

from tests.pages.tab import SECRET, Tab, scene, walked
from weilidai_core.journey import Step
from weilidai_core.personal_data.actions import erased_worlds
from weilidai_core.personal_data.register import register
from weilidai_core.personal_data.views import copy_as_document, copy_as_json
from weilidai_core.scenarios.personas import persona
from weilidai_core.store import open_store

WHO = persona("first-timer")
OPEN = [
    *(getattr(WHO.profile.person, name) for name in ("name", "id_number", "mobile", "card_number")),
    *(getattr(WHO.typed, name) for name in ("employer", "residence", "contact_name", "contact_mobile")),
]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_data_is_shown_and_nothing_open(lang: str) -> None:
    tab = Tab(scene("first-timer-settled"), lang=lang).open("personal_data")

    assert tab.page == "personal_data"
    assert tab.markup.count('class="wl-cell"') == len(register())
    assert [value for value in OPEN if value in tab.markup] == []
    if lang == "zh":
        assert all(entry.fact.label in tab.words for entry in register())
        assert "440" in tab.words or "***********" in tab.words


def test_a_copy_holds_everything_and_nothing_open() -> None:
    world = scene("first-timer-settled")

    copied = json.loads(copy_as_json(world))

    assert {one["label"] for one in copied["data"]} == {entry.fact.label for entry in register()}
    assert len(copied["consents"]) == 4
    for text in (copy_as_json(world), *(copy_as_document(world, lang=lang) for lang in ("zh", "en"))):
        assert [value for value in OPEN if value in text] == []


def test_erasing_says_what_follows_first_and_then_leaves_a_receipt() -> None:
    world = walked("first-timer", Step.SIGN)
    tab = Tab(world).open("personal_data").tap("erase")
    assert "还没还清" in tab.words or "没还清的借款" in tab.words

    tab.tap("erase_now")

    assert tab.page == "erased"
    assert world.token in {one.token for one in erased_worlds(open_store(), SECRET)}
    assert world.token in tab.words
    assert tab.world.token != world.token


def test_keeping_it_erases_nothing() -> None:
    world = walked("first-timer", Step.WELCOME)
    tab = Tab(world).open("personal_data").tap("erase").tap("keep")

    assert tab.world.token == world.token
    assert world.token not in {one.token for one in erased_worlds(open_store(), SECRET)}


def test_the_address_of_an_erased_demo_begins_a_new_one_and_says_so() -> None:
    world = walked("first-timer", Step.WELCOME)
    Tab(world).open("personal_data").tap("erase").tap("erase_now")

    tab = Tab(world).run()

    assert "已经清空" in tab.words
    assert tab.world.token != world.token


def test_the_tab_keeps_nothing_open_between_runs() -> None:
    tab = Tab(walked("first-timer", Step.IDENTITY)).open("information").open("personal_data")

    kept = repr(tab.app.session_state)
    assert tab.world.token in kept
    assert [value for value in OPEN if value in kept] == []


def test_what_was_handed_in_can_be_corrected_and_is_shown_from_then_on() -> None:
    tab = Tab(walked("first-timer", Step.SIGN)).open("personal_data").tap("correct")
    assert tab.page == "correction"

    tab.fill("correction_employer", "新样例公司").tap("primary")

    assert tab.page == "personal_data"
    assert "新样***" in tab.words
    assert tab.application.information is not None
    assert tab.application.information.employer == WHO.typed.employer


def test_a_correction_that_cannot_be_is_refused_at_its_field_and_kept() -> None:
    tab = Tab(walked("first-timer", Step.SIGN)).open("correction")

    tab.fill("correction_employer", "🙂").tap("primary")

    assert tab.page == "correction"
    assert "表情" in tab.words
    assert tab.app.text_input(key="correction_employer").value == "🙂"


def test_before_anything_was_handed_in_there_is_nothing_to_correct() -> None:
    tab = Tab(walked("first-timer", Step.WELCOME)).open("correction")

    assert tab.page == "personal_data"
    assert "没有可以更正的" in tab.words
