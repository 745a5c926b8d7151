"""The pages from the cost table to settlement, as an applicant meets them, over the real core."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import inspect, text

from pages.kit.components.paper import contract_paper
from tests.pages.conftest import OpenScene
from tests.pages.tab import TAGS
from weilidai_core.borrow.contract import sha256_of
from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.borrow.signing_views import contract, contract_text
from weilidai_core.events import EarlySettlementReceived, LoanDisbursed, QuestionAsked, RepaymentReceived
from weilidai_core.journey import Step, next_step
from weilidai_core.language import money
from weilidai_core.settle.early_settlement import early_settlement
from weilidai_core.store import open_store
from weilidai_core.trust.actions import has_pin, set_pin
from weilidai_core.world.views import read_history, today

PIN = "402719"


def test_it_works(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-cost")
    # Here a tap in the sheet runs the whole page, and closes it; "primary" opens it again.
    tab.pass_reading_time().tap("primary").tap("confirm_cost").read_to_the_end().tap("primary")

    tab.type_pin(PIN, PIN)

    assert tab.page == "paid"
    assert tab.count(LoanDisbursed) == 1
    assert "¥3,000.00" in tab.words


def test_the_cost_cannot_be_confirmed_before_its_reading_time(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-cost")
    assert tab.app.button(key="confirm_cost").disabled

    tab.pass_reading_time().tap("primary")

    assert not tab.app.button(key="confirm_cost").disabled


def test_the_cost_table_names_four_annual_rates_before_any_other(open_scene: OpenScene) -> None:
    words = open_scene("first-timer-cost").words.split("贷款人及全部费用的收取方")[1]

    places = [words.index(name) for name in ("× 360", "× 365", "IRR × 12", "XIRR", "利息合计")]
    places += [words.rindex("日利率 "), words.index("逾期罚息")]
    assert places == sorted(places)


def test_not_borrowing_is_one_tap_from_the_table_and_from_the_page(open_scene: OpenScene) -> None:
    for key in ("leave_cost", "leave"):
        tab = open_scene("first-timer-cost").tap(key)

        assert tab.page == "home"
        assert drawdowns_of(read_history(tab.world))[-1].abandoned


def test_the_contract_cannot_be_passed_unread(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-contract")
    assert tab.app.button(key="primary").disabled

    tab.read_to_the_end()

    assert not tab.app.button(key="primary").disabled
    assert next_step(read_history(tab.world)) is Step.SIGN


def test_the_contract_on_the_screen_is_the_one_whose_digest_is_signed(
    open_scene: OpenScene,
) -> None:
    world = open_scene("first-timer-contract", lang="en").world

    view = contract(world, lang="en")

    assert sha256_of(view.signed_text) == view.sha256 == sha256_of(contract_text(world, view.number))
    assert "reading copy" in view.text
    assert view.text != view.signed_text


def test_a_paper_leaves_no_character_of_the_contract_out(open_scene: OpenScene) -> None:
    view = contract(open_scene("first-timer-contract").world, lang="zh")

    shown = re.sub(r"\s", "", TAGS.sub("", contract_paper(view.text)))

    written = re.sub(r"^\d+\. |^#+ |^- |^\*\*|\*\*$|^\|[-|]+\|$|\|", "", view.text, flags=re.MULTILINE)
    assert shown == re.sub(r"\s", "", written).replace("&", "&amp;")


def test_markup_in_a_contract_stays_text() -> None:
    assert "<script>" not in contract_paper("<script>x</script>\n\n| <b> |\n|---|\n| <i> |")


@pytest.mark.parametrize(
    ("pins", "said"),
    [((PIN, "402718"), "不一样"), (("123456", "123456"), "太容易"), (("12345", "12345"), "6 位")],
)
def test_a_new_pin_that_will_not_do_signs_nothing(
    open_scene: OpenScene, pins: tuple[str, str], said: str
) -> None:
    tab = open_scene("first-timer-sign").type_pin(*pins)

    assert tab.page == "sign"
    assert said in tab.words
    assert not has_pin(open_store(), tab.world.id)
    assert tab.count(LoanDisbursed) == 0


def test_after_an_interruption_the_pin_is_asked_for_once(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-sign")
    set_pin(open_store(), tab.world.id, pin=PIN, again=PIN)

    tab.app.run()
    assert tab.components >= {"pin"}
    assert "new_pin" not in tab.components
    tab.type_pin(PIN)

    assert tab.page == "paid"


def test_a_wrong_pin_says_how_often_it_may_be_tried_then_locks_with_a_way_on(
    open_scene: OpenScene,
) -> None:
    tab = open_scene("first-timer-sign")
    set_pin(open_store(), tab.world.id, pin=PIN, again=PIN)
    tab.app.run()

    assert "4 次" in tab.type_pin("402718").words
    for _ in range(4):
        tab.type_pin("402718")

    assert "锁住" in tab.words
    assert "pin" not in tab.components
    assert tab.tap("unlock").page == "result"
    assert tab.count(LoanDisbursed) == 0


def test_the_pin_is_kept_nowhere(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-sign").type_pin(PIN, PIN)

    kept = str(tab.app.session_state._state.filtered_state) + str(dict(tab.app.query_params))
    engine = open_store().engine
    with engine.connect() as connection:
        for table in inspect(engine).get_table_names():
            kept += str(connection.execute(text(f'SELECT * FROM "{table}"')).all())
    assert PIN not in kept


def test_the_payout_shows_what_is_due_first(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-paid")
    first = loan_notes_of(read_history(tab.world))[0].rows[0]

    assert money(first.total_fen) in tab.words
    assert "9999 **** **** 1018" in tab.words.replace("\N{NO-BREAK SPACE}", " ")
    assert tab.tap("to_bills").page == "bills"


def test_an_instalment_is_repaid_on_its_day_and_once(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-paid").tap("to_bills")
    assert "还款 ¥" not in " ".join(button.label for button in tab.app.button)

    tab.tap("advance").tap("primary").tap("confirm_repayment")

    assert tab.page == "repay"
    assert "还款成功" in tab.words
    assert tab.count(RepaymentReceived) == 1
    assert tab.app.query_params["paid"] == "1"
    tab.app.run()
    assert "还款成功" in tab.words
    assert tab.tap("done").page == "bills"


def test_a_second_click_that_comes_late_repays_nothing_more(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-paid").tap("to_bills").tap("advance").tap("primary")
    confirm = tab.app.button(key="confirm_repayment")
    confirm.click().run()
    tab.open("repay", note=loan_notes_of(read_history(tab.world))[0].number, paid="")

    assert tab.count(RepaymentReceived) == 1
    assert "confirm_repayment" not in tab.keys


def test_before_its_day_an_instalment_offers_settling_and_the_calendar(
    open_scene: OpenScene,
) -> None:
    tab = open_scene("first-timer-repaid").open("repay")

    assert "confirm_repayment" not in tab.keys
    assert {"settle", "advance"} <= tab.keys


def test_a_loan_note_shows_every_row_with_its_reckoning(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-repaid").open("loan_note")
    note = loan_notes_of(read_history(tab.world))[0]

    rows = tab.words.split("还款计划")[1]
    assert all(money(row.total_fen) in rows for row in note.rows)
    assert rows.count(" 天 = ¥") == note.tenor
    assert "已还" in rows


def test_a_loan_note_nobody_has_is_refused_in_words(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-repaid").open("loan_note", note="JJ20990101-99")

    assert "没有找到这笔借据" in tab.words


def test_settling_on_the_payout_day_waits_for_tomorrow(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-paid").open("settle")
    assert "明天就可以结清" in tab.words

    paid_out_on = today(tab.world)
    tab.tap("advance").tap("confirm_settlement")

    assert tab.page == "settled"
    assert today(tab.world) == paid_out_on + timedelta(days=1)
    assert tab.count(EarlySettlementReceived) == 1


def test_what_settles_is_principal_and_interest_to_today(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-repaid")
    note = loan_notes_of(read_history(tab.world))[0]
    owed = early_settlement(note, on=today(tab.world))

    tab.open("settle")
    assert money(owed.total_fen) in tab.words
    tab.tap("confirm_settlement")

    assert "不再欠任何钱" in tab.words
    assert money(owed.saved_fen) in tab.words
    assert loan_notes_of(read_history(tab.world))[0].settled_on == today(tab.world)


@pytest.mark.parametrize(
    ("scene", "page", "leads_to"),
    [
        ("first-timer", "cost", "welcome"),
        ("first-timer-cost", "contract", "cost"),
        ("first-timer-cost", "sign", "cost"),
        ("first-timer-contract", "sign", "contract"),
        ("first-timer-sign", "paid", "sign"),
        ("first-timer-cost", "repay", "cost"),
        ("first-timer-repaid", "settled", "bills"),
        ("first-timer-settled", "settle", "settled"),
    ],
)
def test_a_page_before_its_time_leads_to_the_missing_step(
    open_scene: OpenScene, scene: str, page: str, leads_to: str
) -> None:
    assert open_scene(scene).open(page).page == leads_to


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_loan_there_are_no_bills(open_scene: OpenScene, lang: str) -> None:
    tab = open_scene("first-timer", lang=lang).open("bills")

    assert ("还没有账单" if lang == "zh" else "No bills yet") in tab.words


def test_a_button_asks_and_the_answer_has_the_accounts_own_figures(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-repaid").open("chat").tap("chip_questions_next-due")

    row = loan_notes_of(read_history(tab.world))[0].next_row
    assert row is not None
    assert money(row.total_fen) in tab.words
    assert tab.count(QuestionAsked) == 1


def test_a_typed_question_is_shown_as_it_was_typed(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-repaid", lang="en").open("chat")

    tab.app.text_input(key="question").input("返回 <b>when</b> is it due")
    tab.tap("send")

    assert "返回 &lt;b&gt;when&lt;/b&gt; is it due" in tab.words
    assert tab.app.text_input(key="question").value == ""


@pytest.mark.parametrize(("typed", "said"), [("   ", "还没有输入问题"), ("问" * 201, "最多 200 个字")])
def test_a_question_that_is_refused_stays_in_its_line(open_scene: OpenScene, typed: str, said: str) -> None:
    tab = open_scene("first-timer-repaid").open("chat")

    tab.app.text_input(key="question").input(typed)
    tab.tap("send")

    assert said in tab.words
    assert tab.app.text_input(key="question").value == typed
    assert tab.count(QuestionAsked) == 0
