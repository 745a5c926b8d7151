"""试算、审核、结果、借款 and 对比 on the real core: what is shown, kept, refused, done once and led on to."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit import session
from pages.kit.session import Key
from weilidai_core.act import act
from weilidai_core.apply.application import application_of
from weilidai_core.apply.review import RunReviewStage
from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.journey import Step
from weilidai_core.keys import key_of
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.scenarios.walking import Walk, start, walk
from weilidai_core.store import open_store
from weilidai_core.world.actions import save_draft
from weilidai_core.world.views import read_draft, read_history, steps_taken
from weilidai_core.world.world import World

ENTRY = str(Path(__file__).resolve().parents[2] / "pages" / "main.py")
SECRET = "the browser of the trial tests"


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest's cookies are stand-ins that differ from run to run; the tab's own secret is used instead."""
    monkeypatch.setattr(session, "cookie", lambda name: "")


class Phone:
    """One tab of the app in one world, driven by the keys of its widgets."""

    def __init__(self, world: World, *, lang: str = "zh") -> None:
        self.world = world
        self.app = AppTest.from_file(ENTRY, default_timeout=30)
        self.app.session_state[str(Key.SECRET)] = SECRET
        self.app.query_params["lang"] = lang
        self.app.query_params["w"] = world.token

    def open(self, page: str) -> "Phone":
        """Open a page by its key, as `go` does."""
        self.app.session_state[str(Key.PENDING)] = (page, {})
        self.app.run()
        return self

    def tap(self, key: str) -> "Phone":
        """Tap the button of that key."""
        self.app.button(key=key).click().run()
        return self

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return str(self.app.session_state[str(Key.PAGE)])

    @property
    def words(self) -> str:
        """Everything that is drawn as text."""
        assert not self.app.exception
        return "\n".join(each.proto.body for each in self.app.get("html"))

    @property
    def buttons(self) -> set[str]:
        """The keys of all buttons."""
        return {str(button.key) for button in self.app.button}


def walked(name: str, until: Step) -> World:
    """A world of that sample person, walked as far as a step."""
    who = persona(name)
    world = start(open_store(), who, secret=SECRET)
    walk(Walk(world, who, who.plan), until=until)
    return world


def scene(name: str) -> World:
    """The world of a scenario."""
    return play(open_store(), scenario(name), secret=SECRET)


def keys_of(world: World) -> list[str]:
    """The natural keys of the steps taken in a world."""
    return [step.key for step in steps_taken(world)]


def test_the_estimate_shows_the_range_and_the_annual_rate_first() -> None:
    shown = Phone(walked("first-timer", Step.CONSENT)).open("estimate").words

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
    phone = Phone(walked("first-timer", Step.CONSENT)).open("estimate").tap("primary")

    assert phone.page == "review"
    assert keys_of(phone.world).count("submit:1") == 1
    assert submitted_fen(phone.world) == 4_850_00


def test_an_amount_typed_in_the_same_breath_as_the_tap_is_the_one_submitted() -> None:
    phone = Phone(walked("first-timer", Step.CONSENT)).open("estimate")
    phone.app.session_state[f"estimate_{phone.world.id}_amount"] = {"text": "3000"}
    phone.tap("primary")

    assert phone.page == "review"
    assert submitted_fen(phone.world) == 3_000_00


@pytest.mark.parametrize(("lang", "told"), [("zh", "金额只能写数字"), ("en", "digits")])
def test_bad_typing_is_kept_and_submits_nothing(lang: str, told: str) -> None:
    world = walked("first-timer", Step.CONSENT)
    save_draft(world, form="estimate", body='{"amount": "多少都行"}')
    phone = Phone(world, lang=lang).open("estimate").tap("primary")

    assert phone.page == "estimate"
    assert "submit:1" not in keys_of(world)
    assert "多少都行" in (read_draft(world, form="estimate") or "")
    assert told in phone.app.toast[0].value


def test_the_review_page_takes_no_step_by_being_drawn() -> None:
    phone = Phone(scene("first-timer-review")).open("review")
    phone.open("review")

    assert "核对身份" in phone.words
    assert not [key for key in keys_of(phone.world) if key.startswith("review")]


def test_the_review_shows_what_a_stage_found_and_leads_on_when_decided() -> None:
    world = scene("first-timer-review")
    phone = Phone(world).open("review")
    while (application := application_of(read_history(world))) and application.next_stage:
        assert phone.open("review").page == "review"
        request = RunReviewStage(stage=application.next_stage)
        act(world, request, key=key_of(request, read_history(world)))

    assert phone.open("review").page == "result"


def test_the_granted_plan_goes_on_to_its_cost_once() -> None:
    phone = Phone(scene("first-timer-result")).open("result")
    assert "¥3,900.00" in phone.words
    assert "14.40%" in phone.words
    phone.tap("primary")

    assert phone.page == "cost"
    assert len(drawdowns_of(read_history(phone.world))) == 1


def test_a_counter_offer_stands_beside_what_was_asked_and_can_be_left() -> None:
    phone = Phone(scene("counter-offer")).open("result")
    assert "¥10,000.00" in phone.words
    assert "¥7,200.00" in phone.words
    assert {"primary", "secondary"} <= phone.buttons
    phone.tap("secondary")

    assert phone.page == "home"
    assert drawdowns_of(read_history(phone.world)) == ()


@pytest.mark.parametrize("name", ["declined", "student-declined"])
def test_a_decline_says_why_and_when_and_offers_nothing(name: str) -> None:
    phone = Phone(scene(name)).open("result")

    assert "起可以再次申请" in phone.words
    assert "原因" in phone.words
    phone.tap("primary")
    assert phone.page == "wallet"


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
        assert told in Phone(world).open("home").words


def test_a_drawdown_can_be_given_up_from_the_borrow_tab() -> None:
    phone = Phone(scene("first-timer-cost")).open("home").tap("give_up")

    assert phone.page == "home"
    assert "有一笔还没签署" not in phone.words
    assert drawdowns_of(read_history(phone.world))[-1].abandoned


def test_a_second_loan_is_tried_at_the_own_rate_and_goes_to_its_cost() -> None:
    phone = Phone(scene("second-drawdown")).open("home").tap("borrow")
    assert phone.page == "quote"
    assert "7.20%" in phone.words
    phone.tap("primary")

    assert phone.page == "cost"
    assert drawdowns_of(read_history(phone.world))[-1].plan.principal_fen == 400_00


@pytest.mark.parametrize(
    ("name", "until", "form"),
    [("first-timer", Step.CONSENT, "estimate"), ("steady", Step.REPAY, "quote")],
)
def test_a_plan_chosen_in_the_comparison_is_back_in_the_trial(name: str, until: Step, form: str) -> None:
    world = walked(name, until)
    phone = Phone(world).open("compare").tap("cell_plain_interest_first_12")

    assert phone.page == form
    assert "interest-first" in (read_draft(world, form=form) or "")
    assert "每期只还利息" in phone.words


def test_without_a_limit_the_quote_leads_to_the_step_that_is_missing() -> None:
    assert Phone(walked("first-timer", Step.IDENTITY)).open("quote").page == "information"
