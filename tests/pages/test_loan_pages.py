"""The pages from the cost table to settlement, as an applicant meets them, over the real core."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import inspect, text
from streamlit.testing.v1 import AppTest

import pages.kit.session
import pages.kit.widgets
import pages.kit.widgets.new_pin
import pages.kit.widgets.waiting
from pages.kit.components.paper import contract_paper
from tests.conftest import ROOT
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
from weilidai_core.world.views import read_history, today, world_by_token
from weilidai_core.world.world import World

PIN = "402719"
TAGS = re.compile(r"<style.*?</style>|<script.*?</script>|<[^>]+>", re.DOTALL)


@dataclass
class Phone:
    """One tab: what it shows, what can be tapped, and the world behind it."""

    at: AppTest = field(repr=False)
    pins: list[str] = field(default_factory=list)

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return str(self.at.session_state["wl_page"])

    @property
    def words(self) -> str:
        """All that is written on the page, without its markup."""
        return TAGS.sub(" ", " ".join(one.proto.body for one in self.at.get("html")))

    @property
    def keys(self) -> set[str]:
        """The buttons that are there."""
        return {button.key or "" for button in self.at.button}

    @property
    def world(self) -> World:
        """The tab's world."""
        return world_by_token(open_store(), str(self.at.session_state["wl_world"]))

    def tap(self, key: str) -> "Phone":
        """Tap a button."""
        self.at.button(key=key).click().run()
        assert not self.at.exception
        return self

    def open(self, script: str, **params: str) -> "Phone":
        """Open a page by its address."""
        for name, value in params.items():
            self.at.query_params[name] = value
        self.at.switch_page(script).run()
        assert not self.at.exception
        return self

    def type_pin(self, *pins: str) -> "Phone":
        """Fill the six boxes; twice where the PIN is new."""
        self.pins[:] = pins
        return self.tap("pin_is_in")

    def count(self, kind: type) -> int:
        """How often something happened in the world."""
        return sum(isinstance(each.event, kind) for each in read_history(self.world))


@pytest.fixture
def open_scene(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Phone]:
    """Opens a scenario in a new tab. Widgets that live in the browser are taps here."""
    pins: list[str] = []

    def waiting(seconds: int, *, key: str, on_passed: Callable[[], None], passed: bool = False) -> None:
        st.button("time is over", key="time_is_over", on_click=on_passed)

    def reading(html: str, *, key: str, label: str, on_read: Callable[[], None], **_: Any) -> None:
        st.button("read", key="read_to_the_end", on_click=on_read)

    def pin_entry(*_: Any, key: str, on_complete: Callable[..., None], refused: str = "", **__: Any) -> None:
        st.html(f"<p>{refused}</p>")
        st.button("pin", key="pin_is_in", on_click=lambda: on_complete(*pins))

    # There is no browser here, so there is no cookie: the tab's own secret is used.
    monkeypatch.setattr(pages.kit.session, "cookie", lambda name: "")
    monkeypatch.setattr(pages.kit.widgets.waiting, "waiting", waiting)
    monkeypatch.setattr(pages.kit.widgets, "reading", reading)
    monkeypatch.setattr(pages.kit.widgets, "pin_entry", pin_entry)
    monkeypatch.setattr(pages.kit.widgets.new_pin, "new_pin_entry", pin_entry)

    def opened(scene: str, *, lang: str = "zh") -> Phone:
        at = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=30)
        at.query_params["lang"] = lang
        at.query_params["scene"] = scene
        at.run()
        assert not at.exception
        return Phone(at, pins)

    return opened


