"""A new kind of event is either in the transparency log or not: somebody has decided which."""

from typing import get_args

from weilidai_core.events import Event
from weilidai_core.trust.transparency.logged import LOGGED, NOT_LOGGED

EVENTS = frozenset(get_args(get_args(Event)[0]))


def test_every_kind_of_event_is_decided_once() -> None:
    # Put a new event into LOGGED or NOT_LOGGED of trust/transparency/logged.py, and weigh which.
    assert sorted(kind.__name__ for kind in EVENTS - LOGGED - NOT_LOGGED) == []
    assert LOGGED | NOT_LOGGED == EVENTS
    assert not LOGGED & NOT_LOGGED
