"""What of a kind has happened in a history, without looking at all the rest each time. Pure.

A history only grows, and an event is one object in it: so what was sorted by kind once stays sorted, and a
day that follows a day sorts only what is new.
"""

from bisect import bisect_right
from threading import Lock
from typing import TypeVar

from weilidai_core.events import Fact, History, Recorded
from weilidai_core.events.made_of import MadeOf

_Kinds = dict[type, list[Recorded]]
_KINDS: MadeOf[_Kinds] = MadeOf()
# Those kept are added to.
_LOCK = Lock()
K = TypeVar("K", bound=Fact)


def happened(history: History, *kinds: type[Fact]) -> tuple[Recorded, ...]:
    """Every event of these kinds in its place, oldest first."""
    if not history:
        return ()
    with _LOCK:
        sorted_ = _by_kind(history)
        last = history[-1].seq
        found = [_until(sorted_.get(kind, []), last) for kind in kinds]
    if len(found) == 1:
        return tuple(found[0])
    return tuple(sorted((each for part in found for each in part), key=lambda each: each.seq))


def facts_of(history: History, kind: type[K]) -> tuple[K, ...]:
    """The same without their places, of one kind."""
    return tuple(each.event for each in happened(history, kind) if isinstance(each.event, kind))


def latest(history: History, *kinds: type[Fact]) -> Recorded | None:
    """The last event of these kinds, or None."""
    found = happened(history, *kinds)
    return found[-1] if found else None


def _by_kind(history: History) -> _Kinds:
    """The events of a history, or of one that goes on from it, by kind."""
    made = _KINDS.of(history)
    known, kinds = made or ((), {})
    for each in history[len(known) :]:
        kinds.setdefault(type(each.event), []).append(each)
    _KINDS.keep(max(known, history, key=len), kinds)
    return kinds


def _until(found: list[Recorded], seq: int) -> list[Recorded]:
    return found[: bisect_right(found, seq, key=lambda each: each.seq)]
