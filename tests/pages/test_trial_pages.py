"""试算、审核、结果、借款 and 对比 on the real core: what is shown, kept, refused, done once and led on to."""

import pytest

from tests.databases import counted
from tests.pages.tab import Tab, scene, walked
from weilidai_core.act import act
from weilidai_core.apply.application import application_of
from weilidai_core.apply.result_views import review
from weilidai_core.apply.review import RunReviewStage
from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.journey import Step
from weilidai_core.keys import key_of
from weilidai_core.world.actions import save_draft
from weilidai_core.world.views import read_draft, read_history
from weilidai_core.world.world import World


def test_the_estimate_shows_the_range_and_the_annual_rate_first() -> None:
    shown = Tab(walked("first-timer", Step.CONSENT)).open("estimate").words

    assert "650 – 9,750" in shown
    assert shown.index("18.00%") < shown.index("日利率")
    assert "不是承诺" in shown


def submitted_fen(world: World) -> int:
    """The amount that was submitted."""
    application = application_of(read_history(world))
    assert application is not None
    assert application.submitted is not None
    return application.submitted.amount_fen


def test_submitting_the_estimate_sends_what_is_shown_and_leads_to_the_review() -> None:
    tab = Tab(walked("first-timer", Step.CONSENT)).open("estimate").tap("primary")

    assert tab.page == "review"
    assert tab.steps.count("submit:1") == 1
    assert submitted_fen(tab.world) == 4_850_00


def test_an_amount_typed_in_the_same_breath_as_the_tap_is_the_one_submitted() -> None:
    tab = Tab(walked("first-timer", Step.CONSENT)).open("estimate")
    tab.app.session_state[f"estimate_{tab.world.id}_amount"] = {"text": "3000"}
    tab.tap("primary")

    assert tab.page == "review"
    assert submitted_fen(tab.world) == 3_000_00


def test_a_slider_step_reads_the_draft_once_and_writes_it_once() -> None:
    tab = Tab(walked("first-timer", Step.CONSENT)).open("estimate")

    with counted(tab.world.store) as asked:
        tab.run(tab.state("estimate_", text="3000"))

    assert "3000" in (read_draft(tab.world, form="estimate") or "")
    assert all("draft" in said for said in asked if said.startswith(("INSERT", "UPDATE", "DELETE")))
    # One look for the write, whose answer the first fragment is drawn from; a browser runs one fragment only.
    assert sum("JOIN draft" in said for said in asked) == 2
    assert [said for said in asked if said.startswith("BEGIN")] == ["BEGIN IMMEDIATE"]
    assert not [said for said in asked if {"browser", "world"} & set(said.split())]


@pytest.mark.parametrize(("lang", "told"), [("zh", "金额只能写数字"), ("en", "digits")])
def test_bad_typing_is_kept_and_submits_nothing(lang: str, told: str) -> None:
    world = walked("first-timer", Step.CONSENT)
    save_draft(world, form="estimate", body='{"amount": "多少都行"}')
    tab = Tab(world, lang=lang).open("estimate").tap("primary")

    assert tab.page == "estimate"
    assert "submit:1" not in tab.steps
    assert "多少都行" in (read_draft(world, form="estimate") or "")
    assert told in tab.app.toast[0].value


def test_the_review_page_takes_no_step_by_being_drawn() -> None:
    tab = Tab(scene("first-timer-review")).open("review")
    tab.open("review")

    assert "核对身份" in tab.words
    assert not [key for key in tab.steps if key.startswith("review")]


def test_the_review_shows_what_a_stage_found_and_leads_on_when_decided() -> None:
    world = scene("first-timer-review")
    tab = Tab(world).open("review")
    scored = False
    while (application := application_of(read_history(world))) and application.next_stage:
        assert tab.open("review").page == "review"
        assert not tab.app.exception
        assert ("四项合计" in tab.words) is (review(world).score is not None)
        scored = scored or review(world).score is not None
        request = RunReviewStage(stage=application.next_stage)
        act(world, request, key=key_of(request, read_history(world)))

    assert scored
    assert tab.open("review").page == "result"


