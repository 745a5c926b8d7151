"""The repayment calendar, read back by the library: one event an instalment, updated, cancelled."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar, Event

from tests.worlds import do, hash_of, note_of, repay_next, wait, walked
from weilidai_core.journey import Step
from weilidai_core.language import LANGUAGES
from weilidai_core.notices.calendar import ALARMS
from weilidai_core.notices.views import repayment_calendar
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.settle.early_settlement import early_settlement
from weilidai_core.store import Store
from weilidai_core.world.views import today
from weilidai_core.world.world import World


def events(world: World, *, lang: str = "zh") -> list[Event]:
    """The events of the first loan note's calendar, read back from the file."""
    file = repayment_calendar(world, number=note_of(world).number, lang=lang)
    return list(Calendar.from_ical(file.content).walk("VEVENT"))


def uids(world: World) -> list[str]:
    """The identities of the events."""
    return [str(event["UID"]) for event in events(world)]


def test_it_works(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    note, read = note_of(world), events(world)

    assert [event.decoded("DTSTART") for event in read] == [row.due_on for row in note.rows]
    assert [event.decoded("DTEND") for event in read] == [row.due_on + timedelta(days=1) for row in note.rows]
    assert {str(event["STATUS"]) for event in read} == {"CONFIRMED"}
    assert {int(event["SEQUENCE"]) for event in read} == {0}
    assert {str(event["CLASS"]) for event in read} == {"PRIVATE"}
    assert uids(world)[0] == f"{note.number}-1@weilidai.example"
    assert repayment_calendar(world, number="", lang="zh").name == f"{note.number}.ics"


def test_every_line_of_the_file_is_short_enough_and_ends_as_the_standard_says(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    content = repayment_calendar(world, number="", lang="zh").content

    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_amount_and_simulation_in_the_readers_language(sqlite_store: Store, lang: str) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    first = events(world, lang=lang)[0]

    assert "¥" in str(first["SUMMARY"])
    assert ("模拟" if lang == "zh" else "simulated") in str(first["SUMMARY"])


def test_it_reminds_three_days_and_one_day_before(sqlite_store: Store) -> None:
    first = events(walked(sqlite_store, until=Step.SIGN))[0]

    assert [alarm.decoded("TRIGGER") for alarm in first.walk("VALARM")] == list(ALARMS)


def test_a_repaid_instalment_stays_and_rings_no_more(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    before = uids(world)
    repay_next(world)
    read = events(world)

    assert uids(world) == before
    assert int(read[0]["SEQUENCE"]) == 1
    assert str(read[0]["SUMMARY"]).startswith("已还")
    assert not read[0].walk("VALARM")
    assert read[1].walk("VALARM")


def test_settling_cancels_what_was_ahead_and_nothing_else(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.REPAY)
    before = uids(world)
    wait(world, 10)
    note = note_of(world)
    do(world, SettleEarly(loan_note=note.number, total_fen=early_settlement(note, on=today(world)).total_fen))
    read = events(world)

    assert uids(world) == before
    assert [str(event["STATUS"]) for event in read] == ["CONFIRMED"] + ["CANCELLED"] * (len(read) - 1)
    assert int(read[0]["SEQUENCE"]) > 1
    assert not any(event.walk("VALARM") for event in read)


def test_the_same_world_gives_the_same_bytes_on_the_same_day(sqlite_store: Store) -> None:
    one, other = (walked(sqlite_store, until=Step.SIGN) for _time in range(2))

    assert hash_of(one) == hash_of(other)
    assert (
        repayment_calendar(one, number="", lang="zh").content
        == repayment_calendar(other, number="", lang="zh").content
    )


def test_time_alone_changes_no_sequence(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    wait(world, 5)

    assert {int(event["SEQUENCE"]) for event in events(world)} == {0}
    assert events(world)[0].decoded("DTSTAMP").date() == today(world) > date(2026, 1, 1)


def played(store: Store, scene: str) -> World:
    """The world of a scene."""
    return play(store, scenario(scene))


@pytest.mark.parametrize("scene", ["prepaid-keep-tenor", "prepaid-keep-instalment"])
def test_prepaying_updates_the_events_that_are_there(sqlite_store: Store, scene: str) -> None:
    world = played(sqlite_store, scene)
    note, read = note_of(world), events(world)
    going_on = [event for event in read if str(event["STATUS"]) == "CONFIRMED"]

    # Every instalment that was ever signed is in the file under its own UID, whatever became of it.
    assert uids(world) == [f"{note.number}-{number}@weilidai.example" for number in range(1, note.tenor + 1)]
    assert [event.decoded("DTSTART") for event in going_on] == [row.due_on for row in note.rows]
    assert {int(event["SEQUENCE"]) for event in read} != {0}
    assert str(going_on[-1]["SUMMARY"]) != str(walked_calendar(sqlite_store)[-1]["SUMMARY"])


def walked_calendar(store: Store) -> list[Event]:
    """The calendar of the same loan before anything was prepaid."""
    return events(walked(store, who="steady", until=Step.SIGN))


def test_instalments_that_prepaying_made_needless_are_cancelled(sqlite_store: Store) -> None:
    world = played(sqlite_store, "prepaid-keep-instalment")
    note, read = note_of(world), events(world)
    cancelled = [event for event in read if str(event["STATUS"]) == "CANCELLED"]

    assert len(cancelled) == note.tenor - len(note.rows) > 0
    assert not any(event.walk("VALARM") for event in cancelled)


def test_an_instalment_that_was_put_off_moves_under_its_own_uid(sqlite_store: Store) -> None:
    world = played(sqlite_store, "hardship-granted")
    note, read = note_of(world), events(world)
    days = {str(event["UID"]): event.decoded("DTSTART") for event in read}

    assert {str(row.number): row.due_on for row in note.rows} == {
        uid.split("@")[0].rsplit("-", 1)[1]: day for uid, day in days.items()
    }
    assert max(days.values()) > max(row.due_on for row in note.quote.rows)
