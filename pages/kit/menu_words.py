"""The plain values the menu is drawn from, and the callbacks it calls: nothing of the core in them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Person:
    """One sample person to choose: key, name, who they are in one line."""

    key: str
    name: str
    line: str


@dataclass(frozen=True)
class MenuView:
    """The menu of this run; what is None or empty is left out."""

    person: Person | None = None
    pin: str = ""
    day: date | None = None
    furthest_day: date | None = None
    next_due_on: date | None = None
    days_overdue: tuple[int, ...] = ()
    days_back: tuple[tuple[int, date], ...] = ()
    unread: int = 0
    people: tuple[Person, ...] = ()
    scenes: tuple[Person, ...] = ()


@dataclass(frozen=True)
class MenuActions:
    """What a tap in the menu does; a missing callback leaves its row out."""

    move_to: Callable[[str], None] | None = None
    play: Callable[[str], None] | None = None
    open_scene: Callable[[str], None] | None = None
    restart: Callable[[], None] | None = None
    be_overdue: Callable[[int], None] | None = None
    back_to: Callable[[int], None] | None = None
