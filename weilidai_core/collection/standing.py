"""Where collection stands in a history: contacts, disputes, wishes, plans, and the case of a day. Pure."""

from dataclasses import dataclass
from datetime import date

from weilidai_core.basics.calendar import add_months
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.collection.case import MISSING_DAYS, Case, Contact
from weilidai_core.events import (
    ContactMade,
    ContactWishesChosen,
    DisputeAnswered,
    DisputeOpened,
    HardshipAsked,
    HardshipDecided,
    History,
    NoticesRead,
    RepaymentReceived,
)
from weilidai_core.product import terms_on
from weilidai_core.repay.position import Position, position
from weilidai_core.words import CallWindow, RepaymentChannel
from weilidai_core.world.happened import facts_of, happened

# A setting: the sources ask for an answer and name no number of days. The calendar stops at that day.
ANSWER_DAYS = 5
# What a borrower does themselves in the app: whoever did one of these lately is not missing.
_SEEN = (ContactWishesChosen, DisputeOpened, HardshipAsked, NoticesRead)


@dataclass(frozen=True)
class Dispute:
    """A dispute, open until it has its answer."""

    opened: DisputeOpened
    opened_on: date
    answered: DisputeAnswered | None = None


@dataclass(frozen=True)
class Wishes:
    """When a borrower wants to be called, and whether the sample person picks up."""

    window: CallWindow = CallWindow.ANY
    picks_up: bool = True


def contacts_of(history: History) -> tuple[ContactMade, ...]:
    """Every contact that was made, oldest first."""
    return facts_of(history, ContactMade)


def as_contacts(made: tuple[ContactMade, ...]) -> tuple[Contact, ...]:
    """The same contacts as the rules look at them."""
    return tuple(Contact(one.made_on, one.at, one.way, one.outcome) for one in made)


def disputes_of(history: History) -> tuple[Dispute, ...]:
    """Every dispute, oldest first."""
    answers = {one.dispute: one for one in facts_of(history, DisputeAnswered)}
    return tuple(
        Dispute(each.event, each.on, answers.get(each.event.dispute))
        for each in happened(history, DisputeOpened)
        if isinstance(each.event, DisputeOpened)
    )


def open_dispute_of(history: History) -> Dispute | None:
    """The dispute that waits for its answer, or None: only the newest can, and no longer than it may."""
    for each in reversed(history):
        if (history[-1].on - each.on).days > ANSWER_DAYS:
            return None
        if isinstance(each.event, DisputeAnswered):
            return None
        if isinstance(each.event, DisputeOpened):
            return Dispute(each.event, each.on)
    return None


def wishes_of(history: History) -> Wishes:
    """The wishes as they were last chosen."""
    chosen = facts_of(history, ContactWishesChosen)
    return Wishes(chosen[-1].window, chosen[-1].picks_up) if chosen else Wishes()


def plan_until(history: History) -> date | None:
    """The day until which the latest granted hardship plan runs, or None."""
    for each in reversed(happened(history, HardshipDecided)):
        if isinstance(each.event, HardshipDecided) and each.event.granted:
            return add_months(each.on, max(1, each.event.months))
    return None


def overdue_positions(history: History, on: date) -> tuple[Position, ...]:
    """Every loan note that is past due on a day, the longest first."""
    found = (position(note, on=on) for note in loan_notes_of(history) if note.settled_on is None)
    return tuple(sorted((one for one in found if one.days_past_due), key=lambda one: -one.days_past_due))


def case_of(history: History, on: date, overdue: tuple[Position, ...]) -> Case:
    """What a contact would be judged by on a day."""
    until = plan_until(history)
    return Case(
        on=on,
        days_past_due=overdue[0].days_past_due if overdue else 0,
        grace_days=terms_on(on).grace_days,
        window=wishes_of(history).window,
        is_disputed=open_dispute_of(history) is not None,
        has_plan=until is not None and on < until,
        seen_on=_seen_on(history),
    )


def _seen_on(history: History) -> date | None:
    for each in reversed(happened(history, RepaymentReceived, *_SEEN)):
        if (history[-1].on - each.on).days > MISSING_DAYS:
            # Longer ago counts as not at all.
            return None
        event = each.event
        by_hand = isinstance(event, RepaymentReceived) and event.channel is RepaymentChannel.MANUAL
        if by_hand or isinstance(event, _SEEN):
            return each.on
    return None
