"""Contacts, disputes and notices in a world whose card is empty: each an event, each inside the rules."""

from datetime import timedelta

import pytest

from tests.collection.lives import Life, breaches
from tests.worlds import do, happened, hash_of, wait, walked
from weilidai_core.collection.actions import (
    ChooseContactWishes,
    DisputeIsOpen,
    NothingToDispute,
    OpenDispute,
)
from weilidai_core.collection.case import Contact
from weilidai_core.collection.rules import RULES
from weilidai_core.collection.standing import ANSWER_DAYS, case_of, contacts_of, overdue_positions
from weilidai_core.collection.views import bureau_report, collection
from weilidai_core.events import ContactMade, DisputeAnswered, NoticeSent
from weilidai_core.journey import Step
from weilidai_core.language import LANGUAGES, render
from weilidai_core.notices.linter import Told, faults_in
from weilidai_core.notices.views import said
from weilidai_core.repay.actions import FundCard
from weilidai_core.repay.day_end import AdvanceUntilOverdue
from weilidai_core.repay.hardship import AskHardship, DecideHardship
from weilidai_core.scenarios.rebuilding import reset
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.store import Store
from weilidai_core.words import CallWindow, ContactWay, DisputeAbout, HardshipReason, Notice
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World


def broke(store: Store, days: int = 8) -> World:
    """A world in which nothing can be debited and a loan is so many days past due."""
    world = walked(store, until=Step.SIGN)
    do(world, FundCard(balance_fen=0))
    do(world, AdvanceUntilOverdue(days_past_due=days))
    return world


def told(world: World) -> list[Notice]:
    """What was told, in its order."""
    return [each.event.notice for each in read_history(world) if isinstance(each.event, NoticeSent)]


def test_it_works(store: Store) -> None:
    world = broke(store)
    contacts = contacts_of(read_history(world))

    assert contacts
    assert {contact.way for contact in contacts} == {ContactWay.SMS, ContactWay.CALL}
    assert all(contact.rule in RULES for contact in contacts)
    assert [contact.number for contact in contacts] == list(range(1, len(contacts) + 1))
    assert contacts[0].made_on == today(world) - timedelta(days=6)


def test_every_contact_of_a_world_is_inside_the_rules(sqlite_store: Store) -> None:
    world = play(sqlite_store, scenario("collection-stage-3"))
    history = read_history(world)
    life = Life()
    for each in history:
        if isinstance(each.event, ContactMade):
            before = history[: each.seq - 1]
            case = case_of(before, each.on, overdue_positions(before, each.on))
            contact = Contact(each.event.made_on, each.event.at, each.event.way, each.event.outcome)
            life.made.append((contact, case, each.event.rule))

    assert {contact.way for contact in life.contacts} == set(ContactWay)
    assert breaches(life) == []


