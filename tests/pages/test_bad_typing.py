"""Every field of every form, given everything that was not meant for it, in both languages.

The law: a clear sentence, the typing kept as it was typed, and no row written but the draft. Each refusal
leaves the world as it was, so all cells of a form share one tab. What is no refusal stands in a table
here, with its reason.
"""

import html
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from pydantic import ValidationError
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.WidgetStates_pb2 import WidgetState

from pages.kit.session import Key
from tests.bad_typing import KINDS, LANGUAGES, TYPED, assert_clear, typed_as
from tests.pages.tab import Tab, scene, walked
from tests.worlds import do, rows
from weilidai_core.apply.actions import SubmitApplication
from weilidai_core.apply.information import LABELS
from weilidai_core.borrow.actions import ChoosePlan
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import QuestionAsked
from weilidai_core.journey import Step
from weilidai_core.language import render
from weilidai_core.store import open_store
from weilidai_core.trust.actions import set_pin
from weilidai_core.world.actions import fields_of, merge_draft
from weilidai_core.world.views import read_draft

PIN = "402719"

every_language = pytest.mark.parametrize("lang", LANGUAGES)
every_kind = pytest.mark.parametrize("kind", KINDS)
both_trials = pytest.mark.parametrize("form", ["estimate", "quote"])

INFORMATION = {
    "occupation": "astronaut",
    "employer": "工" * 41,
    "monthly_income": "1000000.01",
    "residence": "样" * 61,
    "contact_name": "样" * 21,
    "contact_mobile": "154000000000",
    "purpose": "speculation",
}
CHOICES = ("occupation", "purpose")

# A question may be about anything and in any script: these are answered, and shown as they were typed.
ANSWERED = {
    "arabic": "a language is no mistake",
    "cyrillic": "a language is no mistake",
    "emoji": "people write so",
    "full-width digits": "a number is a question, if a short one",
    "negative": "as above",
    "zero": "as above",
    "sql": "harmless: it is bound, never pasted into a statement",
    "markdown": "harmless: it is drawn as text",
    "html": "harmless: it is escaped",
    "newline": "the line has one row: the break is shown as a space",
}
# What is not kept: a PIN, because nothing may keep it, and the day in the menu, whose sheet is closed by
# the answer and whose entry, the device's own calendar, holds nothing but days.
# What is not told: a choice that the browser makes up. Streamlit knows the options it has drawn and drops any
# other, so what was chosen stays chosen.


def the_tab(form: str, lang: str) -> Tab:
    """The one tab of a form and a language, on its page."""
    return _TABS[form](lang)


@cache
def information(lang: str) -> Tab:
    """Everything filled in, nothing handed in."""
    tab = Tab(walked("first-timer", Step.IDENTITY), lang=lang).open("information")
    return tab.choose("information_purpose", "daily")


@cache
def estimate(lang: str) -> Tab:
    """Before the submission."""
    return Tab(walked("first-timer", Step.CONSENT), lang=lang).open("estimate")


@cache
def quote(lang: str) -> Tab:
    """With a limit in hand."""
    return Tab(scene("second-drawdown"), lang=lang).open("quote")


@cache
def chat(lang: str) -> Tab:
    """At the service desk."""
    return Tab(scene("first-timer-repaid"), lang=lang).open("chat")


@cache
def first_signing(lang: str) -> Tab:
    """Where a PIN is set."""
    return Tab(scene("first-timer-sign"), lang=lang).open("sign")


@cache
def later_signing(lang: str) -> Tab:
    """Where a PIN is asked for."""
    tab = Tab(scene("first-timer-sign"), lang=lang).open("sign")
    set_pin(open_store(), tab.world.id, pin=PIN, again=PIN)
    return tab.run()


_TABS = {"information": information, "estimate": estimate, "quote": quote, "chat": chat}


@contextmanager
def nothing_written(*but: str) -> Iterator[None]:
    """No table but those named, and the drafts', has another number of rows afterwards."""
    before = rows(open_store())
    yield
    after = rows(open_store())
    assert {name for name in after if after[name] != before[name]} - {"draft"} == set(but)


def drafted(tab: Tab, form: str, field: str) -> str | None:
    """What the draft holds for a field."""
    return fields_of(read_draft(tab.world, form=form)).get(field)


def assert_harmless(tab: Tab, typed: str) -> None:
    """The page did not fail, and nothing typed has become markup."""
    markup = tab.markup
    assert "wl-error-state" not in markup
    assert TYPED["html"] not in markup
    assert all(typed not in each.value for each in (*tab.app.markdown, *tab.app.toast) if len(typed) > 6)


def alerts(tab: Tab) -> list[str]:
    """The sentences that stand at fields."""
    found = re.findall(r'<p class="wl-refused" role="alert">(.*?)</p>', tab.markup)
    return [html.unescape(each) for each in found]


