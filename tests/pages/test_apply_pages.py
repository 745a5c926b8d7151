"""From 我 to the consents, page by page, on the real core: what is shown, kept, refused and led on to."""

import pytest

from pages.kit.draft import draft
from tests.pages.conftest import OpenScene
from tests.pages.tab import Tab
from weilidai_core.apply.consent import DOCUMENTS
from weilidai_core.apply.consent_views import consents
from weilidai_core.apply.information import LABELS
from weilidai_core.events import ConsentGiven, ConsentRefused
from weilidai_core.words import ConsentDocument, Outcome
from weilidai_core.world.actions import merge_draft

CREDIT, FACE = ConsentDocument.CREDIT_REPORT, ConsentDocument.FACE


def answer(tab: Tab, document: ConsentDocument, given: str) -> Tab:
    """Tap one of the two answers on a document's card."""
    return tab.pick(f"answer_{document}", given)


def read(tab: Tab, document: ConsentDocument) -> Tab:
    """Read a document to its end, and keep the mark that its paper then keeps."""
    mark = next(one.mark for one in consents(tab.world).documents if one.document is document)
    merge_draft(tab.world, form="consent", changes={document: mark})
    return tab.run()


def test_the_entry_leads_over_the_wallet_to_the_first_page(applying: OpenScene) -> None:
    tab = applying(at="me").tap("cell_green_wallet")

    assert tab.page == "wallet"
    assert "860.00" in tab.words
    assert "7,200.00" in tab.words
    assert tab.tap("cell_blue_loan").page == "welcome"


def test_the_wallet_shows_only_what_moved_on_the_card(applying: OpenScene) -> None:
    assert applying("second-drawdown", at="wallet").tap("cell_blue_card").words.count("微粒贷放款") == 1
    assert "还没有。放款会到这张卡" in applying(at="wallet").tap("cell_blue_card").words


@pytest.mark.parametrize(
    ("scene", "told", "button"),
    [
        ("uninvited", "“强开”“内部开通”的都是骗局", "回到钱包"),
        ("declined", "30 天之后可以再次申请", "看上次的结果"),
        ("second-drawdown", "年化利率", "查看我的额度"),
        ("first-timer", "怎么申请", "查额度"),
    ],
)
def test_the_first_page_opens_for_each_as_they_stand(
    applying: OpenScene, scene: str, told: str, button: str
) -> None:
    tab = applying(scene, at="welcome")

    assert told in tab.words
    assert tab.app.button(key="primary").label == button


def test_the_annual_rate_stands_before_the_daily_one(applying: OpenScene) -> None:
    words = applying(at="welcome").words

    assert words.index("7.20%–18.00%") < words.index("0.02%–0.05%")


def test_an_identity_is_shown_masked(applying: OpenScene) -> None:
    tab = applying(at="identity")

    assert "440***********1220" in tab.words
    assert "周婷婷" not in tab.words


def test_not_me_opens_the_sample_people(applying: OpenScene) -> None:
    assert "杨志强" in applying(at="identity").tap("not_me").words


def test_a_field_says_which_source_filled_it_and_that_it_was_changed(applying: OpenScene) -> None:
    tab = applying(at="information")

    assert "来自公积金中心（模拟）" in tab.words
    assert "您改过；原来的内容来自公积金中心（模拟）" in tab.fill("information_employer", "样例公司").words


def test_typing_survives_a_refresh_and_a_new_tab(applying: OpenScene) -> None:
    tab = applying(at="information").fill("information_employer", "<b>半句'; 话")

    again = Tab(tab.world).open("information")

    assert again.app.text_input(key="information_employer").value == "<b>半句'; 话"


def test_fields_kept_at_the_same_moment_are_both_kept(applying: OpenScene) -> None:
    world = applying(at="information").world
    merge_draft(world, form="information", changes={"employer": "一"})
    merge_draft(world, form="information", changes={"residence": "二"})

    assert draft(world, "information", {"employer": "", "residence": ""}) == {
        "employer": "一",
        "residence": "二",
    }


