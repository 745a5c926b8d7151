"""Messages: listed unread, read once opened, settings that hold, and the calendar to keep."""

from tests.pages.tab import Tab, scene
from weilidai_core.events import NoticePreferencesChanged, NoticesRead
from weilidai_core.notices.preferences import preferences_of
from weilidai_core.words import Channel, Topic
from weilidai_core.world.views import read_history


def test_it_works() -> None:
    tab = Tab(scene("first-timer-repaid")).open("messages")

    assert "未读" in tab.words
    assert "还款已入账" in tab.words
    tab.tap("cell_green_mail_unread_6")
    assert tab.page == "message"
    assert "【星河示例银行】" in tab.words
    assert "模拟短信网关" in tab.words
    assert tab.count(NoticesRead) == 1


def test_a_message_that_was_opened_is_not_unread_any_more() -> None:
    tab = Tab(scene("first-timer-repaid")).open("messages").tap("cell_green_mail_unread_6").open("messages")

    assert "cell_green_mail_6" in tab.keys
    assert "5 条未读" in tab.open("me").words


def test_all_are_read_with_one_tap() -> None:
    tab = Tab(scene("first-timer-repaid")).open("messages").tap("all_read")

    assert "all_read" not in tab.keys
    assert "未读" not in tab.words
    assert "条未读" not in tab.open("wallet").words


def test_a_message_leads_to_what_it_is_about() -> None:
    tab = Tab(scene("first-timer-settled")).open("message", number="8").tap("primary")

    assert tab.page == "settled"


def test_a_message_that_does_not_exist_is_said_in_words() -> None:
    assert "没有找到这条消息" in Tab(scene("first-timer")).open("message", number="x").words


def test_a_channel_that_is_switched_off_stays_off() -> None:
    tab = Tab(scene("first-timer")).open("notice_preferences")
    tab.app.toggle(key="reminder_sms").set_value(False)
    tab.run()

    assert not preferences_of(read_history(tab.world)).lets(Topic.REMINDER, Channel.SMS)
    assert tab.count(NoticePreferencesChanged) == 1
    assert not tab.open("notice_preferences").app.toggle(key="reminder_sms").value


def test_what_has_to_come_cannot_be_switched_off() -> None:
    tab = Tab(scene("first-timer")).open("notice_preferences")

    assert tab.app.toggle(key="overdue_sms").disabled
    assert tab.app.toggle(key="reminder_inbox").disabled
    assert not tab.app.toggle(key="overdue_push").disabled


def test_the_quiet_time_is_chosen_and_kept() -> None:
    tab = Tab(scene("first-timer")).open("notice_preferences").pick("quiet_from", "20:00")

    assert preferences_of(read_history(tab.world)).quiet_from.hour == 20


def test_the_calendar_can_be_kept_from_the_bills_and_from_the_loan_note() -> None:
    tab = Tab(scene("first-timer-paid"))

    assert "下载还款日历" in [one.proto.label for one in tab.open("bills").app.get("download_button")]
    assert "下载还款日历" in [one.proto.label for one in tab.open("loan_note").app.get("download_button")]


def test_both_languages_say_it() -> None:
    assert "Unread" in Tab(scene("first-timer-repaid"), lang="en").open("messages").words
