"""Collection on the page: every contact with its rule, a dispute that stops them, wishes that hold."""

from tests.pages.tab import Tab, scene
from weilidai_core.collection.standing import open_dispute_of, wishes_of
from weilidai_core.world.views import read_history


def test_it_works() -> None:
    tab = Tab(scene("collection-stage-1")).open("collection")

    assert "第一阶段" in tab.words
    assert "S1-SMS" in tab.words
    assert "GB/T 45251-2025" in tab.words


def test_a_dispute_can_be_opened_and_is_shown_with_its_day() -> None:
    tab = Tab(scene("collection-stage-1")).open("collection").tap("open_dispute").tap("dispute_amount")

    assert open_dispute_of(read_history(tab.world)) is not None
    tab.open("collection")
    assert "最迟" in tab.words
    assert "open_dispute" not in tab.keys


def test_the_hours_of_calls_and_who_picks_up_are_kept() -> None:
    tab = Tab(scene("collection-stage-1")).open("collection").pick("call_window", "noon")
    tab.app.toggle(key="picks_up").set_value(False)
    tab.run()
    wishes = wishes_of(read_history(tab.world))

    assert (wishes.window.value, wishes.picks_up) == ("noon", False)


def test_without_anything_overdue_the_rules_are_still_there() -> None:
    tab = Tab(scene("first-timer-paid")).open("collection")

    assert "现在没有催收" in tab.words
    assert "C-10" in tab.words


def test_what_is_told_before_the_bureau_is_reported_to() -> None:
    tab = Tab(scene("collection-stage-1")).open("bureau_report")

    assert "已报送（模拟）" in tab.words
    assert "第十五条" in tab.words
    assert "没有要报送的逾期" in Tab(scene("first-timer-paid")).open("bureau_report").words


def test_both_languages_say_it() -> None:
    assert "Stage 1" in Tab(scene("collection-stage-1"), lang="en").open("collection").words


def test_the_scene_of_unread_messages_opens_them(open_scene) -> None:  # type: ignore[no-untyped-def]
    assert open_scene("notices-unread").page == "messages"