@every_language
@every_kind
@pytest.mark.parametrize("field", LABELS)
def test_a_field_of_the_information_form(field: str, kind: str, lang: str) -> None:
    tab, typed = the_tab("information", lang), typed_as(kind, above=INFORMATION[field])
    key = f"information_{field}"
    box = tab.app.selectbox(key=key) if field in CHOICES else tab.app.text_input(key=key)
    was = box.value
    with nothing_written():
        tab.tap("primary", WidgetState(id=box.id, string_value=typed))

    assert tab.page == "information"
    told = alerts(tab)
    assert len(told) == 1
    assert_clear(told[0], lang=lang)
    assert_harmless(tab, typed)
    assert drafted(tab, "information", field) == typed
    if field not in CHOICES:
        assert tab.app.text_input(key=key).value == typed
    # A corrected field is quiet at once. A made-up choice stands in the draft alone: on the screen the last
    # real one is still chosen, and that is what the next tap would hand in.
    merge_draft(tab.world, form="information", changes={field: was})
    tab.run(WidgetState(id=box.id, string_value=was))
    assert alerts(tab) == []


@every_language
@every_kind
@both_trials
def test_the_amount_of_a_trial(form: str, kind: str, lang: str) -> None:
    tab, typed = the_tab(form, lang), typed_as(kind, above="200001")
    key = f"{form}_{tab.world.id}_amount"
    with nothing_written():
        tab.tap("primary", tab.state(key, text=typed))

    assert tab.page == form
    (toast,) = tab.app.toast
    (under_it,) = tab.refused_in_components
    for said in (html.unescape(toast.value), under_it):
        assert_clear(said, lang=lang)
    assert_harmless(tab, typed)
    assert drafted(tab, form, "amount") == typed
    assert json.loads(tab.component(key).json)[0]["text"] == typed


@every_language
@every_kind
@both_trials
@pytest.mark.parametrize("field", ["tenor", "method"])
def test_a_choice_of_a_trial_that_was_never_offered(form: str, field: str, kind: str, lang: str) -> None:
    tab, typed = the_tab(form, lang), typed_as(kind, above="361")
    choice = tab.app.segmented_control(key=f"{form}_{tab.world.id}_{field}")
    chosen = choice.value
    with nothing_written():
        tab.run(WidgetState(id=choice.id, string_array_value=StringArray(data=[typed] if typed else [])))

    assert tab.app.segmented_control(key=choice.key).value == chosen
    assert_harmless(tab, typed)


@pytest.mark.parametrize("request_of", [SubmitApplication, ChoosePlan])
@pytest.mark.parametrize("field", ["amount_fen", "tenor", "method"])
@every_kind
def test_a_plan_that_is_asked_for_without_a_page(
    request_of: type[SubmitApplication | ChoosePlan], field: str, kind: str
) -> None:
    tab = the_tab("estimate" if request_of is SubmitApplication else "quote", "zh")
    good = {"amount_fen": 1_000_00, "tenor": 6, "method": "equal-principal"}
    with nothing_written():
        try:
            request = request_of.model_validate({**good, field: typed_as(kind, above="20000100")})
        except ValidationError:
            # It cannot even be asked for.
            return
        with pytest.raises(WeilidaiError) as refused:
            do(tab.world, request)
    for lang in LANGUAGES:
        assert_clear(render(refused.value.sentence, lang), lang=lang)


@every_language
@every_kind
def test_a_question_to_the_service_desk(kind: str, lang: str) -> None:
    tab, typed = the_tab("chat", lang), typed_as(kind, above="问" * 201)
    asked = tab.count(QuestionAsked)
    tab.app.text_input(key="question").input(typed)
    with nothing_written(*(["event", "step"] if kind in ANSWERED else [])):
        tab.tap("send")

    assert_harmless(tab, typed)
    assert tab.count(QuestionAsked) == asked + (kind in ANSWERED)
    if kind in ANSWERED:
        assert html.escape(" ".join(typed.split())) in tab.markup
        assert tab.app.text_input(key="question").value == ""
        return
    (told,) = alerts(tab)
    assert_clear(told, lang=lang)
    assert tab.app.text_input(key="question").value == typed


@every_language
@every_kind
@pytest.mark.parametrize("entry", ["new", "again", "once"])
def test_a_pin(entry: str, kind: str, lang: str) -> None:
    typed = typed_as(kind, above="1234567")
    tab = later_signing(lang) if entry == "once" else first_signing(lang)
    with nothing_written():
        if entry == "once":
            tab.type_pin(typed)
        else:
            tab.type_pin(PIN if entry == "again" else typed, typed)

    assert tab.page == "sign"
    (told,) = tab.refused_in_components
    assert_clear(told, lang=lang)
    assert_harmless(tab, typed)


@every_language
@every_kind
def test_the_day_in_the_menu(kind: str, lang: str) -> None:
    tab, typed = the_tab("chat", lang), typed_as(kind, above="2199-12-31")
    # Here what a sheet sends runs the whole page, and the sheet never hears that it was closed.
    tab.app.session_state[str(Key.LEAVE_SHEET)] = False
    tab.tap("menu")
    with nothing_written():
        tab.run(tab.state("menu_day", day=typed))

    (told,) = re.findall(r'<div class="wl-note wl-info" role="status"><p>(.*?)</p>', tab.markup)
    assert_clear(html.unescape(told), lang=lang)
    assert_harmless(tab, typed)
    assert alerts(tab) == []
