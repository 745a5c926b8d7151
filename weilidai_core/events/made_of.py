"""What was made of a history, kept beside it: where the history goes on, only what is new need be made. Pure.

A history only ever grows, and an event is one object in it: where the last known event is in its place, so is
everything before it. Nothing of this outlives an erasure: it holds what a person said.
"""

from typing import Generic, NamedTuple, TypeVar
from weakref import WeakSet

from weilidai_core.basics.remembering import Remembered
from weilidai_core.events import History

WORLDS_KEPT = 512

V = TypeVar("V")
# Everything of this kind that there is, so that all of it can be forgotten at once.
EVERY_MADE_OF: "WeakSet[MadeOf[object]]" = WeakSet()


class Made(NamedTuple, Generic[V]):
    """A history, and what was made of it."""

    history: History
    value: V


class MadeOf(Generic[V]):
    """What was last made of each world's history, for the newest `WORLDS_KEPT`; safe between threads."""

    def __init__(self) -> None:
        self._made: Remembered[int, Made[V] | None] = Remembered(WORLDS_KEPT)
        EVERY_MADE_OF.add(self)  # type: ignore[arg-type]

    def of(self, history: History) -> Made[V] | None:
        """What is kept of this history, of a beginning of it, or of one that goes on from it; or None."""
        if not history:
            return None
        made = self._made.get(id(history[0]), None)
        if made is None:
            return None
        both = min(len(made.history), len(history))
        same = made.history[0] is history[0] and made.history[both - 1] is history[both - 1]
        return made if same else None

    def keep(self, history: History, value: V) -> None:
        """Keep what was made of a history, which is not empty; it replaces what was kept of its world."""
        self._made.put(id(history[0]), Made(history, value))


def forget_what_was_made() -> None:
    """Forget all of it, of every world; what is asked for next is made anew."""
    for each in tuple(EVERY_MADE_OF):
        each._made.drop(lambda _key, _made: True)
