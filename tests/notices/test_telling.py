"""What is told when: reminders on their day, a receipt for every payment, the same in a replay."""

from datetime import date, time, timedelta

import pytest

from tests.worlds import do, draw, hash_of, note_of, notes, plan, repay_next, wait, walked
from weilidai_core.events import Delivery, Muted, NoticeSent, NoticesRead
from weilidai_core.journey import Step
from weilidai_core.language import LANGUAGES, render
from weilidai_core.notices.actions import ChooseNoticePreferences, NoSuchNotice, ReadNotices
from weilidai_core.notices.inbox import inbox_of, unread_count
from weilidai_core.notices.linter import Told, faults_in
from weilidai_core.notices.preferences import (
    AT_FIRST,
    QUIET_FROM,
    QUIET_TO,
    TOPICS,
    NoticeMustCome,
    Preferences,
    QuietTimeTooShort,
    delivery,
)
from weilidai_core.notices.views import inbox, mail, notice_preferences, said
from weilidai_core.notices.wordings import WORDINGS
from weilidai_core.scenarios.rebuilding import reset
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.store import Store
from weilidai_core.words import Channel, Notice, Topic
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World


def sent(world: World) -> list[NoticeSent]:
    """Every notice of a world, oldest first."""
    return [each.event for each in read_history(world) if isinstance(each.event, NoticeSent)]


def kinds(world: World, *, since: int = 0) -> list[Notice]:
    """What the notices after the `since`-th are."""
    return [one.notice for one in sent(world)[since:]]


def choose(
    world: World, *muted: tuple[Topic, Channel], quiet: tuple[time, time] = (QUIET_FROM, QUIET_TO)
) -> None:
    """Choose preferences."""
    do(
        world,
        ChooseNoticePreferences(
            muted=tuple(Muted(topic=topic, channel=channel) for topic, channel in muted),
            quiet_from=quiet[0],
            quiet_to=quiet[1],
        ),
    )


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.REPAY)

    assert kinds(world) == [
        Notice.REVIEW_PASSED,
        Notice.LOAN_DISBURSED,
        Notice.DUE_IN_3_DAYS,
        Notice.DUE_TOMORROW,
        Notice.DUE_TODAY,
        Notice.REPAYMENT_RECEIVED,
    ]
    assert [one.number for one in sent(world)] == [1, 2, 3, 4, 5, 6]
    assert unread_count(read_history(world)) == 6


def test_a_reminder_is_written_on_its_day_although_the_calendar_passed_it(store: Store) -> None:
    world = walked(store, until=Step.REPAY)
    due_on = note_of(world).rows[0].due_on
    days = {one.notice: one.sent_on for one in sent(world)}

    assert days[Notice.DUE_IN_3_DAYS] == due_on - timedelta(days=3)
    assert days[Notice.DUE_TOMORROW] == due_on - timedelta(days=1)
    assert days[Notice.DUE_TODAY] == due_on


def test_going_day_by_day_tells_the_same_as_going_at_once(sqlite_store: Store) -> None:
    at_once, by_day = walked(sqlite_store, until=Step.SIGN), walked(sqlite_store, until=Step.SIGN)
    days = (note_of(at_once).rows[0].due_on - today(at_once)).days

    wait(at_once, days)
    for _day in range(days):
        wait(by_day, 1)

    assert sent(by_day) == sent(at_once)


def test_each_loan_note_has_its_own_reminders(sqlite_store: Store) -> None:
    world = walked(sqlite_store, who="steady", until=Step.SIGN, plan=plan(tenor=3))
    draw(world)
    before = len(sent(world))
    wait(world, 60)
    reminded = [one.loan_note for one in sent(world)[before:] if one.notice is Notice.DUE_TOMORROW]

    assert reminded == [note.number for note in notes(world)]


def test_a_settled_loan_is_told_once_and_reminded_of_nothing(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SETTLE)
    before = len(sent(world))

    wait(world, 90)

    assert kinds(world).count(Notice.SETTLED) == 1
    assert kinds(world, since=before) == []


@pytest.mark.parametrize("who", ["indebted", "student"])
def test_a_declined_application_is_told_with_the_way_to_its_reasons(sqlite_store: Store, who: str) -> None:
    world = walked(sqlite_store, who=who, until=Step.REVIEW)

    assert kinds(world) == [Notice.REVIEW_DECLINED]
    assert WORDINGS[Notice.REVIEW_DECLINED].leads_to == "result"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scene", ["first-timer-settled", "second-drawdown", "declined"])
def test_every_text_that_was_sent_keeps_the_laws_of_texts(sqlite_store: Store, scene: str, lang: str) -> None:
    world = play(sqlite_store, scenario(scene))
    history = read_history(world)
    texts = [
        Told(render(said(history, one, each.channel), lang), each.channel, lang)
        for one in sent(world)
        for each in one.deliveries
    ]

    assert texts
    assert [told for told in texts if faults_in(told)] == []


