"""The world's own day: nothing in the product knows any other."""

from datetime import date

from weilidai_core.events import DayAdvanced, History, WorldStarted


def day_of(history: History) -> date:
    """The simulated day a world has reached: where it was last moved to, or its first day."""
    for each in reversed(history):
        if isinstance(each.event, DayAdvanced):
            return each.event.to_on
        if isinstance(each.event, WorldStarted):
            return each.event.first_day
    raise LookupError("a world without its first event has no day")
