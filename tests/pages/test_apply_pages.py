"""From 我 to the consents, page by page, on the real core: what is shown, kept, refused and led on to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit import session
from pages.kit.draft import draft
from pages.kit.session import Key
from weilidai_core.apply.application import Application, application_of
from weilidai_core.apply.consent import DOCUMENTS
from weilidai_core.apply.consent_views import consents
from weilidai_core.apply.information import LABELS
from weilidai_core.events import ConsentGiven, ConsentRefused
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.store import open_store
from weilidai_core.words import ConsentDocument, Outcome
from weilidai_core.world.actions import merge_draft
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World

ENTRY = str(Path(__file__).resolve().parents[2] / "pages" / "main.py")
SECRET = "the secret of one browser"
CREDIT, FACE = ConsentDocument.CREDIT_REPORT, ConsentDocument.FACE


class Phone:
    """One tab of one browser, in a world of its own; widgets are named by their keys."""

    def __init__(self, world: World, *, lang: str) -> None:
        self.world = world
        self.app = AppTest.from_file(ENTRY, default_timeout=30)
        self.app.session_state[str(Key.SECRET)] = SECRET
        self.app.query_params["lang"] = lang
        self.app.query_params["w"] = world.token

    def open(self, page: str) -> "Phone":
        """Open a page, as a link would."""
        self.app.session_state[str(Key.PENDING)] = (page, {})
        self.app.run()
        return self

    def tap(self, key: str) -> "Phone":
        """Tap the button of that key."""
        self.app.button(key=key).click().run()
        return self

    def type(self, name: str, text: str) -> "Phone":
        """Type into a field of the information form."""
        self.app.text_input(key=f"information_{name}").set_value(text).run()
        return self

    def choose(self, name: str, value: str) -> "Phone":
        """Choose from a list of the information form."""
        self.app.selectbox(key=f"information_{name}").set_value(value).run()
        return self

    def answer(self, document: ConsentDocument, answer: str) -> "Phone":
        """Tap one of the two answers on a document's card."""
        self.app.segmented_control(key=f"answer_{document}").set_value(answer).run()
        return self

    def read(self, document: ConsentDocument) -> "Phone":
        """Read a document to its end; no test reaches into a component, so the mark is set as it sets it."""
        mark = next(one.mark for one in consents(self.world).documents if one.document is document)
        merge_draft(self.world, form="consent", changes={document: mark})
        self.app.run()
        return self

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return str(self.app.session_state[str(Key.PAGE)])

    @property
    def words(self) -> str:
        """Everything that is drawn as text, and the labels of the buttons."""
        assert not self.app.exception
        drawn = [each.proto.body for each in self.app.get("html")]
        return "\n".join(drawn + [button.label for button in self.app.button])

    @property
    def application(self) -> Application:
        """The latest application."""
        found = application_of(read_history(self.world))
        assert found is not None
        return found


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Phone]:
    """Makes phones: `phone("first-timer", at="consent")`."""
    # AppTest's cookies are stand-ins that differ from run to run; a browser's do not.
    monkeypatch.setattr(session, "cookie", lambda name: "")

    def made(scene: str = "first-timer", *, at: str = "me", lang: str = "zh") -> Phone:
        opened = Phone(play(open_store(), scenario(scene), secret=SECRET), lang=lang).open("welcome")
        steps = ("welcome", "identity", "information", "consent")
        if at not in steps:
            return opened.open(at)
        for step in steps[: steps.index(at)]:
            assert opened.page == step
            if step == "information":
                opened.choose("purpose", "daily")
            opened.tap("primary")
        return opened

    return made


def test_the_entry_leads_over_the_wallet_to_the_first_page(phone) -> None:
    tab = phone(at="me").tap("cell_green_wallet")

    assert tab.page == "wallet"
    assert "860.00" in tab.words
    assert "7,200.00" in tab.words
    assert tab.tap("cell_blue_loan").page == "welcome"


def test_the_wallet_shows_only_what_moved_on_the_card(phone) -> None:
    assert phone("second-drawdown", at="wallet").tap("cell_blue_card").words.count("微粒贷放款") == 1
    assert "还没有。放款会到这张卡" in phone(at="wallet").tap("cell_blue_card").words


@pytest.mark.parametrize(
    ("scene", "told", "button"),
    [
        ("uninvited", "“强开”“内部开通”的都是骗局", "回到钱包"),
        ("declined", "30 天之后可以再次申请", "看上次的结果"),
        ("second-drawdown", "年化利率", "查看我的额度"),
        ("first-timer", "怎么申请", "查额度"),
    ],
)
def test_the_first_page_opens_for_each_as_they_stand(phone, scene: str, told: str, button: str) -> None:
    tab = phone(scene, at="welcome")

    assert told in tab.words
    assert tab.app.button(key="primary").label == button


def test_the_annual_rate_stands_before_the_daily_one(phone) -> None:
    words = phone(at="welcome").words

    assert words.index("7.20%–18.00%") < words.index("0.02%–0.05%")


def test_an_identity_is_shown_masked(phone) -> None:
    tab = phone(at="identity")

    assert "440***********1220" in tab.words
    assert "周婷婷" not in tab.words


def test_not_me_opens_the_sample_people(phone) -> None:
    assert "杨志强" in phone(at="identity").tap("not_me").words