def test_every_mistake_is_told_at_once_and_nothing_typed_is_lost(applying: OpenScene) -> None:
    wrong = {
        "employer": "工" * 60,
        "monthly_income": "１２３",
        "residence": "'; DROP TABLE",
        "contact_name": "😀",
        "contact_mobile": "-1",
    }
    tab = applying("gig-worker", at="welcome").tap("primary").tap("primary")
    for name, text in wrong.items():
        tab.fill(f"information_{name}", text)

    tab.tap("primary")

    assert tab.page == "information"
    assert tab.markup.count('class="wl-refused"') == len(LABELS)
    assert {name: tab.app.text_input(key=f"information_{name}").value for name in wrong} == wrong
    assert tab.application.information is None


def test_a_corrected_field_is_quiet_at_once(applying: OpenScene) -> None:
    tab = applying(at="information").fill("information_employer", "").tap("primary")
    before = tab.markup.count('class="wl-refused"')

    assert tab.fill("information_employer", "样例公司").markup.count('class="wl-refused"') == before - 1


def test_a_student_is_declined_kindly_and_asked_for_no_consent(applying: OpenScene) -> None:
    tab = applying("student", at="welcome").tap("primary").tap("primary")

    tab.fill("information_monthly_income", "1500").choose("information_purpose", "education").tap("primary")

    assert tab.page == "result"
    assert tab.application.decided is not None
    assert tab.application.decided.outcome is Outcome.DECLINED
    assert not tab.application.consents


def test_nothing_is_chosen_beforehand(applying: OpenScene) -> None:
    tab = applying(at="consent")

    assert [tab.app.segmented_control(key=f"answer_{one.document}").value for one in DOCUMENTS] == [None] * 4
    assert tab.app.button(key="primary").disabled


def test_agreeing_unread_opens_the_text_and_agrees_to_nothing(applying: OpenScene) -> None:
    tab = answer(applying(at="consent"), CREDIT, "given")

    assert tab.app.button(key="give").disabled
    assert not tab.application.consents


def test_what_was_read_can_be_agreed_to_after_a_refresh(applying: OpenScene) -> None:
    tab = read(applying(at="consent"), CREDIT)

    again = answer(Tab(tab.world).open("consent"), CREDIT, "given")

    assert isinstance(again.application.consents[CREDIT], ConsentGiven)


def test_an_optional_document_is_refused_with_one_tap_unread(applying: OpenScene) -> None:
    tab = answer(applying(at="consent"), FACE, "refused")

    assert isinstance(tab.application.consents[FACE], ConsentRefused)
    assert tab.application.ended is None
    assert "1/4" in tab.app.button(key="primary").label


def test_refusing_a_necessary_one_says_the_consequence_then_ends(applying: OpenScene) -> None:
    tab = answer(applying(at="consent"), CREDIT, "refused")
    assert tab.application.ended is None
    assert "没有信用报告，就无法判断您能不能还" in tab.words

    tab.tap("end")
    tab.app.run()

    assert tab.application.ended is not None
    assert tab.open("welcome").app.button(key="primary").label == "查额度"
    assert "您没有同意《征信查询授权书》" in tab.words


def test_the_way_goes_on_when_all_four_are_answered(applying: OpenScene) -> None:
    tab = applying(at="consent")
    for one in DOCUMENTS:
        answer(read(tab, one.document), one.document, "given" if one.necessary else "refused")

    assert tab.tap("primary").page == "estimate"


def test_consents_can_be_withdrawn_later_from_the_page_me(applying: OpenScene) -> None:
    tab = applying("second-drawdown", at="me").tap("cell_green_consents")

    assert tab.page == "consent"
    assert "不同意，就不能再借新的；已经借的按合同继续还。" in tab.words
    assert answer(tab, CREDIT, "refused").tap("end").application.ended is None
    assert isinstance(tab.application.consents[CREDIT], ConsentRefused)


def test_a_page_that_is_too_early_leads_to_the_step_that_is_missing(applying: OpenScene) -> None:
    tab = applying(at="consent")

    fresh = applying(at="me").open("consent")

    assert tab.page == "consent"
    assert fresh.page == "welcome"
    assert "请先从微粒贷首页开始申请。" in fresh.words


@pytest.mark.parametrize("page", ["me", "wallet", "welcome", "identity", "information", "consent"])
def test_english_pages_hold_no_chinese_sentence(applying: OpenScene, page: str) -> None:
    words = applying(at=page, lang="en").words

    assert "。" not in words
    assert "请" not in words