def test_it_works(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-cost")
    # Here a tap in the sheet runs the whole page, and closes it; "primary" opens it again.
    phone.tap("time_is_over").tap("primary").tap("confirm_cost").tap("read_to_the_end").tap("primary")

    phone.type_pin(PIN, PIN)

    assert phone.page == "paid"
    assert phone.count(LoanDisbursed) == 1
    assert "¥3,000.00" in phone.words


def test_the_cost_cannot_be_confirmed_before_its_reading_time(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-cost")
    assert phone.at.button(key="confirm_cost").disabled

    phone.tap("time_is_over").tap("primary")

    assert not phone.at.button(key="confirm_cost").disabled


def test_the_cost_table_names_four_annual_rates_before_any_other(open_scene: Callable[..., Phone]) -> None:
    words = open_scene("first-timer-cost").words.split("贷款人及全部费用的收取方")[1]

    places = [words.index(name) for name in ("× 360", "× 365", "IRR × 12", "XIRR", "利息合计")]
    places += [words.rindex("日利率 "), words.index("逾期罚息")]
    assert places == sorted(places)


def test_not_borrowing_is_one_tap_from_the_table_and_from_the_page(open_scene: Callable[..., Phone]) -> None:
    for key in ("leave_cost", "leave"):
        phone = open_scene("first-timer-cost").tap(key)

        assert phone.page == "home"
        assert drawdowns_of(read_history(phone.world))[-1].abandoned


def test_the_contract_cannot_be_passed_unread(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-contract")
    assert phone.at.button(key="primary").disabled

    phone.tap("read_to_the_end")

    assert not phone.at.button(key="primary").disabled
    assert next_step(read_history(phone.world)) is Step.SIGN


def test_the_contract_on_the_screen_is_the_one_whose_digest_is_signed(
    open_scene: Callable[..., Phone],
) -> None:
    world = open_scene("first-timer-contract", lang="en").world

    view = contract(world, lang="en")

    assert sha256_of(view.signed_text) == view.sha256 == sha256_of(contract_text(world, view.number))
    assert "reading copy" in view.text
    assert view.text != view.signed_text


def test_a_paper_leaves_no_character_of_the_contract_out(open_scene: Callable[..., Phone]) -> None:
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
    open_scene: Callable[..., Phone], pins: tuple[str, str], said: str
) -> None:
    phone = open_scene("first-timer-sign").type_pin(*pins)

    assert phone.page == "sign"
    assert said in phone.words
    assert not has_pin(open_store(), phone.world.id)
    assert phone.count(LoanDisbursed) == 0


def test_after_an_interruption_the_pin_is_asked_for_once(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-sign")
    set_pin(open_store(), phone.world.id, pin=PIN, again=PIN)

    phone.at.run()
    assert "输入签署 PIN" in phone.words
    phone.type_pin(PIN)

    assert phone.page == "paid"


def test_a_wrong_pin_says_how_often_it_may_be_tried_then_locks_with_a_way_on(
    open_scene: Callable[..., Phone],
) -> None:
    phone = open_scene("first-timer-sign")
    set_pin(open_store(), phone.world.id, pin=PIN, again=PIN)
    phone.at.run()

    assert "4 次" in phone.type_pin("402718").words
    for _ in range(4):
        phone.type_pin("402718")

    assert "锁住" in phone.words
    assert "pin_is_in" not in phone.keys
    assert phone.tap("unlock").page == "result"
    assert phone.count(LoanDisbursed) == 0


def test_the_pin_is_kept_nowhere(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-sign").type_pin(PIN, PIN)

    kept = str(phone.at.session_state._state.filtered_state) + str(dict(phone.at.query_params))
    engine = open_store().engine
    with engine.connect() as connection:
        for table in inspect(engine).get_table_names():
            kept += str(connection.execute(text(f'SELECT * FROM "{table}"')).all())
    assert PIN not in kept


def test_the_payout_shows_what_is_due_first(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-paid")
    first = loan_notes_of(read_history(phone.world))[0].rows[0]

    assert money(first.total_fen) in phone.words
    assert "9999 **** **** 1018" in phone.words.replace("\N{NO-BREAK SPACE}", " ")
    assert phone.tap("to_bills").page == "bills"


def test_an_instalment_is_repaid_on_its_day_and_once(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-paid").tap("to_bills")
    assert "还款 ¥" not in " ".join(button.label for button in phone.at.button)

    phone.tap("advance").tap("primary").tap("confirm_repayment")

    assert phone.page == "repay"
    assert "还款成功" in phone.words
    assert phone.count(RepaymentReceived) == 1
    assert phone.at.query_params["paid"] == "1"
    phone.at.run()
    assert "还款成功" in phone.words
    assert phone.tap("done").page == "bills"


def test_a_second_click_that_comes_late_repays_nothing_more(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-paid").tap("to_bills").tap("advance").tap("primary")
    confirm = phone.at.button(key="confirm_repayment")
    confirm.click().run()
    phone.open("repay/repay.py", note=loan_notes_of(read_history(phone.world))[0].number, paid="")

    assert phone.count(RepaymentReceived) == 1
    assert "confirm_repayment" not in phone.keys


def test_before_its_day_an_instalment_offers_settling_and_the_calendar(
    open_scene: Callable[..., Phone],
) -> None:
    phone = open_scene("first-timer-repaid").open("repay/repay.py")

    assert "confirm_repayment" not in phone.keys
    assert {"settle", "advance"} <= phone.keys


def test_a_loan_note_shows_every_row_with_its_reckoning(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-repaid").open("repay/loan_note.py")
    note = loan_notes_of(read_history(phone.world))[0]

    rows = phone.words.split("还款计划")[1]
    assert all(money(row.total_fen) in rows for row in note.rows)
    assert rows.count(" 天 = ¥") == note.tenor
    assert "已还" in rows


def test_a_loan_note_nobody_has_is_refused_in_words(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-repaid").open("repay/loan_note.py", note="JJ20990101-99")

    assert "没有找到这笔借据" in phone.words


def test_settling_on_the_payout_day_waits_for_tomorrow(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-paid").open("settle/early_settlement.py")
    assert "明天就可以结清" in phone.words

    paid_out_on = today(phone.world)
    phone.tap("advance").tap("confirm_settlement")

    assert phone.page == "settled"
    assert today(phone.world) == paid_out_on + timedelta(days=1)
    assert phone.count(EarlySettlementReceived) == 1


def test_what_settles_is_principal_and_interest_to_today(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-repaid")
    note = loan_notes_of(read_history(phone.world))[0]
    owed = early_settlement(note, on=today(phone.world))

    phone.open("settle/early_settlement.py")
    assert money(owed.total_fen) in phone.words
    phone.tap("confirm_settlement")

    assert "不再欠任何钱" in phone.words
    assert money(owed.saved_fen) in phone.words
    assert loan_notes_of(read_history(phone.world))[0].settled_on == today(phone.world)


@pytest.mark.parametrize(
    ("scene", "script", "leads_to"),
    [
        ("first-timer", "borrow/cost_table.py", "welcome"),
        ("first-timer-cost", "borrow/contract.py", "cost"),
        ("first-timer-cost", "borrow/sign.py", "cost"),
        ("first-timer-contract", "borrow/sign.py", "contract"),
        ("first-timer-sign", "borrow/paid.py", "sign"),
        ("first-timer-cost", "repay/repay.py", "cost"),
        ("first-timer-repaid", "settle/settled.py", "bills"),
        ("first-timer-settled", "settle/early_settlement.py", "settled"),
    ],
)
def test_a_page_before_its_time_leads_to_the_missing_step(
    open_scene: Callable[..., Phone], scene: str, script: str, leads_to: str
) -> None:
    assert open_scene(scene).open(script).page == leads_to


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_loan_there_are_no_bills(open_scene: Callable[..., Phone], lang: str) -> None:
    phone = open_scene("first-timer", lang=lang).open("repay/bills.py")

    assert ("还没有账单" if lang == "zh" else "No bills yet") in phone.words


def test_a_button_asks_and_the_answer_has_the_accounts_own_figures(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-repaid").open("help/chat.py").tap("chip_questions_next-due")

    row = loan_notes_of(read_history(phone.world))[0].next_row
    assert row is not None
    assert money(row.total_fen) in phone.words
    assert phone.count(QuestionAsked) == 1


def test_a_typed_question_is_shown_as_it_was_typed(open_scene: Callable[..., Phone]) -> None:
    phone = open_scene("first-timer-repaid", lang="en").open("help/chat.py")

    phone.at.text_input(key="question").input("返回 <b>when</b> is it due")
    phone.tap("send")

    assert "返回 &lt;b&gt;when&lt;/b&gt; is it due" in phone.words
    assert phone.at.text_input(key="question").value == ""


@pytest.mark.parametrize(("typed", "said"), [("   ", "还没有输入问题"), ("问" * 201, "最多 200 个字")])
def test_a_question_that_is_refused_stays_in_its_line(
    open_scene: Callable[..., Phone], typed: str, said: str
) -> None:
    phone = open_scene("first-timer-repaid").open("help/chat.py")

    phone.at.text_input(key="question").input(typed)
    phone.tap("send")

    assert said in phone.words
    assert phone.at.text_input(key="question").value == typed
    assert phone.count(QuestionAsked) == 0
