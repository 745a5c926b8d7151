"""The day's contacts, one after another: what is meant, when, and the rule that allows it. Pure.

The planner is asked again after each contact, since what became of it decides what may follow. The same case
with the same contacts before it always gives the same answer.
"""

from datetime import time
from typing import NamedTuple

from weilidai_core.collection.case import HOURS, Case, Contact, made_today
from weilidai_core.collection.rules import VISITS_TO, allowed_by, broken_by
from weilidai_core.collection.stages import Stage, stage_of
from weilidai_core.words import CallWindow, ContactOutcome, ContactWay

LOCATE_DIALS = 2


class Planned(NamedTuple):
    """A contact that may be made, in which stage, and by which rule."""

    contact: Contact
    stage: int
    rule: str


def next_contact(case: Case, made: tuple[Contact, ...]) -> Planned | None:
    """The day's next contact, or None when it is enough; `made` is every contact, oldest first."""
    stage = stage_of(case)
    if stage is None:
        return None
    for way in ContactWay:
        rule = allowed_by(way, case)
        if rule is None or _is_enough(way, stage, case, made):
            continue
        at = _next_moment(way, case, made)
        if at is None:
            continue
        meant = Contact(case.on, at, way)
        if not broken_by(meant, case, made):
            return Planned(meant, stage.number, rule)
    return None


def moments(window: CallWindow) -> tuple[time, ...]:
    """The moments of a day at which a contact may begin, in a window of hours."""
    start, end = (each.hour for each in HOURS[window])
    if window is CallWindow.ANY:
        # Not at breakfast and not in the last hour, although the rules would let it.
        return tuple(
            time(hour, minute)
            for hour, minute in ((10, 0), (11, 30), (14, 30), (16, 0), (18, 0), (19, 30), (20, 30))
        )
    return tuple(time(hour, minute) for hour in range(start, end) for minute in (10, 40))


def _is_enough(way: ContactWay, stage: Stage, case: Case, made: tuple[Contact, ...]) -> bool:
    today = made_today(case, made, way)
    if way is ContactWay.CALL:
        reached = sum(contact.outcome is ContactOutcome.REACHED for contact in today)
        return reached >= stage.calls_wanted or len(today) >= stage.dials
    if way is ContactWay.LOCATE:
        answered = any(contact.outcome is not ContactOutcome.UNANSWERED for contact in today)
        return answered or len(today) >= LOCATE_DIALS
    return bool(today)


def _next_moment(way: ContactWay, case: Case, made: tuple[Contact, ...]) -> time | None:
    today = made_today(case, made, *ContactWay)
    last = max((contact.at for contact in today), default=time(0))
    # Only the borrower's own telephone follows the borrower's hours; everything else keeps to the day.
    window = case.window if way is ContactWay.CALL else CallWindow.ANY
    latest = VISITS_TO if way is ContactWay.VISIT else time.max
    return next((at for at in moments(window) if last < at < latest), None)