def test_a_field_says_which_source_filled_it_and_that_it_was_changed(phone) -> None:
    tab = phone(at="information")

    assert "来自公积金中心（模拟）" in tab.words
    assert "您改过；原来的内容来自公积金中心（模拟）" in tab.type("employer", "样例公司").words


def test_typing_survives_a_refresh_and_a_new_tab(phone) -> None:
    tab = phone(at="information").type("employer", "<b>半句'; 话")

    again = Phone(tab.world, lang="zh").open("information")

    assert again.app.text_input(key="information_employer").value == "<b>半句'; 话"


def test_fields_kept_at_the_same_moment_are_both_kept(phone) -> None:
    world = phone(at="information").world
    merge_draft(world, form="information", changes={"employer": "一"})
    merge_draft(world, form="information", changes={"residence": "二"})

    assert draft(world, "information", {"employer": "", "residence": ""}) == {
        "employer": "一",
        "residence": "二",
    }


def test_every_mistake_is_told_at_once_and_nothing_typed_is_lost(phone) -> None:
    wrong = {
        "employer": "工" * 60,
        "monthly_income": "１２３",
        "residence": "'; DROP TABLE",
        "contact_name": "😀",
        "contact_mobile": "-1",
    }
    tab = phone("gig-worker", at="welcome").tap("primary").tap("primary")
    for name, text in wrong.items():
        tab.type(name, text)

    tab.tap("primary")

    assert tab.page == "information"
    assert tab.words.count('class="wl-refused"') == len(LABELS)
    assert {name: tab.app.text_input(key=f"information_{name}").value for name in wrong} == wrong
    assert tab.application.information is None


def test_a_corrected_field_is_quiet_at_once(phone) -> None:
    tab = phone(at="information").type("employer", "").tap("primary")
    before = tab.words.count('class="wl-refused"')

    assert tab.type("employer", "样例公司").words.count('class="wl-refused"') == before - 1


def test_a_student_is_declined_kindly_and_asked_for_no_consent(phone) -> None:
    tab = phone("student", at="welcome").tap("primary").tap("primary")

    tab.type("monthly_income", "1500").choose("purpose", "education").tap("primary")

    assert tab.page == "result"
    assert tab.application.decided is not None
    assert tab.application.decided.outcome is Outcome.DECLINED
    assert not tab.application.consents


def test_nothing_is_chosen_beforehand(phone) -> None:
    tab = phone(at="consent")

    assert [tab.app.segmented_control(key=f"answer_{one.document}").value for one in DOCUMENTS] == [None] * 4
    assert tab.app.button(key="primary").disabled


def test_agreeing_unread_opens_the_text_and_agrees_to_nothing(phone) -> None:
    tab = phone(at="consent").answer(CREDIT, "given")

    assert tab.app.button(key="give").disabled
    assert not tab.application.consents


def test_what_was_read_can_be_agreed_to_after_a_refresh(phone) -> None:
    tab = phone(at="consent").read(CREDIT)

    again = Phone(tab.world, lang="zh").open("consent").answer(CREDIT, "given")

    assert isinstance(again.application.consents[CREDIT], ConsentGiven)


def test_an_optional_document_is_refused_with_one_tap_unread(phone) -> None:
    tab = phone(at="consent").answer(FACE, "refused")

    assert isinstance(tab.application.consents[FACE], ConsentRefused)
    assert tab.application.ended is None
    assert "1/4" in tab.app.button(key="primary").label


def test_refusing_a_necessary_one_says_the_consequence_then_ends(phone) -> None:
    tab = phone(at="consent").answer(CREDIT, "refused")
    assert tab.application.ended is None
    assert "没有信用报告，就无法判断您能不能还" in tab.words

    tab.tap("end")
    tab.app.run()

    assert tab.application.ended is not None
    assert tab.open("welcome").app.button(key="primary").label == "查额度"
    assert "您没有同意《征信查询授权书》" in tab.words


def test_the_way_goes_on_when_all_four_are_answered(phone) -> None:
    tab = phone(at="consent")
    for one in DOCUMENTS:
        tab.read(one.document).answer(one.document, "given" if one.necessary else "refused")

    assert tab.tap("primary").page == "estimate"


def test_consents_can_be_withdrawn_later_from_the_page_me(phone) -> None:
    tab = phone("second-drawdown", at="me").tap("cell_green_consents")

    assert tab.page == "consent"
    assert "不同意，就不能再借新的；已经借的按合同继续还。" in tab.words
    assert tab.answer(CREDIT, "refused").tap("end").application.ended is None
    assert isinstance(tab.application.consents[CREDIT], ConsentRefused)


def test_a_page_that_is_too_early_leads_to_the_step_that_is_missing(phone) -> None:
    tab = phone(at="consent")

    fresh = phone(at="me").open("consent")

    assert tab.page == "consent"
    assert fresh.page == "welcome"
    assert "请先从微粒贷首页开始申请。" in fresh.words


@pytest.mark.parametrize("page", ["me", "wallet", "welcome", "identity", "information", "consent"])
def test_english_pages_hold_no_chinese_sentence(phone, page: str) -> None:
    words = phone(at=page, lang="en").words

    assert "。" not in words
    assert "请" not in words
