"""What a contact is judged by: the borrower's case on a day, and the contacts that were made before. Pure."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import NamedTuple

from weilidai_core.words import CallWindow, ContactOutcome, ContactWay

# Somebody is missing when in so many days nobody reached them, on at least so many days of calling, and they
# did nothing in the app either. No source sets the numbers; they are this product's own.
MISSING_DAYS, MISSING_CALL_DAYS = 14, 3


class Contact(NamedTuple):
    """One contact: when, how, and what became of it (None while it is only meant)."""

    on: date
    at: time
    way: ContactWay
    outcome: ContactOutcome | None = None


@dataclass(frozen=True)
class Case:
    """A borrower on the day `on`; `seen_on` is when they last did anything in the app."""

    on: date
    days_past_due: int
    grace_days: int = 1
    window: CallWindow = CallWindow.ANY
    is_disputed: bool = False
    has_plan: bool = False
    seen_on: date | None = None


# The hours of each window: from (within) and to (not within).
HOURS: dict[CallWindow, tuple[time, time]] = {
    CallWindow.ANY: (time(8), time(22)),
    CallWindow.MORNING: (time(9), time(12)),
    CallWindow.NOON: (time(12), time(14)),
    CallWindow.EVENING: (time(18), time(21)),
    CallWindow.NIGHT: (time(22), time(23)),
}


def made_today(case: Case, made: tuple[Contact, ...], *ways: ContactWay) -> list[Contact]:
    """The contacts of the case's day by these ways."""
    today: list[Contact] = []
    for contact in reversed(made):
        if contact.on < case.on:
            break
        if contact.way in ways:
            today.append(contact)
    return today


def is_missing(case: Case, made: tuple[Contact, ...]) -> bool:
    """Whether the borrower cannot be reached, so that a contact may be asked where they are."""
    since = case.on - timedelta(days=MISSING_DAYS)
    if case.seen_on is not None and case.seen_on > since:
        return False
    vain: set[date] = set()
    for contact in reversed(made):
        if contact.on <= since:
            break
        if contact.way in _TO_BORROWER and contact.outcome is ContactOutcome.REACHED:
            return False
        if contact.way is ContactWay.CALL and contact.outcome is ContactOutcome.UNANSWERED:
            vain.add(contact.on)
    return len(vain) >= MISSING_CALL_DAYS


_TO_BORROWER = (ContactWay.CALL, ContactWay.VISIT)