def test_the_granted_plan_goes_on_to_its_cost_once() -> None:
    tab = Tab(scene("first-timer-result")).open("result")
    assert "¥3,900.00" in tab.words
    assert "14.40%" in tab.words
    tab.tap("primary")

    assert tab.page == "cost"
    assert len(drawdowns_of(read_history(tab.world))) == 1


def test_a_counter_offer_stands_beside_what_was_asked_and_can_be_left() -> None:
    tab = Tab(scene("counter-offer")).open("result")
    assert "¥10,000.00" in tab.words
    assert "¥7,200.00" in tab.words
    assert {"primary", "secondary"} <= tab.keys
    tab.tap("secondary")

    assert tab.page == "home"
    assert drawdowns_of(read_history(tab.world)) == ()


@pytest.mark.parametrize("name", ["declined", "student-declined"])
def test_a_decline_says_why_and_when_and_offers_nothing(name: str) -> None:
    tab = Tab(scene(name)).open("result")

    assert "起可以再次申请" in tab.words
    assert "原因" in tab.words
    tab.tap("primary")
    assert tab.page == "wallet"


def test_the_borrow_tab_leads_on_from_every_state() -> None:
    states = {
        "uninvited": ("还没有收到邀请", walked("uninvited", Step.WALLET)),
        "under-way": ("申请还没有完成", walked("first-timer", Step.IDENTITY)),
        "declined": ("没有开通额度", scene("declined")),
        "limit": ("3,900.00", scene("first-timer-result")),
        "open": ("有一笔还没签署", scene("first-timer-cost")),
        "owing": ("833.33", scene("second-drawdown")),
    }
    for told, world in states.values():
        assert told in Tab(world).open("home").words


def test_a_drawdown_can_be_given_up_from_the_borrow_tab() -> None:
    tab = Tab(scene("first-timer-cost")).open("home").tap("give_up")

    assert tab.page == "home"
    assert "有一笔还没签署" not in tab.words
    assert drawdowns_of(read_history(tab.world))[-1].abandoned


def test_a_second_loan_is_tried_at_the_own_rate_and_goes_to_its_cost() -> None:
    tab = Tab(scene("second-drawdown")).open("home").tap("borrow")
    assert tab.page == "quote"
    assert "7.20%" in tab.words
    tab.tap("primary")

    assert tab.page == "cost"
    assert drawdowns_of(read_history(tab.world))[-1].plan.principal_fen == 400_00


@pytest.mark.parametrize(
    ("name", "until", "form"),
    [("first-timer", Step.CONSENT, "estimate"), ("steady", Step.REPAY, "quote")],
)
def test_a_plan_chosen_in_the_comparison_is_back_in_the_trial(name: str, until: Step, form: str) -> None:
    world = walked(name, until)
    tab = Tab(world).open("compare").tap("cell_plain_interest_first_12")

    assert tab.page == form
    assert "interest-first" in (read_draft(world, form=form) or "")
    assert "每期只还利息" in tab.words


def test_an_amount_that_is_refused_is_not_compared_and_says_so_where_one_is() -> None:
    world = walked("first-timer", Step.CONSENT)
    save_draft(world, form="estimate", body='{"amount": "99999"}')
    tab = Tab(world).open("estimate").tap("cell_blue_compare")

    assert tab.page == "estimate"
    assert tab.app.toast[0].value in "".join(tab.refused_in_components)
    tab.run(tab.state("estimate_", text="3000")).tap("cell_blue_compare")
    assert (tab.page, len(tab.app.toast)) == ("compare", 0)


def test_without_a_limit_the_quote_leads_to_the_step_that_is_missing() -> None:
    assert Tab(walked("first-timer", Step.IDENTITY)).open("quote").page == "information"
