"""What of a kind has happened in a history, without looking at all the rest each time. Pure.

A history only grows, and an event is one object in it: so what was sorted by kind once stays sorted, and a
day that follows a day sorts only what is new.
"""

from bisect import bisect_right
from threading import Lock
from typing import TypeVar

from weilidai_core.events import Fact, History, Recorded

WORLDS_KEPT = 256

_Kinds = dict[type, list[Recorded]]
_KEPT: dict[int, tuple[History, _Kinds]] = {}
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
    known, kinds = _KEPT.get(id(history[0]), ((), {}))
    both = min(len(known), len(history))
    if both and known[0] is history[0] and known[both - 1] is history[both - 1]:
        fresh = history[len(known) :]
    else:
        known, kinds, fresh = (), {}, history
    for each in fresh:
        kinds.setdefault(type(each.event), []).append(each)
    if len(_KEPT) >= WORLDS_KEPT:
        _KEPT.clear()
    _KEPT[id(history[0])] = (max(known, history, key=len), kinds)
    return kinds


def _until(found: list[Recorded], seq: int) -> list[Recorded]:
    return found[: bisect_right(found, seq, key=lambda each: each.seq)]