def test_a_world_that_is_built_again_was_told_the_same(sqlite_store: Store) -> None:
    world = play(sqlite_store, scenario("first-timer-repaid"))

    again = reset(world, secret=None)

    assert sent(again) == sent(world)
    assert hash_of(again) == hash_of(world)


def test_reading_is_noted_once(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    do(world, ReadNotices(numbers=(1,)))
    do(world, ReadNotices(numbers=(1, 2)))
    do(world, ReadNotices(numbers=(2,)), key="again")

    read = [each.event.numbers for each in read_history(world) if isinstance(each.event, NoticesRead)]
    assert read == [(1,), (2,)]
    assert unread_count(read_history(world)) == 0
    assert all(one.is_read for one in inbox_of(read_history(world)))


def test_a_notice_that_does_not_exist_cannot_be_read(store: Store) -> None:
    with pytest.raises(NoSuchNotice):
        do(walked(store, until=Step.WALLET), ReadNotices(numbers=(1,)))
    with pytest.raises(NoSuchNotice):
        mail(walked(store, until=Step.WALLET), "x", lang="zh")


def test_what_is_switched_off_stays_in_the_inbox_and_says_what_was_withheld(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    choose(world, (Topic.REMINDER, Channel.SMS), (Topic.REMINDER, Channel.PUSH))
    wait(world, 60)
    reminder = next(one for one in sent(world) if one.notice is Notice.DUE_IN_3_DAYS)

    assert [each.channel for each in reminder.deliveries] == [Channel.INBOX, Channel.VOICE]
    assert reminder.withheld == (Channel.PUSH, Channel.SMS)


def test_voice_and_offers_are_off_until_someone_wants_them() -> None:
    assert not AT_FIRST.lets(Topic.REMINDER, Channel.VOICE)
    assert not AT_FIRST.lets(Topic.OFFER, Channel.SMS)
    assert all(AT_FIRST.lets(topic, Channel.INBOX) for topic in Topic)


@pytest.mark.parametrize(
    ("topic", "channel"),
    [(topic, channel) for topic, rule in TOPICS.items() for channel in (*rule.must, Channel.INBOX)],
)
def test_what_protects_the_borrower_cannot_be_switched_off(
    sqlite_store: Store, topic: Topic, channel: Channel
) -> None:
    with pytest.raises(NoticeMustCome):
        choose(walked(sqlite_store, until=Step.WALLET), (topic, channel))


def test_the_quiet_time_can_only_be_made_longer(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    choose(world, quiet=(time(20), time(10)))

    assert notice_preferences(world).chosen.quiet_from == time(20)
    with pytest.raises(QuietTimeTooShort):
        choose(world, quiet=(time(23), time(8)))
    with pytest.raises(QuietTimeTooShort):
        choose(world, quiet=(time(22), time(7)))


@pytest.mark.parametrize(
    ("at", "on", "handed_over", "is_held"),
    [
        (time(7, 59), 5, time(8), True),
        (time(8), 5, time(8), False),
        (time(21, 59), 5, time(21, 59), False),
        (time(22), 6, time(8), True),
        (time(23, 30), 6, time(8), True),
    ],
)
def test_nothing_rings_in_the_quiet_time(at: time, on: int, handed_over: time, is_held: bool) -> None:
    preferences = Preferences(frozenset())

    assert delivery(Channel.SMS, on=date(2026, 3, 5), at=at, preferences=preferences) == Delivery(
        channel=Channel.SMS, on=date(2026, 3, on), at=handed_over, is_held=is_held
    )
    assert not delivery(Channel.INBOX, on=date(2026, 3, 5), at=at, preferences=preferences).is_held


def test_no_notice_is_held_back_beyond_the_day_on_which_it_helps() -> None:
    strictest = Preferences(frozenset(), time(20), time(10))

    assert [
        notice
        for notice, wording in WORDINGS.items()
        if delivery(Channel.SMS, on=date(2026, 3, 5), at=wording.at, preferences=strictest).is_held
    ] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_inbox_shows_what_every_port_was_given(sqlite_store: Store, lang: str) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    view = inbox(world)
    opened = mail(world, "2", lang=lang)

    assert [line.number for line in view.lines] == [2, 1]
    assert view.unread == (2, 1)
    assert [record.channel for record in opened.records] == [Channel.INBOX, Channel.PUSH, Channel.SMS]
    assert all(check.is_kept for record in opened.records for check in record.checks)
    assert opened.records[2].parts in (1, 2, 3)
    assert opened.line.number == 2
    assert opened.leads_to == "loan_note"


def test_a_repayment_is_told_as_it_was_split(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    row = note_of(world).rows[0]
    repay_next(world)
    told = sent(world)[-1]

    assert told.figures["amount_fen"] == row.total_fen
    assert told.figures["principal_fen"] + told.figures["interest_fen"] == row.total_fen
    assert told.figures["outstanding_fen"] == note_of(world).outstanding_fen
