"""One act in progress: what an action may see and what it may do.

An action reads the history and records events; it never commits, and it has no other way to write.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from weilidai_core.errors import WeilidaiError
from weilidai_core.events import Event, History, Recorded
from weilidai_core.store.world_keys import seal_of
from weilidai_core.world.clock import day_of


@dataclass
class Doing:
    """The open transaction of one act in one world; `history` grows as events are recorded.

    An act that moves the calendar sets `until`, the day to go to, and may set `stops`, which is asked at the
    start of every day; where it has to stop, `must_stop` is what refuses it otherwise. The days themselves
    are run by the reactions, one by one.
    """

    session: Session
    world_id: int
    step: int
    history: History
    recorded: list[Recorded] = field(default_factory=list)
    until: date | None = None
    stops: Callable[[History], bool] | None = None
    must_stop: WeilidaiError | None = None

    @property
    def on(self) -> date:
        """The world's simulated day."""
        return day_of(self.history)

    def seal(self, text: str, *, place: str) -> str:
        """A text sealed with this world's key for its place, such as "contract.text:HT-1"."""
        kind, _, which = place.partition(":")
        return seal_of(self.session, self.world_id).close(
            text.encode(), place=f"{kind}:{self.world_id}:{which}"
        )

    def record(self, event: Event) -> None:
        """Let something have happened, on the world's day."""
        on = self.on if self.history else event.first_day  # type: ignore[union-attr]
        each = Recorded(len(self.history) + 1, self.step, on, event)
        self.recorded.append(each)
        self.history = (*self.history, each)
