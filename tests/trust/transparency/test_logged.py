"""What is logged is a declared set: a new kind of event is decided, money is always in it, nobody's data."""

import json
from datetime import date
from typing import get_args

import pytest

from tests.worlds import walked
from weilidai_core.events import EVENT, ConsentGiven, Event, Fact
from weilidai_core.journey import Step
from weilidai_core.ledger.posting import postings_for
from weilidai_core.scenarios.personas import persona
from weilidai_core.store import Store
from weilidai_core.trust.transparency.logged import (
    LOGGED,
    entry_of,
    is_logged,
    text_of,
    text_of_file,
)
from weilidai_core.world.views import read_history

EVENTS = frozenset(get_args(get_args(Event)[0]))


def test_it_works() -> None:
    given = ConsentGiven(document="face", version="1", sha256="ab" * 32)

    assert is_logged(given)
    assert text_of(given, on=date(2026, 3, 8)) == (
        '{"document":"face","kind":"consent-given","on":"2026-03-08","sha256":"'
        + "ab" * 32
        + '","version":"1"}'
    )


def test_whatever_moves_money_is_logged(sqlite_store: Store) -> None:
    lives = [walked(sqlite_store, until=Step.SETTLE), walked(sqlite_store, until=Step.REPAY)]
    events = [each.event for world in lives for each in read_history(world)]
    moving = {type(event) for event in events if postings_for(event)}

    assert moving
    assert moving <= LOGGED


def test_no_event_has_a_field_that_its_day_would_hide() -> None:
    assert [kind for kind in EVENTS if issubclass(kind, Fact) and "on" in kind.model_fields] == []


def test_what_is_logged_holds_no_name_number_or_card(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SETTLE)
    person = persona(world.persona).profile.person
    told = "".join(text_of(each.event, on=each.on) for each in read_history(world) if is_logged(each.event))

    assert told
    for secret in (person.name, person.id_number, person.mobile):
        assert secret not in told


def test_the_same_event_is_the_same_text_however_it_was_kept() -> None:
    given = ConsentGiven(document="face", version="1", sha256="ab" * 32)
    again = EVENT.validate_json(json.dumps(dict(reversed(json.loads(given.model_dump_json()).items()))))

    assert text_of(again, on=date(2026, 3, 8)) == text_of(given, on=date(2026, 3, 8))


def test_a_file_is_logged_by_its_name_its_digest_and_its_day() -> None:
    assert text_of_file("a.pdf", sha256="0", on=date(2026, 3, 8)) == (
        '{"kind":"file-kept","name":"a.pdf","on":"2026-03-08","sha256":"0"}'
    )


def test_salt_and_text_cannot_lend_each_other_a_character() -> None:
    assert entry_of(b"0123456789abcdef", "text") != entry_of(b"0123456789abcdeF", "text")
    with pytest.raises(ValueError, match="16 bytes"):
        entry_of(b"0123456789abcde", "ftext")