def test_an_overdue_life_is_told_in_its_order(store: Store) -> None:
    world = broke(store)

    assert [notice for notice in told(world) if notice is not Notice.REVIEW_PASSED][1:] == [
        Notice.DUE_IN_3_DAYS,
        Notice.DUE_TOMORROW,
        Notice.DUE_TODAY,
        Notice.AUTO_DEBIT_FAILED,
        Notice.OVERDUE,
        Notice.BEFORE_BUREAU_REPORT,
        Notice.LIMIT_FROZEN,
        Notice.OVERDUE,
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_of_an_overdue_life_keeps_the_laws_of_texts(sqlite_store: Store, lang: str) -> None:
    world = play(sqlite_store, scenario("dispute-opened"))
    wait(world, ANSWER_DAYS)
    history = read_history(world)
    texts = [
        Told(render(said(history, each.event, one.channel), lang), one.channel, lang)
        for each in history
        if isinstance(each.event, NoticeSent)
        for one in each.event.deliveries
    ]

    assert Notice.DISPUTE_ANSWERED in told(world)
    assert [text for text in texts if faults_in(text)] == []


@pytest.mark.parametrize("about", DisputeAbout)
def test_a_dispute_stops_every_contact_until_it_is_answered(sqlite_store: Store, about: DisputeAbout) -> None:
    world = broke(sqlite_store, 14)
    do(world, OpenDispute(about=about))
    before = len(contacts_of(read_history(world)))

    # The fifteenth day would have brought a text message and a call.
    wait(world, ANSWER_DAYS - 1)
    assert len(contacts_of(read_history(world))) == before
    assert collection(world).quiet is not None
    wait(world, 1)
    (answered,) = happened(world, DisputeAnswered)
    assert render(answered.outcome, "zh")
    assert collection(world).disputes[0].answer == answered.outcome
    wait(world, 10)
    assert len(contacts_of(read_history(world))) > before


def test_a_second_dispute_waits_for_the_first(store: Store) -> None:
    world = broke(store)
    do(world, OpenDispute(about=DisputeAbout.AMOUNT))

    with pytest.raises(DisputeIsOpen):
        do(world, OpenDispute(about=DisputeAbout.CONDUCT), key="another")


def test_without_a_loan_there_is_nothing_to_dispute(store: Store) -> None:
    with pytest.raises(NothingToDispute):
        do(walked(store, until=Step.REVIEW), OpenDispute(about=DisputeAbout.AMOUNT))


def test_nobody_is_contacted_while_a_hardship_plan_runs(sqlite_store: Store) -> None:
    world = broke(sqlite_store)
    do(world, AskHardship(reason=HardshipReason.ILLNESS, months=1))
    do(world, DecideHardship(case=1, granted=True, months=1, waives_penalty=True))
    before = len(contacts_of(read_history(world)))
    wait(world, 25)

    assert len(contacts_of(read_history(world))) == before
    assert Notice.HARDSHIP_GRANTED in told(world)
    assert collection(world).quiet is not None


def test_a_refused_hardship_case_is_told_too(sqlite_store: Store) -> None:
    world = broke(sqlite_store, 2)
    do(world, AskHardship(reason=HardshipReason.FAMILY, months=1))
    do(world, DecideHardship(case=1, granted=False))

    assert told(world)[-1] is Notice.HARDSHIP_REFUSED


def test_calls_come_in_the_hours_that_were_chosen(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    do(world, FundCard(balance_fen=0))
    do(world, ChooseContactWishes(window=CallWindow.EVENING, picks_up=False))
    do(world, AdvanceUntilOverdue(days_past_due=16))
    calls = [one for one in contacts_of(read_history(world)) if one.way is ContactWay.CALL]

    assert calls
    assert {call.at.hour for call in calls} <= {18, 19, 20}


def test_going_day_by_day_makes_the_same_contacts(sqlite_store: Store) -> None:
    at_once, by_day = broke(sqlite_store, 1), broke(sqlite_store, 1)
    wait(at_once, 14)
    for _day in range(14):
        wait(by_day, 1)

    assert hash_of(by_day) == hash_of(at_once)


def test_a_world_that_is_built_again_had_the_same_contacts(sqlite_store: Store) -> None:
    world = play(sqlite_store, scenario("collection-stage-1"))

    assert hash_of(reset(world, secret=None)) == hash_of(world)


def test_the_borrower_is_told_before_the_bureau_is(store: Store) -> None:
    world = broke(store, 3)
    early = bureau_report(world)
    do(world, AdvanceUntilOverdue(days_past_due=6))
    afterwards = bureau_report(world)

    assert early.told_on is not None
    assert early.reports_on is not None
    assert early.told_on < early.reports_on
    assert early.reported_on is None
    assert afterwards.reported_on == early.reports_on


def test_where_nothing_is_overdue_nobody_is_contacted_and_the_page_says_so(store: Store) -> None:
    view = collection(walked(store, until=Step.REPAY))

    assert (view.stage, view.contacts, view.may_dispute) == (None, (), False)
    assert view.quiet is not None
    assert view.rules
